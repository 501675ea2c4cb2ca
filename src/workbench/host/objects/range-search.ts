/** What searches and rewrites a range's cells: copy, find, replace, remove duplicates. */
import { copyCells } from "../model/copy";
import { removeDuplicates, type Removal } from "../model/duplicates";
import { findCells, replaceText, type SearchOptions } from "../model/search";
import { sheetIn, type Draft } from "../model/draft";
import { cellsOf, isWholeColumns, isWholeRows, WHOLE_SHEET, type Rectangle } from "../model/rectangle";
import { usedArea } from "../model/used";
import { refuse } from "../refusal";
import type { RangeRef } from "../session";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../wire/object-type";
import { flag, oneOf, plainObject, text, wholeNumber } from "./arguments";
import { cellsOfRange, rangeAnywhere } from "./range-address";

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
  const source = rangeAnywhere(draft.book, args[0], ref.sheet);
  copyCells(
    draft,
    { sheet: source.sheet, area: bounded(draft, source) },
    { sheet: ref.sheet, area: bounded(draft, ref) },
    {
      what: oneOf(args[1], COPY_TYPES, "All"),
      skipBlanks: flag(args[2], false),
      transpose: flag(args[3], false),
    },
  );
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
