/** An update of a loaded plan: what changes cell by cell, so that nothing a user typed is touched. Three sides: as loaded, as in the sheet, as newly published. */

import type { Plan } from "../../plan/plan";
import { cellIn, type CellValue, isBlank, printedOf, rowAt, textOf } from "../cell-values";
import { type Column, columnKey, columnsOf, headerOf, isDerived, isUsers } from "../columns";
import type { ChangePreview, ReloadPreview, SheetProblem, TypedTarget } from "../contract";
import { contentsOf } from "../layout/plan-parts";
import { type Content, contentOf, type PlanNames, RETIRED_MARK, rowFormatOf, TEXT } from "../plan-cells";
import type { TableReading } from "../reading/plan-table";
import { sameCell } from "../reading/row";
import { type Row, rowsOf } from "../rows";

export interface CellWrite {
  /** Row of the matrix and position in it. */
  row: number;
  position: number;
  content: Content;
}

export interface Merge {
  writes: CellWrite[];
  /** Columns the sheet does not have yet (a year more), each with its cell for every row of the matrix below the header. */
  newColumns: { column: Column; cells: Map<number, Content> }[];
  /** Rows the sheet does not have yet: contents by column of `columnsOf(next)`. */
  newRows: { row: Row; contents: Content[] }[];
  columns: Column[];
  /** Rows of the matrix that are no longer in the plan. */
  retired: number[];
  /** The kept copy after the update. */
  base: Plan;
  preview: ReloadPreview;
}

export interface MergeInput {
  base: Plan;
  next: Plan;
  names: PlanNames;
  matrix: readonly (readonly CellValue[])[];
  reading: TableReading;
  addressOf: (row: number, position: number) => string | null;
  conflicts: "keep" | "take";
  on: string;
}

export function mergePlans(input: MergeInput): Merge {
  const { base, next, names, matrix, reading, addressOf, conflicts } = input;
  const { header, rowAt: rowIn } = reading;
  const columns = columnsOf(next);
  const baseRows = new Map(rowsOf(base).map((row) => [row.id, row]));
  const printedBefore = new Map(base.indicators.map(({ id, targets }) => [id, targets]));
  const nextRows = rowsOf(next);
  const nextIds = new Set(nextRows.map(({ id }) => id));
  const writes: CellWrite[] = [];
  const newRows: Merge["newRows"] = [];
  const changed: ChangePreview[] = [];
  const clashes: ChangePreview[] = [];
  const revisions: TypedTarget[] = [];
  const typed: string[] = [];
  const missing = columns.filter((column) => !header.at.has(columnKey(column)) && column.kind !== "remark");
  const newColumns: Merge["newColumns"] = missing
    .filter((column) => "year" in column || column.kind === "mark" || column.kind === "copy")
    .map((column) => ({ column, cells: new Map<number, Content>() }));
  const newColumn = new Map(newColumns.map((each) => [columnKey(each.column), each.cells]));

  for (const row of nextRows) {
    const at = rowIn.get(row.id);
    if (at === undefined) {
      newRows.push({ row, contents: contentsOf(row, columns, next, names) });
      continue;
    }
    const format = rowFormatOf(row);
    const before = baseRows.get(row.id) ?? null;
    const formatBefore = before === null ? "" : rowFormatOf(before);
    columns.forEach((column) => {
      const content = contentOf(row, column, next, names, format);
      const fresh = newColumn.get(columnKey(column));
      if (fresh !== undefined) {
        fresh.set(at, content);
        if (column.kind === "target") revise(row, column, null);
        return;
      }
      const position = header.at.get(columnKey(column));
      if (position === undefined || (isUsers(column) && row.kind !== "mirror")) return;
      const was = before === null ? null : contentOf(before, column, base, names, formatBefore);
      if (was !== null && sameContent(was, content)) return;
      if (isDerived(column) || content.kind === "formula" || was?.kind === "formula") {
        writes.push({ row: at, position, content });
        return;
      }
      const found = cellIn(rowAt(matrix, at), position);
      const change = changeOf(row, column, was, found, content, addressOf(at, position));
      if (sameCell(found, content.value)) {
        // Already so: typed by hand, or written by an update that did not get to its end.
        revise(row, column, change.address);
        return;
      }
      const untouched = was === null ? isBlank(found) : sameCell(found, was.value);
      if (!untouched && conflicts === "keep") {
        clashes.push(change);
        return;
      }
      if (!untouched && change.address !== null) typed.push(change.address);
      writes.push({ row: at, position, content });
      changed.push(change);
      revise(row, column, change.address, untouched ? undefined : printedOf(found));
    });
  }
  const gone = [...baseRows.values()].flatMap((row) => {
    const at = nextIds.has(row.id) ? undefined : rowIn.get(row.id);
    return at === undefined ? [] : [{ row, at }];
  });
  const retired = gone.map(({ at }) => at);
  const remarkAt = header.at.get(columnKey({ kind: "planRemark" }));
  for (const row of retired) {
    if (remarkAt === undefined) continue;
    const found = textOf(cellIn(rowAt(matrix, row), remarkAt));
    // What stood there is kept behind the mark, which has to come first to be known again.
    const value = `${RETIRED_MARK}（${input.on}）${found === "" ? "" : `　${found}`}`;
    writes.push({ row, position: remarkAt, content: { kind: "text", value, format: TEXT } });
  }
  const idAt = header.columns.findIndex((column) => column?.kind === "id");
  for (const [row, id] of reading.unnamed) {
    if (isBlank(cellIn(rowAt(matrix, row), idAt))) {
      writes.push({ row, position: idAt, content: { kind: "text", value: id, format: TEXT } });
    }
  }
  const preview: ReloadPreview = {
    planId: next.id,
    title: next.title,
    added: newRows.map(({ row }) => ({ id: row.id, name: nameOf(row) })),
    changed,
    gone: gone.map(({ row, at }) => ({ id: row.id, name: nameOf(row), address: addressOf(at, idAt) })),
    conflicts: clashes,
    revisions,
    overwrites: typed,
    problems: lostColumns(missing, newColumns),
    same: false,
  };
  preview.same =
    writes.length === 0 &&
    newRows.length === 0 &&
    newColumns.length === 0 &&
    clashes.length === 0 &&
    sameAbout(base, next);
  return { writes, newColumns, newRows, columns, retired, base: withActuals(next, base), preview };

  /** Every changed target of an indicator that was there before is a revision of the plan. */
  function revise(
    row: Row,
    column: Column,
    address: string | null,
    before = column.kind === "target" ? (printedBefore.get(row.id)?.[column.year] ?? "") : "",
  ): void {
    if (column.kind !== "target" || row.kind !== "indicator" || !baseRows.has(row.id)) return;
    const { [column.year]: after = "" } = row.indicator.targets;
    if (before === after) return;
    revisions.push({
      plan: next.id,
      indicator: row.id,
      name: row.indicator.name,
      year: column.year,
      before,
      after,
      address,
    });
  }
}

