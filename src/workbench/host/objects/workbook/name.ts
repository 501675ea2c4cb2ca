/** NamedItem and its collections, of the workbook and of a sheet. */
import { printAddress } from "../../formula";
import { sameName, sheetById, type DefinedName } from "../../model/book";
import { asWireValue, BLANK, valueTypeOf, type Cell } from "../../model/cells/cell";
import { cellAt } from "../../model/cells/grid";
import { sheetIn } from "../../model/draft";
import { areaOf } from "../../model/formulas/lookup";
import { addName, changeName, deleteName, nameIn } from "../../model/names";
import { cellsOf } from "../../model/cells/rectangle";
import { jsonOf } from "../../model/cells/values-as-json";
import { refuse } from "../../refusal";
import { createScratch } from "../../scratch";
import type { RangeRef } from "../../session";
import {
  handle,
  isHandle,
  objectType,
  type ObjectType,
  type Arguments,
  type Turn,
} from "../../wire/object-type";
import { flag, optionalText, text } from "../arguments";
import { cellsOfRange, placeOfFormula } from "../range/address";
import { range } from "../range/range";
import { worksheet } from "../sheet/worksheet";

interface NamesRef {
  readonly scope?: string;
}
interface NameRef extends NamesRef {
  readonly name: string;
}

const of = (ref: NameRef, { draft }: Turn): DefinedName => nameIn(draft, ref.name, ref.scope);

const placeOf = (ref: NameRef, turn: Turn): RangeRef | undefined =>
  placeOfFormula(turn.draft.book, of(ref, turn).formula, ref.scope ?? turn.draft.book.sheets[0]?.id ?? "");

/** Several ranges with commas between them: a range by its kind, but not one. */
const isSeveral = (ref: NameRef, turn: Turn): boolean => {
  const parts = of(ref, turn).formula.slice(1).split(",");
  const sheet = ref.scope ?? turn.draft.book.sheets[0]?.id ?? "";
  return parts.length > 1 && parts.every((part) => placeOfFormula(turn.draft.book, `=${part}`, sheet));
};

const computed = (ref: NameRef, { draft: { book } }: Turn, formula: string) =>
  createScratch(book).all(formula, { sheet: ref.scope ?? book.activeSheet, row: 0, column: 0 });

/** A number written as such: `=5`. What is calculated is a Double even when it is whole. */
const WHOLE = /^=\s*-?\d+\s*$/;

const typeOf = (ref: NameRef, turn: Turn): string => {
  if (placeOf(ref, turn) || isSeveral(ref, turn)) return "Range";
  const { formula } = of(ref, turn);
  const values = computed(ref, turn, formula);
  const [value] = values[0] ?? [];
  if (values.length > 1 || (values[0]?.length ?? 0) > 1) return "Array";
  const type = valueTypeOf(value ?? null);
  if (type === "Double") return WHOLE.test(formula) ? "Integer" : "Double";
  return type === "Empty" ? "String" : type;
};

const valueOf = (ref: NameRef, turn: Turn): unknown => {
  const place = placeOf(ref, turn);
  if (place) {
    const area = areaOf(turn.draft.book, place.sheet, cellsOfRange(place));
    return printAddress(area, { sheet: true, absolute: true });
  }
  const { formula } = of(ref, turn);
  return typeOf(ref, turn) === "Array" || isSeveral(ref, turn)
    ? formula.replace(/^=/, "")
    : asWireValue(computed(ref, turn, formula)[0]?.[0] ?? null);
};

/** A range answers its address and an array its text, as `value` does; one value is told as JSON. */
const valueAsJson = (ref: NameRef, turn: Turn): unknown =>
  placeOf(ref, turn) || typeOf(ref, turn) === "Array"
    ? valueOf(ref, turn)
    : jsonOf({ value: computed(ref, turn, of(ref, turn).formula)[0]?.[0] ?? null });

