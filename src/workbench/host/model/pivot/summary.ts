/** One value of many: the functions a PivotTable summarizes by. */
import { isError, type CellError, type CellValue } from "../cells/cell";

const DIVISION: CellError = { kind: "error", code: "#DIV/0!" };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Sum of squared distances from the mean, over the count less `less`. */
const variance = (numbers: readonly number[], less: 0 | 1): number | CellError => {
  const count = numbers.length - less;
  if (count < 1) return DIVISION;
  const mean = sum(numbers) / numbers.length;
  return sum(numbers.map((one) => (one - mean) ** 2)) / count;
};

const root = (squared: number | CellError): number | CellError =>
  typeof squared === "number" ? Math.sqrt(squared) : squared;

/** Over what is not blank: its numbers, and how many entries there are. */
const FUNCTIONS: Readonly<
  Record<string, (numbers: readonly number[], filled: number) => number | CellError>
> = {
  Sum: sum,
  Count: (_, filled) => filled,
  CountNumbers: (numbers) => numbers.length,
  Average: (numbers) => (numbers.length === 0 ? DIVISION : sum(numbers) / numbers.length),
  Max: (numbers) => numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? 0),
  Min: (numbers) => numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? 0),
  Product: (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, one) => product * one, 1)),
  StandardDeviation: (numbers) => root(variance(numbers, 1)),
  StandardDeviationP: (numbers) => root(variance(numbers, 0)),
  Variance: (numbers) => variance(numbers, 1),
  VarianceP: (numbers) => variance(numbers, 0),
};

/** null where there is nothing to summarize: the cell stays empty. An error among the values is the result. */
export const summarize = (summarizeBy: string, values: readonly CellValue[]): CellValue => {
  const filled = values.filter((value) => value !== null && value !== "");
  if (filled.length === 0) return null;
  const error = filled.find(isError);
  if (error && !summarizeBy.startsWith("Count")) return error;
  const numbers = filled.filter((value) => typeof value === "number");
  return FUNCTIONS[summarizeBy]?.(numbers, filled.length) ?? null;
};

/** A field of numbers is summed at first, one with texts in it counted. */
export const usualSummary = (values: readonly CellValue[]): "Sum" | "Count" => {
  const filled = values.filter((value) => value !== null && value !== "");
  return filled.length > 0 && filled.every((value) => typeof value === "number" || isError(value))
    ? "Sum"
    : "Count";
};
