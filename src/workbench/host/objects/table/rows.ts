/** The rows of a table. */
import type { Rectangle } from "../../model/cells/rectangle";
import { bodyOf, rowCountOf, type Table } from "../../model/tables/table";
import { addRows, deleteRows } from "../../model/tables/table-rows";
import { tableIn } from "../../model/tables/tables";
import { enter } from "../../model/entry/enter";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { wholeNumber } from "../arguments";
import { contents } from "../range/values";
import { cells, jsonScalars, of, valuesOf, type TableRef } from "./kept";

interface RowRef {
  readonly table: string;
  readonly index: number;
}

const rowArea = (ref: RowRef, { draft }: Turn): { table: Table; area: Rectangle } => {
  const found = tableIn(draft, ref.table);
  const body = bodyOf(found);
  const row = body.top + ref.index;
  return ref.index >= 0 && row <= body.bottom
    ? { table: found, area: { ...body, top: row, bottom: row } }
    : refuse("ItemNotFound");
};

export const tableRow: ObjectType<RowRef> = objectType<RowRef>("TableRow", {
  identity: (ref) => ({ Index: ref.index }),
  scalars: {
    index: { get: (ref, turn) => (rowArea(ref, turn), ref.index) },
    values: {
      get: (ref, turn) => {
        const { table: found, area } = rowArea(ref, turn);
        return valuesOf(turn.draft, found.sheet, area);
      },
      set: (ref, value, turn) => {
        const { table: found, area } = rowArea(ref, turn);
        enter(turn.draft, found.sheet, area, value);
      },
    },
    ...jsonScalars<RowRef>((ref, turn) => {
      const { table: found, area } = rowArea(ref, turn);
      return { sheet: found.sheet, area };
    }),
  },
  methods: {
    getRange: (ref: RowRef, _: Arguments, turn: Turn) => {
      const { table: found, area } = rowArea(ref, turn);
      return cells(found, area);
    },
    delete: (ref: RowRef, _: Arguments, { draft }: Turn) => deleteRows(draft, ref.table, [ref.index]),
  },
});

const indexOfRow = (given: unknown): number => {
  if (typeof given === "number") return given;
  const { ref } = given as Handle<RowRef>;
  return ref.index;
};

const added = (ref: TableRef, index: unknown, values: unknown, { draft }: Turn): Handle => {
  const at = index === null || index === undefined || index === -1 ? undefined : wholeNumber(index);
  return handle(tableRow, { table: ref.id, index: addRows(draft, ref.id, at, values) });
};

export const tableRows: ObjectType<TableRef> = objectType<TableRef>("TableRowCollection", {
  items: (ref, turn) =>
    Array.from({ length: rowCountOf(of(ref, turn)) }, (_, index) =>
      handle(tableRow, { table: ref.id, index }),
    ),
  item: (ref, key, turn) => {
    const index = wholeNumber(key);
    return index >= 0 && index < rowCountOf(of(ref, turn))
      ? handle(tableRow, { table: ref.id, index })
      : null;
  },
  scalars: { count: { get: (ref, turn) => rowCountOf(of(ref, turn)) } },
  methods: {
    add: (ref: TableRef, args: Arguments, turn: Turn) => added(ref, args[0], args[1], turn),
    addAsJson: (ref: TableRef, args: Arguments, turn: Turn) => added(ref, args[0], contents(args[1]), turn),
    deleteRows: (ref: TableRef, args: Arguments, { draft }: Turn) => {
      if (!Array.isArray(args[0])) return refuse("InvalidArgument");
      deleteRows(draft, ref.id, args[0].map(indexOfRow));
    },
    deleteRowsAt: (ref: TableRef, args: Arguments, { draft }: Turn) => {
      const from = wholeNumber(args[0]);
      const count = wholeNumber(args[1], 1);
      deleteRows(
        draft,
        ref.id,
        Array.from({ length: count }, (_, step) => from + step),
      );
    },
  },
});
