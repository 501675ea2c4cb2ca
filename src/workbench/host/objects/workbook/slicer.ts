/** Slicers: of a sheet and of the workbook, with the items they choose from. The page does not draw them. */
import { sheetById, sheetByName, tableById, tableByName, type Book } from "../../model/book";
import { pivotById } from "../../model/pivot/in-book";
import type { Slicer, SlicerSource } from "../../model/tables/slicer";
import {
  addSlicer,
  assertSlicerName,
  changeSlicer,
  choicesOf,
  choose,
  deleteSlicer,
  isCleared,
  slicerIn,
  type SlicerChoice,
} from "../../model/tables/slicers";
import { refuse } from "../../refusal";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { oneOf, text } from "../arguments";
import { size } from "../chart/parts";
import { fieldNamed } from "../pivot/refs";
import { worksheet } from "../sheet/worksheet";

interface SlicerRef {
  readonly id: string;
}
interface ChoiceRef extends SlicerRef {
  readonly key: string;
}

const of = (ref: SlicerRef, { draft }: Turn): Slicer => slicerIn(draft, ref.id);
const choice = (ref: ChoiceRef, turn: Turn): SlicerChoice =>
  choicesOf(turn.draft, of(ref, turn)).find(({ key }) => key === ref.key) ?? refuse("ItemNotFound");

const slicerItem: ObjectType<ChoiceRef> = objectType<ChoiceRef>("SlicerItem", {
  identity: (ref) => ({ Id: ref.key }),
  scalars: {
    key: { get: (ref, turn) => choice(ref, turn).key },
    name: { get: (ref, turn) => choice(ref, turn).name },
    /** Items come from the data: there are none without. */
    hasData: { get: (ref, turn) => (choice(ref, turn), true) },
    isSelected: {
      get: (ref, turn) => choice(ref, turn).selected,
      set: (ref, value, turn) => {
        choice(ref, turn);
        const slicer = of(ref, turn);
        const chosen = choicesOf(turn.draft, slicer)
          .filter(({ key, selected }) => (key === ref.key ? value === true : selected))
          .map(({ key }) => key);
        if (chosen.length === 0) refuse("InvalidOperation");
        choose(turn.draft, slicer, chosen);
      },
    },
  },
});

const slicerItems: ObjectType<SlicerRef> = objectType<SlicerRef>("SlicerItemCollection", {
  items: (ref, turn) =>
    choicesOf(turn.draft, of(ref, turn)).map(({ key }) => handle(slicerItem, { id: ref.id, key })),
  item: (ref, key, turn) => {
    const wanted = text(key);
    const found = choicesOf(turn.draft, of(ref, turn)).find(
      (one) => one.key === wanted || one.name === wanted,
    );
    return found ? handle(slicerItem, { id: ref.id, key: found.key }) : null;
  },
});

const measured = (key: "left" | "top" | "width" | "height"): Scalar<SlicerRef> => ({
  get: (ref, turn) => of(ref, turn)[key],
  set: (ref, value, { draft }) => changeSlicer(draft, ref.id, { [key]: size(value) }),
});

const written = (key: "caption" | "style"): Scalar<SlicerRef> => ({
  get: (ref, turn) => of(ref, turn)[key],
  set: (ref, value, { draft }) => changeSlicer(draft, ref.id, { [key]: text(value) }),
});

const SORTS = ["DataSourceOrder", "Ascending", "Descending"] as const;

