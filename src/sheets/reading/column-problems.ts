/** What is wrong with a table's columns: two that mean the same, and those somebody took out. */

import type { Plan } from "../../plan/plan";
import { type Column, columnKey, columnsOf, headerOf, isDerived } from "../columns";
import type { SheetProblem } from "../contract";
import type { Header } from "./header";

export function reportColumns(
  header: Header,
  base: Plan | null,
  problems: SheetProblem[],
  address: (row: number, column: Column) => string | null,
): void {
  for (const { column } of header.doubles) {
    problems.push({
      severity: "warning",
      message: `「${headerOf(column)}」の列が二つあります。左の列を読みます。`,
      address: address(header.row, column),
    });
  }
  for (const column of base === null ? [] : columnsOf(base)) {
    if (header.at.has(columnKey(column)) || isDerived(column) || column.kind === "remark") continue;
    problems.push({
      severity: "warning",
      message: `「${headerOf(column)}」の列がありません。読み込んだときの内容で補います。`,
      address: address(header.row, column),
    });
  }
}
