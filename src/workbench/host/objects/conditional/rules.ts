/** Conditional formats that give a look by a rule: a formula, a value, a text, a rank, a ready-made criterion. */
import { fromR1C1, isReadable, toR1C1 } from "../../formula";
import type { Draft } from "../../model/draft";
import { refuse } from "../../refusal";
import { handle, objectType, type ObjectType } from "../../wire/object-type";
import { oneOf, plainObject, text, wholeNumber } from "../arguments";
import { of, setting, type FormatRef } from "./kept";
import { conditionalLook } from "./look";

const look = { format: (ref: FormatRef) => handle(conditionalLook, ref) };

const formula = (value: unknown): string => {
  const given = text(value);
  const whole = given.startsWith("=") ? given : `=${given}`;
  return isReadable(whole) ? whole : refuse("InvalidArgument");
};

/** The cell a rule's relative references are counted from. */
const firstOf = (ref: FormatRef, draft: Draft): { row: number; column: number } => {
  const [area] = of(ref, draft).areas;
  return area ? { row: area.top, column: area.left } : refuse("ItemNotFound");
};

const customRule: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalFormatRule", {
  scalars: {
    formula: setting("formula", "", formula),
    formulaLocal: setting("formula", "", formula),
    formulaR1C1: {
      get: (ref, turn) => {
        const a1 = customRule.scalars?.formula?.get(ref, turn);
        return typeof a1 === "string" && a1 !== "" ? toR1C1(a1, firstOf(ref, turn.draft)) : "";
      },
      set: (ref, value, turn) => {
        const given = text(value);
        const whole = given.startsWith("=") ? given : `=${given}`;
        customRule.scalars?.formula?.set?.(ref, fromR1C1(whole, firstOf(ref, turn.draft)), turn);
      },
    },
  },
});
export const custom: ObjectType<FormatRef> = objectType<FormatRef>("CustomConditionalFormat", {
  objects: { ...look, rule: (ref: FormatRef) => handle(customRule, ref) },
});

const VALUE_OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;
const asFormula = (value: unknown): string => {
  const given = typeof value === "number" ? String(value) : text(value);
  return given.startsWith("=") ? given : `=${given}`;
};
const cellValueRule = (value: unknown): unknown => {
  const rule = plainObject(value);
  const operator = oneOf(rule.operator, VALUE_OPERATORS);
  const two = operator === "Between" || operator === "NotBetween";
  if (two && (rule.formula2 === undefined || rule.formula2 === null)) return refuse("InvalidArgument");
  return {
    formula1: asFormula(rule.formula1),
    ...(two ? { formula2: asFormula(rule.formula2) } : {}),
    operator,
  };
};
export const cellValue: ObjectType<FormatRef> = objectType<FormatRef>("CellValueConditionalFormat", {
  scalars: { rule: setting("rule", null, cellValueRule) },
  objects: look,
});
const TEXT_OPERATORS = ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const;
export const textComparison: ObjectType<FormatRef> = objectType<FormatRef>("TextConditionalFormat", {
  scalars: {
    rule: setting("rule", null, (value) => {
      const rule = plainObject(value);
      return { operator: oneOf(rule.operator, TEXT_OPERATORS), text: text(rule.text) };
    }),
  },
  objects: look,
});
export const topBottom: ObjectType<FormatRef> = objectType<FormatRef>("TopBottomConditionalFormat", {
  scalars: {
    rule: setting("rule", { rank: 10, type: "TopItems" }, (value) => {
      const rule = plainObject(value);
      return {
        rank: wholeNumber(rule.rank),
        type: oneOf(rule.type, ["TopItems", "TopPercent", "BottomItems", "BottomPercent"]),
      };
    }),
  },
  objects: look,
});
const PRESETS = [
  "Blanks", "NonBlanks", "Errors", "NonErrors", "Yesterday", "Today", "Tomorrow", "LastSevenDays", "LastWeek",
  "ThisWeek", "NextWeek", "LastMonth", "ThisMonth", "NextMonth", "AboveAverage", "BelowAverage",
  "EqualOrAboveAverage", "EqualOrBelowAverage", "OneStdDevAboveAverage", "OneStdDevBelowAverage",
  "TwoStdDevAboveAverage", "TwoStdDevBelowAverage", "ThreeStdDevAboveAverage", "ThreeStdDevBelowAverage",
  "UniqueValues", "DuplicateValues",
] as const; // prettier-ignore
export const preset: ObjectType<FormatRef> = objectType<FormatRef>("PresetCriteriaConditionalFormat", {
  scalars: {
    rule: setting("rule", null, (value) => ({ criterion: oneOf(plainObject(value).criterion, PRESETS) })),
  },
  objects: look,
});
