/** The axes of a chart as a file writes them. */
import { element } from "../markup";
import { AXIS_TITLE_LETTERS, PALE_LINE, PALER_LINE, SMALL_LETTERS } from "./automatic";
import { isScatter, type ChartKind } from "./chart-kinds";
import { solid } from "./ink";
import type { Kept } from "./kept";
import { chartText } from "./lettering";
import { chartLine, type UsualLine } from "./stroke";
import { titlePart } from "./write-title";

export const TICKS: Readonly<Record<string, string>> = {
  None: "none",
  Cross: "cross",
  Inside: "in",
  Outside: "out",
};
export const TICK_LABELS: Readonly<Record<string, string>> = {
  NextToAxis: "nextTo",
  High: "high",
  Low: "low",
  None: "none",
};
export const DISPLAY_UNITS: Readonly<Record<string, string>> = {
  Hundreds: "hundreds",
  Thousands: "thousands",
  TenThousands: "tenThousands",
  HundredThousands: "hundredThousands",
  Millions: "millions",
  TenMillions: "tenMillions",
  HundredMillions: "hundredMillions",
  Billions: "billions",
  Trillions: "trillions",
};

export interface AxisWriting {
  readonly chart: Kept;
  readonly kind: ChartKind;
  /** The format of the first cell shown along it. */
  readonly format: string;
}

interface Common {
  readonly path: string;
  readonly id: number;
  readonly cross: number;
  readonly side: "b" | "l" | "r" | "t";
  readonly gridlines: boolean;
  readonly line: UsualLine | undefined;
  readonly deleted?: true;
  readonly crosses?: "max";
}

const gridlinesPart = (chart: Kept, path: string, name: string, shown: boolean, usual: UsualLine): string => {
  const line = chartLine(chart, `${path}.format.line`, usual);
  return (chart.flag(`${path}.visible`) ?? shown)
    ? element(`c:${name}`, {}, element("c:spPr", {}, line))
    : "";
};

const before = ({ chart, format }: AxisWriting, about: Common): readonly string[] => {
  const { path, id, side, gridlines, line } = about;
  const logarithmic = chart.text(`${path}.scaleType`) === "Logarithmic";
  const base = chart.number(`${path}.logBase`) ?? 10;
  const [minimum, maximum] = [chart.number(`${path}.minimum`), chart.number(`${path}.maximum`)];
  const own = chart.text(`${path}.numberFormat`);
  const linked = own === undefined || own === "General";
  const ground = chart.text(`${path}.format.fill.color`) || undefined;
  const turned = chart.number(`${path}.textOrientation`) || undefined;
  const upright = side === "l" || side === "r";
  const tick = TICKS[chart.text(`${path}.majorTickMark`) ?? "None"] ?? "none";
  const minor = TICKS[chart.text(`${path}.minorTickMark`) ?? "None"] ?? "none";
  const labels = TICK_LABELS[chart.text(`${path}.tickLabelPosition`) ?? "NextToAxis"] ?? "nextTo";
  const hidden = about.deleted ?? chart.flag(`${path}.visible`) === false;
  return [
    element("c:axId", { val: id }),
    element("c:scaling", {}, [
      logarithmic ? element("c:logBase", { val: base }) : "",
      element("c:orientation", { val: chart.flag(`${path}.reversePlotOrder`) ? "maxMin" : "minMax" }),
      maximum === undefined ? "" : element("c:max", { val: maximum }),
      minimum === undefined ? "" : element("c:min", { val: minimum }),
    ]),
    element("c:delete", { val: hidden }),
    element("c:axPos", { val: side }),
    gridlinesPart(chart, `${path}.majorGridlines`, "majorGridlines", gridlines, PALE_LINE),
    gridlinesPart(chart, `${path}.minorGridlines`, "minorGridlines", false, PALER_LINE),
    titlePart(chart, `${path}.title`, AXIS_TITLE_LETTERS, upright),
    element("c:numFmt", { formatCode: linked ? format : own, sourceLinked: linked }),
    element("c:majorTickMark", { val: tick }),
    element("c:minorTickMark", { val: minor }),
    element("c:tickLblPos", { val: labels }),
    element("c:spPr", {}, [
      ground === undefined ? "<a:noFill/>" : solid(ground),
      chartLine(chart, `${path}.format.line`, line),
    ]),
    chartText(chart, `${path}.format.font`, SMALL_LETTERS, turned),
    element("c:crossAx", { val: about.cross }),
    element("c:crosses", { val: about.crosses ?? "autoZero" }),
  ];
};