function sameContent(one: Content, other: Content): boolean {
  return one.kind === other.kind && one.value === other.value;
}

function changeOf(
  row: Row,
  column: Column,
  was: Content | null,
  found: CellValue,
  content: Content,
  address: string | null,
): ChangePreview {
  return {
    indicator: row.kind === "indicator" ? row.id : null,
    node: row.branch.node.id,
    name: nameOf(row),
    column: headerOf(column),
    year: "year" in column ? column.year : null,
    before: printedOf(found) || printedOf(was?.value),
    after: printedOf(content.value),
    address,
  };
}

export function nameOf(row: Row): string {
  return row.kind === "indicator" ? `${row.branch.node.name}　${row.indicator.name}` : row.branch.node.name;
}

/** Columns somebody deleted are not made again: what was in them is in the kept copy. */
function lostColumns(missing: readonly Column[], made: Merge["newColumns"]): SheetProblem[] {
  return missing
    .filter((column) => !made.some((each) => each.column === column))
    .map((column) => ({
      severity: "warning",
      message: `「${headerOf(column)}」の列がシートにないため、この列は更新しません。`,
      address: null,
    }));
}

/** 実績 that came with the plan stay what they were: the sheet is where they are entered. */
function withActuals(next: Plan, base: Plan): Plan {
  const before = new Map(base.indicators.map(({ id, actuals }) => [id, actuals]));
  return {
    ...next,
    indicators: next.indicators.map((indicator) => {
      const actuals = before.get(indicator.id);
      const { actuals: _published, ...definition } = indicator;
      return actuals === undefined ? definition : { ...definition, actuals };
    }),
  };
}

/** What stands in 設定 rather than in the table. The order of properties does not matter. */
function sameAbout(one: Plan, other: Plan): boolean {
  const about = ({
    nodes: _nodes,
    indicators: _indicators,
    assessments: _assessments,
    ...rest
  }: Plan): string =>
    JSON.stringify(Object.entries(rest).sort(([first], [second]) => (first < second ? -1 : 1)));
  return about(one) === about(other);
}
