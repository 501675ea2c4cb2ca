/** The 対象 argument: a key in one plan, or in whichever plan of the workbook knows it → what is meant. */
import { type Candidate, find, type Found } from "../../plan/keys/find";
import { parseYear } from "../../plan/year";
import { errorIn, quoted, readCell, zeroHint } from "../arguments/cell";
import { isRefusal, notThere, type Refusal, wrongUse } from "../definition";
import { type GivenCell, omitted } from "../each-cell";
import { type SourcePlan } from "../plans/source-plan";
import { type Chosen } from "../plans/which-plan";

export type Known = Extract<Found, { kind: "node" | "indicator" | "department" }>;

export interface Subject {
  source: SourcePlan;
  /** null: the whole plan. */
  found: Known | null;
}

/** Nothing given means the whole plan; a blank cell does not. */
export function subjectOf(cell: GivenCell, chosen: Chosen): Subject | Refusal {
  if (cell !== omitted) return knownSubject(cell, chosen);
  const source = onlyPlan(chosen);
  return isRefusal(source) ? source : { source, found: null };
}

/** The one plan there is, for what cannot be told by a key. */
export function onlyPlan(chosen: Chosen): SourcePlan | Refusal {
  if (chosen.length === 1) return chosen[0];
  const labels = chosen.map(({ label }) => label).join("、");
  return wrongUse(
    `このブックには計画が${chosen.length}つあります（${labels}）。最後の引数に計画の名前か表を指定してください。`,
  );
}

function knownSubject(cell: Exclude<GivenCell, typeof omitted>, chosen: Chosen): Subject | Refusal {
  const key = keyOf(cell);
  if (typeof key === "object") return key;
  if (chosen.length === 1) return inOnePlan(key, chosen[0]);
  return inSomePlan(key, chosen);
}

export function keyOf(cell: Exclude<GivenCell, typeof omitted>): string | number | Refusal {
  if (typeof cell === "string" && cell.length > 0 && cell.charCodeAt(0) > 35) return cell;
  const reading = readCell(cell);
  switch (reading.kind) {
    case "blank":
      return wrongUse(
        "対象のセルが空白です。番号（83）や指標名（「経常収支比率」など）を入力してください。PLAN.PROGRESS と PLAN.GRADE では、引数ごと省くと計画全体になります。",
      );
    case "error":
      return errorIn("対象", reading.shown);
    case "value":
      return typeof reading.value === "boolean"
        ? wrongUse(`対象が ${reading.value ? "TRUE" : "FALSE"} です。番号か名称を指定してください。`)
        : reading.value;
  }
}

function inOnePlan(key: string | number, source: SourcePlan): Subject | Refusal {
  const found = find(source.plan, key);
  switch (found.kind) {
    case "ambiguous":
      return ambiguous(key, source, found.candidates);
    case "unknown":
      return unknown(key, [{ source, suggestions: found.suggestions }]);
    default:
      return { source, found };
  }
}

/** With several plans and none named, a key that only one of them knows is clear all the same. */
function inSomePlan(key: string | number, chosen: Chosen): Subject | Refusal {
  const results = chosen.map((source) => ({ source, found: find(source.plan, key) }));
  const knowing = results.filter(({ found }) => found.kind !== "unknown");
  const [only, ...others] = knowing;
  if (only === undefined) {
    return unknown(
      key,
      results.map(({ source, found }) => ({
        source,
        suggestions: found.kind === "unknown" ? found.suggestions : [],
      })),
    );
  }
  if (others.length === 0) return inOnePlan(key, only.source);
  const labels = knowing.map(({ source }) => source.label).join("、");
  return wrongUse(
    `${quoted(key)}は${knowing.length}つの計画にあります（${labels}）。最後の引数に計画の名前か表を指定してください。`,
  );
}

function ambiguous(key: string | number, { label }: SourcePlan, candidates: readonly Candidate[]): Refusal {
  const shown = candidates.slice(0, 5).map((each) => `「${each.key}」＝${each.label}`);
  const more = candidates.length > 5 ? `、ほか${candidates.length - 5}件` : "";
  return wrongUse(
    `${quoted(key)}は${label}で一つに決まりません。候補：${shown.join("、")}${more}。「」の中の書き方で指定してください。`,
  );
}

interface Missed {
  source: SourcePlan;
  suggestions: readonly Candidate[];
}

function unknown(key: string | number, missed: readonly Missed[]): Refusal {
  const labels = missed.map(({ source }) => source.label).join("、");
  const near = missed.flatMap(({ suggestions }) => suggestions).slice(0, 3 * Math.min(missed.length, 2));
  const nearest = near.length === 0 ? "" : `近いもの：${near.map((each) => `「${each.key}」`).join("、")}。`;
  const year = looksLikeYear(key) ? "年度を指定するときは、2番目の引数に入力してください。" : "";
  return notThere(`${quoted(key)}は${labels}にありません。${nearest}${year}${zeroHint(key)}`);
}

function looksLikeYear(key: string | number): boolean {
  const year = parseYear(key);
  return year !== null && year > 1950;
}
