/** The cells: what each holds or shows, which formula fills or spills into it, and matrices of whole areas, kept until a cell in them changes. */
import type { CellValue, Matrix, Place } from "./values";

export interface Slot<F> {
  value: CellValue;
  formula?: F;
  /** The formula elsewhere that spills into this cell. */
  anchor?: F;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

interface Sheet<F> {
  /** By column, then row: what is read together lies together. */
  readonly slots: (Slot<F> | undefined)[][];
  /** Counts the changes of each column, so that a kept matrix knows whether it is still true. */
  readonly changes: number[];
  rows: number;
  columns: number;
}

export interface Store<F> {
  has(sheet: string): boolean;
  addSheet(sheet: string): void;
  dropSheet(sheet: string): void;
  sheets(): readonly string[];
  slot(sheet: string, row: number, column: number): Slot<F> | undefined;
  /** The slot to write into; call `touched` after changing its value. */
  claim(sheet: string, row: number, column: number): Slot<F>;
  release(sheet: string, row: number, column: number): void;
  touched(sheet: string, row: number, column: number): void;
  /** Rows and columns that hold anything, counted from the corner. */
  extent(sheet: string): { readonly rows: number; readonly columns: number };
  /** The values of an area; whole rows and columns end where the sheet's content ends. */
  matrix(place: Place): Matrix;
  /** Shows every value of an area, blanks too, column by column, without gathering them first; ends where `see` gives something. */
  scan<Found>(place: Place, see: (value: CellValue) => Found | undefined): Found | undefined;
  /** Every slot of an area, in any order. */
  slotsIn(place: Place): Iterable<readonly [row: number, column: number, slot: Slot<F>]>;
}

/** Smaller areas are read faster than looked up. */
const worthKeeping = 32;

export function createStore<F>(): Store<F> {
  const sheets = new Map<string, Sheet<F>>();
  const kept = new Map<string, { stamp: number; matrix: Matrix }>();

  function cut(place: Place): Place {
    const sheet = sheets.get(place.sheet);
    const bottom = place.bottom >= LAST_ROW ? Math.max(place.top, (sheet?.rows ?? 1) - 1) : place.bottom;
    const right = place.right >= LAST_COLUMN ? Math.max(place.left, (sheet?.columns ?? 1) - 1) : place.right;
    return { ...place, bottom, right };
  }

  function stamp(sheet: Sheet<F>, place: Place): number {
    let sum = 0;
    for (let column = place.left; column <= place.right; column++) sum += sheet.changes[column] ?? 0;
    return sum;
  }

  function read(sheet: Sheet<F> | undefined, place: Place): Matrix {
    const cells: CellValue[][] = [];
    for (let row = place.top; row <= place.bottom; row++) {
      const line: CellValue[] = [];
      for (let column = place.left; column <= place.right; column++)
        line.push(sheet?.slots[column]?.[row]?.value ?? null);
      cells.push(line);
    }
    return { kind: "matrix", cells };
  }

  return {
    has: (id) => sheets.has(id),
    addSheet(id) {
      if (!sheets.has(id)) sheets.set(id, { slots: [], changes: [], rows: 0, columns: 0 });
    },
    dropSheet(id) {
      sheets.delete(id);
      for (const key of [...kept.keys()]) if (key.startsWith(`${id}|`)) kept.delete(key);
    },
    sheets: () => [...sheets.keys()],
    slot: (id, row, column) => sheets.get(id)?.slots[column]?.[row],
    claim(id, row, column) {
      const sheet = sheets.get(id);
      if (!sheet) throw new Error(`calc: no sheet ${id}`);
      const line = (sheet.slots[column] ??= []);
      let slot = line[row];
      if (!slot) {
        slot = { value: null };
        line[row] = slot;
        sheet.rows = Math.max(sheet.rows, row + 1);
        sheet.columns = Math.max(sheet.columns, column + 1);
      }
      return slot;
    },
    release(id, row, column) {
      const line = sheets.get(id)?.slots[column];
      if (line?.[row]) line[row] = undefined;
    },
    touched(id, _row, column) {
      const sheet = sheets.get(id);
      if (sheet) sheet.changes[column] = (sheet.changes[column] ?? 0) + 1;
    },
    extent(id) {
      const sheet = sheets.get(id);
      return { rows: sheet?.rows ?? 0, columns: sheet?.columns ?? 0 };
    },
    matrix(asked) {
      const sheet = sheets.get(asked.sheet);
      const place = cut(asked);
      if (!sheet || (place.bottom - place.top + 1) * (place.right - place.left + 1) < worthKeeping)
        return read(sheet, place);
      const key = `${place.sheet}|${place.top}|${place.left}|${place.bottom}|${place.right}`;
      const now = stamp(sheet, place);
      const found = kept.get(key);
      if (found?.stamp === now) return found.matrix;
      // The oldest goes, so that one column of growing sums does not push out what everybody reads.
      kept.delete(key);
      if (kept.size >= 256) kept.delete(kept.keys().next().value ?? "");
      const matrix = read(sheet, place);
      kept.set(key, { stamp: now, matrix });
      return matrix;
    },
    scan(asked, see) {
      const sheet = sheets.get(asked.sheet);
      const { top, left, bottom, right } = cut(asked);
      for (let column = left; column <= right; column++) {
        const line = sheet?.slots[column];
        for (let row = top; row <= bottom; row++) {
          const found = see(line?.[row]?.value ?? null);
          if (found !== undefined) return found;
        }
      }
      return undefined;
    },
    *slotsIn(asked) {
      const sheet = sheets.get(asked.sheet);
      if (!sheet) return;
      const { top, left, bottom, right } = cut(asked);
      for (let column = left; column <= right; column++) {
        const line = sheet.slots[column];
        if (!line) continue;
        const end = Math.min(bottom, line.length - 1);
        for (let row = top; row <= end; row++) {
          const slot = line[row];
          if (slot) yield [row, column, slot];
        }
      }
    },
  };
}
