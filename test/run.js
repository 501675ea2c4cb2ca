/**
 * Runs all tests as `npm test` does: first what needs no browser, on all cores; then the browser alone, so that nothing
 * else makes it wait. `npm run jest -- FILE…` runs what is named. Where PLAN_TEST_REPORT names a file, the counts go
 * there as well (CI reads them).
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");

const folder = mkdtempSync(path.join(tmpdir(), "plan-tests-"));
const counts = { passed: 0, failed: 0 };

function run(name, args) {
  const report = path.join(folder, `${name}.json`);
  const jest = [require.resolve("jest/bin/jest"), "--json", `--outputFile=${report}`, ...args];
  const { status } = spawnSync(process.execPath, jest, { stdio: ["inherit", "ignore", "inherit"] });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    counts.passed += numPassedTests;
    counts.failed += numFailedTests + numRuntimeErrorTestSuites;
  } catch {
    counts.failed += 1;
  }
  return status === 0;
}

const named = process.argv.slice(2);
const results =
  named.length > 0
    ? [run("named", named)]
    : [
        run("quick", ["--selectProjects", "unit", "component", "--maxWorkers=100%"]),
        run("browser", ["--selectProjects", "browser", "--runInBand"]),
      ];

if (process.env.PLAN_TEST_REPORT) writeFileSync(process.env.PLAN_TEST_REPORT, JSON.stringify(counts));
process.exit(results.every(Boolean) ? 0 : 1);
