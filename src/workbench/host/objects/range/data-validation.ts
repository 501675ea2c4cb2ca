/** DataValidation of a range. */
import { printAddress } from "../../formula";
import { sheetIn, updateSheet, type Draft } from "../../model/draft";
import { eachCell } from "../../model/cells/grid";
import { areaOf } from "../../model/formulas/lookup";
import { assertMayEdit } from "../../model/guard";
import { cellsOf, intersection, overlaps, without, type Rectangle } from "../../model/cells/rectangle";
import { obeys } from "../../model/entry/validate";
import type { Validation } from "../../model/entry/validation";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import {
  handle,
  isHandle,
  objectType,
  type ObjectType,
  type Arguments,
  type Turn,
} from "../../wire/object-type";
import { flag, oneOf, plainObject } from "../arguments";
import { cellsOfRange, rangeRef } from "./address";
import { rangeAreas } from "./areas";
import type { LookRef } from "./look-ref";

const RULES = ["list", "wholeNumber", "decimal", "textLength", "date", "time", "custom"] as const;
type Rule = (typeof RULES)[number];
const TYPE: Readonly<Record<Rule, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
  custom: "Custom",
};
const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;
const LONGEST_LIST = 255;

/** The validations that touch the range. */
const touching = (draft: Draft, ref: RangeRef): readonly Validation[] => {
  const area = cellsOfRange(ref);
  return sheetIn(draft, ref.sheet).validations.filter(({ areas }) =>
    areas.some((each) => overlaps(each, area)),
  );
};

/** The one validation of the whole range; "mixed" when parts differ. */
const single = (draft: Draft, ref: RangeRef): Validation | "mixed" | undefined => {
  const found = touching(draft, ref);
  const [first] = found;
  if (!first) return undefined;
  const area = cellsOfRange(ref);
  const covered = first.areas.reduce((sum, each) => {
    const both = intersection(each, area);
    return sum + (both ? cellsOf(both) : 0);
  }, 0);
  return found.length === 1 && covered === cellsOf(area) ? first : "mixed";
};

const formulaOf = (given: unknown, { draft }: Turn): string | number => {
  if (isHandle(given) && given.type.name === "Range") {
    const ref = given.ref as RangeRef;
    return `=${printAddress(areaOf(draft.book, ref.sheet, cellsOfRange(ref)), { sheet: true, absolute: true })}`;
  }
  if (typeof given === "number") return `=${given}`;
  if (typeof given !== "string" || given === "") return refuse("InvalidArgument");
  return given.startsWith("=") ? given : Number.isFinite(Number(given)) ? `=${given}` : given;
};

const ruleFrom = (given: unknown, turn: Turn): Readonly<Record<string, unknown>> | undefined => {
  const wanted = plainObject(given);
  const kinds = RULES.filter((rule) => wanted[rule] !== undefined && wanted[rule] !== null);
  if (kinds.length === 0 && Object.keys(wanted).length === 0) return undefined;
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) return refuse("InvalidArgument");
  const rule = plainObject(wanted[kind]);
  if (kind === "list") {
    const source = isHandle(rule.source) ? formulaOf(rule.source, turn) : rule.source;
    if (typeof source !== "string" || source === "") return refuse("InvalidArgument");
    if (!source.startsWith("=") && source.length > LONGEST_LIST) return refuse("InvalidArgument");
    return { list: { inCellDropDown: flag(rule.inCellDropDown, true), source } };
  }
  if (kind === "custom") {
    const { formula } = rule;
    return typeof formula === "string" && formula.startsWith("=")
      ? { custom: { formula } }
      : refuse("InvalidArgument");
  }
  const operator = oneOf(rule.operator, OPERATORS);
  const two = operator === "Between" || operator === "NotBetween";
  if (two && (rule.formula2 === undefined || rule.formula2 === null)) return refuse("InvalidArgument");
  return {
    [kind]: {
      formula1: formulaOf(rule.formula1, turn),
      ...(two ? { formula2: formulaOf(rule.formula2, turn) } : {}),
      operator,
    },
  };
};

const cut = (areas: readonly Rectangle[], hole: Rectangle): readonly Rectangle[] =>
  areas.flatMap((area) => without(area, hole));