const categoryAxis = (writing: AxisWriting, about: Common): string => {
  const { chart } = writing;
  const type = chart.text(`${about.path}.categoryType`) ?? "Automatic";
  const spacing = chart.number(`${about.path}.tickLabelSpacing`);
  const rest = [
    element("c:auto", { val: type === "Automatic" }),
    ...(type === "DateAxis" ? [] : [element("c:lblAlgn", { val: "ctr" })]),
    element("c:lblOffset", { val: 100 }),
  ];
  if (type === "DateAxis") return element("c:dateAx", {}, [...before(writing, about), ...rest]);
  return element("c:catAx", {}, [
    ...before(writing, about),
    ...rest,
    spacing === undefined ? "" : element("c:tickLblSkip", { val: Math.max(1, Math.round(spacing)) }),
    element("c:noMultiLvlLbl", { val: type === "TextAxis" }),
  ]);
};

const valueAxis = (writing: AxisWriting, about: Common): string => {
  const { chart, kind } = writing;
  const between = chart.flag("axes.categoryAxis.isBetweenCategories") ?? kind.element !== "areaChart";
  const [major, minor] = [chart.number(`${about.path}.majorUnit`), chart.number(`${about.path}.minorUnit`)];
  const unit = DISPLAY_UNITS[chart.text(`${about.path}.displayUnit`) ?? "None"];
  return element("c:valAx", {}, [
    ...before(writing, about),
    element("c:crossBetween", { val: isScatter(kind) || !between ? "midCat" : "between" }),
    major === undefined ? "" : element("c:majorUnit", { val: major }),
    minor === undefined ? "" : element("c:minorUnit", { val: minor }),
    unit === undefined
      ? ""
      : element("c:dispUnits", {}, [
          element("c:builtInUnit", { val: unit }),
          element("c:dispUnitsLbl", {}, "<c:layout/>"),
        ]),
  ]);
};

export const AXIS_IDS = { category: 111_111_111, value: 111_111_112, series: 111_111_113 } as const;
export const SECOND_AXIS_IDS = { category: 222_222_221, value: 222_222_222 } as const;

/** `across`: the format of the categories. `deep`: with an axis for the series. */
export const axesPart = (writing: AxisWriting, across: string, deep: boolean): string => {
  const { kind } = writing;
  const lying = kind.lying === true;
  const { category, value, series } = AXIS_IDS;
  const first: Common = {
    path: "axes.categoryAxis",
    id: category,
    cross: value,
    side: lying ? "l" : "b",
    gridlines: isScatter(kind),
    line: PALE_LINE,
  };
  const second: Common = {
    path: "axes.valueAxis",
    id: value,
    cross: category,
    side: lying ? "b" : "l",
    gridlines: true,
    line: isScatter(kind) ? PALE_LINE : undefined,
  };
  const along = { ...writing, format: across };
  return [
    isScatter(kind) ? valueAxis(along, first) : categoryAxis(along, first),
    valueAxis(writing, second),
    deep
      ? element(
          "c:serAx",
          {},
          before(
            { ...writing, format: "General" },
            {
              path: "axes.seriesAxis",
              id: series,
              cross: category,
              side: "b",
              gridlines: false,
              line: PALE_LINE,
            },
          ),
        )
      : "",
  ].join("");
};

/** The second value axis, and the categories it stands on, which are hidden unless somebody shows them. */
export const secondAxesPart = (writing: AxisWriting): string => {
  const { chart, kind } = writing;
  const lying = kind.lying === true;
  const { category, value } = SECOND_AXIS_IDS;
  const shown = chart.flag("axes.secondaryCategoryAxis.visible") === true;
  const upright: Common = {
    path: "axes.secondaryValueAxis",
    id: value,
    cross: category,
    side: lying ? "t" : "r",
    gridlines: false,
    line: undefined,
    crosses: "max",
  };
  const along: Common = {
    path: "axes.secondaryCategoryAxis",
    id: category,
    cross: value,
    side: lying ? "l" : "b",
    gridlines: false,
    line: PALE_LINE,
    ...(shown ? {} : { deleted: true }),
  };
  return valueAxis(writing, upright) + categoryAxis({ ...writing, format: "General" }, along);
};
