/** The cell under the pointer, where it has a comment or a link: its words show before anybody clicks. */
import type { Host } from "../../host/host";
import { linkTarget } from "../../host/link-target";
import { type CellUnder, cellUnder } from "../display/cell-under";
import type { Places } from "../display/place";
import { remarkAt } from "./remarks";

export interface Hover {
  /** undefined where there is nothing to say. */
  cell(): { readonly row: number; readonly column: number } | undefined;
}

export function watchPointer(host: Host, places: Places, grid: HTMLElement): Hover {
  let pointer: PointerEvent | undefined;
  let over: CellUnder | undefined;
  let asked = false;
  const look = () => {
    asked = false;
    const book = host.book();
    // While a button is down, something is being drawn or dragged.
    const onCells = pointer?.buttons === 0 && pointer.target instanceof HTMLCanvasElement;
    const under = pointer && onCells ? cellUnder(places, pointer) : undefined;
    const said = under && remarkAt(book, book.activeSheet, under.row, under.column);
    const link = under && linkTarget(book, book.activeSheet, under);
    grid.toggleAttribute("data-over-link", link !== undefined);
    const next = said ? under : undefined;
    const same = next?.row === over?.row && next?.column === over?.column;
    over = next;
    if (!same) places.moved();
  };
  const follow = (event: PointerEvent | undefined) => {
    pointer = event;
    if (asked) return;
    asked = true;
    requestAnimationFrame(look);
  };
  grid.addEventListener("pointermove", follow, { capture: true, passive: true });
  grid.addEventListener("pointerleave", () => follow(undefined));
  grid.addEventListener("wheel", () => follow(undefined), { capture: true, passive: true });
  return { cell: () => over };
}
