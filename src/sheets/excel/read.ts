/** Reading every plan of the workbook as it stands now. */

import { type Answer, done, refuse } from "../answer";
import type { WorkbookReading } from "../contract";
import { findPlans } from "../found-plans";
import { readingOf } from "../workbook-reading";
import { FORMAT_VERSION } from "../versions/format";
import { withExcel } from "./connection";
import { survey } from "./survey";

export function readPlans(): Promise<Answer<{ reading: WorkbookReading }>> {
  return withExcel<{ reading: WorkbookReading }>(async (batch) => {
    const surveyed = await survey(batch, { loose: true });
    if (surveyed.formatVersion > FORMAT_VERSION) return refuse("newerFormat");
    return done({ reading: readingOf(surveyed, findPlans(surveyed)) });
  });
}
