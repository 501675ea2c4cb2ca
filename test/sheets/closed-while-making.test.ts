/** シートを作っている途中で作業ウィンドウが閉じた: 次の操作が、読み込む前のブックに戻す。人の作ったシート、人の書いたものには触れない. */

import { loadPlan, readPlans, reloadPlan, removePlan } from "../../src/sheets";
import type { Book } from "../../src/workbench/host/model/book";
import type { OpenWorkbook } from "../helpers/workbook";
import { must } from "./asked";
import { foreignEdit, meanwhile, typed } from "./meanwhile";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const otherPlan = { ...smallPlan, id: "other", municipality: "隣市", title: "隣市の計画" };

interface Start {
  office: OpenWorkbook["office"];
  book: Book;
  /** The request that makes the sheets, counted from the load's first, and how many actions it has. */
  making: number;
  actions: number;
}

/** A workbook with something of a person's, and other plans where there are to be some. */
async function startWith(...plans: (typeof smallPlan)[]): Promise<Start> {
  const first = await openPlannerWorkbook({ functions: false });
  await first.write("B2:C3", [
    ["予算", 1200],
    ["備考", "消してはいけない"],
  ]);
  for (const plan of plans) await must(loadPlan(plan));
  await first.host.settled();
  const book = first.host.book();
  first.host.record.clear();
  await must(loadPlan(smallPlan));
  const requests = first.host.record.requests.map(({ actions }) => actions);
  const making = requests.findIndex((actions) => actions.some((each) => each === "instantiate Add"));
  return { office: first.office, book, making: making + 1, actions: requests[making]?.length ?? 0 };
}

/** From the action on nothing arrives any more. */
async function closedAt({ office, book, making }: Start, action: number): Promise<OpenWorkbook> {
  const opened = await openPlannerWorkbook({ book, office, functions: false });
  opened.host.faults.fail({ request: making, when: { kind: "between", action } });
  for (let later = 1; later <= 30; later++)
    opened.host.faults.fail({ request: making + later, when: { kind: "before" } });
  expect(await loadPlan(smallPlan)).toMatchObject({ ok: false, reason: "unfinished" });
  opened.host.faults.clear();
  return opened;
}

/** Something that cleans up and finds nothing else to do. */
const nextOperation = (): Promise<unknown> => removePlan("nobody");

