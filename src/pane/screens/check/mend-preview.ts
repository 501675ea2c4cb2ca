/** 修正 before it is done: every cell with what it holds and what it would hold. */
import { type CellChange, type Finding } from "../../../plan/check";
import { formatYear } from "../../../plan/year";
import { type WorkbookPlan } from "../../../sheets";
import { placeOfChange } from "../../../sheets/place-of-change";
import { placeInWords } from "./place";

export interface CellPreview {
  key: string;
  place: string;
  column: string;
  address: string | null;
  before: string;
  after: string;
}

/** Each change once: two findings can ask for the same cell. */
export function changesOf(findings: readonly Finding[]): CellChange[] {
  const changes = new Map<string, CellChange>();
  for (const { changes: each } of findings)
    for (const change of each) changes.set(JSON.stringify(change), change);
  return [...changes.values()];
}

/** Open findings that 修正 can put right. */
export function mendableOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ mendable, acceptance }) => mendable && acceptance === null);
}

export function previewOf(plan: WorkbookPlan, changes: readonly CellChange[]): CellPreview[] {
  return changes.map((change) => ({
    key: JSON.stringify(change),
    place: placeInWords(plan.plan, {
      node: "node" in change ? change.node : null,
      indicator: "indicator" in change ? change.indicator : null,
      year: null,
    }),
    column: columnOf(change),
    address: plan.addressOf(placeOfChange(change)),
    before: printed(change.before),
    after: printed(change.after),
  }));
}

function columnOf(change: CellChange): string {
  switch (change.kind) {
    case "department":
      return "担当課";
    case "nodeName":
      return "名称";
    case "unit":
      return "単位";
    case "baseline":
      return "基準値";
    case "target":
      return `目標値 ${formatYear(change.year)}`;
    case "actual":
      return `実績値 ${formatYear(change.year)}`;
  }
}

function printed(value: string | readonly string[] | null): string {
  const text = value === null ? "" : typeof value === "string" ? value : value.join("、");
  return text === "" ? "（空欄）" : text;
}
