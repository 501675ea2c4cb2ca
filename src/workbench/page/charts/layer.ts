/** The charts of the sheet in front, floating over its cells: drawn when their cells change, moved when the sheet scrolls. */
import type { Host } from "../../host/host";
import { sheetById, type Book } from "../../host/model/book";
import type { Chart } from "../../host/model/charts/chart";
import type { Sheet } from "../../host/model/sheets/sheet";
import type { UserEdit } from "../../host/person/edit";
import { createPanes } from "../display/panes";
import type { Places } from "../display/place";
import type { FirstKeys } from "../person/first-keys";
import { createFrame, type Box, type Frame } from "./frame";
import { drawingOf } from "./option";
import type { Sketch } from "./pencil";
import { stretchOf, toPoints } from "./place";

interface Options {
  readonly host: Host;
  readonly places: Places;
  readonly grid: HTMLElement;
  readonly keys: FirstKeys;
  readonly edit: (edit: UserEdit) => Promise<void>;
}

const pencil = () => import(/* webpackChunkName: "charts" */ "./pencil");

interface Shown {
  readonly frame: Frame;
  /** What it was drawn from: the chart and the sheets its cells are on. */
  chart?: Chart;
  sheets?: readonly (Sheet | undefined)[];
}

const sheetsOf = (book: Book, chart: Chart): readonly (Sheet | undefined)[] => {
  const ids = new Set(
    chart.series.flatMap(({ values, categories, nameSource, sizes }) =>
      [values, categories, nameSource, sizes].flatMap((source) => source?.sheet ?? []),
    ),
  );
  return [...ids].map((id) => sheetById(book, id));
};

/** Cells, looks and what is hidden decide a drawing; where somebody clicked does not. */
const sameCells = (a: readonly (Sheet | undefined)[], b: readonly (Sheet | undefined)[]): boolean =>
  a.length === b.length &&
  a.every((sheet, at) => {
    const other = b[at];
    return (
      sheet === other ||
      (sheet?.grid === other?.grid && sheet?.rows === other?.rows && sheet?.columns === other?.columns)
    );
  });

const sameBox = (a: Chart, b: Chart): boolean =>
  a === b ||
  (a.properties === b.properties &&
    a.series === b.series &&
    a.chartType === b.chartType &&
    a.name === b.name);

export const floatCharts = ({ host, places, grid, keys, edit }: Options): void => {
  const panes = createPanes(places);
  const shown = new Map<string, Shown>();
  let loaded: Awaited<ReturnType<typeof pencil>> | undefined;
  let asked = false;

  const current = () => sheetById(host.book(), host.book().activeSheet);

  const placed = (sheet: Sheet, id: string, box: Box): void => {
    const [rows, columns] = [places.ruler("rows"), places.ruler("columns")];
    const chart = sheet.charts.find((one) => one.id === id);
    if (!rows || !columns || !chart) return;
    // The box is counted from the edge of its part, points from the sheet's first cell.
    const point = (axis: "rows" | "columns", pixels: number, from: number) => {
      const ruler = axis === "rows" ? rows : columns;
      const { frozen, edge } = stretchOf(sheet, axis, ruler, from, 0);
      const shift = frozen ? 0 : ruler.scrolled;
      return Math.max(0, toPoints(sheet, axis, ruler, (pixels + edge) / ruler.scale - ruler.head + shift));
    };
    const [left, top] = [point("columns", box.left, chart.left), point("rows", box.top, chart.top)];
    const right = point("columns", box.left + box.width, chart.left);
    const bottom = point("rows", box.top + box.height, chart.top);
    void edit({
      kind: "placeChart",
      sheet: sheet.id,
      chart: id,
      left,
      top,
      width: right - left,
      height: bottom - top,
    });
  };

  const frameFor = (id: string, sketchIn: (place: HTMLElement) => Sketch): Shown => {
    const known = shown.get(id);
    if (known) return known;
    const frame = createFrame(sketchIn, {
      select: () => {
        const sheet = current();
        if (sheet && sheet.activeChart !== id) void edit({ kind: "selectChart", sheet: sheet.id, chart: id });
      },
      place: (box) => {
        const sheet = current();
        if (sheet) placed(sheet, id, box);
      },
    });
    const made = { frame };
    shown.set(id, made);
    return made;
  };

  const draw = (): void => {
    const sheet = current();
    const charts = sheet?.charts ?? [];
    if (charts.length > 0 && !loaded) {
      if (!asked) {
        asked = true;
        void pencil().then((module) => {
          loaded = module;
          draw();
        });
      }
      return;
    }
    for (const [id, { frame }] of shown) {
      if (charts.some((chart) => chart.id === id)) continue;
      frame.dispose();
      shown.delete(id);
    }
    if (!sheet || !loaded) return;
    for (const chart of charts) {
      const one = frameFor(chart.id, loaded.sketchIn);
      const box = panes.put(sheet, one.frame.element, chart);
      if (!box) continue;
      one.frame.put(box);
      one.frame.select(sheet.activeChart === chart.id);
      const sheets = sheetsOf(host.book(), chart);
      const same = one.chart && one.sheets && sameBox(one.chart, chart) && sameCells(one.sheets, sheets);
      one.chart = chart;
      one.sheets = sheets;
      if (!same) one.frame.draw(drawingOf(host.book(), chart), chart);
    }
  };

  places.onMove(draw);
  host.onChange(() => places.moved());
  // The wheel turns the sheet, also over a chart.
  places.layer.addEventListener(
    "wheel",
    (event) => {
      if (!(event.target as HTMLElement).closest(".chart-frame")) return;
      event.preventDefault();
      const { deltaX, deltaY, deltaMode, clientX, clientY, ctrlKey, shiftKey } = event;
      const copy = {
        deltaX,
        deltaY,
        deltaMode,
        clientX,
        clientY,
        ctrlKey,
        shiftKey,
        bubbles: true,
        cancelable: true,
      };
      const below = document.elementsFromPoint(clientX, clientY);
      below.find((one) => one instanceof HTMLCanvasElement)?.dispatchEvent(new WheelEvent("wheel", copy));
    },
    { passive: false },
  );

  const backToCells = () =>
    grid.querySelector<HTMLElement>("[contenteditable]")?.focus({ preventScroll: true });
  keys.add((event) => {
    const frame = document.activeElement?.closest<HTMLElement>(".chart-frame");
    const sheet = current();
    if (!frame || !sheet) return false;
    const [id] = [...shown].find(([, one]) => one.frame.element === frame) ?? [];
    if (id === undefined) return false;
    if (event.key === "Delete" || event.key === "Backspace") {
      void edit({ kind: "deleteChart", sheet: sheet.id, chart: id }).then(backToCells);
      return true;
    }
    if (event.key === "Escape") {
      void edit({ kind: "selectChart", sheet: sheet.id }).then(backToCells);
      return true;
    }
    const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (undo) void host.undo();
    return undo;
  });

  const PIXELS = 4 / 3;
  host.drawChartsWith(async (book, chart, { width, height }) => {
    const drawing = drawingOf(book, chart);
    if (drawing.kind === "said") throw new Error(drawing.words);
    const { pictureOf } = await pencil();
    const [own, tall] = [Math.round(chart.width * PIXELS), Math.round(chart.height * PIXELS)];
    const [wide, high] = [
      width ?? (height ? (own * height) / tall : own),
      height ?? (width ? (tall * width) / own : tall),
    ];
    return pictureOf(drawing.option, Math.round(wide), Math.round(high));
  });
};
