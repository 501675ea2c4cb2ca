/** Tables: of the workbook, of a sheet, of the cells of a range. */
import { tableById, tableByName, tablesOn, type Book } from "../../model/book";
import { clearFilters, reapplyTableFilter } from "../../model/tables/filter";
import { contains, overlaps } from "../../model/cells/rectangle";
import { bodyOf, headerOf, totalsOf, type Table } from "../../model/tables/table";
import { showHeaders, showTotals } from "../../model/tables/table-parts";
import { addTable, convertToRange, deleteTable, renameTable, resizeTable } from "../../model/tables/tables";
import { replaceTable } from "../../model/tables/replace-table";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { flag, text } from "../arguments";
import { autoFilter } from "./filter";
import { range } from "../range/range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";
import { tableSort } from "../range/sort";
import { styleNameIn } from "../workbook/style-lists";
import { tableColumns } from "./columns";
import { cells, of, type TableRef } from "./kept";
import { tableRows } from "./rows";
import { worksheet } from "../sheet/worksheet";

interface TablesRef {
  /** Absent: of the whole workbook. */
  readonly sheet?: string;
}
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
        const wanted = value === null ? "" : text(value);
        const style =
          wanted === ""
            ? ""
            : (styleNameIn(turn.draft.book, "TableStyle", wanted) ?? refuse("InvalidArgument"));
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
