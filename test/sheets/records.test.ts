/** 設定・点検・再計算・表に戻す: 書いたものがシートと関数に届き、失敗すれば元のまま、元に戻せば元どおり. */

import {
  type FindingRow,
  readAccepted,
  readPlans,
  recalculate,
  refreshUnseen,
  repairPlan,
  setEvaluationYear,
  undoable,
  undoLast,
  writeFindings,
  writeScale,
} from "../../src/sheets";
import type { Scale } from "../../src/plan/scales/scale";
import { DEFAULT_SCALE } from "../../src/plan/scales/bundled";
import type { OpenWorkbook } from "../helpers/workbook";
import { columnOf, must, onlyPlan, typeInto } from "./asked";
import { openLoaded } from "./loaded-workbook";
import { openPlannerWorkbook } from "./planner-workbook";
import { stateOf } from "./workbook-state";

/** Where the writing of an operation comes, found by doing it once. */
async function writingRequest(operation: () => Promise<unknown>): Promise<number> {
  const book = await openLoaded();
  book.host.record.clear();
  await operation();
  const at = book.host.record.requests.findIndex(({ actions }) =>
    actions.some((action) => /^setProperty|^method (Add|Resize)/.test(action)),
  );
  return at + 1;
}

async function isTakenBack(operation: () => Promise<unknown>, writes: readonly number[]): Promise<void> {
  const request = await writingRequest(operation);
  for (const when of [
    ...writes.map((count) => ({ kind: "afterWrites", writes: count }) as const),
    { kind: "after" } as const,
  ]) {
    const book = await openLoaded();
    const before = await stateOf(book);
    book.host.faults.fail({ request, when });
    expect(await operation()).toMatchObject({ ok: false, reason: "undone" });
    expect(await stateOf(book)).toEqual(before);
  }
}

describe("評価年度", () => {
  test("名前の付いたセルに入り、計画の読み取りに出て、元に戻せる", async () => {
    await openLoaded();
    await must(setEvaluationYear(2022));
    const { reading } = await must(readPlans());
    expect(reading.evaluationYear).toBe(2022);
    expect(undoable()).toBe("評価年度の変更");
    await must(undoLast());
    expect((await must(readPlans())).reading.evaluationYear).toBe(2021);
  });

  test("その後で人が選び直した年度は、元に戻すで消さない", async () => {
    const book = await openLoaded();
    await must(setEvaluationYear(2022));
    await book.write("B4", [["令和5年度"]], "設定");
    expect(await undoLast()).toMatchObject({ ok: false, reason: "cannotUndo", detail: ["設定!B4"] });
    expect((await must(readPlans())).reading.evaluationYear).toBe(2023);
  });

  test("名前が消えているか、セルを指していなければ、付け直すよう言う", async () => {
    const book = await openLoaded();
    await book.run((context) => {
      context.workbook.names.getItem("評価年度").delete();
      return Promise.resolve();
    });
    const answer = await setEvaluationYear(2022);
    expect(answer).toMatchObject({ ok: false, reason: "notLoaded" });
    expect(answer.ok ? "" : answer.message).toContain("名前の定義");
    await book.run((context) => {
      context.workbook.names.add("評価年度", '="令和3年度"');
      return Promise.resolve();
    });
    expect(await setEvaluationYear(2022)).toMatchObject({ ok: false, reason: "notLoaded" });
  });

  test("途中で失敗すれば元のまま", () => isTakenBack(() => setEvaluationYear(2023), []));
});

const longer: Scale = {
  ...DEFAULT_SCALE,
  rules: [
    { name: "=超過達成", bound: "以上", percent: 120, nameFrom: "アドイン", numberFrom: "アドイン" },
    ...DEFAULT_SCALE.rules,
  ],
};
const shorter: Scale = { ...DEFAULT_SCALE, rules: DEFAULT_SCALE.rules.slice(2) };

