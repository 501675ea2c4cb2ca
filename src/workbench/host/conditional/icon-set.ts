/** The icon an icon set gives a number: the one of the last bound that the number reaches. */
import { boundsOf, isCriterion, type Criterion } from "./bound";
import type { CellValue } from "../calc/values";

export interface Icon {
  readonly set: string;
  /** From the icon of the least numbers on. */
  readonly index: number;
}

type Settings = Readonly<Record<string, unknown>>;

/** The number is in the set's name: `FourRating`. */
export const iconsIn = (set: string): number => (set.startsWith("Five") ? 5 : set.startsWith("Four") ? 4 : 3);

/** What Excel starts a new icon set with: equal parts of the way from the least to the greatest. */
const startOf = (count: number, at: number): Criterion => ({
  type: "Percent",
  formula: String(Math.round((100 * at) / count)),
  operator: "GreaterThanOrEqual",
});

const chosen = (icon: unknown): Icon | undefined => {
  if (typeof icon !== "object" || icon === null) return undefined;
  const { set, index } = icon as { readonly set?: unknown; readonly index?: unknown };
  return typeof set === "string" && typeof index === "number" ? { set, index } : undefined;
};

interface Step {
  readonly reached: (value: number) => boolean;
  readonly icon: Icon;
}

export const iconSet = (
  settings: Settings,
  numbers: () => readonly number[],
  ask: (formula: unknown) => CellValue,
): ((value: CellValue) => Icon | undefined) => {
  const set = typeof settings.style === "string" ? settings.style : "ThreeTrafficLights1";
  const count = iconsIn(set);
  const given: readonly unknown[] = Array.isArray(settings.criteria) ? settings.criteria : [];
  let steps: readonly Step[] | undefined;
  const read = (): readonly Step[] => {
    const bound = boundsOf(numbers(), ask);
    return Array.from({ length: count }, (_, at): Step => {
      const one = given[at];
      const criterion = isCriterion(one) && one.type !== undefined ? one : startOf(count, at);
      const own = isCriterion(one) ? chosen(one.customIcon) : undefined;
      const icon = own ?? { set, index: settings.reverseIconOrder === true ? count - 1 - at : at };
      // Below every bound is the first icon's, whatever its own bound says.
      if (at === 0) return { icon, reached: () => true };
      const limit = bound(criterion);
      const more = criterion.operator === "GreaterThan";
      return {
        icon,
        reached: (value) => limit !== undefined && (more ? value > limit : value >= limit),
      };
    });
  };
  return (value) => {
    if (typeof value !== "number") return undefined;
    steps ??= read();
    return [...steps].reverse().find(({ reached }) => reached(value))?.icon;
  };
};
