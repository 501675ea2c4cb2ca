/** The colour a colour scale gives a number: between the colours of its least, middle and greatest, as Excel mixes them. */
import { boundsOf, isCriterion, type Bound, type Criterion } from "./bound";
import type { CellValue } from "../calc/values";
import type { Style } from "../model/looks/style";

interface Point {
  readonly at: number;
  readonly color: string;
}

/** What Excel starts a new scale with. */
const FIRST: Readonly<Record<string, Criterion>> = {
  minimum: { type: "LowestValue", color: "#F8696B" },
  midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
  maximum: { type: "HighestValue", color: "#63BE7B" },
};

const pointOf = (criterion: Criterion, bound: Bound): Point | undefined => {
  const color = typeof criterion.color === "string" ? criterion.color : "#FFFFFF";
  const at = bound(criterion);
  return at === undefined ? undefined : { at, color };
};

const mixed = (from: string, to: string, share: number): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const [a, b] = [parseInt(from.slice(at, at + 2), 16), parseInt(to.slice(at, at + 2), 16)];
      return Math.round(a + (b - a) * share)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")
    .toUpperCase()}`;

const colorAt = (points: readonly Point[], value: number): string => {
  const above = points.findIndex(({ at }) => value <= at);
  const [low, high] = [points[above - 1], points[above]];
  if (!high) return points.at(-1)?.color ?? "#FFFFFF";
  if (!low || high.at === low.at) return high.color;
  return mixed(low.color, high.color, (value - low.at) / (high.at - low.at));
};

/** `ask` gives a formula's or a number's value; equal colours are one record. */
export const colorScale = (
  criteria: unknown,
  numbers: () => readonly number[],
  ask: (formula: unknown) => CellValue,
): ((value: CellValue) => Style | undefined) => {
  const looks = new Map<string, Style>();
  let points: readonly Point[] | undefined;
  return (value) => {
    if (typeof value !== "number") return undefined;
    if (!points) {
      const bound = boundsOf(numbers(), ask);
      const given = isCriterion(criteria) ? criteria : FIRST;
      points = [given.minimum, given.midpoint, given.maximum].flatMap((one) =>
        isCriterion(one) ? (pointOf(one, bound) ?? []) : [],
      );
    }
    const color = colorAt(points, value);
    const look = looks.get(color) ?? { fillColor: color, fillPattern: "Solid" };
    looks.set(color, look);
    return look;
  };
};
