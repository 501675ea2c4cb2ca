/** Workbook: the object every path starts from. */
import { sheetIn, updateBook } from "../../model/draft";
import { rectangle } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import { handle, objectType, type ObjectType, type Arguments, type Turn } from "../../wire/object-type";
import { flag, text } from "../arguments";
import { application } from "./application";
import { bindings } from "./binding";
import { chart } from "../chart/chart";
import { comments } from "../sheet/comment";
import { functions } from "./functions";
import { dataConnections, linkedWorkbooks, queries } from "./linked-workbooks";
import { names } from "./name";
import { notes } from "../sheet/note";
import { rangeRef } from "../range/address";
import { range } from "../range/range";
import { pivotTables } from "../pivot/pivot-table";
import { runtime } from "./runtime";
import { tables } from "../table/table";
import { worksheets } from "../sheet/worksheet";
import { placeOfReference } from "../../events/messages";
import { sheetById } from "../../model/book";
import { orNull } from "../../wire/query";
import { documentProperties } from "./properties";
import { workbookProtection } from "../sheet/protection";
import { rangeAreas } from "../range/areas";
import { settings, xmlParts } from "./settings";
import { slicers } from "./slicer";
import { styles } from "./style";
import { pivotTableStyles, slicerStyles, tableStyles, timelineStyles } from "./style-lists";
import { closeWorkbook, createAndOpenWorkbook, insertWorksheetsFromBase64, saveWorkbook } from "./files";

const eventRange = (_: null, args: Arguments, { draft }: Turn) => {
  const place = placeOfReference(text(args[0])) ?? refuse("ItemNotFound");
  return sheetById(draft.book, place.sheet)
    ? handle(range, rangeRef(place.sheet, place.area))
    : refuse("ItemNotFound");
};

export const workbook: ObjectType<null> = objectType<null>("Workbook", {
  scalars: {
    name: { get: (_, { draft }) => draft.book.name },
    readOnly: { get: () => false },
    usePrecisionAsDisplayed: { get: (_, { draft }) => draft.book.usePrecisionAsDisplayed },
    isDirty: {
      get: (_, { draft, session }) => {
        const { saving } = session.host;
        return saving.said ?? (saving.dirty || draft.happenings.length > 0);
      },
      set: (_, value, { session }) => {
        session.host.saving.said = flag(value, true);
      },
    },
    calculationEngineVersion: { get: () => 191029 },
    autoSave: { get: () => false },
    previouslySaved: { get: (_, { session }) => session.host.saving.before },
    chartDataPointTrack: {
      get: (_, { draft }) => draft.book.chartDataPointTrack ?? true,
      set: (_, value, { draft }) => updateBook(draft, { chartDataPointTrack: flag(value, true) }),
    },
  },
  objects: {
    worksheets: () => handle(worksheets, null),
    tables: () => handle(tables, {}),
    linkedWorkbooks: () => handle(linkedWorkbooks, null),
    queries: () => handle(queries, null),
    dataConnections: () => handle(dataConnections, null),
    tableStyles: () => handle(tableStyles, null),
    pivotTableStyles: () => handle(pivotTableStyles, null),
    slicerStyles: () => handle(slicerStyles, null),
    timelineStyles: () => handle(timelineStyles, null),
    slicers: () => handle(slicers, {}),
    pivotTables: () => handle(pivotTables, {}),
    names: () => handle(names, {}),
    application: () => handle(application, null),
    settings: () => handle(settings, null),
    customXmlParts: () => handle(xmlParts, null),
    properties: () => handle(documentProperties, null),
    protection: () => handle(workbookProtection, null),
    styles: () => handle(styles, null),
    comments: () => handle(comments, {}),
    notes: () => handle(notes, {}),
    bindings: () => handle(bindings, null),
    functions: () => handle(functions, null),
    _runtime: () => handle(runtime, null),
  },
  methods: {
    getSelectedRange: (_: null, __: Arguments, { draft }: Turn) => {
      const sheet = sheetIn(draft, draft.book.activeSheet);
      return handle(range, rangeRef(sheet.id, sheet.selection));
    },
    getActiveCell: (_: null, __: Arguments, { draft }: Turn) => {
      const sheet = sheetIn(draft, draft.book.activeSheet);
      return handle(range, rangeRef(sheet.id, rectangle(sheet.activeCell.row, sheet.activeCell.column)));
    },
    getActiveChart: (_: null, __: Arguments, { draft }: Turn) => {
      const { id: sheet, activeChart: id } = sheetIn(draft, draft.book.activeSheet);
      return id === undefined ? refuse("ItemNotFound") : handle(chart, { sheet, id });
    },
    // Slicers are not drawn, so nobody ever clicked one.
    getActiveSlicer: () => refuse("ItemNotFound"),
    getSelectedRanges: (_: null, __: Arguments, { draft }: Turn) => {
      const sheet = sheetIn(draft, draft.book.activeSheet);
      return handle(rangeAreas, { areas: [rangeRef(sheet.id, sheet.selection)] });
    },
    _getRangeForEventByReferenceId: eventRange,
    _getRangeOrNullObjectForEventByReferenceId: (_: null, args: Arguments, turn: Turn) =>
      orNull(() => eventRange(null, args, turn)),
    getIsActiveCollabSession: () => false,
    insertWorksheetsFromBase64,
    createAndOpenWorkbook,
    save: saveWorkbook,
    close: closeWorkbook,
    _getObjectByReferenceId: (_: null, args: Arguments, { session }: Turn) =>
      session.byReference(text(args[0])) ?? refuse("ItemNotFound"),
    _getReferenceCount: (_: null, __: Arguments, { session }: Turn) => session.count(),
    _removeReference: (_: null, args: Arguments, { session }: Turn) => session.forget(text(args[0])),
    _removeAllReferences: (_: null, __: Arguments, { session }: Turn) => session.forgetAll(),
  },
});
