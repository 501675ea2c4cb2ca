/** The letters of recorded judgements, best first, as 入間's evaluation prints them. A plan with other letters brings its own. */

import type { Plan } from "../plan";

export interface JudgementScale {
  /** The name the marks of an assessment carry: 進捗区分. */
  name: string;
  marks: readonly string[];
}

export const JUDGEMENT_SCALES = [
  { name: "進捗区分", marks: ["A", "B", "C", "D", "E"] },
  { name: "取組区分", marks: ["あ", "い", "う", "え", "お"] },
  { name: "今後の方向性", marks: ["ア", "イ", "ウ", "エ", "オ"] },
] as const satisfies readonly JudgementScale[];

/** The scales a plan's judgements use, the known ones first and in their order, marks nobody declared at the end of theirs. */
export function judgementScalesOf(
  plan: Plan,
  known: readonly JudgementScale[] = JUDGEMENT_SCALES,
): JudgementScale[] {
  const used = new Map<string, Set<string>>();
  for (const { marks } of plan.assessments) {
    for (const name in marks) {
      const there = used.get(name) ?? new Set<string>();
      for (const mark of marksOf(marks[name])) there.add(mark);
      used.set(name, there);
    }
  }
  const order = (name: string) => {
    const at = known.findIndex((scale) => scale.name === name);
    return at === -1 ? known.length : at;
  };
  return [...used]
    .sort(([one], [other]) => order(one) - order(other))
    .map(([name, there]) => {
      const marks = known.find((scale) => scale.name === name)?.marks ?? [];
      const others = [...there].filter((mark) => !marks.includes(mark)).sort();
      return { name, marks: [...marks, ...others] };
    });
}

/** The letters of one judgement; none where the cell is empty. */
export function marksOf(mark: string | string[] | undefined): string[] {
  const marks = typeof mark === "string" ? [mark] : (mark ?? []);
  return marks.map((each) => each.normalize("NFKC").trim()).filter((each) => each !== "");
}
