/** A field of a PivotTable: its name, its filters, its order, its subtotals. */
import { assertUsable } from "../../model/pivot/filters";
import { itemsOf } from "../../model/pivot/items";
import {
  changedField,
  fieldIn,
  type Pivot,
  type PivotCriteria,
  type PivotField,
} from "../../model/pivot/pivot";
import { changePivot } from "../../model/pivot/pivots";
import { dataByName } from "../../model/pivot/words";
import { refuse } from "../../refusal";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { flag, oneOf, plainObject, text } from "../arguments";
import { pivotItems } from "./pivot-item";
import { fieldNamed, keyOfItem, pivotOf, refOf, type DataRef, type FieldRef } from "./refs";

const of = (ref: FieldRef, turn: Turn): PivotField => fieldIn(pivotOf(ref, turn), ref.field);

const change = (ref: FieldRef, { draft }: Turn, patch: (pivot: Pivot) => Partial<PivotField>): void =>
  changePivot(draft, ref.pivot, (pivot) => changedField(pivot, ref.field, patch(pivot)));

const FILTERS = { Manual: "hidden", Label: "label", Value: "value", Date: "date" } as const;
type FilterType = keyof typeof FILTERS;
const FILTER_TYPES = Object.keys(FILTERS) as FilterType[];

const hasFilter = (field: PivotField, type: FilterType): boolean =>
  type === "Manual" ? field.hidden.length > 0 : field[FILTERS[type]] !== undefined;

/** The field without its filters of these kinds. */
const cleared = (types: readonly FilterType[]): Partial<PivotField> => ({
  ...(types.includes("Manual") ? { hidden: [] } : {}),
  ...(types.includes("Label") ? { label: undefined } : {}),
  ...(types.includes("Value") ? { value: undefined } : {}),
  ...(types.includes("Date") ? { date: undefined } : {}),
});

const filled = (criteria: PivotCriteria): PivotCriteria =>
  Object.fromEntries(Object.entries(criteria).filter(([, value]) => value !== null && value !== undefined));

const hiddenBy = (pivot: Pivot, ref: FieldRef, manual: PivotCriteria): readonly string[] => {
  const { selectedItems } = manual;
  if (!Array.isArray(selectedItems)) return refuse("InvalidArgument");
  if (selectedItems.length === 0) return refuse("InvalidArgument");
  const chosen = new Set(selectedItems.map((item: unknown) => keyOfItem(pivot, ref.field, item)));
  return itemsOf(pivot, ref.field).flatMap(({ key }) => (chosen.has(key) ? [] : [key]));
};

const applyFilter = (ref: FieldRef, args: Arguments, turn: Turn): void => {
  const wanted = filled(plainObject(args[0]));
  change(ref, turn, (pivot) => {
    // A field has filters of several kinds only where the PivotTable allows it.
    const others = pivot.allowMultipleFiltersPerField ? {} : cleared(FILTER_TYPES);
    const patch: Record<string, unknown> = { ...others };
    for (const [key, given] of Object.entries(wanted)) {
      const criteria = filled(plainObject(given));
      switch (key) {
        case "manualFilter":
          patch.hidden = hiddenBy(pivot, ref, criteria);
          break;
        case "labelFilter":
        case "dateFilter":
        case "valueFilter": {
          const kind = key === "labelFilter" ? "label" : key === "dateFilter" ? "date" : "value";
          assertUsable(kind, criteria);
          if (kind === "value" && !dataByName(pivot, text(criteria.value))) refuse("InvalidArgument");
          patch[kind] = criteria;
          break;
        }
        default:
          refuse("InvalidArgument");
      }
    }
    return patch;
  });
};

const filtersOf = (ref: FieldRef, turn: Turn): Record<string, unknown> => {
  const field = of(ref, turn);
  const shown = itemsOf(pivotOf(ref, turn), ref.field).filter(({ key }) => !field.hidden.includes(key));
  return {
    ...(field.date ? { dateFilter: field.date } : {}),
    ...(field.label ? { labelFilter: field.label } : {}),
    ...(field.hidden.length > 0 ? { manualFilter: { selectedItems: shown.map(({ name }) => name) } } : {}),
    ...(field.value ? { valueFilter: field.value } : {}),
  };
};

