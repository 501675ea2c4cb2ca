/** Conditional formats as a file writes them. */
import { guid } from "../model/book";
import type { ConditionalFormat } from "../model/looks/conditional";
import { isNewerOnly, newerPart, newerRule, otherHalf } from "./conditional-newer";
import {
  AVERAGE_RULES,
  BOUNDS,
  COUNT_RULES,
  iconSetInFile,
  STATE_RULES,
  TEXT_RULES,
  TIME_RULES,
  VALUE_OPERATORS,
} from "./conditional-words";
import { toFile } from "./formula-in-file";
import { element, escapeText, type Attributes } from "./markup";
import { printArea, printAreas } from "./references";
import type { StyleTable } from "./style-table";

type Given = Readonly<Record<string, unknown>>;
const record = (value: unknown): Given =>
  typeof value === "object" && value !== null ? (value as Given) : {};

const formulaElement = (text: string): string => element("formula", {}, escapeText(text));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

interface Rule {
  readonly attributes: Attributes;
  readonly inside: string;
}

const presetRule = (criterion: string, cell: string): Rule | undefined => {
  const state = STATE_RULES[criterion];
  if (state) return { attributes: { type: state.type }, inside: formulaElement(state.formula(cell)) };
  const time = TIME_RULES[criterion];
  if (time)
    return {
      attributes: { type: "timePeriod", timePeriod: time.period },
      inside: formulaElement(time.formula(cell)),
    };
  const average = AVERAGE_RULES[criterion];
  if (average)
    return {
      attributes: {
        type: "aboveAverage",
        aboveAverage: average.below ? false : undefined,
        equalAverage: average.equal,
        stdDev: average.deviations,
      },
      inside: "",
    };
  const type = COUNT_RULES[criterion];
  return type ? { attributes: { type }, inside: "" } : undefined;
};

const bound = (given: Given, fallback: string): string => {
  const type = BOUNDS[String(given.type)] ?? fallback;
  const { formula } = given;
  const val =
    formula === undefined || formula === null || type === "min" || type === "max"
      ? undefined
      : String(formula);
  return element("cfvo", {
    type,
    val: val?.startsWith("=") ? toFile(val) : val,
    gte: given.operator === "GreaterThan" ? false : undefined,
  });
};
const rgb = (given: unknown): string => `FF${String(given).replace("#", "").toUpperCase()}`;

const scaleRule = (settings: Given): Rule => {
  const criteria = record(settings.criteria);
  const points = [
    [record(criteria.minimum), "min", "#F8696B"],
    ...(criteria.midpoint ? [[record(criteria.midpoint), "percentile", "#FFEB84"] as const] : []),
    [record(criteria.maximum), "max", "#63BE7B"],
  ] as readonly (readonly [Given, string, string])[];
  return {
    attributes: { type: "colorScale" },
    inside: element("colorScale", {}, [
      ...points.map(([point, fallback]) => bound(point, fallback)),
      ...points.map(([point, , colour]) => element("color", { rgb: rgb(point.color ?? colour) })),
    ]),
  };
};

const barRule = (settings: Given): Rule => ({
  attributes: { type: "dataBar" },
  inside: element("dataBar", { showValue: settings.showDataBarOnly === true ? false : undefined }, [
    bound(record(settings.lowerBoundRule), "min"),
    bound(record(settings.upperBoundRule), "max"),
    element("color", { rgb: rgb(settings.positiveFillColor ?? "#638EC6") }),
  ]),
});

const iconRule = (settings: Given): Rule | undefined => {
  const iconSet = iconSetInFile(String(settings.style ?? "ThreeTrafficLights1"));
  if (iconSet === undefined) return undefined;
  const count = Number(iconSet.charAt(0));
  const criteria = Array.isArray(settings.criteria) ? (settings.criteria as unknown[]) : [];
  const bounds = Array.from({ length: count }, (_, at) => {
    const given = record(criteria[at]);
    return at === 0 || given.formula === undefined
      ? element("cfvo", { type: "percent", val: Math.round((100 / count) * at) })
      : bound(given, "percent");
  });
  return {
    attributes: { type: "iconSet" },
    inside: element(
      "iconSet",
      {
        iconSet,
        showValue: settings.showIconOnly === true ? false : undefined,
        reverse: settings.reverseIconOrder === true || undefined,
      },
      bounds,
    ),
  };
};

