/** Lays the look of conditional formats over the cells on screen while Univer draws them, with their bars and icons; nothing is stored in Univer. */
import { InterceptorEffectEnum, type Injector, type IStyleData } from "@univerjs/presets";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/presets/preset-sheets-core";
import { createConditionalLooks } from "../../host/conditional/look";
import type { Book } from "../../host/model/book";
import type { Style } from "../../host/model/looks/style";
import { iconRoom, type FiguredCell } from "./figures";
import { lookOf } from "./look";

/** Only what a rule says: the rest is the cell's own. */
const said: readonly (readonly [keyof Style, readonly (keyof IStyleData)[]])[] = [
  ["fillColor", ["bg"]],
  ["fontColor", ["cl"]],
  ["bold", ["bl"]],
  ["italic", ["it"]],
  ["underline", ["ul"]],
  ["strikethrough", ["st"]],
  ["borders", ["bd"]],
];

const patches = new WeakMap<Style, Partial<IStyleData>>();
function patchOf(style: Style): Partial<IStyleData> {
  const known = patches.get(style);
  if (known) return known;
  const whole = lookOf(style);
  const patch: Partial<IStyleData> = {};
  for (const [key, words] of said) {
    if (style[key] !== undefined) for (const word of words) Object.assign(patch, { [word]: whole[word] });
  }
  patches.set(style, patch);
  return patch;
}

const laid = new WeakMap<Partial<IStyleData>, WeakMap<IStyleData, IStyleData>>();
const bare: IStyleData = {};

/** The same two looks give the same record: Univer compares looks by identity. */
function over(own: IStyleData, patch: Partial<IStyleData>): IStyleData {
  let byOwn = laid.get(patch);
  if (!byOwn) laid.set(patch, (byOwn = new WeakMap()));
  const found = byOwn.get(own);
  if (found) return found;
  const borders = patch.bd ? { bd: { ...own.bd, ...patch.bd } } : {};
  const made = { ...own, ...patch, ...borders };
  byOwn.set(own, made);
  return made;
}

export function drawConditionalFormats(injector: Injector, book: () => Book): void {
  const looks = createConditionalLooks();
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: 10,
    handler: (cell, { subUnitId, row, col, workbook }, next) => {
      const conditional = looks(book(), subUnitId);
      const style = conditional.look(row, col);
      const figure = conditional.figure(row, col);
      if (!style && !figure) return next(cell);
      const drawn: FiguredCell = { ...cell };
      if (style) {
        const own = (typeof cell?.s === "string" ? workbook.getStyles().get(cell.s) : cell?.s) ?? bare;
        drawn.s = over(own, patchOf(style));
      }
      if (figure) {
        drawn.figure = figure;
        const icon = figure.icon ? { leftOffset: iconRoom } : {};
        drawn.fontRenderExtension = { ...cell?.fontRenderExtension, ...icon, isSkip: figure.alone };
      }
      return next(drawn);
    },
  });
}
