/** 集計: 計画と同じ表と図が、尺度の区分を増やしても何も落とさない. */

import { loadPlan, setEvaluationYear, writeScale } from "../../src/sheets";
import { DEFAULT_SCALE } from "../../src/plan/scales/bundled";
import { textWidth } from "../../src/sheets/layout/sheet-spec";
import { headingsOf } from "../../src/sheets/layout/summary-parts";
import { summarySheet } from "../../src/sheets/layout/summary-sheet";
import { areaName } from "../../src/sheets/address";
import { must } from "./asked";
import { openPlannerWorkbook, seed, SEED_NAMES } from "./planner-workbook";
import { smallPlan } from "./small-plan";

const names = { table: "表", scaleTable: "尺度", name: "加須市" };

test("加須の集計には、全体の円と、目標ごとの区分の積み上げ棒がある", () => {
  const spec = summarySheet(seed("kazo"), "集計", names, DEFAULT_SCALE);
  const [doughnut, bars] = spec.charts;
  expect([doughnut?.kind, bars?.kind]).toEqual(["Doughnut", "BarStacked"]);
  const source = bars?.source ?? { row: 0, column: 0, rows: 0, columns: 0 };
  expect(source).toMatchObject({ column: 0, rows: 5 + 1, columns: DEFAULT_SCALE.rules.length + 1 });
  const header = spec.values.find(({ area }) => area.row === source.row)?.cells[0];
  expect(header).toEqual(["目標", ...DEFAULT_SCALE.rules.map(({ name }) => name)]);
  const words = spec.values.find(({ area }) => area.row === source.row + 1)?.cells;
  expect(words).toHaveLength(source.rows - 1);
});

test("図は言葉から作られ、そのあとで言葉は数式に変わる", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(smallPlan));
  await book.host.settled();
  const { charts } = await book.run(async (context) => {
    const found = context.workbook.worksheets.getItem("集計").charts.load("items/chartType,items/title/text");
    await context.sync();
    return { charts: found.items.map(({ chartType, title }) => [chartType, title.text]) };
  });
  expect(charts).toEqual([
    ["Doughnut", "全体の評価"],
    ["BarStacked", "施策ごとの評価"],
  ]);
  const spec = summarySheet(smallPlan, "集計", names, DEFAULT_SCALE);
  const [, bars] = spec.charts;
  const formulas = await book.formulas(
    areaName(bars?.source ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    "集計",
  );
  expect(
    formulas
      .flat()
      .slice(1)
      .every((cell) => String(cell).startsWith("=")),
  ).toBe(true);
});

test("集計: 図の色は評価のよい順で、作業ウィンドウと同じ", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(smallPlan));
  const { sheets } = book.host.book();
  const [doughnut, bars] = [...sheets.values()].find(({ name }) => name === "集計")?.charts ?? [];
  const bestFirst = ["#107C10", "#0078D4", "#EAA300", "#D13438"];
  expect(bestFirst.map((_, at) => doughnut?.series[0]?.properties[`points.${at}.format.fill.color`])).toEqual(
    bestFirst,
  );
  expect(bars?.series.map(({ properties }) => properties["format.fill.color"])).toEqual(bestFirst);
});

test("尺度の区分が増えると、全体の評価の表にも出る", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(smallPlan));
  const [first, ...rest] = DEFAULT_SCALE.rules;
  if (first === undefined) throw new Error("尺度がない");
  const longer = { ...DEFAULT_SCALE, rules: [{ ...first, name: "超過達成", percent: 120 }, first, ...rest] };
  await must(writeScale("small", longer));
  await book.host.settled();
  const shown = (await book.values("A8:A14", "集計")).flat().filter((cell) => cell !== "");
  expect(shown).toEqual(longer.rules.map(({ name }) => name));
});

test("評価年度がこの計画の期間の外なら、集計の題がそう言う", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(smallPlan));
  const title = async (year: number): Promise<string> => {
    await must(setEvaluationYear(year));
    await book.host.settled();
    return String((await book.values("A2", "集計"))[0]?.[0]).replace(/　（年度は.*$/u, "");
  };
  expect(await title(2023)).toBe("令和5年度");
  expect(await title(2029)).toBe("令和11年度（この計画の期間 令和3年度〜令和5年度 の外です）");
});

test("評価を記録する計画の集計は、年度を言わない", () => {
  const spec = summarySheet(seed("iruma"), "集計", names, DEFAULT_SCALE);
  const above = spec.values.filter(({ area }) => area.row === 1).flatMap(({ cells }) => cells.flat());
  expect(above).toEqual([expect.stringContaining("評価の記録を数えた表です") as string]);
  expect(spec.formulas.filter(({ area }) => area.row === 1)).toEqual([]);
});

test.each(SEED_NAMES)("%s の集計の見出しは、列の中に収まる", (name) => {
  const spec = summarySheet(seed(name), "集計", names, DEFAULT_SCALE);
  const width = spec.widths.find(({ column }) => column === 0)?.characters ?? 0;
  const longest = Math.max(...(headingsOf(seed(name))?.texts ?? []).map(textWidth));
  expect(width).toBeGreaterThanOrEqual(longest);
});

test("加須の集計は、見出しの数を足しても合計と合わないわけと、評価の決まり方を言う", () => {
  const spec = summarySheet(seed("kazo"), "集計", names, DEFAULT_SCALE);
  const title = spec.values.findIndex(({ cells }) => cells[0]?.[0] === "数え方");
  const notes = spec.values[title + 1];
  expect(notes?.cells.flat()).toEqual([
    expect.stringMatching(/^割合は、判定した取組項目に対する/),
    expect.stringMatching(/^達成率は.*100 % を超える分は 100 % として/),
    expect.stringMatching(/^目標と全体の評価は、達成率ではなく.*「目標達成」「概ね達成」の割合/),
    expect.stringMatching(/^再掲の取組項目は.*「合計」では一つ/),
    expect.stringMatching(/^二つ以上の課が担当する取組項目/),
    expect.stringMatching(/^一つでも未入力/),
  ]);
});

test("担当課ごとの表は最後にあり、課が増えても何にもぶつからない", () => {
  const spec = summarySheet(seed("kazo"), "集計", names, DEFAULT_SCALE);
  const departments = spec.formulas.find(({ formula }) => String(formula).includes('"担当課"'));
  const others = [...spec.values, ...spec.formulas, ...spec.formulasAfterCharts].filter(
    (each) => each !== departments,
  );
  expect(departments?.area.row).toBeGreaterThanOrEqual(
    Math.max(...others.map(({ area }) => area.row + area.rows)),
  );
});

test("目標が最終年度だけの計画の集計は、期間中の判定不能のわけを言い、無い再掲のことは言わない", () => {
  const spec = summarySheet(seed("oizumi"), "集計", names, DEFAULT_SCALE);
  const notes = spec.values.flatMap(({ cells }) => cells.flat());
  expect(notes.filter((note) => /最終年度だけ/.test(String(note)))).toHaveLength(1);
  expect(notes.filter((note) => /^再掲|^二つ以上の課/.test(String(note)))).toEqual([]);
});

test("目標と全体の評価の言葉は、列の中に収まる", () => {
  const spec = summarySheet(seed("kazo"), "集計", names, DEFAULT_SCALE);
  const widthOf = (column: number) =>
    spec.widths.filter((each) => each.column <= column && column < each.column + each.columns).at(-1)
      ?.characters ?? 0;
  const last = 3 + 2 * DEFAULT_SCALE.rules.length + 4;
  for (const column of [1, last])
    expect(widthOf(column)).toBeGreaterThanOrEqual(textWidth("やや達成できなかった"));
});
