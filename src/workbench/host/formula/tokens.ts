/** An Excel formula cut into its words. Joined again, the words' texts are the formula: every rewriting changes words and joins. */
import { columnIndex, columnLetters, quoteSheet } from "./address";
import { LAST_COLUMN, LAST_ROW } from "./shapes";
import { closingBracket, parseStructured, type Structured } from "./structured";

/** A row or column in a reference, `fixed` where it carries a `$`. */
export interface Axis {
  readonly at: number;
  readonly fixed: boolean;
}
/** No row: whole columns. No column: whole rows. */
export interface Corner {
  readonly row?: Axis;
  readonly column?: Axis;
}
export interface Reference {
  readonly first: Corner;
  readonly last?: Corner;
}

export type Token =
  | {
      readonly kind:
        | "space"
        | "string"
        | "number"
        | "boolean"
        | "error"
        | "operator"
        | "open"
        | "close"
        | "openArray"
        | "closeArray"
        | "separator"
        | "at"
        | "spill"
        | "bad";
      readonly text: string;
    }
  | { readonly kind: "function"; readonly text: string; readonly name: string }
  | { readonly kind: "name"; readonly text: string; readonly sheet?: string; readonly name: string }
  | {
      readonly kind: "reference";
      readonly text: string;
      readonly sheet?: string;
      readonly reference: Reference;
    }
  | {
      readonly kind: "structured";
      readonly text: string;
      readonly table?: string;
      readonly structured: Structured;
    };

const space = /\s+/uy;
const string = /"(?:[^"]|"")*"/uy;
const error =
  /#(?:NULL!|DIV\/0!|VALUE!|REF!(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)?|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)/iuy;
const number = /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iuy;
/** One sheet, or from one to another: 計画!, '2021 年'!, 四月:六月!, '4月:6月'!. */
const prefix =
  /(?:'((?:[^']|'')+)'|((?![A-Za-z]{1,3}\d+:)[\p{L}_][\p{L}\p{M}\p{N}_.・]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.・]*)?))!/uy;
const identifier = /[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?・]*/uy;
const operator = /<>|<=|>=|[-+*/^&=<>%:]/uy;
const cellsA1 =
  /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(\\[])/uy;
const cellA1 = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(\\[])/uy;
const columnsA1 = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(\\[$])/uy;
const rowsA1 = /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(\\[])/uy;
const partR1C1 = String.raw`(R(?:\[-?\d+\]|\d+)?)?(C(?:\[-?\d+\]|\d+)?)?`;
const cellsR1C1 = new RegExp(`${partR1C1}(?::${partR1C1})?(?![\\p{L}\\p{N}_.(\\\\\\[])`, "iuy");

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function axis(mark: string | undefined, at: number | undefined, last: number): Axis | undefined {
  return at === undefined || at < 0 || at > last ? undefined : { at, fixed: mark === "$" };
}
const rowAxis = (mark: string | undefined, digits: string | undefined) =>
  axis(mark, Number(digits) - 1, LAST_ROW);
const columnAxis = (mark: string | undefined, letters: string | undefined) =>
  axis(mark, columnIndex(letters ?? ""), LAST_COLUMN);

interface Read {
  readonly text: string;
  readonly reference: Reference;
}

function readA1(text: string, at: number): Read | undefined {
  const columns = match(columnsA1, text, at);
  if (columns) {
    const first = columnAxis(columns[1], columns[2]);
    const last = columnAxis(columns[3], columns[4]);
    if (first && last)
      return { text: columns[0], reference: { first: { column: first }, last: { column: last } } };
  }
  const rows = match(rowsA1, text, at);
  if (rows) {
    const first = rowAxis(rows[1], rows[2]);
    const last = rowAxis(rows[3], rows[4]);
    if (first && last) return { text: rows[0], reference: { first: { row: first }, last: { row: last } } };
  }
  const cells = match(cellsA1, text, at) ?? match(cellA1, text, at);
  if (!cells) return undefined;
  const column = columnAxis(cells[1], cells[2]);
  const row = rowAxis(cells[3], cells[4]);
  if (!column || !row) return undefined;
  if (cells[6] === undefined) return { text: cells[0], reference: { first: { row, column } } };
  const lastColumn = columnAxis(cells[5], cells[6]);
  const lastRow = rowAxis(cells[7], cells[8]);
  return lastColumn && lastRow
    ? { text: cells[0], reference: { first: { row, column }, last: { row: lastRow, column: lastColumn } } }
    : undefined;
}

