/** 関数をセルの中で: the workbench's host, the sheets' own loading, and the catalogue as Excel registers it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { catalogue } from "../../src/functions/catalogue";
import { functionsFile } from "../../src/functions/metadata";
import { followWorkbook, plansAreNow } from "../../src/functions/plans/follow-workbook";
import { forgetPublishedPlans } from "../../src/functions/plans/published-plans";
import { expectWorkbookPlans, forgetWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import type { Plan } from "../../src/plan/plan";
import * as sheets from "../../src/sheets";
import { loadPlan, readPlans, type WorkbookReading } from "../../src/sheets";
import { type BlanksAs } from "../../src/workbench/host/calc/calc";
import { openWorkbook, type OpenWorkbook } from "../helpers/workbook";
import { associations } from "./formula-sheet";

jest.setTimeout(120_000);

/** 加須市's plan, cut down to two goals' worth of items and a 再掲: the host calculates every formula of it in every test. */
const kazo = excerpt(
  JSON.parse(readFileSync(path.join(__dirname, "../../seeds/kazo.json"), "utf8")) as Plan,
  new Set(["1", "2", "62", "72", "83"]),
);

function excerpt(plan: Plan, items: ReadonlySet<string>): Plan {
  const parents = new Map(plan.nodes.map(({ id, parent }) => [id, parent]));
  const kept = new Set<string>();
  for (const item of items)
    for (let at: string | null = item; at !== null; at = parents.get(at) ?? null) kept.add(at);
  return {
    ...plan,
    nodes: plan.nodes.filter(({ id }) => kept.has(id)),
    indicators: plan.indicators.filter(({ node }) => kept.has(node)),
  };
}

interface Desk {
  book: OpenWorkbook;
  /** Writes formulas into column A of 予算, from row 1 down. */
  ask(...formulas: string[]): Promise<void>;
  /** What column A of 予算 shows. */
  shown(rows: number): Promise<unknown[]>;
  reading(): Promise<WorkbookReading>;
  /** A person types into the cell of an indicator. */
  type(indicator: string, column: "target" | "actual", year: number, text: string): Promise<void>;
  place(indicator: string, column: "target" | "actual" | "rate" | "grade", year: number): Promise<string>;
  /** Waits until column A of 予算 shows this: the watch looks a moment after the last change. */
  until(shown: readonly unknown[]): Promise<void>;
  /** What the watch does shortly after a change of the plan: the functions are told, unseen cells asked again. */
  followed(): Promise<void>;
}

async function register(book: OpenWorkbook): Promise<void> {
  await book.host.registerFunctions(
    {
      namespace: "PLAN",
      functions: functionsFile(catalogue, "https://keikaku.example.lg.jp").functions,
      allowErrorForDataTypeAny: true,
    },
    associations(),
  );
}

async function deskWith(plan: Plan | null, blanksAs: BlanksAs = "null"): Promise<Desk> {
  const book = await openWorkbook({ blanksAs });
  Object.assign(globalThis, { Excel: book.office.Excel, OfficeExtension: book.office.OfficeExtension });
  await register(book);
  if (plan !== null) {
    const loaded = await loadPlan(plan);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  }
  await book.run(async (context) => {
    context.workbook.worksheets.add("予算");
  });
  const reading = async () => {
    const answer = await readPlans();
    if (!answer.ok) throw new Error(answer.message);
    return answer.reading;
  };
  const place: Desk["place"] = async (indicator, column, year) => {
    const { plans } = await reading();
    const address = plans[0]?.addressOf({ indicator, column, year });
    if (address == null) throw new Error(`${indicator} ${column} ${year} has no cell`);
    return address;
  };
  const shown = async (rows: number) => (await book.values(`A1:A${rows}`, "予算")).flat();
  return {
    book,
    ask: async (...formulas) => {
      await book.write(
        `A1:A${formulas.length}`,
        formulas.map((formula) => [formula]),
        "予算",
      );
      await book.host.settled();
    },
    shown,
    until: async (wanted) => {
      for (;;) {
        let stop = (): void => undefined;
        const changed = new Promise<void>((resolve) => {
          stop = book.host.onChange(() => resolve());
        });
        const now = await shown(wanted.length);
        if (wanted.every((value, at) => value === now[at])) return stop();
        await changed;
        stop();
      }
    },
    reading,
    place,
    type: async (indicator, column, year, text) => {
      const [sheetName = "", address = ""] = (await place(indicator, column, year)).split("!");
      const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      const sheet = book.host.book().sheets.find(({ name }) => name === sheetName.replaceAll("'", ""));
      const outcome = await book.host.applyUserEdit({
        kind: "type",
        sheet: sheet?.id ?? "",
        row: Number(row) - 1,
        column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
        text,
      });
      expect(outcome).toEqual({ kind: "done" });
      await book.host.settled();
    },
    followed: async () => {
      await plansAreNow(await reading());
      await book.run(async (context) => {
        context.workbook.worksheets.getItem("予算").getRange("A1:A20").setDirty();
        context.workbook.application.calculate("Recalculate");
      });
      await book.host.settled();
    },
  };
}

