/** The labels at the points of a file's chart. */
import { type Branch, childOf, childrenOf, flagIn, numberIn, textOf } from "../xml";
import { labelPlaceHere } from "./chart-kinds";
import type { Properties } from "./kept";

const SHOWS = [
  ["showVal", "showValue"],
  ["showSerName", "showSeriesName"],
  ["showCatName", "showCategoryName"],
  ["showLegendKey", "showLegendKey"],
  ["showPercent", "showPercentage"],
] as const;

const isOn = (labels: Branch, name: string): boolean => {
  const found = childOf(labels, name);
  return found !== undefined && flagIn(found, "val", true);
};

const isDeleted = (labels: Branch | undefined): boolean =>
  labels !== undefined && childOf(labels, "delete") !== undefined && isOn(labels, "delete");

/** What all labels of a chart or of a series say; nothing where none is shown. */
export const readLabels = (labels: Branch | undefined): Properties => {
  if (!labels || isDeleted(labels)) return {};
  const shown = SHOWS.filter(([name]) => isOn(labels, name));
  if (!shown.some(([name]) => name !== "showLegendKey")) return {};
  const place = labelPlaceHere(childOf(labels, "dLblPos")?.attributes.get("val"));
  const separator = childOf(labels, "separator");
  const format = childOf(labels, "numFmt");
  const code = format?.attributes.get("formatCode");
  return {
    ...Object.fromEntries(shown.map(([, key]) => [`dataLabels.${key}`, true])),
    ...(place === undefined ? {} : { "dataLabels.position": place }),
    ...(separator && textOf(separator) !== ", " ? { "dataLabels.separator": textOf(separator) } : {}),
    ...(code !== undefined && code !== "General" && !flagIn(format, "sourceLinked")
      ? { "dataLabels.numberFormat": code }
      : {}),
  };
};

/** Points with a label of their own. */
export const labelledPoints = (labels: Branch | undefined): Properties =>
  Object.fromEntries(
    childrenOf(labels, "dLbl").flatMap((label) => {
      const at = numberIn(childOf(label, "idx"), "val");
      return at === undefined || isDeleted(label) || !isOn(label, "showVal")
        ? []
        : [[`points.${at}.hasDataLabel`, true]];
    }),
  );
