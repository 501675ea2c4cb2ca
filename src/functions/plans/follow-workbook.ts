/** Keeps the functions' plans in step with the sheets: read at the start, told of every change, and then the cells Excel cannot see are asked again. */
import { type Operations, type WorkbookReading } from "../../sheets";
import { failWorkbookPlans, setWorkbookPlans } from "./workbook-plans";

/** What is needed of the sheets. The last two may be missing in an older set of operations. */
export type WorkbookReader = Pick<Operations, "readPlans"> &
  Partial<Pick<Operations, "watchPlans" | "refreshUnseen" | "readAccepted">>;

let reader: WorkbookReader | null = null;

/** From now on the functions follow this workbook. */
export async function followWorkbook(sheets: WorkbookReader): Promise<() => Promise<void>> {
  reader = sheets;
  const answer = await sheets.readPlans();
  if (answer.ok) await plansAreNow(answer.reading);
  else failWorkbookPlans(answer.message);
  const watch = await sheets.watchPlans?.(({ reading }) => void plansAreNow(reading));
  return async () => {
    if (reader === sheets) reader = null;
    if (watch?.ok === true) await watch.dispose();
  };
}

/** What the sheets say now. The pane calls it too, after it changed something: its own writes are not told by the watch. */
export async function plansAreNow(reading: WorkbookReading): Promise<void> {
  const accepted = reading.plans.length === 0 ? new Map<string, Set<string>>() : await acceptedFindings();
  setWorkbookPlans({
    evaluationYear: reading.evaluationYear,
    plans: reading.plans.map(({ plan, sheet, name, scale }) => ({
      plan,
      sheet,
      name,
      scale,
      accepted: accepted.get(plan.id) ?? new Set<string>(),
    })),
  });
  // A range argument is recalculated by Excel itself; the other cells have to be asked.
  await reader?.refreshUnseen?.();
}

/** Fingerprints of what the 点検 sheet records as accepted, by plan. */
async function acceptedFindings(): Promise<Map<string, Set<string>>> {
  const answer = await reader?.readAccepted?.();
  const accepted = new Map<string, Set<string>>();
  if (answer?.ok !== true) return accepted;
  for (const { plan, key } of answer.findings) {
    accepted.set(plan, (accepted.get(plan) ?? new Set<string>()).add(key));
  }
  return accepted;
}
