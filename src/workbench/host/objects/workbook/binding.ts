/** Bindings: places of the workbook that a program keeps under an id of its own. */
import type { Binding } from "../../model/book";
import { bind, placeOfBinding, releaseBinding } from "../../model/attached/binding";
import { tableByName } from "../../model/book";
import { textOf } from "../../model/cells/text";
import { styleAt } from "../../model/looks/effective";
import { cellAt } from "../../model/cells/grid";
import { sheetIn, type Draft } from "../../model/draft";
import { styleValue } from "../../model/looks/style";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import {
  handle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { oneOf, text } from "../arguments";
import { nameIn } from "../../model/names";
import { range } from "../range/range";
import { cellsOfRange, placeOfFormula, rangeAnywhere, rangeRef } from "../range/address";
import { table } from "../table/table";

interface BindingRef {
  readonly id: string;
}

const TYPES = ["Range", "Table", "Text"] as const;

const of = (ref: BindingRef, draft: Draft): Binding =>
  draft.book.bindings.find(({ id }) => id === ref.id) ?? refuse("ItemNotFound");

const placeOf = (ref: BindingRef, { draft }: Turn): RangeRef => {
  const place = placeOfBinding(draft.book, of(ref, draft)) ?? refuse("InvalidBinding");
  return rangeRef(place.sheet, place.area);
};

const binding: ObjectType<BindingRef> = objectType<BindingRef>("Binding", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref) => ref.id },
    type: { get: (ref, { draft }) => of(ref, draft).type },
  },
  methods: {
    delete: (ref: BindingRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      releaseBinding(draft, ref.id);
    },
    getRange: (ref: BindingRef, _: Arguments, turn: Turn) => handle(range, placeOf(ref, turn)),
    getTable: (ref: BindingRef, _: Arguments, { draft }: Turn) => {
      const bound = of(ref, draft);
      return bound.table === undefined ? refuse("InvalidOperation") : handle(table, { id: bound.table });
    },
    getText: (ref: BindingRef, _: Arguments, turn: Turn) => {
      const { type } = of(ref, turn.draft);
      if (type !== "Text") return refuse("InvalidOperation");
      const place = placeOf(ref, turn);
      const { top, left } = cellsOfRange(place);
      const sheet = sheetIn(turn.draft, place.sheet);
      const format = styleValue(styleAt(sheet, top, left), "numberFormat");
      return textOf(cellAt(sheet.grid, top, left)?.value ?? null, format);
    },
  },
});

const bindRange = (draft: Draft, place: RangeRef, given: unknown, asked: unknown): Handle => {
  const { id } = bind(
    draft,
    { sheet: place.sheet, area: cellsOfRange(place) },
    oneOf(given, TYPES),
    text(asked),
  );
  return handle(binding, { id });
};

export const bindings: ObjectType<null> = objectType<null>("BindingCollection", {
  items: (_, { draft }) => draft.book.bindings.map(({ id }) => handle(binding, { id })),
  item: (_, key, { draft }) =>
    draft.book.bindings.some(({ id }) => id === key) ? handle(binding, { id: text(key) }) : null,
  scalars: { count: { get: (_, { draft }) => draft.book.bindings.length } },
  methods: {
    add: (_: null, args: Arguments, { draft }: Turn) =>
      bindRange(draft, rangeAnywhere(draft.book, args[0], draft.book.activeSheet), args[1], args[2]),
    addFromNamedItem: (_: null, args: Arguments, { draft }: Turn) => {
      const known = text(args[0]);
      const found = tableByName(draft.book, known);
      const place = found
        ? rangeRef(found.sheet, found.area)
        : placeOfFormula(draft.book, nameIn(draft, known, undefined).formula, draft.book.activeSheet);
      return place ? bindRange(draft, place, args[1], args[2]) : refuse("InvalidArgument");
    },
    addFromSelection: (_: null, args: Arguments, { draft }: Turn) => {
      const { id, selection } = sheetIn(draft, draft.book.activeSheet);
      return bindRange(draft, rangeRef(id, selection), args[0], args[1]);
    },
  },
});
