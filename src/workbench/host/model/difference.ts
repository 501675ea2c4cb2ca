/** What is different between two states of a workbook: for the calculation engine, for the page's display, for tests. */
import type { Book } from "./book";
import { BLANK, type Cell } from "./cells/cell";
import { EMPTY_GRID, eachDifference } from "./cells/grid";

export interface CellDifference {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell;
}

/** Cells that differ, sheet by sheet; rows both states share are not looked into. Cells of deleted sheets are not told. */
export const eachCellDifference = (
  before: Book,
  after: Book,
  visit: (difference: CellDifference) => void,
): void => {
  if (before === after) return;
  const old = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
  for (const { id, grid } of after.sheets) {
    eachDifference(old.get(id)?.grid ?? EMPTY_GRID, grid, (was, is, row, column) =>
      visit({ sheet: id, row, column, before: was, after: is }),
    );
  }
};

/** Selecting and turning to another sheet are no edits: they are never undone. */
export const sameContent = (a: Book, b: Book): boolean => {
  if (a === b) return true;
  const keys = Object.keys({ ...a, ...b }) as (keyof Book)[];
  if (keys.some((key) => key !== "sheets" && key !== "activeSheet" && a[key] !== b[key])) return false;
  if (a.sheets.length !== b.sheets.length) return false;
  return a.sheets.every((sheet, index) => {
    const other = b.sheets[index];
    if (!other || sheet === other) return sheet === other;
    const parts = Object.keys({ ...sheet, ...other }) as (keyof typeof sheet)[];
    return parts.every(
      (part) =>
        part === "selection" ||
        part === "activeCell" ||
        part === "activeChart" ||
        sheet[part] === other[part] ||
        sameEntries(part, sheet, other),
    );
  });
};

/**
 * What somebody entered in the cells. What formulas gave is no content: a recalculation that a program asks for is no
 * step to be undone, in Excel neither.
 */
const sameEntries = (part: string, a: Book["sheets"][number], b: Book["sheets"][number]): boolean => {
  if (part !== "grid") return false;
  let same = true;
  eachDifference(a.grid, b.grid, (was, is) => {
    same = sameEntry(was, is);
    return same ? undefined : "enough";
  });
  return same;
};

const sameEntry = (was: Cell, is: Cell): boolean =>
  was.formula === is.formula &&
  was.style === is.style &&
  was.quoted === is.quoted &&
  was.rich === is.rich &&
  enteredValue(was) === enteredValue(is);

const enteredValue = ({ value, formula, spilledFrom }: Cell): Cell["value"] =>
  formula === undefined && spilledFrom === undefined ? value : BLANK.value;
