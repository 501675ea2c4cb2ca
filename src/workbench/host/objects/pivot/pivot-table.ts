/** PivotTables: of the workbook, of a sheet, of the cells of a range. */
import { tableById, type Book } from "../../model/book";
import { assertPivotName, addPivot, changePivot, deletePivot, refreshPivot } from "../../model/pivot/pivots";
import type { Pivot, PivotSource } from "../../model/pivot/pivot";
import { pivotById, replacePivot } from "../../model/pivot/in-book";
import { contains, overlaps } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { flag, text } from "../arguments";
import { addressOf, cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";
import { worksheet } from "../sheet/worksheet";
import { dataHierarchies } from "./pivot-data";
import { filterHierarchies, pivotHierarchies, rowColumnHierarchies } from "./pivot-hierarchy";
import { pivotLayout } from "./pivot-layout";
import { pivotOf, type PivotRef } from "./refs";

const stored = (
  key: "allowMultipleFiltersPerField" | "enableDataValueEditing" | "refreshOnOpen" | "useCustomSortLists",
): Scalar<PivotRef> => ({
  get: (ref, turn) => pivotOf(ref, turn)[key],
  set: (ref, value, turn) =>
    changePivot(turn.draft, ref.pivot, (pivot) => ({ ...pivot, [key]: flag(value, true) })),
});

export const pivotTable: ObjectType<PivotRef> = objectType<PivotRef>("PivotTable", {
  identity: (ref) => ({ Id: ref.pivot }),
  scalars: {
    id: { get: (ref, turn) => pivotOf(ref, turn).id },
    name: {
      get: (ref, turn) => pivotOf(ref, turn).name,
      set: (ref, value, turn) => {
        const pivot = pivotOf(ref, turn);
        assertPivotName(turn.draft, pivot.sheet, text(value), pivot.id);
        replacePivot(turn.draft, { ...pivot, name: text(value) });
      },
    },
    allowMultipleFiltersPerField: stored("allowMultipleFiltersPerField"),
    enableDataValueEditing: {
      get: (ref, turn) => pivotOf(ref, turn).enableDataValueEditing,
      set: (_, value) => {
        if (flag(value, false))
          refuse(
            "NotImplemented",
            "PivotTable.enableDataValueEditing = true is not implemented in the workbench.",
          );
      },
    },
    refreshOnOpen: stored("refreshOnOpen"),
    useCustomSortLists: stored("useCustomSortLists"),
  },
  objects: {
    worksheet: (ref: PivotRef, turn: Turn) => handle(worksheet, { id: pivotOf(ref, turn).sheet }),
    hierarchies: (ref: PivotRef) => handle(pivotHierarchies, ref),
    rowHierarchies: (ref: PivotRef) => handle(rowColumnHierarchies, { ...ref, axis: "rows" }),
    columnHierarchies: (ref: PivotRef) => handle(rowColumnHierarchies, { ...ref, axis: "columns" }),
    filterHierarchies: (ref: PivotRef) => handle(filterHierarchies, { ...ref, axis: "filters" }),
    dataHierarchies: (ref: PivotRef) => handle(dataHierarchies, ref),
    layout: (ref: PivotRef) => handle(pivotLayout, ref),
  },
  methods: {
    refresh: (ref: PivotRef, _: Arguments, { draft }: Turn) => refreshPivot(draft, ref.pivot),
    delete: (ref: PivotRef, _: Arguments, { draft }: Turn) => deletePivot(draft, ref.pivot),
    getDataSourceType: (ref: PivotRef, _: Arguments, turn: Turn) =>
      pivotOf(ref, turn).source.kind === "table" ? "LocalTable" : "LocalRange",
    getDataSourceString: (ref: PivotRef, _: Arguments, turn: Turn) => {
      const { source } = pivotOf(ref, turn);
      const { book } = turn.draft;
      return source.kind === "table"
        ? (tableById(book, source.table)?.name ?? "")
        : addressOf(book, rangeRef(source.sheet, source.area));
    },
  },
});

interface PivotsRef {
  readonly sheet?: string;
}

const inScope = (book: Book, ref: PivotsRef): readonly Pivot[] =>
  ref.sheet === undefined ? book.pivots : book.pivots.filter(({ sheet }) => sheet === ref.sheet);

const named = (pivots: readonly Pivot[], key: unknown): Handle | null => {
  const wanted = text(key);
  const found =
    pivots.find(({ id }) => id === wanted) ??
    pivots.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return found ? handle(pivotTable, { pivot: found.id }) : null;
};

/** A table, or cells: given as an object, by address or by name. */
const sourceFrom = (given: unknown, book: Book, sheet: string): PivotSource => {
  if (isHandle(given) && given.type.name === "Table")
    return { kind: "table", table: (given.ref as { readonly id: string }).id };
  if (typeof given === "string") {
    const table = book.tables.find(({ name }) => name.toLowerCase() === given.toLowerCase());
    if (table) return { kind: "table", table: table.id };
  }
  const place = rangeAnywhere(book, given, sheet);
  return { kind: "range", sheet: place.sheet, area: cellsOfRange(place) };
};

export const pivotTables: ObjectType<PivotsRef> = objectType<PivotsRef>("PivotTableCollection", {
  items: (ref, { draft }) => inScope(draft.book, ref).map(({ id }) => handle(pivotTable, { pivot: id })),
  item: (ref, key, { draft }) => named(inScope(draft.book, ref), key),
  methods: {
    add: (ref: PivotsRef, args: Arguments, { draft }: Turn) => {
      const home = ref.sheet ?? draft.book.activeSheet;
      const source = sourceFrom(args[1], draft.book, home);
      const place = rangeAnywhere(draft.book, args[2], home);
      if (ref.sheet !== undefined && place.sheet !== ref.sheet) refuse("InvalidArgument");
      const pivot = addPivot(draft, text(args[0]), source, place.sheet, cellsOfRange(place));
      return handle(pivotTable, { pivot });
    },
    refreshAll: (ref: PivotsRef, _: Arguments, { draft }: Turn) => {
      for (const { id } of inScope(draft.book, ref)) if (pivotById(draft.book, id)) refreshPivot(draft, id);
    },
  },
});

interface ScopedRef {
  readonly ranges: readonly RangeRef[];
  readonly fullyContained: boolean;
}

const around = ({ ranges, fullyContained }: ScopedRef, book: Book): readonly Pivot[] =>
  book.pivots
    .filter(({ sheet, area }) =>
      ranges.some(
        (one) =>
          one.sheet === sheet &&
          (fullyContained ? contains(cellsOfRange(one), area) : overlaps(cellsOfRange(one), area)),
      ),
    )
    .sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);

export const scopedPivotTables: ObjectType<ScopedRef> = objectType<ScopedRef>("PivotTableScopedCollection", {
  items: (ref, { draft }) => around(ref, draft.book).map(({ id }) => handle(pivotTable, { pivot: id })),
  item: (ref, key, { draft }) => named(around(ref, draft.book), key),
  methods: {
    getFirst: (ref: ScopedRef, _: Arguments, { draft }: Turn) => {
      const [first] = around(ref, draft.book);
      return first ? handle(pivotTable, { pivot: first.id }) : refuse("ItemNotFound");
    },
  },
});
