/** Which years of a plan's table are in sight: columns are shown and hidden, nothing is rewritten. */
import { type Year } from "../../plan/plan";
import { formatYear } from "../../plan/year";
import { type WorkbookPlan } from "../../sheets";
import { yearChoices } from "../parts/year-choices";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function showYear(plan: string, year: Year | "all"): Promise<Undertaken<object>> {
  return undertake(
    "年度の表示",
    async () => {
      const sheets = await workbook();
      const shown = await sheets.showYear(plan, year);
      // Whoever asks for columns wants to see them.
      return shown.ok ? sheets.selectPlace({ plan }) : shown;
    },
    () =>
      year === "all"
        ? "シートにすべての年度の列を出しました。"
        : `シートに${formatYear(year)}の列を出しました。`,
  );
}

/** The columns of the year in every plan that has it; answers with the sheets that could not follow. */
export async function turnToYear(plans: readonly WorkbookPlan[], year: Year): Promise<string[]> {
  const sheets = await workbook();
  const left: string[] = [];
  for (const { plan, sheet } of plans) {
    if (plan.indicators.length === 0 || !yearChoices([plan], null).includes(year)) continue;
    const shown = await sheets.showYear(plan.id, year);
    if (!shown.ok) left.push(sheet);
  }
  return left;
}
