/** A chart's title and its legend. */
import { titleOf } from "../model/chart-data";
import { handle, objectType, type ObjectType } from "../wire/object-type";
import { oneOf, text } from "./arguments";
import { formatAt, kept, of, update, yes, type ChartRef } from "./chart-parts";

const titleFormat = formatAt("title.format", "ChartTitleFormat", ["font", "fill", "border"]);
export const chartTitle: ObjectType<ChartRef> = objectType<ChartRef>("ChartTitle", {
  scalars: {
    text: {
      get: (ref, { draft }) => titleOf(draft.book, of(ref, draft)),
      set: (ref, value, { draft }) =>
        update(draft, ref, {
          properties: { ...of(ref, draft).properties, "title.text": text(value), "title.visible": true },
        }),
    },
    visible: kept("title.visible", true, yes),
    overlay: kept("title.overlay", false, yes),
    position: kept("title.position", "Top", (value) =>
      oneOf(value, ["Automatic", "Top", "Bottom", "Left", "Right"]),
    ),
    horizontalAlignment: kept("title.horizontalAlignment", "Center", text),
    verticalAlignment: kept("title.verticalAlignment", "Center", text),
    showShadow: kept("title.showShadow", false, yes),
  },
  objects: { format: (ref: ChartRef) => handle(titleFormat, ref) },
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
  },
  objects: { format: (ref: ChartRef) => handle(legendFormat, ref) },
});
