/** NamedItem and its collections, of the workbook and of a sheet. */
import { printAddress } from "../formula";
import { sameName, sheetById, type DefinedName } from "../model/book";
import { asWireValue, type CellValue } from "../model/cell";
import { cellAt } from "../model/grid";
import { sheetIn } from "../model/draft";
import { areaOf } from "../model/lookup";
import { addName, changeName, deleteName, nameIn } from "../model/names";
import { cellsOf } from "../model/rectangle";
import { refuse } from "../refusal";
import type { RangeRef } from "../session";
import {
  handle,
  isHandle,
  objectType,
  type ObjectType,
  type Arguments,
  type Turn,
} from "../wire/object-type";
import { flag, optionalText, text } from "./arguments";
import { cellsOfRange, placeOfFormula } from "./range-address";
import { range } from "./range";
import { worksheet } from "./worksheet";

interface NamesRef {
  readonly scope?: string;
}
interface NameRef extends NamesRef {
  readonly name: string;
}

const of = (ref: NameRef, { draft }: Turn): DefinedName => nameIn(draft, ref.name, ref.scope);

const placeOf = (ref: NameRef, turn: Turn): RangeRef | undefined =>
  placeOfFormula(turn.draft.book, of(ref, turn).formula, ref.scope ?? turn.draft.book.sheets[0]?.id ?? "");

const constantOf = (formula: string): CellValue => {
  const body = formula.replace(/^=/, "").trim();
  if (/^".*"$/.test(body)) return body.slice(1, -1).replace(/""/g, '"');
  if (/^(true|false)$/i.test(body)) return body.toLowerCase() === "true";
  return body !== "" && Number.isFinite(Number(body)) ? Number(body) : null;
};

const typeOf = (ref: NameRef, turn: Turn): string => {
  if (placeOf(ref, turn)) return "Range";
  const { formula } = of(ref, turn);
  if (/#REF!/.test(formula)) return "Error";
  const value = constantOf(formula);
  switch (typeof value) {
    case "string":
      return "String";
    case "number":
      return Number.isInteger(value) ? "Integer" : "Double";
    case "boolean":
      return "Boolean";
    default:
      return "String";
  }
};

const valueOf = (ref: NameRef, turn: Turn): unknown => {
  const place = placeOf(ref, turn);
  if (place) {
    const area = areaOf(turn.draft.book, place.sheet, cellsOfRange(place));
    return printAddress(area, { sheet: true, absolute: true });
  }
  const { formula } = of(ref, turn);
  const value = constantOf(formula);
  return value === null ? (/#REF!/.test(formula) ? "#REF!" : "") : asWireValue(value);
};

export const name: ObjectType<NameRef> = objectType<NameRef>("NamedItem", {
  identity: (ref) => ({ _Id: ref.name }),
  scalars: {
    name: { get: (ref, turn) => of(ref, turn).name },
    type: { get: typeOf },
    value: { get: valueOf },
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

const arrayValues: ObjectType<NameRef> = objectType<NameRef>("NamedItemArrayValues", {
  scalars: {
    values: {
      get: (ref, turn) => {
        const place = placeOf(ref, turn);
        if (!place) return [[valueOf(ref, turn)]];
        const area = cellsOfRange(place);
        if (cellsOf(area) > turn.session.host.largestRead) return null;
        const { grid } = sheetIn(turn.draft, place.sheet);
        return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
          Array.from({ length: area.right - area.left + 1 }, (__, column) =>
            asWireValue(cellAt(grid, area.top + row, area.left + column)?.value ?? null),
          ),
        );
      },
    },
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
