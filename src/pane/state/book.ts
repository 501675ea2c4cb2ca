/** What the workbook holds, as the pane last read it: every screen is a view of this, the sheets are the data. */
import { plansAreNow } from "../../functions/plans/follow-workbook";
import { type Operations, type Refusal, type WorkbookPlan, type WorkbookReading } from "../../sheets";
import { createStore } from "./store";

export interface PlanChange {
  /** In milliseconds. */
  at: number;
  remote: boolean;
}

export interface BookState {
  /** `waiting`: nothing read yet. `refused`: Excel did not let us read; the sentence says why. */
  status: "waiting" | "read" | "refused";
  /** Still waiting, and for longer than a person expects. */
  slow: boolean;
  plans: readonly WorkbookPlan[];
  reading: WorkbookReading | null;
  refusal: Refusal | null;
  /** Id of the plan the screens speak of, where the workbook holds several. */
  chosen: string | null;
  /** A co-author changed something after we read: the view follows, and says so. */
  remote: boolean;
  /** When each plan's cells last changed while the pane was watching, and whether a co-author did it. */
  changes: Readonly<Record<string, PlanChange>>;
}

export const book = createStore<BookState>({
  status: "waiting",
  slow: false,
  plans: [],
  reading: null,
  refusal: null,
  chosen: null,
  remote: false,
  changes: {},
});

function accept(reading: WorkbookReading, remote: boolean): void {
  book.set((now) => ({
    status: "read",
    reading,
    plans: reading.plans,
    refusal: null,
    remote,
    chosen: reading.plans.some(({ plan }) => plan.id === now.chosen)
      ? now.chosen
      : (reading.plans[0]?.plan.id ?? null),
  }));
}

/** Reads the workbook now. Screens need not call it: the watch does, and so does every intention that changed something. */
export async function refreshBook({ readPlans }: Pick<Operations, "readPlans">): Promise<void> {
  const answer = await readPlans();
  if (answer.ok) {
    accept(answer.reading, false);
    // Our own writes are not told by the functions' watch. Not awaited: the pane need not wait for cells to recalculate.
    void plansAreNow(answer.reading);
  } else book.set({ status: "refused", refusal: answer });
}

/** From now on the store follows the sheets. */
export async function followBook(
  operations: Pick<Operations, "readPlans" | "watchPlans">,
): Promise<() => void> {
  await refreshBook(operations);
  const watch = await operations.watchPlans(({ reading, source }) => {
    const change = { at: Date.now(), remote: source === "remote" };
    const before = new Map(book.get().plans.map(({ plan }) => [plan.id, JSON.stringify(plan)]));
    accept(reading, change.remote);
    const changed = reading.plans.filter(({ plan }) => {
      const was = before.get(plan.id);
      return was !== undefined && was !== JSON.stringify(plan);
    });
    if (changed.length === 0) return;
    book.set(({ changes }) => ({
      changes: { ...changes, ...Object.fromEntries(changed.map(({ plan }) => [plan.id, change])) },
    }));
  });
  return watch.ok ? () => void watch.dispose() : () => undefined;
}

export function chosenPlan(state: BookState): WorkbookPlan | null {
  return state.plans.find(({ plan }) => plan.id === state.chosen) ?? null;
}

/** The plan the screens speak of from now on. */
export function choosePlan(id: string): void {
  if (book.get().plans.some(({ plan }) => plan.id === id)) book.set({ chosen: id });
}
