/** RangeView: what of a range can be seen, without the rows and columns that are hidden or filtered away. */
import { sheetIn, type Draft } from "../../model/draft";
import { rectangle, type Rectangle } from "../../model/cells/rectangle";
import type { Lines } from "../../model/sheets/sheet";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { handle, objectType, type ObjectType, type Scalar, type Turn } from "../../wire/object-type";
import { range } from "./range";
import { addressOf, cellsOfRange, rangeRef } from "./address";
import { isUnbounded, valueScalars } from "./values";

export interface ViewRef {
  readonly range: RangeRef;
  /** Counted from the first row that can be seen. */
  readonly row?: number;
}

const visible = (lines: Lines, first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((index) => {
    const line = lines.get(index);
    return !line?.hidden && !line?.filtered;
  });

const seen = (
  ref: ViewRef,
  draft: Draft,
): { rows: readonly number[]; columns: readonly number[]; area: Rectangle } => {
  const area = cellsOfRange(ref.range);
  if (isUnbounded(area)) return refuse("InvalidArgument");
  const sheet = sheetIn(draft, ref.range.sheet);
  const rows = visible(sheet.rows, area.top, area.bottom);
  const row = ref.row === undefined ? undefined : rows[ref.row];
  return {
    area,
    rows: ref.row === undefined ? rows : row === undefined ? refuse("ItemNotFound") : [row],
    columns: visible(sheet.columns, area.left, area.right),
  };
};

const part = (key: keyof typeof valueScalars): Scalar<ViewRef> => ({
  onlyByName: valueScalars[key]?.onlyByName ?? false,
  get: (ref, turn) => {
    const { rows, columns, area } = seen(ref, turn.draft);
    return rows.map((row) => {
      const line = valueScalars[key]?.get({ ...ref.range, area: { ...area, top: row, bottom: row } }, turn);
      const cells: readonly unknown[] = Array.isArray(line) && Array.isArray(line[0]) ? line[0] : [];
      return columns.map((column) => cells[column - area.left]);
    });
  },
});

const TAKEN = [
  "values",
  "valuesAsJson",
  "valuesAsJsonLocal",
  "formulas",
  "formulasLocal",
  "formulasR1C1",
  "text",
  "numberFormat",
  "valueTypes",
] as const;

export const rangeView: ObjectType<ViewRef> = objectType<ViewRef>("RangeView", {
  scalars: {
    ...Object.fromEntries(TAKEN.map((key) => [key, part(key)])),
    rowCount: { get: (ref, { draft }) => seen(ref, draft).rows.length },
    columnCount: { get: (ref, { draft }) => seen(ref, draft).columns.length },
    index: { get: (ref) => ref.row ?? 0 },
    cellAddresses: {
      get: (ref, { draft }) => {
        const { rows, columns } = seen(ref, draft);
        return rows.map((row) =>
          columns.map((column) => addressOf(draft.book, rangeRef(ref.range.sheet, rectangle(row, column)))),
        );
      },
    },
  },
  objects: { rows: (ref: ViewRef) => handle(rangeViews, ref) },
  methods: {
    getRange: (ref: ViewRef, _: unknown, { draft }: Turn) => {
      const { rows, area } = seen(ref, draft);
      const [row] = rows;
      if (ref.row === undefined || row === undefined) return handle(range, ref.range);
      return handle(range, rangeRef(ref.range.sheet, { ...area, top: row, bottom: row }));
    },
  },
});

const rangeViews: ObjectType<ViewRef> = objectType<ViewRef>("RangeViewCollection", {
  items: (ref, { draft }) => seen(ref, draft).rows.map((_, row) => handle(rangeView, { ...ref, row })),
});
