/** Draws the sheet in front anew when what is laid over its cells may look different though no cell of it changed. */
import type { Injector } from "@univerjs/presets";
import { IRenderManagerService, SheetSkeletonManagerService } from "@univerjs/presets/preset-sheets-core";
import { sheetById, type Book } from "../../host/model/book";
import type { Sheet } from "../../host/model/sheets/sheet";
import { unitId } from "./unit";

export function redrawLaidOver(injector: Injector, book: () => Book): () => void {
  let drawn: Pick<Sheet, "conditionalFormats" | "comments"> | undefined;
  return () => {
    const { activeSheet } = book();
    const sheet = sheetById(book(), activeSheet);
    const before = drawn;
    drawn = sheet;
    // A value may colour cells that did not change themselves.
    const coloured = sheet?.conditionalFormats.length || before?.conditionalFormats.length;
    if (!coloured && sheet?.comments === before?.comments) return;
    const render = injector.get(IRenderManagerService).getRenderById(unitId);
    const skeletons = render?.with(SheetSkeletonManagerService);
    skeletons?.makeDirty({ sheetId: activeSheet }, true);
    skeletons?.reCalculate();
    render?.mainComponent?.makeDirty();
  };
}
