/** Where a rectangle is after cells were inserted, deleted or moved around it. */
import { LAST_COLUMN, LAST_ROW } from "../../formula/shapes";
import { contains, intersection, moved, without, type Rectangle } from "../cells/rectangle";

/** Cells inserted at or deleted from `area`; whole rows and columns are areas that span the sheet. */
export type Shift =
  | { readonly kind: "insert"; readonly area: Rectangle; readonly along: "rows" | "columns" }
  | { readonly kind: "delete"; readonly area: Rectangle; readonly along: "rows" | "columns" }
  | { readonly kind: "move"; readonly area: Rectangle; readonly rows: number; readonly columns: number };

/** Cells pushed along or pulled up, as insertions and deletions do. */
export type Push = Exclude<Shift, { readonly kind: "move" }>;

/** A shift on a sheet, by its id. */
export interface Move {
  readonly sheet: string;
  readonly shift: Shift;
  /** Of a move to another sheet. */
  readonly toSheet?: string;
}

const transpose = (r: Rectangle): Rectangle => ({
  top: r.left,
  left: r.top,
  bottom: r.right,
  right: r.bottom,
});

/** The stretch of cells that a shift pushes along. */
export const strip = (shift: { readonly area: Rectangle; readonly along: "rows" | "columns" }): Rectangle =>
  shift.along === "rows" ? { ...shift.area, bottom: LAST_ROW } : { ...shift.area, right: LAST_COLUMN };

const shiftedRows = (
  r: Rectangle,
  kind: "insert" | "delete",
  at: Rectangle,
  last: number,
): Rectangle | undefined => {
  const count = at.bottom - at.top + 1;
  if (kind === "insert") {
    if (r.bottom < at.top) return r;
    const top = r.top >= at.top ? r.top + count : r.top;
    return top > last ? undefined : { ...r, top, bottom: Math.min(r.bottom + count, last) };
  }
  if (r.bottom < at.top) return r;
  if (r.top > at.bottom) return moved(r, -count, 0);
  const above = Math.max(at.top - r.top, 0);
  const below = Math.max(r.bottom - at.bottom, 0);
  if (above + below === 0) return undefined;
  const top = Math.min(r.top, at.top);
  return { ...r, top, bottom: top + above + below - 1 };
};

/** undefined: nothing is left of it. A rectangle that is pushed only in part stays as it is, as references do. */
export const shiftedRectangle = (r: Rectangle, shift: Shift): Rectangle | undefined => {
  if (shift.kind === "move") return contains(shift.area, r) ? moved(r, shift.rows, shift.columns) : r;
  const rows = shift.along === "rows";
  const [flat, at] = rows ? [r, shift.area] : [transpose(r), transpose(shift.area)];
  const last = rows ? LAST_ROW : LAST_COLUMN;
  const whole = flat.left >= at.left && flat.right <= at.right;
  const everything = flat.top === 0 && flat.bottom === last;
  if (everything && shift.kind === "insert") return r;
  if (everything && shift.kind === "delete") return r;
  if (!whole) return r;
  const next = shiftedRows(flat, shift.kind, at, last);
  return next && (rows ? next : transpose(next));
};

/** The same for things that can be cut in pieces: validations, conditional formats. */
export const shiftedPieces = (areas: readonly Rectangle[], shift: Shift): readonly Rectangle[] =>
  areas.flatMap((area) => {
    const pushed = shift.kind === "move" ? shift.area : strip(shift);
    const inside = intersection(area, pushed);
    if (!inside || contains(pushed, area)) {
      const next = shiftedRectangle(area, shift);
      return next ? [next] : [];
    }
    const sideways = shift.kind !== "move" && shiftedRectangle(area, shift);
    if (sideways && sideways !== area) return [sideways];
    const next = shiftedRectangle(inside, shift);
    const grown =
      next && shift.kind === "insert" && spansStart(area, shift) ? stretch(next, inside, shift) : next;
    return [...without(area, inside), ...(grown ? [grown] : [])];
  });

/** Inserted right after its first row, an area takes the new cells in. */
const spansStart = (area: Rectangle, shift: Push): boolean =>
  shift.along === "rows" ? area.top < shift.area.top : area.left < shift.area.left;

const stretch = (next: Rectangle, inside: Rectangle, shift: Push): Rectangle =>
  shift.along === "rows" ? { ...next, top: inside.top } : { ...next, left: inside.left };
