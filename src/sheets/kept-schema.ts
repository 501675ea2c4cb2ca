/** Whether what stands in the hidden copy is a kept plan at all: the workbook may come from anywhere, and anybody may have written in it. */

import * as z from "zod/mini";
import type { PlanNode } from "../plan/plan";
import { planSchema } from "../plan/file/schema";
import type { Kept, KeptNames } from "./kept";
import { FORMAT_VERSION } from "./versions/format";

const namesSchema: z.ZodMiniType<KeptNames> = z.object({
  version: z.number(),
  serial: z.number(),
  table: z.string(),
  scaleTable: z.string(),
  name: z.string(),
  keptTable: z.string(),
  sheets: z.object({ plan: z.string(), summary: z.string(), kept: z.string() }),
  loadedOn: z.string(),
});

/** A plan of a newer format is not ours to judge: every operation declines it by its version. */
export function isKept(kept: Kept): boolean {
  if (!z.safeParse(namesSchema, kept.names).success) return false;
  if (kept.names.version > FORMAT_VERSION) return true;
  return z.safeParse(planSchema, kept.plan).success && isTree(kept.plan.nodes);
}

/** Whoever follows parents must come to an end. */
function isTree(nodes: readonly PlanNode[]): boolean {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const rooted = new Set<string>();
  return nodes.every(({ id }) => {
    const way = new Set<string>();
    for (let at: string | null = id; at !== null && !rooted.has(at); at = parents.get(at) ?? null) {
      if (way.has(at)) return false;
      way.add(at);
    }
    for (const each of way) rooted.add(each);
    return true;
  });
}
