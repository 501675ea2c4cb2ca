/** Closed groups: a file marks the line after the group, the model the lines in it. */
import type { Line } from "../model/sheets/sheet";

/** Whether the line comes right after a closed group. */
export const isAfterClosedGroup = (lines: ReadonlyMap<number, Line>, at: number): boolean => {
  const before = lines.get(at - 1);
  return before?.collapsed === true && (before.outline ?? 0) > (lines.get(at)?.outline ?? 0);
};

export const closeGroups = (lines: Map<number, Line>, marked: ReadonlySet<number>): void => {
  for (const mark of marked) {
    const level = lines.get(mark)?.outline ?? 0;
    for (let at = mark - 1; (lines.get(at)?.outline ?? 0) > level; at--)
      lines.set(at, { ...lines.get(at), collapsed: true });
  }
};
