/** A row of fiscal years above the target cells: `3 年度 4 年度 5 年度`, `令和３年度 …`, and which years the bare numbers mean. */

import { parseYear } from "../../plan/year";
import type { Year } from "../../plan/plan";
import { narrow } from "./narrow";

const oneYear = /(令和|平成|R|H)?\s*(\d{1,4}|元)\s*(年度|年)|([RH])\s*(\d{1,2}|元)(?=\s|$)/g;

const longestRow = 400;

/** The words of the row (`3年度`), or null when the line is not one. */
export function yearRow(text: string): string[] | null {
  if (text.length > longestRow) return null;
  const narrowed = narrow(text.trim());
  const found = narrowed.match(oneYear);
  if (!found || narrowed.replace(oneYear, "").trim() !== "") return null;
  return found.map((word) => word.replace(/\s/g, ""));
}

/**
 * Bare numbers take the first era that puts them after the year before: after 令和元年度 a 3 is 2021, after 平成27年度 a 28 is
 * 2016 and a 3 behind 31 is 2021. With nothing to go by they are null: nobody knows.
 */
export function resolveYears(words: readonly string[], after: Year | null): Year[] | null {
  const years: Year[] = [];
  let previous = after;
  for (const word of words) {
    const year = parseYear(word) ?? yearAfter(word, previous);
    if (year === null || years.includes(year)) return null;
    years.push(year);
    previous = year;
  }
  return years;
}

function yearAfter(word: string, previous: Year | null): Year | null {
  if (previous === null) return null;
  const bare = word.replace(/年度?$/, "");
  const candidates = [`平成${bare}年度`, `令和${bare}年度`].map(parseYear).filter((year) => year !== null);
  return candidates.filter((year) => year > previous).sort((one, other) => one - other)[0] ?? null;
}
