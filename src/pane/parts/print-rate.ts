/** A rate as the pane shows it, with the digits a person wants. What is graded is always the one with one digit. */
import { type Decimals } from "../state/preferences";
import { type Rate } from "../../plan/progress/rate";
import { percentOf, printPercent } from "../../plan/percent";

/** 98.7 % — with more digits only as long as they do not say 100 for less than 100. */
export function printRate(fraction: number, decimals: Decimals): string {
  if (decimals === 1) return printPercent(fraction);
  if (percentOf(fraction) === null) return printPercent(fraction);
  const percent = Number((fraction * 100).toPrecision(13));
  const text = percent.toFixed(decimals);
  const highest = 100 - 10 ** -decimals;
  return fraction < 1 && Number(text) >= 100 ? `${highest.toFixed(decimals)} %` : `${text} %`;
}

/** A mean with what it had to do without, 98.7 %（143/146）: its rate with the digits a person wants. */
export function reprint(printed: string, rate: Rate, decimals: Decimals): string {
  return rate.kind === "rate"
    ? printed.replace(printPercent(rate.value), printRate(rate.value, decimals))
    : printed;
}
