/** A scale while somebody edits it: what is typed, back to a scale, and which words and numbers are then still the plan's. */
import { type Origin, type Scale, type ScaleRule } from "../../../plan/scales/scale";
import { checkScale } from "../../../plan/scales/check";
import { type Problem } from "../../../plan/plan";
import { type Bound } from "../../../plan/target";
import { foldWidth } from "../../../plan/text-width";

export const otherwise = "それ以外";
export const conditions = ["以上", "超", "以下", "未満", otherwise] as const;
export type Condition = (typeof conditions)[number];

export interface DraftRule {
  /** Tells rows apart while they are moved. */
  key: number;
  name: string;
  condition: Condition;
  /** As typed. */
  percent: string;
  /** The rule it was made from; null for a row somebody added. */
  from: ScaleRule | null;
}

export interface Draft {
  name: string;
  measures: Scale["measures"];
  rules: readonly DraftRule[];
}

export function draftOf({ name, measures, rules }: Scale): Draft {
  return {
    name,
    measures,
    rules: rules.map((rule, key) => ({
      key,
      name: rule.name,
      condition: rule.bound ?? otherwise,
      percent: rule.percent === null ? "" : String(rule.percent),
      from: rule,
    })),
  };
}

export function scaleOf({ name, measures, rules }: Draft): Scale {
  return { name, measures, rules: rules.map(ruleOf) };
}

function ruleOf({ name, condition, percent, from }: DraftRule): ScaleRule {
  const bound = boundOf(condition);
  const typed = foldWidth(percent).replace(/[%\s]/g, "");
  const number = bound === null || typed === "" ? null : Number(typed);
  const sameNumber = from !== null && from.bound === bound && from.percent === number;
  return {
    name: name.trim(),
    bound,
    percent: number,
    // A word or number somebody typed is not the plan's, whatever stood there before.
    nameFrom: from !== null && from.name === name.trim() ? from.nameFrom : ours,
    numberFrom: sameNumber ? from.numberFrom : ours,
  };
}

const ours: Origin = "アドイン";

function boundOf(condition: Condition): Bound | null {
  return condition === otherwise ? null : condition;
}

/** What is wrong with a limit as typed; null for a number, and where none is asked for. */
export function limitProblem({ condition, percent }: DraftRule): string | null {
  if (condition === otherwise) return null;
  const { percent: number } = ruleOf({ key: 0, name: "", condition, percent, from: null });
  if (number === null)
    return "率を 80 のように入れてください。残り全部の区分なら、条件を「それ以外」にします。";
  return Number.isFinite(number)
    ? null
    : `「${percent.trim()}」は数ではありません。80 のように入れてください。`;
}

/** Limits that are no numbers stand beside their fields; the scale is looked at when all of them are. */
export function draftProblems(draft: Draft): Problem[] {
  const problems = draft.rules.flatMap((rule, at): Problem[] => {
    if (limitProblem(rule) === null) return [];
    const name = rule.name.trim();
    return [
      {
        severity: "error",
        message:
          name === ""
            ? `${at + 1}行目に評価の名前がありません。名前と達成率を入れてください。`
            : `「${name}」の達成率を直してください。`,
      },
    ];
  });
  return problems.length > 0 ? problems : checkScale(scaleOf(draft));
}

export function isEdited(draft: Draft, scale: Scale): boolean {
  return JSON.stringify(scaleOf(draft).rules) !== JSON.stringify(scale.rules);
}

export function changed(draft: Draft, key: number, part: Partial<Omit<DraftRule, "key" | "from">>): Draft {
  return { ...draft, rules: draft.rules.map((rule) => (rule.key === key ? { ...rule, ...part } : rule)) };
}

/** A new row stands above the last, which is usually the one for everything left over. */
export function withRow(draft: Draft): Draft {
  const key = draft.rules.reduce((most, rule) => Math.max(most, rule.key), -1) + 1;
  const row: DraftRule = { key, name: "", condition: "以上", percent: "", from: null };
  const at = Math.max(0, draft.rules.length - 1);
  return { ...draft, rules: [...draft.rules.slice(0, at), row, ...draft.rules.slice(at)] };
}

export function withoutRow(draft: Draft, key: number): Draft {
  return { ...draft, rules: draft.rules.filter((rule) => rule.key !== key) };
}

/** One place up or down; the first row stays first and the last last. */
export function moved(draft: Draft, key: number, by: -1 | 1): Draft {
  const at = draft.rules.findIndex((rule) => rule.key === key);
  const to = at + by;
  const row = draft.rules[at];
  const other = draft.rules[to];
  if (row === undefined || other === undefined) return draft;
  const rules = [...draft.rules];
  rules[at] = other;
  rules[to] = row;
  return { ...draft, rules };
}
