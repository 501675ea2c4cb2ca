/** What the parts of a chart have in common: properties kept under a path, fonts, fills, borders. */
import type { Chart } from "../model/chart";
import { changeChart, chartIn } from "../model/charts";
import type { Draft } from "../model/draft";
import { refuse } from "../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../wire/object-type";
import { anyNumber, flag, oneOf, text } from "./arguments";
import { colorFrom } from "./color";

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

export const fontAt = (path: string): ObjectType<ChartRef> =>
  objectType<ChartRef>(`ChartFont (${path})`, {
    scalars: {
      bold: kept(`${path}.bold`, false, yes),
      italic: kept(`${path}.italic`, false, yes),
      color: kept(`${path}.color`, "#595959", colorFrom),
      name: kept(`${path}.name`, "游ゴシック", text),
      size: kept(`${path}.size`, 10, anyNumber),
      underline: kept(`${path}.underline`, "None", (value) => oneOf(value, ["None", "Single"])),
    },
  });

const LINE_STYLES = [
  "None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Grey25", "Grey50", "Grey75", "Automatic", "RoundDot",
] as const; // prettier-ignore

/** Forgets everything kept under a path. */
const forget = (ref: ChartRef, path: string, draft: Draft): void =>
  update(draft, ref, {
    properties: Object.fromEntries(
      Object.entries(of(ref, draft).properties).filter(([key]) => !key.startsWith(`${path}.`)),
    ),
  });

/** A border or a line of a part of the chart; without a style of its own it is drawn as Excel would. */
export const lineAt = (path: string, name: "ChartBorder" | "ChartLineFormat"): ObjectType<ChartRef> =>
  objectType<ChartRef>(`${name} (${path})`, {
    scalars: {
      color: kept(`${path}.color`, "", colorFrom),
      weight: kept(`${path}.weight`, 0.75, size),
      lineStyle: kept(`${path}.lineStyle`, "Automatic", (value) => oneOf(value, LINE_STYLES)),
    },
    methods: {
      clear: (ref: ChartRef, _: Arguments, { draft }: Turn) => {
        forget(ref, path, draft);
        kept(`${path}.lineStyle`, "", text).set?.(ref, "None", { draft } as Turn);
      },
    },
  });

export const fillAt = (path: string): ObjectType<ChartRef> =>
  objectType<ChartRef>(`ChartFill (${path})`, {
    methods: {
      setSolidColor: (ref: ChartRef, args: Arguments, turn: Turn) =>
        kept(`${path}.color`, "", colorFrom).set?.(ref, args[0], turn),
      clear: (ref: ChartRef, _: Arguments, { draft }: Turn) => {
        const { [`${path}.color`]: __, ...properties } = of(ref, draft).properties;
        update(draft, ref, { properties });
      },
    },
  });

/** The looks a part of a chart has in Excel: some have no fill, some no border. */
export const formatAt = (
  path: string,
  name: string,
  has: readonly ("font" | "fill" | "border" | "line")[],
): ObjectType<ChartRef> => {
  const types = {
    font: () => fontAt(`${path}.font`),
    fill: () => fillAt(`${path}.fill`),
    border: () => lineAt(`${path}.border`, "ChartBorder"),
    line: () => lineAt(`${path}.line`, "ChartLineFormat"),
  };
  return objectType<ChartRef>(`${name} (${path})`, {
    objects: Object.fromEntries(
      has.map((part) => {
        const type = types[part]();
        return [part, (ref: ChartRef) => handle(type, ref)];
      }),
    ),
  });
};
