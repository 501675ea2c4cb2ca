/**
 * `npm run coverage`: which lines and branches of src/plan, src/intake and src/sheets the tests go through, and an error where
 * a folder is below 95 %. `npm run coverage -- plan intake` measures only these, by their own tests.
 */
const { spawnSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { transformSync } = require("@swc/core");

const wanted = 95;
const root = path.join(__dirname, "..");
const report = path.join(root, ".cache/coverage");
const folders = process.argv.length > 2 ? process.argv.slice(2) : ["plan", "intake", "sheets"];
const tests = process.argv.length > 2 ? folders : [...folders, "seeds", "functions", "security"];

const { status } = spawnSync(
  process.execPath,
  [
    require.resolve("jest/bin/jest"),
    ...["--selectProjects", "unit", "--coverage", "--coverageProvider=v8", `--coverageDirectory=${report}`],
    "--coverageReporters=json-summary",
    "--coverageReporters=json",
    ...folders.map((folder) => `--collectCoverageFrom=src/${folder}/**/*.ts`),
    ...["--", ...tests.map((folder) => `test/${folder}/`)],
  ],
  { cwd: root, stdio: "inherit" },
);
if (status !== 0) process.exit(status ?? 1);

const summary = JSON.parse(readFileSync(path.join(report, "coverage-summary.json"), "utf8"));
const files = Object.entries(summary)
  .filter(([file]) => file !== "total")
  .filter(([file]) => !isOnlyTypes(file))
  .map(([file, counts]) => ({ name: path.relative(root, file), ...counts }));
const share = (counts, kind) => {
  const total = counts.reduce((sum, each) => sum + each[kind].total, 0);
  const covered = counts.reduce((sum, each) => sum + each[kind].covered, 0);
  return total === 0 ? 100 : (covered / total) * 100;
};
const row = (name, counts) => [name, share(counts, "lines"), share(counts, "branches")];
const ofFolder = folders.map((folder) =>
  row(
    `src/${folder}`,
    files.filter(({ name }) => name.startsWith(`src/${folder}/`)),
  ),
);
const weak = files.map((file) => row(file.name, [file])).filter((each) => isBelow(each));

/** Nothing of such a file is left to run, and the report calls it not covered. */
function isOnlyTypes(file) {
  const { code } = transformSync(readFileSync(file, "utf8"), { jsc: { parser: { syntax: "typescript" } } });
  return /^\s*export\s*\{\s*\};?\s*$/.test(code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""));
}

function isBelow([, lines, branches]) {
  return lines < wanted || branches < wanted;
}

for (const [title, rows] of [
  ["フォルダー", ofFolder],
  [`${wanted} % に届かないファイル`, weak],
]) {
  console.log(`\n| ${title} | 行 | 分岐 |\n| --- | --- | --- |`);
  for (const [name, lines, branches] of rows)
    console.log(`| ${name} | ${lines.toFixed(1)} % | ${branches.toFixed(1)} % |`);
}
process.exit(ofFolder.some(isBelow) ? 1 : 0);
