/** Four parts of the layer, one for each side of the frozen panes, so that nothing that floats shows over the other side. */
import type { Sheet } from "../../host/model/sheets/sheet";
import { stretchOf } from "../charts/place";
import type { Places } from "./place";

interface Floating {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Panes {
  /** Moves the element into the part it stands in; its box there in pixels, undefined before the first drawing. */
  put(sheet: Sheet, element: Element, item: Floating): Floating | undefined;
}

export function createPanes(places: Places): Panes {
  const parts = new Map(
    [false, true].flatMap((down) =>
      [false, true].map((across) => {
        const part = document.createElement("div");
        part.className = "floating-part";
        places.layer.prepend(part);
        return [`${down}${across}`, part] as const;
      }),
    ),
  );
  return {
    put(sheet, element, { left, top, width, height }) {
      const [rows, columns] = [places.ruler("rows"), places.ruler("columns")];
      if (!rows || !columns) return undefined;
      const down = stretchOf(sheet, "rows", rows, top, height);
      const across = stretchOf(sheet, "columns", columns, left, width);
      const part = parts.get(`${down.frozen}${across.frozen}`);
      if (!part) return undefined;
      if (element.parentElement !== part) part.append(element);
      Object.assign(part.style, { left: `${across.edge}px`, top: `${down.edge}px` });
      return {
        left: across.start - across.edge,
        top: down.start - down.edge,
        width: across.size,
        height: down.size,
      };
    },
  };
}
