/** Tables, their columns and rows. */
import { tableById, tableByName, tablesOn, type Book } from "../model/book";
import { clearFilters, reapplyTableFilter } from "../model/filter";
import { asWireValue } from "../model/cell";
import { cellAt } from "../model/grid";
import { sheetIn, type Draft } from "../model/draft";
import { columnsOf, rowsOf, type Rectangle } from "../model/rectangle";
import { bodyOf, headerOf, rowCountOf, totalsOf, type Table, type TableColumn } from "../model/table";
import {
  addColumn,
  addRows,
  addTable,
  convertToRange,
  deleteColumn,
  deleteRows,
  deleteTable,
  renameTable,
  resizeTable,
  showHeaders,
  showTotals,
  tableIn,
} from "../model/tables";
import { enter, replaceTable } from "../model/write";
import { refuse } from "../refusal";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type Handle,
  type Turn,
} from "../wire/object-type";
import { flag, optionalText, text, wholeNumber } from "./arguments";
import { rangeAnywhere, rangeRef } from "./range-address";
import { range } from "./range";
import { worksheet } from "./worksheet";
import { autoFilter, columnFilter } from "./filter";
import { tableSort } from "./sort";
import { cellsOfRange } from "./range-address";
import { contains, overlaps } from "../model/rectangle";
import type { RangeRef } from "../session";

export interface TableRef {
  readonly id: string;
}
interface TablesRef {
  /** Absent: of the whole workbook. */
  readonly sheet?: string;
}
interface ColumnRef {
  readonly table: string;
  readonly id: number;
}
interface RowRef {
  readonly table: string;
  readonly index: number;
}

const of = (ref: TableRef, { draft }: Turn): Table => tableIn(draft, ref.id);
const cells = (table: Table, area: Rectangle | undefined): Handle =>
  area ? handle(range, rangeRef(table.sheet, area)) : refuse("ItemNotFound");

const valuesOf = (draft: Draft, sheet: string, area: Rectangle): unknown[][] => {
  const { grid } = sheetIn(draft, sheet);
  return Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (__, column) =>
      asWireValue(cellAt(grid, area.top + row, area.left + column)?.value ?? null),
    ),
  );
};

type Switch =
  | "showBandedRows"
  | "showBandedColumns"
  | "highlightFirstColumn"
  | "highlightLastColumn"
  | "showFilterButton";
const switched = (key: Switch) => ({
  get: (ref: TableRef, turn: Turn) => of(ref, turn)[key],
  set: (ref: TableRef, value: unknown, turn: Turn) =>
    replaceTable(turn.draft, { ...of(ref, turn), [key]: flag(value, true) }),
});

export const STYLE_NAMES: ReadonlySet<string> = new Set(
  ["Light", "Medium", "Dark"].flatMap((kind) =>
    Array.from(
      { length: { Light: 21, Medium: 28, Dark: 11 }[kind] ?? 0 },
      (_, index) => `TableStyle${kind}${index + 1}`,
    ),
  ),
);

export const table: ObjectType<TableRef> = objectType<TableRef>("Table", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref, turn) => of(ref, turn).id },
    legacyId: { get: (ref, turn) => of(ref, turn).legacyId },
    name: {
      get: (ref, turn) => of(ref, turn).name,
      set: (ref, value, { draft }) => renameTable(draft, ref.id, text(value)),
    },
    style: {
      get: (ref, turn) => of(ref, turn).style,
      set: (ref, value, turn) => {
        const style = value === null || value === "" ? "" : text(value);
        if (style !== "" && !STYLE_NAMES.has(style)) refuse("InvalidArgument");
        replaceTable(turn.draft, { ...of(ref, turn), style });
      },
    },
    showHeaders: {
      get: (ref, turn) => of(ref, turn).showHeaders,
      set: (ref, value, { draft }) => showHeaders(draft, ref.id, flag(value, true)),
    },
    showTotals: {
      get: (ref, turn) => of(ref, turn).showTotals,
      set: (ref, value, { draft }) => showTotals(draft, ref.id, flag(value, true)),
    },
    showBandedRows: switched("showBandedRows"),
    showBandedColumns: switched("showBandedColumns"),
    highlightFirstColumn: switched("highlightFirstColumn"),
    highlightLastColumn: switched("highlightLastColumn"),
    showFilterButton: switched("showFilterButton"),
  },
  objects: {
    columns: (ref: TableRef) => handle(tableColumns, ref),
    rows: (ref: TableRef) => handle(tableRows, ref),
    sort: (ref: TableRef) => handle(tableSort, ref),
    autoFilter: (ref: TableRef) => handle(autoFilter, { kind: "table", table: ref.id }),
    worksheet: (ref: TableRef, turn: Turn) => handle(worksheet, { id: of(ref, turn).sheet }),
  },
  methods: {
    getRange: (ref: TableRef, _: Arguments, turn: Turn) => cells(of(ref, turn), of(ref, turn).area),
    getDataBodyRange: (ref: TableRef, _: Arguments, turn: Turn) =>
      cells(of(ref, turn), bodyOf(of(ref, turn))),
    getHeaderRowRange: (ref: TableRef, _: Arguments, turn: Turn) =>
      cells(of(ref, turn), headerOf(of(ref, turn))),
    getTotalRowRange: (ref: TableRef, _: Arguments, turn: Turn) =>
      cells(of(ref, turn), totalsOf(of(ref, turn))),
    delete: (ref: TableRef, _: Arguments, { draft }: Turn) => deleteTable(draft, ref.id),
    convertToRange: (ref: TableRef, _: Arguments, turn: Turn) => {
      const { sheet, area } = of(ref, turn);
      convertToRange(turn.draft, ref.id);
      return handle(range, rangeRef(sheet, area));
    },
    resize: (ref: TableRef, args: Arguments, turn: Turn) => {
      const target = rangeAnywhere(turn.draft.book, args[0], of(ref, turn).sheet);
      resizeTable(turn.draft, ref.id, target.sheet, target.area);
    },
    clearFilters: (ref: TableRef, _: Arguments, { draft }: Turn) => clearFilters(draft, ref.id),
    reapplyFilters: (ref: TableRef, _: Arguments, { draft }: Turn) => reapplyTableFilter(draft, ref.id),
  },
});

