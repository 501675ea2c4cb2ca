/** The ends and the steps of a chart's value axis where nobody set them: from the values, as Excel rounds them. */
import type { Book } from "../book";
import type { Chart } from "./chart";
import { shownSeries, type ShownSeries } from "./chart-data";

export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  readonly majorUnit: number;
  readonly minorUnit: number;
}

/** Which values an axis is for: those of one group of series, upright or, in a scatter chart, across. */
export interface AxisOf {
  readonly group: "Primary" | "Secondary";
  readonly across?: boolean;
}

const clean = (value: number): number => Number(value.toPrecision(12));

/** 1, 2 or 5 times a power of ten: the least that parts the length into ten steps at most. */
const unitOf = (length: number): number => {
  const power = 10 ** Math.floor(Math.log10(length / 10));
  return clean(power * ([1, 2, 5].find((step) => length / (step * power) <= 10) ?? 10));
};

const numbersIn = (cells: ShownSeries["values"]): readonly number[] =>
  cells.map(({ value }) => value).filter((value) => typeof value === "number");

const kindOf = (chart: Chart, { series }: ShownSeries): string => {
  const own = series.properties["chartType"];
  return typeof own === "string" ? own : chart.chartType;
};

/** What of each column lies on what: positive values upwards, negative ones downwards. */
const stackedEnds = (series: readonly ShownSeries[], full: boolean): readonly number[] => {
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  return Array.from({ length: count }, (_, at) => {
    const numbers = series
      .map(({ values }) => values[at]?.value)
      .filter((value) => typeof value === "number");
    const sum = (of: readonly number[]) => of.reduce((total, value) => total + value, 0);
    const [up, down] = [sum(numbers.filter((value) => value > 0)), sum(numbers.filter((value) => value < 0))];
    const whole = full ? sum(numbers.map(Math.abs)) || 1 : 1;
    return [up / whole, down / whole];
  }).flat();
};

const valuesOn = (book: Book, chart: Chart, { group, across }: AxisOf): readonly number[] => {
  const shown = shownSeries(book, chart).filter(
    ({ series }) => (series.properties["axisGroup"] === "Secondary") === (group === "Secondary"),
  );
  if (across) {
    return shown.flatMap(({ categories, values }) => {
      const numbers = numbersIn(categories);
      return numbers.length > 0 ? numbers : values.map((_, at) => at + 1);
    });
  }
  const stacked = shown.filter((each) => /Stacked/.test(kindOf(chart, each)));
  const full = stacked.some((each) => kindOf(chart, each).endsWith("100"));
  const alone = shown.filter((each) => !stacked.includes(each));
  return [...stackedEnds(stacked, full), ...alone.flatMap(({ values }) => numbersIn(values))];
};

/** The axis begins at nought unless the values lie closer together than a sixth of their distance from it. */
const endsOf = (values: readonly number[]): readonly [number, number] => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least;
  const isFar = (end: number) => spread > 0 && spread <= Math.abs(end) / 6;
  const fromNought = (end: number) => end + (end - (end > 0 ? Math.min(least, 0) : Math.max(most, 0))) / 20;
  const bottom = least < 0 ? (most < 0 && isFar(least) ? least - spread / 20 : fromNought(least)) : 0;
  const top = most > 0 ? (least > 0 && isFar(most) ? most + spread / 20 : fromNought(most)) : 0;
  return [
    least > 0 && isFar(most) ? least - spread / 2 : bottom,
    most < 0 && isFar(least) ? most + spread / 2 : top,
  ];
};

const kept = (chart: Chart, path: string): number | undefined => {
  const found = chart.properties[path];
  return typeof found === "number" ? found : undefined;
};

/** `path`: where the axis keeps what somebody set. */
export const scaleOf = (book: Book, chart: Chart, path: string, axis: AxisOf): Scale => {
  const values = valuesOn(book, chart, axis);
  const [low, high] = values.length > 0 ? endsOf(values) : [0, 1];
  const [from, to] = [kept(chart, `${path}.minimum`), kept(chart, `${path}.maximum`)];
  const full = chart.chartType.endsWith("100") && !axis.across;
  const bottom = from ?? (full && low >= -0.06 ? 0 : low);
  const top = to ?? (full ? 1 : high);
  const length = top - bottom > 0 ? top - bottom : 1;
  const majorUnit = kept(chart, `${path}.majorUnit`) ?? unitOf(length);
  return {
    minimum: from ?? clean(Math.floor(clean(bottom / majorUnit)) * majorUnit),
    maximum: to ?? clean(Math.ceil(clean((bottom + length) / majorUnit)) * majorUnit),
    majorUnit,
    minorUnit: kept(chart, `${path}.minorUnit`) ?? clean(majorUnit / 5),
  };
};
