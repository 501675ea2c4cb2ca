/** Filters: of a table's column, of a table, of a sheet. */
import { daysOf, today } from "../../model/tables/filter-dates";
import {
  clearFilters,
  reapplySheetFilter,
  reapplyTableFilter,
  setColumnFilter,
  setSheetFilter,
} from "../../model/tables/filter";
import { sheetIn, updateSheet, type Draft } from "../../model/draft";
import { columnsOf } from "../../model/cells/rectangle";
import type { FilterCriteria } from "../../model/sheets/sheet";
import { isFiltered } from "../../model/tables/table";
import { tableIn } from "../../model/tables/tables";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type MethodMember,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, oneOf, optionalText, plainObject, text, wholeNumber } from "../arguments";
import { colorFrom } from "../color";
import { range } from "../range/range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";

export interface ColumnFilterRef {
  readonly table: string;
  readonly column: number;
}

const FILTER_ON = [
  "BottomItems",
  "BottomPercent",
  "CellColor",
  "Dynamic",
  "FontColor",
  "Values",
  "TopItems",
  "TopPercent",
  "Icon",
  "Custom",
] as const;

const dynamicFrom = (given: unknown): string => {
  const criterion = text(given);
  const known = criterion === "AboveAverage" || criterion === "BelowAverage";
  return known || daysOf(criterion, today()) ? criterion : refuse("InvalidArgument");
};

const criteriaFrom = (given: unknown): FilterCriteria => {
  const criteria = plainObject(given);
  const filterOn = oneOf(criteria.filterOn, FILTER_ON);
  if (filterOn === "Icon")
    return refuse("NotImplemented", "Filtering by icon is not implemented in the workbench.");
  if (filterOn === "Dynamic") dynamicFrom(criteria.dynamicCriteria);
  return Object.fromEntries(
    Object.entries({ ...criteria, filterOn }).filter(([, value]) => value !== null && value !== undefined),
  );
};

const columnIndex = (draft: Draft, ref: ColumnFilterRef): number =>
  tableIn(draft, ref.table).columns.findIndex(({ id }) => id === ref.column);

const applying =
  (make: (args: Arguments) => FilterCriteria): MethodMember<ColumnFilterRef> =>
  (ref: ColumnFilterRef, args: Arguments, { draft }: Turn) =>
    setColumnFilter(draft, ref.table, columnIndex(draft, ref), make(args));

const counted = (filterOn: string) =>
  applying((args) => ({ filterOn, criterion1: String(anyNumber(args[0])) }));

export const columnFilter: ObjectType<ColumnFilterRef> = objectType<ColumnFilterRef>("Filter", {
  scalars: {
    criteria: {
      get: (ref, { draft }) => tableIn(draft, ref.table).columns[columnIndex(draft, ref)]?.filter ?? null,
    },
  },
  methods: {
    apply: applying((args) => criteriaFrom(args[0])),
    applyValuesFilter: applying((args) => {
      if (!Array.isArray(args[0])) return refuse("InvalidArgument");
      return { filterOn: "Values", values: args[0] };
    }),
    applyCustomFilter: applying((args) => {
      const second = optionalText(args[1]);
      return {
        filterOn: "Custom",
        criterion1: text(args[0]),
        ...(second === undefined ? {} : { criterion2: second }),
        operator: oneOf(args[2], ["And", "Or"], "And"),
      };
    }),
    applyTopItemsFilter: counted("TopItems"),
    applyTopPercentFilter: counted("TopPercent"),
    applyBottomItemsFilter: counted("BottomItems"),
    applyBottomPercentFilter: counted("BottomPercent"),
    applyCellColorFilter: applying((args) => ({ filterOn: "CellColor", color: colorFrom(args[0]) })),
    applyFontColorFilter: applying((args) => ({ filterOn: "FontColor", color: colorFrom(args[0]) })),
    applyDynamicFilter: applying((args) => ({
      filterOn: "Dynamic",
      dynamicCriteria: dynamicFrom(args[0]),
    })),
    clear: (ref: ColumnFilterRef, _: Arguments, { draft }: Turn) =>
      setColumnFilter(draft, ref.table, columnIndex(draft, ref), undefined),
  },
});

