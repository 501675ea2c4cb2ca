/** What stands in the brackets of a structured reference: `[#All]`, `[[#Headers],[列]]`, `[@[達成率 令和3年度]]`, `[[列1]:[列2]]`. */

export const TABLE_PARTS = ["#All", "#Data", "#Headers", "#Totals", "#This Row"] as const;
export type TablePart = (typeof TABLE_PARTS)[number];

export interface Structured {
  /** Empty means the data rows. */
  readonly parts: readonly TablePart[];
  /** Neither: all columns. Only `from`: that column. */
  readonly from?: string;
  readonly to?: string;
}

function partOf(text: string): TablePart | undefined {
  return TABLE_PARTS.find((part) => part.toLowerCase() === text.trim().toLowerCase());
}

/** `'#`, `'[`, `']`, `''`, `'@` stand for the character after the quote. */
function unescape(text: string): string {
  return text.replace(/'(.)/gsu, "$1");
}

/** Where the bracket that opens at `start` closes; -1 when it does not. */
export function closingBracket(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === "'") at++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return at;
  }
  return -1;
}

/** The text between the outer brackets → what it means; undefined when Excel would not read it. */
export function parseStructured(inside: string): Structured | undefined {
  const text = inside.trim();
  if (text === "") return { parts: [] };
  const part = partOf(text);
  if (part) return { parts: [part] };
  if (text.startsWith("@")) {
    const rest = text.slice(1).trim();
    if (rest === "") return { parts: ["#This Row"] };
    if (!rest.startsWith("[")) return { parts: ["#This Row"], from: unescape(rest) };
    const columns = parseStructured(rest);
    return columns && columns.parts.length === 0 ? { ...columns, parts: ["#This Row"] } : undefined;
  }
  if (!text.startsWith("[")) return { parts: [], from: unescape(inside) };
  const parts: TablePart[] = [];
  const columns: string[] = [];
  let joined = false;
  for (let at = 0; at < text.length;) {
    const close = closingBracket(text, at);
    if (text[at] !== "[" || close < 0) return undefined;
    const piece = text.slice(at + 1, close);
    const named = partOf(piece);
    if (named) parts.push(named);
    else columns.push(unescape(piece));
    at = close + 1;
    while (text[at] === " ") at++;
    if (at >= text.length) break;
    if (text[at] === ":" && columns.length === 1) joined = true;
    else if (text[at] !== ",") return undefined;
    at++;
    while (text[at] === " ") at++;
  }
  if (columns.length > 2 || (columns.length === 2 && !joined)) return undefined;
  const [from, to] = columns;
  return { parts, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function escape(column: string): string {
  return column.replace(/['#[\]@]/gu, "'$&");
}

/** Characters that make Excel put a second pair of brackets after `@`. */
const needsBrackets = /[\s,:.[\]#'"{}$^&*+=\-<>/()@!|`~;?%\\]/u;

/** The brackets as Excel writes them. */
export function printStructured({ parts, from, to }: Structured): string {
  const columns =
    from === undefined ? "" : to === undefined ? `[${escape(from)}]` : `[${escape(from)}]:[${escape(to)}]`;
  if (parts.length === 1 && parts[0] === "#This Row") {
    if (from !== undefined && to === undefined && !needsBrackets.test(from)) return `[@${from}]`;
    return `[@${columns}]`;
  }
  if (parts.length === 0) return from === undefined ? "[]" : to === undefined ? columns : `[${columns}]`;
  const named = parts.map((part) => `[${part}]`).join(",");
  if (from === undefined) return parts.length === 1 ? named : `[${named}]`;
  return `[${named},${columns}]`;
}
