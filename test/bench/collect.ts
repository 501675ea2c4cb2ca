/** One benchmark in a process of its own, its rows in a file. */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { printTable, type BenchRow } from "./table";

interface Benchmark {
  /** Missing where a benchmark only prints what it saw. */
  rows?: () => BenchRow[] | Promise<BenchRow[]>;
}

export async function collect(load: () => Promise<Benchmark>, file: string, into: string): Promise<void> {
  try {
    const { rows } = await load();
    if (rows === undefined) return;
    const measured = await rows();
    process.stdout.write(`${printTable(path.basename(file, ".bench.ts"), measured)}\n`);
    writeFileSync(into, JSON.stringify(measured));
  } catch (failure) {
    console.error(failure);
    process.exit(1);
  }
}
