/**
 * Properties draw the same examples at every `npm test`, so that the same code is always judged the same way; `npm run fuzz`
 * is where new ones are looked for. PLAN_SEED names another seed: a number, or `random`.
 */
import fc from "fast-check";

const asked = process.env.PLAN_SEED ?? "20211";
if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
