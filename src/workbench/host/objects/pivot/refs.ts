/** How the objects of a PivotTable are told apart, and how names and objects that programs pass become ids. */
import type { PivotAxis } from "../../model/pivot/pivot";
import { pivotById } from "../../model/pivot/in-book";
import { itemByName } from "../../model/pivot/items";
import type { Pivot } from "../../model/pivot/pivot";
import { pivotIn } from "../../model/pivot/in-book";
import { refuse } from "../../refusal";
import { isHandle, type Turn } from "../../wire/object-type";

export interface PivotRef {
  readonly pivot: string;
}
export interface FieldRef extends PivotRef {
  readonly field: string;
}
export interface AxisRef extends PivotRef {
  readonly axis: PivotAxis;
}
export interface PlacedRef extends FieldRef {
  readonly axis: PivotAxis;
}
export interface DataRef extends PivotRef {
  readonly data: string;
}
export interface ItemRef extends FieldRef {
  readonly key: string;
}

export const pivotOf = (ref: PivotRef, { draft }: Turn): Pivot => pivotIn(draft, ref.pivot);

export const stillThere = (ref: PivotRef, { draft }: Turn): boolean =>
  pivotById(draft.book, ref.pivot) !== undefined;

/** An object of this type that belongs to this PivotTable. */
export const refOf = <Ref extends PivotRef>(given: unknown, types: readonly string[], pivot: string): Ref => {
  if (!isHandle(given) || !types.includes(given.type.name)) return refuse("InvalidArgument");
  const ref = given.ref as Ref;
  return ref.pivot === pivot ? ref : refuse("InvalidArgument");
};

export const fieldNamed = (pivot: Pivot, key: unknown): string | undefined => {
  if (typeof key !== "string") return refuse("InvalidArgument");
  const wanted = key.toLowerCase();
  return (
    pivot.fields.find(({ id }) => id === key) ??
    pivot.fields.find(({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted)
  )?.id;
};

/** Of an item given as an object, by its name or by its id. */
export const keyOfItem = (pivot: Pivot, field: string, given: unknown): string => {
  if (typeof given === "string") return (itemByName(pivot, field, given) ?? refuse("InvalidArgument")).key;
  const ref = refOf<ItemRef>(given, ["PivotItem"], pivot.id);
  return ref.field === field ? ref.key : refuse("InvalidArgument");
};
