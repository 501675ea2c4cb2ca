/** A worksheet copied whole: its cells, tables and names under new names, its own references pointing at itself. */
import { shiftReferences } from "../../formula";
import { refuse } from "../../refusal";
import { guid, sheetByName, tableByName } from "../book";
import { sheetIn, takeId, updateBook, writableGrid, type Draft } from "../draft";
import { eachCell, putCell } from "../cells/grid";
import { ownParts } from "./own-parts";
import { WHOLE_SHEET } from "../cells/rectangle";
import type { Sheet } from "./sheet";
import { isSheetName } from "./sheets";

/** `表` becomes `表 (2)`; what would be too long is cut before the number. */
const copiedName = (draft: Draft, name: string): string => {
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const tail = ` (${number})`;
    const wanted = `${stem.slice(0, 31 - tail.length)}${tail}`;
    if (!sheetByName(draft.book, wanted)) return wanted;
  }
};

const freeTableName = (draft: Draft, name: string): string => {
  const stem = name.replace(/\d+$/, "");
  const start = Number(/\d+$/.exec(name)?.[0] ?? 1);
  for (let number = start + 1; ; number++) {
    if (!tableByName(draft.book, `${stem}${number}`)) return `${stem}${number}`;
  }
};

export const copySheet = (draft: Draft, id: string, position: number, name?: string): string => {
  if (draft.book.protection) refuse("AccessDenied");
  const from = sheetIn(draft, id);
  if (name !== undefined && !isSheetName(name)) refuse("InvalidArgument");
  if (name !== undefined && sheetByName(draft.book, name)) refuse("ItemAlreadyExists");
  const to = guid(takeId(draft));
  const title = name ?? copiedName(draft, from.name);
  const own = (sheet: string): string => (sheet === id ? to : sheet);
  const copy: Sheet = {
    ...from,
    id: to,
    name: title,
    visibility: "Visible",
    ...ownParts(from, () => guid(takeId(draft)), own),
  };
  updateBook(draft, {
    sheets: [...draft.book.sheets.slice(0, position), copy, ...draft.book.sheets.slice(position)],
  });
  const renames = copyTables(draft, id, to);
  // Its PivotTables go on reading the source they read.
  const pivots = draft.book.pivots
    .filter(({ sheet }) => sheet === id)
    .map((pivot) => ({ ...pivot, id: guid(takeId(draft)), sheet: to }));
  updateBook(draft, { pivots: [...draft.book.pivots, ...pivots] });
  updateBook(draft, {
    names: [
      ...draft.book.names,
      ...draft.book.names.filter(({ scope }) => scope === id).map((each) => ({ ...each, scope: to })),
    ],
  });
  pointAtItself(draft, to, from.name, title, renames);
  draft.happenings.push({ kind: "sheetAdded", sheet: to });
  return to;
};

type Rename = readonly [from: string, to: string];

const copyTables = (draft: Draft, id: string, to: string): readonly Rename[] => {
  const renames: Rename[] = [];
  for (const table of draft.book.tables.filter(({ sheet }) => sheet === id)) {
    const name = freeTableName(draft, table.name);
    const number = draft.book.nextTable;
    updateBook(draft, {
      tables: [
        ...draft.book.tables,
        { ...table, id: guid(takeId(draft)), legacyId: String(number), name, sheet: to },
      ],
      nextTable: number + 1,
    });
    renames.push([table.name, name]);
  }
  return renames;
};

/** Formulas that named the sheet itself, or its tables, name the copy. */
const pointAtItself = (
  draft: Draft,
  id: string,
  was: string,
  is: string,
  tables: readonly Rename[],
): void => {
  const edits = [
    { kind: "renameSheet", from: was, to: is } as const,
    ...tables.map(([from, to]) => ({ kind: "renameTable", from, to }) as const),
  ];
  const ours = (formula: string): string =>
    edits.reduce((text, edit) => shiftReferences(text, is, edit), formula);
  const changes: (() => void)[] = [];
  const grid = writableGrid(draft, id);
  eachCell(grid, WHOLE_SHEET, (cell, row, column) => {
    if (cell.formula === undefined) return;
    const formula = ours(cell.formula);
    if (formula !== cell.formula)
      changes.push(() => putCell(grid, draft.owner, row, column, { ...cell, formula }));
  });
  for (const change of changes) change();
  updateBook(draft, {
    names: draft.book.names.map((name) =>
      name.scope === id ? { ...name, formula: ours(name.formula) } : name,
    ),
    tables: draft.book.tables.map((table) =>
      table.sheet === id
        ? {
            ...table,
            columns: table.columns.map((column) =>
              column.formula === undefined ? column : { ...column, formula: ours(column.formula) },
            ),
          }
        : table,
    ),
  });
};
