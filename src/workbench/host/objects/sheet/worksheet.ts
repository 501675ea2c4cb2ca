/** Worksheet and the collection of worksheets. */
import { sheetById, sheetByName, type Book } from "../../model/book";
import { sheetIn, updateSheet, type Draft } from "../../model/draft";
import { copySheet } from "../../model/sheets/copy-sheet";
import { WHOLE_SHEET, rectangle } from "../../model/cells/rectangle";
import {
  activateSheet,
  addSheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  setVisibility,
} from "../../model/sheets/sheets";
import type { Sheet } from "../../model/sheets/sheet";
import { usedArea } from "../../model/cells/used";
import { refuse } from "../../refusal";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, flag, oneOf, optionalText, text, wholeNumber } from "../arguments";
import { colorFrom } from "../color";
import { rangeFromText, rangeRef } from "../range/address";
import { range } from "../range/range";
import { tables } from "../table/table";
import { names } from "../workbook/name";
import { autoFilter } from "../table/filter";
import { charts } from "../chart/chart";
import { comments } from "./comment";
import { notes } from "./note";
import { freezePanes } from "./freeze-panes";
import { pageBreaks } from "./page-break";
import { pivotTables } from "../pivot/pivot-table";
import { pageLayout } from "./page-layout";
import { sheetProperties } from "../workbook/properties";
import { rangeAreas } from "../range/areas";
import { worksheetProtection } from "./protection";
import { slicers } from "../workbook/slicer";
import { shapes } from "../shape/shape";
import { criteriaFrom, replaceIn } from "../range/search";
import { findCells } from "../../model/cells/search";
import { showLevels } from "../../model/sheets/outline";

export interface SheetRef {
  readonly id: string;
}

const of = (ref: SheetRef, { draft }: Turn): Sheet => sheetIn(draft, ref.id);

const VISIBILITY = ["Visible", "Hidden", "VeryHidden"] as const;

const neighbour =
  (step: 1 | -1) =>
  (ref: SheetRef, args: Arguments, { draft }: Turn) => {
    const onlyVisible = flag(args[0], false);
    const { sheets } = draft.book;
    let at = sheets.findIndex((sheet) => sheet.id === ref.id) + step;
    while (onlyVisible && sheets[at] && sheets[at]?.visibility !== "Visible") at += step;
    const found = sheets[at];
    return found ? handle(worksheet, { id: found.id }) : refuse("ItemNotFound");
  };

const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

/** Where a copy goes: beside another sheet, first, or last when nothing is said. */
const positionFrom = (args: Arguments, { book }: Draft): number => {
  const where = oneOf(args[0], POSITIONS, "None");
  if (where === "Beginning") return 0;
  if (where === "None" || where === "End") return book.sheets.length;
  const beside = args[1];
  if (!isHandle(beside) || beside.type.name !== "Worksheet") return refuse("InvalidArgument");
  const at = book.sheets.findIndex(({ id }) => id === (beside.ref as SheetRef).id);
  return where === "Before" ? at : at + 1;
};

const toggled = (key: "showGridlines" | "showHeadings" | "enableCalculation" | "showDataTypeIcons") => ({
  get: (ref: SheetRef, turn: Turn) => of(ref, turn)[key],
  set: (ref: SheetRef, value: unknown, { draft }: Turn) =>
    updateSheet(draft, ref.id, { [key]: flag(value, true) }),
});

