/**
 * `npm run bench`: every benchmark in turn, or those named (`npm run bench -- check summary`), and one table at the end.
 * One at a time and each in its own process, so that none disturbs another. `-- --json FILE` writes the rows for machines,
 * `-- --readme` renews the table in the README. No time fails anything: only a benchmark that cannot run does.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeReadme } from "../helpers/write-readme";
import { builtBenchmark } from "./built";
import { withMeasuredTable } from "./readme-speed";
import { type BenchRow, collected, collectedTable } from "./table";

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, readme: { type: "boolean" } },
});

/** What is in the table, in this order. Others look closer at one thing and are run by name: `npm run bench -- page`. */
const ofTable = [
  "intake",
  "check",
  "summary",
  "functions",
  "recalculation",
  "sheets",
  "start",
  "sizes",
] as const;

const all = readdirSync(__dirname).flatMap((file) => /^(.*)\.bench\.ts$/.exec(file)?.[1] ?? []);
const files = (named.length === 0 ? ofTable : all.filter((each) => named.includes(each))).map(
  (each) => `${each}.bench.ts`,
);
const unknown = named.filter((each) => !all.includes(each));
if (unknown.length > 0) {
  console.error(`「${unknown.join(" ")}」という測定はありません。あるのは ${all.join("、")} です。`);
  process.exit(1);
}

if (values.readme === true && named.length > 0) {
  console.error(
    "README の表は全部の測定で書き直します。名を挙げずに npm run bench -- --readme としてください。",
  );
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), "plan-bench-"));
const started = performance.now();
const rows: BenchRow[] = [];
const failed: string[] = [];
for (const file of files) {
  const into = path.join(folder, `${file}.json`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [builtBenchmark(file, into)], { stdio: "inherit" });
  if (status !== 0) failed.push(file);
  else if (existsSync(into)) rows.push(...(JSON.parse(readFileSync(into, "utf8")) as BenchRow[]));
  console.error(`${file}: ${((performance.now() - start) / 1000).toFixed(0)} 秒\n`);
}
rmSync(folder, { recursive: true });
rmSync(path.join(__dirname, ".made"), { recursive: true, force: true });

const table = collected(rows);
const machine = {
  cores: cpus().length,
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
  load: loadavg()[1] ?? 0,
};
// A benchmark that looks closer at one thing prints what it saw itself.
if (table.length > 0)
  console.log(
    `# 速さ（${machine.date}、${machine.cores} コア、Node ${machine.node}）\n\n${collectedTable(table)}\n`,
  );
console.log(
  `全部で ${((performance.now() - started) / 1000).toFixed(0)} 秒。時間は、何回かの処理装置の時間の中央値です。`,
);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine, rows: table }, null, 2)}\n`);
if (values.readme === true && failed.length === 0) {
  const readme = path.join(__dirname, "../../README.md");
  const renewed = withMeasuredTable(readFileSync(readme, "utf8"), table, machine);
  if (renewed === null) failed.push("README.md");
  else writeReadme(readme, renewed);
}
for (const file of failed) console.error(`${file} はできませんでした。`);
process.exit(failed.length > 0 ? 1 : 0);
