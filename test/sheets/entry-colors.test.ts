/** 色の付いたセル: where an actual is to be entered, and where it is awaited, is seen without reading. */

import { loadPlan } from "../../src/sheets";
import { createConditionalLooks } from "../../src/workbench/host/conditional/look";
import { openPlannerWorkbook, seed } from "./planner-workbook";

/** The rows of a plan's table: whether there is an indicator, its target in the year, and the colour of its actual's cell. */
async function rowsOf(name: "kazo" | "oizumi", table: string, year: string) {
  const book = await openPlannerWorkbook();
  const loaded = await loadPlan(seed(name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  const read = await book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem(table);
    const of = (header: string) => columns.getItem(header).getDataBodyRange();
    const indicator = of("指標").load("values");
    const original = of("再掲元").load("values");
    const target = of(`目標値 ${year}`).load("values");
    const actual = of(`実績値 ${year}`).load("rowIndex,columnIndex");
    await context.sync();
    return {
      rows: indicator.values.map(([name], at) => ({
        indicator: String(name),
        original: String(original.values[at]?.[0]),
        target: String(target.values[at]?.[0]),
      })),
      top: actual.rowIndex,
      column: actual.columnIndex,
    };
  });
  const now = book.host.book();
  const { look } = createConditionalLooks()(now, now.activeSheet);
  return read.rows.map((row, at) => ({ ...row, fill: look(read.top + at, read.column)?.fillColor }));
}

test("大泉町: 指標のない取組の行には、実績値を入れる色が付かない", async () => {
  const rows = await rowsOf("oizumi", "表_大泉町", "令和7年度");
  const without = rows.filter(({ indicator }) => indicator === "");
  expect(without.length).toBeGreaterThan(10);
  expect(new Set(without.map(({ fill }) => fill))).toEqual(new Set(["#FFFFFF"]));
  const entered = rows.filter(({ indicator }) => indicator !== "");
  expect(entered.filter(({ fill }) => fill === "#FFFFFF")).toEqual([]);
});

test("加須市: その年度の目標があって実績のない行だけが、待っている色になる", async () => {
  const rows = await rowsOf("kazo", "表_加須市", "令和4年度");
  const awaited = rows.filter(({ fill }) => fill === "#FFE699");
  const wanted = rows.filter(({ target, original }) => target !== "" && target !== "－" && original === "");
  expect(awaited).toEqual(wanted.map((row) => ({ ...row, fill: "#FFE699" })));
  expect(awaited.length).toBeGreaterThan(100);
});
