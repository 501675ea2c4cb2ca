/** A table of words and numbers with one header row: what stands behind a chart and what is copied. */

export interface TableData {
  headers: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** For the clipboard: Excel puts each field into a cell of its own. */
export function tsvOf({ headers, rows }: TableData): string {
  return [headers, ...rows].map((row) => row.map(field).join("\t")).join("\r\n");
}

function field(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const text = isReadOtherwise(cell) ? `'${cell}` : cell;
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Excel would take =…, +…, @…, -…, in any width and behind blanks, for formulas; (1) for minus one; 001 for 1; 1-2 for a day.
 * A minus sign that only makes a number negative may stay.
 */
function isReadOtherwise(cell: string): boolean {
  const first = cell.trimStart();
  const isNegative = /^[-－][\d,.]*\d$/.test(first.normalize("NFKC"));
  return (/^[=+@＝＋＠-]|^－./.test(first) && !isNegative) || /^\(\d+\)$|^0\d|^\d+[-/]\d+/.test(first);
}
