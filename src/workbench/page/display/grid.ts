/** The spreadsheet a person sees: Univer in Japanese, drawing only. It computes nothing; the host does, and show.ts draws the result. */
import {
  CanceledError,
  createUniver,
  ICommandService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  mergeLocales,
} from "@univerjs/presets";
import { AutoFillUIController, UniverSheetsCorePreset } from "@univerjs/presets/preset-sheets-core";
import coreJaJP from "@univerjs/presets/preset-sheets-core/locales/ja-JP";
import type { FunctionDefinitions } from "../../host/calc/calc";
import type { Book } from "../../host/model/book";
import { drawFigures } from "./figures";
import { functionList } from "./function-list";
import { worksheetData } from "./sheet";
import { unitId } from "./unit";

/** Commands the page does not carry to the host yet: a menu item that did nothing would be a lie. */
const hiddenMenus = [
  "sheet.command.add-worksheet-merge",
  "sheet.contextMenu.permission",
  "sheet.menu.sheets-sort",
  "sheet.command.add-range-protection-from-context-menu",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
  "sheet.menu.paste-special",
  "sheet.menu.copy-special",
];

/** Univer's menu would read 「上に行を挿入 1 上に行」, and 「行の表示/非表示」 where it only shows. */
const rightClick = {
  insertRowsAboveSuffix: "行",
  insertRowsAfterSuffix: "行",
  insertColsLeftSuffix: "列",
  insertColsRightSuffix: "列",
  showHideRow: "行を再表示",
  showHideColumn: "列を再表示",
};

function japanese() {
  const words: Record<string, unknown> = { ...mergeLocales(coreJaJP) };
  const ofSheets = words["sheets-ui"] as { rightClick: object };
  words["sheets-ui"] = { ...ofSheets, rightClick: { ...ofSheets.rightClick, ...rightClick } };
  return words as ReturnType<typeof mergeLocales>;
}

/** Univer's signals to compute. The host computes; a second opinion drawn over its answers would be wrong. */
const computing = new Set([
  "formula.mutation.set-trigger-formula-calculation-start",
  "formula.mutation.set-formula-calculation-start",
]);

export function createGrid(container: HTMLElement, book: Book, functions: FunctionDefinitions) {
  drawFigures();
  const { univer, univerAPI } = createUniver({
    locale: LocaleType.JA_JP,
    locales: { [LocaleType.JA_JP]: japanese() },
    presets: [
      UniverSheetsCorePreset({
        container,
        header: true,
        toolbar: false,
        formulaBar: true,
        contextMenu: true,
        menu: Object.fromEntries(hiddenMenus.map((id) => [id, { hidden: true }])),
        formula: { description: functionList(functions) },
      }),
    ],
  });
  const injector = univer.__getInjector();
  injector.get(ICommandService).beforeCommandExecuted(({ id }) => {
    if (computing.has(id)) throw new CanceledError();
  });
  univerAPI.createWorkbook({
    id: unitId,
    name: book.name,
    sheetOrder: book.sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.id, worksheetData(book, sheet)])),
  });
  // Univer begins to hear of fills three seconds after it has drawn: a fill before then was lost.
  void injector
    .get(LifecycleService)
    .onStage(LifecycleStages.Rendered)
    .then(() => injector.get(AutoFillUIController));
  return { univer, univerAPI, injector };
}

export type Grid = ReturnType<typeof createGrid>;
