/** What is wrong with a table's columns: two that mean the same, and those somebody took out. */

import type { Plan } from "../../plan/plan";
import { type Column, columnKey, columnsOf, headerOf, isDerived, isUsers } from "../columns";
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
    const name = headerOf(column);
    const back = `見出しを書き換えたときは、「${name}」に戻してください。`;
    problems.push(
      isUsers(column)
        ? {
            severity: "error",
            message: `「${name}」の列がありません。ここに入力したことは読めず、未入力として扱います。${back}`,
            address: address(header.row, column),
          }
        : {
            severity: "warning",
            message: `「${name}」の列がありません。読み込んだときの内容で補います。${back}`,
            address: address(header.row, column),
          },
    );
  }
}
