/** The years a person can choose from: every year of the plans. */
import { type Plan, type Year } from "../../plan/plan";

export function yearChoices(plans: readonly Plan[], chosen: Year | null): Year[] {
  const years = new Set(chosen === null ? [] : [chosen]);
  for (const { period, indicators } of plans) {
    const [first, last] = period;
    // A period nobody could read has no years; one that is absurdly long is cut.
    for (let year = first; first > 0 && year <= Math.min(last, first + 50); year++) years.add(year);
    for (const { targets } of indicators) for (const year of Object.keys(targets)) years.add(Number(year));
  }
  return [...years].sort((one, other) => one - other);
}
