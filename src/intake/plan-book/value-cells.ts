/**
 * A row of cells put together from the lines a page broke it into. A PDF prints a row of one-line cells as one line, and each
 * line of a cell that has several as a line of its own: `方針 / 検討 / 方針 / 策定 / 周知 実施 実施` are five cells.
 */

import { narrow } from "./narrow";

export interface Fragment {
  line: number;
  token: string;
}

export interface Cell {
  text: string;
  fragments: Fragment[];
}

export interface Row {
  line: number;
  tokens: string[];
}

const mostLinesOfCell = 4;
const longestWord = 12;
const number = /^[▲△+-]?\d[\d,.]*$/;
const notInCell = /[。「」【】：]/;
/** Of brackets only those around a short remark: 10(見込). A name broken in the middle of its brackets has just one of them. */
const brokenBracket = /^[^()]*[()][^()]*$/;

export function isCellLike(token: string): boolean {
  const narrowed = narrow(token);
  // 率（％）is the end of a name; 10（見込）is a cell.
  if (/\(/.test(narrowed) && !/\d/.test(narrowed)) return false;
  return (
    token.length <= longestWord &&
    !notInCell.test(token) &&
    !brokenBracket.test(narrowed) &&
    !/^[(※]/.test(narrowed)
  );
}

export function tokensOf(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((token) => token !== "");
}

/**
 * The first `count` cells of the rows and how many rows they take, or null when the rows cannot be divided so.
 * `listed` is where several milestones of one cell would be named side by side (作成・活用).
 */
export function readCells(
  rows: readonly Row[],
  count: number,
  listed: string,
): { cells: Cell[]; rows: number } | null {
  const first = rows[0];
  if (!first || count === 0) return null;
  const single = oneRow(first, count);
  if (single) return { cells: single, rows: 1 };
  const limit = rows.findIndex((row) => !row.tokens.every(isCellLike));
  const most = Math.min(limit < 0 ? rows.length : limit, count * mostLinesOfCell);
  for (let taken = most; taken > 1; taken -= 1) {
    const cells = severalRows(rows.slice(0, taken), count, listed);
    if (cells) return { cells, rows: taken };
  }
  return null;
}

function oneRow({ line, tokens }: Row, count: number): Cell[] | null {
  if (!tokens.every(isCellLike)) return null;
  if (tokens.length === count) return tokens.map((token) => cell([{ line, token }], ""));
  // `50 ％ 55 ％` or `主幹 50 主幹 55`: each cell is a number and a word, always in the same order.
  if (tokens.length !== count * 2) return null;
  const numeric = tokens.map((token) => number.test(narrow(token)));
  const numberFirst = numeric[0] === true;
  if (!numeric.every((isNumber, index) => isNumber === ((index % 2 === 0) === numberFirst))) return null;
  return Array.from({ length: count }, (_, index) => {
    const token = tokens.slice(index * 2, index * 2 + 2).join(" ");
    return cell([{ line, token }], "");
  });
}

function severalRows(rows: readonly Row[], count: number, listed: string): Cell[] | null {
  const tokens = rows.flatMap((row) => row.tokens.map((token) => ({ line: row.line, token })));
  if (tokens.length === count) return tokens.map((fragment) => cell([fragment], ""));
  const pieces = rows.map((row) => ({ row, isFragment: row.tokens.length === 1 || isLabelled(row) }));
  const fragments = pieces.filter((piece) => piece.isFragment).length;
  const whole = pieces
    .filter((piece) => !piece.isFragment)
    .reduce((sum, piece) => sum + piece.row.tokens.length, 0);
  const broken = count - whole;
  if (broken <= 0 || fragments % broken !== 0) return null;
  const each = fragments / broken;
  if (each > mostLinesOfCell) return null;
  const cells: Cell[] = [];
  let open: Fragment[] = [];
  for (const { row, isFragment } of pieces) {
    if (isFragment) {
      open.push({ line: row.line, token: row.tokens.join(" ") });
      if (open.length === each) {
        cells.push(cell(open, listed));
        open = [];
      }
    } else {
      if (open.length > 0) return null;
      cells.push(...row.tokens.map((token) => cell([{ line: row.line, token }], "")));
    }
  }
  return cells.length === count ? cells : null;
}

/** `主幹 50`: one line of a cell with a number for each of several groups. */
function isLabelled({ tokens: [label, value, ...more] }: Row): boolean {
  return (
    label !== undefined &&
    value !== undefined &&
    more.length === 0 &&
    !number.test(narrow(label)) &&
    number.test(narrow(value))
  );
}

/** Words of one cell are one phrase (方針＋検討) unless the indicator names them side by side (作成・活用). */
function cell(fragments: Fragment[], listed: string): Cell {
  const tokens = fragments.map((fragment) => fragment.token);
  const sideBySide = tokens.every((token) => /\d/.test(narrow(token))) || listed.includes(tokens.join("・"));
  return { text: tokens.join(sideBySide ? " " : ""), fragments };
}
