/** Data validation, between Excel's JavaScript and a file. */
import { serialOf } from "../model/cells/date";
import type { Validation } from "../model/entry/validation";
import { fromFile, toFile } from "./formula-in-file";
import { element, escapeText } from "./markup";
import { parseAreas, printAreas } from "./references";
import { childrenOf, textOf, type Branch } from "./xml";

const TYPES = {
  list: "list",
  wholeNumber: "whole",
  decimal: "decimal",
  textLength: "textLength",
  date: "date",
  time: "time",
  custom: "custom",
} as const;
type Kind = keyof typeof TYPES;
const KINDS = Object.keys(TYPES) as readonly Kind[];

const OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};
const STYLES: Readonly<Record<string, string>> = {
  Stop: "stop",
  Warning: "warning",
  Information: "information",
};
const here = (words: Readonly<Record<string, string>>, word: string | undefined): string | undefined =>
  Object.keys(words).find((each) => words[each] === word);

const textIn = (given: unknown): string => (typeof given === "string" ? given : "");

/** A bound: a formula, a number, or a day as programs write it. */
const boundInFile = (given: unknown): string => {
  if (typeof given === "number") return String(given);
  const text = textIn(given);
  if (text.startsWith("=")) return toFile(text);
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const serial = day && serialOf(Number(day[1]), Number(day[2]), Number(day[3]));
  return serial ? String(serial) : `"${text.replaceAll('"', '""')}"`;
};

const formulas = (kind: Kind, rule: Readonly<Record<string, unknown>>): readonly string[] => {
  if (kind === "list") {
    const source = textIn(rule.source);
    return [source.startsWith("=") ? toFile(source) : `"${source.replaceAll('"', '""')}"`];
  }
  if (kind === "custom") return [toFile(textIn(rule.formula))];
  return rule.formula2 === undefined
    ? [boundInFile(rule.formula1)]
    : [boundInFile(rule.formula1), boundInFile(rule.formula2)];
};

const validationPart = (validation: Validation): string => {
  const kind = KINDS.find((each) => validation.rule?.[each] !== undefined);
  const rule = (kind ? validation.rule?.[kind] : undefined) as Readonly<Record<string, unknown>> | undefined;
  const { prompt = {}, errorAlert = {} } = validation;
  const operator = typeof rule?.operator === "string" ? OPERATORS[rule.operator] : undefined;
  const style = STYLES[textIn(errorAlert.style)];
  return element(
    "dataValidation",
    {
      type: kind ? TYPES[kind] : undefined,
      errorStyle: style === "stop" ? undefined : style,
      operator: operator === "between" ? undefined : operator,
      allowBlank: validation.ignoreBlanks || undefined,
      // The other way round: 1 hides the arrow.
      showDropDown: kind === "list" && rule?.inCellDropDown === false ? true : undefined,
      showInputMessage: prompt.showPrompt !== false || undefined,
      showErrorMessage: errorAlert.showAlert !== false || undefined,
      errorTitle: textIn(errorAlert.title) || undefined,
      error: textIn(errorAlert.message) || undefined,
      promptTitle: textIn(prompt.title) || undefined,
      prompt: textIn(prompt.message) || undefined,
      sqref: printAreas(validation.areas),
    },
    kind && rule
      ? formulas(kind, rule).map((text, at) => element(`formula${at + 1}`, {}, escapeText(text)))
      : "",
  );
};

export const validationsPart = (validations: readonly Validation[]): string =>
  validations.length === 0
    ? ""
    : element("dataValidations", { count: validations.length }, validations.map(validationPart));

export const readValidation = (branch: Branch): Validation | undefined => {
  const { attributes } = branch;
  const areas = parseAreas(attributes.get("sqref"));
  if (areas.length === 0) return undefined;
  const kind = KINDS.find((each) => TYPES[each] === attributes.get("type"));
  const [first, second] = ["formula1", "formula2"].map((name) => {
    const [found] = childrenOf(branch, name);
    return found && textOf(found);
  });
  const rule = kind && first !== undefined ? ruleOf(kind, first, second, attributes) : undefined;
  if (kind && !rule) return undefined;
  const on = (name: string): boolean => ["1", "true"].includes(attributes.get(name) ?? "");
  const alert = attributes.get("error") ?? "";
  const alertTitle = attributes.get("errorTitle") ?? "";
  const style = here(STYLES, attributes.get("errorStyle")) ?? "Stop";
  return {
    areas,
    ...(rule ? { rule } : {}),
    prompt: {
      message: attributes.get("prompt") ?? "",
      showPrompt: on("showInputMessage"),
      title: attributes.get("promptTitle") ?? "",
    },
    errorAlert: { message: alert, showAlert: on("showErrorMessage"), style, title: alertTitle },
    ignoreBlanks: on("allowBlank"),
  };
};

const unquoted = (text: string): string | undefined =>
  /^"(?:[^"]|"")*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : undefined;

const ruleOf = (
  kind: Kind,
  first: string,
  second: string | undefined,
  attributes: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> | undefined => {
  const inline = unquoted(first);
  const formula1 = fromFile(first);
  if (kind === "list") {
    const source = inline ?? formula1;
    const hidden = ["1", "true"].includes(attributes.get("showDropDown") ?? "");
    return source === undefined ? undefined : { list: { inCellDropDown: !hidden, source } };
  }
  if (formula1 === undefined) return undefined;
  if (kind === "custom") return { custom: { formula: formula1 } };
  const formula2 = second === undefined ? undefined : fromFile(second);
  const operator = here(OPERATORS, attributes.get("operator") ?? "between") ?? "Between";
  return { [kind]: { formula1, ...(formula2 === undefined ? {} : { formula2 }), operator } };
};
