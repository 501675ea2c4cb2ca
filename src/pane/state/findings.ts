/** The findings of 点検 for every plan of the workbook, looked for again in idle time whenever the sheets change. */
import { type Acceptance, withAcceptances } from "../../plan/acceptance";
import { type Finding } from "../../plan/check";
import { type FindingRow, type Operations, type WorkbookPlan } from "../../sheets";
import { book } from "./book";
import { idle } from "./idle";
import { pane } from "./pane-state";
import { createStore } from "./store";

export interface FindingsState {
  /** By plan id, accepted ones included; null while nobody has looked. */
  byPlan: ReadonlyMap<string, readonly Finding[]> | null;
  /** The plans were changed after this was found: a new look is under way. */
  looking: boolean;
  accepted: readonly Acceptance[];
  /** Why the last look came to nothing; null where it did not. */
  failed: string | null;
}

export const findings = createStore<FindingsState>({
  byPlan: null,
  looking: false,
  accepted: [],
  failed: null,
});

/** Below this many rows all rules together take less than a frame or two. */
const small = 1_000;
const rulesAtOnce = 4;

/** All findings of a plan, in pieces between which the page can answer a person; null when told to stop. */
export async function checkInPieces(
  plan: WorkbookPlan["plan"],
  accepted: readonly Acceptance[],
  isStale: () => boolean,
): Promise<Finding[] | null> {
  // The rules are many and nothing is drawn with them.
  const { checkPlan, RULES } = await import(/* webpackChunkName: "check" */ "../../plan/check");
  const atOnce = plan.nodes.length + plan.indicators.length <= small ? RULES.length : rulesAtOnce;
  const found: Finding[] = [];
  for (let from = 0; from < RULES.length; from += atOnce) {
    await idle();
    if (isStale()) return null;
    found.push(...checkPlan(plan, { rules: RULES.slice(from, from + atOnce) }));
  }
  return withAcceptances(found, accepted);
}

/** What is still open, for the badge on 点検: also what could not be read of the sheets, which no rule can see. */
export function countOpen(
  all: Iterable<readonly Finding[]>,
  plans: readonly Pick<WorkbookPlan, "problems">[] = [],
): { errors: number; warnings: number } {
  let errors = plans.flatMap(({ problems }) =>
    problems.filter(({ severity }) => severity === "error"),
  ).length;
  let warnings = 0;
  for (const each of all) {
    for (const { severity, acceptance } of each) {
      if (acceptance !== null) continue;
      if (severity === "error") errors += 1;
      else if (severity === "warning") warnings += 1;
    }
  }
  return { errors, warnings };
}

/** The rows of the 点検 sheet that somebody accepted, as the rules know them. */
export function acceptancesOf(rows: readonly FindingRow[]): Acceptance[] {
  return rows.flatMap(({ rule, key, accepted }) =>
    accepted === null
      ? []
      : [
          {
            rule,
            node: null,
            indicator: null,
            year: null,
            fingerprint: key,
            by: accepted.by,
            reason: accepted.why,
            at: accepted.on,
          },
        ],
  );
}

/** Reads 了承 from the 点検 sheet; findings already known are judged by them at once. */
export async function refreshAccepted({ readAccepted }: Pick<Operations, "readAccepted">): Promise<void> {
  const answer = await readAccepted();
  if (!answer.ok) return;
  const accepted = acceptancesOf(answer.findings);
  const { byPlan } = findings.get();
  const judged =
    byPlan === null
      ? null
      : new Map(
          [...byPlan].map(([plan, found]) => [
            plan,
            withAcceptances(
              found.map((each) => ({ ...each, acceptance: null })),
              accepted,
            ),
          ]),
        );
  findings.set({ accepted, byPlan: judged });
  if (judged !== null) pane.set({ findings: countOpen(judged.values(), book.get().plans) });
}

let look = (): Promise<void> => Promise.resolve();

/** Where the last look came to nothing. */
export function lookAgain(): void {
  void look();
}

/** From now on the findings follow the store of the workbook. */
export function followFindings(): () => void {
  let round = 0;
  let seen: readonly WorkbookPlan[] | null = null;
  look = async () => {
    const { plans, status } = book.get();
    if (status !== "read" || plans === seen) return;
    seen = plans;
    const mine = ++round;
    const isStale = (): boolean => mine !== round;
    if (plans.length === 0) {
      findings.set({ byPlan: new Map(), looking: false });
      pane.set({ findings: null });
      return;
    }
    findings.set({ looking: true, failed: null });
    try {
      const byPlan = new Map<string, readonly Finding[]>();
      for (const { plan } of plans) {
        const found = await checkInPieces(plan, findings.get().accepted, isStale);
        if (found === null) return;
        byPlan.set(plan.id, found);
      }
      findings.set({ byPlan, looking: false });
      pane.set({ findings: countOpen(byPlan.values(), plans) });
    } catch (failure) {
      // The rules could not be fetched: the next look tries again.
      seen = null;
      findings.set({ looking: false, failed: failure instanceof Error ? failure.message : String(failure) });
    }
  };
  const unsubscribe = book.subscribe(() => void look());
  void look();
  return () => {
    round += 1;
    unsubscribe();
  };
}
