/** What a printed cell of an indicator table holds: the text with half-width digits, and the unit that stands in it. */

import { halfWidthDigits } from "../printed-name";

export interface ValueCell {
  text: string;
  unit: string | null;
}

const number = "[▲△+＋\\-−－約]?\\s*\\d[\\d,]*(?:\\.\\d+)?";
const measured = new RegExp(`^${number}(?:\\s*[~〜～-]\\s*${number})?\\s*([^\\d\\s].{0,11})?$`, "u");
const bound = /(?:以上|以下|超過?|未満|程度|前後|を?維持)+$/u;

export function readValueCell(printed: string): ValueCell {
  const text = halfWidthDigits(printed);
  return { text, unit: unitIn(text) };
}

function unitIn(text: string): string | null {
  const said = measured.exec(text)?.[1]?.replace(bound, "").trim() ?? "";
  return said === "" ? null : oneSpelling(said);
}

/** ％ is stored one way however it is printed, so that a percentage is known as one. */
export function oneSpelling(unit: string): string {
  return unit === "%" ? "％" : unit;
}

const unitInBrackets =
  /^(.+?)\s*[（(]\s*(％|%|人|件|回|校|戸|世帯|団体|主体|か所|箇所|施設|事業|台|本|冊|点|位|日|時間|円|千円|万円|百万円|億円|人\/年|件\/年|回\/年|t|ｔ|トン|kg|km|㎡|ha|㎥)\s*[)）]$/u;

/** 経常収支比率（％） → the name and its unit. （累計） stays in the name. */
export function unitInName(name: string): { name: string; unit: string | null } {
  const [, bare, unit] = unitInBrackets.exec(name) ?? [];
  return bare === undefined || unit === undefined
    ? { name, unit: null }
    : { name: bare, unit: oneSpelling(unit) };
}

export function saysCumulative(name: string): boolean {
  return /[（(【［[]\s*(?:累計|累積|累計値|延べ累計)\s*[)）】］\]]/u.test(name);
}
