/** The published plans (公表時): bundled, and those the server keeps in its plans/ folder. Loaded when first asked for. */
import { foldKey } from "../../plan/keys/text";
import { type Plan } from "../../plan/plan";
import { labelOf, nothingAccepted, type SourcePlan } from "./source-plan";

let loaded: readonly SourcePlan[] | null = null;
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

async function load(): Promise<readonly SourcePlan[]> {
  const { bundledPlans, readPlan } = await import(
    /* webpackChunkName: "published-plans" */ "./bundled-chunk"
  );
  const bundled = bundledPlans();
  const own = await serverPlans((json) => readPlan(json).plan);
  // A plan the server keeps under the id of a bundled one is its newer version.
  const replaced = new Set(own.map(({ id }) => id));
  return [...bundled.filter(({ id }) => !replaced.has(id)), ...own].map(sourceOf);
}

/**
 * plans/index.json lists file names: ["kuki.json"] or { "plans": ["kuki.json"] }. Only files of that folder, so nothing outside the
 * add-in's own place is ever asked; whatever is missing or wrong there leaves the bundled plans as they are.
 */
async function serverPlans(read: (json: unknown) => Plan | null): Promise<Plan[]> {
  const folder = ownFolder();
  if (folder === null) return [];
  const names = fileNames(await json(folder, "index.json"));
  const files = await Promise.all(names.map((name) => json(folder, name)));
  return files.flatMap((file) => {
    const plan = file === null ? null : read(file);
    return plan === null ? [] : [plan];
  });
}

function ownFolder(): URL | null {
  if (typeof document === "undefined" || typeof fetch === "undefined") return null;
  const page = new URL(document.baseURI);
  return /^https?:$/.test(page.protocol) ? new URL("plans/", page) : null;
}

async function json(folder: URL, name: string): Promise<unknown> {
  try {
    const answer = await fetch(new URL(name, folder), {
      credentials: "same-origin",
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
    });
    return answer.ok ? ((await answer.json()) as unknown) : null;
  } catch {
    return null;
  }
}

export function fileNames(index: unknown): string[] {
  const list = typeof index === "object" && index !== null && "plans" in index ? index.plans : index;
  if (!Array.isArray(list)) return [];
  const names = list.filter((name): name is string => typeof name === "string");
  return [...new Set(names)].filter((name) => plainFileName.test(name) && name !== "index.json");
}

/** Neither a folder nor another host: 加須市.json, kuki-2.json. */
const plainFileName = /^[^/\\:?#%.][^/\\:?#%]*\.json$/;

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
}
