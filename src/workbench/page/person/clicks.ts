/** A click on a cell, for programs that wait for one and for links; and a person's return from another window. */
import type { Host } from "../../host/host";
import { sheetById } from "../../host/model/book";
import { cellUnder } from "../display/cell-under";
import type { Places } from "../display/place";
import type { Follow } from "./links";

/** Pixels the pointer may wander while it is down: further is a selection being drawn. */
const still = 4;

const points = (pixels: number): number => Math.round(pixels * 75) / 100;

export function listenToClicks(host: Host, grid: HTMLElement, places: Places, follow: Follow): void {
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
      const under = cellUnder(places, { clientX, clientY });
      const sheet = sheetById(host.book(), host.book().activeSheet)?.id;
      if (!under || sheet === undefined) return;
      const { row, column } = under;
      void host.applyUserEdit({
        kind: "click",
        sheet,
        row,
        column,
        offsetX: points(under.across),
        offsetY: points(under.down),
      });
      follow({ row, column });
    },
    { capture: true },
  );
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void host.applyUserEdit({ kind: "activateBook" });
  });
}