beforeEach(() => {
  forgetWorkbookPlans();
  forgetPublishedPlans();
});

const threeWays = [
  '=PLAN.TARGET("経常収支比率","令和5",加須市)',
  '=PLAN.TARGET("経常収支比率","令和5","加須市")',
  '=PLAN.TARGET("経常収支比率","令和5")',
];
const published = '=PLAN.TARGET("経常収支比率","令和5","加須市（公表時）")';

describe("計画の三つの言い方", () => {
  test("範囲・文字・省略のどれでも同じ答え。直した目標は範囲ならすぐ、ほかは知らせのあと", async () => {
    const desk = await deskWith(kazo);
    await plansAreNow(await desk.reading());
    await desk.ask(...threeWays, published);
    expect(await desk.shown(4)).toEqual([91.6, 91.6, 91.6, 91.6]);

    await desk.type("83-1", "target", 2023, "90.5");
    expect(await desk.shown(4)).toEqual([90.5, 91.6, 91.6, 91.6]);
    await desk.followed();
    expect(await desk.shown(4)).toEqual([90.5, 90.5, 90.5, 91.6]);
  });

  test("直した目標は範囲ならすぐ、ほかは見張りのあとに届き、元に戻すで戻るのは利用者が打った値", async () => {
    const desk = await deskWith(kazo);
    const stop = await followWorkbook(sheets);
    await desk.ask(...threeWays, published);
    const place = (await desk.place("83-1", "target", 2023)).split("!")[1] ?? "";

    await desk.type("83-1", "target", 2023, "90.5");
    expect(await desk.shown(4)).toEqual([90.5, 91.6, 91.6, 91.6]);
    await desk.until([90.5, 90.5, 90.5, 91.6]);

    expect(await desk.book.host.undo()).toBe(true);
    expect(await desk.book.values(place, "加須市")).toEqual([[91.6]]);
    await desk.until([91.6, 91.6, 91.6, 91.6]);

    expect(await desk.book.host.redo()).toBe(true);
    expect(await desk.book.values(place, "加須市")).toEqual([[90.5]]);
    await desk.until([90.5, 90.5, 90.5, 91.6]);
    await stop();
  });

  test("計画が読まれる前の呼び出しは待ち、読まれたら答える", async () => {
    const desk = await deskWith(kazo);
    expectWorkbookPlans();
    await desk.book.write("A1:A2", [[threeWays[1]], [threeWays[2]]], "予算");
    expect(await desk.shown(2)).toEqual(["#BUSY!", "#BUSY!"]);
    await plansAreNow(await desk.reading());
    await desk.book.host.settled();
    expect(await desk.shown(2)).toEqual([91.6, 91.6]);
  });

  test("計画のないブックでは、文字は公表時の値、省略はそう知らせる", async () => {
    const desk = await deskWith(null);
    await plansAreNow(await desk.reading());
    await desk.ask(threeWays[1] ?? "", threeWays[2] ?? "", '=PLAN.TARGET("83","令和5","架空市")');
    expect(await desk.shown(3)).toEqual([91.6, "#N/A", "#N/A"]);
  });

  test("行を上に入れ、シートの名を変え、関数のセルを移し、開き直しても答える", async () => {
    const desk = await deskWith(kazo);
    await plansAreNow(await desk.reading());
    await desk.ask(...threeWays);
    const { book } = desk;
    const sheetId = (name: string) => book.host.book().sheets.find((each) => each.name === name)?.id ?? "";
    await book.host.applyUserEdit({ kind: "insertRows", sheet: sheetId("加須市"), at: 0, count: 2 });
    await book.host.applyUserEdit({ kind: "renameSheet", sheet: sheetId("加須市"), name: "計画 R3" });
    await book.host.applyUserEdit({ kind: "insertRows", sheet: sheetId("予算"), at: 0, count: 1 });
    await book.host.settled();
    expect((await book.values("A2:A4", "予算")).flat()).toEqual([91.6, 91.6, 91.6]);

    await desk.type("83-1", "target", 2023, "90.1");
    expect((await book.values("A2", "予算")).flat()).toEqual([90.1]);
    await desk.followed();
    expect((await book.values("A2:A4", "予算")).flat()).toEqual([90.1, 90.1, 90.1]);

    const saved: unknown = JSON.parse(JSON.stringify(book.host.save()));
    const again = await openWorkbook();
    Object.assign(globalThis, { Excel: again.office.Excel, OfficeExtension: again.office.OfficeExtension });
    await register(again);
    expect(await again.host.open(saved)).toEqual({ kind: "opened" });
    expect((await again.values("A2:A4", "予算")).flat()).toEqual([90.1, 90.1, 90.1]);
    await again.host.calculate(true);
    await again.host.settled();
    expect((await again.values("A2:A4", "予算")).flat()).toEqual([90.1, 90.1, 90.1]);
  });
});

