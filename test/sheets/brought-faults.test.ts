/** 取り込み・更新・取り除きのどの要求が、前・途中・後のどこで失敗しても、入力は残り、やり直せば失敗がなかったときと同じになる. */

import {
  bringWorkbook,
  broughtWorkbooks,
  loadPlan,
  plansInFile,
  readPlans,
  removeBrought,
} from "../../src/sheets";
import type { Answer } from "../../src/sheets";
import type { Plan } from "../../src/plan/plan";
import type { Failure } from "../../src/workbench/host/faults";
import type { Book } from "../../src/workbench/host/model/book";
import type { OpenWorkbook } from "../helpers/workbook";
import { must } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const about = { file: "行政経営プラン.xlsx", date: "令和8年7月1日" };

async function fileOf(plan: Plan): Promise<string> {
  const book = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(plan));
  return Buffer.from((await book.host.saveXlsx()).bytes).toString("base64");
}

let today: string;
let tomorrow: string;
let budget: Book;
let brought: Book;
let office: OpenWorkbook["office"];
beforeAll(async () => {
  today = await fileOf(smallPlan);
  tomorrow = await fileOf({ ...smallPlan, title: "改定した計画" });
  const book = await openPlannerWorkbook({ functions: false });
  office = book.office;
  await book.write("A1:B2", [
    ["費目", "金額"],
    ["人件費", 1200],
  ]);
  budget = book.host.book();
  await must(bringWorkbook(today, about));
  await book.write("D1", [["=ROWS(見本市)"]], "Sheet1");
  brought = book.host.book();
});

const open = (book: Book): Promise<OpenWorkbook> => openPlannerWorkbook({ book, office, functions: false });

interface Scenario {
  name: string;
  before: () => Book;
  operation: () => Promise<Answer>;
  /** The title of the plan that is there when it went well. */
  title: string | null;
}

const scenarios: Scenario[] = [
  {
    name: "はじめての取り込み",
    before: () => budget,
    operation: () => bringWorkbook(today, about),
    title: smallPlan.title,
  },
  {
    name: "新しいファイルへの更新",
    before: () => brought,
    operation: () => bringWorkbook(tomorrow, { ...about, date: "令和8年8月1日" }),
    title: "改定した計画",
  },
  {
    name: "取り除き",
    before: () => withoutFormula,
    operation: () => removeBrought(about.file),
    title: null,
  },
  {
    name: "ファイルの計画を読むだけ",
    before: () => budget,
    operation: () => plansInFile(today),
    title: null,
  },
];
let withoutFormula: Book;
beforeAll(async () => {
  const book = await open(brought);
  await book.run((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("D1").clear();
    return Promise.resolve();
  });
  withoutFormula = book.host.book();
});

const titles = async (): Promise<(string | undefined)[]> =>
  (await must(readPlans())).reading.plans.map(({ plan }) => plan.title);

/** Sheets that are neither the user's nor brought under a mark. */
async function strays({ host }: OpenWorkbook): Promise<string[]> {
  const known = (await must(broughtWorkbooks())).brought.flatMap(({ sheets }) => sheets);
  return host
    .book()
    .sheets.map(({ name }) => name)
    .filter((name) => name !== "Sheet1" && !known.includes(name));
}

async function wrongAfter(scenario: Scenario, points: readonly Failure[], where: string): Promise<string[]> {
  const wrong: string[] = [];
  const book = await open(scenario.before());
  for (const point of points) book.host.faults.fail(point);
  const answer = await scenario.operation();
  book.host.faults.clear();
  const typed = JSON.stringify(await book.values("A1:B2", "Sheet1"));
  if (
    typed !==
    JSON.stringify([
      ["費目", "金額"],
      ["人件費", 1200],
    ])
  )
    wrong.push(`${where}: 入力が失われた`);
  const left = await strays(book);
  const told = answer.ok ? "" : (answer.detail ?? []).join("、");
  if (left.some((name) => !told.includes(name)) && (answer.ok || answer.reason !== "unfinished"))
    wrong.push(`${where}: 告げていないシート ${left.join("、")}`);
  if (!answer.ok && answer.reason === "undone" && left.length > 0) wrong.push(`${where}: 元に戻っていない`);
  // What was told is taken away by the person; then the same is done again.
  await book.run((context) => {
    for (const name of left) context.workbook.worksheets.getItem(name).delete();
    return Promise.resolve();
  });
  const again = await scenario.operation();
  const isGone = !again.ok && scenario.name === "取り除き" && again.reason === "notLoaded";
  if (!again.ok && !isGone)
    wrong.push(`${where}: やり直せない ${again.reason} ${(again.detail ?? []).join("、")}`);
  const now = await titles();
  const expected = scenario.title === null ? [] : [scenario.title];
  if (JSON.stringify(now) !== JSON.stringify(expected)) wrong.push(`${where}: 計画が ${JSON.stringify(now)}`);
  const unknown = await strays(book);
  if (unknown.length > 0) wrong.push(`${where}: 残ったシート ${unknown.join("、")}`);
  book.host.dispose();
  return wrong;
}

describe.each(scenarios)("$name", (scenario) => {
  let requests: { actions: number; writes: boolean }[] = [];
  beforeAll(async () => {
    const book = await open(scenario.before());
    book.host.record.clear();
    await must(scenario.operation());
    requests = book.host.record.requests.map(({ actions }) => ({
      actions: actions.length,
      writes: actions.some((each) => /^setProperty|^method (Add|Delete|InsertWorksheets)/.test(each)),
    }));
  });

  test("すべての要求の、前・途中・後", async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const [at, { actions, writes }] of requests.entries()) {
      // The one that changes everything is cut at four places spread over it, the others in the middle; where nothing is
      // written there is no middle.
      const parts = !writes || actions < 2 ? [] : actions > 20 ? [0.125, 0.375, 0.625, 0.875] : [0.5];
      const cuts = parts.map((part) => Math.max(1, Math.floor(part * actions)));
      const when: Failure["when"][] = [
        { kind: "before" },
        { kind: "after" },
        ...cuts.map((action) => ({ kind: "between", action }) as const),
      ];
      for (const each of when) {
        tried += 1;
        const where = `${at + 1} 番目の要求 ${JSON.stringify(each)}`;
        wrong.push(...(await wrongAfter(scenario, [{ request: at + 1, when: each }], where)));
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(2 * requests.length);
    process.stdout.write(`${scenario.name}: ${requests.length} 要求、${tried} か所\n`);
  }, 400_000);

  test("どの要求の前で作業ウィンドウが閉じても", async () => {
    const wrong: string[] = [];
    for (let closed = 1; closed <= requests.length; closed++) {
      const points = Array.from({ length: 40 }, (_, at): Failure => ({
        request: closed + at,
        when: { kind: "before" },
      }));
      wrong.push(...(await wrongAfter(scenario, points, `${closed}から先`)));
    }
    expect(wrong).toEqual([]);
  }, 400_000);
});

test("取り除きが断られたブックは、断られる前と同じ", async () => {
  const book = await open(brought);
  await book.run((context) => {
    context.workbook.protection.protect();
    return Promise.resolve();
  });
  const before = await stateOf(book);
  expect(await removeBrought(about.file)).toMatchObject({ ok: false, reason: "protectedWorkbook" });
  expect(await removeBrought("ほかの計画.xlsx")).toMatchObject({ ok: false, reason: "notLoaded" });
  expect(await stateOf(book)).toEqual(before);
});
