/** One chart on the screen: its frame, the handles it is resized by, and what a person does with it. */
import type { Chart } from "../../host/model/charts/chart";
import { boxOf } from "./look";
import type { Drawing } from "./option";
import type { Sketch } from "./pencil";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Deeds {
  select(): void;
  /** The frame was let go of here, in pixels of the layer. */
  place(box: Box): void;
}

const HANDLES = ["nw", "n", "ne", "e", "se", "s", "sw", "w"] as const;
type Handle = (typeof HANDLES)[number];

const SMALLEST = 40;

export interface Frame {
  readonly element: HTMLElement;
  put(box: Box): void;
  draw(drawing: Drawing, chart: Chart): void;
  select(selected: boolean): void;
  readonly busy: () => boolean;
  dispose(): void;
}

/** The box after the pointer moved so far: a handle moves the edges it is named after. */
const dragged = (box: Box, handle: Handle | undefined, across: number, down: number): Box => {
  if (!handle) return { ...box, left: box.left + across, top: box.top + down };
  const west = handle.includes("w") ? Math.min(across, box.width - SMALLEST) : 0;
  const north = handle.includes("n") ? Math.min(down, box.height - SMALLEST) : 0;
  const width = Math.max(SMALLEST, box.width + (handle.includes("e") ? across : -west));
  const height = Math.max(SMALLEST, box.height + (handle.includes("s") ? down : -north));
  return { left: box.left + west, top: box.top + north, width, height };
};

export const createFrame = (sketchIn: (place: HTMLElement) => Sketch, deeds: Deeds): Frame => {
  const element = document.createElement("div");
  element.className = "chart-frame";
  element.tabIndex = 0;
  element.setAttribute("role", "img");
  const paper = document.createElement("div");
  paper.className = "chart-paper";
  const words = document.createElement("p");
  words.className = "chart-words";
  element.append(paper, words);
  for (const handle of HANDLES) {
    const grip = document.createElement("span");
    grip.className = `chart-handle chart-handle-${handle}`;
    grip.dataset["handle"] = handle;
    element.append(grip);
  }
  let sketch: Sketch | undefined;
  let box: Box = { left: 0, top: 0, width: 0, height: 0 };
  let drag: { x: number; y: number; from: Box; handle: Handle | undefined; moved: boolean } | undefined;

  const lay = (to: Box) => {
    const resized = to.width !== box.width || to.height !== box.height;
    box = to;
    Object.assign(element.style, {
      transform: `translate(${Math.round(to.left)}px, ${Math.round(to.top)}px)`,
      width: `${Math.round(to.width)}px`,
      height: `${Math.round(to.height)}px`,
    });
    if (resized) sketch?.resize({ width: Math.max(1, to.width - 2), height: Math.max(1, to.height - 2) });
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    element.focus({ preventScroll: true });
    const handle = (event.target as HTMLElement).dataset["handle"] as Handle | undefined;
    drag = { x: event.clientX, y: event.clientY, from: box, handle, moved: false };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [across, down] = [event.clientX - drag.x, event.clientY - drag.y];
    drag.moved ||= Math.abs(across) + Math.abs(down) > 3;
    if (drag.moved) lay(dragged(drag.from, drag.handle, across, down));
  });
  const drop = (keep: boolean) => {
    const now = drag;
    drag = undefined;
    if (!now) return;
    if (keep && now.moved) deeds.place(box);
    else lay(now.from);
  };
  element.addEventListener("pointerup", () => drop(true));
  element.addEventListener("pointercancel", () => drop(false));
  element.addEventListener("focus", () => deeds.select());

  return {
    element,
    put: (to) => {
      if (!drag) lay(to);
    },
    draw(drawing, chart) {
      element.setAttribute("aria-label", drawing.words);
      element.dataset["chart"] = chart.name;
      const { borderColor, borderWidth } = boxOf(chart, "format");
      element.style.borderColor = borderWidth > 0 ? borderColor : "";
      const drawn = drawing.kind === "drawn";
      words.textContent = drawn ? "" : drawing.words;
      words.hidden = drawn;
      paper.hidden = !drawn;
      if (!drawn) return;
      sketch ??= sketchIn(paper);
      sketch.resize({ width: Math.max(1, box.width - 2), height: Math.max(1, box.height - 2) });
      // All of it anew: what a chart no longer has must not stay behind.
      sketch.setOption(drawing.option, { notMerge: true });
    },
    select: (selected) => element.toggleAttribute("data-selected", selected),
    busy: () => drag !== undefined,
    dispose() {
      sketch?.dispose();
      element.remove();
    },
  };
};
