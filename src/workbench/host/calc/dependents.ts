/** Who reads which cells: from a changed cell to the areas that hold it and the formulas that read those, without looking at all of them. */
import type { Place } from "./values";

/** An area that formulas read. A thousand formulas on one area share one. */
export interface Watched<F> {
  readonly kind: "watched";
  readonly place: Place;
  readonly readers: Set<F>;
}

export interface Dependents<F> {
  watch(place: Place, reader: F): Watched<F>;
  unwatch(watched: Watched<F>, reader: F): void;
  /** Every watched area that holds the cell. */
  over(sheet: string, row: number, column: number): readonly Watched<F>[];
  /** Every watched area that shares a cell with the place. */
  across(place: Place): readonly Watched<F>[];
  dropSheet(sheet: string): void;
}

/**
 * Areas lie in buckets of rows by their height: one of up to 2^k rows lies in at most two buckets of 2^k rows,
 * so a cell looks into one bucket per height, 21 at most, however many formulas there are. Areas of one column have buckets of their own.
 */
const HEIGHTS = 21;
const bucketOf = (rows: number, column: number | undefined) =>
  rows * 16_385 + (column === undefined ? 0 : column + 1);

function heightOf(place: Place): number {
  const rows = place.bottom - place.top + 1;
  return Math.min(HEIGHTS - 1, Math.ceil(Math.log2(rows)));
}

export function createDependents<F>(): Dependents<F> {
  const known = new Map<string, Watched<F>>();
  const buckets = new Map<string, Map<number, Set<Watched<F>>>[]>();

  const keyOf = ({ sheet, top, left, bottom, right }: Place) => `${sheet}|${top}|${left}|${bottom}|${right}`;
  function bucketsOf(place: Place): [Map<number, Set<Watched<F>>>, number[]] {
    const height = heightOf(place);
    let levels = buckets.get(place.sheet);
    if (!levels) {
      levels = Array.from({ length: HEIGHTS }, () => new Map<number, Set<Watched<F>>>());
      buckets.set(place.sheet, levels);
    }
    const level = levels[height] ?? new Map<number, Set<Watched<F>>>();
    const column = place.left === place.right ? place.left : undefined;
    const first = bucketOf(place.top >> height, column);
    const last = bucketOf(place.bottom >> height, column);
    return [level, first === last ? [first] : [first, last]];
  }

  return {
    watch(place, reader) {
      const key = keyOf(place);
      let watched = known.get(key);
      if (!watched) {
        watched = { kind: "watched", place, readers: new Set() };
        known.set(key, watched);
        const [level, numbers] = bucketsOf(place);
        for (const number of numbers) {
          const bucket = level.get(number) ?? new Set();
          bucket.add(watched);
          level.set(number, bucket);
        }
      }
      watched.readers.add(reader);
      return watched;
    },
    unwatch(watched, reader) {
      watched.readers.delete(reader);
      if (watched.readers.size > 0) return;
      known.delete(keyOf(watched.place));
      const [level, numbers] = bucketsOf(watched.place);
      for (const number of numbers) {
        const bucket = level.get(number);
        bucket?.delete(watched);
        if (bucket?.size === 0) level.delete(number);
      }
    },
    over(sheet, row, column) {
      const levels = buckets.get(sheet);
      if (!levels) return [];
      const found: Watched<F>[] = [];
      levels.forEach((level, height) => {
        if (level.size === 0) return;
        for (const bucket of [
          level.get(bucketOf(row >> height, undefined)),
          level.get(bucketOf(row >> height, column)),
        ]) {
          for (const watched of bucket ?? []) {
            const { top, bottom, left, right } = watched.place;
            if (row >= top && row <= bottom && column >= left && column <= right) found.push(watched);
          }
        }
      });
      return found;
    },
    across(place) {
      const found = new Set<Watched<F>>();
      const levels = buckets.get(place.sheet) ?? [];
      levels.forEach((level, height) => {
        if (level.size === 0) return;
        const first = place.top >> height;
        const last = place.bottom >> height;
        const look = (bucket: Set<Watched<F>> | undefined) => {
          for (const watched of bucket ?? []) {
            const { top, bottom, left, right } = watched.place;
            if (top <= place.bottom && bottom >= place.top && left <= place.right && right >= place.left)
              found.add(watched);
          }
        };
        if ((last - first + 1) * (place.right - place.left + 2) > level.size)
          for (const bucket of level.values()) look(bucket);
        else {
          for (let rows = first; rows <= last; rows++) {
            look(level.get(bucketOf(rows, undefined)));
            for (let column = place.left; column <= place.right; column++)
              look(level.get(bucketOf(rows, column)));
          }
        }
      });
      return [...found];
    },
    dropSheet(sheet) {
      buckets.delete(sheet);
      for (const [key, watched] of [...known]) if (watched.place.sheet === sheet) known.delete(key);
    },
  };
}
