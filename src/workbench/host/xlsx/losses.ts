/** What a sheet may hold and a file does not. */
import type { Book } from "../model/book";
import type { Sheet } from "../model/sheet";
import type { ProblemList } from "./problems";

const LOSSES: readonly (readonly [word: string, count: (sheet: Sheet, book: Book) => number])[] = [
  ["ピボットテーブルの仕組み", ({ id }, { pivots }) => pivots.filter(({ sheet }) => sheet === id).length],
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
