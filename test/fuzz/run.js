/**
 * `npm run fuzz`: every surface in turn for a share of the minutes asked for, with a seed that is printed.
 *   npm run fuzz -- --minutes 10
 *   npm run fuzz -- --seed 123 --only texts,csv-bytes
 *   npm run fuzz -- --seed 123 --only texts --path 45:0     exactly the example that failed
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { parseArgs } = require("node:util");

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    seed: { type: "string" },
    only: { type: "string" },
    path: { type: "string" },
  },
});
const names = [
  "plan-files",
  "texts",
  "csv-bytes",
  "sheet-edits",
  "unruly-edits",
  "function-arguments",
  "request-faults",
];
const only = values.only === undefined ? [] : values.only.split(",");
const unknown = only.filter((name) => !names.includes(name));
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(values.seed);
if (unknown.length > 0 || !(minutes > 0) || !Number.isInteger(seed)) {
  console.error(
    unknown.length > 0
      ? `「${unknown.join("」「")}」という対象はありません。使えるのは ${names.join("、")} です。`
      : "--minutes は 0 より大きい数、--seed は整数で指定してください。",
  );
  process.exit(2);
}

const report = path.join(mkdtempSync(path.join(tmpdir(), "plan-fuzz-")), "report.json");
const seconds = (minutes * 60) / (only.length || names.length);
console.log(`種（seed）${seed}、一つの対象に ${Math.round(seconds)} 秒`);
const asked = { seconds, seed, only, report, ...(values.path === undefined ? {} : { path: values.path }) };
const { status } = spawnSync(
  process.execPath,
  [
    require.resolve("jest/bin/jest"),
    "--selectProjects",
    "unit",
    "--runInBand",
    "--silent",
    "--",
    "test/fuzz/fuzz.test.ts",
  ],
  {
    env: { ...process.env, PLAN_FUZZ: JSON.stringify(asked), PLAN_SEED: String(seed) },
    stdio: ["inherit", "ignore", "inherit"],
  },
);

let results = {};
try {
  results = JSON.parse(readFileSync(report, "utf8"));
} catch {
  console.error("結果が残りませんでした。上の表示を見てください。");
  process.exit(1);
}
console.log("\n| 対象 | 回数 | 秒 | 結果 |\n| --- | ---: | ---: | --- |");
for (const [name, { runs, seconds: took, failure, path: at }] of Object.entries(results)) {
  const again = `npm run fuzz -- --seed ${seed} --only ${name} --path ${at}`;
  console.log(
    `| ${name} | ${runs} | ${Math.round(took)} | ${failure === null ? "破れなし" : `破れた：\`${again}\``} |`,
  );
  if (failure !== null) console.error(`\n${name}\n${failure}\n`);
}
process.exit(status ?? 1);
