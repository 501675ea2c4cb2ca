/** 企画課のブックを予算のブックに: 隠したシートとして取り込み、更新し、取り除く. */

import { bringWorkbook, broughtWorkbooks, loadPlan, readPlans, removeBrought } from "../../src/sheets";
import type { Plan } from "../../src/plan/plan";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook, seed } from "./planner-workbook";

async function fileOf(plan: Plan, edit?: (book: OpenWorkbook) => Promise<void>): Promise<string> {
  const book = await openPlannerWorkbook();
  const loaded = await loadPlan(plan);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  await edit?.(book);
  await book.host.settled();
  return Buffer.from((await book.host.saveXlsx()).bytes).toString("base64");
}

const typeActual = (value: number) => async (book: OpenWorkbook) => {
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_伊奈町");
    const header = table.getHeaderRowRange().load("values");
    await context.sync();
    const at = (header.values[0] ?? []).findIndex((name) => String(name).startsWith("実績値"));
    table.getDataBodyRange().getCell(0, at).values = [[value]];
  });
};

/** 予算のブック: 名前で計画を見る数式が一つある. */
async function budget(): Promise<OpenWorkbook> {
  const book = await openPlannerWorkbook();
  await book.write("A1:B2", [
    ["費目", "金額"],
    ["人件費", 1200],
  ]);
  return book;
}

const about = { file: "行政経営プラン.xlsx", date: "令和8年7月1日" };
const firstActual = async (): Promise<unknown> => {
  const read = await readPlans();
  if (!read.ok) throw new Error(JSON.stringify(read));
  return Object.values(read.reading.plans[0]?.plan.indicators[0]?.actuals ?? {})[0];
};

let today: string;
let tomorrow: string;
beforeAll(async () => {
  today = await fileOf(seed("ina"), typeActual(210));
  tomorrow = await fileOf(seed("ina"), typeActual(230));
});

test("計画と設定だけが隠れて入り、いつの、どのファイルかが残る。集計などは入らない", async () => {
  const book = await budget();
  const answer = await bringWorkbook(today, about);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  expect(answer.brought).toMatchObject({
    ...about,
    plans: [{ id: seed("ina").id, title: seed("ina").title }],
  });
  const { sheets } = book.host.book();
  expect(sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name)).toEqual([
    "Sheet1",
  ]);
  expect(sheets.map(({ name }) => name).sort()).toEqual(["Sheet1", ...answer.brought.sheets].sort());
  const known = await broughtWorkbooks();
  if (!known.ok) throw new Error(JSON.stringify(known));
  expect(known.brought.map(({ sheets: names, ...rest }) => ({ ...rest, sheets: [...names].sort() }))).toEqual(
    [{ ...answer.brought, sheets: [...answer.brought.sheets].sort() }],
  );
  expect(await firstActual()).toBe("210");
});

test("計画の名前で書いた数式から、今日の目標と実績が見える", async () => {
  const book = await budget();
  const answer = await bringWorkbook(today, about);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  await book.write("D1", [["=ROWS(伊奈町)"]], "Sheet1");
  const table = book.host.book().tables.find(({ name }) => name === "表_伊奈町");
  expect(await book.values("D1", "Sheet1")).toEqual([
    [(table?.area.bottom ?? 0) - (table?.area.top ?? 0) + 1],
  ]);
});

