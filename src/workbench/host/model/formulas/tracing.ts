/** Which cells a formula reads and which formulas read a cell, across the sheets of a workbook. */
import { precedents as read, type Area } from "../../formula";
import { sheetByName, type Book, type Place } from "../book";
import { cellAt, eachCell } from "../cells/grid";
import { homeOf, lookupOf } from "./lookup";
import { overlaps, rectangle, sameRectangle, WHOLE_SHEET, type Rectangle } from "../cells/rectangle";

const asPlace = (book: Book, { sheet, ...area }: Area): Place | undefined => {
  const home = sheetByName(book, sheet);
  return home && { sheet: home.id, area };
};

const addOnce = (list: Place[], place: Place): boolean => {
  const known = list.some((one) => one.sheet === place.sheet && sameRectangle(one.area, place.area));
  if (!known) list.push(place);
  return !known;
};

const readBy = (book: Book, sheet: string, row: number, column: number): readonly Place[] => {
  const home = book.sheets.find(({ id }) => id === sheet);
  const formula = home && cellAt(home.grid, row, column)?.formula;
  if (formula === undefined) return [];
  return read(formula, homeOf(book, sheet, row, column), lookupOf(book)).flatMap(
    (area) => asPlace(book, area) ?? [],
  );
};

const formulasIn = (
  book: Book,
  place: Place,
): readonly { readonly row: number; readonly column: number }[] => {
  const found: { row: number; column: number }[] = [];
  const grid = book.sheets.find(({ id }) => id === place.sheet)?.grid;
  if (grid)
    eachCell(grid, place.area, (cell, row, column) => {
      if (cell.formula !== undefined) found.push({ row, column });
    });
  return found;
};

/** What the formulas of the place read; `all`: also what is read by what they read, and so on. */
export const precedentsOf = (book: Book, place: Place, all: boolean): readonly Place[] => {
  const found: Place[] = [];
  const ask = [place];
  for (let next = ask.pop(); next; next = ask.pop()) {
    for (const { row, column } of formulasIn(book, next)) {
      for (const source of readBy(book, next.sheet, row, column)) {
        if (addOnce(found, source) && all) ask.push(source);
      }
    }
  }
  return found;
};

interface Reader {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly reads: readonly Place[];
}

const readersOf = (book: Book): readonly Reader[] =>
  book.sheets.flatMap(({ id }) =>
    formulasIn(book, { sheet: id, area: WHOLE_SHEET }).map(({ row, column }) => ({
      sheet: id,
      row,
      column,
      reads: readBy(book, id, row, column),
    })),
  );

export const dependentsOf = (book: Book, place: Place, all: boolean): readonly Place[] => {
  const readers = readersOf(book);
  const found: Place[] = [];
  const ask = [place];
  for (let next = ask.pop(); next; next = ask.pop()) {
    const { sheet, area } = next;
    for (const reader of readers) {
      if (!reader.reads.some((one) => one.sheet === sheet && overlaps(one.area, area))) continue;
      const cell: Rectangle = rectangle(reader.row, reader.column);
      if (addOnce(found, { sheet: reader.sheet, area: cell }) && all)
        ask.push({ sheet: reader.sheet, area: cell });
    }
  }
  return joined(found);
};

/** Cells side by side or one below the other are told as one area, as Excel does. */
const joined = (places: readonly Place[]): readonly Place[] => {
  const join = (list: readonly Place[], along: "rows" | "columns"): readonly Place[] => {
    const order = [...list].sort(
      (a, b) =>
        a.sheet.localeCompare(b.sheet) ||
        (along === "rows"
          ? a.area.left - b.area.left || a.area.top - b.area.top
          : a.area.top - b.area.top || a.area.left - b.area.left),
    );
    const result: Place[] = [];
    for (const place of order) {
      const last = result.at(-1);
      const { area } = place;
      const follows =
        last?.sheet === place.sheet &&
        (along === "rows"
          ? last.area.left === area.left &&
            last.area.right === area.right &&
            last.area.bottom + 1 === area.top
          : last.area.top === area.top &&
            last.area.bottom === area.bottom &&
            last.area.right + 1 === area.left);
      if (last && follows)
        result[result.length - 1] = {
          ...last,
          area: { ...last.area, bottom: area.bottom, right: area.right },
        };
      else result.push(place);
    }
    return result;
  };
  return join(join(places, "rows"), "columns");
};
