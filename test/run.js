/** Runs jest as `npm test` does; where PLAN_TEST_REPORT names a file, the counts go there as well (CI reads them). */
const { spawnSync } = require("node:child_process");

const report = process.env.PLAN_TEST_REPORT;
const counted = report ? ["--json", `--outputFile=${report}`] : [];
const jest = [require.resolve("jest/bin/jest"), ...counted, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, jest, { stdio: "inherit" });
process.exit(status ?? 1);
