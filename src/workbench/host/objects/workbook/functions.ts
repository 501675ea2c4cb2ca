/** Functions: Excel's worksheet functions, called by a program with ranges and values instead of from a cell. */
import { aggregates } from "../../calc/aggregates";
import { forms } from "../../calc/forms";
import { japanese } from "../../calc/japanese";
import { nativeNames } from "../../calc/natives";
import { printAddress } from "../../formula";
import type { CellValue } from "../../model/cells/cell";
import { isError } from "../../model/cells/cell";
import { areaOf } from "../../model/formulas/lookup";
import { refuse } from "../../refusal";
import { createScratch } from "../../scratch";
import type { RangeRef } from "../../session";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type MethodMember,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { FUNCTION_NAMES } from "./function-names";
import { cellsOfRange, rangeAnywhere } from "../range/address";

interface ResultRef {
  /** The call as a formula, without its `=`. */
  readonly call: string;
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

const address = (ref: RangeRef, { draft }: Turn): string =>
  printAddress(areaOf(draft.book, ref.sheet, cellsOfRange(ref)), { sheet: true, absolute: true });

const constant = (given: unknown): string => {
  switch (typeof given) {
    case "number":
      return Number.isFinite(given) ? String(given) : refuse("InvalidArgument");
    case "boolean":
      return given ? "TRUE" : "FALSE";
    case "string":
      return quoted(given);
    default:
      return refuse("InvalidArgument");
  }
};

const array = (given: readonly unknown[]): string => {
  const lines = given.every(Array.isArray) ? (given as readonly unknown[][]) : [given];
  return `{${lines.map((line) => line.map(constant).join(",")).join(";")}}`;
};

/** An argument as it is written in a formula; a range by its address, a result by its own call. */
const argument = (given: unknown, turn: Turn): string => {
  if (given === null || given === undefined) return "";
  if (isHandle(given)) {
    if (given.type.name === "Range") return address(given.ref as RangeRef, turn);
    return given.type.name === "FunctionResult" ? (given.ref as ResultRef).call : refuse("InvalidArgument");
  }
  if (Array.isArray(given)) return array(given);
  if (typeof given === "object") {
    const { address: text } = given as { readonly address?: unknown };
    return address(rangeAnywhere(turn.draft.book, text, turn.draft.book.activeSheet), turn);
  }
  return constant(given);
};

/** Arguments that repeat come as one list; what is left out at the end is left out of the call. */
const called =
  (name: string): MethodMember<null> =>
  (_: null, args: Arguments, turn: Turn) => {
    const last = args.at(-1);
    const repeats = Array.isArray(last) && !last.every(Array.isArray);
    const all = [...args.slice(0, repeats ? -1 : undefined), ...(repeats ? (last as unknown[]) : [])];
    const texts = all.map((each) => argument(each, turn));
    while (texts.at(-1) === "") texts.pop();
    return handle(functionResult, { call: `${name}(${texts.join(",")})` });
  };

const value = (ref: ResultRef, { draft }: Turn): CellValue => {
  const sheet = draft.book.activeSheet;
  return createScratch(draft.book).ask(`=${ref.call}`, { sheet, row: 0, column: 0 })(0, 0);
};

const functionResult: ObjectType<ResultRef> = objectType<ResultRef>("FunctionResult", {
  scalars: {
    value: {
      get: (ref, turn) => {
        const found = value(ref, turn);
        return found !== null && isError(found) ? null : (found ?? 0);
      },
    },
    error: {
      get: (ref, turn) => {
        const found = value(ref, turn);
        return found !== null && isError(found) ? found.code : null;
      },
    },
  },
});

const known = new Set([
  ...nativeNames(),
  ...Object.keys(forms),
  ...Object.keys(japanese),
  ...Object.keys(aggregates),
]);

/** In a Japanese Excel DOLLAR gives dollars, the library gives yen. */
const WRONG = new Set(["DOLLAR"]);

/** Members of those functions only that the calculation knows; the rest are refused by name. */
export const functions: ObjectType<null> = objectType<null>("Functions", {
  methods: Object.fromEntries(
    Object.entries(FUNCTION_NAMES)
      .filter(([, name]) => known.has(name) && !WRONG.has(name))
      .map(([member, name]) => [member, called(name)]),
  ),
});
