/** The items of a field: shown or not, unfolded or not. */
import { itemByName, itemsOf, type PivotItem } from "../../model/pivot/items";
import { changedField, fieldIn } from "../../model/pivot/pivot";
import { changePivot } from "../../model/pivot/pivots";
import { refuse } from "../../refusal";
import { handle, objectType, type ObjectType, type Turn } from "../../wire/object-type";
import { flag, text } from "../arguments";
import { pivotOf, type FieldRef, type ItemRef } from "./refs";

const itemOf = (ref: ItemRef, turn: Turn): PivotItem =>
  itemsOf(pivotOf(ref, turn), ref.field).find(({ key }) => key === ref.key) ?? refuse("ItemNotFound");

/** In a list of keys of the field: hidden or collapsed items. */
const listed = (list: "hidden" | "collapsed") => ({
  get: (ref: ItemRef, turn: Turn) =>
    !fieldIn(pivotOf(ref, turn), ref.field)[list].includes(itemOf(ref, turn).key),
  set: (ref: ItemRef, value: unknown, turn: Turn) => {
    const { key } = itemOf(ref, turn);
    const on = flag(value, true);
    changePivot(turn.draft, ref.pivot, (pivot) => {
      const others = fieldIn(pivot, ref.field)[list].filter((one) => one !== key);
      const next = on ? others : [...others, key];
      if (list === "hidden" && next.length >= itemsOf(pivot, ref.field).length) refuse("InvalidOperation");
      return changedField(pivot, ref.field, { [list]: next });
    });
  },
});

export const pivotItem: ObjectType<ItemRef> = objectType<ItemRef>("PivotItem", {
  identity: (ref) => ({ Id: ref.key }),
  scalars: {
    id: { get: (ref, turn) => itemOf(ref, turn).key },
    name: {
      get: (ref, turn) => itemOf(ref, turn).name,
      set: (ref, value, turn) => {
        const name = text(value);
        const taken = itemByName(pivotOf(ref, turn), ref.field, name);
        if (name === "" || (taken && taken.key !== ref.key)) refuse("InvalidArgument");
        changePivot(turn.draft, ref.pivot, (pivot) =>
          changedField(pivot, ref.field, {
            captions: { ...fieldIn(pivot, ref.field).captions, [ref.key]: name },
          }),
        );
      },
    },
    visible: listed("hidden"),
    isExpanded: listed("collapsed"),
  },
});

export const pivotItems: ObjectType<FieldRef> = objectType<FieldRef>("PivotItemCollection", {
  items: (ref, turn) =>
    itemsOf(pivotOf(ref, turn), ref.field).map(({ key }) => handle(pivotItem, { ...ref, key })),
  item: (ref, key, turn) => {
    const found = itemByName(pivotOf(ref, turn), ref.field, text(key));
    return found ? handle(pivotItem, { ...ref, key: found.key }) : null;
  },
});

/** Items of several fields: those that one value of the report belongs to. */
export const pathItems: ObjectType<{ readonly items: readonly ItemRef[] }> = objectType(
  "PivotItemCollection (of a value)",
  {
    items: (ref: { readonly items: readonly ItemRef[] }) => ref.items.map((item) => handle(pivotItem, item)),
    item: (ref: { readonly items: readonly ItemRef[] }, key: unknown, turn: Turn) => {
      const found = ref.items.find((item) => item.key === key || itemOf(item, turn).name === key);
      return found ? handle(pivotItem, found) : null;
    },
  },
);
