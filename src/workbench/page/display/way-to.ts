/** How far a sheet has to be scrolled for one of its lines to be seen. */
import type { Ruler } from "./place";

/** How far the sheet must go on so that the line is between the frozen part and the end of the view; 0 where it is. */
export function wayTo(ruler: Ruler, index: number, view: number, room: number): number {
  const { ends, head, scrolled, frozen, scale } = ruler;
  if (index < frozen || index >= ends.length) return 0;
  const end = (at: number) => (at < 0 ? 0 : (ends[at] ?? 0));
  const start = end(index - 1);
  const edge = end(frozen - 1);
  const size = Math.max(end(index) - start, room);
  if (start - scrolled < edge) return start - scrolled - edge;
  const past = start + size - scrolled - (view / scale - head);
  if (past <= 0) return 0;
  // On to where a line begins, but never so far that this one goes under the frozen part.
  let first = frozen;
  while (first < index && end(first - 1) - edge < scrolled + past) first += 1;
  return end(first - 1) - edge - scrolled;
}
