/** A cell of the model as Univer draws it: its value, its formula as Excel writes it (Univer never computes here), its look. */
import { CellValueType, HorizontalAlign, type ICellData, type IStyleData } from "@univerjs/presets";
import { isError, type Cell } from "../../host/model/cells/cell";
import { shownText } from "../../host/model/cells/values-as-json";

const looksLikeNumber = /^[\s'+\-▲△¥$(]*[\d０-９.]/u;

const inTheMiddle = new WeakMap<IStyleData, IStyleData>();
function centred(look: IStyleData): IStyleData {
  const known = inTheMiddle.get(look) ?? { ...look, ht: HorizontalAlign.CENTER };
  inTheMiddle.set(look, known);
  return known;
}

export function univerCell(cell: Cell, look: IStyleData): ICellData {
  const { value, rich } = cell;
  // An entity or a picture is an error to formulas, and its own text to the eye.
  const words = rich && isError(value) ? shownText(cell, "General") : undefined;
  if (typeof rich?.numberFormat === "string" && !look.n)
    look = { ...look, n: { pattern: rich.numberFormat } };
  const shown =
    words !== undefined
      ? { v: words, t: CellValueType.STRING }
      : value === null
        ? { v: null, t: null }
        : isError(value)
          ? { v: value.code, t: CellValueType.STRING }
          : typeof value === "boolean"
            ? { v: value ? 1 : 0, t: CellValueType.BOOLEAN }
            : typeof value === "number"
              ? { v: value, t: CellValueType.NUMBER }
              : // Forced text shows an apostrophe in the formula bar: only for what would else be drawn as a number.
                {
                  v: value,
                  t: looksLikeNumber.test(value) ? CellValueType.FORCE_STRING : CellValueType.STRING,
                };
  // Excel puts errors and truth values in the middle.
  const middle = look.ht === null && words === undefined && (isError(value) || typeof value === "boolean");
  if (middle) look = centred(look);
  return { ...shown, f: cell.formula ?? null, si: null, p: null, custom: null, s: look };
}
