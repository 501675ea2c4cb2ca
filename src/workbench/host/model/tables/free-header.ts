import type { Table } from "./table";

/** The text a header cell gets: unique in its table, never empty. */
export const freeHeader = (table: Table, column: number, wanted: string): string => {
  const others = new Set(
    table.columns.filter((_, at) => at !== column).map(({ name }) => name.toLowerCase()),
  );
  const base = wanted === "" ? `列${column + 1}` : wanted;
  if (!others.has(base.toLowerCase())) return base;
  for (let number = 2; ; number++) {
    if (!others.has(`${base}${number}`.toLowerCase())) return `${base}${number}`;
  }
};
