/** How a benchmark says what it measured: rows that print as one table and that `npm run bench` can collect. */

export interface BenchRow {
  /** What was done: 点検. */
  what: string;
  /** How much of it: indicators, cells, bytes. */
  size: number;
  /** Median of the runs, in milliseconds. */
  ms: number;
  /** The fastest run. */
  bestMs: number;
  /** Processor time of the cheapest run, garbage collection included: what does not depend on who else uses the machine. */
  cpuMs: number;
  /** Processor time of the naive way of doing the same, in the same run; null where it was not run at this size. */
  naiveMs: number | null;
  note?: string;
}

/** Several runs, after one to warm up. The results are handed to `keep` so that nothing is optimised away. */
export function measured(runs: number, run: () => unknown): Pick<BenchRow, "ms" | "bestMs" | "cpuMs"> {
  const times: number[] = [];
  const processor: number[] = [];
  let kept: unknown = run();
  for (let at = 0; at < runs; at++) {
    const before = process.cpuUsage();
    const start = performance.now();
    kept = run();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  if (kept === undefined) throw new Error("The benchmark did nothing.");
  times.sort((one, other) => one - other);
  return {
    ms: times[Math.floor(times.length / 2)] ?? Number.NaN,
    bestMs: times[0] ?? Number.NaN,
    cpuMs: Math.min(...processor),
  };
}

export function printTable(title: string, rows: readonly BenchRow[]): string {
  const head = [
    "what",
    "size",
    "ms (median)",
    "ms (best)",
    "ms (processor)",
    "µs per unit",
    "naive ms (processor)",
    "times faster",
    "note",
  ];
  const body = rows.map(({ what, size, ms, bestMs, cpuMs, naiveMs, note }) => [
    what,
    size.toLocaleString("en-US"),
    ms.toFixed(1),
    bestMs.toFixed(1),
    cpuMs.toFixed(1),
    ((cpuMs * 1000) / size).toFixed(2),
    naiveMs === null ? "—" : naiveMs.toFixed(1),
    naiveMs === null ? "—" : (naiveMs / cpuMs).toFixed(1),
    note ?? "",
  ]);
  const lines = [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`);
  return `## ${title}\n\n${lines.join("\n")}\n`;
}
