/** 達成率 and 進捗率, every direction and every irregular case: the door to the files that know them. */

export type {
  DownFormula,
  Interim,
  PartRate,
  Printed,
  Rate,
  RateInput,
  RateOfOptions,
  RateOptions,
  RateState,
  RateValue,
  StateName,
} from "./rate";
export { printState, STATE_NAMES } from "./rate";
export { rate } from "./of-values";
export { rateOf } from "./indicator";
export { looksLikeFraction } from "./fraction";
