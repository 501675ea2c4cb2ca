/** A place to type in: Univer gives what is typed the width of its cell, and loses every letter for which there is none. */
import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  ICommandService,
  type Injector,
  IUniverInstanceService,
  UniverInstanceType,
} from "@univerjs/presets";
import { SheetsSelectionsService } from "@univerjs/presets/preset-sheets-core";
import type { Host } from "../../host/host";
import { bringIntoView } from "../display/into-view";
import type { Places } from "../display/place";
import { goneTo } from "./gone-to";

/** Wider than a letter and what stands free beside it, in pixels. */
const least = 60;

/** The paper of the cell's editor never gets narrower than a few letters. */
function widenPaper(injector: Injector): void {
  const units = injector.get(IUniverInstanceService);
  const widen = (paper: DocumentDataModel | null): void => {
    if (paper?.getUnitId() !== DOCS_NORMAL_EDITOR_UNIT_ID_KEY) return;
    const resize = paper.updateDocumentDataPageSize.bind(paper);
    paper.updateDocumentDataPageSize = (width, height) =>
      resize(width === undefined ? undefined : Math.max(width, least), height);
  };
  widen(units.getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY) ?? null);
  units
    .getTypeOfUnitAdded$<DocumentDataModel>(UniverInstanceType.UNIVER_DOC)
    .subscribe(({ unit }) => widen(unit));
}

export function keepRoomToType(host: Host, injector: Injector, places: Places): void {
  widenPaper(injector);
  const commands = injector.get(ICommandService);
  const selections = injector.get(SheetsSelectionsService);
  const bring = () => {
    const cell = selections.getCurrentLastSelection()?.primary;
    if (!cell) return;
    const { actualRow: row, actualColumn: column } = cell;
    bringIntoView(injector, places, host.book().activeSheet, { row, column });
  };
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== "sheet.operation.set-cell-edit-visible") return;
    if ((params as { visible?: boolean } | undefined)?.visible) bring();
  });
  // Somebody went to a cell by its address: Univer has scrolled, unless the cell is hidden. Where it lies is known once it is drawn.
  commands.onCommandExecuted(({ id }) => {
    if (goneTo.has(id)) requestAnimationFrame(bring);
  });
}
