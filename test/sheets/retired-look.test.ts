/** 計画から外れた行: grey by its mark, in front of the colours of cells still to be filled in, and the user's own fill stays underneath. */

import { reloadPlan } from "../../src/sheets";
import { createConditionalLooks } from "../../src/workbench/host/conditional/look";
import { must } from "./asked";
import { openLoaded } from "./loaded-workbook";
import { revisedPlan } from "./small-plan";

test("更新で外れた行は灰色に見え、人が付けた色はセルに残る", async () => {
  const book = await openLoaded({ functions: false });
  const place = await book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("表_見本市");
    const ids = columns.getItem("ID").getDataBodyRange().load("values,rowIndex");
    const actual = columns.getItem("実績値 令和3年度").getDataBodyRange().load("columnIndex");
    await context.sync();
    const at = ids.values.findIndex(([id]) => id === "5");
    columns.getItem("担当課").getDataBodyRange().getCell(at, 0).format.fill.color = "#FF0000";
    return { at, row: ids.rowIndex + at, column: actual.columnIndex };
  });
  await must(reloadPlan(revisedPlan, { reason: "見直し", date: "2022/4/1" }));
  const now = book.host.book();
  const sheet = now.sheets.find(({ name }) => name === "見本市");
  const { look } = createConditionalLooks()(now, sheet?.id ?? "");
  expect([look(place.row, 0)?.fillColor, look(place.row, place.column)?.fillColor]).toEqual([
    "#D9D9D9",
    "#D9D9D9",
  ]);
  expect(look(place.row - 1, 0)?.fillColor).toBeUndefined();
  const fill = await book.run(async (context) => {
    const departments = context.workbook.tables.getItem("表_見本市").columns.getItem("担当課");
    const { format } = departments.getDataBodyRange().getCell(place.at, 0);
    format.fill.load("color");
    await context.sync();
    return format.fill.color;
  });
  expect(fill).toBe("#FF0000");
});