export const name: ObjectType<NameRef> = objectType<NameRef>("NamedItem", {
  identity: (ref) => ({ _Id: ref.name }),
  scalars: {
    name: { get: (ref, turn) => of(ref, turn).name },
    type: { get: typeOf },
    value: { get: valueOf },
    valueAsJson: { get: valueAsJson, onlyByName: true },
    valueAsJsonLocal: { get: valueAsJson, onlyByName: true },
    formula: {
      get: (ref, turn) => of(ref, turn).formula,
      set: (ref, value, { draft }) =>
        changeName(draft, ref.name, ref.scope, { formula: asFormula(text(value)) }),
    },
    comment: {
      get: (ref, turn) => of(ref, turn).comment,
      set: (ref, value, { draft }) => changeName(draft, ref.name, ref.scope, { comment: text(value) }),
    },
    visible: {
      get: (ref, turn) => of(ref, turn).visible,
      set: (ref, value, { draft }) => changeName(draft, ref.name, ref.scope, { visible: flag(value, true) }),
    },
    scope: { get: (ref) => (ref.scope === undefined ? "Workbook" : "Worksheet") },
  },
  objects: {
    worksheet: (ref: NameRef) =>
      ref.scope === undefined ? refuse("ItemNotFound") : handle(worksheet, { id: ref.scope }),
    arrayValues: (ref: NameRef) => handle(arrayValues, ref),
  },
  methods: {
    getRange: (ref: NameRef, _: Arguments, turn: Turn) => {
      const place = placeOf(ref, turn);
      return place ? handle(range, place) : refuse("InvalidReference");
    },
    delete: (ref: NameRef, _: Arguments, { draft }: Turn) => deleteName(draft, ref.name, ref.scope),
  },
});

type Named = Pick<Cell, "value" | "rich">;

/** What the name stands for, cell by cell; null above the most cells a program may read. */
const cellsNamed = (ref: NameRef, turn: Turn): readonly (readonly Named[])[] | null => {
  const place = placeOf(ref, turn);
  if (!place) return computed(ref, turn, of(ref, turn).formula).map((row) => row.map((value) => ({ value })));
  const { top, left, bottom, right } = cellsOfRange(place);
  if (cellsOf(place.area) > turn.session.host.largestRead) return null;
  const { grid } = sheetIn(turn.draft, place.sheet);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => cellAt(grid, top + row, left + column) ?? BLANK),
  );
};

const namedAsJson = (ref: NameRef, turn: Turn) =>
  cellsNamed(ref, turn)?.map((row) => row.map(jsonOf)) ?? null;

const arrayValues: ObjectType<NameRef> = objectType<NameRef>("NamedItemArrayValues", {
  scalars: {
    values: {
      get: (ref, turn) =>
        cellsNamed(ref, turn)?.map((row) => row.map(({ value }) => asWireValue(value))) ?? null,
    },
    types: {
      get: (ref, turn) =>
        cellsNamed(ref, turn)?.map((row) => row.map(({ value }) => valueTypeOf(value))) ?? null,
    },
    valuesAsJson: { get: namedAsJson, onlyByName: true },
    valuesAsJsonLocal: { get: namedAsJson, onlyByName: true },
  },
});

const asFormula = (given: string): string =>
  given.startsWith("=") ? given : `="${given.replace(/"/g, '""')}"`;

const formulaFor = (given: unknown, { draft }: Turn): string => {
  if (isHandle(given) && given.type.name === "Range") {
    const ref = given.ref as RangeRef;
    return `=${printAddress(areaOf(draft.book, ref.sheet, cellsOfRange(ref)), { sheet: true, absolute: true })}`;
  }
  switch (typeof given) {
    case "string":
      return asFormula(given);
    case "number":
      return `=${given}`;
    case "boolean":
      return given ? "=TRUE" : "=FALSE";
    default:
      return refuse("InvalidArgument");
  }
};

const add = (ref: NamesRef, args: Arguments, turn: Turn) => {
  const made = text(args[0]);
  if (ref.scope !== undefined && !sheetById(turn.draft.book, ref.scope)) return refuse("ItemNotFound");
  addName(turn.draft, {
    name: made,
    formula: formulaFor(args[1], turn),
    comment: optionalText(args[2]) ?? "",
    visible: true,
    ...ref,
  });
  return handle(name, { ...ref, name: made });
};

export const names: ObjectType<NamesRef> = objectType<NamesRef>("NamedItemCollection", {
  items: (ref, { draft }) =>
    draft.book.names
      .filter((each) => each.scope === ref.scope)
      .map((each) => handle(name, { ...ref, name: each.name })),
  item: (ref, key, { draft }) => {
    const wanted = text(key);
    const found = draft.book.names.find((each) => each.scope === ref.scope && sameName(each.name, wanted));
    return found ? handle(name, { ...ref, name: found.name }) : null;
  },
  methods: { add, addFormulaLocal: add },
});
