/** What cells hold now, in every way Excel tells it. */

import { type SeenValue } from "./check";

export interface Cells {
  values: SeenValue[][];
  formulas: SeenValue[][];
  formats: string[][];
  texts: string[][];
}

export async function readCells(range: Excel.Range, sync: () => Promise<void>): Promise<Cells> {
  range.load("values,formulas,numberFormat,text");
  await sync();
  const { values, formulas, numberFormat, text } = range;
  return { values, formulas, formats: numberFormat, texts: text };
}
