/**
 * What a plan is: a tree of nodes whose levels are data, indicators that hang on nodes, recorded judgements,
 * and where each came from. The shape is the file format `plan/1` itself, so a file needs checking but no conversion.
 */

/** A fiscal year (年度) is the western year it starts in: 令和3年度 = 2021. In JSON it is an object key, hence a string there. */
export type Year = number;

/** What counts as better. `keep` wants the value unchanged, `band` wants it inside limits such as 3〜5. */
export type Direction = "up" | "down" | "keep" | "band";

/** 達成率 compares with the year's target, 進捗率 walks from the baseline to the target. */
export type Method = "達成率" | "進捗率";

export interface Plan {
  format: "plan/1";
  id: string;
  municipality: string;
  /** Six-digit 全国地方公共団体コード, check digit included. */
  code: string;
  title: string;
  /** First and last fiscal year, both inside the period. */
  period: [Year, Year];
  source: { title: string };
  /** Slips of the printed (or scanned) document that were put right on the way in. */
  corrections: Correction[];
  expects: Expectation;
  /** Level names from the top down. */
  levels: string[];
  nodes: PlanNode[];
  indicators: Indicator[];
  assessments: Assessment[];
}

export interface Correction {
  /** What the document prints. */
  printed: string;
  /** What it must mean. */
  meant: string;
  /** Where: a line or an item, in words a person can follow. */
  where: string;
}

/** What this plan prints, so that 点検 asks for no more than that. */
export interface Expectation {
  /** The level somebody is responsible for, e.g. 取組項目. */
  level: string;
  departments: boolean;
  targets: "yearly" | "final" | "none";
}

export interface PlanNode {
  id: string;
  /** null for a node at the top. */
  parent: string | null;
  level: string;
  /** As printed, half-width: "83", "(1)", "第1章". null where the document gives none. */
  number: string | null;
  name: string;
  departments: string[];
  /** The item has a 備考 in the document; its text is never bundled. */
  remark?: boolean;
  /** 備考 of a user's own plan. Never present in the bundled files. */
  remarkText?: string;
  /** A 再掲: the id of the original, where the indicators and actuals live. */
  sameAs?: string;
  /** 取組内容 of a user's own plan. Never present in the bundled files. */
  detail?: string;
}

export interface Indicator {
  id: string;
  /** Id of the node it belongs to. */
  node: string;
  name: string;
  unit: string | null;
  /** null: the document does not say and nobody could tell. Never guessed at use. */
  direction: Direction | null;
  /** KGI, KPI, 成果指標, まちづくり目標値 … as the document calls it; null where it does not. */
  kind: string | null;
  /** 累計: each value is the running total since the start. */
  cumulative: boolean;
  /** Short remark printed with the indicator, such as 隔年調査. */
  note: string | null;
  baseline: Baseline | null;
  /** Year → what is printed, digits half-width. A year with no cell is absent; a printed dash is "－". */
  targets: Record<string, string>;
  /** Year → what was entered. Only in a user's own workbook or file, never in a bundled plan. */
  actuals?: Record<string, string>;
  /** Overrides the default choice of 達成率 or 進捗率. */
  method?: Method;
}

export interface Baseline {
  year: Year | null;
  text: string;
}

/** Judgements a document records instead of (or beside) numbers: 入間's three letters. */
export interface Assessment {
  node: string;
  /** Scale name → letter, or letters where the document marks several. */
  marks: Record<string, string | string[]>;
  departments: string[];
}

/** Something wrong with a document or file: what, where, what to do. Never an exception. */
export interface Problem {
  message: string;
  /** Line of a text (from 1), where the problem was found in a text. */
  line?: number;
  /** JSON path such as `nodes[3].parent`, where the problem was found in a plan file. */
  path?: string;
  /** `error` problems stop the plan from being used; `warning` ones do not. */
  severity: "error" | "warning";
}
