/** 実績値の見え方: 計画より細かく測った率が、丸められて見えない. */
import { columnsOf } from "../../src/sheets/columns";
import { contentsOf } from "../../src/sheets/layout/plan-parts";
import { rowsOf } from "../../src/sheets/rows";
import { seed } from "./planner-workbook";

const plan = seed("kazo");
const columns = columnsOf(plan);
const names = { table: "表", scaleTable: "尺度" };
const rows = new Map(rowsOf(plan).map((row) => [row.id, row]));

test.each([
  ["整数で計画した率は、小数第1位まで見える", "2-1", '0"％"', '0.0"％"'],
  ["小数で計画した率は、計画のとおり", "83-1", '0.0"％"', '0.0"％"'],
  ["件数は、計画のとおり", "1-1", '#,##0"件"', '#,##0"件"'],
  ["再掲の行も同じ", "78→4-1", '0"％"', '0.0"％"'],
])("%s", (_name, id, target, actual) => {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`${id} がない`);
  const contents = contentsOf(row, columns, plan, names);
  const formatOf = (kind: string) =>
    contents[columns.findIndex((column) => column.kind === kind && "year" in column && column.year === 2021)]
      ?.format;
  expect([formatOf("target"), formatOf("actual")]).toEqual([target, actual]);
});
