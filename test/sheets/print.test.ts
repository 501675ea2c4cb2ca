/** 印刷: 何も切れず、何も空のままでない. */
import { loadPlan } from "../../src/sheets";
import { DEFAULT_SCALE } from "../../src/plan/scales/bundled";
import { textWidth } from "../../src/sheets/layout/sheet-spec";
import { summarySheet } from "../../src/sheets/layout/summary-sheet";
import { must } from "./asked";
import { openPlannerWorkbook, seed, SEED_NAMES } from "./planner-workbook";

const names = { table: "表", scaleTable: "尺度", name: "計画" };

test.each(SEED_NAMES)("%s の集計は、題だけの紙にならない", (name) => {
  const spec = summarySheet(seed(name), "集計", names, DEFAULT_SCALE);
  expect(spec.charts.length).toBeGreaterThan(0);
  expect(spec.formulas.length).toBeGreaterThan(1);
});

test("項目より上に比べる見出しのない計画は、項目の階層でまとめる", () => {
  const { charts } = summarySheet(seed("oizumi"), "集計", names, DEFAULT_SCALE);
  expect(charts.map(({ title }) => title)).toEqual(["全体の評価", "施策ごとの評価"]);
});

test("集計の評価の列には、いちばん長い評価が入る", () => {
  const { rules } = DEFAULT_SCALE;
  const last = 3 + 2 * rules.length + 4;
  const { widths } = summarySheet(seed("kazo"), "集計", names, DEFAULT_SCALE);
  // あとに言うほうの幅になる.
  const width = widths.filter(({ column, columns }) => column <= last && last < column + columns).at(-1);
  expect(width?.characters).toBeGreaterThan(Math.max(...rules.map(({ name }) => textWidth(name))));
});

test("設定は、読める大きさで、一覧のあとに尺度を二つずつ別の紙に", async () => {
  const book = await openPlannerWorkbook();
  for (const name of SEED_NAMES) await must(loadPlan(seed(name)));
  const { zoom, breaks } = await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("設定");
    const { pageLayout } = sheet.load("pageLayout/zoom");
    const found = sheet.verticalPageBreaks.load("items/columnIndex");
    await context.sync();
    return { zoom: pageLayout.zoom, breaks: found.items.map(({ columnIndex }) => columnIndex) };
  });
  expect(zoom.scale).toBe(70);
  const scales = await book.run(async (context) => {
    const tables = context.workbook.worksheets.getItem("設定").tables.load("items/name");
    await context.sync();
    const ranges = tables.items
      .filter(({ name }) => name.startsWith("尺度_"))
      .map((table) => table.getRange().load("columnIndex"));
    await context.sync();
    return ranges.map(({ columnIndex }) => columnIndex);
  });
  expect(breaks).toEqual([scales[0], scales[2], scales[4]]);
});
