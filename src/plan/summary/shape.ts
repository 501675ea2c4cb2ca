/** What a roll-up says: counts, shares, means with their gaps, ratings, for every heading, department and the whole plan. */

import type { Grade, Rating } from "../scales/grade";
import type { JudgementScale } from "../scales/judgements";
import type { Year } from "../plan";
import type { Rate, RateOfOptions, StateName } from "../progress/rate";
import type { Scale } from "../scales/scale";
import type { ScaleName } from "../scales/bundled";

export interface SummaryOptions {
  /** Default: the last year of the period. */
  year?: Year;
  /** The level whose headings make the table's rows. Default: the highest that has more than one heading. */
  level?: string;
  /** Only items of these 担当課; all where not given. */
  departments?: readonly string[];
  /** Default: 4段階. */
  scale?: ScaleName | (string & {}) | Scale | null;
  /** How an item follows from its indicators. Default: the mean of the judged ones. */
  aggregation?: "mean" | "worst";
  /** How much of an indicator's rate counts, as a fraction. Default 1, or the scale's highest line where that is above 100 %. */
  cap?: number;
  /** Whether a 再掲 counts once in a total that contains it and its original, or as often as it is printed. Default: once. */
  repeats?: "once" | "asPrinted";
  /** Grade a 進捗率 before its target year by 進捗率÷経過率. Default: no. */
  byElapsed?: boolean;
  /** How rates come about, for all indicators. */
  rates?: RateOfOptions;
  /** Ratings from the share of met items; null for none. Default: as 加須 prints them, in a plan with the level 目標. */
  ratings?: RatingPractice | null;
  /** Letters of recorded judgements, best first. Default: 入間's three scales. */
  judgements?: readonly JudgementScale[];
}

/** Which headings a plan rates by the share of items that met their target, and with which words. */
export interface RatingPractice {
  /** Grades that count as met. */
  met: readonly string[];
  /** Level → rating scale. */
  levels: Readonly<Record<string, string | Scale>>;
  /** The rating scale of the whole plan. */
  total: string | Scale | null;
}

export type StateCounts = Record<StateName, number>;

export interface GradeCount {
  name: string;
  count: number;
  /** Percentage of the judged, as printed: 37.5. null where nothing is judged. */
  share: number | null;
}

/** n = judged + 未入力 + 対象外 + 判定不能, and judged = the sum of the grades: always. */
export interface Tally {
  /** The scale of grades, or the name of the recorded judgement: 4段階, 進捗区分. */
  scale: string;
  n: number;
  judged: number;
  states: StateCounts;
  grades: GradeCount[];
}

/** How many indicators a mean rests on, and how many it had to do without. */
export interface IndicatorCounts {
  n: number;
  judged: number;
  states: StateCounts;
}

/** One line of a roll-up. n counts items; in a plan of recorded judgements it counts the judgements. */
export interface Roll extends Tally {
  kind: "total" | "heading" | "department" | "departments";
  /** Id of the heading; the department's name; 合計. */
  key: string;
  node: string | null;
  parent: string | null;
  level: string | null;
  number: string | null;
  name: string;
  depth: number;
  /** The mean of the judged items, or why there is none. */
  rate: Rate;
  /** `98.7 %（143/146）`: a mean that had to do without some indicators always says so. */
  printed: string;
  indicators: IndicatorCounts;
  /** Items with a grade that counts as met, and the others; null where the plan rates nothing. */
  met: GradeCount | null;
  notMet: GradeCount | null;
  /** The word for the share of met items, held back while something is 未入力. */
  rating: Rating | null;
  /** The rating where the plan prints one, else the grade of the mean; a plan of recorded judgements has none. */
  grade: Grade;
  /** 進捗率 on the way to a target year still ahead: shown beside, never graded. */
  interim: InterimMean | null;
  /** Recorded judgements, a tally per scale; empty where the plan records none. */
  recorded: Tally[];
}

export interface InterimMean {
  mean: number;
  printed: string;
  /** Indicators it is the mean of. */
  count: number;
  /** 経過率 at the end of the year, where all have the same. */
  elapsed: number | null;
}

export interface IndicatorResult {
  indicator: string;
  rate: Rate;
}

export interface ItemResult {
  node: string;
  /** The heading it stands under. */
  parent: string | null;
  depth: number;
  /** The original's id, where this is a 再掲. */
  sameAs: string | null;
  departments: string[];
  rate: Rate;
  printed: string;
  grade: Grade;
  counts: IndicatorCounts;
  measured: IndicatorResult[];
  /** Recorded judgements: scale → letters. */
  marks: Record<string, string[]>;
}

export interface PlanSummary {
  plan: string;
  title: string;
  municipality: string;
  year: Year;
  /** What n counts: 取組項目. */
  itemLevel: string;
  /** The level of `rows`; null in a plan without headings. */
  level: string | null;
  scale: Scale;
  aggregation: "mean" | "worst";
  repeats: "once" | "asPrinted";
  cap: number;
  /** Whether n, judged and grades of the rolls speak of computed grades or of the first recorded judgement. */
  basis: "computed" | "recorded";
  total: Roll;
  /** Every heading, in the plan's order. */
  headings: Roll[];
  /** The headings of `level`. */
  rows: Roll[];
  departments: {
    rows: Roll[];
    /** 延べ: an item of two 担当課 counts in each, so this is more than the plan's total. */
    total: Roll;
  };
  /** Items as printed, a 再掲 with its original's result. */
  items: ItemResult[];
  /** Heading by node id. */
  headingOf: ReadonlyMap<string, Roll>;
  /** Item by node id. */
  itemOf: ReadonlyMap<string, ItemResult>;
}
