/** `Office.context.document`: what is selected, read and written; going to a place; the file; bindings, settings, events. */
import { TYPE } from "../events/messages";
import { sheetById, tablesOn, type Book } from "../model/book";
import { selectChart } from "../model/charts/charts";
import { sheetIn, updateSheet, type Draft } from "../model/draft";
import { contains, intersection, isWholeColumns, isWholeRows } from "../model/cells/rectangle";
import { activateSheet } from "../model/sheets/sheets";
import { bodyOf, headerOf } from "../model/tables/table";
import { usedArea } from "../model/cells/used";
import { placeOfBinding } from "../model/attached/binding";
import { rangeAnywhere } from "../objects/range/address";
import { answer, optionsIn, type Options } from "./answer";
import { officeBindings, type OfficeBindings } from "./bindings";
import type { CommonHost } from "./common-host";
import { fileGiver } from "./file-slices";
import { createHandlers } from "./handlers";
import { fail } from "./problem";
import { readAs, type Cells } from "./reading";
import { officeSettings } from "./settings";
import { applyCellFormats, applyTableOptions } from "./table-formats";
import { addPicture, dataOf, selectionOf, writeIntoSelection } from "./writing";

/** Of whole rows and columns the part in use, and at least one cell. */
const boundedIn = (book: Book, { sheet: id, area }: Cells): Cells => {
  if (!isWholeColumns(area) && !isWholeRows(area)) return { sheet: id, area };
  const sheet = sheetById(book, id);
  const used = sheet && usedArea(sheet, area, true);
  const first = { ...area, bottom: area.top, right: area.left };
  if (!used) return { sheet: id, area: first };
  return { sheet: id, area: { top: area.top, left: area.left, bottom: used.bottom, right: used.right } };
};

const readSelection = (book: Book, coercion: unknown, options: Options): unknown => {
  const sheet = sheetById(book, book.activeSheet) ?? fail(1001);
  const cells = boundedIn(book, { sheet: sheet.id, area: sheet.selection });
  const table = tablesOn(book, sheet.id).find(({ area }) => contains(area, cells.area));
  const header = table && headerOf(table);
  if (coercion !== "table" || !table) return readAs(book, cells, undefined, coercion, options);
  // Of a table, its rows: the header is told apart even when it is selected along.
  const body = intersection(bodyOf(table), cells.area) ?? bodyOf(table);
  const over = header && { ...header, left: body.left, right: body.right };
  return readAs(book, { sheet: cells.sheet, area: body }, over, coercion, options);
};

const writeSelection = (draft: Draft, data: unknown, options: Options): void => {
  const coercion = options["coercionType"];
  const selected = selectionOf(draft);
  if (coercion === "image" || coercion === "xmlSvg") {
    const text = coercion === "xmlSvg" && typeof data === "string" ? btoa(data) : data;
    return addPicture(draft, selected, text, options);
  }
  const coerced = dataOf(data, coercion);
  const { sheet, area } = writeIntoSelection(draft, selected, coerced);
  const table = tablesOn(draft.book, sheet).find((one) => contains(one.area, area));
  if (coerced.kind !== "table" || !table) return;
  if (options["tableOptions"] !== undefined) applyTableOptions(draft, table.id, options["tableOptions"]);
  if (options["cellFormat"] !== undefined) applyCellFormats(draft, table.id, options["cellFormat"]);
};

const goTo = (draft: Draft, id: unknown, type: unknown, options: Options): void => {
  const { book } = draft;
  const place = (): Cells => {
    switch (type) {
      case "binding": {
        const bound = book.bindings.find((one) => one.id === id) ?? fail(7002, String(id));
        return placeOfBinding(book, bound) ?? fail(7002, String(id));
      }
      case "namedItem":
        try {
          return rangeAnywhere(book, id, book.activeSheet);
        } catch {
          return fail(7002, String(id));
        }
      default:
        return fail(7001, String(type));
    }
  };
  const { sheet, area } = place();
  activateSheet(draft, sheet);
  if (options["selectionMode"] === "none") return;
  const { selection } = sheetIn(draft, sheet);
  updateSheet(draft, sheet, {
    selection: { ...area },
    activeCell: { row: area.top, column: area.left },
  });
  selectChart(draft, sheet, undefined);
  if (JSON.stringify(selection) !== JSON.stringify({ ...area })) {
    draft.happenings.push({ kind: "selectionChanged", sheet, area });
  }
};

export interface OfficeDocument {
  readonly document: object;
  readonly select: OfficeBindings["select"];
}

export const officeDocument = (host: CommonHost): OfficeDocument => {
  const handlers = createHandlers();
  const settings = officeSettings(host, handlers.doors("settings", ["settingsChanged"]));
  const bindings = officeBindings(host, () => document);
  host.onEvents((entries) => {
    const has = (type: number) => entries.some(({ messageType }) => messageType === type);
    if (has(TYPE.sheetSelection)) handlers.tell("document", "documentSelectionChanged", { document });
    if (has(TYPE.settingsChanged)) handlers.tell("settings", "settingsChanged", { settings });
  }, "office");
  const document: object = {
    url: "",
    mode: "readWrite",
    ...handlers.doors("document", ["documentSelectionChanged"]),
    bindings: bindings.all,
    settings,
    getSelectedDataAsync: (coercion: unknown, ...given: unknown[]) =>
      answer(given, () => host.change(({ draft }) => readSelection(draft.book, coercion, optionsIn(given)))),
    setSelectedDataAsync: (data: unknown, ...given: unknown[]) =>
      answer(given, () => host.change(({ draft }) => writeSelection(draft, data, optionsIn(given)))),
    goToByIdAsync: (id: unknown, type: unknown, ...given: unknown[]) =>
      answer(given, () => host.change(({ draft }) => goTo(draft, id, type, optionsIn(given)))),
    getFileAsync: fileGiver(host),
    getFilePropertiesAsync: (...given: unknown[]) => answer(given, () => ({ url: "" })),
    getActiveViewAsync: (...given: unknown[]) => answer(given, () => fail(5000, "getActiveViewAsync")),
  };
  return { document, select: bindings.select };
};
