/** RangeAreas: several ranges of one sheet as one object. */
import { sheetIn } from "../../model/draft";
import {
  cellsOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  moved,
  type Rectangle,
} from "../../model/cells/rectangle";
import { richToText } from "../../model/cells/rich-to-text";
import { usedArea } from "../../model/cells/used";
import { LAST_COLUMN, LAST_ROW } from "../../formula";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type Handle,
  type Turn,
} from "../../wire/object-type";
import { flag, wholeNumber } from "../arguments";
import { conditionalFormats } from "../conditional/format";
import { dataValidation } from "./data-validation";
import { range, special } from "./range";
import { clearRange } from "./clear";
import { addressOf, areasAnywhere, cellsOfRange, rangeRef } from "./address";
import { rangeFormat } from "./format";
import type { LookRef } from "./look-ref";
import { copyInto } from "./search";
import { scopedTables } from "../table/table";
import { worksheet } from "../sheet/worksheet";

interface AreasRef extends LookRef {
  reference?: string;
}

const sheetOf = (ref: AreasRef): string => ref.areas[0]?.sheet ?? refuse("ItemNotFound");

const each =
  (change: (area: Rectangle) => Rectangle | undefined) =>
  (ref: AreasRef): LookRef => ({
    areas: ref.areas.flatMap((one) => {
      const area = change(cellsOfRange(one));
      return area ? [rangeRef(one.sheet, area)] : [];
    }),
  });

const made = ({ areas }: LookRef): Handle =>
  areas.length === 0 ? refuse("ItemNotFound") : handle(rangeAreas, { areas });

export const rangeAreas: ObjectType<AreasRef> = objectType<AreasRef>("RangeAreas", {
  identity: (ref) => (ref.reference === undefined ? {} : { _ReferenceId: ref.reference }),
  scalars: {
    address: { get: (ref, { draft }) => ref.areas.map((one) => addressOf(draft.book, one)).join(",") },
    addressLocal: { get: (ref, { draft }) => ref.areas.map((one) => addressOf(draft.book, one)).join(",") },
    areaCount: { get: (ref) => ref.areas.length },
    cellCount: { get: (ref) => ref.areas.reduce((sum, one) => sum + cellsOf(cellsOfRange(one)), 0) },
    style: {
      get: (ref, turn) => {
        const found = ref.areas.map((one) => range.scalars?.style?.get(one, turn));
        return found.every((name) => name === found[0]) ? found[0] : null;
      },
      set: (ref, value, turn) => {
        for (const one of ref.areas) range.scalars?.style?.set?.(one, value, turn);
      },
    },
    isEntireColumn: { get: (ref) => ref.areas.every((one) => isWholeColumns(cellsOfRange(one))) },
    isEntireRow: { get: (ref) => ref.areas.every((one) => isWholeRows(cellsOfRange(one))) },
  },
  objects: {
    areas: (ref: AreasRef) => handle(rangeCollection, ref),
    format: (ref: AreasRef) => handle(rangeFormat, ref),
    dataValidation: (ref: AreasRef) => handle(dataValidation, ref),
    conditionalFormats: (ref: AreasRef) => handle(conditionalFormats, ref),
    worksheet: (ref: AreasRef) => handle(worksheet, { id: sheetOf(ref) }),
  },
  methods: {
    getSpecialCells: (ref: AreasRef, args: Arguments, turn: Turn) => special(ref.areas, args, turn),
    getTables: (ref: AreasRef, args: Arguments) =>
      handle(scopedTables, { ranges: ref.areas, fullyContained: flag(args[0], false) }),
    copyFrom: (ref: AreasRef, args: Arguments, turn: Turn) => {
      for (const one of ref.areas) copyInto(one, args, turn);
    },
    clear: (ref: AreasRef, args: Arguments, { draft }: Turn) => {
      for (const one of ref.areas) clearRange(draft, one, args[0]);
    },
    convertDataTypeToText: (ref: AreasRef, _: Arguments, { draft }: Turn) => {
      for (const one of ref.areas) richToText(draft, one.sheet, cellsOfRange(one));
    },
    clearOrResetContents: (ref: AreasRef, _: Arguments, { draft }: Turn) => {
      for (const one of ref.areas) clearRange(draft, one, "ResetContents");
    },
    calculate: (ref: AreasRef, args: Arguments, turn: Turn) => {
      for (const one of ref.areas) range.methods?.calculate?.(one, args, turn);
    },
    setDirty: (ref: AreasRef, args: Arguments, turn: Turn) => {
      for (const one of ref.areas) range.methods?.setDirty?.(one, args, turn);
    },
    getEntireColumn: (ref: AreasRef) => made(each((area) => ({ ...area, top: 0, bottom: LAST_ROW }))(ref)),
    getEntireRow: (ref: AreasRef) => made(each((area) => ({ ...area, left: 0, right: LAST_COLUMN }))(ref)),
    getOffsetRangeAreas: (ref: AreasRef, args: Arguments) =>
      made(each((area) => moved(area, wholeNumber(args[0]), wholeNumber(args[1])))(ref)),
    getIntersection: (ref: AreasRef, args: Arguments, { draft }: Turn) => {
      const others = areasAnywhere(draft.book, args[0], sheetOf(ref));
      if (others.some(({ sheet }) => sheet !== sheetOf(ref))) return refuse("InvalidArgument");
      return made({
        areas: ref.areas.flatMap((one) =>
          others.flatMap((other) => {
            const both = intersection(cellsOfRange(one), cellsOfRange(other));
            return both ? [rangeRef(one.sheet, both)] : [];
          }),
        ),
      });
    },
    getUsedRangeAreas: (ref: AreasRef, args: Arguments, { draft }: Turn) =>
      made(each((area) => usedArea(sheetIn(draft, sheetOf(ref)), area, flag(args[0], false)))(ref)),
  },
});

export const rangeCollection: ObjectType<LookRef> = objectType<LookRef>("RangeCollection", {
  items: (ref) => ref.areas.map((one: RangeRef) => handle(range, one)),
});
