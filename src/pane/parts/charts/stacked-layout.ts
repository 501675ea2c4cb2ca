/** Where each bar of a stack chart stands: names above it as wide as the pane allows, the share of its best grades below. */
import { flowed, widthOf, wrapped } from "./wrapped";

export interface StackedRow {
  key: string;
  label: string;
  n: number;
  parts: readonly { name: string; grade: number | null; count: number }[];
  best: string | null;
}

export interface LaidRow {
  row: StackedRow;
  lines: string[];
  best: string[];
  top: number;
  bar: number;
}

export const letter = 12;
export const lineHeight = 16;
export const barHeight = 22;
export const swatch = 16;
const between = 12;

export interface StackedLayout {
  legend: { x: number; line: number }[];
  rows: LaidRow[];
  axis: number;
  height: number;
}

export function stackedLayout(
  rows: readonly StackedRow[],
  names: readonly { name: string }[],
  width: number,
): StackedLayout {
  const legend = flowed(
    names.map(({ name }) => swatch + 4 + widthOf(name, letter)),
    width,
    12,
  );
  let top = legend.lines * (lineHeight + 4) + 8;
  const laid: LaidRow[] = [];
  for (const row of rows) {
    const lines = wrapped(`${row.label}（${row.n}件）`, width, letter);
    const best = row.best === null ? [] : wrapped(row.best, width, 11);
    const bar = top + lines.length * lineHeight + 2;
    laid.push({ row, lines, best, top, bar });
    top = bar + barHeight + best.length * 14 + between;
  }
  return { legend: legend.places, rows: laid, axis: top - 4, height: top + 24 };
}

/** Each part of a bar with where it begins and how wide it is; empty parts take no room. */
export function segmentsOf(
  { parts, n }: StackedRow,
  width: number,
): { name: string; count: number; x: number; width: number }[] {
  const each = width / Math.max(n, 1);
  let before = 0;
  return parts.flatMap(({ name, count }) => {
    if (count === 0) return [];
    const x = before * each;
    before += count;
    return [{ name, count, x, width: count * each }];
  });
}
