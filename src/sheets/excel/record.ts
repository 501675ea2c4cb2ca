/** 記録する: nothing in the plan's table changes, the typed targets become the plan's own and enter 改定履歴. */

import type { Plan } from "../../plan/plan";
import { type Answer, done, refuse } from "../answer";
import type { RevisionOptions, TypedTarget } from "../contract";
import { cleanUp } from "./clean-up";
import { withExcel } from "./connection";
import { findPlan, refusalToUpdate } from "./found";
import { NO_CHANGES } from "./update/changes";
import { prepareWriting } from "./update/prepare";
import { writeAll } from "./update/write-all";

export function recordRevision(
  plan: string,
  targets: readonly TypedTarget[],
  options: RevisionOptions,
): Promise<Answer<{ recorded: number }>> {
  return withExcel<{ recorded: number }>(
    async (batch) => {
      await cleanUp(batch);
      const found = await findPlan(batch, plan);
      if ("ok" in found) return found;
      const refused = refusalToUpdate(found);
      if (refused !== null) return refused;
      const { kept, keptTable } = found.found;
      if (kept === null || keptTable === null)
        return refuse(
          "notLoaded",
          undefined,
          "計画の控えがないため、どの目標が変わったか分かりません。計画を更新してから記録してください。",
        );
      const changes = { ...NO_CHANGES, base: withTargets(kept.plan, targets) };
      const writing = await prepareWriting(batch, found, changes, targets, options);
      if (writing === null) return refuse("changedMeanwhile");
      const refusal = await writeAll(batch, writing, keptTable.sheet);
      return refusal ?? done({ recorded: targets.length });
    },
    { alone: true },
  );
}

function withTargets(plan: Plan, typed: readonly TypedTarget[]): Plan {
  const indicators = plan.indicators.map((indicator) => {
    const own = typed.filter((target) => target.indicator === indicator.id);
    if (own.length === 0) return indicator;
    const targets = { ...indicator.targets };
    for (const { year, after } of own) {
      if (after === "") delete targets[year];
      else targets[year] = after;
    }
    return { ...indicator, targets };
  });
  return { ...plan, indicators };
}
