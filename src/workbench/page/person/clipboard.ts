/** Copying and pasting: between cells with their formulas, from elsewhere as text in rows and columns. */
import { relocate } from "../../host/formula";
import type { Book } from "../../host/model/book";
import { sheetById } from "../../host/model/book";
import { asWireValue } from "../../host/model/cells/cell";
import { cellAt } from "../../host/model/cells/grid";
import type { Rectangle } from "../../host/model/cells/rectangle";

export type Pasted = (string | number | boolean | null)[][];

/** Rows by line, cells by tab; a cell in quotes may hold both, as spreadsheets write them. */
export function rowsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    rows[rows.length - 1]?.push(cell);
    cell = "";
  };
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') cell += source.charAt((at += 1));
      else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === "\t") endCell();
    else if (letter === "\n") {
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  return rows;
}

/** Text that would be read as a number, date or formula if typed is entered with Excel's leading apostrophe. */
function asTyped(value: string | number | boolean): string | number | boolean {
  return typeof value === "string" && /^[=+\-@'\d０-９▲△]/.test(value) ? `'${value}` : value;
}

/** The cells of `from` as they must be entered at `to`, formulas led along. */
export function copied(
  book: Book,
  sheet: string,
  from: Rectangle,
  to: { readonly row: number; readonly column: number },
): Pasted {
  const grid = sheetById(book, sheet)?.grid;
  if (!grid) return [];
  const rows: Pasted = [];
  for (let row = from.top; row <= from.bottom; row += 1) {
    const line: Pasted[number] = [];
    for (let column = from.left; column <= from.right; column += 1) {
      const cell = cellAt(grid, row, column);
      if (cell?.formula !== undefined)
        line.push(relocate(cell.formula, to.row - from.top, to.column - from.left));
      else line.push(cell && cell.value !== null ? asTyped(asWireValue(cell.value)) : "");
    }
    rows.push(line);
  }
  return rows;
}
