/** The grammar of Excel formulas: words → a tree, by Excel's own precedence (`-2^2` is 4, `^` goes left to right). */
import type { ErrorCode } from "./shapes";
import { ERROR_CODES } from "./shapes";
import type { Structured } from "./structured";
import { sharedText } from "./shared-text";
import { type Notation, type Reference, type Token, tokenize } from "./tokens";

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";
export type Constant =
  | { readonly kind: "constant"; readonly value: number | string | boolean }
  | { readonly kind: "error"; readonly code: ErrorCode };

export type Expression =
  | Constant
  | { readonly kind: "reference"; readonly sheet?: string; readonly reference: Reference }
  | { readonly kind: "structured"; readonly table?: string; readonly structured: Structured }
  | { readonly kind: "name"; readonly sheet?: string; readonly name: string }
  /** `undefined` among the arguments: one left out, as in `f(1,,2)`. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly (Expression | undefined)[] }
  /** What a LAMBDA or another expression gives, called: `LAMBDA(x,x+1)(2)`. */
  | {
      readonly kind: "apply";
      readonly callee: Expression;
      readonly arguments: readonly (Expression | undefined)[];
    }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "unary"; readonly operator: "-" | "+" | "%" | "@"; readonly operand: Expression }
  | { readonly kind: "spill"; readonly anchor: Expression }
  | { readonly kind: "range" | "intersection"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "union"; readonly parts: readonly Expression[] }
  | { readonly kind: "array"; readonly rows: readonly (readonly Constant[])[] };

export type Parsed =
  | { readonly kind: "parsed"; readonly expression: Expression }
  | { readonly kind: "unreadable"; readonly position: number };

class Unreadable extends Error {
  constructor(readonly position: number) {
    super("unreadable formula");
  }
}

