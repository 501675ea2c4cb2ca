/** One indicator through the years: baseline, targets and actuals as numbers where they are numbers, and always as printed. */
import { gradeDetail } from "../../../plan/scales/grade";
import { type Indicator, type Plan, type Year } from "../../../plan/plan";
import { rateOf } from "../../../plan/progress/progress";
import { printState } from "../../../plan/progress/rate";
import { type Scale } from "../../../plan/scales/scale";
import { parseTarget, type Target } from "../../../plan/target";
import { formatYear } from "../../../plan/year";
import { type TableData } from "../../parts/table-data";
import { gradeWord } from "./overview";
import { printRate } from "../../parts/print-rate";
import { type Decimals } from "../../state/preferences";

export interface SeriesPoint {
  year: Year;
  /** 令和3年度. */
  label: string;
  target: { value: number | null; text: string };
  actual: { value: number | null; text: string };
  rate: string;
  grade: string;
}

export interface Series {
  indicator: string;
  name: string;
  unit: string | null;
  baseline: { year: Year | null; value: number | null; text: string } | null;
  points: SeriesPoint[];
  /** Whether there is anything to draw. */
  drawable: boolean;
}

export function seriesOf(
  plan: Plan,
  indicator: Indicator,
  scale: Scale | null,
  decimals: Decimals = 1,
): Series {
  const [first, last] = plan.period;
  const years = new Set<Year>();
  for (let year = first; year <= last; year += 1) years.add(year);
  for (const year of [...Object.keys(indicator.targets), ...Object.keys(indicator.actuals ?? {})])
    years.add(Number(year));
  const points = [...years]
    .sort((one, other) => one - other)
    .map((year): SeriesPoint => {
      const rate = rateOf(indicator, year, { period: plan.period });
      const grade = gradeDetail(rate, scale ?? undefined);
      return {
        year,
        label: formatYear(year),
        target: cellOf(indicator.targets[year]),
        actual: cellOf(indicator.actuals?.[year]),
        rate: rate.kind === "rate" ? printRate(rate.value, decimals) : printState(rate),
        grade: grade.kind === "grade" ? gradeWord({ grade }) : "",
      };
    });
  const baseline =
    indicator.baseline === null
      ? null
      : { year: indicator.baseline.year, ...cellOf(indicator.baseline.text) };
  const drawn = [
    baseline?.value ?? null,
    ...points.flatMap(({ target, actual }) => [target.value, actual.value]),
  ];
  return {
    indicator: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    baseline,
    points,
    drawable: drawn.some((value) => value !== null),
  };
}

function cellOf(text: string | undefined): { value: number | null; text: string } {
  const target = parseTarget(text);
  return { value: heightOf(target), text: target.printed };
}

/** Where a cell stands on the axis; words, several groups and dashes have no place there. */
function heightOf(target: Target): number | null {
  switch (target.kind) {
    case "number":
    case "reduction":
    case "bound":
      return target.value;
    case "band":
      return (target.low + target.high) / 2;
    case "parts":
    case "milestone":
    case "comparison":
    case "notMeasured":
    case "missing":
      return null;
  }
}

export function seriesTable({ baseline, points, unit }: Series): TableData {
  const inUnit = unit === null || unit === "" ? "" : `（${unit}）`;
  const first =
    baseline === null
      ? []
      : [
          [
            baseline.year === null ? "基準値" : `基準値（${formatYear(baseline.year)}）`,
            baseline.text,
            "",
            "",
            "",
          ],
        ];
  return {
    headers: ["年度", `目標値${inUnit}`, `実績値${inUnit}`, "達成率", "評価"],
    rows: [
      ...first,
      ...points.map(({ label, target, actual, rate, grade }) => [
        label,
        target.text,
        actual.text,
        rate,
        grade,
      ]),
    ],
  };
}

/** The chart in a sentence, for whoever does not see it. */
export function seriesSentence({ name, baseline, points }: Series): string {
  const entered = points.filter(({ actual }) => actual.text !== "");
  const latest = entered.at(-1);
  const last = points.filter(({ target }) => target.text !== "").at(-1);
  return [
    `${name}の推移。`,
    baseline === null ? "" : `基準値は${baseline.text}。`,
    last === undefined ? "" : `${last.label}の目標値は${last.target.text}。`,
    latest === undefined
      ? "実績値はまだありません。"
      : `${latest.label}の実績値は${latest.actual.text}、達成率は${latest.rate}。`,
  ].join("");
}
