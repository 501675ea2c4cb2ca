/** The tables themselves: the columns of the one now open, and its rows, also those whose name is broken over two lines. */

import { readDepartments } from "../department-cell";
import type { Line } from "../lines";
import type { Column } from "./columns";
import { endList, sectionOf } from "./lists";
import { consume, type TableReading } from "./reading";
import { readRow } from "./rows";
import { couldBeName } from "./sections";

export function beginTable(state: TableReading, columns: Column[], line: Line): void {
  endList(state);
  consume(state, line);
  state.table = { columns, lastName: null };
  for (const column of columns) {
    if (column.kind !== "other" || column.title === "" || state.notCarried.has(column.title)) continue;
    state.notCarried.add(column.title);
    state.problems.push({
      severity: "warning",
      line: line.number,
      message: `${line.number}行の表の「${column.title}」の列は取り込みません。必要なら取り込んだ後に注記へ書いてください。`,
    });
  }
}

/** A name that goes on in the next line, where the values are. */
export function isBrokenRow(state: TableReading, line: Line, next: Line): boolean {
  return (
    next.number === line.number + 1 &&
    !line.text.includes("\t") &&
    // Where the first column holds a value, a line above it is no part of that.
    state.table?.columns[0]?.kind === "name" &&
    next.text.split("\t").length === state.table.columns.length &&
    couldBeName(line)
  );
}

export function addRow(state: TableReading, lines: readonly Line[]): boolean {
  const { table } = state;
  const last = lines[lines.length - 1];
  if (!table || !last) return false;
  const first = lines
    .slice(0, -1)
    .slice(0, 1)
    .map(({ text }) => text)
    .join("");
  const cells = last.text
    .split("\t")
    .map((text, index) => ({ text: index === 0 ? `${first} ${text}`.trim() : text, line: last.number }));
  const row = readRow(cells, table.columns, table.lastName);
  if (!row) return false;
  for (const line of lines) consume(state, line);
  const twig = sectionOf(state, last.number);
  if (state.section) state.section.hasTable = true;
  const { departments } = readDepartments(row.departments ?? "");
  twig.departments = [...new Set([...twig.departments, ...departments])];
  const reads = row.reads.map((each) =>
    each.of === "name" && lines.length > 1 && lines[0]
      ? { ...each, line: lines[0].number, token: lines[0].text.trim() }
      : each,
  );
  state.found.push({ twig, indicator: { ...row.indicator, kind: state.kind }, reads });
  state.problems.push(...row.problems);
  table.lastName = row.indicator.name;
  return true;
}