test("更新すると新しい実績に替わり、名前で書いた数式は指したまま。シートは増えない", async () => {
  const book = await budget();
  const first = await bringWorkbook(today, about);
  if (!first.ok) throw new Error(JSON.stringify(first));
  await book.write("D1", [["=ROWS(伊奈町)"]], "Sheet1");
  const rows = await book.values("D1", "Sheet1");
  const again = await bringWorkbook(tomorrow, { ...about, date: "令和8年8月1日" });
  if (!again.ok) throw new Error(JSON.stringify(again));
  expect(again.brought).toMatchObject({ date: "令和8年8月1日" });
  expect([...again.brought.sheets].sort()).toEqual([...first.brought.sheets].sort());
  expect(await firstActual()).toBe("230");
  await book.host.settled();
  expect(await book.formulas("D1", "Sheet1")).toEqual([["=ROWS(伊奈町)"]]);
  expect(await book.values("D1", "Sheet1")).toEqual(rows);
  const read = await readPlans();
  if (!read.ok) throw new Error(JSON.stringify(read));
  expect(read.reading.plans).toHaveLength(1);
  expect(read.reading.plans[0]).toMatchObject({
    name: "伊奈町",
    table: "表_伊奈町",
    scaleTable: "尺度_伊奈町",
    problems: [],
  });
  expect(read.reading.evaluationYear).not.toBeNull();
  expect(book.host.book().names.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
});

test("表を直接指す数式があれば、更新も取り除きも断り、場所を告げて何も変えない", async () => {
  const book = await budget();
  await bringWorkbook(today, about);
  await book.write("D1", [["=ROWS(表_伊奈町[#All])"]], "Sheet1");
  const before = book.host.save();
  for (const answer of [await bringWorkbook(tomorrow, about), await removeBrought(about.file)])
    expect(answer).toMatchObject({ ok: false, reason: "pointedAt", detail: ["Sheet1!D1"] });
  const after = book.host.save();
  expect(after.sheets).toEqual(before.sheets);
  expect(after.names).toEqual(before.names);
});

test("取り除くと、取り込む前のブックに戻る", async () => {
  const book = await budget();
  const before = book.host.save();
  await bringWorkbook(today, about);
  // 文字で書いた計画は、公表時のものに戻るだけで、壊れない。
  expect(await removeBrought(about.file)).toMatchObject({ ok: true });
  await book.host.settled();
  const after = book.host.save();
  expect([after.sheets, after.tables, after.names]).toEqual([before.sheets, before.tables, before.names]);
});

test("同じ計画を自分で読み込んであるブックには取り込まない", async () => {
  const book = await openPlannerWorkbook();
  const loaded = await loadPlan(seed("ina"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  await book.host.settled();
  const before = book.host.save();
  expect(await bringWorkbook(today, about)).toMatchObject({
    ok: false,
    reason: "alreadyLoaded",
    detail: ["伊奈町"],
  });
  await book.host.settled();
  const after = book.host.save();
  expect([after.sheets, after.names]).toEqual([before.sheets, before.names]);
});

test("「伊奈町」という名前を別のことに使っているブックには取り込まない", async () => {
  const book = await budget();
  await book.run(async (context) => {
    context.workbook.names.add("伊奈町", "=Sheet1!$A$1");
  });
  const before = book.host.save();
  expect(await bringWorkbook(today, about)).toMatchObject({
    ok: false,
    reason: "nameTaken",
    detail: ["伊奈町"],
  });
  expect(book.host.save().names).toEqual(before.names);
});

describe("更新の途中のどの要求が失敗しても、入力と前に取り込んだものは残り、もう一度更新すれば新しくなる", () => {
  const requests = 18;
  test("要求は全部でこれだけ", async () => {
    const book = await budget();
    await bringWorkbook(today, about);
    book.host.record.clear();
    await bringWorkbook(tomorrow, about);
    expect(book.host.record.requests.length).toBeLessThanOrEqual(requests);
  });

  const points = Array.from({ length: requests }, (_, at) => at + 1).flatMap(
    (request) =>
      [
        [request, "before"],
        [request, "after"],
      ] as const,
  );
  test.each(points)("%i 番目の要求の %s", async (request, when) => {
    const book = await budget();
    await bringWorkbook(today, about);
    await book.write("D1", [["=ROWS(伊奈町)"]], "Sheet1");
    const rows = await book.values("D1", "Sheet1");
    book.host.faults.fail({ request, when: { kind: when } });
    await bringWorkbook(tomorrow, about);
    book.host.faults.clear();
    expect(["210", "230"]).toContain(await firstActual());
    const again = await bringWorkbook(tomorrow, about);
    if (!again.ok) throw new Error(JSON.stringify(again));
    expect(await firstActual()).toBe("230");
    await book.host.settled();
    expect(await book.values("A1:B2", "Sheet1")).toEqual([
      ["費目", "金額"],
      ["人件費", 1200],
    ]);
    expect(await book.values("D1", "Sheet1")).toEqual(rows);
  });
});
