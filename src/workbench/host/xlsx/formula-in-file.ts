/**
 * Formulas as a file holds them and as Excel shows them. In a file every table is named (`表[[#This Row],[列]]` for `[@列]`),
 * young functions carry a prefix, an add-in's are `_xldudf_PLAN_RATE(…)`, and `A1#` and `@` are functions.
 */
import { isReadable, printStructured, tokenize, type Structured, type Token } from "../formula";
import { GIVES_ARRAYS, isExcelsOwn, prefixOf } from "./future-functions";

const ADD_IN = "_xldudf_";

/** Where the bracket opened at or after `at` closes; the last token when it never does. */
const closeOf = (tokens: readonly Token[], at: number): number => {
  let depth = 0;
  for (let index = at; index < tokens.length; index++) {
    const { kind } = tokens[index] as Token;
    if (kind === "open") depth++;
    else if (kind === "close" && --depth === 0) return index;
  }
  return tokens.length - 1;
};

/** The operand that begins at `at`: a word, or a call with everything in it. */
const operandEnd = (tokens: readonly Token[], at: number): number => {
  const kind = tokens[at]?.kind;
  return kind === "function" || kind === "open" ? closeOf(tokens, at) : at;
};

/** The names LET and LAMBDA give to their own values. */
const ownNames = (tokens: readonly Token[]): ReadonlySet<string> => {
  const names = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.kind !== "function" || (token.name !== "LET" && token.name !== "LAMBDA")) return;
    const close = closeOf(tokens, at);
    let depth = 0;
    let first = true;
    let argument = 0;
    for (let index = at + 1; index <= close; index++) {
      const each = tokens[index] as Token;
      if (each.kind === "open" || each.kind === "openArray") depth++;
      else if (each.kind === "close" || each.kind === "closeArray") depth--;
      else if (each.kind === "separator" && depth === 1) {
        first = true;
        argument++;
        continue;
      } else if (each.kind === "space") continue;
      const next = tokens.slice(index + 1).find(({ kind }) => kind !== "space");
      const declares = token.name === "LAMBDA" || argument % 2 === 0;
      if (first && declares && each.kind === "name" && next?.kind === "separator")
        names.add(each.name.toLowerCase());
      if (each.kind !== "open" || depth > 1) first = false;
    }
  });
  return names;
};

