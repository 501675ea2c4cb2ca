/** Happenings as the messages office.js turns into events: numbers and fields as its debug build reads them. */
import { printAddress } from "../formula";
import { sheetById, tablesOn, type Book } from "../model/book";
import { cellAt, EMPTY_GRID } from "../model/cells/grid";
import { asWireValue, valueTypeOf, type CellValue } from "../model/cells/cell";
import type { Happening } from "../model/happening";
import { areaOf } from "../model/formulas/lookup";
import { intersection, type Rectangle } from "../model/cells/rectangle";
import type { EventEntry } from "./entry";

/** Microsoft's numbers, read from its library; those of events it does not have are ours. */
export const TYPE = {
  settingsChanged: 1,
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetSelection: 14,
  sheetDeleted: 15,
  sheetCalculated: 16,
  sheetFormat: 18,
  rowSorted: 19,
  columnSorted: 20,
  singleClicked: 21,
  rowHidden: 22,
  formulaChanged: 23,
  protection: 24,
  sheetName: 25,
  sheetVisibility: 26,
  sheetMoved: 27,
  sheetFiltered: 28,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  tableFiltered: 104,
  bookActivated: 2203,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
} as const;

const COMMENT_CHANGES = {
  edited: "CommentEdited",
  resolved: "CommentResolved",
  reopened: "CommentReopened",
  replied: "ReplyAdded",
  replyEdited: "ReplyEdited",
  replyDeleted: "ReplyDeleted",
} as const;

export type Source = "Local" | "Remote";
/** Who did it: this program, or a person or another one. */
export type Trigger = "ThisLocalAddin" | "Unknown";

const WORKBOOK = "Workbook";

export const addressIn = (book: Book, sheet: string, area: Rectangle): string =>
  printAddress(areaOf(book, sheet, area));

/** Found again by `getRange(context)` of the event. */
export const referenceOf = (sheet: string, area: Rectangle): string =>
  `event:${sheet}:${area.top},${area.left},${area.bottom},${area.right}`;

export const placeOfReference = (reference: string): { sheet: string; area: Rectangle } | undefined => {
  const match = /^event:(.*):(\d+),(\d+),(\d+),(\d+)$/.exec(reference);
  if (!match) return undefined;
  const [, sheet = "", top, left, bottom, right] = match;
  return {
    sheet,
    area: { top: Number(top), left: Number(left), bottom: Number(bottom), right: Number(right) },
  };
};

const detail = (before: CellValue | undefined, after: CellValue | undefined): Record<string, unknown> =>
  before === undefined || after === undefined
    ? {}
    : {
        valueBefore: asWireValue(before),
        valueAfter: asWireValue(after),
        valueTypeBefore: valueTypeOf(before),
        valueTypeAfter: valueTypeOf(after),
      };

/** A formula's result is known only when the event goes out. */
const calculated = (
  book: Book,
  { sheet, area, after }: Extract<Happening, { readonly kind: "changed" }>,
): CellValue | undefined => {
  if (after === undefined) return undefined;
  const cell =
    sheetById(book, sheet) && cellAt(sheetById(book, sheet)?.grid ?? EMPTY_GRID, area.top, area.left);
  return cell?.formula === undefined ? after : cell.value;
};

