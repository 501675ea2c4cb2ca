/** The bar a data bar draws for a number: where it begins and ends in the cell, and in which colours. */
import { boundsOf, isCriterion } from "./bound";
import type { CellValue } from "../calc/values";

export interface Bar {
  /** Shares of the cell's width, from the left. */
  readonly from: number;
  readonly to: number;
  /** Where nought lies, while bars go to both of its sides. */
  readonly axis?: number;
  readonly axisColor: string;
  readonly color: string;
  readonly borderColor?: string;
  readonly gradient: boolean;
  /** Its end is on the left: its colour fades that way. */
  readonly leftward: boolean;
}

type Settings = Readonly<Record<string, unknown>>;

const text = (settings: Settings, key: string, fallback: string): string => {
  const found = settings[key];
  return typeof found === "string" && found !== "" ? found : fallback;
};

const within = (share: number): number => Math.min(1, Math.max(0, share));

interface Scale {
  readonly lower: number;
  readonly upper: number;
  readonly axis: number | undefined;
}

/** Excel starts at nought unless a bound says otherwise. */
const scaleOf = (
  settings: Settings,
  numbers: readonly number[],
  ask: (formula: unknown) => CellValue,
): Scale | undefined => {
  const bound = boundsOf(numbers, ask);
  const limit = (key: string, automatic: (...two: number[]) => number, extreme: string) => {
    const rule = settings[key];
    const given = isCriterion(rule) ? rule : { type: "Automatic" };
    if (given.type !== "Automatic") return bound(given);
    return automatic(0, bound({ type: extreme }) ?? 0);
  };
  const lower = limit("lowerBoundRule", Math.min, "LowestValue");
  const upper = limit("upperBoundRule", Math.max, "HighestValue");
  if (lower === undefined || upper === undefined || lower > upper) return undefined;
  const format = text(settings, "axisFormat", "Automatic");
  const nought = upper === lower ? 0 : within(-lower / (upper - lower));
  const axis =
    format === "None" ? undefined : lower >= 0 ? undefined : format === "CellMidPoint" ? 0.5 : nought;
  return { lower, upper, axis };
};

/** From where to where, before the direction is looked at. */
const stretch = ({ lower, upper, axis }: Scale, value: number): readonly [number, number] => {
  if (axis === undefined) {
    const share = upper === lower ? 1 : within((value - lower) / (upper - lower));
    return [0, share];
  }
  const share = value < 0 ? within(value / lower) : upper > 0 ? within(value / upper) : 0;
  return value < 0 ? [axis - axis * share, axis] : [axis, axis + (1 - axis) * share];
};

export const dataBar = (
  settings: Settings,
  numbers: () => readonly number[],
  ask: (formula: unknown) => CellValue,
): ((value: CellValue) => Bar | undefined) => {
  const positive = text(settings, "positiveFillColor", "#638EC6");
  const negative =
    settings.matchPositiveFillColor === true ? positive : text(settings, "negativeFillColor", "#FF0000");
  const edge = text(settings, "positiveBorderColor", "");
  const negativeEdge =
    settings.matchPositiveBorderColor === true ? edge : text(settings, "negativeBorderColor", "");
  const axisColor = text(settings, "axisColor", "#000000");
  const gradient = settings.positiveGradientFill !== false;
  const mirrored = settings.barDirection === "RightToLeft";
  let scale: Scale | undefined;
  let known = false;
  return (value) => {
    if (typeof value !== "number") return undefined;
    if (!known) [known, scale] = [true, scaleOf(settings, numbers(), ask)];
    if (!scale) return undefined;
    const [from, to] = stretch(scale, value);
    const below = value < 0 && scale.axis !== undefined;
    const borderColor = below ? negativeEdge : edge;
    return {
      from: mirrored ? 1 - to : from,
      to: mirrored ? 1 - from : to,
      ...(scale.axis === undefined ? {} : { axis: mirrored ? 1 - scale.axis : scale.axis }),
      axisColor,
      color: below ? negative : positive,
      ...(borderColor === "" ? {} : { borderColor }),
      gradient,
      leftward: below !== mirrored,
    };
  };
};