function axisR1C1(part: string | undefined, home: number, last: number): Axis | undefined {
  if (part === undefined) return undefined;
  const rest = part.slice(1);
  if (rest === "") return { at: home, fixed: false };
  // Excel counts past the edge from the other side; so do formulas of names, and nothing else reaches it.
  if (rest.startsWith("["))
    return { at: (home + Number(rest.slice(1, -1)) + last + 1) % (last + 1), fixed: false };
  const at = Number(rest) - 1;
  return at >= 0 && at <= last ? { at, fixed: true } : undefined;
}

function readR1C1(text: string, at: number, home: { row: number; column: number }): Read | undefined {
  const found = match(cellsR1C1, text, at);
  if (!found || found[0] === "" || (found[1] === undefined && found[2] === undefined)) return undefined;
  const corner = (row: string | undefined, column: string | undefined): Corner | undefined => {
    const rowAt = axisR1C1(row, home.row, LAST_ROW);
    const columnAt = axisR1C1(column, home.column, LAST_COLUMN);
    if ((row !== undefined && !rowAt) || (column !== undefined && !columnAt)) return undefined;
    return { ...(rowAt && { row: rowAt }), ...(columnAt && { column: columnAt }) };
  };
  const first = corner(found[1], found[2]);
  if (!first) return undefined;
  if (found[3] === undefined && found[4] === undefined) {
    if (found[0].endsWith(":")) return undefined;
    return { text: found[0], reference: first.row && first.column ? { first } : { first, last: first } };
  }
  const last = corner(found[3], found[4]);
  if (!last || !first.row !== !last.row || !first.column !== !last.column) return undefined;
  return { text: found[0], reference: { first, last } };
}

const operands: ReadonlySet<Token["kind"]> = new Set(["reference", "name", "structured", "close"]);

/** R1C1 references need to know the cell they stand in. */
export type Notation =
  { readonly kind: "A1" } | { readonly kind: "R1C1"; readonly home: { row: number; column: number } };

/** A table's column holds one text a thousand times: its words are cut once. Bounded, for a day of typing. */
const cut = new Map<string, readonly Token[]>();

/** The words of a formula, without its leading `=`. */
export function tokenize(text: string, notation: Notation = { kind: "A1" }): readonly Token[] {
  if (notation.kind === "R1C1") return cutUp(text, notation);
  let tokens = cut.get(text);
  if (!tokens) {
    tokens = cutUp(text, notation);
    if (cut.size >= 4096) cut.clear();
    cut.set(text, tokens);
  }
  return tokens;
}

