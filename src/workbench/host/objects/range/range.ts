/** Range: cells of one sheet, wherever they have moved to since it was taken. */
import { selectChart } from "../../model/charts/charts";
import { readCell, sheetIn, updateSheet, type Draft } from "../../model/draft";
import { cellAt } from "../../model/cells/grid";
import { merge, unmerge } from "../../model/looks/merge";
import { moveCells } from "../../model/entry/move";
import { foldGroup, group, type Axis } from "../../model/sheets/outline";
import {
  cellsOf,
  columnsOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  rectangle,
  rowsOf,
} from "../../model/cells/rectangle";
import { activateSheet } from "../../model/sheets/sheets";
import { SPECIAL_KINDS, specialCells, VALUE_KINDS } from "../../model/cells/special-cells";
import { richToText } from "../../model/cells/rich-to-text";
import { deleteCells, insertCells } from "../../model/shifting/structure";
import { styleValue } from "../../model/looks/style";
import { applyNamedStyle } from "../../model/looks/styles";
import { agreed } from "../../model/cells/uniform";
import { usedArea } from "../../model/cells/used";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type Handle,
  type MethodMember,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { flag, oneOf, text } from "../arguments";
import { clearRange } from "./clear";
import { fillMethods } from "./autofill";
import { cellPropertyMethods } from "./cell-properties";
import { conditionalFormats } from "../conditional/format";
import { dataValidation } from "./data-validation";
import { control } from "./cell-control";
import { hyperlink } from "./hyperlink";
import { addressOf, cellsOfRange, rangeAnywhere, rangeRef } from "./address";
import { rangeAreas } from "./areas";
import { rangeFormat } from "./format";
import { lookOf } from "./look-ref";
import { at, placeMethods } from "./place";
import { copyInto, firstFound, replaceIn, withoutDuplicates } from "./search";
import { sizeScalars } from "./size";
import { isUnbounded, matrix, valueScalars } from "./values";
import { rangeView } from "./view";
import { rangeSort } from "./sort";
import { scopedTables } from "../table/table";
import { scopedPivotTables } from "../pivot/pivot-table";
import { tracingMethods } from "./areas-of-workbook";
import { worksheet } from "../sheet/worksheet";

const select: MethodMember<RangeRef> = (ref: RangeRef, _: Arguments, { draft }: Turn) => {
  const area = cellsOfRange(ref);
  activateSheet(draft, ref.sheet);
  const { selection, activeCell } = sheetIn(draft, ref.sheet);
  updateSheet(draft, ref.sheet, {
    selection: { ...area },
    activeCell: { row: area.top, column: area.left },
  });
  selectChart(draft, ref.sheet, undefined);
  if (JSON.stringify(selection) !== JSON.stringify({ ...area }) || activeCell.row !== area.top) {
    draft.happenings.push({ kind: "selectionChanged", sheet: ref.sheet, area });
  }
};

const firstCell = (ref: RangeRef, { draft }: Turn) => {
  const area = cellsOfRange(ref);
  if (cellsOf(area) !== 1) refuse("InvalidArgument");
  return readCell(draft, ref.sheet, area.top, area.left);
};

const outlined =
  (change: (draft: Draft, ref: RangeRef, axis: Axis) => void): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments, { draft }: Turn) => {
    // Grouping is no option of a protection: a protected sheet's outline stays as it is.
    if (sheetIn(draft, ref.sheet).protection) refuse("AccessDenied");
    change(draft, ref, oneOf(args[0], ["ByRows", "ByColumns"]) === "ByRows" ? "rows" : "columns");
  };

export const special = (areas: readonly RangeRef[], args: Arguments, { draft }: Turn): Handle => {
  const kind = oneOf(args[0], SPECIAL_KINDS);
  const values = oneOf(args[1], VALUE_KINDS, "All");
  const found = areas.flatMap((one) =>
    specialCells(sheetIn(draft, one.sheet), cellsOfRange(one), kind, values).map((area) =>
      rangeRef(one.sheet, area),
    ),
  );
  return found.length === 0 ? refuse("ItemNotFound") : handle(rangeAreas, { areas: found });
};

