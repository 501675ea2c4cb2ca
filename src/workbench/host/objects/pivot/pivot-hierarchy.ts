/** Fields as they can be put on an axis, and as they stand there: rows, columns, filters. */
import { changedField, fieldIn, type PivotField } from "../../model/pivot/pivot";
import { changePivot, placeField, removeField } from "../../model/pivot/pivots";
import {
  handle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { refuse } from "../../refusal";
import { flag, wholeNumber } from "../arguments";
import { pivotFields, renameField } from "./pivot-field";
import {
  fieldNamed,
  pivotOf,
  refOf,
  type AxisRef,
  type FieldRef,
  type PivotRef,
  type PlacedRef,
} from "./refs";

const of = (ref: FieldRef, turn: Turn): PivotField => fieldIn(pivotOf(ref, turn), ref.field);
const placed = (ref: PlacedRef, turn: Turn): PivotField =>
  pivotOf(ref, turn)[ref.axis].includes(ref.field) ? of(ref, turn) : refuse("ItemNotFound");

const naming = (
  read: (ref: PlacedRef, turn: Turn) => PivotField,
): Record<"id" | "name", Scalar<PlacedRef>> => ({
  id: { get: (ref, turn) => read(ref, turn).id },
  name: { get: (ref, turn) => read(ref, turn).name, set: renameField },
});

export const pivotHierarchy: ObjectType<FieldRef> = objectType<FieldRef>("PivotHierarchy", {
  identity: (ref) => ({ Id: ref.field }),
  scalars: {
    id: { get: (ref, turn) => of(ref, turn).id },
    name: { get: (ref, turn) => of(ref, turn).name, set: renameField },
  },
  objects: { fields: (ref: FieldRef) => handle(pivotFields, ref) },
});

export const pivotHierarchies: ObjectType<PivotRef> = objectType<PivotRef>("PivotHierarchyCollection", {
  items: (ref, turn) =>
    pivotOf(ref, turn).fields.map(({ id }) => handle(pivotHierarchy, { ...ref, field: id })),
  item: (ref, key, turn) => {
    const field = fieldNamed(pivotOf(ref, turn), key);
    return field === undefined ? null : handle(pivotHierarchy, { pivot: ref.pivot, field });
  },
});

const position: Scalar<PlacedRef> = {
  get: (ref, turn) => pivotOf(ref, turn)[ref.axis].indexOf(ref.field),
  set: (ref, value, { draft }) => placeField(draft, ref.pivot, ref.field, ref.axis, wholeNumber(value)),
};

const placedParts = {
  identity: (ref: PlacedRef) => ({ Id: ref.field }),
  objects: { fields: (ref: PlacedRef) => handle(pivotFields, { pivot: ref.pivot, field: ref.field }) },
  methods: {
    /** The field as it came: no filters, no names, in rising order. */
    setToDefault: (ref: PlacedRef, _: Arguments, { draft }: Turn) =>
      changePivot(draft, ref.pivot, (pivot) =>
        changedField(pivot, ref.field, {
          name: ref.field,
          subtotals: true,
          hidden: [],
          collapsed: [],
          captions: {},
          order: { ascending: true },
          label: undefined,
          value: undefined,
          date: undefined,
        }),
      ),
  },
};

export const rowColumnHierarchy: ObjectType<PlacedRef> = objectType<PlacedRef>("RowColumnPivotHierarchy", {
  ...placedParts,
  scalars: { ...naming(placed), position },
});

export const filterHierarchy: ObjectType<PlacedRef> = objectType<PlacedRef>("FilterPivotHierarchy", {
  ...placedParts,
  scalars: {
    ...naming(placed),
    position,
    enableMultipleFilterItems: {
      get: (ref, turn) => placed(ref, turn).multiple,
      set: (ref, value, { draft }) =>
        changePivot(draft, ref.pivot, (pivot) =>
          changedField(pivot, ref.field, { multiple: flag(value, true) }),
        ),
    },
  },
});

const collection = (name: string, type: ObjectType<PlacedRef>): ObjectType<AxisRef> => {
  const found = (ref: AxisRef, field: string): Handle =>
    handle(type, { pivot: ref.pivot, axis: ref.axis, field });
  return objectType<AxisRef>(name, {
    items: (ref, turn) => pivotOf(ref, turn)[ref.axis].map((field) => found(ref, field)),
    item: (ref, key, turn) => {
      const pivot = pivotOf(ref, turn);
      const field = fieldNamed(pivot, key);
      return field !== undefined && pivot[ref.axis].includes(field) ? found(ref, field) : null;
    },
    methods: {
      add: (ref: AxisRef, args: Arguments, { draft }: Turn) => {
        const { field } = refOf<FieldRef>(args[0], ["PivotHierarchy"], ref.pivot);
        placeField(draft, ref.pivot, field, ref.axis);
        return found(ref, field);
      },
      remove: (ref: AxisRef, args: Arguments, turn: Turn) => {
        const { field } = refOf<FieldRef>(args[0], [type.name], ref.pivot);
        if (!pivotOf(ref, turn)[ref.axis].includes(field)) refuse("InvalidArgument");
        removeField(turn.draft, ref.pivot, field);
      },
    },
  });
};

export const rowColumnHierarchies = collection("RowColumnPivotHierarchyCollection", rowColumnHierarchy);
export const filterHierarchies = collection("FilterPivotHierarchyCollection", filterHierarchy);
