/** Where a cell stands on the screen, and a layer over the spreadsheet for what stands beside cells: arrows, cards, lists. */
import { ICommandService, type Injector } from "@univerjs/presets";
import {
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetSkeletonManagerService,
} from "@univerjs/presets/preset-sheets-core";
import { unitId } from "./unit";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Places {
  /** Over the cells; what is put in it is cut off at the headers. */
  readonly layer: HTMLElement;
  /** In pixels of the layer; undefined where the cell is scrolled away or hidden. */
  boxOf(row: number, column: number): Box | undefined;
  /** Columns and rows on screen, the frozen ones first. */
  onScreen(axis: "rows" | "columns"): readonly Span[];
  /** What the headers take at the top and on the left. */
  headers(): { readonly top: number; readonly left: number };
  /** The sheet's rows or columns as they are drawn: undefined before the first drawing. */
  ruler(axis: "rows" | "columns"): Ruler | undefined;
  /** Told once per picture after anything may have moved. */
  onMove(listener: () => void): void;
  moved(): void;
}

/** A row or column on screen, from edge to edge. */
export interface Span {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

/** Where rows or columns end, in pixels of the sheet, and how the sheet lies under the layer. */
export interface Ruler {
  readonly ends: ArrayLike<number>;
  /** Taken by the header, before the first row or column. */
  readonly head: number;
  readonly scrolled: number;
  /** How many rows or columns are frozen. */
  readonly frozen: number;
  readonly scale: number;
}

export function createPlaces(container: HTMLElement, injector: Injector): Places {
  const layer = document.createElement("div");
  layer.className = "cell-layer";
  // Beside the container, not in it: Univer takes away what it finds there.
  const ground = container.parentElement ?? document.body;
  ground.append(layer);
  const listeners = new Set<() => void>();
  let asked = false;
  const moved = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      fit();
      for (const listener of listeners) listener();
    });
  };

  const drawn = () => {
    const render = injector.get(IRenderManagerService).getRenderById(unitId);
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    return render && skeleton && main ? { render, skeleton, main } : undefined;
  };

  // Univer fits its canvas a while after the container has its new size: both are watched.
  const resized = new ResizeObserver(moved);
  resized.observe(container);
  let watched: HTMLCanvasElement | undefined;

  /** The layer lies exactly over Univer's canvas. */
  const fit = () => {
    const canvas = drawn()?.render.engine.getCanvasElement();
    if (!canvas) return;
    if (canvas !== watched) resized.observe(canvas);
    watched = canvas;
    const outer = ground.getBoundingClientRect();
    const inner = canvas.getBoundingClientRect();
    Object.assign(layer.style, {
      left: `${inner.left - outer.left}px`,
      top: `${inner.top - outer.top}px`,
      width: `${inner.width}px`,
      height: `${inner.height}px`,
    });
  };

  const spans = (axis: "rows" | "columns"): Span[] => {
    const now = drawn();
    if (!now) return [];
    const { skeleton, main, render } = now;
    const { scaleX: scale } = render.scene.getAncestorScale();
    const rows = axis === "rows";
    const ends = rows ? skeleton.rowHeightAccumulation : skeleton.columnWidthAccumulation;
    const head = rows ? skeleton.columnHeaderHeight : skeleton.rowHeaderWidth;
    const scrolled = rows ? main.viewportScrollY : main.viewportScrollX;
    const frozen = Math.max(
      0,
      rows ? skeleton.getWorksheetConfig().freeze.startRow : skeleton.getWorksheetConfig().freeze.startColumn,
    );
    const size = (rows ? layer.clientHeight : layer.clientWidth) / scale;
    const edge = head + (frozen > 0 ? (ends[frozen - 1] ?? 0) : 0);
    const found: Span[] = [];
    const see = (index: number, shift: number): boolean => {
      const start = (index > 0 ? (ends[index - 1] ?? 0) : 0) + head - shift;
      const end = (ends[index] ?? 0) + head - shift;
      if (start > size) return false;
      const from = shift === 0 ? start : Math.max(start, edge);
      if (end > from || (end === start && end >= edge))
        found.push({ index, start: from * scale, size: (end - from) * scale });
      return true;
    };
    for (let index = 0; index < frozen; index += 1) see(index, 0);
    // The first row whose end is below the edge, found by halves: sheets are long.
    let low = frozen;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) + head - scrolled <= edge) low = middle + 1;
      else high = middle;
    }
    for (
      let index = low;
      index < ends.length && see(index, frozen > 0 || scrolled > 0 ? scrolled : 0);
      index += 1
    );
    return found;
  };

  const places: Places = {
    ruler(axis) {
      const now = drawn();
      if (!now) return undefined;
      const { skeleton, main, render } = now;
      const { freeze } = skeleton.getWorksheetConfig();
      const rows = axis === "rows";
      return {
        ends: rows ? skeleton.rowHeightAccumulation : skeleton.columnWidthAccumulation,
        head: rows ? skeleton.columnHeaderHeight : skeleton.rowHeaderWidth,
        scrolled: rows ? main.viewportScrollY : main.viewportScrollX,
        frozen: Math.max(0, rows ? freeze.startRow : freeze.startColumn),
        scale: render.scene.getAncestorScale().scaleX,
      };
    },
    layer,
    moved,
    onMove: (listener) => void listeners.add(listener),
    headers() {
      const now = drawn();
      const scale = now?.render.scene.getAncestorScale().scaleX ?? 1;
      return {
        top: (now?.skeleton.columnHeaderHeight ?? 20) * scale,
        left: (now?.skeleton.rowHeaderWidth ?? 46) * scale,
      };
    },
    onScreen: spans,
    boxOf(row, column) {
      const now = drawn();
      if (!now) return undefined;
      const { skeleton, main, render } = now;
      const { scaleX: scale } = render.scene.getAncestorScale();
      const { startX, startY, endX, endY, isMergedMainCell, mergeInfo } = skeleton.getCellWithCoordByIndex(
        row,
        column,
      );
      const whole = isMergedMainCell ? mergeInfo : { startX, startY, endX, endY };
      const { freeze } = skeleton.getWorksheetConfig();
      const edgeX =
        skeleton.rowHeaderWidth +
        (freeze.startColumn > 0 ? (skeleton.columnWidthAccumulation[freeze.startColumn - 1] ?? 0) : 0);
      const edgeY =
        skeleton.columnHeaderHeight +
        (freeze.startRow > 0 ? (skeleton.rowHeightAccumulation[freeze.startRow - 1] ?? 0) : 0);
      const x = column < freeze.startColumn ? 0 : main.viewportScrollX;
      const y = row < freeze.startRow ? 0 : main.viewportScrollY;
      const left = whole.startX - x;
      const top = whole.startY - y;
      const right = whole.endX - x;
      const bottom = whole.endY - y;
      const away =
        right <= left ||
        bottom <= top ||
        (column >= freeze.startColumn && right <= edgeX) ||
        (row >= freeze.startRow && bottom <= edgeY) ||
        left * scale > layer.clientWidth ||
        top * scale > layer.clientHeight;
      if (away) return undefined;
      return {
        left: left * scale,
        top: top * scale,
        width: (right - left) * scale,
        height: (bottom - top) * scale,
      };
    },
  };
  // Scrolling, zooming, sizes, sheets: all of it passes through Univer's commands.
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (/^sheet\.(mutation|operation)\./.test(id)) moved();
  });
  return places;
}
