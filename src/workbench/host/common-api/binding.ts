/** One binding of the common API: reading and writing what is bound, and what only a bound table can do. */
import { placeOfBinding } from "../model/attached/binding";
import { tableById, type Binding, type Book } from "../model/book";
import { columnsOf, rowsOf } from "../model/cells/rectangle";
import { bodyOf, headerOf, rowCountOf, type Table } from "../model/tables/table";
import { addColumn } from "../model/tables/table-parts";
import { addRows, deleteRows } from "../model/tables/table-rows";
import { answer, callbackIn, optionsIn, type Options } from "./answer";
import type { CommonHost } from "./common-host";
import type { Doors, Handlers } from "./handlers";
import { fail } from "./problem";
import { partOf, readAs, type Cells } from "./reading";
import { applyCellFormats, applyTableOptions, clearTableFormats } from "./table-formats";
import { asTableData } from "./table-data";
import { dataOf, writeIntoArea, writeIntoTable } from "./writing";

export const BINDING_EVENTS = ["bindingDataChanged", "bindingSelectionChanged"] as const;

const TYPES = { Text: "text", Range: "matrix", Table: "table" } as const;

export interface OfficeBinding extends Doors {
  readonly id: string;
  readonly type: "text" | "matrix" | "table";
}

const placeIn = (book: Book, bound: Binding): Cells => {
  const now = book.bindings.find(({ id }) => id === bound.id) ?? fail(3002, bound.id);
  return placeOfBinding(book, now) ?? fail(3002, bound.id);
};

const tableIn = (book: Book, bound: Binding): Table =>
  (bound.table === undefined ? undefined : tableById(book, bound.table)) ?? fail(3005);

const read = (book: Book, bound: Binding, options: Options): unknown => {
  const { sheet, area } = placeIn(book, bound);
  const own = TYPES[bound.type];
  const coercion = options["coercionType"] ?? own;
  if (own === "matrix" && coercion === "table") fail(1002);
  const part = partOf(area, options);
  const table = bound.table === undefined ? undefined : tableIn(book, bound);
  const header = table && headerOf(table);
  const over = header && { ...header, left: part.left, right: part.right };
  // A table with no rows yet has none to give.
  if (table && rowCountOf(table) === 0 && coercion === "table") {
    const empty = readAs(book, { sheet, area: part }, over, "table", options) as { rows: unknown[] };
    empty.rows = [];
    return empty;
  }
  return readAs(book, { sheet, area: part }, over, coercion, options);
};

const rowsFrom = (given: unknown): unknown[][] => {
  const rows = Array.isArray(given) ? (given as unknown[]) : asTableData(given)?.rows;
  if (!rows || rows.length === 0) return fail(2000);
  return rows.map((row) => (Array.isArray(row) ? [...(row as unknown[])] : [row]));
};

export const createBinding = (
  host: CommonHost,
  handlers: Handlers,
  bound: Binding,
  document: object,
): OfficeBinding => {
  const write = (data: unknown, options: Options): Promise<void> =>
    host.change(({ draft }) => {
      const place = placeIn(draft.book, bound);
      const coerced = dataOf(data, options["coercionType"]);
      if (bound.table === undefined) {
        if (coerced.kind === "table") fail(2008);
        if (bound.type === "Text" && coerced.kind !== "text") fail(2008);
        return writeIntoArea(draft, place, coerced, options);
      }
      if (coerced.kind === "text") fail(2008);
      writeIntoTable(draft, bound.table, coerced, options);
      if (options["tableOptions"] !== undefined) {
        applyTableOptions(draft, bound.table, options["tableOptions"]);
      }
      if (options["cellFormat"] !== undefined) applyCellFormats(draft, bound.table, options["cellFormat"]);
    });
  const ofTable = (
    work: (table: string, draft: Parameters<Parameters<CommonHost["change"]>[0]>[0]["draft"]) => void,
  ) => host.change(({ draft }) => work(tableIn(draft.book, bound).id, draft));
  const common = {
    id: bound.id,
    type: TYPES[bound.type],
    document,
    ...handlers.doors(bound.id, BINDING_EVENTS),
    getDataAsync: (...given: unknown[]) => answer(given, () => read(host.book(), bound, optionsIn(given))),
    setDataAsync: (data: unknown, ...given: unknown[]) => answer(given, () => write(data, optionsIn(given))),
  };
  const size = () => placeIn(host.book(), bound).area;
  switch (bound.type) {
    case "Text":
      return common;
    case "Range":
      return {
        ...common,
        get rowCount() {
          return rowsOf(size());
        },
        get columnCount() {
          return columnsOf(size());
        },
      } as OfficeBinding;
    case "Table":
      return {
        ...common,
        get rowCount() {
          return rowCountOf(tableIn(host.book(), bound));
        },
        get columnCount() {
          return columnsOf(size());
        },
        get hasHeaders() {
          return tableIn(host.book(), bound).showHeaders;
        },
        addRowsAsync: (rows: unknown, ...given: unknown[]) =>
          answer(given, () => ofTable((id, draft) => void addRows(draft, id, undefined, rowsFrom(rows)))),
        addColumnsAsync: (data: unknown, ...given: unknown[]) =>
          answer(given, () =>
            ofTable((id, draft) => {
              const table = asTableData(data);
              const rows = table ? table.rows : rowsFrom(data);
              const width = table?.headers[0]?.length ?? rows[0]?.length ?? 0;
              for (let at = 0; at < width; at++) {
                const body = rows.map((row) => [row[at] ?? null]);
                const values = body.length > 0 ? body : null;
                const name = table?.headers[0]?.[at];
                addColumn(draft, id, undefined, values, name === undefined ? undefined : String(name));
              }
            }),
          ),
        deleteAllDataValuesAsync: (...given: unknown[]) =>
          answer(given, () =>
            ofTable((id, draft) => {
              const table = tableIn(draft.book, bound);
              const count = rowsOf(bodyOf(table));
              deleteRows(
                draft,
                id,
                Array.from({ length: count }, (_, at) => at),
              );
            }),
          ),
        clearFormatsAsync: (...given: unknown[]) =>
          answer(given, () => ofTable((id, draft) => clearTableFormats(draft, id))),
        setFormatsAsync: (formats: unknown, ...given: unknown[]) =>
          answer(given, () => ofTable((id, draft) => applyCellFormats(draft, id, formats))),
        setTableOptionsAsync: (options: unknown, ...given: unknown[]) =>
          // What is set comes first, so it is no option of the call.
          answer([...given.filter((each) => each !== options), callbackIn(given)], () =>
            ofTable((id, draft) => applyTableOptions(draft, id, options)),
          ),
        getFormatsAsync: (...given: unknown[]) => answer(given, () => fail(5000, "getFormatsAsync")),
      } as OfficeBinding;
  }
};
