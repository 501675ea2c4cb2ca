/** どんなものが来ても: the short run of every fuzzed surface with the tests' fixed seed; `npm run fuzz` runs the same for minutes with seeds drawn anew. */
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { fuzzed } from ".";

/** Set by run.js. Without it the run is short, and its seed that of all tests. */
const asked = process.env.PLAN_FUZZ;
const long = asked === undefined ? null : (JSON.parse(asked) as Asked);

interface Asked {
  seconds: number;
  seed: number;
  only: string[];
  path?: string;
  report: string;
}

const results: Record<
  string,
  { runs: number; seconds: number; failure: string | null; path: string | null }
> = {};
afterAll(() => {
  if (long !== null) writeFileSync(long.report, JSON.stringify(results));
});

const chosen = fuzzed.filter(
  ({ name }) => long === null || long.only.length === 0 || long.only.includes(name),
);

test.each(chosen.map((each) => [each.name, each] as const))(
  "%s",
  async (name, { property, runs }) => {
    const made = await property();
    if (long === null) {
      await fc.assert(made, { numRuns: runs });
      return;
    }
    const begun = Date.now();
    // When the time is over, the run that is under way goes on: the next surface waits for it.
    let underWay: unknown = null;
    const watched = Object.assign(Object.create(made) as typeof made, {
      run: (value: unknown) => (underWay = made.run(value)),
    });
    const details = await fc.check(watched, {
      seed: long.seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: long.seconds * 1000,
      markInterruptAsFailure: false,
      ...(long.path === undefined ? {} : { path: long.path }),
    });
    await underWay;
    const failure = details.failed
      ? [fc.defaultReportMessage(details), String(details.errorInstance)].join("\n")
      : null;
    const path = details.counterexamplePath;
    results[name] = { runs: details.numRuns, seconds: (Date.now() - begun) / 1000, failure, path };
    process.stderr.write(`${failure === null ? "○" : "×"} ${name}: ${details.numRuns} 回\n`);
    expect(failure).toBeNull();
  },
  (long?.seconds ?? 0) * 2000 + 240_000,
);
