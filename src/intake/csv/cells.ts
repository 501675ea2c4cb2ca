/** A text as rows of cells, whatever its columns are called: where no title is known, a person says what each column is. */

import { isBlank, splitLines } from "../lines";
import { readRecords, separatorOf, type Separator } from "./records";

/** Lines enough to tell which sign divides the columns. */
const sample = 200;

/** null where the text is not divided into columns. */
export function cellsOf(text: string): string[][] | null {
  const lines = splitLines(text).filter((line) => !isBlank(line));
  const separator = usualSeparator(lines.slice(0, sample).map((line) => separatorOf(line.text)));
  if (separator === null) return null;
  const { records } = readRecords(splitLines(text), separator);
  const rows = records.map(({ fields }) => fields.map((field) => field.text.trim()));
  const divided = rows.filter((cells) => cells.length > 1);
  if (divided.length < 2 || divided.length < rows.length * 0.7) return null;
  const width = divided.reduce((most, cells) => Math.max(most, cells.length), 0);
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => "")]);
}

function usualSeparator(found: readonly (Separator | null)[]): Separator | null {
  const count = (separator: Separator): number => found.filter((each) => each === separator).length;
  const [first, ...others] = ["\t", ",", ";"] as const satisfies readonly Separator[];
  const most = others.reduce<Separator>((best, next) => (count(next) > count(best) ? next : best), first);
  return count(most) === 0 ? null : most;
}
