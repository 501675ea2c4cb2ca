/** A table as its parts see it: found again, its cells as ranges and as values. */
import { asWireValue } from "../model/cell";
import { sheetIn, type Draft } from "../model/draft";
import { cellAt } from "../model/grid";
import { columnsOf, rowsOf, type Rectangle } from "../model/rectangle";
import type { Table } from "../model/table";
import { tableIn } from "../model/tables";
import { refuse } from "../refusal";
import { handle, type Handle, type Turn } from "../wire/object-type";
import { range } from "./range";
import { rangeRef } from "./range-address";

export interface TableRef {
  readonly id: string;
}
export const of = (ref: TableRef, { draft }: Turn): Table => tableIn(draft, ref.id);
export const cells = (table: Table, area: Rectangle | undefined): Handle =>
  area ? handle(range, rangeRef(table.sheet, area)) : refuse("ItemNotFound");

export const valuesOf = (draft: Draft, sheet: string, area: Rectangle): unknown[][] => {
  const { grid } = sheetIn(draft, sheet);
  return Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (__, column) =>
      asWireValue(cellAt(grid, area.top + row, area.left + column)?.value ?? null),
    ),
  );
};
