/** What the parts of a chart have in common: properties kept under a path, fonts, fills, borders. */
import type { Chart } from "../../model/charts/chart";
import { layoutOf, type ChartLayout } from "../../model/charts/chart-layout";
import { changeChart, chartIn } from "../../model/charts/charts";
import type { Draft } from "../../model/draft";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, flag, oneOf, text } from "../arguments";
import { colorFrom } from "../color";

export interface ChartRef {
  readonly sheet: string;
  readonly id: string;
}

export const of = (ref: ChartRef, draft: Draft): Chart => chartIn(draft, ref.sheet, ref.id);

export const update = (draft: Draft, ref: ChartRef, patch: Partial<Chart>): void =>
  changeChart(draft, ref.sheet, ref.id, patch);

export type Read = (value: unknown) => unknown;
export const yes: Read = (value) => flag(value, false);

/** A property kept under its path: `title.text`. */
export const kept = (path: string, fallback: unknown, read: Read = (value) => value): Scalar<ChartRef> => ({
  get: (ref, { draft }) => of(ref, draft).properties[path] ?? fallback,
  set: (ref, value, { draft }) =>
    update(draft, ref, { properties: { ...of(ref, draft).properties, [path]: read(value) } }),
});

/** Where a part lies: kept where somebody moved it, laid out where nobody did. */
export const laid = (
  path: string,
  find: (layout: ChartLayout) => number | undefined,
  read: Read = anyNumber,
): Scalar<ChartRef> => ({
  ...kept(path, 0, read),
  get: (ref, { draft }) => {
    const chart = of(ref, draft);
    return chart.properties[path] ?? find(layoutOf(draft.book, chart)) ?? 0;
  },
});

export const own = <Key extends "name" | "top" | "left" | "width" | "height" | "chartType">(
  key: Key,
  read: (value: unknown) => Chart[Key],
): Scalar<ChartRef> => ({
  get: (ref, { draft }) => of(ref, draft)[key],
  set: (ref, value, { draft }) => update(draft, ref, { [key]: read(value) }),
});

export const size = (value: unknown): number => {
  const points = anyNumber(value);
  return points >= 0 ? points : refuse("InvalidArgument");
};

/** Where the properties of a part are kept: with its chart, its series, its point, its trendline. */
export interface Bag<Ref> {
  keep(key: string, fallback: unknown, read?: Read): Scalar<Ref>;
  /** The key, and everything kept under it. */
  forget(ref: Ref, key: string, turn: Turn): void;
}

type Kept = Readonly<Record<string, unknown>>;
export const without = (properties: Kept, key: string): Kept =>
  Object.fromEntries(
    Object.entries(properties).filter(([each]) => each !== key && !each.startsWith(`${key}.`)),
  );

export const chartBag: Bag<ChartRef> = {
  keep: kept,
  forget: (ref, key, { draft }) =>
    update(draft, ref, { properties: without(of(ref, draft).properties, key) }),
};

export const fontIn = <Ref>(name: string, { keep }: Bag<Ref>, path: string): ObjectType<Ref> =>
  objectType<Ref>(`ChartFont (${name})`, {
    scalars: {
      bold: keep(`${path}.bold`, false, yes),
      italic: keep(`${path}.italic`, false, yes),
      color: keep(`${path}.color`, "#595959", colorFrom),
      name: keep(`${path}.name`, "游ゴシック", text),
      size: keep(`${path}.size`, 10, anyNumber),
      underline: keep(`${path}.underline`, "None", (value) => oneOf(value, ["None", "Single"])),
    },
  });

const LINE_STYLES = [
  "None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Grey25", "Grey50", "Grey75", "Automatic", "RoundDot",
] as const; // prettier-ignore

/** A border or a line of a part of the chart; without a style of its own it is drawn as Excel would. */
export const lineIn = <Ref>(
  name: string,
  type: "ChartBorder" | "ChartLineFormat",
  { keep, forget }: Bag<Ref>,
  path: string,
  usual = { weight: 0.75, lineStyle: "Automatic" },
): ObjectType<Ref> =>
  objectType<Ref>(`${type} (${name})`, {
    scalars: {
      color: keep(`${path}.color`, "", colorFrom),
      weight: keep(`${path}.weight`, usual.weight, size),
      lineStyle: keep(`${path}.lineStyle`, usual.lineStyle, (value) => oneOf(value, LINE_STYLES)),
    },
    methods: {
      clear: (ref: Ref, _: Arguments, turn: Turn) => {
        forget(ref, path, turn);
        keep(`${path}.lineStyle`, "", text).set?.(ref, "None", turn);
      },
    },
  });

export const fillIn = <Ref>(name: string, { keep, forget }: Bag<Ref>, path: string): ObjectType<Ref> =>
  objectType<Ref>(`ChartFill (${name})`, {
    methods: {
      setSolidColor: (ref: Ref, args: Arguments, turn: Turn) =>
        keep(`${path}.color`, "", colorFrom).set?.(ref, args[0], turn),
      clear: (ref: Ref, _: Arguments, turn: Turn) => forget(ref, `${path}.color`, turn),
    },
  });

type Look = "font" | "fill" | "border" | "line";

/** The looks a part of a chart has in Excel: some have no fill, some no border. */
export const formatIn = <Ref>(
  type: string,
  name: string,
  bag: Bag<Ref>,
  path: string,
  has: readonly Look[],
  more: Omit<Parameters<typeof objectType<Ref>>[1], "objects"> = {},
): ObjectType<Ref> => {
  const types = {
    font: () => fontIn(`${name}.font`, bag, `${path}.font`),
    fill: () => fillIn(`${name}.fill`, bag, `${path}.fill`),
    border: () => lineIn(`${name}.border`, "ChartBorder", bag, `${path}.border`),
    line: () => lineIn(`${name}.line`, "ChartLineFormat", bag, `${path}.line`),
  };
  return objectType<Ref>(`${type} (${name})`, {
    ...more,
    objects: Object.fromEntries(
      has.map((part) => {
        const made = types[part]();
        return [part, (ref: Ref) => handle(made, ref)];
      }),
    ),
  });
};

export const formatAt = (path: string, type: string, has: readonly Look[]): ObjectType<ChartRef> =>
  formatIn(type, path, chartBag, path, has);
