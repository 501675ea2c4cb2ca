/** A click on a cell, for programs that wait for one; and a person's return from another window. */
import type { Host } from "../../host/host";
import { sheetById } from "../../host/model/book";
import type { Places } from "../display/place";

/** Pixels the pointer may wander while it is down: further is a selection being drawn. */
const still = 4;

const points = (pixels: number): number => Math.round(pixels * 75) / 100;

export function listenToClicks(host: Host, grid: HTMLElement, places: Places): void {
  let down: { readonly x: number; readonly y: number } | undefined;
  grid.addEventListener(
    "pointerdown",
    ({ button, clientX, clientY }) => (down = button === 0 ? { x: clientX, y: clientY } : undefined),
    { capture: true },
  );
  grid.addEventListener(
    "pointerup",
    ({ clientX, clientY, target }) => {
      const from = down;
      down = undefined;
      if (!from || !(target instanceof HTMLCanvasElement)) return;
      if (Math.hypot(clientX - from.x, clientY - from.y) > still) return;
      const { left, top } = places.layer.getBoundingClientRect();
      const x = clientX - left;
      const y = clientY - top;
      const headers = places.headers();
      if (x < headers.left || y < headers.top) return;
      const at = (axis: "rows" | "columns", where: number) =>
        places.onScreen(axis).find(({ start, size }) => where >= start && where < start + size);
      const row = at("rows", y);
      const column = at("columns", x);
      const sheet = sheetById(host.book(), host.book().activeSheet)?.id;
      if (!row || !column || sheet === undefined) return;
      void host.applyUserEdit({
        kind: "click",
        sheet,
        row: row.index,
        column: column.index,
        offsetX: points(x - column.start),
        offsetY: points(y - row.start),
      });
    },
    { capture: true },
  );
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void host.applyUserEdit({ kind: "activateBook" });
  });
}
