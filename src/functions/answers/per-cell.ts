/** The way most functions go: which plan, then for each cell of 対象 and 年度 the answer. */
import { type Year } from "../../plan/plan";
import { yearOf } from "../arguments/year";
import { type Answer, type Argument, type Definition, isRefusal, type Refusal } from "../definition";
import { eachCellOf, type GivenCell, isOmitted, omitted, oneCell, several } from "../each-cell";
import { type SourcePlan } from "../plans/source-plan";
import { remembered } from "./remembered";
import { type Chosen, isChosen, whichPlan } from "../plans/which-plan";
import { workbookVersion } from "../plans/workbook-plans";

/** `subject` finds what the cell means; `answer` says what it came to in the year. */
export function perCell<Meant extends { source: SourcePlan }>(
  subject: (cell: GivenCell, chosen: Chosen) => Meant | Refusal,
  answer: (meant: Meant, year: Year) => Answer,
  needs: { scale: boolean; year?: false },
): Definition["run"] {
  const asked = remembered();
  /** Most cells ask the plan and the year that the cell before asked. */
  let before: { plan: string; year: GivenCell; version: number; answers: Map<GivenCell, Answer> } | null =
    null;
  // A sheet makes this call thousands of times with the same few plans and years: what was answered before is handed over as it is.
  const one = (key: GivenCell, yearCell: GivenCell, chosen: Chosen, plan: Argument): Answer[][] => {
    const year = needs.year === false ? anyYear : yearCell;
    // Without a year, 評価年度 decides too; with several plans, all of them.
    if (chosen.length > 1 || !isPlain(year) || !isPlain(key)) return [[answered(key, yearCell, chosen)]];
    const answers = asked.in(chosen[0], year);
    const name = oneCell(plan);
    if (typeof name === "string")
      before = { plan: name, year: yearCell, version: workbookVersion(), answers };
    const known = answers.get(key);
    // The rows are made anew: kept for 20,000 keys, they would be the memory that a look-up waits for.
    if (known !== undefined) return [[known]];
    const fresh = answered(key, yearCell, chosen);
    answers.set(key, fresh);
    return [[fresh]];
  };
  const answered = (key: GivenCell, yearCell: GivenCell, chosen: Chosen): Answer => {
    const meant = subject(key, chosen);
    if (isRefusal(meant)) return meant;
    if (needs.year === false) return answer(meant, meant.source.plan.period[1]);
    const year = yearOf(yearCell, meant.source);
    return typeof year === "number" ? answer(meant, year) : year;
  };
  const inPlan = (keys: Argument, years: Argument, chosen: Chosen, plan: Argument): Answer[][] | Refusal => {
    const key = oneCell(keys);
    const year = oneCell(years);
    // A formula in a cell asks for one thing: no ranges to lay beside each other.
    if (key !== several && year !== several) return one(key, year, chosen, plan);
    return eachCellOf(
      [keys, years],
      ["対象", "年度"],
      ([each = omitted, when = omitted]) => one(each, when, chosen, plan)[0]?.[0] ?? "",
    );
  };
  return (keys, years, plan) => {
    const key = oneCell(keys);
    if (
      before?.version === workbookVersion() &&
      before.plan === oneCell(plan) &&
      before.year === oneCell(years)
    ) {
      const known = key === several ? undefined : before.answers.get(key);
      if (known !== undefined) return [[known]];
    }
    const chosen = whichPlan(plan, needs.scale || isOmitted(years) ? alsoWorkbook : planAlone);
    // Nearly always the plans are there.
    if (isChosen(chosen)) return inPlan(keys, years, chosen, plan);
    if (!(chosen instanceof Promise)) return chosen;
    return chosen.then((plans) => (isChosen(plans) ? inPlan(keys, years, plans, plan) : plans));
  };
}

const alsoWorkbook = { workbook: true } as const;
const planAlone = { workbook: false } as const;
const anyYear = "";

function isPlain(cell: GivenCell): cell is string | number {
  return typeof cell === "string" || typeof cell === "number";
}
