/** How a workbook of an older format becomes one of today's: a step per version, each doing nothing twice. */

import { FORMAT_VERSION } from "./format";
import type { Kept } from "../kept";

export interface Migration {
  /** The version it leads to. */
  to: number;
  /** What a person is told: 「実績の列に…を足します」 */
  what: string;
  /** The kept copy as the newer format writes it. Sheets follow by an ordinary update. */
  migrate(kept: Kept): Kept;
}

/** None yet: version 1 is the first. */
export const MIGRATIONS: readonly Migration[] = [];

/** A kept copy in today's format; null where it was written by a newer add-in. */
export function migrated(kept: Kept, migrations: readonly Migration[] = MIGRATIONS): Kept | null {
  if (kept.names.version > FORMAT_VERSION && migrations === MIGRATIONS) return null;
  return migrations
    .filter(({ to }) => to > kept.names.version)
    .sort((one, other) => one.to - other.to)
    .reduce((older, { migrate, to }) => {
      const newer = migrate(older);
      return { ...newer, names: { ...newer.names, version: to } };
    }, kept);
}
