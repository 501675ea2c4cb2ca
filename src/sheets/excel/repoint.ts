/** Names that spoke of one sheet or table speak of another; and which formulas speak of one directly. */

import { columnName, fullAddress } from "../address";
import type { CellValue } from "../cell-values";
import type { Batch } from "./connection";
import type { Survey } from "./survey";

/** Something old and what stands for it from now on. */
export interface Pair {
  kind: "sheet" | "table";
  from: string;
  to: string;
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** The name as a formula writes it, with or without quotes. */
const spellings = ({ kind, from, to }: Pair): [string, string][] =>
  kind === "table"
    ? [[`${from}[`, `${to}[`]]
    : [
        [`${quoted(from)}!`, `${quoted(to)}!`],
        [`${from}!`, `${quoted(to)}!`],
      ];

export function repoint({ context }: Batch, here: Survey, pairs: readonly Pair[]): void {
  for (const { name, formula } of here.names) {
    const next = pairs.reduce(
      (text, pair) => spellings(pair).reduce((each, [was, is]) => replaceWord(each, was, is), text),
      formula,
    );
    if (next !== formula) context.workbook.names.getItem(name).formula = next;
  }
}

const WORD = /[\p{L}\p{N}_.]$/u;

/** Only where the word begins there: 表_市[ is not a part of 新表_市[. */
function replaceWord(text: string, was: string, is: string): string {
  let out = "";
  let at = 0;
  for (;;) {
    const found = text.indexOf(was, at);
    if (found < 0) return out + text.slice(at);
    const isWhole = was.startsWith("'") || !WORD.test(text.slice(0, found));
    out += text.slice(at, found) + (isWhole ? is : was);
    at = found + was.length;
  }
}

/** Addresses of formulas outside these sheets that name them, or one of the words. */
export async function formulasNaming(
  { context, sync }: Batch,
  { sheets, names }: { sheets: readonly string[]; names: readonly string[] },
): Promise<string[]> {
  if (sheets.length === 0) return [];
  const all = context.workbook.worksheets.load("items/name");
  await sync();
  const used = all.items
    .filter(({ name }) => !sheets.includes(name))
    .map((sheet) => ({
      name: sheet.name,
      range: sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex"),
    }));
  await sync();
  const speaks = (formula: CellValue): boolean =>
    typeof formula === "string" && formula.startsWith("=") && speaksOf(formula, { sheets, names });
  return used.flatMap(({ name, range }) =>
    range.isNullObject
      ? []
      : (range.formulas as CellValue[][]).flatMap((row, y) =>
          row.flatMap((cell, x) =>
            speaks(cell)
              ? [fullAddress(name, `${columnName(range.columnIndex + x)}${range.rowIndex + y + 1}`)]
              : [],
          ),
        ),
  );
}

/** Whether a formula names one of these sheets, or one of the words. */
export function speaksOf(
  formula: string,
  { sheets, names }: { sheets: readonly string[]; names: readonly string[] },
): boolean {
  const words = [...names, ...sheets.flatMap((sheet) => [`${sheet}!`, `${quoted(sheet)}!`])];
  return words.some((word) => hasWord(formula, word));
}

/** A word inside a text in quotes is no reference. */
function hasWord(formula: string, word: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  for (let at = bare.indexOf(word); at >= 0; at = bare.indexOf(word, at + 1)) {
    const after = bare.charAt(at + word.length);
    const ends = word.endsWith("!") || !/[\p{L}\p{N}_.]/u.test(after);
    if (ends && (word.startsWith("'") || !WORD.test(bare.slice(0, at)))) return true;
  }
  return false;
}