/** A table's filter or a sheet's. */
export type AutoFilterRef =
  { readonly kind: "table"; readonly table: string } | { readonly kind: "sheet"; readonly sheet: string };

const criteriaOf = (ref: AutoFilterRef, { draft }: Turn): readonly unknown[] => {
  if (ref.kind === "table") return tableIn(draft, ref.table).columns.map(({ filter }) => filter ?? null);
  const { filter } = sheetIn(draft, ref.sheet);
  return filter
    ? Array.from({ length: columnsOf(filter.area) }, (_, at) => filter.criteria.get(at) ?? null)
    : [];
};

export const autoFilter: ObjectType<AutoFilterRef> = objectType<AutoFilterRef>("AutoFilter", {
  scalars: {
    enabled: {
      get: (ref, { draft }) =>
        ref.kind === "table"
          ? tableIn(draft, ref.table).showFilterButton
          : sheetIn(draft, ref.sheet).filter !== undefined,
    },
    isDataFiltered: {
      get: (ref, { draft }) =>
        ref.kind === "table"
          ? isFiltered(tableIn(draft, ref.table))
          : (sheetIn(draft, ref.sheet).filter?.criteria.size ?? 0) > 0,
    },
    criteria: { get: criteriaOf },
  },
  methods: {
    apply: (ref: AutoFilterRef, args: Arguments, { draft }: Turn) => {
      if (ref.kind === "table") {
        const column = wholeNumber(args[1], -1);
        if (column >= tableIn(draft, ref.table).columns.length) refuse("InvalidArgument");
        if (column >= 0) setColumnFilter(draft, ref.table, column, criteriaFrom(args[2]));
        return;
      }
      const place = rangeAnywhere(draft.book, args[0], ref.sheet);
      if (place.sheet !== ref.sheet) refuse("InvalidArgument");
      const area = cellsOfRange(place);
      const old = sheetIn(draft, ref.sheet).filter;
      const criteria = new Map(
        old && old.area.top === area.top && old.area.left === area.left ? old.criteria : [],
      );
      const column = wholeNumber(args[1], -1);
      if (column >= columnsOf(area)) refuse("InvalidArgument");
      if (column >= 0) criteria.set(column, criteriaFrom(args[2]));
      updateSheet(draft, ref.sheet, { filter: { area, criteria } });
      reapplySheetFilter(draft, ref.sheet);
    },
    clearCriteria: (ref: AutoFilterRef, _: Arguments, { draft }: Turn) => {
      if (ref.kind === "table") return clearFilters(draft, ref.table);
      const { filter } = sheetIn(draft, ref.sheet);
      if (filter) updateSheet(draft, ref.sheet, { filter: { ...filter, criteria: new Map() } });
      reapplySheetFilter(draft, ref.sheet);
    },
    clearColumnCriteria: (ref: AutoFilterRef, args: Arguments, { draft }: Turn) => {
      const column = wholeNumber(args[0]);
      if (ref.kind === "table") return setColumnFilter(draft, ref.table, column, undefined);
      setSheetFilter(draft, ref.sheet, column, undefined);
    },
    reapply: (ref: AutoFilterRef, _: Arguments, { draft }: Turn) =>
      ref.kind === "table" ? reapplyTableFilter(draft, ref.table) : reapplySheetFilter(draft, ref.sheet),
    remove: (ref: AutoFilterRef, _: Arguments, { draft }: Turn) => {
      if (ref.kind === "table") return refuse("InvalidOperation");
      const { filter } = sheetIn(draft, ref.sheet);
      if (!filter) return;
      updateSheet(draft, ref.sheet, { filter: { ...filter, criteria: new Map() } });
      reapplySheetFilter(draft, ref.sheet);
      updateSheet(draft, ref.sheet, { filter: undefined });
    },
    getRange: (ref: AutoFilterRef, _: Arguments, { draft }: Turn) => {
      if (ref.kind === "table") {
        const { sheet, area } = tableIn(draft, ref.table);
        return handle(range, rangeRef(sheet, area));
      }
      const { filter } = sheetIn(draft, ref.sheet);
      return filter ? handle(range, rangeRef(ref.sheet, filter.area)) : refuse("ItemNotFound");
    },
  },
});
