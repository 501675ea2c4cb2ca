/** One loaded plan, found anew: what every later operation starts from. */

import { type Refusal, refuse } from "../answer";
import { findPlans, type FoundPlan } from "../found-plans";
import { FORMAT_VERSION } from "../versions/format";
import type { Batch } from "./connection";
import { survey, type Survey } from "./survey";

export interface Found {
  survey: Survey;
  found: FoundPlan;
}

export async function findPlan(batch: Batch, id: string): Promise<Found | Refusal> {
  const surveyed = await survey(batch, { loose: true });
  if (surveyed.formatVersion > FORMAT_VERSION) return refuse("newerFormat");
  const found = findPlans(surveyed).find((each) => each.id === id);
  if (found === undefined) return refuse("notLoaded");
  const isProtected = surveyed.sheets.find(({ name }) => name === found.table.sheet)?.protected === true;
  return isProtected ? refuse("protectedSheet", [found.table.sheet]) : { survey: surveyed, found };
}
