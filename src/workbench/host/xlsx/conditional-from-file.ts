/** A file's conditional formats in the words of Excel's JavaScript. */
import type { ConditionalFormat } from "../model/looks/conditional";
import { colourOf, type Theme } from "./colors";
import { newerBar, newerIcons } from "./conditional-newer";
import {
  AVERAGE_RULES,
  boundFormula,
  BOUNDS,
  COUNT_RULES,
  iconSetHere,
  STATE_RULES,
  TEXT_RULES,
  TIME_RULES,
  VALUE_OPERATORS,
} from "./conditional-words";
import { fromFile } from "./formula-in-file";
import { childOf, childrenOf, flagIn, numberIn, textOf, type Branch } from "./xml";

type Read = Pick<ConditionalFormat, "type" | "settings">;

const keyOf = <Value>(
  words: Readonly<Record<string, Value>>,
  is: (value: Value) => boolean,
): string | undefined => Object.keys(words).find((word) => is(words[word] as Value));

const boundOf = (cfvo: Branch | undefined): Readonly<Record<string, unknown>> => {
  const type = keyOf(BOUNDS, (each) => each === cfvo?.attributes.get("type")) ?? "LowestValue";
  const val = cfvo?.attributes.get("val");
  return {
    type,
    ...(val === undefined || type === "LowestValue" || type === "HighestValue"
      ? {}
      : { formula: boundFormula(val) }),
  };
};

const preset = (criterion: string | undefined): Read | undefined =>
  criterion === undefined ? undefined : { type: "PresetCriteria", settings: { rule: { criterion } } };

const scale = (rule: Branch, theme: Theme): Read | undefined => {
  const inside = childOf(rule, "colorScale");
  const bounds = childrenOf(inside, "cfvo").map(boundOf);
  const colours = childrenOf(inside, "color").map((each) => colourOf(each, theme)?.colour ?? "#000000");
  const points = bounds.map((bound, at) => ({ ...bound, color: colours[at] }));
  if (points.length < 2) return undefined;
  return {
    type: "ColorScale",
    settings: {
      criteria: {
        minimum: points[0],
        ...(points.length > 2 ? { midpoint: points[1] } : {}),
        maximum: points.at(-1),
      },
    },
  };
};

const bar = (rule: Branch, theme: Theme, newer: Branch | undefined): Read => {
  const inside = childOf(rule, "dataBar");
  const [lower, upper] = childrenOf(inside, "cfvo");
  const colour = colourOf(childOf(inside, "color"), theme)?.colour;
  const automatic = (bound: Branch | undefined) => {
    const read = boundOf(bound);
    return read.type === "LowestValue" || read.type === "HighestValue" ? { type: "Automatic" } : read;
  };
  return {
    type: "DataBar",
    settings: {
      lowerBoundRule: automatic(lower),
      upperBoundRule: automatic(upper),
      ...(colour === undefined ? {} : { positiveFillColor: colour }),
      ...(flagIn(inside, "showValue", true) ? {} : { showDataBarOnly: true }),
      ...(newer ? newerBar(newer, theme) : {}),
    },
  };
};

const icons = (rule: Branch): Read | undefined => {
  const inside = childOf(rule, "iconSet");
  const style = iconSetHere(inside?.attributes.get("iconSet") ?? "3TrafficLights1");
  if (style === undefined) return undefined;
  const own = newerIcons(rule);
  return {
    type: "IconSet",
    settings: {
      style,
      criteria: childrenOf(inside, "cfvo").map((cfvo, at) => ({
        ...boundOf(cfvo),
        operator: flagIn(cfvo, "gte", true) ? "GreaterThanOrEqual" : "GreaterThan",
        ...(own[at] ? { customIcon: own[at] } : {}),
      })),
      ...(flagIn(inside, "showValue", true) ? {} : { showIconOnly: true }),
      ...(flagIn(inside, "reverse") ? { reverseIconOrder: true } : {}),
    },
  };
};

/** undefined for a rule this host does not know or cannot read. `newer`: its other half. */
export const readRule = (rule: Branch, theme: Theme, newer?: Branch): Read | undefined => {
  const type = rule.attributes.get("type") ?? "";
  const formulas = childrenOf(rule, "formula").map((each) => fromFile(textOf(each)));
  const [first, second] = formulas;
  switch (type) {
    case "expression":
      return first === undefined ? undefined : { type: "Custom", settings: { formula: first } };
    case "cellIs": {
      const operator = keyOf(VALUE_OPERATORS, (each) => each === rule.attributes.get("operator"));
      return first === undefined || operator === undefined
        ? undefined
        : {
            type: "CellValue",
            settings: {
              rule: { formula1: first, ...(second === undefined ? {} : { formula2: second }), operator },
            },
          };
    }
    case "top10": {
      const side = flagIn(rule, "bottom") ? "Bottom" : "Top";
      const unit = flagIn(rule, "percent") ? "Percent" : "Items";
      return {
        type: "TopBottom",
        settings: { rule: { rank: numberIn(rule, "rank") ?? 10, type: side + unit } },
      };
    }
    case "aboveAverage": {
      const below = !flagIn(rule, "aboveAverage", true);
      const equal = flagIn(rule, "equalAverage");
      const deviations = numberIn(rule, "stdDev");
      return preset(
        keyOf(
          AVERAGE_RULES,
          (each) =>
            (each.below ?? false) === below &&
            (each.equal ?? false) === equal &&
            each.deviations === deviations,
        ),
      );
    }
    case "timePeriod":
      return preset(keyOf(TIME_RULES, ({ period }) => period === rule.attributes.get("timePeriod")));
    case "colorScale":
      return scale(rule, theme);
    case "dataBar":
      return bar(rule, theme, newer);
    case "iconSet":
      return icons(rule);
    default: {
      const operator = keyOf(TEXT_RULES, (each) => each.type === type);
      if (operator !== undefined)
        return {
          type: "ContainsText",
          settings: { rule: { operator, text: rule.attributes.get("text") ?? "" } },
        };
      return preset(
        keyOf(STATE_RULES, (each) => each.type === type) ?? keyOf(COUNT_RULES, (each) => each === type),
      );
    }
  }
};
