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

/** `reading`: for what writes nothing, so that a protected sheet does no harm. */
export async function findPlan(
  batch: Batch,
  id: string,
  options: { reading?: boolean } = {},
): Promise<Found | Refusal> {
  const surveyed = await survey(batch, { loose: true });
  if (surveyed.formatVersion > FORMAT_VERSION) return refuse("newerFormat");
  const found = findPlans(surveyed).find((each) => each.id === id);
  if (found === undefined) return refuse("notLoaded");
  const refusal = options.reading === true ? null : refusalForSheets(surveyed, [found.table.sheet]);
  return refusal ?? { survey: surveyed, found };
}

export function refusalForSheets({ sheets }: Survey, names: readonly (string | undefined)[]): Refusal | null {
  const locked = sheets.flatMap((sheet) =>
    sheet.protected && names.includes(sheet.name) ? [sheet.name] : [],
  );
  return locked.length === 0 ? null : refuse("protectedSheet", locked);
}

/** An update writes into 改定履歴 and 設定 too, and makes a kept copy anew: known before anything is written. */
export function refusalToUpdate({ survey: surveyed, found }: Found): Refusal | null {
  if (surveyed.structureProtected) return refuse("protectedWorkbook");
  if (!found.isTable)
    return refuse(
      "notLoaded",
      [found.table.sheet],
      "計画の表が通常の範囲に変換されています。先に「表に戻す」で直してから、もう一度お試しください。何も変更していません。",
    );
  return refusalForSheets(surveyed, [surveyed.history?.sheet, surveyed.list?.sheet]);
}