const SORT_BY = ["Ascending", "Descending"] as const;

export const pivotField: ObjectType<FieldRef> = objectType<FieldRef>("PivotField", {
  identity: (ref) => ({ Id: ref.field }),
  scalars: {
    id: { get: (ref, turn) => of(ref, turn).id },
    name: {
      get: (ref, turn) => of(ref, turn).name,
      set: (ref, value, turn) => renameField(ref, value, turn),
    },
    showAllItems: {
      get: (ref, turn) => (of(ref, turn), false),
      set: (_, value) => {
        if (flag(value, false))
          refuse("NotImplemented", "PivotField.showAllItems = true is not implemented in the workbench.");
      },
    },
    subtotals: {
      get: (ref, turn) => ({ automatic: of(ref, turn).subtotals }),
      set: (ref, value, turn) => {
        const { automatic, ...functions } = plainObject(value);
        if (Object.values(functions).some((one) => one === true))
          refuse(
            "NotImplemented",
            "PivotField.subtotals: only automatic subtotals are implemented in the workbench.",
          );
        change(ref, turn, () => ({ subtotals: flag(automatic, false) }));
      },
    },
  },
  objects: { items: (ref: FieldRef) => handle(pivotItems, { pivot: ref.pivot, field: ref.field }) },
  methods: {
    applyFilter,
    clearAllFilters: (ref: FieldRef, _: Arguments, turn: Turn) =>
      change(ref, turn, () => cleared(FILTER_TYPES)),
    clearFilter: (ref: FieldRef, args: Arguments, turn: Turn) =>
      change(ref, turn, () => cleared([oneOf(args[0], FILTER_TYPES)])),
    getFilters: (ref: FieldRef, _: Arguments, turn: Turn) => filtersOf(ref, turn),
    isFiltered: (ref: FieldRef, args: Arguments, turn: Turn) => {
      const field = of(ref, turn);
      const any = args[0] === null || args[0] === undefined;
      return (any ? FILTER_TYPES : [oneOf(args[0], FILTER_TYPES)]).some((type) => hasFilter(field, type));
    },
    // office.js makes a truth of the word before it sends it.
    sortByLabels: (ref: FieldRef, args: Arguments, turn: Turn) =>
      change(ref, turn, () => ({ order: { ascending: flag(args[0], true) } })),
    sortByValues: (ref: FieldRef, args: Arguments, turn: Turn) => {
      const scope: unknown = args[2];
      if (Array.isArray(scope) && scope.length > 0)
        refuse(
          "NotImplemented",
          "PivotField.sortByValues: pivotItemScope is not implemented in the workbench.",
        );
      const { data } = refOf<DataRef>(args[1], ["DataPivotHierarchy"], ref.pivot);
      change(ref, turn, () => ({
        order: { ascending: oneOf(args[0], SORT_BY) === "Ascending", data },
      }));
    },
  },
});

export const renameField = (ref: FieldRef, value: unknown, turn: Turn): void => {
  const name = text(value);
  const pivot = pivotOf(ref, turn);
  const taken = fieldNamed(pivot, name);
  if (name.trim() === "" || (taken !== undefined && taken !== ref.field) || dataByName(pivot, name))
    refuse("InvalidArgument");
  change(ref, turn, () => ({ name }));
};

/** Of a hierarchy: a worksheet's PivotTable has one field in each. */
export const pivotFields: ObjectType<FieldRef> = objectType<FieldRef>("PivotFieldCollection", {
  items: (ref) => [handle(pivotField, { pivot: ref.pivot, field: ref.field })],
  item: (ref, key, turn) =>
    fieldNamed(pivotOf(ref, turn), key) === ref.field
      ? handle(pivotField, { pivot: ref.pivot, field: ref.field })
      : null,
});
