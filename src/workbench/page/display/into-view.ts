/** Scrolls a cell into view where Univer does not: one in a hidden row or column, which it takes for seen. */
import { ICommandService, type Injector } from "@univerjs/presets";
import { IRenderManagerService, SheetScrollManagerService } from "@univerjs/presets/preset-sheets-core";
import type { Places, Ruler } from "./place";
import { unitId } from "./unit";

/** What is typed needs this much to be seen, in pixels: a hidden column has no width of its own. */
const least = { rows: 24, columns: 96 } as const;

/** How far the sheet must go on so that the line is between the frozen part and the end of the view; 0 where it is. */
export function wayTo(ruler: Ruler, index: number, view: number, room: number): number {
  const { ends, head, scrolled, frozen, scale } = ruler;
  if (index < frozen || index >= ends.length) return 0;
  const end = (at: number) => (at < 0 ? 0 : (ends[at] ?? 0));
  const start = end(index - 1);
  const edge = end(frozen - 1);
  const size = Math.max(end(index) - start, room);
  if (start - scrolled < edge) return start - scrolled - edge;
  const past = start + size - scrolled - (view / scale - head);
  if (past <= 0) return 0;
  // On to where a line begins, but never so far that this one goes under the frozen part.
  let first = frozen;
  while (first < index && end(first - 1) - edge < scrolled + past) first += 1;
  return end(first - 1) - edge - scrolled;
}

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