const columnOf = (ref: ColumnRef, { draft }: Turn): { table: Table; column: TableColumn; index: number } => {
  const found = tableIn(draft, ref.table);
  const index = found.columns.findIndex(({ id }) => id === ref.id);
  const column = found.columns[index];
  return column ? { table: found, column, index } : refuse("ItemNotFound");
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
        const { table: found, index } = columnOf(ref, turn);
        const column = found.area.left + index;
        return valuesOf(turn.draft, found.sheet, { ...found.area, left: column, right: column });
      },
      set: (ref, value, turn) => {
        const { table: found, index } = columnOf(ref, turn);
        const column = found.area.left + index;
        enter(turn.draft, found.sheet, { ...found.area, left: column, right: column }, value);
      },
    },
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
    add: (ref: TableRef, args: Arguments, { draft }: Turn) => {
      const index = args[0] === null || args[0] === undefined ? undefined : wholeNumber(args[0]);
      const id = addColumn(draft, ref.id, index, args[1], optionalText(args[2]));
      return handle(tableColumn, { table: ref.id, id });
    },
  },
});

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
    add: (ref: TableRef, args: Arguments, { draft }: Turn) => {
      const at =
        args[0] === null || args[0] === undefined || args[0] === -1 ? undefined : wholeNumber(args[0]);
      return handle(tableRow, { table: ref.id, index: addRows(draft, ref.id, at, args[1]) });
    },
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

const inScope = (book: Book, ref: TablesRef): readonly Table[] =>
  ref.sheet === undefined ? book.tables : tablesOn(book, ref.sheet);

/** `Table1` is what an English Excel calls the first table: programs written there ask for it. */
const asNamedHere = (key: string): string => key.replace(/^Table(?=\d+$)/i, "テーブル");

export const tables: ObjectType<TablesRef> = objectType<TablesRef>("TableCollection", {
  items: (ref, { draft }) => inScope(draft.book, ref).map(({ id }) => handle(table, { id })),
  item: (ref, key, { draft }) => {
    if (typeof key !== "string" && typeof key !== "number") return refuse("InvalidArgument");
    const found =
      tableById(draft.book, String(key)) ??
      tableByName(draft.book, String(key)) ??
      tableByName(draft.book, asNamedHere(String(key)));
    return found && (ref.sheet === undefined || found.sheet === ref.sheet)
      ? handle(table, { id: found.id })
      : null;
  },
  scalars: { count: { get: (ref, { draft }) => inScope(draft.book, ref).length } },
  methods: {
    add: (ref: TablesRef, args: Arguments, { draft }: Turn) => {
      const place = rangeAnywhere(draft.book, args[0], ref.sheet ?? draft.book.activeSheet);
      if (ref.sheet !== undefined && place.sheet !== ref.sheet) refuse("InvalidArgument");
      return handle(table, { id: addTable(draft, place.sheet, place.area, flag(args[1], false)) });
    },
  },
});

interface ScopedRef {
  readonly ranges: readonly RangeRef[];
  readonly fullyContained: boolean;
}

const around = ({ ranges, fullyContained }: ScopedRef, book: Book): readonly Table[] =>
  tablesOn(book, ranges[0]?.sheet ?? "").filter((one) =>
    ranges.some((ref) =>
      fullyContained ? contains(cellsOfRange(ref), one.area) : overlaps(cellsOfRange(ref), one.area),
    ),
  );

export const scopedTables: ObjectType<ScopedRef> = objectType<ScopedRef>("TableScopedCollection", {
  items: (ref, { draft }) => around(ref, draft.book).map(({ id }) => handle(table, { id })),
  item: (ref, key, { draft }) => {
    const found = around(ref, draft.book).find(({ id, name }) => id === key || name === key);
    return found ? handle(table, { id: found.id }) : null;
  },
  methods: {
    getFirst: (ref: ScopedRef, _: Arguments, { draft }: Turn) => {
      const [first] = around(ref, draft.book);
      return first ? handle(table, { id: first.id }) : refuse("ItemNotFound");
    },
  },
});
