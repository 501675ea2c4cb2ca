/** The series of a file's chart. */
import type { ChartSeries, ChartSource } from "../../model/charts/chart";
import type { Theme } from "../colors";
import { childOf, childrenOf, numberIn, textOf, type Branch } from "../xml";
import { seriesColour } from "./automatic";
import { isDrawnAsLine, isRound, type ChartKind } from "./chart-kinds";
import { formulaIn, sourceIn, type SheetIds } from "./chart-sources";
import { inkOf, solidIn } from "./ink";
import { unlike, wordFor, type Properties } from "./kept";
import { labelledPoints, readLabels } from "./read-labels";
import { readChartLine } from "./stroke";
import { readTrendlines } from "./trendlines-in-file";
import { SYMBOLS, usualSeriesLine } from "./write-series";

export interface SeriesReading {
  readonly theme: Theme;
  readonly sheets: SheetIds;
  readonly takeId: (wanted: string | undefined) => string;
  /** Told of what is not taken over: in a word. */
  readonly lose: (word: string) => void;
}

export const symbolOf = (ser: Branch): string | undefined =>
  childOf(childOf(ser, "marker"), "symbol")?.attributes.get("val");

const readMarker = (owner: Branch, path: string, kind: ChartKind, at: number, theme: Theme): Properties => {
  const marker = childOf(owner, "marker");
  if (!marker || !isDrawnAsLine(kind)) return {};
  const symbol = symbolOf(owner);
  const style = wordFor(SYMBOLS, symbol);
  const usual = kind.marked ? "Circle" : "None";
  const properties = childOf(marker, "spPr");
  const { colour } = seriesColour(at);
  return {
    ...unlike(`${path}markerStyle`, style, usual),
    ...(symbol === "none" ? {} : unlike(`${path}markerSize`, numberIn(childOf(marker, "size"), "val"), 5)),
    ...unlike(`${path}markerBackgroundColor`, solidIn(properties, theme)?.colour, colour),
    ...unlike(
      `${path}markerForegroundColor`,
      inkOf(childOf(childOf(properties, "ln"), "solidFill"), theme)?.colour,
      colour,
    ),
  };
};

const readLook = (ser: Branch, kind: ChartKind, at: number, { theme, lose }: SeriesReading): Properties => {
  const properties = childOf(ser, "spPr");
  const { colour } = seriesColour(at);
  const ln = childOf(properties, "ln");
  if (isDrawnAsLine(kind)) {
    if (kind.joined === false) return {};
    return readChartLine(ln, "format.line", usualSeriesLine(kind, at), theme);
  }
  if (properties && childOf(properties, "noFill")) lose("塗りつぶしのない系列");
  return {
    ...unlike("format.fill.color", solidIn(properties, theme)?.colour, colour),
    // Slices are parted by white lines that nobody asked for.
    ...(isRound(kind) ? {} : readChartLine(ln, "format.line", undefined, theme)),
  };
};

const readPoints = (ser: Branch, kind: ChartKind, at: number, theme: Theme): Properties => {
  const found: Record<string, unknown> = {};
  for (const point of childrenOf(ser, "dPt")) {
    const index = numberIn(childOf(point, "idx"), "val");
    if (index === undefined) continue;
    const path = `points.${index}.`;
    const ink = solidIn(childOf(point, "spPr"), theme);
    // A pie's slices are each of their own colour as it is.
    const usual = isRound(kind) ? seriesColour(index).colour : undefined;
    Object.assign(
      found,
      ink && ink.colour !== usual ? { [`${path}format.fill.color`]: ink.colour } : {},
      readMarker(point, path, kind, at, theme),
    );
  }
  return found;
};

const nameOf = (
  ser: Branch,
  at: number,
  { sheets, lose }: SeriesReading,
): Pick<ChartSeries, "name" | "nameSource"> => {
  const tx = childOf(ser, "tx");
  const usual = `系列${at + 1}`;
  const formula = formulaIn(tx);
  // LibreOffice writes a name that is in no cell as a formula.
  const literal = formula === undefined ? undefined : /^=?"((?:[^"]|"")*)"$/s.exec(formula.trim())?.[1];
  if (literal !== undefined) return { name: literal.replaceAll('""', '"') || usual };
  if (formula === undefined) return { name: textOf(childOf(tx, "v")) || usual };
  const nameSource = sourceIn(formula, sheets);
  if (nameSource) return { name: usual, nameSource };
  lose("ほかのブックや名前への参照");
  const cached = childOf(childOf(childOf(tx, "strRef"), "strCache"), "pt");
  return { name: textOf(childOf(cached, "v")) || usual };
};

export const orderOf = (ser: Branch): number => numberIn(childOf(ser, "order"), "val") ?? 0;

/** `at`: its place in the whole chart. */
export const readSeries = (ser: Branch, kind: ChartKind, at: number, reading: SeriesReading): ChartSeries => {
  const { theme, sheets, lose } = reading;
  const source = (...names: readonly string[]): ChartSource | undefined => {
    const branch = names.map((name) => childOf(ser, name)).find((each) => each !== undefined);
    const formula = formulaIn(branch);
    const found = formula === undefined ? undefined : sourceIn(formula, sheets);
    if (branch && !found) lose(formula === undefined ? "セルにない値" : "ほかのブックや名前への参照");
    return found;
  };
  const [values, categories] = [source("val", "yVal"), source("cat", "xVal")];
  const sizes = source("bubbleSize");
  const labels = childOf(ser, "dLbls");
  const said = readLabels(labels);
  const smooth = childOf(ser, "smooth");
  const isSmooth =
    smooth !== undefined && smooth.attributes.get("val") !== "0" && smooth.attributes.get("val") !== "false";
  const unique = childrenOf(childOf(ser, "extLst"), "ext")
    .map((ext) => childOf(ext, "uniqueId")?.attributes.get("val"))
    .find((id) => id !== undefined);
  return {
    id: reading.takeId(unique),
    ...nameOf(ser, at, reading),
    ...(values ? { values } : {}),
    ...(categories ? { categories } : {}),
    ...(sizes ? { sizes } : {}),
    properties: {
      ...readLook(ser, kind, at, reading),
      ...readMarker(ser, "", kind, at, theme),
      ...readPoints(ser, kind, at, theme),
      ...(Object.keys(said).length > 0 ? { hasDataLabels: true, ...said } : {}),
      ...labelledPoints(labels),
      ...readTrendlines(ser, at, theme),
      ...(isSmooth !== (kind.smooth ?? false) && smooth ? { smooth: isSmooth } : {}),
    },
  };
};
