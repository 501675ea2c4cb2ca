/** A cell of the model as Univer draws it: its value, its formula as Excel writes it (Univer never computes here), its look. */
import { CellValueType, type ICellData, type IStyleData } from "@univerjs/presets";
import { type Cell, isError } from "../../host/model/cell";

export function univerCell(cell: Cell, look: IStyleData): ICellData {
  const { value } = cell;
  const shown =
    value === null
      ? { v: null, t: null }
      : isError(value)
        ? { v: value.code, t: CellValueType.STRING }
        : typeof value === "boolean"
          ? { v: value ? 1 : 0, t: CellValueType.BOOLEAN }
          : typeof value === "number"
            ? { v: value, t: CellValueType.NUMBER }
            : // Forced text: otherwise Univer would draw '001 as 1.
              { v: value, t: CellValueType.FORCE_STRING };
  return { ...shown, f: cell.formula ?? null, si: null, p: null, custom: null, s: look };
}
