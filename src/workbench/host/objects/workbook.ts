/** Workbook: the object every path starts from. */
import { sheetIn } from "../model/draft";
import { rectangle } from "../model/rectangle";
import { refuse } from "../refusal";
import { handle, objectType, type Arguments, type Turn } from "../wire/object-type";
import { text } from "./arguments";
import { application } from "./application";
import { names } from "./name";
import { rangeRef } from "./range-address";
import { range } from "./range";
import { runtime } from "./runtime";
import { tables } from "./table";
import { worksheets } from "./worksheet";

export const workbook = objectType<null>("Workbook", {
  scalars: {
    name: { get: (_, { draft }) => draft.book.name },
    readOnly: { get: () => false },
    usePrecisionAsDisplayed: { get: (_, { draft }) => draft.book.usePrecisionAsDisplayed },
    calculationEngineVersion: { get: () => 191029 },
    autoSave: { get: () => false },
    previouslySaved: { get: () => false },
  },
  objects: {
    worksheets: () => handle(worksheets, null),
    tables: () => handle(tables, {}),
    names: () => handle(names, {}),
    application: () => handle(application, null),
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
    getIsActiveCollabSession: () => false,
    _getObjectByReferenceId: (_: null, args: Arguments, { session }: Turn) =>
      session.byReference(text(args[0])) ?? refuse("ItemNotFound"),
    _getReferenceCount: (_: null, __: Arguments, { session }: Turn) => session.count(),
    _removeReference: (_: null, args: Arguments, { session }: Turn) => session.forget(text(args[0])),
    _removeAllReferences: (_: null, __: Arguments, { session }: Turn) => session.forgetAll(),
  },
});
