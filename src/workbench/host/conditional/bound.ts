/** The number a bound of a scale, a bar or an icon set stands for among the numbers it is asked about. */
import type { CellValue } from "../calc/values";

export type Criterion = Readonly<Record<string, unknown>>;

export const isCriterion = (value: unknown): value is Criterion =>
  typeof value === "object" && value !== null;

/** undefined where a formula gives no number. */
export type Bound = (criterion: Criterion) => number | undefined;

const percentile = (sorted: readonly number[], share: number): number => {
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
};

/** `ask` gives a formula's or a number's value. */
export const boundsOf = (numbers: readonly number[], ask: (formula: unknown) => CellValue): Bound => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  return ({ type, formula }) => {
    const given = (): number | undefined => {
      const found = ask(formula);
      return typeof found === "number" ? found : undefined;
    };
    switch (type) {
      case "LowestValue":
        return least;
      case "HighestValue":
        return most;
      case "Percent":
        return least + ((most - least) * (given() ?? 0)) / 100;
      case "Percentile":
        return percentile(sorted, (given() ?? 0) / 100);
      default:
        return given();
    }
  };
};
