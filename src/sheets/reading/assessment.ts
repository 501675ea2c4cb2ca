/** A recorded judgement as its row says it: letters that were not touched stay as the plan prints them. */

import type { Assessment } from "../../plan/plan";
import { textOf } from "../cell-values";
import { type Column } from "../columns";
import { marksText } from "../plan-cells";
import type { FoundRow } from "./row";
import { listOf } from "./words";

export function readAssessment(row: FoundRow, node: string, scales: readonly string[]): Assessment {
  const before = row.known?.kind === "assessment" ? row.known.assessment : null;
  const marks: Assessment["marks"] = {};
  for (const scale of scales) {
    const column: Column = { kind: "mark", scale };
    if (before !== null && (!row.changed(column) || marksText(before, scale) === textOf(row.cell(column)))) {
      const untouched = before.marks[scale];
      if (untouched !== undefined) marks[scale] = untouched;
      continue;
    }
    const letters = listOf(textOf(row.cell(column)));
    const [only] = letters;
    if (only !== undefined)
      marks[scale] = severalAllowed(scale, before) || letters.length > 1 ? letters : only;
  }
  const departments =
    before !== null && !row.changed({ kind: "departments" })
      ? before.departments
      : listOf(textOf(row.cell({ kind: "departments" })));
  return { node, marks, departments };
}

/** 今後の方向性 is a list in the plan's data even where one is marked. */
function severalAllowed(scale: string, before: Assessment | null): boolean {
  return before?.marks[scale] === undefined ? scale === "今後の方向性" : Array.isArray(before.marks[scale]);
}
