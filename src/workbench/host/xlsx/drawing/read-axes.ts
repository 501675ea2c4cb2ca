/** The axes of a file's chart. */
import type { Theme } from "../colors";
import { type Branch, childOf, childrenOf, flagIn, numberIn } from "../xml";
import { AXIS_TITLE_LETTERS, PALE_LINE, PALER_LINE, SMALL_LETTERS } from "./automatic";
import { isScatter, type ChartKind } from "./chart-kinds";
import { solidIn } from "./ink";
import { unlike, wordFor, type Properties } from "./kept";
import { readChartText, turnOf } from "./lettering";
import { readTitle } from "./read-title";
import { readChartLine, type UsualLine } from "./stroke";
import { DISPLAY_UNITS, TICK_LABELS, TICKS } from "./write-axes";

const valOf = (branch: Branch | undefined, name: string): string | undefined =>
  childOf(branch, name)?.attributes.get("val");
const numberOf = (branch: Branch | undefined, name: string): number | undefined =>
  numberIn(childOf(branch, name), "val");

const readGridlines = (
  axis: Branch,
  path: string,
  name: string,
  usually: boolean,
  usual: UsualLine,
  theme: Theme,
): Properties => {
  const lines = childOf(axis, name);
  return {
    ...unlike(`${path}.${name}.visible`, lines !== undefined, usually),
    ...readChartLine(childOf(childOf(lines, "spPr"), "ln"), `${path}.${name}.format.line`, usual, theme),
  };
};

const readAxis = (
  axis: Branch,
  path: string,
  gridlines: boolean,
  line: UsualLine | undefined,
  theme: Theme,
): Properties => {
  const scaling = childOf(axis, "scaling");
  const base = numberOf(scaling, "logBase");
  const format = childOf(axis, "numFmt");
  const code = flagIn(format, "sourceLinked") ? undefined : format?.attributes.get("formatCode");
  const letters = childOf(axis, "txPr");
  const turned = turnOf(letters);
  const unit = wordFor(DISPLAY_UNITS, valOf(childOf(axis, "dispUnits"), "builtInUnit"));
  const hidden = childOf(axis, "delete");
  const put = (key: string, value: unknown, usual?: unknown): Properties =>
    unlike(`${path}.${key}`, value, usual);
  return {
    ...put("minimum", numberOf(scaling, "min")),
    ...put("maximum", numberOf(scaling, "max")),
    ...(base === undefined ? {} : { [`${path}.scaleType`]: "Logarithmic", ...put("logBase", base, 10) }),
    ...put("reversePlotOrder", valOf(scaling, "orientation") === "maxMin", false),
    ...put("visible", !(hidden && flagIn(hidden, "val", true)), true),
    ...put("majorUnit", numberOf(axis, "majorUnit")),
    ...put("minorUnit", numberOf(axis, "minorUnit")),
    ...put("numberFormat", code, "General"),
    ...put("majorTickMark", wordFor(TICKS, valOf(axis, "majorTickMark")), "None"),
    ...put("minorTickMark", wordFor(TICKS, valOf(axis, "minorTickMark")), "None"),
    ...put("tickLabelPosition", wordFor(TICK_LABELS, valOf(axis, "tickLblPos")), "NextToAxis"),
    ...put("tickLabelSpacing", numberOf(axis, "tickLblSkip")),
    ...put("textOrientation", turned, 0),
    ...put("displayUnit", unit, "None"),
    ...readGridlines(axis, path, "majorGridlines", gridlines, PALE_LINE, theme),
    ...readGridlines(axis, path, "minorGridlines", false, PALER_LINE, theme),
    ...readTitle(childOf(axis, "title"), `${path}.title`, AXIS_TITLE_LETTERS, theme),
    ...put("format.fill.color", solidIn(childOf(axis, "spPr"), theme)?.colour),
    ...readChartLine(childOf(childOf(axis, "spPr"), "ln"), `${path}.format.line`, line, theme),
    ...readChartText(letters, `${path}.format.font`, SMALL_LETTERS, theme),
  };
};

const categoryTypeOf = (axis: Branch): string => {
  if (axis.name === "dateAx") return valOf(axis, "auto") === "1" ? "Automatic" : "DateAxis";
  return valOf(axis, "noMultiLvlLbl") === "1" && valOf(axis, "auto") !== "1" ? "TextAxis" : "Automatic";
};

/** Axes that are drawn against one another, by the ids the chart's first group names. */
export const readAxes = (
  plot: Branch,
  ids: readonly (string | undefined)[],
  kind: ChartKind,
  theme: Theme,
): Properties => {
  const all = plot.children.filter(({ name }) => /^(?:cat|val|date|ser)Ax$/.test(name));
  const own = ids.flatMap((id) => all.find((axis) => valOf(axis, "axId") === id) ?? []);
  const scatter = isScatter(kind);
  const along = scatter ? own[0] : own.find(({ name }) => name === "catAx" || name === "dateAx");
  const upright = scatter ? own[1] : own.find(({ name }) => name === "valAx");
  const deep = own.find(({ name }) => name === "serAx");
  const between = valOf(upright, "crossBetween");
  return {
    ...(along
      ? {
          ...readAxis(along, "axes.categoryAxis", scatter, PALE_LINE, theme),
          ...(scatter ? {} : unlike("axes.categoryAxis.categoryType", categoryTypeOf(along), "Automatic")),
        }
      : {}),
    ...(upright ? readAxis(upright, "axes.valueAxis", true, scatter ? PALE_LINE : undefined, theme) : {}),
    ...(deep ? readAxis(deep, "axes.seriesAxis", false, PALE_LINE, theme) : {}),
    ...(upright && !scatter && between !== undefined
      ? unlike("axes.categoryAxis.isBetweenCategories", between === "between", kind.element !== "areaChart")
      : {}),
  };
};

/** The second axes: the values' on the far side, and their categories, which are mostly hidden. */
export const readSecondAxes = (
  plot: Branch,
  ids: readonly (string | undefined)[],
  theme: Theme,
): Properties => {
  const all = plot.children.filter(({ name }) => /^(?:cat|val|date)Ax$/.test(name));
  const own = ids.flatMap((id) => all.find((axis) => valOf(axis, "axId") === id) ?? []);
  const upright = own.find(({ name }) => name === "valAx");
  const along = own.find(({ name }) => name !== "valAx");
  const hidden = childOf(along, "delete");
  const shown = along !== undefined && !(hidden && flagIn(hidden, "val", true));
  return {
    ...(upright ? readAxis(upright, "axes.secondaryValueAxis", false, undefined, theme) : {}),
    ...(along && shown
      ? {
          ...readAxis(along, "axes.secondaryCategoryAxis", false, PALE_LINE, theme),
          "axes.secondaryCategoryAxis.visible": true,
        }
      : {}),
  };
};

export const axisIdsOf = (group: Branch): readonly (string | undefined)[] =>
  childrenOf(group, "axId").map(({ attributes }) => attributes.get("val"));

/** Axes of which one crosses at the far end are the second ones. */
export const isSecondary = (
  plot: Branch,
  ids: readonly (string | undefined)[],
  first: readonly (string | undefined)[],
): boolean => ids.length > 0 && !ids.some((id) => first.includes(id)) && childrenOf(plot, "valAx").length > 1;
