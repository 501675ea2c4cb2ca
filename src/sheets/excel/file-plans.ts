/** The plans in somebody's .xlsx file: its sheets are put in hidden, read, and taken out again. Nothing of them stays. */

import { type Answer, done, refuse } from "../answer";
import type { WorkbookReading } from "../contract";
import { findPlans } from "../found-plans";
import { readingOf } from "../workbook-reading";
import { FORMAT_VERSION } from "../versions/format";
import { type Batch, detailOf, withExcel } from "./connection";
import { type FileContent, insertForeign, namesOf, removeForeign } from "./foreign-sheets";
import { survey } from "./survey";

export const NO_PLAN =
  "このブックには計画アドインの計画の表が見つかりません。一覧表だけのブックなら、表をコピーして「貼り付け」の欄に貼り付けてください。開いているブックのシートに貼り、「選択範囲から」を使うこともできます。";

export function plansInFile(file: FileContent): Promise<Answer<{ reading: WorkbookReading }>> {
  return withExcel<{ reading: WorkbookReading }>(
    async (batch) => {
      const foreign = await insertForeign(batch, file);
      if ("ok" in foreign) return foreign;
      let answer: Answer<{ reading: WorkbookReading }>;
      try {
        answer = await read(batch, namesOf(foreign));
      } catch (error) {
        answer = refuse("undone", detailOf(error));
      }
      return (await removeForeign(foreign)) ? answer : refuse("unfinished", namesOf(foreign));
    },
    { alone: true },
  );
}

async function read(batch: Batch, sheets: readonly string[]): Promise<Answer<{ reading: WorkbookReading }>> {
  const surveyed = await survey(batch, { only: new Set(sheets) });
  if (surveyed.formatVersion > FORMAT_VERSION) return refuse("newerFormat");
  const reading = readingOf(surveyed, findPlans(surveyed));
  return reading.plans.length === 0 ? refuse("notReadable", [], NO_PLAN) : done({ reading });
}