export const worksheet: ObjectType<SheetRef> = objectType<SheetRef>("Worksheet", {
  identity: (ref) => ({ Id: ref.id }),
  aliases: { Gridlines: "showGridlines", Headings: "showHeadings" },
  scalars: {
    id: { get: (ref, turn) => of(ref, turn).id },
    name: {
      get: (ref, turn) => of(ref, turn).name,
      set: (ref, value, { draft }) => renameSheet(draft, ref.id, text(value)),
    },
    position: {
      get: (ref, { draft }) => draft.book.sheets.findIndex((sheet) => sheet.id === ref.id),
      set: (ref, value, { draft }) => moveSheet(draft, ref.id, wholeNumber(value)),
    },
    visibility: {
      get: (ref, turn) => of(ref, turn).visibility,
      set: (ref, value, { draft }) => setVisibility(draft, ref.id, oneOf(value, VISIBILITY)),
    },
    tabColor: {
      get: (ref, turn) => of(ref, turn).tabColor,
      set: (ref, value, { draft }) =>
        updateSheet(draft, ref.id, { tabColor: value === "" ? "" : colorFrom(value) }),
    },
    standardWidth: {
      get: (ref, turn) => of(ref, turn).standardWidth,
      set: (ref, value, { draft }) => {
        const characters = anyNumber(value);
        if (characters < 0 || characters > 255) refuse("InvalidArgument");
        updateSheet(draft, ref.id, { standardWidth: characters });
      },
    },
    standardHeight: { get: (ref, turn) => of(ref, turn).standardHeight },
    showGridlines: toggled("showGridlines"),
    showHeadings: toggled("showHeadings"),
    enableCalculation: toggled("enableCalculation"),
    showDataTypeIcons: { ...toggled("showDataTypeIcons"), onlyByName: true },
    tabId: {
      get: (ref, turn) => parseInt(of(ref, turn).id.slice(-13, -1), 16),
    },
  },
  objects: {
    tables: (ref: SheetRef) => handle(tables, { sheet: ref.id }),
    slicers: (ref: SheetRef) => handle(slicers, { sheet: ref.id }),
    pivotTables: (ref: SheetRef) => handle(pivotTables, { sheet: ref.id }),
    names: (ref: SheetRef) => handle(names, { scope: ref.id }),
    charts: (ref: SheetRef) => handle(charts, { sheet: ref.id }),
    protection: (ref: SheetRef) => handle(worksheetProtection, ref),
    freezePanes: (ref: SheetRef) => handle(freezePanes, ref),
    pageLayout: (ref: SheetRef) => handle(pageLayout, ref),
    autoFilter: (ref: SheetRef) => handle(autoFilter, { kind: "sheet", sheet: ref.id }),
    customProperties: (ref: SheetRef) => handle(sheetProperties, ref),
    comments: (ref: SheetRef) => handle(comments, { sheet: ref.id }),
    notes: (ref: SheetRef) => handle(notes, { sheet: ref.id }),
    shapes: (ref: SheetRef) => handle(shapes, { sheet: ref.id }),
    horizontalPageBreaks: (ref: SheetRef) => handle(pageBreaks, { sheet: ref.id, along: "rows" }),
    verticalPageBreaks: (ref: SheetRef) => handle(pageBreaks, { sheet: ref.id, along: "columns" }),
  },
  methods: {
    activate: (ref: SheetRef, _: Arguments, { draft }: Turn) => activateSheet(draft, ref.id),
    delete: (ref: SheetRef, _: Arguments, { draft }: Turn) => deleteSheet(draft, ref.id),
    copy: (ref: SheetRef, args: Arguments, { draft }: Turn) =>
      handle(worksheet, { id: copySheet(draft, ref.id, positionFrom(args, draft)) }),
    calculate: (_ref: SheetRef, args: Arguments, { session }: Turn) =>
      session.host.calculate(flag(args[0], false) ? "Full" : "Recalculate"),
    getCell: (ref: SheetRef, args: Arguments) =>
      handle(range, rangeRef(ref.id, rectangle(wholeNumber(args[0]), wholeNumber(args[1])))),
    getRange: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      const address = optionalText(args[0]);
      return handle(
        range,
        address === undefined ? rangeRef(ref.id, WHOLE_SHEET) : rangeFromText(draft.book, address, ref.id),
      );
    },
    getRangeByIndexes: (ref: SheetRef, args: Arguments) => {
      const [row, column, rows, columns] = args.map((each) => wholeNumber(each)) as [
        number,
        number,
        number,
        number,
      ];
      if (rows < 1 || columns < 1) return refuse("InvalidArgument");
      return handle(range, rangeRef(ref.id, rectangle(row, column, rows, columns)));
    },
    getUsedRange: (ref: SheetRef, args: Arguments, turn: Turn) => {
      const area = usedArea(of(ref, turn), WHOLE_SHEET, flag(args[0], false));
      return handle(range, rangeRef(ref.id, area ?? rectangle(0, 0)));
    },
    getUsedRangeOrNullObject: (ref: SheetRef, args: Arguments, turn: Turn) => {
      const area = usedArea(of(ref, turn), WHOLE_SHEET, flag(args[0], false));
      return area ? handle(range, rangeRef(ref.id, area)) : null;
    },
    getRanges: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      const addresses = (optionalText(args[0]) ?? "").split(",").map((one) => one.trim());
      const areas =
        addresses[0] === ""
          ? [rangeRef(ref.id, WHOLE_SHEET)]
          : addresses.map((one) => rangeFromText(draft.book, one, ref.id));
      return handle(rangeAreas, { areas });
    },
    findAll: (ref: SheetRef, args: Arguments, { draft }: Turn) => {
      const found = findCells(draft, ref.id, WHOLE_SHEET, text(args[0]), criteriaFrom(args[1]));
      if (found.length === 0) return refuse("ItemNotFound");
      return handle(rangeAreas, {
        areas: found.map(({ row, column }) => rangeRef(ref.id, rectangle(row, column))),
      });
    },
    replaceAll: (ref: SheetRef, args: Arguments, turn: Turn) => replaceIn(ref.id, WHOLE_SHEET, args, turn),
    showOutlineLevels: (ref: SheetRef, args: Arguments, { draft }: Turn) =>
      showLevels(draft, ref.id, wholeNumber(args[0]), wholeNumber(args[1])),
    getNext: neighbour(1),
    getPrevious: neighbour(-1),
    _getSheetById: (_: SheetRef, args: Arguments, { draft }: Turn) =>
      itemOf(draft.book, args[0]) ?? refuse("ItemNotFound"),
    _getAnotherWorksheetById: (_: SheetRef, args: Arguments, { draft }: Turn) =>
      itemOf(draft.book, args[0]) ?? refuse("ItemNotFound"),
  },
});

