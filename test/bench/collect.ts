/** One benchmark in a process of its own, its rows in a file: `tsx collect.ts check.bench.ts rows.json`. */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { printTable, type BenchRow } from "./table";

interface Benchmark {
  /** Missing where a benchmark only prints what it saw. */
  rows?: () => BenchRow[] | Promise<BenchRow[]>;
}

async function main(): Promise<void> {
  const [file = "", into = ""] = process.argv.slice(2);
  const { rows } = (await import(pathToFileURL(path.join(__dirname, file)).href)) as Benchmark;
  if (rows === undefined) return;
  const measured = await rows();
  process.stdout.write(`${printTable(path.basename(file, ".bench.ts"), measured)}\n`);
  writeFileSync(into, JSON.stringify(measured));
}

void main().catch((failure: unknown) => {
  console.error(failure);
  process.exit(1);
});
