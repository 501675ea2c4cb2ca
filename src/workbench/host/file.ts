/** The workbook as JSON: what "save" writes and "open" reads. Everything the model holds, and a version. */
import type { Book } from "./model/book";
import type { Cell } from "./model/cells/cell";
import { eachCell, EMPTY_GRID, ownedGrid, putCell } from "./model/cells/grid";
import { newBook } from "./model/book";
import { WHOLE_SHEET } from "./model/cells/rectangle";
import { newSheet, type Line, type Sheet } from "./model/sheets/sheet";
import type { Style } from "./model/looks/style";

const VERSION = 1;

type SavedCell = readonly [row: number, column: number, cell: Omit<Cell, "style">, style?: number];

interface SavedSheet extends Omit<Sheet, "grid" | "rows" | "columns" | "customProperties" | "filter"> {
  readonly cells: readonly SavedCell[];
  readonly rows: readonly (readonly [number, Line])[];
  readonly columns: readonly (readonly [number, Line])[];
  readonly customProperties: readonly (readonly [string, string])[];
  readonly filter?: {
    readonly area: NonNullable<Sheet["filter"]>["area"];
    readonly criteria: readonly [number, object][];
  };
}

export interface SavedBook extends Omit<Book, "sheets" | "settings" | "customProperties"> {
  readonly format: "workbench";
  readonly version: number;
  /** Looks are kept once; cells point at them. */
  readonly styles: readonly Style[];
  readonly sheets: readonly SavedSheet[];
  readonly settings: readonly (readonly [string, unknown])[];
  readonly customProperties: readonly (readonly [string, unknown])[];
}

export const saveBook = (book: Book): SavedBook => {
  const styles = new Map<Style, number>();
  const numberOf = (style: Style): number => {
    const known = styles.get(style) ?? styles.size;
    styles.set(style, known);
    return known;
  };
  const sheets = book.sheets.map(
    ({ grid, rows, columns, customProperties, filter, ...sheet }): SavedSheet => {
      const cells: SavedCell[] = [];
      eachCell(grid, WHOLE_SHEET, ({ style, ...cell }, row, column) => {
        cells.push(style ? [row, column, cell, numberOf(style)] : [row, column, cell]);
      });
      return {
        ...sheet,
        cells,
        rows: [...rows],
        columns: [...columns],
        customProperties: [...customProperties],
        ...(filter ? { filter: { area: filter.area, criteria: [...filter.criteria] } } : {}),
      };
    },
  );
  return {
    ...book,
    format: "workbench",
    version: VERSION,
    sheets,
    settings: [...book.settings],
    customProperties: [...book.customProperties],
    styles: [...styles.keys()],
  };
};

export type Opened =
  { readonly kind: "opened"; readonly book: Book } | { readonly kind: "refused"; readonly reason: string };

const isSaved = (file: unknown): file is SavedBook =>
  typeof file === "object" &&
  file !== null &&
  (file as { format?: unknown }).format === "workbench" &&
  Array.isArray((file as { sheets?: unknown }).sheets) &&
  (file as { sheets: unknown[] }).sheets.length > 0;

export const openBook = (file: unknown): Opened => {
  if (!isSaved(file)) {
    return {
      kind: "refused",
      reason: "ワークベンチで保存したファイルではありません。別のファイルを選んでください。",
    };
  }
  if (file.version > VERSION) {
    return {
      kind: "refused",
      reason: "新しい版のワークベンチで保存したファイルです。ワークベンチを更新してから開いてください。",
    };
  }
  const { format: _, version: __, styles, sheets, settings, customProperties, ...rest } = file;
  return {
    kind: "opened",
    book: {
      ...newBook(),
      ...rest,
      settings: new Map(settings),
      customProperties: new Map(customProperties),
      sheets: sheets.map((saved) => openSheet(saved, styles)),
    },
  };
};

const openSheet = (saved: SavedSheet, styles: readonly Style[]): Sheet => {
  const { cells, rows, columns, customProperties, filter, ...sheet } = saved;
  const owner = {};
  const grid = ownedGrid(EMPTY_GRID, owner);
  for (const [row, column, cell, style] of cells) {
    const look = style === undefined ? undefined : styles[style];
    putCell(grid, owner, row, column, look ? { ...cell, style: look } : cell);
  }
  return {
    ...newSheet(sheet.id, sheet.name),
    ...sheet,
    grid,
    rows: new Map(rows),
    columns: new Map(columns),
    customProperties: new Map(customProperties),
    ...(filter
      ? {
          filter: {
            area: filter.area,
            criteria: new Map(filter.criteria as [number, Record<string, unknown>][]),
          },
        }
      : {}),
  };
};