describe.each([
  { what: "はじめての計画", plans: [] },
  { what: "二つ目の計画", plans: [otherPlan] },
])("$what", ({ plans }) => {
  let start: Start;
  beforeAll(async () => {
    start = await startWith(...plans);
  });

  /** Every place while sheets are added and marked, and some of the hundreds while they are drawn. */
  const places = (): number[] => {
    const { actions } = start;
    const early = Array.from({ length: 70 }, (_, at) => at + 1);
    const spread = Array.from({ length: 16 }, (_, at) => Math.round(70 + ((at + 0.5) * (actions - 70)) / 16));
    return [...early, ...spread];
  };

  test("どこで閉じても、次の操作のあとは読み込む前と同じで、見えるシートは残らない", async () => {
    const untouched = await openPlannerWorkbook({ book: start.book, office: start.office, functions: false });
    const before = await stateOf(untouched);
    const wrong: number[] = [];
    for (const place of places()) {
      const book = await closedAt(start, place);
      await nextOperation();
      if (JSON.stringify(await stateOf(book)) !== JSON.stringify(before)) wrong.push(place);
      book.host.dispose();
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

test("書きかけの尺度に人が打ち込んでいれば、そのまま残す", async () => {
  const start = await startWith(otherPlan);
  const book = await closedAt(start, start.actions - 1);
  const places = await book.run(async (context) => {
    const begun = context.workbook.tables.getItem("尺度_見本市").getRange().load("address");
    await context.sync();
    return begun.address.slice(begun.address.indexOf("!") + 1);
  });
  const before = await book.formulas(places, "設定");
  await book.run(async (context) => {
    context.workbook.tables.getItem("尺度_見本市").getDataBodyRange().getCell(0, 2).values = [[97]];
    await context.sync();
  });
  await nextOperation();
  const after = await book.formulas(places, "設定");
  expect(after.flat().filter((cell) => cell === 97)).toHaveLength(1);
  expect(after.flat()).toHaveLength(before.flat().length);
  expect(after[0]).toEqual(before[0]);
  expect((await must(readPlans())).reading.unfinished).toBe(false);
});

describe("足しただけで、まだ印のないシート", () => {
  let start: Start;
  beforeAll(async () => {
    start = await startWith();
  });
  const named = "（計画アドインが作成中）";
  const added = async (): Promise<OpenWorkbook> => {
    const book = await openPlannerWorkbook({ book: start.book, office: start.office, functions: false });
    await book.run(async (context) => {
      context.workbook.worksheets.add(named);
      await context.sync();
    });
    return book;
  };
  const sheetsOf = ({ host }: OpenWorkbook): string[] => host.book().sheets.map(({ name }) => name);

  test("残っていると知らせ、次の読み込みで片付く", async () => {
    const book = await added();
    expect((await must(readPlans())).reading.unfinished).toBe(true);
    await must(loadPlan(smallPlan));
    expect(sheetsOf(book)).not.toContain(named);
    expect((await must(readPlans())).reading.unfinished).toBe(false);
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ["字", (sheet) => (sheet.getRange("C5").values = [["会議のメモ"]])],
    ["色", (sheet) => (sheet.getRange("C5").format.fill.color = "#FFCC00")],
    ["図形", (sheet) => void sheet.shapes.addGeometricShape(Excel.GeometricShapeType.rectangle)],
    ["グラフ", (sheet) => void sheet.charts.add(Excel.ChartType.columnClustered, sheet.getRange("A1:B2"))],
  ])("人が%sを置いていれば、消さない", async (_, put) => {
    const book = await added();
    await book.run((context) => Promise.resolve(put(context.workbook.worksheets.getItem(named))));
    await must(loadPlan(smallPlan));
    expect(sheetsOf(book)).toContain(named);
    expect((await must(readPlans())).reading.plans).toHaveLength(1);
  });

  test("閉じたあとに人が同じ名前のシートを作っても、空でも、消さない", async () => {
    const book = await closedAt(start, 12);
    await book.run(async (context) => {
      context.workbook.worksheets.add("点検");
      await context.sync();
    });
    await nextOperation();
    expect(sheetsOf(book)).toEqual(["Sheet1", "点検"]);
  });
});

test("作っている間にほかの人が同じ名前のシートを作っても、元に戻すときに消さない", async () => {
  const start = await startWith();
  const book = await openPlannerWorkbook({ book: start.book, office: start.office, functions: false });
  meanwhile(book, start.making, async () => {
    await foreignEdit(book, () => ({ kind: "addSheet", name: "集計" }));
    await foreignEdit(book, typed("集計", 0, 0, "ほかの人の集計"));
  });
  expect(await loadPlan(smallPlan)).toMatchObject({ ok: false, reason: "nameTaken" });
  expect(book.host.book().sheets.map(({ name }) => name)).toEqual(["Sheet1", "集計"]);
  expect(await book.values("A1", "集計")).toEqual([["ほかの人の集計"]]);
});

test("更新が控えを作る途中で閉じても、次の更新で片付き、見えるシートは残らない", async () => {
  const first = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(smallPlan));
  const loaded = first.host.book();
  const because = { reason: "見直し", date: "2022/4/1" };
  first.host.record.clear();
  await must(reloadPlan(revisedPlan, because));
  const expected = await stateOf(first);
  const requests = first.host.record.requests.map(({ actions }) => actions);
  const writing = requests.findIndex((actions) => actions.includes("instantiate Add"));
  const actions = requests[writing] ?? [];
  const adding = actions.indexOf("instantiate Add");
  const sheets = Object.keys(expected.sheets).length;
  for (let action = adding; action < actions.length; action += action < adding + 16 ? 1 : 5) {
    const book = await openPlannerWorkbook({ book: loaded, office: first.office, functions: false });
    book.host.faults.fail({ request: writing + 1, when: { kind: "between", action } });
    for (let later = 2; later <= 30; later++)
      book.host.faults.fail({ request: writing + later, when: { kind: "before" } });
    await reloadPlan(revisedPlan, because);
    book.host.faults.clear();
    await must(reloadPlan(revisedPlan, because));
    const after = await stateOf(book);
    expect(Object.keys(after.sheets)).toHaveLength(sheets);
    expect(Object.entries(after.sheets).filter(([, { visibility }]) => visibility === "VeryHidden")).toEqual(
      [],
    );
    const { reading } = await must(readPlans());
    expect([reading.unfinished, reading.problems, reading.plans[0]?.plan]).toEqual([false, [], revisedPlan]);
    book.host.dispose();
  }
}, 240_000);