const levels: readonly (readonly string[])[] = [
  ["=", "<>", "<", "<=", ">", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

/** `#REF!A1`, `計画!#REF!` → #REF!. */
export function errorCodeIn(text: string): ErrorCode {
  const upper = text.toUpperCase();
  return ERROR_CODES.find((code) => upper === code) ?? "#REF!";
}

/** A formula's tree, from its text with or without the leading `=`. */
export function parseFormula(formula: string, notation?: Notation): Parsed {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  const tokens = tokenize(text, notation);
  const offset = formula.length - text.length;
  let at = 0;

  const position = () => offset + tokens.slice(0, at).reduce((sum, token) => sum + token.text.length, 0);
  const fail = (): never => {
    throw new Unreadable(position());
  };
  const skipSpace = () => {
    while (tokens[at]?.kind === "space") at++;
  };
  const peek = (): Token | undefined => {
    skipSpace();
    return tokens[at];
  };
  const isOperator = (token: Token | undefined, ...operators: readonly string[]) =>
    token?.kind === "operator" && operators.includes(token.text);

  function binary(level: number): Expression {
    const operators = levels[level];
    if (!operators) return percent();
    let left = binary(level + 1);
    for (let token = peek(); token && isOperator(token, ...operators); token = peek()) {
      at++;
      left = { kind: "binary", operator: token.text as BinaryOperator, left, right: binary(level + 1) };
    }
    return left;
  }

  function percent(): Expression {
    let operand = unary();
    while (isOperator(peek(), "%")) {
      at++;
      operand = { kind: "unary", operator: "%", operand };
    }
    return operand;
  }

  function unary(): Expression {
    const token = peek();
    if (isOperator(token, "-", "+")) {
      at++;
      return { kind: "unary", operator: token?.text === "-" ? "-" : "+", operand: unary() };
    }
    if (token?.kind === "at") {
      at++;
      return { kind: "unary", operator: "@", operand: unary() };
    }
    return joined();
  }

  /** References joined by `:` and by a space (what both have in common). */
  function joined(): Expression {
    let left = postfix();
    for (;;) {
      const start = at;
      const token = peek();
      if (isOperator(token, ":")) {
        at++;
        left = { kind: "range", left, right: postfix() };
        continue;
      }
      const spaced = at > start;
      if (
        spaced &&
        token &&
        (token.kind === "reference" || token.kind === "name" || token.kind === "structured")
      ) {
        left = { kind: "intersection", left, right: postfix() };
        continue;
      }
      return left;
    }
  }

  function postfix(): Expression {
    let operand = primary();
    for (;;) {
      const token = tokens[at];
      if (token?.kind === "spill") {
        at++;
        operand = { kind: "spill", anchor: operand };
      } else if (token?.kind === "open" && (operand.kind === "call" || operand.kind === "apply")) {
        operand = { kind: "apply", callee: operand, arguments: callArguments() };
      } else return operand;
    }
  }

  function callArguments(): (Expression | undefined)[] {
    if (tokens[at]?.kind !== "open") fail();
    at++;
    if (peek()?.kind === "close") {
      at++;
      return [];
    }
    const list: (Expression | undefined)[] = [];
    for (;;) {
      const token = peek();
      list.push(token?.kind === "separator" || token?.kind === "close" ? undefined : binary(0));
      const after = peek();
      at++;
      if (after?.kind === "close") return list;
      if (after?.kind !== "separator" || after.text !== ",") {
        at--;
        fail();
      }
    }
  }

  function constant(): Constant {
    const token = peek();
    const negative = isOperator(token, "-");
    if (negative || isOperator(token, "+")) at++;
    const value = peek();
    at++;
    if (value?.kind === "number")
      return { kind: "constant", value: negative ? -Number(value.text) : Number(value.text) };
    if (negative) return fail();
    if (value?.kind === "string")
      return { kind: "constant", value: sharedText(value.text.slice(1, -1).replaceAll('""', '"')) };
    if (value?.kind === "boolean") return { kind: "constant", value: value.text.toUpperCase() === "TRUE" };
    if (value?.kind === "error") return { kind: "error", code: errorCodeIn(value.text) };
    at--;
    return fail();
  }

  function array(): Expression {
    const rows: Constant[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(constant());
      const token = peek();
      at++;
      if (token?.kind === "closeArray") break;
      if (token?.kind !== "separator") fail();
      if (token?.text === ";") rows.push([]);
    }
    return rows.every((row) => row.length === rows[0]?.length) ? { kind: "array", rows } : fail();
  }

  function primary(): Expression {
    const token = peek();
    if (!token) return fail();
    switch (token.kind) {
      case "number":
      case "string":
      case "boolean":
      case "error":
        return constant();
      case "reference":
        at++;
        return {
          kind: "reference",
          reference: token.reference,
          ...(token.sheet !== undefined && { sheet: token.sheet }),
        };
      case "structured":
        at++;
        return {
          kind: "structured",
          structured: token.structured,
          ...(token.table !== undefined && { table: token.table }),
        };
      case "name":
        at++;
        return { kind: "name", name: token.name, ...(token.sheet !== undefined && { sheet: token.sheet }) };
      case "function":
        at++;
        return {
          kind: "call",
          name: sharedText(token.name.replace(/^_XL(?:FN|WS|UDF)\.(?:_XLWS\.)?/u, "")),
          arguments: callArguments(),
        };
      case "openArray":
        at++;
        return array();
      case "open": {
        at++;
        const parts = [binary(0)];
        for (let next = peek(); next?.kind === "separator" && next.text === ","; next = peek()) {
          at++;
          parts.push(binary(0));
        }
        if (peek()?.kind !== "close") fail();
        at++;
        const [only] = parts;
        return parts.length === 1 && only ? only : { kind: "union", parts };
      }
      default:
        return fail();
    }
  }

  try {
    const expression = binary(0);
    if (peek()) fail();
    return { kind: "parsed", expression };
  } catch (problem) {
    if (problem instanceof Unreadable) return { kind: "unreadable", position: problem.position };
    throw problem;
  }
}

const judged = new Map<string, boolean>();

/** Excel would accept it as a formula: brackets, quotes and arguments close. */
export function isReadable(formula: string): boolean {
  let readable = judged.get(formula);
  if (readable === undefined) {
    readable = formula.startsWith("=") && formula.length <= 8192 && parseFormula(formula).kind === "parsed";
    if (judged.size >= 4096) judged.clear();
    judged.set(formula, readable);
  }
  return readable;
}
