/** What a sheet may hold and a file does not. */
import type { Book } from "../model/book";
import type { Cell } from "../model/cells/cell";
import { eachCell } from "../model/cells/grid";
import { WHOLE_SHEET } from "../model/cells/rectangle";
import type { Sheet } from "../model/sheets/sheet";
import type { ProblemList } from "./problems";

const cellsWith = ({ grid }: Sheet, has: (cell: Cell) => boolean): number => {
  let count = 0;
  eachCell(grid, WHOLE_SHEET, (cell) => {
    if (has(cell)) count++;
  });
  return count;
};

const LOSSES: readonly (readonly [word: string, count: (sheet: Sheet, book: Book) => number])[] = [
  ["ピボットテーブルの仕組み", ({ id }, { pivots }) => pivots.filter(({ sheet }) => sheet === id).length],
  [
    "データ型（エンティティ・画像・属性つきの値）",
    (sheet) => cellsWith(sheet, ({ rich }) => rich !== undefined),
  ],
  ["チェックボックス", (sheet) => cellsWith(sheet, ({ style }) => style?.control === "Checkbox")],
  ["スライサー", ({ id }, { slicers }) => slicers.filter(({ sheet }) => sheet === id).length],
];

export const tellLosses = (book: Book, sheet: Sheet, problems: ProblemList): void => {
  for (const [word, countIn] of LOSSES) {
    const count = countIn(sheet, book);
    if (count === 0) continue;
    problems.add(
      `${word} ${count} 個`,
      sheet.name,
      `.xlsx には保存しません。${word}も残すには、ワークベンチの形式（.workbench.json）でも保存してください。`,
    );
  }
};