const itemOf = (book: Book, key: unknown): Handle | null => {
  if (typeof key !== "string") return refuse("InvalidArgument");
  const found = sheetById(book, key) ?? sheetByName(book, key);
  return found ? handle(worksheet, { id: found.id }) : null;
};

const firstOf =
  (order: 1 | -1) =>
  (_: null, args: Arguments, { draft }: Turn) => {
    const all = draft.book.sheets.filter((sheet) => !flag(args[0], false) || sheet.visibility === "Visible");
    const found = order === 1 ? all[0] : all.at(-1);
    return found ? handle(worksheet, { id: found.id }) : refuse("ItemNotFound");
  };

export const worksheets: ObjectType<null> = objectType<null>("WorksheetCollection", {
  items: (_, { draft }) => draft.book.sheets.map(({ id }) => handle(worksheet, { id })),
  item: (_, key, { draft }) => itemOf(draft.book, key),
  methods: {
    add: (_: null, args: Arguments, { draft }: Turn) =>
      handle(worksheet, { id: addSheet(draft, optionalText(args[0])) }),
    getActiveWorksheet: (_: null, __: Arguments, { draft }: Turn) =>
      handle(worksheet, { id: draft.book.activeSheet }),
    getFirst: firstOf(1),
    getLast: firstOf(-1),
    getCount: (_: null, args: Arguments, { draft }: Turn) =>
      draft.book.sheets.filter((sheet) => !flag(args[0], false) || sheet.visibility === "Visible").length,
  },
});
