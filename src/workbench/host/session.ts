/** What lasts between the requests of one program: ranges it holds on to, and the events it asked for. */
import { assertSent } from "./events/registrations";
import type { Files } from "./files";
import type { Book } from "./model/book";
import type { Chart } from "./model/charts/chart";
import type { Rectangle } from "./model/cells/rectangle";
import type { Shape } from "./model/attached/shape";
import { shiftedRectangle, type Move } from "./model/shifting/shift";
import type { Handle } from "./wire/object-type";

/** A range that follows its cells: `areas` change as rows and columns come and go. */
export interface RangeRef {
  readonly sheet: string;
  area: Rectangle;
  /** Set when all its cells are gone. */
  gone?: boolean;
  reference?: string;
}

export interface Session {
  /** Objects that follow their cells for the rest of the request, or longer when kept. */
  track(handle: Handle): Handle;
  follow(moves: readonly Move[]): void;
  /** The handle's own reference, made when there is none yet: `_ReferenceId`. */
  keep(handle: Handle): string;
  byReference(reference: string): Handle | undefined;
  forget(reference: string): void;
  forgetAll(): void;
  count(): number;
  endRequest(): void;
  /** A program asks for an event, or wants it no longer. Refused where the event would never come. */
  listen(type: string, registration: string): null;
  /** Whether anybody ever asked for events: what happened before that is told to nobody. */
  readonly listening: boolean;
  topLevel(name: string): Handle | undefined;
  /** How this host differs from a common Excel: what members may ask of it. */
  readonly host: HostSide;
}

/** Formats a page can draw in. */
export type PictureFormat = "PNG" | "JPEG" | "SVG";
export type DrawShape = (shape: Shape, all: readonly Shape[], format: PictureFormat) => Promise<string>;

export type DrawChart = (
  book: Book,
  chart: Chart,
  size: { readonly width: number | undefined; readonly height: number | undefined },
) => Promise<string>;

/** The workbook and its file. */
export interface Saving {
  dirty: boolean;
  before: boolean;
  /** Said by the request that is being carried out: holds after it, whatever it changed. */
  said?: boolean;
}

/** What members ask of the host around the model. */
export interface HostSide {
  /** To be done as soon as the action is over. */
  calculate(kind: "Recalculate" | "Full" | "FullRebuild"): void;
  eventsEnabled: boolean;
  /** Until the request is over. */
  suspendCalculation(): void;
  /** A chart's picture as base64 PNG, where there is a page that draws. Sizes in points; the chart's own where left out. */
  drawChart?: DrawChart;
  /** The same for a shape; `all` are those of its sheet, for the members of a group. */
  drawShape?: DrawShape;
  /** Old workbooks' limits, for tests. */
  readonly largestRead: number;
  readonly files: Files;
  /** Whether there is something that no file holds yet, and whether there ever was a file. */
  readonly saving: Saving;
  /** Workbooks made and not yet opened. */
  readonly created: Map<string, Book>;
  emptyBook(): Book;
}

const isRange = (ref: unknown): ref is RangeRef =>
  typeof ref === "object" && ref !== null && "area" in ref && "sheet" in ref;

const rangesOf = (handle: Handle): readonly RangeRef[] => {
  if (isRange(handle.ref)) return [handle.ref];
  const inner = (handle.ref as { readonly areas?: unknown } | null)?.areas;
  return Array.isArray(inner) ? inner.filter(isRange) : [];
};

export const createSession = (host: HostSide, topLevel: (name: string) => Handle | undefined): Session => {
  const ofRequest = new Set<RangeRef>();
  const kept = new Map<string, Handle>();
  let next = 1;
  let listening = false;
  const followOne = (range: RangeRef, moves: readonly Move[]): void => {
    for (const { sheet, shift } of moves) {
      if (sheet !== range.sheet || range.gone) continue;
      const area = shiftedRectangle(range.area, shift);
      if (area) range.area = area;
      else range.gone = true;
    }
  };
  return {
    host,
    track: (handle) => {
      for (const range of rangesOf(handle)) ofRequest.add(range);
      return handle;
    },
    follow: (moves) => {
      if (moves.length === 0) return;
      const all = new Set(ofRequest);
      for (const handle of kept.values()) for (const range of rangesOf(handle)) all.add(range);
      for (const range of all) followOne(range, moves);
    },
    keep: (handle) => {
      const held = handle.ref as { reference?: string };
      const reference = held.reference ?? `r${next++}`;
      held.reference = reference;
      kept.set(reference, handle);
      return reference;
    },
    byReference: (reference) => kept.get(reference),
    forget: (reference) => {
      const held = kept.get(reference)?.ref as { reference?: string } | undefined;
      if (held) delete held.reference;
      kept.delete(reference);
    },
    forgetAll: () => {
      kept.clear();
    },
    count: () => kept.size,
    endRequest: () => {
      ofRequest.clear();
    },
    listen: (type, registration) => {
      assertSent(type, registration);
      listening = true;
      return null;
    },
    get listening() {
      return listening;
    },
    topLevel,
  };
};
