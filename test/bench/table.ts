/** How a benchmark says what it measured: rows that print as one table and that `npm run bench` collects. */

export interface BenchRow {
  /** What was done: 点検. */
  what: string;
  /** How much of it: indicators, cells, bytes. */
  size: number;
  /** Median of the runs, in milliseconds. */
  ms: number;
  /** The fastest run. */
  bestMs: number;
  /** Processor time, median of the runs, garbage collection included: what depends least on who else uses the machine. */
  cpuMs: number;
  /** The peer's doing the same in the same run, in processor time as ours; null where it was not run at this size. */
  naiveMs: number | null;
  /** Who the peer is. */
  peer?: string;
  /** Where what is compared is how much, not how long, the numbers are not milliseconds. */
  unit?: "KB" | "回";
  note?: string;
}

export type Timing = Pick<BenchRow, "ms" | "bestMs" | "cpuMs">;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Several runs, after one to warm up. */
export function measured(runs: number, run: () => unknown): Timing {
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
  // So that nothing is optimised away.
  if (kept === undefined) throw new Error("The benchmark did nothing.");
  return { ms: median(times), bestMs: Math.min(...times), cpuMs: median(processor) };
}

/** A row as the table of all benchmarks has it, and as `--json` writes it. */
export interface CollectedRow {
  work: string;
  size: number;
  unit: "ms" | "KB" | "回";
  ours: number;
  /** By name; null where there is nobody to stand beside at this size. */
  peer: { name: string; value: number } | null;
  /** The peer's by ours: above 1 we are quicker, or smaller. */
  ratio: number | null;
  /** Against the smallest size of the same work: how many times the size, and how many times the time. */
  growth: { size: number; ours: number } | null;
  note: string | null;
}

export function collected(rows: readonly BenchRow[]): CollectedRow[] {
  const smallest = new Map<string, BenchRow>();
  for (const row of rows) {
    const known = smallest.get(row.what);
    if (known === undefined || row.size < known.size) smallest.set(row.what, row);
  }
  return rows.map((row) => {
    const first = smallest.get(row.what);
    const grown = first !== undefined && first.size < row.size;
    return {
      work: row.what,
      size: row.size,
      unit: row.unit ?? "ms",
      ours: row.cpuMs,
      peer: row.naiveMs === null ? null : { name: row.peer ?? "素朴な書き方", value: row.naiveMs },
      ratio: row.naiveMs === null ? null : row.naiveMs / row.cpuMs,
      growth: grown ? { size: row.size / first.size, ours: row.cpuMs / first.cpuMs } : null,
      note: row.note ?? null,
    };
  });
}

const headings = ["仕事", "規模", "計画アドイン", "比べる相手", "相手", "相手÷こちら", "規模と時間の伸び"];

export function collectedTable(rows: readonly CollectedRow[]): string {
  const body = rows.map(({ work, size, unit, ours, peer, ratio, growth }) => [
    work,
    size.toLocaleString("en-US"),
    `${rounded(ours)} ${unit}`,
    peer?.name ?? "—",
    peer === null ? "—" : `${rounded(peer.value)} ${unit}`,
    ratio === null ? "—" : `${rounded(ratio)} 倍`,
    growth === null ? "—" : `規模 ×${rounded(growth.size)} で ×${rounded(growth.ours)}`,
  ]);
  return markdown(headings, body);
}

export function printTable(title: string, rows: readonly BenchRow[]): string {
  const notes = rows.flatMap(({ what, size, note }) =>
    note === undefined ? [] : [`- ${what}（${size.toLocaleString("en-US")}）: ${note}`],
  );
  return [`## ${title}`, "", collectedTable(collected(rows)), "", ...notes, ""].join("\n");
}

/** Three digits that mean something: 0.113, 5.77, 761. */
function rounded(number: number): string {
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString("en-US");
  return String(Number(number.toPrecision(number < 1 ? 2 : 3)));
}

function markdown(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
