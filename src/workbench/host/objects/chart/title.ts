/** A chart's title and its legend. */
import { titleOf } from "../../model/charts/chart-data";
import { refuse } from "../../refusal";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { anyNumber, oneOf, text, wholeNumber } from "../arguments";
import { textOfCell } from "./cell";
import {
  chartBag,
  fontIn,
  formatAt,
  kept,
  laid,
  of,
  size,
  update,
  yes,
  type Bag,
  type ChartRef,
} from "./parts";

const titleFormat = formatAt("title.format", "ChartTitleFormat", ["font", "fill", "border"]);

/** Some of a title's characters, with a look of their own: kept, and drawn like the rest. */
interface PartRef extends ChartRef {
  readonly start: number;
  readonly length: number;
}
const partBag: Bag<PartRef> = {
  keep: (key, fallback, read) => ({
    get: (ref, turn) => kept(`title.parts.${ref.start}-${ref.length}.${key}`, fallback, read).get(ref, turn),
    set: (ref, value, turn) =>
      kept(`title.parts.${ref.start}-${ref.length}.${key}`, fallback, read).set?.(ref, value, turn),
  }),
  forget: (ref, key, turn) => chartBag.forget(ref, `title.parts.${ref.start}-${ref.length}.${key}`, turn),
};
const partFont = fontIn("title.part", partBag, "font");
const titlePart: ObjectType<PartRef> = objectType<PartRef>("ChartFormatString", {
  objects: { font: (ref: PartRef) => handle(partFont, ref) },
});

const setText = (ref: ChartRef, words: string, { draft }: Turn): void =>
  update(draft, ref, {
    properties: { ...of(ref, draft).properties, "title.text": words, "title.visible": true },
  });

export const chartTitle: ObjectType<ChartRef> = objectType<ChartRef>("ChartTitle", {
  scalars: {
    text: {
      get: (ref, { draft }) => titleOf(draft.book, of(ref, draft)),
      set: (ref, value, turn) => setText(ref, text(value), turn),
    },
    visible: kept("title.visible", true, yes),
    overlay: kept("title.overlay", false, yes),
    position: kept("title.position", "Top", (value) =>
      oneOf(value, ["Automatic", "Top", "Bottom", "Left", "Right"]),
    ),
    horizontalAlignment: kept("title.horizontalAlignment", "Center", text),
    verticalAlignment: kept("title.verticalAlignment", "Center", text),
    showShadow: kept("title.showShadow", false, yes),
    textOrientation: kept("title.textOrientation", 0, anyNumber),
    left: laid("title.left", ({ title }) => title?.left),
    top: laid("title.top", ({ title }) => title?.top),
    width: { get: laid("title.width", ({ title }) => title?.width).get },
    height: { get: laid("title.height", ({ title }) => title?.height).get },
  },
  objects: { format: (ref: ChartRef) => handle(titleFormat, ref) },
  methods: {
    getSubstring: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
      const [start, length] = [wholeNumber(args[0]), wholeNumber(args[1])];
      const words = titleOf(draft.book, of(ref, draft));
      if (start < 0 || length < 1 || start + length > words.length) return refuse("InvalidArgument");
      return handle(titlePart, { ...ref, start, length });
    },
    /** The text of the cell as it is now: a title does not follow its cell here. */
    setFormula: (ref: ChartRef, args: Arguments, turn: Turn) =>
      setText(ref, textOfCell(turn, ref.sheet, text(args[0])), turn),
  },
});

interface EntryRef extends ChartRef {
  readonly entry: number;
}
const legendEntry: ObjectType<EntryRef> = objectType<EntryRef>("ChartLegendEntry", {
  scalars: {
    index: { get: ({ entry }) => entry },
    visible: {
      get: (ref, turn) => kept(`legend.entries.${ref.entry}.visible`, true, yes).get(ref, turn),
      set: (ref, value, turn) =>
        kept(`legend.entries.${ref.entry}.visible`, true, yes).set?.(ref, value, turn),
    },
  },
});
const legendEntries: ObjectType<ChartRef> = objectType<ChartRef>("ChartLegendEntryCollection", {
  items: (ref, { draft }) => of(ref, draft).series.map((_, entry) => handle(legendEntry, { ...ref, entry })),
});

const legendFormat = formatAt("legend.format", "ChartLegendFormat", ["font", "fill", "border"]);
export const chartLegend: ObjectType<ChartRef> = objectType<ChartRef>("ChartLegend", {
  scalars: {
    visible: kept("legend.visible", true, yes),
    position: kept("legend.position", "Bottom", (value) =>
      oneOf(value, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"]),
    ),
    overlay: kept("legend.overlay", false, yes),
    showShadow: kept("legend.showShadow", false, yes),
    left: laid("legend.left", ({ legend }) => legend?.left, anyNumber),
    top: laid("legend.top", ({ legend }) => legend?.top, anyNumber),
    width: laid("legend.width", ({ legend }) => legend?.width, size),
    height: laid("legend.height", ({ legend }) => legend?.height, size),
  },
  objects: {
    format: (ref: ChartRef) => handle(legendFormat, ref),
    legendEntries: (ref: ChartRef) => handle(legendEntries, ref),
  },
});
