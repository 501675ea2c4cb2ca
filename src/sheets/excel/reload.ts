/** An update of a loaded plan: previewed, merged by id, with every changed target in 改定履歴. Done twice it does the same once. */

import type { Plan } from "../../plan/plan";
import { type Answer, done, refuse } from "../answer";
import { cellName, fullAddress } from "../address";
import type { ReloadOptions, ReloadPreview } from "../contract";
import { type Merge, mergePlans } from "../merge/merge";
import { cleanUp } from "./clean-up";
import { withExcel } from "./connection";
import { findPlan, type Found, refusalToUpdate } from "./found";
import { today } from "./today";
import { prepareWriting } from "./update/prepare";
import { writeAll } from "./update/write-all";

export function previewReload(plan: Plan): Promise<Answer<{ preview: ReloadPreview }>> {
  return withExcel<{ preview: ReloadPreview }>(async (batch) => {
    const found = await findPlan(batch, plan.id);
    if ("ok" in found) return found;
    return refusalToUpdate(found) ?? done({ preview: mergeOf(found, plan, "keep").preview });
  });
}

export function reloadPlan(plan: Plan, options: ReloadOptions): Promise<Answer<{ preview: ReloadPreview }>> {
  return withExcel<{ preview: ReloadPreview }>(
    async (batch) => {
      options.onStep?.({ name: "シートを読んでいます", done: 0, of: 3 });
      await cleanUp(batch);
      const found = await findPlan(batch, plan.id);
      if ("ok" in found) return found;
      const refused = refusalToUpdate(found);
      if (refused !== null) return refused;
      const merge = mergeOf(found, plan, options.conflicts ?? "keep");
      if (options.signal?.aborted === true) return refuse("cancelled");
      options.onStep?.({ name: "更新しています", done: 1, of: 3 });
      const writing = await prepareWriting(batch, found, merge, merge.preview.revisions, options);
      if (writing === null) return refuse("changedMeanwhile");
      const refusal = await writeAll(batch, writing, found.found.keptTable?.sheet ?? null);
      if (refusal !== null) return refusal;
      options.onStep?.({ name: "終わりました", done: 3, of: 3 });
      return done({ preview: merge.preview });
    },
    { alone: true },
  );
}

function mergeOf({ found }: Found, next: Plan, conflicts: "keep" | "take"): Merge {
  const { table, reading, kept } = found;
  return mergePlans({
    base: kept?.plan ?? { ...reading.plan, nodes: [], indicators: [], assessments: [] },
    next,
    names: { table: table.name, scaleTable: found.scaleTable?.name ?? kept?.names.scaleTable ?? "" },
    matrix: table.matrix,
    reading,
    addressOf: (row, position) =>
      fullAddress(table.sheet, cellName(table.area.row + row, table.area.column + position)),
    conflicts,
    on: today(),
  });
}
