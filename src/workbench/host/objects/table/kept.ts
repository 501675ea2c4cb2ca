/** A table as its parts see it: found again, its cells as ranges and as values. */
import { asWireValue, BLANK, type Cell } from "../../model/cells/cell";
import { sheetIn, type Draft } from "../../model/draft";
import { cellAt } from "../../model/cells/grid";
import { columnsOf, rowsOf, type Rectangle } from "../../model/cells/rectangle";
import type { Table } from "../../model/tables/table";
import { jsonOf } from "../../model/cells/values-as-json";
import { tableIn } from "../../model/tables/tables";
import { enter } from "../../model/entry/enter";
import { refuse } from "../../refusal";
import { handle, type Handle, type Scalar, type Turn } from "../../wire/object-type";
import { range } from "../range/range";
import { rangeRef } from "../range/address";
import { contents } from "../range/values";

export interface TableRef {
  readonly id: string;
}
export const of = (ref: TableRef, { draft }: Turn): Table => tableIn(draft, ref.id);
export const cells = (table: Table, area: Rectangle | undefined): Handle =>
  area ? handle(range, rangeRef(table.sheet, area)) : refuse("ItemNotFound");

const matrixOf = <Value>(
  draft: Draft,
  sheet: string,
  area: Rectangle,
  read: (cell: Cell) => Value,
): Value[][] => {
  const { grid } = sheetIn(draft, sheet);
  return Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (__, column) =>
      read(cellAt(grid, area.top + row, area.left + column) ?? BLANK),
    ),
  );
};

export const valuesOf = (draft: Draft, sheet: string, area: Rectangle): unknown[][] =>
  matrixOf(draft, sheet, area, ({ value }) => asWireValue(value));

/** `valuesAsJson` and its local twin of a row or a column, wherever it lies. */
export const jsonScalars = <Ref>(
  place: (ref: Ref, turn: Turn) => { readonly sheet: string; readonly area: Rectangle },
): Readonly<Record<"valuesAsJson" | "valuesAsJsonLocal", Scalar<Ref>>> => {
  const scalar: Scalar<Ref> = {
    get: (ref, turn) => {
      const { sheet, area } = place(ref, turn);
      return matrixOf(turn.draft, sheet, area, jsonOf);
    },
    set: (ref, value, turn) => {
      const { sheet, area } = place(ref, turn);
      enter(turn.draft, sheet, area, contents(value));
    },
    onlyByName: true,
  };
  return { valuesAsJson: scalar, valuesAsJsonLocal: scalar };
};
