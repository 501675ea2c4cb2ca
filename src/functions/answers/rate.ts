/** How a rate stands in a cell: a fraction for a percent format, or its state as a text that sums ignore. */
import { type Rate } from "../../plan/progress/rate";
import { type Scalar } from "../definition";

/**
 * The fraction as computed (0.987…): a cell formatted 0.0% shows what is graded. Only just below 1 would such a format print 100.0 %
 * for a missed target: there the cell holds 0.999, which is how it is printed.
 */
export function rateCell(rate: Rate): Scalar {
  if (rate.kind === "state") return rate.state;
  return fractionCell(rate.value);
}

export function fractionCell(fraction: number): Scalar {
  if (!Number.isFinite(fraction)) return "判定不能";
  return fraction > 0.999 && fraction < 1 ? 0.999 : fraction;
}