/** All of it, none, or null for a part. */
const spilling: Scalar<RangeRef> = {
  get: (ref, { draft }) => {
    const area = cellsOfRange(ref);
    if (isUnbounded(area)) return null;
    const { grid } = sheetIn(draft, ref.sheet);
    let spilled = 0;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = cellAt(grid, row, column);
        if (cell?.spill || cell?.spilledFrom) spilled++;
      }
    }
    return spilled === 0 ? false : spilled === cellsOf(area) ? true : null;
  },
};

export const range: ObjectType<RangeRef> = objectType<RangeRef>("Range", {
  identity: (ref) => (ref.reference === undefined ? {} : { _ReferenceId: ref.reference }),
  scalars: {
    ...valueScalars,
    address: { get: (ref, { draft }) => addressOf(draft.book, ref) },
    addressLocal: { get: (ref, { draft }) => addressOf(draft.book, ref) },
    rowIndex: { get: (ref) => cellsOfRange(ref).top },
    columnIndex: { get: (ref) => cellsOfRange(ref).left },
    rowCount: { get: (ref) => rowsOf(cellsOfRange(ref)) },
    columnCount: { get: (ref) => columnsOf(cellsOfRange(ref)) },
    cellCount: {
      get: (ref) => {
        const count = cellsOf(cellsOfRange(ref));
        return count > 2_147_483_647 ? -1 : count;
      },
    },
    isEntireColumn: { get: (ref) => isWholeColumns(cellsOfRange(ref)) },
    isEntireRow: { get: (ref) => isWholeRows(cellsOfRange(ref)) },
    hyperlink,
    control,
    style: {
      get: (ref, { draft }) =>
        agreed(draft.book, ref.sheet, cellsOfRange(ref), (look) => styleValue(look, "styleName")) ?? null,
      set: (ref, value, { draft }) => applyNamedStyle(draft, ref.sheet, cellsOfRange(ref), text(value)),
    },
    linkedDataTypeState: {
      get: (ref, turn) =>
        matrix(turn, ref, ({ rich }) => (rich?.type === "LinkedEntity" ? "ValidLinkedData" : "None")),
      onlyByName: true,
    },
    hasSpill: spilling,
    // A formula that spills is written to the file as an array.
    savedAsArray: { ...spilling, onlyByName: true },
    ...sizeScalars,
  },
  objects: {
    format: (ref: RangeRef) => handle(rangeFormat, lookOf(ref)),
    dataValidation: (ref: RangeRef) => handle(dataValidation, lookOf(ref)),
    conditionalFormats: (ref: RangeRef) => handle(conditionalFormats, lookOf(ref)),
    sort: (ref: RangeRef) => handle(rangeSort, ref),
    worksheet: (ref: RangeRef) => handle(worksheet, { id: ref.sheet }),
  },
  methods: {
    ...placeMethods,
    getSpillParent: (ref: RangeRef, _: Arguments, turn: Turn) => {
      const { spill, spilledFrom } = firstCell(ref, turn);
      const { top, left } = cellsOfRange(ref);
      if (spill) return at(ref, rectangle(top, left));
      return spilledFrom ? at(ref, rectangle(spilledFrom.row, spilledFrom.column)) : refuse("ItemNotFound");
    },
    getSpillingToRange: (ref: RangeRef, _: Arguments, turn: Turn) => {
      const { spill } = firstCell(ref, turn);
      const { top, left } = cellsOfRange(ref);
      return spill ? at(ref, rectangle(top, left, spill.rows, spill.columns)) : refuse("ItemNotFound");
    },
    getTables: (ref: RangeRef, args: Arguments) =>
      handle(scopedTables, { ranges: [ref], fullyContained: flag(args[0], false) }),
    getPivotTables: (ref: RangeRef, args: Arguments) =>
      handle(scopedPivotTables, { ranges: [ref], fullyContained: flag(args[0], false) }),
    getMergedAreas: (ref: RangeRef, _: Arguments, { draft }: Turn) => {
      // As Excel answers it: what of the merged areas lies within this range.
      const areas = sheetIn(draft, ref.sheet).merged.flatMap(
        (one) => intersection(one, cellsOfRange(ref)) ?? [],
      );
      return areas.length === 0
        ? refuse("ItemNotFound")
        : handle(rangeAreas, { areas: areas.map((area) => rangeRef(ref.sheet, area)) });
    },
    merge: (ref: RangeRef, args: Arguments, { draft }: Turn) =>
      merge(draft, ref.sheet, { ...cellsOfRange(ref) }, flag(args[0], false)),
    unmerge: (ref: RangeRef, _: Arguments, { draft }: Turn) => unmerge(draft, ref.sheet, cellsOfRange(ref)),
    group: outlined((draft, ref, axis) => group(draft, ref.sheet, cellsOfRange(ref), axis, 1)),
    ungroup: outlined((draft, ref, axis) => group(draft, ref.sheet, cellsOfRange(ref), axis, -1)),
    hideGroupDetails: outlined((draft, ref, axis) =>
      foldGroup(draft, ref.sheet, cellsOfRange(ref), axis, true),
    ),
    showGroupDetails: outlined((draft, ref, axis) =>
      foldGroup(draft, ref.sheet, cellsOfRange(ref), axis, false),
    ),
    insert: (ref: RangeRef, args: Arguments, { draft }: Turn) => {
      const area = { ...cellsOfRange(ref) };
      insertCells(draft, ref.sheet, area, oneOf(args[0], ["Down", "Right"]));
      return at(ref, area);
    },
    delete: (ref: RangeRef, args: Arguments, { draft }: Turn) =>
      deleteCells(draft, ref.sheet, cellsOfRange(ref), oneOf(args[0], ["Up", "Left"])),
    copyFrom: copyInto,
    find: (ref: RangeRef, args: Arguments, turn: Turn) => {
      const { row, column } = firstFound(ref, args, turn);
      return at(ref, rectangle(row, column));
    },
    replaceAll: (ref: RangeRef, args: Arguments, turn: Turn) =>
      replaceIn(ref.sheet, cellsOfRange(ref), args, turn),
    removeDuplicates: withoutDuplicates,
    ...tracingMethods,
    ...cellPropertyMethods,
    getSpecialCells: (ref: RangeRef, args: Arguments, turn: Turn) => special([ref], args, turn),
    ...fillMethods,
    moveTo: (ref: RangeRef, args: Arguments, { draft }: Turn) => {
      const target = rangeAnywhere(draft.book, args[0], ref.sheet);
      const { top, left } = cellsOfRange(target);
      moveCells(draft, { sheet: ref.sheet, area: { ...cellsOfRange(ref) } }, target.sheet, top, left);
    },
    getVisibleView: (ref: RangeRef) => handle(rangeView, { range: ref }),
    clear: (ref: RangeRef, args: Arguments, { draft }: Turn) => clearRange(draft, ref, args[0]),
    convertDataTypeToText: (ref: RangeRef, _: Arguments, { draft }: Turn) =>
      richToText(draft, ref.sheet, cellsOfRange(ref)),
    clearOrResetContents: (ref: RangeRef, _: Arguments, { draft }: Turn) =>
      clearRange(draft, ref, "ResetContents"),
    select,
    setDirty: (ref: RangeRef, _: Arguments, { draft }: Turn) => {
      const area = cellsOfRange(ref);
      const within = usedArea(sheetIn(draft, ref.sheet), area, true);
      if (!within) return;
      for (let row = within.top; row <= within.bottom; row++) {
        for (let column = within.left; column <= within.right; column++)
          draft.dirty.push({ sheet: ref.sheet, row, column });
      }
    },
    calculate: (ref: RangeRef, args: Arguments, turn: Turn) => {
      range.methods?.setDirty?.(ref, args, turn);
      turn.session.host.calculate("Recalculate");
    },
    _validateArraySize: (ref: RangeRef, args: Arguments) => {
      const area = cellsOfRange(ref);
      if (args[0] !== rowsOf(area) || args[1] !== columnsOf(area)) {
        refuse(
          "InvalidArgument",
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
    },
  },
});