/** Puts a changed validation on exactly this range, whatever was there. */
const put = (draft: Draft, ref: RangeRef, next: Omit<Validation, "areas"> | undefined): void => {
  const area = { ...cellsOfRange(ref) };
  assertMayEdit(draft.book, ref.sheet, area);
  const rest = sheetIn(draft, ref.sheet)
    .validations.map((each) => ({ ...each, areas: cut(each.areas, area) }))
    .filter(({ areas }) => areas.length > 0);
  updateSheet(draft, ref.sheet, { validations: next ? [...rest, { ...next, areas: [area] }] : rest });
};

const change = (look: LookRef, { draft }: Turn, patch: Partial<Omit<Validation, "areas">>): void => {
  for (const ref of look.areas) {
    const old = single(draft, ref);
    const base = old && old !== "mixed" ? old : { ignoreBlanks: true };
    const { areas: _, ...next } = { areas: [], ...base, ...patch };
    put(draft, ref, next);
  }
};

const read = <Value>(
  look: LookRef,
  { draft }: Turn,
  get: (validation: Validation | undefined) => Value,
): Value | null => {
  const found = look.areas.map((ref) => single(draft, ref));
  if (found.includes("mixed")) return null;
  const [first] = found;
  return first === "mixed" ? null : get(first);
};

const kindOf = (validation: Validation | undefined): string => {
  const kind = RULES.find((rule) => validation?.rule?.[rule] !== undefined);
  return kind ? TYPE[kind] : "None";
};

const NO_PROMPT = { message: "", showPrompt: true, title: "" };
const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };

const invalidCells = (look: LookRef, { draft }: Turn): readonly RangeRef[] =>
  look.areas.flatMap((ref) => {
    const area = cellsOfRange(ref);
    const found: RangeRef[] = [];
    for (const validation of touching(draft, ref)) {
      for (const each of validation.areas) {
        const both = intersection(each, area);
        if (!both) continue;
        eachCell(sheetIn(draft, ref.sheet).grid, both, (cell, row, column) => {
          const place = { sheet: ref.sheet, row, column };
          if (cell.value !== null && !obeys(draft, ref.sheet, validation, cell, place)) {
            found.push(rangeRef(ref.sheet, { top: row, left: column, bottom: row, right: column }));
          }
        });
      }
    }
    return found;
  });

export const dataValidation: ObjectType<LookRef> = objectType<LookRef>("DataValidation", {
  scalars: {
    type: {
      get: (look, turn) => {
        const found = look.areas.map((ref) => single(turn.draft, ref));
        if (found.includes("mixed")) {
          const touched = look.areas.flatMap((ref) => touching(turn.draft, ref));
          return touched.length > 1 ? "MixedCriteria" : "Inconsistent";
        }
        return read(look, turn, kindOf);
      },
    },
    rule: {
      get: (look, turn) => read(look, turn, (validation) => validation?.rule ?? {}),
      set: (look, value, turn) => {
        const rule = ruleFrom(value, turn);
        if (rule) change(look, turn, { rule });
        else for (const ref of look.areas) put(turn.draft, ref, undefined);
      },
    },
    prompt: {
      get: (look, turn) => read(look, turn, (validation) => validation?.prompt ?? NO_PROMPT),
      set: (look, value, turn) => change(look, turn, { prompt: { ...NO_PROMPT, ...plainObject(value) } }),
    },
    errorAlert: {
      get: (look, turn) => read(look, turn, (validation) => validation?.errorAlert ?? NO_ALERT),
      set: (look, value, turn) => {
        const alert = plainObject(value);
        const style = oneOf(alert.style, ["Stop", "Warning", "Information"], "Stop");
        change(look, turn, { errorAlert: { ...NO_ALERT, ...alert, style } });
      },
    },
    ignoreBlanks: {
      get: (look, turn) => read(look, turn, (validation) => validation?.ignoreBlanks ?? true),
      set: (look, value, turn) => change(look, turn, { ignoreBlanks: flag(value, true) }),
    },
    valid: {
      get: (look, turn) => {
        const bad = invalidCells(look, turn).length;
        if (bad === 0) return true;
        const all = look.areas.reduce((sum, ref) => sum + cellsOf(cellsOfRange(ref)), 0);
        return bad === all ? false : null;
      },
    },
  },
  methods: {
    clear: (look: LookRef, _: Arguments, { draft }: Turn) => {
      for (const ref of look.areas) put(draft, ref, undefined);
    },
    getInvalidCells: (look: LookRef, _: Arguments, turn: Turn) => {
      const areas = invalidCells(look, turn);
      return areas.length === 0 ? refuse("ItemNotFound") : handle(rangeAreas, { areas });
    },
  },
});