describe("尺度", () => {
  test.each([
    ["増やす", longer],
    ["減らす", shorter],
  ])("区分を%sと、表の大きさも評価の列も従い、元に戻せる", async (_name, scale) => {
    const book = await openLoaded();
    await typeInto(book, "実績値 令和3年度", 0, [15]);
    const before = await stateOf(book);
    await must(writeScale("small", scale));
    expect((await onlyPlan()).scale?.rules).toEqual(scale.rules);
    await book.host.settled();
    expect((await columnOf(book, "評価 令和3年度"))[0]).toBe(scale.rules[0]?.name);
    await must(undoLast());
    expect(await stateOf(book)).toEqual(before);
  });

  test("表の下に人のものがあれば、書かない", async () => {
    const book = await openLoaded();
    await book.write("O15", [["人のメモ"]], "設定");
    const before = await stateOf(book);
    const [first] = longer.rules;
    const longest = { ...longer, rules: [...(first === undefined ? [] : [first]), ...longer.rules] };
    expect(await writeScale("small", longest)).toMatchObject({ ok: false, reason: "occupied" });
    expect(await stateOf(book)).toEqual(before);
  });

  test("尺度の表を消した計画には、作り直し方を言う", async () => {
    const book = await openLoaded();
    await book.run((context) => {
      context.workbook.tables.getItem("尺度_見本市").delete();
      return Promise.resolve();
    });
    expect(await writeScale("small", longer)).toMatchObject({ ok: false, reason: "notLoaded" });
  });

  test("途中で失敗すれば元のまま", () => isTakenBack(() => writeScale("small", longer), [1, 2]));
});

const finding = (at: number, accepted: FindingRow["accepted"] = null): FindingRow => ({
  plan: "small",
  rule: "target-missing",
  severity: "注意",
  message: `=${at}`,
  remedy: "入力してください。",
  place: `場所${at}`,
  address: at % 2 === 0 ? null : `見本市!A${at}`,
  key: `k${at}`,
  accepted,
});
const accepted = { by: "課長", why: "欠番", on: "2022/4/1" };

describe("点検のシート", () => {
  test("一覧は今の一覧になり、了承は読み戻され、人の列は残る", async () => {
    const book = await openLoaded();
    await book.run((context) => {
      const table = context.workbook.tables.getItem("点検結果表");
      table.columns.add(2, [["担当"], [""]]);
      return Promise.resolve();
    });
    await must(writeFindings([finding(1), finding(2, accepted), finding(3)]));
    await book.write("C5:C7", [["加藤"], ["佐藤"], [""]], "点検");
    const lines = await book.run(async (context) => {
      const range = context.workbook.worksheets.getItem("点検").getRange("A5:L7");
      const { format } = range.load("format/verticalAlignment,format/wrapText");
      await context.sync();
      return [format.verticalAlignment, format.wrapText];
    });
    // Every line stands at the top of its row, not only the first.
    expect(lines).toEqual(["Top", true]);
    expect((await must(readAccepted())).findings).toEqual([finding(2, accepted)]);
    await must(writeFindings([finding(2, accepted)]));
    expect(
      (await book.values("A4:L6", "点検")).map(([plan, rule, owner, , message]) => [
        plan,
        rule,
        owner,
        message,
      ]),
    ).toEqual([
      ["計画ID", "規則", "担当", "内容"],
      ["small", "target-missing", "加藤", "=2"],
      ["", "", "佐藤", ""],
    ]);
    await must(writeFindings([]));
    expect((await must(readAccepted())).findings).toEqual([]);
  });

  test("下に人のものがあれば書かず、シートがなければそう言う", async () => {
    const book = await openLoaded();
    await book.write("B8", [["人のメモ"]], "点検");
    const before = await stateOf(book);
    expect(await writeFindings([1, 2, 3, 4, 5].map((at) => finding(at)))).toMatchObject({
      ok: false,
      reason: "occupied",
    });
    expect(await stateOf(book)).toEqual(before);
    await book.run((context) => {
      context.workbook.worksheets.getItem("点検").delete();
      return Promise.resolve();
    });
    expect(await writeFindings([finding(1)])).toMatchObject({ ok: false, reason: "notLoaded" });
    expect((await must(readAccepted())).findings).toEqual([]);
  });

  test("途中で失敗すれば元のまま", () =>
    isTakenBack(() => writeFindings([finding(1), finding(2)]), [1, 2, 3]));
});