const ruleOf = ({ type, settings, areas }: ConditionalFormat): Rule | undefined => {
  const rule = record(settings.rule);
  const [first] = areas;
  const cell = first ? printArea({ ...first, bottom: first.top, right: first.left }) : "A1";
  switch (type) {
    case "Custom": {
      const formula = String(settings.formula ?? "");
      return formula === ""
        ? undefined
        : { attributes: { type: "expression" }, inside: formulaElement(toFile(formula)) };
    }
    case "CellValue": {
      const operator = VALUE_OPERATORS[String(rule.operator)];
      const given = [rule.formula1, rule.formula2].filter((each) => each !== undefined && each !== null);
      return operator === undefined
        ? undefined
        : {
            attributes: { type: "cellIs", operator },
            inside: given.map((each) => formulaElement(toFile(String(each)))).join(""),
          };
    }
    case "ContainsText": {
      const found = TEXT_RULES[String(rule.operator)];
      const text = String(rule.text ?? "");
      return (
        found && {
          attributes: { type: found.type, operator: found.operator, text },
          inside: formulaElement(found.formula(quoted(text), cell)),
        }
      );
    }
    case "TopBottom": {
      const kind = String(rule.type ?? "TopItems");
      return {
        attributes: {
          type: "top10",
          percent: kind.endsWith("Percent") || undefined,
          bottom: kind.startsWith("Bottom") || undefined,
          rank: typeof rule.rank === "number" ? rule.rank : 10,
        },
        inside: "",
      };
    }
    case "PresetCriteria":
      return presetRule(String(rule.criterion), cell);
    case "ColorScale":
      return scaleRule(settings);
    case "DataBar":
      return barRule(settings);
    case "IconSet":
      return iconRule(settings);
    default:
      return undefined;
  }
};

export interface ConditionalParts {
  readonly xml: string;
  /** For the newer part of the sheet. */
  readonly newer: string;
  /** Formats that could not be written. */
  readonly lost: readonly ConditionalFormat[];
}

/** Far away from the numbers the workbook gives its parts. */
const FIRST_HALF = 0x60_0000_0000;
const isGuid = (id: string): boolean => /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(id);

/** The first in force comes first: its priority is 1. */
export const conditionalParts = (
  formats: readonly ConditionalFormat[],
  styles: StyleTable,
): ConditionalParts => {
  const lost: ConditionalFormat[] = [];
  const newer: string[] = [];
  const parts = formats.map((format, at) => {
    const half = { format, id: isGuid(format.id) ? format.id : guid(FIRST_HALF + at), priority: at + 1 };
    const bar = format.type === "DataBar";
    const alone = isNewerOnly(format);
    const added = bar || alone ? newerRule(half) : undefined;
    if (added !== undefined) newer.push(added);
    if (alone && added !== undefined) return "";
    const rule = alone ? undefined : ruleOf(format);
    if (!rule) lost.push(format);
    if (!rule) return "";
    const { style } = format;
    const dxfId = style && Object.keys(style).length > 0 ? styles.rule(style) : undefined;
    const attributes = {
      ...rule.attributes,
      dxfId,
      priority: at + 1,
      stopIfTrue: format.stopIfTrue || undefined,
    };
    return element(
      "conditionalFormatting",
      { sqref: printAreas(format.areas) },
      element("cfRule", attributes, rule.inside + (bar ? otherHalf(half.id) : "")),
    );
  });
  return { xml: parts.join(""), newer: newerPart(newer), lost };
};