/** `[#This Row]` is written out: the short `@` is only for people. */
const structuredInFile = (table: string, { parts, from, to }: Structured): string => {
  const columns = printStructured({
    parts: [],
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  if (parts.length === 0 || !parts.includes("#This Row"))
    return (
      table + printStructured({ parts, ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
    );
  const named = parts.map((part) => `[${part}]`).join(",");
  if (from === undefined) return `${table}[${parts.length === 1 ? "#This Row" : named}]`;
  return `${table}[${named},${to === undefined ? columns : columns.slice(1, -1)}]`;
};

const functionInFile = (name: string, text: string): string => {
  const prefix = prefixOf(name);
  if (prefix !== "") return prefix + name;
  if (name.includes(".") && !isExcelsOwn(name) && !name.startsWith("_XL"))
    return ADD_IN + name.replaceAll(".", "_");
  return text;
};

/** Without the leading `=`. `table` is the one the cell stands in. */
export const toFile = (formula: string, table?: string): string => {
  const tokens = tokenize(formula.replace(/^=/, ""));
  const own = ownNames(tokens);
  const write = (from: number, to: number): string => {
    let text = "";
    for (let at = from; at <= to; at++) {
      const token = tokens[at] as Token;
      const next = tokens[at + 1];
      if (token.kind === "at") {
        const end = operandEnd(tokens, at + 1);
        text += `_xlfn.SINGLE(${write(at + 1, end)})`;
        at = end;
      } else if (next?.kind === "spill" && at < to) {
        text += `_xlfn.ANCHORARRAY(${write(at, at)})`;
        at++;
      } else if (token.kind === "function") {
        text += own.has(token.name.toLowerCase())
          ? `_xlpm.${token.text}`
          : functionInFile(token.name, token.text);
      } else if (token.kind === "name" && token.sheet === undefined && own.has(token.name.toLowerCase())) {
        text += `_xlpm.${token.text}`;
      } else if (token.kind === "structured") {
        const named = token.table ?? table;
        text += named === undefined ? token.text : structuredInFile(named, token.structured);
      } else text += token.text;
    }
    return text;
  };
  return write(0, tokens.length - 1);
};

/** Whether Excel must be told that the formula is an array that may spill: else it would take one value of each range (`@`). */
export const mayBeArray = (formula: string, spills: (custom: string) => boolean): boolean => {
  const tokens = tokenize(formula.replace(/^=/, "")).filter(({ kind }) => kind !== "space");
  const isMany = (token: Token | undefined): boolean => {
    switch (token?.kind) {
      case "reference":
        return token.reference.last !== undefined;
      case "structured":
        return !(
          token.structured.parts.length === 1 &&
          token.structured.parts[0] === "#This Row" &&
          token.structured.to === undefined
        );
      case "spill":
      case "openArray":
      case "closeArray":
      case "name":
        return true;
      default:
        return false;
    }
  };
  if (tokens.length === 1) return isMany(tokens[0]);
  return tokens.some((token, at) => {
    if (token.kind === "function") return GIVES_ARRAYS.has(token.name) || spills(token.name);
    if (token.kind !== "operator" || token.text === ":") return false;
    return isMany(tokens[at - 1]) || isMany(tokens[at + 1]);
  });
};

const UNNAMED = /^_xl(?:fn|ws|pm|udf)\.|^_xlfn\._xlws\./i;

/** `_xldudf_PLAN_RATE` → PLAN.RATE: by the functions known, else the first `_` ends the add-in's name. */
const addInName = (word: string, known: ReadonlySet<string>): string => {
  const rest = word.slice(ADD_IN.length);
  const found = [...known].find((name) => name.replaceAll(".", "_").toUpperCase() === rest.toUpperCase());
  return found ?? rest.replace("_", ".");
};

/**
 * A file's formula as Excel shows it, with its `=`; undefined where it cannot be read here (DDE, another workbook, a
 * notation of a program that is not Excel).
 */
export const fromFile = (
  text: string,
  {
    table,
    known = new Set(),
  }: { readonly table?: string | undefined; readonly known?: ReadonlySet<string> } = {},
): string | undefined => {
  const tokens = tokenize(text);
  const outside = (token: Token): boolean => "sheet" in token && token.sheet?.includes("[") === true;
  if (tokens.some((token) => token.kind === "bad" || outside(token))) return undefined;
  const write = (from: number, to: number): string => {
    let out = "";
    for (let at = from; at <= to; at++) {
      const token = tokens[at] as Token;
      if (token.kind === "function") {
        const upper = token.name;
        if (upper === "_XLFN.ANCHORARRAY" || upper === "_XLFN.SINGLE") {
          const close = closeOf(tokens, at);
          const inside = write(at + 2, close - 1);
          out += upper === "_XLFN.SINGLE" ? `@${inside}` : `${inside}#`;
          at = close;
        } else if (upper.startsWith("_XLDUDF_")) out += addInName(token.text, known);
        else out += token.text.replace(UNNAMED, "").replace(UNNAMED, "");
      } else if (token.kind === "name") out += token.text.replace(UNNAMED, "");
      else if (token.kind === "structured" && token.table !== undefined) {
        const thisRow = token.structured.parts.includes("#This Row");
        const own = thisRow && table !== undefined && token.table.toLowerCase() === table.toLowerCase();
        out += thisRow ? (own ? "" : token.table) + printStructured(token.structured) : token.text;
      } else out += token.text;
    }
    return out;
  };
  const formula = `=${write(0, tokens.length - 1)}`;
  return isReadable(formula) ? formula : undefined;
};
