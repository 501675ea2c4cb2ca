/** What another scale or other methods would do to a plan: how many items get another grade, from which to which. */
import { type Plan, type Year } from "../../../plan/plan";
import { type Scale } from "../../../plan/scales/scale";
import { summarize } from "../../../plan/summary/summary";
import { type ItemResult } from "../../../plan/summary/shape";

export interface GradeMove {
  from: string;
  to: string;
  count: number;
}

export interface GradeChanges {
  /** Items, each once: a 再掲 counts with its original. */
  items: number;
  /** Items with a grade on either scale. */
  graded: number;
  changed: number;
  moves: GradeMove[];
  /** The plan records its judgements: no scale changes them. */
  recorded: boolean;
}

/** A plan as it would be judged. */
export interface Judged {
  plan: Plan;
  scale: Scale;
}

/** Both have the same items. */
export function gradeChanges(year: Year, before: Judged, after: Judged): GradeChanges {
  const one = summarize(before.plan, { year, scale: before.scale });
  const other = summarize(after.plan, { year, scale: after.scale });
  const moves = new Map<string, GradeMove>();
  let items = 0;
  let graded = 0;
  let changed = 0;
  one.items.forEach((item, at) => {
    if (item.sameAs !== null) return;
    const then = other.items[at];
    if (then === undefined) return;
    items += 1;
    const [from, to] = [gradeName(item), gradeName(then)];
    if (item.grade.kind === "grade" || then.grade.kind === "grade") graded += 1;
    if (from === to) return;
    changed += 1;
    const move = moves.get(`${from}\n${to}`) ?? { from, to, count: 0 };
    moves.set(`${from}\n${to}`, { ...move, count: move.count + 1 });
  });
  return {
    items,
    graded,
    changed,
    moves: [...moves.values()].sort((a, b) => b.count - a.count),
    recorded: one.basis === "recorded",
  };
}

function gradeName({ grade }: ItemResult): string {
  return grade.kind === "grade" ? grade.name : grade.state;
}

export function changesSentence({ items, graded, changed }: GradeChanges): string {
  if (graded === 0)
    return `評価のある項目はまだありません（${items}項目中）。実績値を入れると、変えたときの違いがここに出ます。`;
  if (changed === 0) return `評価が変わる項目はありません（評価のある ${graded}項目中）。`;
  return `${changed}項目の評価が変わります（評価のある ${graded}項目中）。`;
}
