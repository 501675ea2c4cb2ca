/** The columns of a table. */
import type { Rectangle } from "../../model/cells/rectangle";
import { bodyOf, headerOf, totalsOf, type Table, type TableColumn } from "../../model/tables/table";
import { addColumn, deleteColumn } from "../../model/tables/table-parts";
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
import { optionalText, text, wholeNumber } from "../arguments";
import { columnFilter } from "./filter";
import { contents } from "../range/values";
import { cells, jsonScalars, of, valuesOf, type TableRef } from "./kept";

interface ColumnRef {
  readonly table: string;
  readonly id: number;
}
const columnOf = (ref: ColumnRef, { draft }: Turn): { table: Table; column: TableColumn; index: number } => {
  const found = tableIn(draft, ref.table);
  const index = found.columns.findIndex(({ id }) => id === ref.id);
  const column = found.columns[index];
  return column ? { table: found, column, index } : refuse("ItemNotFound");
};

const wholeColumn = (ref: ColumnRef, turn: Turn): { readonly sheet: string; readonly area: Rectangle } => {
  const { table: found, index } = columnOf(ref, turn);
  const column = found.area.left + index;
  return { sheet: found.sheet, area: { ...found.area, left: column, right: column } };
};

const columnPart =
  (part: (table: Table) => Rectangle | undefined) => (ref: ColumnRef, _: Arguments, turn: Turn) => {
    const { table: found, index } = columnOf(ref, turn);
    const area = part(found);
    const column = found.area.left + index;
    return cells(found, area && { ...area, left: column, right: column });
  };

export const tableColumn: ObjectType<ColumnRef> = objectType<ColumnRef>("TableColumn", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref, turn) => columnOf(ref, turn).column.id },
    index: { get: (ref, turn) => columnOf(ref, turn).index },
    name: {
      get: (ref, turn) => columnOf(ref, turn).column.name,
      set: (ref, value, turn) => {
        const { table: found, index } = columnOf(ref, turn);
        const name = text(value);
        if (name === "") refuse("InvalidArgument");
        const header = headerOf(found);
        if (!header) return refuse("InvalidOperation");
        const column = found.area.left + index;
        enter(turn.draft, found.sheet, { ...header, left: column, right: column }, `'${name}`);
      },
    },
    values: {
      get: (ref, turn) => {
        const { sheet, area } = wholeColumn(ref, turn);
        return valuesOf(turn.draft, sheet, area);
      },
      set: (ref, value, turn) => {
        const { sheet, area } = wholeColumn(ref, turn);
        enter(turn.draft, sheet, area, value);
      },
    },
    ...jsonScalars<ColumnRef>(wholeColumn),
  },
  objects: {
    filter: (ref: ColumnRef) => handle(columnFilter, { table: ref.table, column: ref.id }),
  },
  methods: {
    getRange: columnPart((found) => found.area),
    getDataBodyRange: columnPart(bodyOf),
    getHeaderRowRange: columnPart(headerOf),
    getTotalRowRange: columnPart(totalsOf),
    delete: (ref: ColumnRef, _: Arguments, { draft }: Turn) => deleteColumn(draft, ref.table, ref.id),
  },
});

const added = (ref: TableRef, args: Arguments, values: unknown, { draft }: Turn): Handle => {
  const index = args[0] === null || args[0] === undefined ? undefined : wholeNumber(args[0]);
  const id = addColumn(draft, ref.id, index, values, optionalText(args[2]));
  return handle(tableColumn, { table: ref.id, id });
};

export const tableColumns: ObjectType<TableRef> = objectType<TableRef>("TableColumnCollection", {
  items: (ref, turn) => of(ref, turn).columns.map(({ id }) => handle(tableColumn, { table: ref.id, id })),
  item: (ref, key, turn) => {
    const { columns } = of(ref, turn);
    const wanted = typeof key === "string" ? key.toLowerCase() : undefined;
    const found = columns.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
    return found ? handle(tableColumn, { table: ref.id, id: found.id }) : null;
  },
  scalars: { count: { get: (ref, turn) => of(ref, turn).columns.length } },
  methods: {
    add: (ref: TableRef, args: Arguments, turn: Turn) => added(ref, args, args[1], turn),
    addAsJson: (ref: TableRef, args: Arguments, turn: Turn) => added(ref, args, contents(args[1]), turn),
  },
});
