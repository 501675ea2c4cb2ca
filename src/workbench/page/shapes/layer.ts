/** The shapes of the sheet in front, over its cells and under its charts: what lies above in Excel lies above here. */
import type { Host } from "../../host/host";
import { sheetById } from "../../host/model/book";
import type { Shape } from "../../host/model/attached/shape";
import { createPanes } from "../display/panes";
import type { Places } from "../display/place";
import { drawShape } from "./drawing";
import { read } from "./paint";
import { pictureOfShape } from "./picture";

interface Shown {
  readonly element: HTMLElement;
  /** What it was drawn from. */
  drawn?: { readonly shape: Shape; readonly width: number; readonly height: number; readonly scale: number };
}

/** A group draws nothing of its own, and hides what is in it when it is hidden. */
const visible = (shapes: readonly Shape[]): readonly Shape[] => {
  const hidden = new Set<string>();
  const hide = (shape: Shape): void => {
    hidden.add(shape.id);
    for (const id of shape.members ?? []) {
      const member = shapes.find((one) => one.id === id);
      if (member && !hidden.has(id)) hide(member);
    }
  };
  for (const shape of shapes) if (!read(shape, "visible", true)) hide(shape);
  return shapes.filter((shape) => shape.type !== "Group" && !hidden.has(shape.id));
};

export function floatShapes(host: Host, places: Places): void {
  const panes = createPanes(places);
  const shown = new Map<string, Shown>();

  const draw = (): void => {
    const sheet = sheetById(host.book(), host.book().activeSheet);
    const shapes = visible(sheet?.shapes ?? []);
    for (const [id, { element }] of shown) {
      if (shapes.some((shape) => shape.id === id)) continue;
      element.remove();
      shown.delete(id);
    }
    const scale = places.ruler("columns")?.scale ?? 1;
    if (!sheet) return;
    shapes.forEach((shape, at) => {
      let one = shown.get(shape.id);
      if (!one) {
        const element = document.createElement("div");
        element.className = "shape-frame";
        element.setAttribute("role", "img");
        shown.set(shape.id, (one = { element }));
      }
      const { element, drawn } = one;
      const box = panes.put(sheet, element, shape);
      if (!box) return;
      const { left, top, width, height } = box;
      Object.assign(element.style, {
        transform: `translate(${Math.round(left)}px, ${Math.round(top)}px) rotate(${shape.rotation}deg)`,
        width: `${width}px`,
        height: `${height}px`,
        zIndex: String(at),
      });
      const same =
        drawn?.shape === shape && drawn.width === width && drawn.height === height && drawn.scale === scale;
      if (same) return;
      drawShape(element, shape, { width, height }, scale);
      one.drawn = { shape, width, height, scale };
    });
  };
  places.onMove(draw);
  host.drawShapesWith(pictureOfShape);
}
