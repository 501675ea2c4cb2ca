/** A workbook for people without the add-in: what could only be worked out by it is taken out, and told. */
import { tokenize, type Token } from "../formula";
import { fold, type Book, type DefinedName } from "../model/book";
import type { Sheet } from "../model/sheets/sheet";
import { isExcelsOwn } from "./future-functions";
import type { ProblemList } from "./problems";
import { printArea } from "./references";

/** A dotted function that Excel has not belongs to an add-in. */
const isAddIns = (token: Token): boolean =>
  token.kind === "function" && token.name.includes(".") && !isExcelsOwn(token.name);

type NeedsAddIn = (formula: string) => boolean;

const needing =
  (names: ReadonlySet<string>): NeedsAddIn =>
  (formula) =>
    tokenize(formula.replace(/^=/, "")).some(
      (token) => isAddIns(token) || (token.kind === "name" && names.has(fold(token.name))),
    );

/** Names that call the add-in, and those that speak of such names. */
const needyNames = (names: readonly DefinedName[]): ReadonlySet<string> => {
  const needy = new Set<string>();
  for (;;) {
    const needs = needing(needy);
    const more = names.filter(({ name, formula }) => !needy.has(fold(name)) && needs(formula));
    if (more.length === 0) return needy;
    for (const { name } of more) needy.add(fold(name));
  }
};

/** Formulas stand anywhere in the settings of a rule, each with its `=`. */
const speaksOf = (settings: unknown, needs: NeedsAddIn): boolean => {
  if (typeof settings === "string") return settings.startsWith("=") && needs(settings);
  return (
    typeof settings === "object" &&
    settings !== null &&
    Object.values(settings).some((each) => speaksOf(each, needs))
  );
};

const sheetWithout = (sheet: Sheet, needs: NeedsAddIn, problems: ProblemList): Sheet => {
  const kept = <Rule extends { readonly areas: Sheet["merged"] }>(
    rules: readonly Rule[],
    settings: (rule: Rule) => unknown,
    word: string,
  ): readonly Rule[] =>
    rules.filter((rule) => {
      if (!speaksOf(settings(rule), needs)) return true;
      const [area] = rule.areas;
      problems.add(
        `アドインの関数を使う${word}`,
        `${sheet.name}${area ? `!${printArea(area)}` : ""}`,
        "値だけのブックには入れません（アドインのない Excel では働かないため）。",
      );
      return false;
    });
  return {
    ...sheet,
    validations: kept(sheet.validations, ({ rule }) => rule, "入力規則"),
    conditionalFormats: kept(sheet.conditionalFormats, ({ settings }) => settings, "条件付き書式"),
  };
};

export const withoutAddIn = (book: Book, problems: ProblemList): Book => {
  const needy = needyNames(book.names);
  const needs = needing(needy);
  for (const { name } of book.names.filter((each) => needy.has(fold(each.name))))
    problems.add(
      `アドインの関数を使う名前「${name}」`,
      "",
      "値だけのブックには入れません（アドインのない Excel では働かないため）。",
    );
  return {
    ...book,
    names: book.names.filter(({ name }) => !needy.has(fold(name))),
    sheets: book.sheets.map((sheet) => sheetWithout(sheet, needs, problems)),
  };
};
