/** Which columns of a plan's table fold together, and which are folded when it is new. */

import type { Year } from "../../plan/plan";
import { type Column, COLUMNS_PER_YEAR, definitionColumns } from "../columns";
import { runsOf } from "./runs";
import type { SheetSpec } from "./sheet-spec";

/** What folds: the upper levels, what defines an indicator, and of each year all but its 評価. Neighbouring groups would become one. */
export function groupsOf(columns: readonly Column[]): SheetSpec["groups"] {
  const levels = columns.filter(({ kind }) => kind === "level").length;
  const isMeasured = columns.some((column) => "year" in column);
  // A plan that records judgements only has no indicators to look at.
  const definition = runsOf(
    columns,
    ({ kind }) => definitionKinds.has(kind) || (!isMeasured && (kind === "indicator" || kind === "baseline")),
  );
  return [
    ...(levels > 1 ? [{ column: 1, columns: levels - 1 }] : []),
    ...definition.map(([column, count]) => ({ column, columns: count })),
    ...columns.flatMap(({ kind }, at) =>
      kind === "target" ? [{ column: at, columns: COLUMNS_PER_YEAR - 1 }] : [],
    ),
  ];
}

/** 基準値 stays in sight, and keeps this group apart from the first year's. */
const definitionKinds: ReadonlySet<Column["kind"]> = new Set(definitionColumns);

/** On an office screen with the pane open a planner sees the item, who is responsible, the indicator and the year to fill in. */
export function foldedOf(columns: readonly Column[], year: Year | null): SheetSpec["folded"] {
  const isOpen = (column: number): boolean => {
    const first = columns[column];
    return first !== undefined && "year" in first && (year === null || first.year === year);
  };
  const copyAt = columns.findIndex(({ kind }) => kind === "copy");
  return [
    ...groupsOf(columns).filter(({ column }) => !isOpen(column)),
    ...(copyAt < 0 ? [] : [{ column: copyAt, columns: 1 }]),
  ];
}
