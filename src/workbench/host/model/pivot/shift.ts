/** PivotTables when cells are inserted or deleted around them: they move as a whole, or the edit is refused. */
import { refuse } from "../../refusal";
import { updateBook, type Draft } from "../draft";
import { AFFECTS_PIVOT } from "../guard";
import { contains, overlaps } from "../cells/rectangle";
import { shiftedRectangle, strip, type Push } from "../shifting/shift";
import type { Pivot } from "./pivot";
import { pivotsOn } from "./in-book";

export const assertPivotsAllow = (draft: Draft, sheet: string, shift: Push): void => {
  const pushed = strip(shift);
  for (const { area } of pivotsOn(draft.book, sheet)) {
    if (!overlaps(area, pushed)) continue;
    const gone = shift.kind === "delete" && contains(shift.area, area);
    const moves = contains(pushed, area) && !(shift.kind === "delete" && overlaps(shift.area, area));
    if (!gone && !moves) refuse("InvalidOperation", AFFECTS_PIVOT);
  }
};

const shifted = (pivot: Pivot, sheet: string, shift: Push): Pivot | undefined => {
  const { source } = pivot;
  const area = pivot.sheet === sheet ? shiftedRectangle(pivot.area, shift) : pivot.area;
  if (!area) return undefined;
  if (source.kind === "table" || source.sheet !== sheet) return { ...pivot, area };
  return { ...pivot, area, source: { ...source, area: shiftedRectangle(source.area, shift) ?? source.area } };
};

export const shiftPivots = (draft: Draft, sheet: string, shift: Push): void => {
  if (draft.book.pivots.length === 0) return;
  updateBook(draft, { pivots: draft.book.pivots.flatMap((pivot) => shifted(pivot, sheet, shift) ?? []) });
};
