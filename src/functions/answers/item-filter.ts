/** 絞り込み: what a word asks of an item: a 担当課, a heading, a level, a grade, a state, or letters in its name. */
import { find } from "../../plan/keys/find";
import { foldKey } from "../../plan/keys/text";
import { type Indicator, type PlanNode } from "../../plan/plan";
import { STATE_NAMES } from "../../plan/progress/rate";
import { type ItemResult, type PlanSummary } from "../../plan/summary/summary";
import { type Refusal, wrongUse } from "../definition";
import { type SourcePlan } from "../plans/source-plan";
import { gradeWord } from "./item-row";

export interface ListedItem {
  node: PlanNode;
  item: ItemResult;
  indicators: readonly Indicator[];
  /** Ids of the headings it stands under, and its own. */
  path: ReadonlySet<string>;
}

export type Filter = (listed: ListedItem) => boolean;

/** A level above the items names no items by itself: which 施策 is meant has to be said. */
export function levelAboveItems(text: string, { plan }: SourcePlan): Refusal | null {
  const above = plan.levels.slice(0, plan.levels.indexOf(plan.expects.level));
  const level = above.find((each) => foldKey(each) === foldKey(text));
  if (level === undefined) return null;
  const one = plan.nodes.find((node) => node.level === level);
  const example = one === undefined ? "" : `（例：「${one.name}」）`;
  return wrongUse(
    `「${text}」は階層の名です。どの${level}かを名称で指定してください${example}。${level}ごとの件数は PLAN.SUMMARY("${level}") で出せます。`,
  );
}

/** A whole text first; only where it means nothing by itself are its words asked for one by one. */
export function filterOf(text: string, source: SourcePlan, summary: PlanSummary): Filter {
  const whole = meaning(text, source, summary);
  if (whole !== null) return whole;
  const words = text.split(/[\s　、,]+/u).filter((word) => word !== "");
  if (words.length < 2) return containing(text);
  const filters = words.map((word) => meaning(word, source, summary) ?? containing(word));
  return (listed) => filters.every((filter) => filter(listed));
}

function meaning(text: string, source: SourcePlan, summary: PlanSummary): Filter | null {
  const wanted = foldKey(text);
  const state = STATE_NAMES.find((each) => foldKey(each) === wanted);
  if (state !== undefined) return stateFilter(state, summary);
  if (isGrade(wanted, summary)) return ({ item }) => gradeWords(item, summary).includes(wanted);
  if (summary.departments.rows.some(({ key }) => foldKey(key) === wanted))
    return ({ item }) => item.departments.some((each) => foldKey(each) === wanted);
  if (foldKey(source.plan.expects.level) === wanted) return () => true;
  const found = find(source.plan, text);
  switch (found.kind) {
    case "node":
      return ({ path }) => path.has(found.node.id);
    case "indicator":
      return containing(text);
    case "department":
      return ({ item }) => item.departments.includes(found.department);
    default:
      return null;
  }
}

/** 未入力 asks for everything somebody still has to enter, also where the other indicators of the item are there. */
function stateFilter(state: (typeof STATE_NAMES)[number], summary: PlanSummary): Filter {
  return ({ item }) =>
    summary.basis === "recorded"
      ? String(gradeWord(item, summary)) === state
      : item.counts.states[state] > 0 || (item.rate.kind === "state" && item.rate.state === state);
}

function isGrade(wanted: string, summary: PlanSummary): boolean {
  const tallies = [summary.total, ...summary.total.recorded];
  return (
    summary.scale.rules.some(({ name }) => foldKey(name) === wanted) ||
    tallies.some(({ grades }) => grades.some(({ name }) => foldKey(name) === wanted))
  );
}

function gradeWords(item: ItemResult, summary: PlanSummary): string[] {
  if (summary.basis === "recorded") return Object.values(item.marks).flat().map(foldKey);
  return [foldKey(String(gradeWord(item, summary)))];
}

function containing(text: string): Filter {
  const wanted = foldKey(text);
  return ({ node, indicators }) =>
    foldKey(node.name).includes(wanted) || indicators.some(({ name }) => foldKey(name).includes(wanted));
}
