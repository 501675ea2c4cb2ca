/** Outline groups in the headers: a line along the group, and − or + on the row or column after it. */
import type { Axis } from "../../host/model/sheets/outline";
import type { Lines } from "../../host/model/sheets/sheet";

export interface Group {
  readonly first: number;
  readonly last: number;
  readonly level: number;
  readonly folded: boolean;
}

const known = new WeakMap<Lines, readonly Group[]>();

/** Runs of lines of each level; a run is folded when all of it is hidden. */
export function groupsOf(lines: Lines): readonly Group[] {
  const found = known.get(lines);
  if (found) return found;
  const outlined = [...lines].filter(([, { outline }]) => outline).sort(([a], [b]) => a - b);
  const deepest = Math.max(0, ...outlined.map(([, { outline }]) => outline ?? 0));
  const groups: Group[] = [];
  for (let level = 1; level <= deepest; level += 1) {
    let run: { first: number; last: number; folded: boolean } | undefined;
    for (const [index, line] of outlined) {
      if ((line.outline ?? 0) < level) continue;
      if (run?.last === index - 1) {
        run.last = index;
        run.folded &&= line.hidden === true;
        continue;
      }
      if (run) groups.push({ ...run, level });
      run = { first: index, last: index, folded: line.hidden === true };
    }
    if (run) groups.push({ ...run, level });
  }
  known.set(lines, groups);
  return groups;
}

/** The one group a line's button works on: the innermost that ends before it. */
export function groupBefore(groups: readonly Group[], index: number): Group | undefined {
  let best: Group | undefined;
  for (const group of groups) {
    if (group.last === index - 1 && (!best || group.level > best.level)) best = group;
  }
  return best;
}

export const foldLabel = (
  axis: Axis,
  { first, last, folded }: Group,
  name: (index: number) => string,
): string => `${name(first)}～${name(last)}${axis === "rows" ? " 行" : " 列"}を${folded ? "開く" : "たたむ"}`;
