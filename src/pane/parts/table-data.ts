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
  // Excel would take =…, +…, @… for formulas, and (1) for minus one.
  const text = /^[=+@]|^-(?!\d)|^\(\d+\)$/.test(cell) ? `'${cell}` : cell;
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