function cutUp(text: string, notation: Notation): Token[] {
  const tokens: Token[] = [];
  const readReference = (at: number) =>
    notation.kind === "A1" ? readA1(text, at) : readR1C1(text, at, notation.home);
  let at = 0;
  const push = (token: Token) => {
    tokens.push(token);
    at += token.text.length;
  };
  while (at < text.length) {
    const character = text[at] ?? "";
    const previous = tokens.at(-1);
    const blank = match(space, text, at);
    if (blank) {
      push({ kind: "space", text: blank[0] });
      continue;
    }
    if (character === '"') {
      const found = match(string, text, at);
      push(found ? { kind: "string", text: found[0] } : { kind: "bad", text: text.slice(at) });
      continue;
    }
    if (character === "#") {
      const found = match(error, text, at);
      if (previous && operands.has(previous.kind) && !found) push({ kind: "spill", text: "#" });
      else push(found ? { kind: "error", text: found[0] } : { kind: "bad", text: text.slice(at) });
      continue;
    }
    if (character === "[") {
      const close = closingBracket(text, at);
      const structured = close < 0 ? undefined : parseStructured(text.slice(at + 1, close));
      push(
        structured
          ? { kind: "structured", text: text.slice(at, close + 1), structured }
          : { kind: "bad", text: text.slice(at) },
      );
      continue;
    }
    const sheetPart = match(prefix, text, at);
    if (sheetPart) {
      const sheet = sheetPart[1]?.replaceAll("''", "'") ?? sheetPart[2] ?? "";
      const after = at + sheetPart[0].length;
      const lost = match(error, text, after);
      const found = readReference(after);
      const named = match(identifier, text, after);
      if (lost) push({ kind: "error", text: sheetPart[0] + lost[0] });
      else if (found)
        push({ kind: "reference", text: sheetPart[0] + found.text, sheet, reference: found.reference });
      else if (named) push({ kind: "name", text: sheetPart[0] + named[0], sheet, name: named[0] });
      else push({ kind: "bad", text: text.slice(at) });
      continue;
    }
    const reference = readReference(at);
    if (reference) {
      push({ kind: "reference", text: reference.text, reference: reference.reference });
      continue;
    }
    const digits = match(number, text, at);
    if (digits) {
      push({ kind: "number", text: digits[0] });
      continue;
    }
    const word = match(identifier, text, at);
    if (word) {
      const after = text[at + word[0].length];
      if (after === "(") push({ kind: "function", text: word[0], name: word[0].toUpperCase() });
      else if (after === "[") {
        const start = at + word[0].length;
        const close = closingBracket(text, start);
        const structured = close < 0 ? undefined : parseStructured(text.slice(start + 1, close));
        push(
          structured
            ? { kind: "structured", text: text.slice(at, close + 1), table: word[0], structured }
            : { kind: "bad", text: text.slice(at) },
        );
      } else if (/^(?:TRUE|FALSE)$/iu.test(word[0])) push({ kind: "boolean", text: word[0] });
      else push({ kind: "name", text: word[0], name: word[0] });
      continue;
    }
    const sign = match(operator, text, at);
    if (sign) push({ kind: "operator", text: sign[0] });
    else if (character === "(") push({ kind: "open", text: character });
    else if (character === ")") push({ kind: "close", text: character });
    else if (character === "{") push({ kind: "openArray", text: character });
    else if (character === "}") push({ kind: "closeArray", text: character });
    else if (character === "," || character === ";") push({ kind: "separator", text: character });
    else if (character === "@") push({ kind: "at", text: character });
    else push({ kind: "bad", text: text.slice(at) });
  }
  return tokens;
}

function printCorner({ row, column }: Corner): string {
  const columnText = column ? (column.fixed ? "$" : "") + columnLetters(column.at) : "";
  return columnText + (row ? (row.fixed ? "$" : "") + String(row.at + 1) : "");
}

/** A reference in A1, with its sheet where it has one. */
export function printReference(reference: Reference, sheet?: string): string {
  const text = printCorner(reference.first) + (reference.last ? `:${printCorner(reference.last)}` : "");
  return sheet === undefined ? text : `${quoteSheet(sheet)}!${text}`;
}

/** A formula with some of its words written differently; the very same text when none is. */
export function rewrite(
  formula: string,
  change: (token: Token, at: number, all: readonly Token[]) => string | undefined,
  notation?: Notation,
): string {
  if (!formula.startsWith("=")) return formula;
  const tokens = tokenize(formula.slice(1), notation);
  let touched = false;
  const texts = tokens.map((token, at) => {
    const text = change(token, at, tokens);
    if (text === undefined || text === token.text) return token.text;
    touched = true;
    return text;
  });
  return touched ? `=${texts.join("")}` : formula;
}