describe("再計算", () => {
  const withCalls = async (): Promise<OpenWorkbook> => {
    const book = await openLoaded();
    await book.run((context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A7").formulas = [
        ["=PLAN.SUMMARY()"],
        [""],
        [""],
        ["=1+1"],
        ["=PLAN.RATE(1,2)"],
        ["=PLAN.OLD(1)"],
        ["=PLAN.OLD(2)"],
      ];
      return Promise.resolve();
    });
    await book.host.settled();
    return book;
  };

  test("計画の範囲を渡していない数式だけを、自動で計算し直す。何も書かない", async () => {
    const book = await withCalls();
    const before = await stateOf(book);
    book.host.record.clear();
    expect(await refreshUnseen()).toEqual({ ok: true, cells: 1 });
    const actions = book.host.record.requests.flatMap((request) => request.actions);
    expect(actions.filter((action) => action.startsWith("setProperty"))).toEqual([]);
    expect(actions.filter((action) => action === "method SetDirty")).toHaveLength(1);
    expect(await stateOf(book)).toEqual(before);
    expect(book.host.canUndo).toBe(true);
  });

  test("再計算は PLAN の数式すべてを計算し、#BUSY! や古いエラーに止まったセルをもう一度計算する", async () => {
    const book = await withCalls();
    const before = await stateOf(book);
    book.host.record.clear();
    const { cells } = await must(recalculate());
    expect(cells).toBeGreaterThan(10);
    const actions = book.host.record.requests.flatMap((request) => request.actions);
    // One of the application, one of the two cells that still show #NAME?.
    expect(actions.filter((action) => action === "method Calculate")).toHaveLength(2);
    expect(await stateOf(book)).toEqual(before);
  });

  test("PLAN の数式のないブックでは、何もしない", async () => {
    await openPlannerWorkbook();
    expect([await refreshUnseen(), await recalculate()]).toEqual([
      { ok: true, cells: 0 },
      { ok: true, cells: 0 },
    ]);
  });
});

describe("表に戻す", () => {
  const convert = async (): Promise<OpenWorkbook> => {
    const book = await openLoaded();
    await typeInto(book, "実績値 令和3年度", 0, [15, 60]);
    await typeInto(book, "達成率 令和4年度", 0, ["手で入れた率"]);
    await book.run((context) => {
      context.workbook.tables.getItem("表_見本市").convertToRange();
      return Promise.resolve();
    });
    return book;
  };

  test("範囲に変えられた表は、打ち込んだ値ごと表に戻り、再掲も達成率も行に付いていく", async () => {
    const book = await convert();
    const broken = await onlyPlan();
    expect([broken.table, broken.problems[0]?.message]).toEqual([null, expect.stringContaining("表に戻す")]);
    expect(await repairPlan("small")).toEqual({ ok: true, table: "表_見本市" });
    await book.host.settled();
    const mended = await onlyPlan();
    expect([mended.table, mended.name, mended.problems]).toEqual(["表_見本市", "見本市", []]);
    expect(mended.plan).toEqual(broken.plan);
    const fresh = await openLoaded();
    await typeInto(fresh, "実績値 令和3年度", 0, [15, 60]);
    await typeInto(fresh, "達成率 令和4年度", 0, ["手で入れた率"]);
    await fresh.host.settled();
    const expected = await stateOf(fresh);
    expect((await stateOf(book)).sheets["見本市"]?.cells).toEqual(expected.sheets["見本市"]?.cells);
    expect((await stateOf(book)).names).toEqual(expected.names);
  });

  test("名前だけが消えた計画には、名前を付け直す。どこも壊れていなければ何もしない", async () => {
    const book = await openLoaded();
    const before = await stateOf(book);
    expect(await repairPlan("small")).toEqual({ ok: true, table: "表_見本市" });
    expect(await stateOf(book)).toEqual(before);
    await book.run((context) => {
      context.workbook.names.getItem("見本市").delete();
      return Promise.resolve();
    });
    expect((await onlyPlan()).name).toBeNull();
    await must(repairPlan("small"));
    expect(await stateOf(book)).toEqual(before);
  });

  test("控えもない範囲からも、表と名前ができる", async () => {
    const book = await convert();
    await book.run((context) => {
      context.workbook.worksheets.getItem("控え（見本市）").delete();
      context.workbook.names.getItem("見本市").delete();
      return Promise.resolve();
    });
    const { plan } = await onlyPlan();
    const { table } = await must(repairPlan(plan.id));
    expect(await onlyPlan()).toMatchObject({ table, problems: [] });
  });

  test("途中で失敗すれば、範囲のまま元どおり", async () => {
    const first = await convert();
    first.host.record.clear();
    const start = first.host.book();
    await must(repairPlan("small"));
    const { requests } = first.host.record;
    const request = requests.findIndex(({ actions }) =>
      actions.some((each) => each.startsWith("setProperty")),
    );
    const places = (requests[request]?.actions ?? []).map(
      (_, at) => ({ kind: "between", action: at }) as const,
    );
    const tried = places.filter(({ action }) => action > 0 && (action < 8 || action % 8 === 0));
    for (const when of [...tried, { kind: "after" } as const]) {
      const book = await openPlannerWorkbook({ book: start, office: first.office });
      const before = await stateOf(book);
      book.host.faults.fail({ request: request + 1, when });
      expect({ when, ...(await repairPlan("small")) }).toMatchObject({ when, ok: false, reason: "undone" });
      expect({ when, ...(await stateOf(book)) }).toEqual({ when, ...before });
      book.host.dispose();
    }
  });
});
