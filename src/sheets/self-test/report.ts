/** The self-test's report: what a planner sees, and the text to send to whoever looks after the add-in. */

import { type Seen, type SeenValue } from "./check";

export type Verdict = "一致" | "違う" | "試せない";

export interface Entry {
  id: string;
  /** What is taken to be so. */
  fact: string;
  verdict: Verdict;
  /** What was seen, or why it could not be tried. */
  seen: string;
}

export interface Environment {
  [name: string]: string;
}

export interface SelfTestReport {
  environment: Environment;
  entries: Entry[];
  /** What the self-test could not take away again. */
  left: string[];
}

const mostDifferences = 20;

/** The differences in words; none, where everything is as expected. */
export function differencesOf(expected: Seen, seen: Seen): string[] {
  const labels = [...new Set([...Object.keys(expected), ...Object.keys(seen)])];
  return labels
    .filter((label) => expected[label] !== seen[label])
    .map((label) => `${label}：${shown(seen[label])}（見込み ${shown(expected[label])}）`);
}

export function entryOf(id: string, fact: string, expected: Seen, seen: Seen): Entry {
  const differences = differencesOf(expected, seen);
  if (differences.length === 0) return { id, fact, verdict: "一致", seen: inWords(seen) };
  const more = differences.length - mostDifferences;
  const told = differences.slice(0, mostDifferences);
  return {
    id,
    fact,
    verdict: "違う",
    seen: [...told, ...(more > 0 ? [`ほか${more}か所`] : [])].join("\n"),
  };
}

/** A step of the scenario sees hundreds of cells: that they are as expected is enough. */
function inWords(seen: Seen): string {
  const all = Object.entries(seen);
  if (all.length > 8) return `${all.length}か所を確かめました`;
  return all
    .map(([label, value]) => `${label}：${shown(value)}`)
    .join("、")
    .slice(0, 400);
}

function shown(value: SeenValue | undefined): string {
  if (value === undefined) return "なし";
  return typeof value === "string" ? `「${value}」` : String(value).toUpperCase();
}

export function countOf(entries: readonly Entry[], verdict: Verdict): number {
  return entries.filter((entry) => entry.verdict === verdict).length;
}

export function reportText({ environment, entries, left }: SelfTestReport): string {
  const verdicts: readonly Verdict[] = ["一致", "違う", "試せない"];
  return [
    "計画アドイン 自己検査の報告",
    ...Object.entries(environment).map(([name, value]) => `${name}：${value}`),
    verdicts.map((verdict) => `${verdict} ${countOf(entries, verdict)}`).join("、"),
    left.length === 0 ? "ブックは空に戻りました。" : `片付けられなかったもの：${left.join("、")}`,
    "",
    // What differs is what is wanted: it comes first.
    ...[...verdicts.slice(1), verdicts[0]].flatMap((verdict) =>
      entries
        .filter((entry) => entry.verdict === verdict)
        .map(({ id, fact, seen }) => `[${verdict}] ${id}\n  ${fact}\n  ${seen.replaceAll("\n", "\n  ")}`),
    ),
  ].join("\n");
}