export const slicer: ObjectType<SlicerRef> = objectType<SlicerRef>("Slicer", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref, turn) => of(ref, turn).id },
    name: {
      get: (ref, turn) => of(ref, turn).name,
      set: (ref, value, { draft }) => {
        assertSlicerName(draft, text(value), ref.id);
        changeSlicer(draft, ref.id, { name: text(value) });
      },
    },
    caption: written("caption"),
    style: written("style"),
    left: measured("left"),
    top: measured("top"),
    width: measured("width"),
    height: measured("height"),
    sortBy: {
      get: (ref, turn) => of(ref, turn).sortBy,
      set: (ref, value, { draft }) => changeSlicer(draft, ref.id, { sortBy: oneOf(value, SORTS) }),
    },
    isFilterCleared: { get: (ref, turn) => isCleared(turn.draft, of(ref, turn)) },
  },
  objects: {
    slicerItems: (ref: SlicerRef) => handle(slicerItems, ref),
    worksheet: (ref: SlicerRef, turn: Turn) => handle(worksheet, { id: of(ref, turn).sheet }),
  },
  methods: {
    clearFilters: (ref: SlicerRef, _: Arguments, turn: Turn) => choose(turn.draft, of(ref, turn), undefined),
    selectItems: (ref: SlicerRef, args: Arguments, turn: Turn) => {
      const given: unknown = args[0] ?? [];
      if (!Array.isArray(given)) return refuse("InvalidArgument");
      choose(turn.draft, of(ref, turn), given.length === 0 ? undefined : given.map(text));
    },
    getSelectedItems: (ref: SlicerRef, _: Arguments, turn: Turn) =>
      choicesOf(turn.draft, of(ref, turn)).flatMap(({ key, selected }) => (selected ? [key] : [])),
    delete: (ref: SlicerRef, _: Arguments, { draft }: Turn) => deleteSlicer(draft, ref.id),
  },
});

/** A table or a PivotTable, as an object, by name or by id; and its column or field. */
const sourceFrom = (book: Book, given: unknown, field: unknown): SlicerSource => {
  const asked = isHandle(given)
    ? (given.ref as { readonly id?: string; readonly pivot?: string })
    : undefined;
  const name = typeof given === "string" ? given : undefined;
  if (!asked && name === undefined) return refuse("InvalidArgument");
  const table =
    asked?.id !== undefined
      ? tableById(book, asked.id)
      : name === undefined
        ? undefined
        : (tableById(book, name) ?? tableByName(book, name));
  if (table) {
    const key = isHandle(field) ? (field.ref as { readonly id: unknown }).id : field;
    const wanted = String(key).toLowerCase();
    const column = table.columns.find((one) => one.id === key || one.name.toLowerCase() === wanted);
    return { kind: "table", table: table.id, column: (column ?? refuse("InvalidArgument")).id };
  }
  const pivot =
    asked?.pivot === undefined
      ? book.pivots.find((one) => one.id === name || one.name.toLowerCase() === name?.toLowerCase())
      : pivotById(book, asked.pivot);
  if (!pivot) return refuse("InvalidArgument");
  const key = isHandle(field) ? (field.ref as { readonly field?: unknown }).field : field;
  return { kind: "pivot", pivot: pivot.id, field: fieldNamed(pivot, key) ?? refuse("InvalidArgument") };
};

interface SlicersRef {
  readonly sheet?: string;
}

const inScope = (book: Book, ref: SlicersRef): readonly Slicer[] =>
  ref.sheet === undefined ? book.slicers : book.slicers.filter(({ sheet }) => sheet === ref.sheet);

const destination = (book: Book, given: unknown, ref: SlicersRef): string => {
  if (given === null || given === undefined) return ref.sheet ?? book.activeSheet;
  if (isHandle(given)) return (given.ref as { readonly id: string }).id;
  return (sheetById(book, text(given)) ?? sheetByName(book, text(given)) ?? refuse("InvalidArgument")).id;
};

export const slicers: ObjectType<SlicersRef> = objectType<SlicersRef>("SlicerCollection", {
  items: (ref, { draft }) => inScope(draft.book, ref).map(({ id }) => handle(slicer, { id })),
  item: (ref, key, { draft }) => {
    const wanted = text(key).toLowerCase();
    const found = inScope(draft.book, ref).find(
      ({ id, name }) => id === key || name.toLowerCase() === wanted,
    );
    return found ? handle(slicer, { id: found.id }) : null;
  },
  methods: {
    add: (ref: SlicersRef, args: Arguments, { draft }: Turn) => {
      const source = sourceFrom(draft.book, args[0], args[1]);
      return handle(slicer, { id: addSlicer(draft, destination(draft.book, args[2], ref), source) });
    },
  },
});
