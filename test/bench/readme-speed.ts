/** The table under 速さ in the README, between its markers, as measured. */

import { type CollectedRow, collectedTable } from "./table";

const begin = "<!-- speed -->";
const end = "<!-- /speed -->";

export interface Machine {
  cores: number;
  node: string;
  /** 2026-11-26 */
  date: string;
  /** How many programs wanted a core, on the average of the last five minutes: more than the cores is a busy machine. */
  load: number;
}

/** null where the README has no markers. */
export function withMeasuredTable(
  readme: string,
  rows: readonly CollectedRow[],
  { cores, node, date, load }: Machine,
): string | null {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) return null;
  const measured = `測った日：${date}、${cores} コアの機械（そのときの負荷 ${load.toFixed(1)}）、Node ${node}。`;
  return `${readme.slice(0, from + begin.length)}\n\n${measured}\n\n${collectedTable(rows)}\n\n${readme.slice(to)}`;
}
