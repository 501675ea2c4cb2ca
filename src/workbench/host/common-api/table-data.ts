/** `Office.TableData`: rows and the headers over them, as the common API carries tables. */
export class TableData {
  rows: unknown[][];
  headers: unknown[][];
  constructor(rows: readonly unknown[] = [], headers?: readonly unknown[]) {
    this.rows = linesOf(rows);
    this.headers = linesOf(headers ?? []);
  }
}

/** Programs write one line of headers as a list or as a list of one list. */
const linesOf = (given: readonly unknown[]): unknown[][] => {
  if (given.length === 0) return [];
  return Array.isArray(given[0]) ? given.map((line) => [...(line as readonly unknown[])]) : [[...given]];
};

/** An object with rows made by hand is as good. */
export const asTableData = (given: unknown): TableData | undefined => {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const { rows, headers } = given as { readonly rows?: unknown; readonly headers?: unknown };
  if (!Array.isArray(rows) && !Array.isArray(headers)) return undefined;
  return new TableData(Array.isArray(rows) ? rows : [], Array.isArray(headers) ? headers : []);
};
