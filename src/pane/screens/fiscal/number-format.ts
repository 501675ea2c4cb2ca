/** How the numbers of an indicator are shown in a cell: its decimals and its unit, as the plan prints them. */
import { numberFormatOf } from "../../../sheets/cell-values";
import { type FiscalRow } from "./fiscal-rows";

export const percentFormat = "0.0%";

export function formatOf({ indicator }: Pick<FiscalRow, "indicator">): string {
  const texts = [
    ...(indicator.baseline === null ? [] : [indicator.baseline.text]),
    ...Object.values(indicator.targets),
    ...Object.values(indicator.actuals ?? {}),
  ];
  return numberFormatOf(texts, indicator.unit);
}
