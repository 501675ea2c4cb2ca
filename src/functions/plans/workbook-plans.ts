/**
 * The plans of this workbook, in memory: what the sheets say, told by whoever reads them. A call made before they were read
 * waits; where nobody reads (no Excel, or a test of a body) there are none.
 */
import { foldKey } from "../../plan/keys/text";
import { type Plan, type Year } from "../../plan/plan";
import { type Scale } from "../../plan/scales/scale";
import { labelOf, nothingAccepted, type SourcePlan } from "./source-plan";

/** What is told of a plan that stands in a sheet. */
export interface LoadedPlan {
  plan: Plan;
  sheet: string;
  /** The defined name for formulas. */
  name?: string | null;
  scale?: Scale | null;
  accepted?: ReadonlySet<string>;
}

export interface LoadedPlans {
  plans: readonly LoadedPlan[];
  evaluationYear: Year | null;
}

export type WorkbookState =
  | { kind: "nobodyReads" }
  | { kind: "waiting" }
  | { kind: "read"; plans: readonly SourcePlan[]; evaluationYear: Year | null }
  | { kind: "failed"; message: string };

let state: WorkbookState = { kind: "nobodyReads" };
let version = 0;
let waiting: (() => void)[] = [];

/** Somebody is about to read the workbook: calls wait from now on. */
export function expectWorkbookPlans(): void {
  if (state.kind === "nobodyReads") change({ kind: "waiting" });
}

/** What the sheets say now. Everything that waited goes on. */
export function setWorkbookPlans({ plans, evaluationYear: year }: LoadedPlans): void {
  change({ kind: "read", evaluationYear: year, plans: plans.map(sourceOf) });
}

/** The sheets could not be read: calls that need them say so. A later reading mends it. */
export function failWorkbookPlans(message: string): void {
  // What was read before is still the best there is.
  if (state.kind !== "read") change({ kind: "failed", message });
}

/** Back to the beginning: another workbook, or a test. */
export function forgetWorkbookPlans(): void {
  change({ kind: "nobodyReads" });
}

export function workbookPlans(): WorkbookState {
  return state;
}

/** Grows whenever the plans change, for whoever keeps something derived from them. */
export function workbookVersion(): number {
  return version;
}

export function evaluationYear(): Year | null {
  return state.kind === "read" ? state.evaluationYear : null;
}

/** Calls `then` at once, or, while the workbook is being read, when it has been. */
export function whenWorkbookIsRead<Given>(then: () => Given | Promise<Given>): Given | Promise<Given> {
  if (state.kind !== "waiting") return then();
  return new Promise<void>((resolve) => waiting.push(resolve)).then(() => whenWorkbookIsRead(then));
}

function change(next: WorkbookState): void {
  state = next;
  version++;
  if (next.kind === "waiting") return;
  const calls = waiting;
  waiting = [];
  for (const call of calls) call();
}

function sourceOf({ plan, sheet, name, scale, accepted }: LoadedPlan): SourcePlan {
  const names = [
    plan.municipality,
    plan.title,
    `${plan.municipality}${plan.title}`,
    plan.id,
    sheet,
    name ?? "",
  ];
  return {
    plan,
    from: "workbook",
    label: labelOf(plan),
    names: [...new Set(names.map(foldKey))].filter((each) => each !== ""),
    scale: scale ?? null,
    accepted: accepted ?? nothingAccepted,
  };
}
