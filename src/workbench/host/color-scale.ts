/** The colour a colour scale gives a number: between the colours of its least, middle and greatest, as Excel mixes them. */
import { isError, type CellValue } from "./calc/values";
import type { Style } from "./model/style";

interface Point {
  readonly at: number;
  readonly color: string;
}
type Criterion = Readonly<Record<string, unknown>>;

const isCriterion = (value: unknown): value is Criterion => typeof value === "object" && value !== null;

/** What Excel starts a new scale with. */
const FIRST: Readonly<Record<string, Criterion>> = {
  minimum: { type: "LowestValue", color: "#F8696B" },
  midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
  maximum: { type: "HighestValue", color: "#63BE7B" },
};

const percentile = (sorted: readonly number[], share: number): number => {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
};

const pointOf = (
  criterion: Criterion,
  sorted: readonly number[],
  ask: (formula: unknown) => CellValue,
): Point | undefined => {
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const color = typeof criterion.color === "string" ? criterion.color : "#FFFFFF";
  const given = (): number | undefined => {
    const found = ask(criterion.formula);
    return typeof found === "number" && !isError(found) ? found : undefined;
  };
  const value = (() => {
    switch (criterion.type) {
      case "LowestValue":
        return least;
      case "HighestValue":
        return most;
      case "Percent":
        return least + ((most - least) * (given() ?? 0)) / 100;
      case "Percentile":
        return percentile(sorted, (given() ?? 0) / 100);
      default:
        return given();
    }
  })();
  return value === undefined ? undefined : { at: value, color };
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
      const sorted = [...numbers()].sort((a, b) => a - b);
      const given = isCriterion(criteria) ? criteria : FIRST;
      points = [given.minimum, given.midpoint, given.maximum].flatMap((one) =>
        isCriterion(one) ? (pointOf(one, sorted, ask) ?? []) : [],
      );
    }
    const color = colorAt(points, value);
    const look = looks.get(color) ?? { fillColor: color, fillPattern: "Solid" };
    looks.set(color, look);
    return look;
  };
};
