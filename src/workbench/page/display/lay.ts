/** Lays many cells into Univer's sheet at once, past its work on every single one; what changed must be told to it afterwards. */
import { type ICellData, type Injector, IUniverInstanceService, type Workbook } from "@univerjs/presets";
import { unitId } from "./unit";

/** One row's cells, each as a whole: what stood there before is gone. */
export type LayCells = (sheet: string, row: number, cells: Readonly<Record<number, ICellData>>) => void;

/** Univer keeps no word for what a cell does not have. */
function kept(cell: ICellData): ICellData {
  const made: ICellData = { s: cell.s ?? null };
  if (cell.v !== null && cell.v !== undefined) {
    made.v = cell.v;
    made.t = cell.t ?? null;
  }
  if (cell.f) made.f = cell.f;
  return made;
}

export function layCells(injector: Injector): LayCells {
  const units = injector.get(IUniverInstanceService);
  return (sheet, row, cells) => {
    const matrix = units.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheet)?.getCellMatrix();
    if (!matrix) throw new Error(`Univer has no sheet ${sheet}`);
    for (const [column, cell] of Object.entries(cells)) matrix.setValue(row, Number(column), kept(cell));
  };
}
