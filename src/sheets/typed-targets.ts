/** Targets a person typed since the plan was loaded, updated or last recorded. */

import type { Column } from "./columns";
import type { TypedTarget } from "./contract";
import type { FoundPlan } from "./found-plans";
import { cellAddress } from "./place-address";

/** Targets that are not what was loaded or last recorded. */
export function typedTargets({ id, kept, reading, table }: FoundPlan): TypedTarget[] {
  if (kept === null) return [];
  const before = new Map(kept.plan.indicators.map((indicator) => [indicator.id, indicator]));
  return reading.plan.indicators.flatMap((indicator) => {
    const base = before.get(indicator.id);
    if (base === undefined) return [];
    const years = new Set([...Object.keys(base.targets), ...Object.keys(indicator.targets)]);
    return [...years].flatMap((year): TypedTarget[] => {
      const { [year]: was = "" } = base.targets;
      const { [year]: is = "" } = indicator.targets;
      if (was === is) return [];
      const column: Column = { kind: "target", year: Number(year) };
      return [
        {
          plan: id,
          indicator: indicator.id,
          name: indicator.name,
          year: Number(year),
          before: was,
          after: is,
          address: cellAddress(table, reading, reading.rowOfIndicator.get(indicator.id), column),
        },
      ];
    });
  });
}