describe.each<BlanksAs>(["null", "empty", "zero"])("空白が %s で届くとき", (blanksAs) => {
  test("空の実績は 0 % にならず、入力された 0 は未入力にならない", async () => {
    const desk = await deskWith(kazo, blanksAs);
    await plansAreNow(await desk.reading());
    const rate = await desk.place("1-1", "rate", 2021);
    const grade = await desk.place("1-1", "grade", 2021);
    const cell = async (address: string) =>
      (await desk.book.values(address.split("!")[1] ?? "", "加須市")).flat()[0];
    await desk.ask('=PLAN.ACTUAL("1","令和3",加須市)', '=PLAN.PROGRESS("1","令和3",加須市)');
    expect([await cell(rate), await cell(grade)]).toEqual(["未入力", "未入力"]);
    expect(await desk.shown(2)).toEqual(["未入力", "未入力"]);

    await desk.type("1-1", "actual", 2021, "0");
    expect([await cell(rate), await cell(grade)]).toEqual([0, "大幅に遅れている"]);
    expect(await desk.shown(2)).toEqual([0, 0]);

    await desk.type("1-1", "actual", 2021, "210");
    expect([await cell(rate), await cell(grade)]).toEqual([1, "目標達成"]);
    expect(await desk.shown(2)).toEqual([210, 1]);
  });

  test("空白のセルの番号や年度は既定にならない", async () => {
    const desk = await deskWith(kazo, blanksAs);
    await plansAreNow(await desk.reading());
    await desk.ask("=PLAN.PROGRESS(Z1)", '=PLAN.TARGET("83",Z1)', "=PLAN.PROGRESS()");
    const [key, year, whole] = await desk.shown(3);
    expect(["#VALUE!", "#N/A"]).toContain(key);
    expect(year).toBe("#VALUE!");
    expect(whole).toBe("未入力");
  });
});

describe("すべての関数が、範囲・文字・省略で答える", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskWith(kazo);
  });
  test.each([
    ["PROGRESS", '"83","令和3"', "未入力"],
    ["GRADE", '"83","令和3"', "未入力"],
    ["TARGET", '"83","令和3"', 91.8],
    ["BASELINE", '"83",', 89.3],
    ["ACTUAL", '"83","令和3"', "未入力"],
    ["TABLE", '"83","令和3",', "指標"],
    ["ITEMS", '"財政課"', "番号"],
    ["DEPT", '"83"', "財政課"],
    ["SUMMARY", '"目標","令和3"', "目標"],
    ["CHECK", "", "重さ"],
  ])("PLAN.%s", async (id, args, expected) => {
    await plansAreNow(await desk.reading());
    const plans = ["加須市", '"加須市"', '"加須市（公表時）"', null];
    const calls = plans.map(
      (plan) =>
        `=PLAN.${id}(${[...(args === "" ? [] : [args]), ...(plan === null ? [] : [plan])].join(",")})`,
    );
    // Side by side, with room for what spills.
    await desk.book.write(
      "A1:CZ1",
      [Array.from({ length: 104 }, (_, at) => (at % 26 === 0 ? calls[at / 26] : ""))],
      "予算",
    );
    await desk.book.host.settled();
    const [row = []] = await desk.book.values("A1:CZ1", "予算");
    expect(plans.map((plan, at) => [plan, row[at * 26]])).toEqual(plans.map((plan) => [plan, expected]));
    await desk.book.write("A1:CZ1", [Array.from({ length: 104 }, () => "")], "予算");
  });
});

describe("計画を取らない関数", () => {
  test("計画のないブックで答える", async () => {
    const desk = await deskWith(null);
    await desk.ask(
      "=PLAN.RATE(189,210)",
      "=PLAN.GRADEOF(PLAN.RATE(189,210))",
      '=PLAN.YEAR("R5")',
      "=PLAN.NENDO(2023)",
      '=PLAN.RATIO("市税収納率",9870,10000)',
      '=PLAN.LIMIT("実質公債費比率","早期健全化")',
    );
    expect(await desk.shown(6)).toEqual([0.9, "概ね達成", 2023, "令和5年度", 98.7, 25]);
  });
});
