/** What the small chart of a 財政指標 draws: numbers where they are numbers, and the chart in a sentence. */
import { parseTarget } from "../../../plan/target";
import { formatYear } from "../../../plan/year";
import { type LimitLine, type LinePoint } from "../../parts/charts/SeriesLine";
import { type FiscalRow } from "./fiscal-rows";
import { lineText, verdictText } from "./words";

interface Drawn {
  value: number | null;
  text: string;
}

function drawn(text: string | null | undefined): Drawn {
  if (text === null || text === undefined) return { value: null, text: "" };
  const target = parseTarget(text);
  const isNumber = target.kind === "number" || target.kind === "reduction" || target.kind === "bound";
  return { value: isNumber ? target.value : null, text: target.printed };
}

export function pointsOf({ years, indicator }: FiscalRow): {
  points: LinePoint[];
  baseline: (Drawn & { label: string }) | null;
} {
  const { baseline } = indicator;
  return {
    // 年度 under every point would not fit beside its neighbours.
    points: years.map(({ year, target, actual }) => ({
      label: formatYear(year).replace(/年度$/, ""),
      target: drawn(target),
      actual: drawn(actual),
    })),
    baseline:
      baseline === null
        ? null
        : {
            ...drawn(baseline.text),
            label: baseline.year === null ? "基準値" : `基準値（${formatYear(baseline.year)}）`,
          },
  };
}

/** A line far above everything else would press the values flat: 350 ％ over a 将来負担比率 of 36. It stays in words. */
export function limitsToDraw(row: FiscalRow): LimitLine[] {
  const { points, baseline } = pointsOf(row);
  const values = [
    baseline?.value ?? null,
    ...points.flatMap(({ target, actual }) => [target.value, actual.value]),
  ].filter((value): value is number => value !== null);
  const highest = Math.max(0, ...values);
  return row.lines.flatMap(({ kind, line }) =>
    line.kind === "line" && line.value <= highest * 3
      ? [{ name: `${kind}基準`, value: Number(line.printed) }]
      : [],
  );
}

export function sentenceOf(row: FiscalRow): string {
  const latest = row.years.filter(({ actual }) => actual !== null).at(-1);
  const lines = row.lines.map((line) => lineText(line, row.ratio.unit));
  return [
    `${row.indicator.name}の目標値と実績値の推移。`,
    latest === undefined
      ? ""
      : `${formatYear(latest.year)}の実績値は${latest.actual ?? ""}、${verdictText(latest.verdict)}。`,
    lines.length === 0 ? "" : `法定の基準は${lines.join("、")}。`,
  ].join("");
}
