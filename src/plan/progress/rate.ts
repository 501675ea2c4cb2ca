/** What a rate is: a fraction with how it came about, or a reasoned state. Never a bare 0, never blank. */

import type { Direction, Method, Year } from "../plan";
import type { Target } from "../target";

/** Why there is no rate. 未入力: nobody has entered it yet. 対象外: deliberately not measured. 判定不能: it is there, but proves nothing. */
export type StateName = "未入力" | "対象外" | "判定不能";

export const STATE_NAMES = ["未入力", "対象外", "判定不能"] as const satisfies readonly StateName[];

export interface RateState {
  kind: "state";
  state: StateName;
  /** The few words shown in brackets: 判定不能（方向 未設定）. */
  cause: string;
  /** A sentence that begins with the cause and says what to do. */
  reason: string;
  /** Each part's own rate, where the target is printed for several groups. */
  parts?: PartRate[];
}

export interface RateValue {
  kind: "rate";
  /** A fraction: 0.987. Not capped, not rounded, negative when the value went the wrong way. Reached ⇔ ≥ 1. */
  value: number;
  method: Method;
  /** How it was computed, as the pane shows it: 実績÷目標. */
  formula: string;
  /** Each part's own rate, where the target is printed for several groups; the worst part gave `value`. */
  parts?: PartRate[];
  /** There while the year is before the target's year: such a 進捗率 has no grade yet. */
  interim?: Interim;
}

export type Rate = RateValue | RateState;

export interface PartRate {
  label: string;
  rate: Rate;
}

/** Where in its period a 進捗率 was taken. */
export interface Interim {
  year: Year;
  targetYear: Year;
  /** 経過率: the share of the period that has passed at the end of the year, between 0 and 1. null: nobody says when it began. */
  elapsed: number | null;
}

/** A value as a number, as printed in a cell, or already read. */
export type Printed = number | string | null | undefined | Target;

export type DownFormula = "目標÷実績" | "2−実績÷目標";

export interface RateOptions {
  /** Unit of the indicator: where it is ％, an actual such as 0.5 against 50 is held back as 割合の疑い. */
  unit?: string | null;
  /** Name of the indicator: in four fiscal ratios an actual "－" means 該当なし, which is met. */
  name?: string;
  /** How a `down` indicator is computed. Default 目標÷実績. */
  downFormula?: DownFormula;
  /** Which way is good for `keep`. Default up: 維持 means not falling below. */
  keepBetter?: "up" | "down";
  /** Words of the indicator's own path in later years: having done more than this year's milestone is enough. */
  laterWords?: readonly string[];
  /** The value a comparison such as 類似団体平均以下 is held against. */
  comparator?: Printed;
}

export interface RateInput extends RateOptions {
  actual: Printed;
  target: Printed;
  baseline?: Printed;
  /** Not given: up. `null`: the plan does not say, 判定不能（方向 未設定）. */
  direction?: Direction | null;
  /** Default 達成率. */
  method?: Method;
}

export interface RateOfOptions extends Omit<RateOptions, "laterWords" | "unit" | "name"> {
  /** The plan's period, for 経過率. Without it the year after the baseline is the first. */
  period?: readonly [Year, Year];
  /** 累計 whose cells hold each year's own value, to be summed. Default: only where the indicator's note says so. */
  summed?: boolean;
}

export function noRate(state: StateName, cause: string, advice: string): RateState {
  return { kind: "state", state, cause, reason: `${cause}：${advice}` };
}

/** 判定不能（方向 未設定）, or just 未入力 where the cause would say the same again. */
export function printState(state: RateState): string {
  return state.cause === state.state ? state.state : `${state.state}（${state.cause}）`;
}
