/** The published plans (公表時): bundled, and those the server keeps in its plans/ folder. Loaded when first asked for. */
import { foldKey } from "../../plan/keys/text";
import { type Plan } from "../../plan/plan";
import { serverPlans, type UnreadFile } from "./server-plans";
import { labelOf, nothingAccepted, type SourcePlan } from "./source-plan";

let loaded: readonly SourcePlan[] | null = null;
let unread: readonly UnreadFile[] = [];
let loading: Promise<readonly SourcePlan[]> | null = null;

/** At once when they are there, else a promise. */
export function publishedPlans(): readonly SourcePlan[] | Promise<readonly SourcePlan[]> {
  if (loaded !== null) return loaded;
  loading ??= load().then(
    (plans) => (loaded = plans),
    (failure: unknown) => {
      // The chunk could not be fetched: the next call tries again.
      loading = null;
      throw failure;
    },
  );
  return loading;
}

/** Files of the server's plans/ folder that could not be read. Known once the plans are there. */
export function unreadPlanFiles(): readonly UnreadFile[] {
  return unread;
}

async function load(): Promise<readonly SourcePlan[]> {
  const { bundledPlans, readPlan } = await import(
    /* webpackChunkName: "published-plans" */ "./bundled-chunk"
  );
  const bundled = bundledPlans();
  const { plans: own, unread: files } = await serverPlans(readPlan);
  unread = files;
  // A plan the server keeps under the id of a bundled one is its newer version.
  const replaced = new Set(own.map(({ id }) => id));
  return [...bundled.filter(({ id }) => !replaced.has(id)), ...own].map(sourceOf);
}

function sourceOf(plan: Plan): SourcePlan {
  const names = [plan.municipality, plan.title, `${plan.municipality}${plan.title}`, plan.id];
  return {
    plan,
    from: "published",
    label: `${labelOf(plan)}（公表時）`,
    names: [...new Set(names.map(foldKey))].filter((each) => each !== ""),
    scale: null,
    accepted: nothingAccepted,
  };
}

/** For tests, which have more than one server. */
export function forgetPublishedPlans(): void {
  loaded = null;
  loading = null;
  unread = [];
}
