/** A small panel that opens at a place over the cells and closes by itself: Escape, a click elsewhere, scrolling. */
import type { Box } from "../display/place";

export interface Menu {
  open(content: HTMLElement, at: Box, focus: HTMLElement): void;
  close(): void;
  readonly isOpen: boolean;
}

export function createMenu(layer: HTMLElement, closed: () => void): Menu {
  const panel = document.createElement("div");
  panel.className = "cell-menu";
  panel.hidden = true;
  layer.append(panel);
  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    panel.replaceChildren();
    closed();
  };
  document.addEventListener("pointerdown", (event) => {
    if (!panel.hidden && event.target instanceof Node && !panel.contains(event.target)) close();
  });
  panel.addEventListener("keydown", (event) => {
    // Univer listens to the whole window: a key meant for the panel must not move its selection.
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  return {
    open(content, at, focus) {
      panel.replaceChildren(content);
      panel.hidden = false;
      const below = at.top + at.height + 1;
      const room = layer.clientHeight - below - 8;
      const above = at.top - 8;
      const up = room < 160 && above > room;
      panel.style.maxHeight = `${Math.max(120, up ? above : room)}px`;
      const top = up ? Math.max(4, at.top - panel.offsetHeight - 1) : below;
      const left = Math.max(4, Math.min(at.left, layer.clientWidth - panel.offsetWidth - 8));
      panel.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
      focus.focus({ preventScroll: true });
    },
    close,
    get isOpen() {
      return !panel.hidden;
    },
  };
}
