/** What the cards of 進捗 say: counts, what is missing, the mean with its gaps, the grade with who set it, and the shares per grade. */
import { originNote, printGrade } from "../../../plan/scales/grade";
import { shareOf } from "../../../plan/percent";
import { STATE_NAMES } from "../../../plan/progress/rate";
import { RATING_SCALES } from "../../../plan/scales/bundled";
import { type GradeCount, type PlanSummary, type Roll, type Tally } from "../../../plan/summary/summary";
import { reprint } from "../../parts/print-rate";
import { type Decimals } from "../../state/preferences";

/** Beside a word or a number that no plan prints; the note under the cards says what it means. */
export const OURS = "※";

export interface Count {
  name: string;
  count: number;
}

export interface Shares {
  /** 評価, 進捗区分. */
  name: string;
  judged: number;
  grades: readonly GradeCount[];
}

export interface Overview {
  /** 取組項目 146, 判定 143. */
  counts: Count[];
  states: Count[];
  /** 98.7 %（143/146）, or the state in its place; null in a plan of recorded judgements. */
  mean: string | null;
  /** 進捗率 on the way to a target year still ahead. */
  interim: string | null;
  /** 成果があった※; null where there is none to give. */
  grade: string | null;
  gradeReason: string | null;
  /** 目標達成+概ね達成, or A+B. */
  best: GradeCount | null;
  shares: Shares[];
  /** Whose words and numbers these are, where they are not the plan's. */
  notes: string[];
}

export function overviewOf(summary: PlanSummary, decimals: Decimals = 1): Overview {
  const { total, basis, itemLevel, scale } = summary;
  const computed = basis === "computed";
  return {
    counts: [
      { name: itemLevel, count: total.n },
      { name: "判定", count: total.judged },
    ],
    states: STATE_NAMES.map((name) => ({ name, count: total.states[name] })),
    mean: computed ? reprint(total.printed, total.rate, decimals) : null,
    interim:
      total.interim === null
        ? null
        : `期間中の進捗率 ${total.interim.printed}（指標${total.interim.count}件）`,
    grade: computed ? gradeWord(total) : null,
    gradeReason: total.grade.kind === "state" && computed ? total.grade.reason : null,
    best: bestShare(total),
    shares: computed ? [sharesOf("評価", total)] : total.recorded.map((each) => sharesOf(each.scale, each)),
    notes: computed ? said([originNote(scale), ...ratingNotes(summary)]) : [],
  };
}

export function gradeWord({ grade }: Pick<Roll, "grade">): string {
  return grade.kind === "grade" && (grade.nameFrom === "アドイン" || grade.numberFrom === "アドイン")
    ? `${grade.name}${OURS}`
    : printGrade(grade);
}

function sharesOf(name: string, { judged, grades }: Tally): Shares {
  return { name, judged, grades };
}

function ratingNotes({ total, headings }: PlanSummary): (string | null)[] {
  const used = new Set(
    [total, ...headings].flatMap(({ grade }) => (grade.kind === "grade" ? [grade.scale] : [])),
  );
  return RATING_SCALES.filter(({ name }) => used.has(name)).map((scale) => {
    const note = originNote(scale);
    return note === null ? null : `${scale.name === "総合" ? "総合評価" : `${scale.name}の評価`}：${note}`;
  });
}

function said(notes: readonly (string | null)[]): string[] {
  return notes.filter((note): note is string => note !== null);
}

/** Best letters of a recorded judgement that the plans add up: 入間 reports A+B. */
const BEST: Readonly<Record<string, readonly string[]>> = { 進捗区分: ["A", "B"] };

/** 目標達成+概ね達成, or A+B: how many, and their share of the judged. null where the plan adds up nothing. */
export function bestShare(roll: Pick<Roll, "met" | "judged" | "grades" | "scale">): GradeCount | null {
  if (roll.met !== null) return roll.met;
  const best = BEST[roll.scale];
  if (best === undefined) return null;
  const count = roll.grades.reduce((sum, each) => (best.includes(each.name) ? sum + each.count : sum), 0);
  return { name: best.join("+"), count, share: shareOf(count, roll.judged) };
}
