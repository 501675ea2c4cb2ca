/** Lines → records of fields, as RFC 4180 and Excel's clipboard write them, each field with the line it begins on. */

import { isBlank, type Line } from "../lines";

export type Separator = "," | "\t" | ";";

export interface Field {
  text: string;
  line: number;
}

export interface CsvRecord {
  fields: Field[];
  first: number;
  last: number;
}

export interface Records {
  records: CsvRecord[];
  /** The line of a quotation mark that is never closed: from there on, quotation marks are ordinary characters. */
  unclosed: number | null;
}

/** No header needs more to show how it is divided. */
const headLength = 4000;

export function separatorOf(line: string): Separator | null {
  const outside = line.slice(0, headLength).replace(/"[^"]*"/gu, "");
  const count = (separator: Separator) => outside.split(separator).length - 1;
  const most = (["\t", ",", ";"] as const).reduce((best, next) => (count(next) > count(best) ? next : best));
  return count(most) > 0 ? most : null;
}

export function readRecords(lines: readonly Line[], separator: Separator): Records {
  const whole = divide(lines, separator, Number.POSITIVE_INFINITY);
  return whole.unclosed === null
    ? whole
    : { ...divide(lines, separator, whole.unclosed), unclosed: whole.unclosed };
}

/** Quotation marks count only on lines before `literalFrom`. */
function divide(lines: readonly Line[], separator: Separator, literalFrom: number): Records {
  const records: CsvRecord[] = [];
  let fields: Field[] = [];
  let open: { parts: string[]; line: number } | null = null;
  let first = 0;
  for (const line of lines) {
    if (!open && isBlank(line)) continue;
    if (!open) first = line.number;
    const pieces = piecesOf(line.text, separator, open !== null, line.number < literalFrom);
    pieces.forEach((piece, index) => {
      if (open && index === 0) {
        open.parts.push(piece.text);
        if (!piece.closed) return;
        fields.push({ text: open.parts.join("\n"), line: open.line });
        open = null;
      } else if (piece.closed) {
        fields.push({ text: piece.text, line: line.number });
      } else {
        open = { parts: [piece.text], line: line.number };
      }
    });
    if (open) continue;
    records.push({ fields, first, last: line.number });
    fields = [];
  }
  const still: { parts: string[]; line: number } | null = open;
  return { records, unclosed: still === null ? null : (still as { line: number }).line };
}

interface Piece {
  text: string;
  /** false: the field goes on in the next line. */
  closed: boolean;
}

function piecesOf(text: string, separator: Separator, insideQuotes: boolean, quotesCount: boolean): Piece[] {
  if (!quotesCount) return text.split(separator).map((piece) => ({ text: piece, closed: true }));
  const pieces: Piece[] = [];
  let at = 0;
  let inside = insideQuotes;
  for (;;) {
    if (!inside && text[at] === '"') {
      inside = true;
      at += 1;
    }
    if (inside) {
      const { value, end } = quoted(text, at);
      if (end === null) return [...pieces, { text: value, closed: false }];
      const next = text.indexOf(separator, end);
      const rest = next < 0 ? text.slice(end) : text.slice(end, next);
      pieces.push({ text: value + rest.trimEnd(), closed: true });
      inside = false;
      if (next < 0) return pieces;
      at = next + 1;
    } else {
      const next = text.indexOf(separator, at);
      pieces.push({ text: next < 0 ? text.slice(at) : text.slice(at, next), closed: true });
      if (next < 0) return pieces;
      at = next + 1;
    }
  }
}

/** From behind the opening mark to behind the closing one; "" stands for one mark. */
function quoted(text: string, start: number): { value: string; end: number | null } {
  const parts: string[] = [];
  let at = start;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return { value: parts.join("") + text.slice(at), end: null };
    parts.push(text.slice(at, mark));
    if (text[mark + 1] !== '"') return { value: parts.join(""), end: mark + 1 };
    parts.push('"');
    at = mark + 2;
  }
}
