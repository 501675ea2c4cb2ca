/** The values of a PivotTable: what is summarized, how, and under which name. */
import { dataIn, type Pivot, type PivotData, type ShowAs } from "../../model/pivot/pivot";
import { addData, changePivot } from "../../model/pivot/pivots";
import { RULES } from "../../model/pivot/show-as";
import { usualSummary } from "../../model/pivot/summary";
import { captionOf, dataByName, SUMMARY_FUNCTIONS } from "../../model/pivot/words";
import { indexOfField } from "../../model/pivot/pivot";
import { refuse } from "../../refusal";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { oneOf, plainObject, text, wholeNumber } from "../arguments";
import { pivotField } from "./pivot-field";
import { fieldNamed, keyOfItem, pivotOf, refOf, type DataRef, type FieldRef, type PivotRef } from "./refs";

const of = (ref: DataRef, turn: Turn): PivotData => dataIn(pivotOf(ref, turn), ref.data);

const change = (ref: DataRef, { draft }: Turn, patch: (pivot: Pivot) => Partial<PivotData>): void =>
  changePivot(draft, ref.pivot, (pivot) => {
    const changed = patch(pivot);
    return { ...pivot, data: pivot.data.map((one) => (one.id === ref.data ? { ...one, ...changed } : one)) };
  });

const CALCULATIONS = [...Object.keys(RULES), "PercentOfParentTotal", "Index"];

const showAsFrom = (pivot: Pivot, given: unknown): ShowAs => {
  const { calculation, baseField, baseItem } = plainObject(given);
  const wanted = oneOf(calculation, CALCULATIONS);
  if (!RULES[wanted])
    refuse("NotImplemented", `DataPivotHierarchy.showAs: "${wanted}" is not implemented in the workbench.`);
  const known = (value: unknown) => value !== null && value !== undefined;
  if (!known(baseField)) return { calculation: wanted };
  const { field } = refOf<FieldRef>(baseField, ["PivotField"], pivot.id);
  return {
    calculation: wanted,
    field,
    ...(known(baseItem) ? { item: keyOfItem(pivot, field, baseItem) } : {}),
  };
};

export const dataHierarchy: ObjectType<DataRef> = objectType<DataRef>("DataPivotHierarchy", {
  identity: (ref) => ({ Id: ref.data }),
  scalars: {
    id: { get: (ref, turn) => of(ref, turn).id },
    name: {
      get: (ref, turn) => captionOf(pivotOf(ref, turn), of(ref, turn)),
      set: (ref, value, turn) => {
        const caption = text(value);
        const pivot = pivotOf(ref, turn);
        const taken = dataByName(pivot, caption);
        if (caption.trim() === "" || fieldNamed(pivot, caption) !== undefined) refuse("InvalidArgument");
        if (taken && taken.id !== ref.data) refuse("InvalidArgument");
        change(ref, turn, () => ({ caption }));
      },
    },
    numberFormat: {
      get: (ref, turn) => of(ref, turn).numberFormat ?? "General",
      set: (ref, value, turn) => change(ref, turn, () => ({ numberFormat: text(value) })),
    },
    position: {
      get: (ref, turn) => pivotOf(ref, turn).data.indexOf(of(ref, turn)),
      set: (ref, value, turn) => {
        const at = wholeNumber(value);
        const own = of(ref, turn);
        changePivot(turn.draft, ref.pivot, (pivot) => {
          if (at < 0 || at >= pivot.data.length) refuse("InvalidArgument");
          const others = pivot.data.filter(({ id }) => id !== ref.data);
          return { ...pivot, data: [...others.slice(0, at), own, ...others.slice(at)] };
        });
      },
    },
    summarizeBy: {
      get: (ref, turn) => of(ref, turn).summarizeBy,
      set: (ref, value, turn) => {
        const wanted = oneOf(value, ["Automatic", ...SUMMARY_FUNCTIONS]);
        change(ref, turn, (pivot) => {
          const column = indexOfField(pivot, of(ref, turn).field);
          const values = pivot.cache.records.map((record) => record[column] ?? null);
          return { summarizeBy: wanted === "Automatic" ? usualSummary(values) : wanted };
        });
      },
    },
    showAs: {
      get: (ref, turn) => ({ calculation: of(ref, turn).showAs.calculation }),
      set: (ref, value, turn) => change(ref, turn, (pivot) => ({ showAs: showAsFrom(pivot, value) })),
    },
  },
  objects: {
    field: (ref: DataRef, turn: Turn) => handle(pivotField, { pivot: ref.pivot, field: of(ref, turn).field }),
  },
  methods: {
    setToDefault: (ref: DataRef, _: Arguments, turn: Turn) =>
      change(ref, turn, (pivot) => {
        const column = indexOfField(pivot, of(ref, turn).field);
        return {
          caption: undefined,
          numberFormat: undefined,
          showAs: { calculation: "None" },
          summarizeBy: usualSummary(pivot.cache.records.map((record) => record[column] ?? null)),
        };
      }),
  },
});

export const dataHierarchies: ObjectType<PivotRef> = objectType<PivotRef>("DataPivotHierarchyCollection", {
  items: (ref, turn) => pivotOf(ref, turn).data.map(({ id }) => handle(dataHierarchy, { ...ref, data: id })),
  item: (ref, key, turn) => {
    const found = dataByName(pivotOf(ref, turn), text(key));
    return found ? handle(dataHierarchy, { pivot: ref.pivot, data: found.id }) : null;
  },
  methods: {
    add: (ref: PivotRef, args: Arguments, { draft }: Turn) => {
      const { field } = refOf<FieldRef>(args[0], ["PivotHierarchy"], ref.pivot);
      return handle(dataHierarchy, { pivot: ref.pivot, data: addData(draft, ref.pivot, field) });
    },
    remove: (ref: PivotRef, args: Arguments, { draft }: Turn) => {
      const { data } = refOf<DataRef>(args[0], ["DataPivotHierarchy"], ref.pivot);
      changePivot(draft, ref.pivot, (pivot) => ({
        ...pivot,
        data: pivot.data.filter(({ id }) => id !== data),
      }));
    },
  },
});
