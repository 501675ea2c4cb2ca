/** 企画課のブックを予算のブックに: 隠したシートとして取り込み、更新し、取り除く. */

import {
  bringWorkbook,
  broughtWorkbooks,
  loadPlan,
  plansInFile,
  readPlans,
  removeBrought,
} from "../../src/sheets";
import type { Plan } from "../../src/plan/plan";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook, seed } from "./planner-workbook";
import { smallPlan } from "./small-plan";

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

test("計画の名前を使う数式があれば、更新はでき、取り除きは断って、どう直すかを言う", async () => {
  const book = await budget();
  await bringWorkbook(today, about);
  await book.write("D1", [["=ROWS(伊奈町)"]], "Sheet1");
  expect(await bringWorkbook(tomorrow, about)).toMatchObject({ ok: true });
  const answer = await removeBrought(about.file);
  expect(answer).toMatchObject({ ok: false, reason: "pointedAt", detail: ["Sheet1!D1"] });
  expect(answer.ok ? "" : answer.message).toMatch(/値にする.*か、計画を "加須市（公表時）" のような文字に/);
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

/** 計画のブックの、はじめにあるものとは違うもの. */
describe("ふつうでないファイル", () => {
  test("計画のないブックは取り込まず、何も残さない", async () => {
    const other = await budget();
    const content = Buffer.from((await other.host.saveXlsx()).bytes).toString("base64");
    const book = await budget();
    const before = book.host.save();
    expect(await bringWorkbook(content, about)).toMatchObject({ ok: false, reason: "notReadable" });
    expect(book.host.save().sheets).toEqual(before.sheets);
  });

  test("新しい版のアドインのブックは取り込まず、下見もしない", async () => {
    const content = await fileOf(seed("ina"), async (book) => {
      await book.run(async (context) => {
        const body = context.workbook.tables.getItem("控え_伊奈町").getDataBodyRange().load("values");
        await context.sync();
        const at = body.values.findIndex((row: unknown[]) => row[1] === "名前");
        const names = JSON.parse(String(body.values[at]?.[3])) as object;
        body.getCell(at, 3).values = [[JSON.stringify({ ...names, version: 99 })]];
      });
    });
    const book = await budget();
    const before = book.host.save();
    expect(await bringWorkbook(content, about)).toMatchObject({ ok: false, reason: "newerFormat" });
    expect(await plansInFile(content)).toMatchObject({ ok: false, reason: "newerFormat" });
    expect(book.host.save().sheets).toEqual(before.sheets);
  });

  test("設定と控えを消したブックでも、計画の表があれば取り込め、更新もできる", async () => {
    const content = await fileOf(seed("ina"), async (book) => {
      await book.run((context) => {
        for (const name of ["設定", "控え（伊奈町）"]) context.workbook.worksheets.getItem(name).delete();
        return Promise.resolve();
      });
    });
    const book = await budget();
    const first = await bringWorkbook(content, about);
    if (!first.ok) throw new Error(JSON.stringify(first));
    expect(first.brought.sheets).toEqual(["伊奈町"]);
    const again = await bringWorkbook(content, { ...about, date: "令和8年8月1日" });
    expect(again).toMatchObject({ ok: true, brought: { sheets: ["伊奈町"], date: "令和8年8月1日" } });
    expect(book.host.book().sheets.map(({ name }) => name)).toEqual(["Sheet1", "伊奈町"]);
  });
});

test("更新で計画がなくなるシートを指す数式があれば、更新を断り、場所を告げる", async () => {
  const other = await fileOf(smallPlan);
  const book = await budget();
  await bringWorkbook(other, about);
  await book.write("D1", [["=見本市!A1"]], "Sheet1");
  const before = book.host.save();
  expect(await bringWorkbook(today, about)).toMatchObject({
    ok: false,
    reason: "pointedAt",
    detail: ["Sheet1!D1"],
  });
  expect(book.host.save().sheets).toEqual(before.sheets);
});

test("取り込みも取り除きも、人の名前には触れない。似た名前の表を指していても", async () => {
  const book = await budget();
  await book.run((context) => {
    const { workbook } = context;
    workbook.tables.add("Sheet1!A1:B2", true).name = "新表_伊奈町";
    workbook.names.add("税率", "=0.1");
    workbook.names.add("予算の表", "=ROWS(新表_伊奈町[#All])");
    workbook.names.add("行方不明", "=#REF!");
    return Promise.resolve();
  });
  const names = () => book.host.book().names.map(({ name, formula }) => `${name} ${formula}`);
  const before = names();
  await bringWorkbook(today, about);
  await bringWorkbook(tomorrow, { ...about, date: "令和8年8月1日" });
  expect(names()).toEqual(expect.arrayContaining(before));
  expect(await removeBrought(about.file)).toMatchObject({ ok: true });
  expect(names()).toEqual(before);
});

test("ファイルの集計だけを指していた名前は、取り込んだブックには残らない", async () => {
  const content = await fileOf(seed("ina"), async (book) => {
    await book.run((context) => {
      context.workbook.names.add("集計の題名", "=集計!$A$1");
      return Promise.resolve();
    });
  });
  const book = await budget();
  await bringWorkbook(content, about);
  expect(book.host.book().names.map(({ name }) => name)).not.toContain("集計の題名");
});

test("印の読めないシートは、取り込んだものとして扱わない", async () => {
  const book = await budget();
  await book.run((context) => {
    const { worksheets } = context.workbook;
    worksheets.add("甲").customProperties.add("計画アドインの取り込み", "{こわれた");
    worksheets.add("乙").customProperties.add("計画アドインの取り込み", '{"file":5}');
    return Promise.resolve();
  });
  expect(await broughtWorkbooks()).toEqual({ ok: true, brought: [] });
  expect(await removeBrought("5")).toMatchObject({ ok: false, reason: "notLoaded" });
});
