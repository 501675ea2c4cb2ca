/** What searches and rewrites a range's cells: copy, find, replace, remove duplicates. */
import { copyCells, type CopyOptions, type Place } from "../../model/entry/copy";
import { removeDuplicates, type Removal } from "../../model/tables/duplicates";
import { findCells, replaceText, type SearchOptions } from "../../model/cells/search";
import { sheetIn, type Draft } from "../../model/draft";
import {
  cellsOf,
  columnsOf,
  isWholeColumns,
  isWholeRows,
  rectangle,
  rowsOf,
  WHOLE_SHEET,
  type Rectangle,
} from "../../model/cells/rectangle";
import { usedArea } from "../../model/cells/used";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { flag, oneOf, plainObject, text, wholeNumber } from "../arguments";
import { areasAnywhere, cellsOfRange } from "./address";

const COPY_TYPES = ["All", "Formulas", "Values", "Formats", "Link"] as const;

/** Whole columns and rows are as long as what is in them. */
const bounded = (draft: Draft, ref: RangeRef): Rectangle => {
  const area = cellsOfRange(ref);
  if (!isWholeColumns(area) && !isWholeRows(area)) return area;
  const used = usedArea(sheetIn(draft, ref.sheet), area, false);
  return used
    ? { ...area, bottom: Math.min(area.bottom, used.bottom), right: Math.min(area.right, used.right) }
    : { ...area, bottom: area.top, right: area.left };
};

export const copyInto = (ref: RangeRef, args: Arguments, { draft }: Turn): void => {
  const options: CopyOptions = {
    what: oneOf(args[1], COPY_TYPES, "All"),
    skipBlanks: flag(args[2], false),
    transpose: flag(args[3], false),
  };
  const [source, ...more] = areasAnywhere(draft.book, args[0], ref.sheet);
  if (!source) return refuse("InvalidArgument");
  const target = bounded(draft, ref);
  if (more.length > 0)
    return copyAreas(draft, [source, ...more], { sheet: ref.sheet, area: target }, options);
  copyCells(
    draft,
    { sheet: source.sheet, area: bounded(draft, source) },
    { sheet: ref.sheet, area: target },
    options,
  );
};

interface Band {
  readonly first: number;
  readonly length: number;
}

/** The different bands of rows or columns, in order; bands that overlap are none. */
const bandsOf = (bands: readonly Band[]): readonly Band[] => {
  const sorted = [...new Map(bands.map((band) => [`${band.first}:${band.length}`, band])).values()].sort(
    (a, b) => a.first - b.first,
  );
  const apart = sorted.every((band, at) => {
    const next = sorted[at + 1];
    return !next || band.first + band.length <= next.first;
  });
  return apart ? sorted : refuse("InvalidArgument");
};

/** Several areas are copied as one rectangle whose rows and columns between them were taken out. */
const copyAreas = (draft: Draft, sources: readonly RangeRef[], to: Place, options: CopyOptions): void => {
  const [{ sheet }] = sources as readonly [RangeRef];
  const areas = sources.map((source) => bounded(draft, source));
  const rows = bandsOf(areas.map((area) => ({ first: area.top, length: rowsOf(area) })));
  const columns = bandsOf(areas.map((area) => ({ first: area.left, length: columnsOf(area) })));
  if (sources.some((source) => source.sheet !== sheet) || rows.length * columns.length !== areas.length)
    refuse("InvalidArgument");
  let down = 0;
  for (const row of rows) {
    let across = 0;
    for (const column of columns) {
      const area = rectangle(row.first, column.first, row.length, column.length);
      const [top, left] = options.transpose ? [across, down] : [down, across];
      const place = rectangle(to.area.top + top, to.area.left + left);
      copyCells(draft, { sheet, area }, { sheet: to.sheet, area: place }, options);
      across += column.length;
    }
    down += row.length;
  }
};

export const criteriaFrom = (given: unknown): SearchOptions & { readonly backwards: boolean } => {
  const criteria = given === null || given === undefined ? {} : plainObject(given);
  return {
    completeMatch: flag(criteria.completeMatch, false),
    matchCase: flag(criteria.matchCase, false),
    backwards: oneOf(criteria.searchDirection, ["Forward", "Backwards"], "Forward") === "Backwards",
  };
};

/** From a single cell the whole sheet is searched, beginning after it. */
export const firstFound = (ref: RangeRef, args: Arguments, { draft }: Turn) => {
  const { backwards, ...options } = criteriaFrom(args[1]);
  const area = cellsOfRange(ref);
  const single = cellsOf(area) === 1;
  const all = findCells(draft, ref.sheet, single ? WHOLE_SHEET : area, text(args[0]), options);
  const order = backwards ? [...all].reverse() : all;
  const after = order.find(({ row, column }) => {
    const way = row - area.top || column - area.left;
    return backwards ? way < 0 : way > 0;
  });
  return (single ? (after ?? order[0]) : order[0]) ?? refuse("ItemNotFound");
};

export const replaceIn = (sheet: string, area: Rectangle, args: Arguments, { draft }: Turn): number => {
  if (text(args[0]) === "") return refuse("InvalidArgument");
  return replaceText(draft, sheet, area, text(args[0]), text(args[1]), criteriaFrom(args[2]));
};

const removal: ObjectType<Removal> = objectType<Removal>("RemoveDuplicatesResult", {
  scalars: {
    removed: { get: (ref) => ref.removed },
    uniqueRemaining: { get: (ref) => ref.uniqueRemaining },
  },
});

export const withoutDuplicates = (ref: RangeRef, args: Arguments, { draft }: Turn) => {
  if (!Array.isArray(args[0])) return refuse("InvalidArgument");
  const columns = args[0].map((column) => wholeNumber(column));
  return handle(
    removal,
    removeDuplicates(draft, ref.sheet, bounded(draft, ref), columns, flag(args[1], false)),
  );
};