export const messagesOf = (
  happening: Happening,
  book: Book,
  source: Source,
  triggerSource: Trigger,
): readonly EventEntry[] => {
  const entry = (messageType: number, targetId: string, message: Record<string, unknown>): EventEntry => ({
    messageCategory: 65536,
    messageType,
    targetId,
    message: JSON.stringify(message),
  });
  /** To those who listen to the object and to those who listen to its collection. */
  const both = (type: number, target: string, message: Record<string, unknown>): readonly EventEntry[] => [
    entry(type, target, message),
    entry(type, WORKBOOK, message),
  ];
  const { sheet: worksheetId } = happening as { sheet: string };
  switch (happening.kind) {
    case "changed": {
      const common = {
        changeType: happening.changeType,
        source,
        triggerSource,
        worksheetId,
        ...detail(happening.before, calculated(book, happening)),
        shiftDirection: happening.shift ?? "None",
      };
      const tables = tablesOn(book, worksheetId).flatMap((table) => {
        const inside = intersection(table.area, happening.area);
        if (!inside) return [];
        const message = {
          ...common,
          tableId: table.id,
          address: addressIn(book, worksheetId, inside),
          referenceId: referenceOf(worksheetId, inside),
        };
        return [
          entry(TYPE.tableChanged, table.id, message),
          entry(TYPE.tableChanged, WORKBOOK, message),
          entry(TYPE.tableChanged, worksheetId, message),
        ];
      });
      const message = {
        ...common,
        address: addressIn(book, worksheetId, happening.area),
        referenceId: referenceOf(worksheetId, happening.area),
      };
      return [...both(TYPE.sheetChanged, worksheetId, message), ...tables];
    }
    case "formulaChanged":
      return both(TYPE.formulaChanged, worksheetId, {
        source,
        worksheetId,
        formulaDetails: happening.cells.map(({ row, column, previous }) => ({
          cellAddress: addressIn(book, worksheetId, { top: row, left: column, bottom: row, right: column }),
          previousFormula: previous,
        })),
      });
    case "formatChanged":
      return both(TYPE.sheetFormat, worksheetId, {
        source,
        worksheetId,
        address: addressIn(book, worksheetId, happening.area),
        referenceId: referenceOf(worksheetId, happening.area),
      });
    case "selectionChanged": {
      const address = addressIn(book, worksheetId, happening.area);
      const tables = tablesOn(book, worksheetId).map((table) => {
        const inside = intersection(table.area, happening.area);
        return entry(TYPE.tableSelection, table.id, {
          address: inside ? addressIn(book, worksheetId, inside) : "",
          isInsideTable: inside !== undefined,
          tableId: table.id,
          worksheetId,
        });
      });
      return [...both(TYPE.sheetSelection, worksheetId, { address, worksheetId }), ...tables];
    }
    case "sheetActivated":
      return both(TYPE.sheetActivated, worksheetId, { worksheetId });
    case "sheetDeactivated":
      return both(TYPE.sheetDeactivated, worksheetId, { worksheetId });
    case "sheetAdded":
      return [entry(TYPE.sheetAdded, WORKBOOK, { source, worksheetId })];
    case "sheetDeleted":
      return [entry(TYPE.sheetDeleted, WORKBOOK, { source, worksheetId, worksheetName: happening.name })];
    case "sheetRenamed":
      return both(TYPE.sheetName, worksheetId, {
        nameBefore: happening.before,
        nameAfter: happening.after,
        source,
        worksheetId,
      });
    case "sheetMoved":
      return [
        entry(TYPE.sheetMoved, WORKBOOK, {
          positionBefore: happening.before,
          positionAfter: happening.after,
          source,
          worksheetId,
        }),
      ];
    case "sheetVisibility":
      return both(TYPE.sheetVisibility, worksheetId, {
        visibilityBefore: happening.before,
        visibilityAfter: happening.after,
        source,
        worksheetId,
      });
    case "tableAdded":
      return [
        entry(TYPE.tableAdded, WORKBOOK, { source, tableId: happening.table, worksheetId }),
        entry(TYPE.tableAdded, worksheetId, { source, tableId: happening.table, worksheetId }),
      ];
    case "tableDeleted": {
      const message = { source, tableId: happening.table, tableName: happening.name, worksheetId };
      return [entry(TYPE.tableDeleted, WORKBOOK, message), entry(TYPE.tableDeleted, worksheetId, message)];
    }
    case "rowsSorted":
    case "columnsSorted":
      return both(happening.kind === "rowsSorted" ? TYPE.rowSorted : TYPE.columnSorted, worksheetId, {
        address: addressIn(book, worksheetId, happening.area),
        source,
        worksheetId,
      });
    case "rowHidden":
      return both(TYPE.rowHidden, worksheetId, {
        address: addressIn(book, worksheetId, happening.area),
        changeType: happening.hidden ? "Hidden" : "Unhidden",
        source,
        worksheetId,
      });
    case "protection":
      return both(TYPE.protection, worksheetId, { isProtected: happening.protected, source, worksheetId });
    case "calculated":
      return both(TYPE.sheetCalculated, worksheetId, {
        address: addressIn(book, worksheetId, happening.area),
        worksheetId,
      });
    case "chart": {
      const { what, chart: chartId } = happening;
      if (what === "added" || what === "deleted") {
        const type = what === "added" ? TYPE.chartAdded : TYPE.chartDeleted;
        return [entry(type, worksheetId, { chartId, source, worksheetId })];
      }
      const type = what === "activated" ? TYPE.chartActivated : TYPE.chartDeactivated;
      const message = { chartId, worksheetId };
      return [entry(type, chartId, message), entry(type, worksheetId, message)];
    }
    case "clicked": {
      const { row, column, offsetX, offsetY } = happening;
      const area = { top: row, left: column, bottom: row, right: column };
      const address = addressIn(book, worksheetId, area);
      return both(TYPE.singleClicked, worksheetId, { address, offsetX, offsetY, worksheetId });
    }
    case "sheetFiltered":
      return both(TYPE.sheetFiltered, worksheetId, { worksheetId });
    case "comment": {
      const { what } = happening;
      const details = {
        commentDetails: [{ commentId: happening.comment, replyIds: happening.replies }],
        source,
        worksheetId,
      };
      if (what === "added" || what === "deleted")
        return both(what === "added" ? TYPE.commentAdded : TYPE.commentDeleted, worksheetId, details);
      return both(TYPE.commentChanged, worksheetId, { ...details, changeType: COMMENT_CHANGES[what] });
    }
    case "tableFiltered":
      return both(TYPE.tableFiltered, happening.table, { tableId: happening.table, worksheetId });
    case "bookActivated":
      return [entry(TYPE.bookActivated, WORKBOOK, {})];
    case "settingsChanged":
      return [entry(TYPE.settingsChanged, "", {})];
  }
};
