/** 担当課から戻った計画: which of its 実績値 are new here, which differ from what is entered, and which belong to no indicator of this plan. */

import type { CellChange } from "./checks/rule";
import type { Indicator, Plan, Year } from "./plan";
import { marksOf } from "./scales/judgements";
import { parseTarget } from "./target";
import { foldSpaces } from "./text-width";

export type ActualChange = Extract<CellChange, { kind: "actual" }>;

/** An actual nobody knows the row of, in the words of the document it came in. */
export interface UnknownAnswer {
  item: string;
  indicator: string;
  year: Year;
  value: string;
}

export interface Answers {
  /** Nothing is entered here yet. */
  fresh: ActualChange[];
  /** Something else is entered here. */
  differing: ActualChange[];
  /** How many are entered already, however they are written. */
  same: number;
  unknown: UnknownAnswer[];
}

/** Blank cells of the returned plan say nothing: a department that fills in its own rows leaves all others blank. */
export function answersIn(plan: Plan, returned: Plan): Answers {
  const find = finderIn(plan);
  const itemOf = itemNames(returned);
  const answers: Answers = { fresh: [], differing: [], same: 0, unknown: [] };
  const values = new Map<string, { indicator: Indicator; year: Year; given: [Indicator, string][] }>();
  for (const answer of returned.indicators) {
    for (const [written, text] of Object.entries(answer.actuals ?? {})) {
      if (text.trim() === "") continue;
      const year = Number(written);
      const indicator = find(answer, itemOf(answer));
      if (indicator === null) answers.unknown.push(unknownAnswer(answer, itemOf(answer), year, text));
      else {
        const key = `${indicator.id} ${year}`;
        const there = values.get(key) ?? { indicator, year, given: [] };
        there.given.push([answer, text.trim()]);
        values.set(key, there);
      }
    }
  }
  for (const { indicator, year, given } of values.values()) {
    const [first] = given;
    if (first === undefined) continue;
    const [, after] = first;
    if (given.some(([, other]) => !saysTheSame(other, after, indicator.unit))) {
      // The document contradicts itself, and nobody guesses.
      answers.unknown.push(
        ...given.map(([answer, text]) => unknownAnswer(answer, itemOf(answer), year, text)),
      );
      continue;
    }
    const before = indicator.actuals?.[year] ?? "";
    const change: ActualChange = { kind: "actual", indicator: indicator.id, year, before, after };
    if (before.trim() === "") answers.fresh.push(change);
    else if (saysTheSame(before, after, indicator.unit)) answers.same += 1;
    else answers.differing.push(change);
  }
  return answers;
}

function unknownAnswer({ name }: Indicator, item: string, year: Year, value: string): UnknownAnswer {
  return { item, indicator: name, year, value: value.trim() };
}

function itemNames({ nodes }: Plan): (indicator: Indicator) => string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return ({ node }) => names.get(node) ?? "";
}

/** An id counts where the item or the indicator is still called the same; without it both names have to, and only once. */
function finderIn(plan: Plan): (answer: Indicator, item: string) => Indicator | null {
  const itemOf = itemNames(plan);
  const byId = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
  const byNames = new Map<string, Indicator | null>();
  const namesOf = (item: string, name: string): string => `${foldSpaces(item)}\n${foldSpaces(name)}`;
  for (const indicator of plan.indicators) {
    const key = namesOf(itemOf(indicator), indicator.name);
    byNames.set(key, byNames.has(key) ? null : indicator);
  }
  return (answer, item) => {
    const same = byId.get(answer.id);
    if (same !== undefined && isCalled(same.name, answer.name)) return same;
    const named = byNames.get(namesOf(item, answer.name)) ?? null;
    if (named !== null) return named;
    return same !== undefined && isCalled(itemOf(same), item) ? same : null;
  };
}

function isCalled(one: string, other: string): boolean {
  return foldSpaces(one) === foldSpaces(other);
}

/** 1200, 1,200 and １,２００部 are one answer. */
function saysTheSame(one: string, other: string, unit: string | null): boolean {
  if (foldSpaces(one) === foldSpaces(other)) return true;
  const first = parseTarget(one);
  const second = parseTarget(other);
  if (first.kind !== "number" || second.kind !== "number" || first.value !== second.value) return false;
  return [first.unit, second.unit].every(
    (each) => each === null || foldSpaces(each) === foldSpaces(unit ?? each),
  );
}

/** How many recorded judgements of the returned plan are not what is recorded here: letter by letter of each scale, judgement by judgement of each item. */
export function judgementsDiffering(plan: Plan, returned: Plan): number {
  const here = marksByItem(plan);
  return [...marksByItem(returned)].reduce((sum, [node, given]) => {
    const own = here.get(node) ?? [];
    const differing = given.flatMap((marks, at) =>
      Object.entries(marks).filter(([scale, mark]) => {
        const letters = marksOf(mark);
        return letters.length > 0 && letters.join("") !== marksOf(own[at]?.[scale] ?? []).join("");
      }),
    );
    return sum + differing.length;
  }, 0);
}

function marksByItem({ assessments }: Plan): Map<string, Plan["assessments"][number]["marks"][]> {
  const found = new Map<string, Plan["assessments"][number]["marks"][]>();
  for (const { node, marks } of assessments) found.set(node, [...(found.get(node) ?? []), marks]);
  return found;
}
