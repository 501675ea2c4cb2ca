/** Which kind of chart a group of a file's chart is. */
import { type Branch, childOf, flagIn, numberIn } from "../xml";
import { isRound, type ChartKind } from "./chart-kinds";
import { symbolOf } from "./read-series";

const valOf = (branch: Branch | undefined, name: string): string | undefined =>
  childOf(branch, name)?.attributes.get("val");
const numberOf = (branch: Branch | undefined, name: string): number | undefined =>
  numberIn(childOf(branch, name), "val");
const isOn = (branch: Branch | undefined, name: string, fallback = false): boolean => {
  const found = childOf(branch, name);
  return found ? flagIn(found, "val", true) : fallback;
};

const GROUPINGS: Readonly<Record<string, ChartKind["grouping"]>> = {
  clustered: "clustered",
  standard: "standard",
  stacked: "stacked",
  percentStacked: "percentStacked",
};

const noLine = (ser: Branch): boolean => childOf(childOf(childOf(ser, "spPr"), "ln"), "noFill") !== undefined;

/** `all`: its series, those somebody switched off among them. */
export const kindOf = (group: Branch, all: readonly Branch[]): ChartKind => {
  const { name } = group;
  const grouping = GROUPINGS[valOf(group, "grouping") ?? ""];
  const bars = name === "barChart" || name === "bar3DChart";
  const body = valOf(group, "shape") ?? valOf(all[0], "shape");
  const style = valOf(group, "radarStyle");
  const scatter = valOf(group, "scatterStyle") ?? "";
  const pointed = all.some((ser) => symbolOf(ser) !== "none");
  const smooth = all.length > 0 ? all.every((ser) => isOn(ser, "smooth")) : scatter.startsWith("smooth");
  return {
    element: name,
    ...(bars && valOf(group, "barDir") === "bar" ? { lying: true } : {}),
    ...(bars ? { grouping: grouping ?? "clustered" } : {}),
    ...(/^(?:line|line3D|area|area3D)Chart$/.test(name) ? { grouping: grouping ?? "standard" } : {}),
    ...(name === "lineChart" ? { marked: pointed } : {}),
    ...(name === "scatterChart"
      ? {
          marked: pointed && scatter !== "line" && scatter !== "smooth",
          joined: !(all.length > 0 ? all.every(noLine) : scatter === "marker"),
          ...(smooth ? { smooth: true } : {}),
        }
      : {}),
    ...(name === "radarChart"
      ? style === "filled"
        ? { style }
        : { style: "marker", marked: style === "marker" && pointed }
      : {}),
    ...(name === "ofPieChart" ? { style: valOf(group, "ofPieType") ?? "pie" } : {}),
    ...(body === "cylinder" || body === "cone" || body === "pyramid" ? { body } : {}),
    ...(isRound({ element: name }) &&
    all.length > 0 &&
    all.every((ser) => (numberOf(ser, "explosion") ?? 0) > 0)
      ? { exploded: true }
      : {}),
    ...(name === "bubbleChart" && all.length > 0 && all.every((ser) => isOn(ser, "bubble3D"))
      ? { bubbles3D: true }
      : {}),
  };
};
