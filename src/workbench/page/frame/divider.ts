/** The line between spreadsheet and pane: dragged, or moved with the arrow keys; within what Excel allows a pane. */

const narrowest = 320;
const widest = 800;

export function movableDivider(divider: HTMLElement, desk: HTMLElement): void {
  const set = (width: number) => {
    const within = Math.round(Math.min(widest, Math.max(narrowest, width)));
    desk.style.setProperty("--side", `${within}px`);
    divider.setAttribute("aria-valuenow", String(within));
  };
  divider.addEventListener("pointerdown", (down) => {
    divider.setPointerCapture(down.pointerId);
    // The pane is an iframe: without this it would swallow the pointer as soon as it is over it.
    desk.style.setProperty("pointer-events", "none");
    const move = (event: PointerEvent) => set(desk.getBoundingClientRect().right - event.clientX);
    divider.addEventListener("pointermove", move);
    divider.addEventListener(
      "lostpointercapture",
      () => {
        divider.removeEventListener("pointermove", move);
        desk.style.removeProperty("pointer-events");
      },
      { once: true },
    );
  });
  divider.addEventListener("keydown", (event) => {
    const now = Number(divider.getAttribute("aria-valuenow"));
    if (event.key === "ArrowLeft") set(now + 20);
    else if (event.key === "ArrowRight") set(now - 20);
    else return;
    event.preventDefault();
  });
}
