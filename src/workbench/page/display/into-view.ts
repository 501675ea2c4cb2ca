/** Scrolls a cell into view where Univer does not: one in a hidden row or column, which it takes for seen. */
import { ICommandService, type Injector } from "@univerjs/presets";
import { IRenderManagerService, SheetScrollManagerService } from "@univerjs/presets/preset-sheets-core";
import type { Places } from "./place";
import { unitId } from "./unit";
import { wayTo } from "./way-to";

/** What is typed needs this much to be seen, in pixels: a hidden column has no width of its own. */
const least = { rows: 24, columns: 96 } as const;

export function bringIntoView(
  injector: Injector,
  places: Places,
  sheet: string,
  cell: { readonly row: number; readonly column: number },
): void {
  const [rows, columns] = [places.ruler("rows"), places.ruler("columns")];
  const scroll = injector.get(IRenderManagerService).getRenderById(unitId)?.with(SheetScrollManagerService);
  if (!rows || !columns || !scroll) return;
  const across = wayTo(columns, cell.column, places.layer.clientWidth, least.columns);
  const down = wayTo(rows, cell.row, places.layer.clientHeight, least.rows);
  if (across === 0 && down === 0) return;
  const now = scroll.getCurrentScrollState();
  injector.get(ICommandService).syncExecuteCommand("sheet.operation.set-scroll", {
    unitId,
    sheetId: sheet,
    sheetViewStartRow: now.sheetViewStartRow,
    sheetViewStartColumn: now.sheetViewStartColumn,
    offsetX: now.offsetX + across,
    offsetY: now.offsetY + down,
  });
}
