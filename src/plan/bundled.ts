/**
 * The five published plans that come with the add-in. A file of its own, not part of `index.ts`:
 * whoever imports it carries all of them, and the functions load plans only when one is asked for.
 */

import ina from "../../seeds/ina.json";
import iruma from "../../seeds/iruma.json";
import isesaki from "../../seeds/isesaki.json";
import kazo from "../../seeds/kazo.json";
import oizumi from "../../seeds/oizumi.json";
import type { Plan } from "./plan";
import { readPlan } from "./file/read";

let plans: Plan[] | null = null;

/** 加須市, 入間市, 伊奈町, 伊勢崎市, 大泉町, read once and shared: nobody changes a plan in place. */
export function bundledPlans(): Plan[] {
  plans ??= [kazo, iruma, ina, isesaki, oizumi].map(readBundled);
  return [...plans];
}

function readBundled(json: unknown): Plan {
  const { plan, problems } = readPlan(json);
  // A file of ours that cannot be read is a bug, and the tests read every one.
  if (plan === null) throw new Error(`同梱の計画を読めません: ${JSON.stringify(problems)}`);
  return plan;
}
