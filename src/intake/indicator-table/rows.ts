/** A row of an indicator table → an indicator that has not got its id yet, with the line of every number. */

import type { Indicator, Problem } from "../../plan/plan";
import type { Column } from "./columns";
import { oneSpelling, readValueCell, saysCumulative, unitInName } from "./cell";
import { emptyIndicator } from "../layout";
import { printedName } from "../printed-name";
import type { Twig } from "../tree";

/** A number and where it stands; `of` is the part of the indicator it belongs to. */
export interface Read {
  of: string;
  line: number;
  token: string;
}

export interface Found {
  twig: Twig;
  indicator: Omit<Indicator, "id" | "node">;
  reads: Read[];
}

export interface PrintedCell {
  text: string;
  line: number;
}

export function readRow(
  cells: readonly PrintedCell[],
  columns: readonly Column[],
  nameAbove: string | null,
): { indicator: Found["indicator"]; reads: Read[]; departments: string | null; problems: Problem[] } | null {
  const problems: Problem[] = [];
  const reads: Read[] = [];
  const indicator = emptyIndicator();
  let departments: string | null = null;
  const units: (string | null)[] = [];
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (!cell || cell.text.trim() === "") return;
    const token = cell.text.trim();
    const read = (of: string) => reads.push({ of, line: cell.line, token });
    switch (column.kind) {
      case "name": {
        const { name, unit } = unitInName(printedName(token));
        indicator.name = name;
        units.push(unit);
        read("name");
        return;
      }
      case "unit":
        indicator.unit = oneSpelling(printedName(token));
        return;
      case "departments":
        departments = token;
        return;
      case "baseline": {
        const value = readValueCell(token);
        units.push(value.unit);
        indicator.baseline = { year: column.year, text: value.text };
        read("baseline");
        return;
      }
      case "target":
      case "actual": {
        const value = readValueCell(token);
        units.push(value.unit);
        if (column.year === null) {
          const what = column.kind === "target" ? "目標値" : "実績値";
          problems.push({
            severity: "warning",
            line: cell.line,
            message: `${cell.line}行の${what}「${token}」は、見出しに年度がないので取り込めません。見出しに年度を書いてください。`,
          });
        } else if (column.kind === "target") {
          indicator.targets[column.year] = value.text;
          read(`targets/${column.year}`);
        } else {
          indicator.actuals = { ...indicator.actuals, [column.year]: value.text };
          read(`actuals/${column.year}`);
        }
        return;
      }
      case "other":
        return;
    }
  });
  if (indicator.name === "") {
    if (nameAbove === null || reads.length === 0) return null;
    indicator.name = nameAbove;
  }
  indicator.unit ??= units.find((unit) => unit !== null) ?? null;
  indicator.cumulative = saysCumulative(indicator.name);
  return { indicator, reads, departments, problems };
}
