/** The kinds of charts: Excel's names for them and the elements a file draws them with. */

export interface ChartKind {
  /** `barChart` */
  readonly element: string;
  readonly lying?: true;
  readonly grouping?: "clustered" | "standard" | "stacked" | "percentStacked";
  /** Of lines, scatter and radar: whether points are marked, joined, joined smoothly. */
  readonly marked?: boolean;
  readonly joined?: boolean;
  readonly smooth?: true;
  readonly style?: string;
  /** Of bars in space: not a box. */
  readonly body?: "cylinder" | "cone" | "pyramid";
  readonly exploded?: true;
  readonly bubbles3D?: true;
}

const grouped = (
  stem: string,
  kind: ChartKind,
  plain: "clustered" | "standard",
  names: readonly [string, string, string],
): readonly (readonly [string, ChartKind])[] => [
  [`${stem}${names[0]}`, { ...kind, grouping: plain }],
  [`${stem}${names[1]}`, { ...kind, grouping: "stacked" }],
  [`${stem}${names[2]}`, { ...kind, grouping: "percentStacked" }],
];

const CLUSTERED = ["Clustered", "Stacked", "Stacked100"] as const;
const PLAIN = ["", "Stacked", "Stacked100"] as const;

const bodies = (["Cylinder", "Cone", "Pyramid"] as const).flatMap((name) => {
  const body = name.toLowerCase() as "cylinder" | "cone" | "pyramid";
  return [
    ...grouped(`${name}Col`, { element: "bar3DChart", body }, "clustered", CLUSTERED),
    ...grouped(`${name}Bar`, { element: "bar3DChart", lying: true, body }, "clustered", CLUSTERED),
    [`${name}Col`, { element: "bar3DChart", body, grouping: "standard" }] as const,
  ];
});

export const CHART_KINDS: ReadonlyMap<string, ChartKind> = new Map<string, ChartKind>([
  ...grouped("Column", { element: "barChart" }, "clustered", CLUSTERED),
  ...grouped("Bar", { element: "barChart", lying: true }, "clustered", CLUSTERED),
  ...grouped("3DColumn", { element: "bar3DChart" }, "clustered", CLUSTERED),
  ...grouped("3DBar", { element: "bar3DChart", lying: true }, "clustered", CLUSTERED),
  ["3DColumn", { element: "bar3DChart", grouping: "standard" }],
  ...bodies,
  ...grouped("Line", { element: "lineChart", marked: false }, "standard", PLAIN),
  ...grouped("LineMarkers", { element: "lineChart", marked: true }, "standard", PLAIN),
  ["3DLine", { element: "line3DChart", grouping: "standard" }],
  ...grouped("Area", { element: "areaChart" }, "standard", PLAIN),
  ...grouped("3DArea", { element: "area3DChart" }, "standard", PLAIN),
  ["Pie", { element: "pieChart" }],
  ["PieExploded", { element: "pieChart", exploded: true }],
  ["3DPie", { element: "pie3DChart" }],
  ["3DPieExploded", { element: "pie3DChart", exploded: true }],
  ["PieOfPie", { element: "ofPieChart", style: "pie" }],
  ["BarOfPie", { element: "ofPieChart", style: "bar" }],
  ["Doughnut", { element: "doughnutChart" }],
  ["DoughnutExploded", { element: "doughnutChart", exploded: true }],
  ["XYScatter", { element: "scatterChart", marked: true, joined: false }],
  ["XYScatterLines", { element: "scatterChart", marked: true, joined: true }],
  ["XYScatterLinesNoMarkers", { element: "scatterChart", marked: false, joined: true }],
  ["XYScatterSmooth", { element: "scatterChart", marked: true, joined: true, smooth: true }],
  ["XYScatterSmoothNoMarkers", { element: "scatterChart", marked: false, joined: true, smooth: true }],
  ["Bubble", { element: "bubbleChart" }],
  ["Bubble3DEffect", { element: "bubbleChart", bubbles3D: true }],
  ["Radar", { element: "radarChart", marked: false, style: "marker" }],
  ["RadarMarkers", { element: "radarChart", marked: true, style: "marker" }],
  ["RadarFilled", { element: "radarChart", style: "filled" }],
]);

export const isRound = ({ element }: ChartKind): boolean =>
  /^(?:pie|pie3D|ofPie|doughnut)Chart$/.test(element);
export const isScatter = ({ element }: ChartKind): boolean =>
  element === "scatterChart" || element === "bubbleChart";
export const isBars = ({ element }: ChartKind): boolean => element === "barChart" || element === "bar3DChart";
export const isInSpace = ({ element }: ChartKind): boolean => element.includes("3D");
export const isDrawnAsLine = ({ element, style }: ChartKind): boolean =>
  element === "lineChart" || element === "scatterChart" || (element === "radarChart" && style !== "filled");

const FEATURES = ["element", "lying", "grouping", "marked", "joined", "smooth", "style", "body", "exploded", "bubbles3D"] as const; // prettier-ignore

/** The name of a kind; undefined for one this host has no name for. */
export const chartTypeOf = (kind: ChartKind): string | undefined => {
  for (const [name, each] of CHART_KINDS)
    if (FEATURES.every((feature) => each[feature] === kind[feature])) return name;
  return undefined;
};

/** Where labels may stand: a place a kind does not know makes Excel call the file broken. */
const LABEL_PLACES: Readonly<Record<string, string>> = {
  Center: "ctr",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  OutsideEnd: "outEnd",
  Left: "l",
  Right: "r",
  Top: "t",
  Bottom: "b",
  BestFit: "bestFit",
};
const placesOf = ({ element, grouping }: ChartKind): readonly string[] => {
  switch (element) {
    case "barChart":
      return grouping === "clustered" ? ["ctr", "inEnd", "inBase", "outEnd"] : ["ctr", "inEnd", "inBase"];
    case "lineChart":
    case "scatterChart":
    case "bubbleChart":
      return ["ctr", "l", "r", "t", "b"];
    case "pieChart":
    case "pie3DChart":
    case "ofPieChart":
      return ["ctr", "inEnd", "outEnd", "bestFit"];
    default:
      return [];
  }
};
export const labelPlaceIn = (kind: ChartKind, position: string | undefined): string | undefined => {
  const place = position === undefined ? undefined : LABEL_PLACES[position];
  return place !== undefined && placesOf(kind).includes(place) ? place : undefined;
};
export const labelPlaceHere = (place: string | undefined): string | undefined =>
  Object.keys(LABEL_PLACES).find((word) => LABEL_PLACES[word] === place);
