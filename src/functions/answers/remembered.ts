/** Answers given before: a sheet asks the same again at every recalculation, and a plan that changed is another `SourcePlan`. */
import { type Answer } from "../definition";
import { type GivenCell } from "../each-cell";
import { type SourcePlan } from "../plans/source-plan";

export interface Remembered {
  /** What one plan answered in one year, by key. */
  in(source: SourcePlan, year: string | number): Map<GivenCell, Answer>;
}

/** What a program generates should not fill the memory. */
const mostAnswers = 50_000;

export function remembered(): Remembered {
  const plans = new WeakMap<SourcePlan, Map<string | number, Map<GivenCell, Answer>>>();
  return {
    in(source, year) {
      const years = plans.get(source) ?? new Map<string | number, Map<GivenCell, Answer>>();
      plans.set(source, years);
      const answers = years.get(year) ?? new Map<GivenCell, Answer>();
      if (answers.size >= mostAnswers) answers.clear();
      if (years.size >= mostYears) years.clear();
      years.set(year, answers);
      return answers;
    },
  };
}

/** Years as they are written: R5, 令和5, 2023. */
const mostYears = 200;
