/** A number that its column has no room for is drawn as #####, as Excel draws it: cut off, 15,234,567 would read as 15,234,56. */
import {
  BooleanNumber,
  CellValueType,
  HorizontalAlign,
  type Injector,
  InterceptorEffectEnum,
  type IStyleData,
} from "@univerjs/presets";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/presets/preset-sheets-core";
import { fittedNumber, wholeNumber } from "./fitted-number";

/** After Univer's own formatting of numbers, which is at 10. */
const afterFormats = 1;
const mostMeasured = 20_000;

function fontOf({ it, bl, fs = 11, ff = "sans-serif" }: IStyleData): string {
  const slant = it === BooleanNumber.TRUE ? "italic " : "";
  const weight = bl === BooleanNumber.TRUE ? "bold " : "";
  return `${slant}${weight}${fs}pt ${ff ?? "sans-serif"}`;
}

function measure() {
  const pen = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text: string, font: string): number => {
    const key = `${font}|${text}`;
    const before = known.get(key);
    if (before !== undefined || !pen) return before ?? 0;
    if (known.size >= mostMeasured) known.clear();
    pen.font = font;
    const { width } = pen.measureText(text);
    known.set(key, width);
    return width;
  };
}

export function drawTooNarrow(injector: Injector): void {
  const widthOf = measure();
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    priority: afterFormats,
    handler: (cell, { row, col, rawData, workbook, worksheet }, next) => {
      const text = cell?.t === CellValueType.NUMBER ? wholeNumber(cell.v, rawData?.v) : null;
      if (!cell || text === null) return next(cell);
      const merged = worksheet.getMergedCell(row, col);
      const last = merged?.endColumn ?? col;
      let room = -2;
      for (let column = merged?.startColumn ?? col; column <= last; column += 1)
        if (worksheet.getColVisible(column)) room += worksheet.getColumnWidth(column);
      // A digit is never wider than its letter size: most cells need no measuring.
      const style = (typeof cell.s === "string" ? workbook.getStyles().get(cell.s) : cell.s) ?? {};
      if (room <= 0 || text.length * (style.fs ?? 11) * 1.4 < room) return next(cell);
      const font = fontOf(style);
      const shown = fittedNumber(text, room, (each) => widthOf(each, font));
      return next(shown === text ? cell : { ...cell, v: shown, t: CellValueType.STRING, s: atRight(style) });
    },
  });
}

/** A text stands at the left by itself; a number without an alignment of its own at the right. */
const turned = new WeakMap<IStyleData, IStyleData>();

function atRight(style: IStyleData): IStyleData {
  const known = turned.get(style) ?? { ...style, n: null, ht: style.ht ?? HorizontalAlign.RIGHT };
  turned.set(style, known);
  return known;
}
