/** The newer part of a sheet: what rules gained in Excel 2010 — whole data bars, three more sets of icons, icons one by one. */
import type { ConditionalFormat } from "../model/looks/conditional";

import { colourOf, type Theme } from "./colors";
import { boundFormula, BOUNDS, iconInFile, iconSetHere, newerIconSet } from "./conditional-words";
import { toFile } from "./formula-in-file";
import { element, escapeText } from "./markup";
import { printAreas } from "./references";
import { childOf, childrenOf, flagIn, textOf, type Branch } from "./xml";

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const RULE_ID = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const RULES = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

type Given = Readonly<Record<string, unknown>>;
const record = (value: unknown): Given =>
  typeof value === "object" && value !== null ? (value as Given) : {};
const colour = (name: string, given: unknown): string =>
  typeof given === "string" && given !== ""
    ? element(`x14:${name}`, { rgb: `FF${given.replace("#", "").toUpperCase()}` })
    : "";

const bound = (given: Given, automatic: string): string => {
  const type = BOUNDS[String(given.type)];
  if (type === undefined) return element("x14:cfvo", { type: automatic });
  const value = given.formula;
  const text =
    value === undefined || value === null || type === "min" || type === "max" ? undefined : String(value);
  return element(
    "x14:cfvo",
    { type, gte: given.operator === "GreaterThan" ? false : undefined },
    text === undefined ? "" : element("xm:f", {}, escapeText(text.startsWith("=") ? toFile(text) : text)),
  );
};

const DIRECTIONS: Readonly<Record<string, string>> = {
  LeftToRight: "leftToRight",
  RightToLeft: "rightToLeft",
};
const AXES: Readonly<Record<string, string>> = { None: "none", CellMidPoint: "middle" };

const barElement = (settings: Given): string => {
  const border = typeof settings.positiveBorderColor === "string" && settings.positiveBorderColor !== "";
  return element(
    "x14:dataBar",
    {
      minLength: 0,
      maxLength: 100,
      border: border || undefined,
      gradient: settings.positiveGradientFill === false ? false : undefined,
      direction: DIRECTIONS[String(settings.barDirection)],
      negativeBarColorSameAsPositive: settings.matchPositiveFillColor === true || undefined,
      negativeBarBorderColorSameAsPositive: settings.matchPositiveBorderColor === true ? undefined : false,
      axisPosition: AXES[String(settings.axisFormat)],
    },
    [
      bound(record(settings.lowerBoundRule), "autoMin"),
      bound(record(settings.upperBoundRule), "autoMax"),
      colour("borderColor", settings.positiveBorderColor),
      settings.matchPositiveFillColor === true
        ? ""
        : colour("negativeFillColor", settings.negativeFillColor ?? "#FF0000"),
      settings.matchPositiveBorderColor === true
        ? ""
        : colour("negativeBorderColor", settings.negativeBorderColor),
      colour("axisColor", settings.axisColor ?? "#000000"),
    ],
  );
};

/** Icons a rule chose one by one; undefined where it takes its set as it is. */
const ownIcons = (settings: Given): readonly Given[] | undefined => {
  const criteria = Array.isArray(settings.criteria) ? settings.criteria.map(record) : [];
  return criteria.some(({ customIcon }) => customIcon !== undefined && customIcon !== null)
    ? criteria
    : undefined;
};

const iconsElement = (settings: Given): string | undefined => {
  const style = String(settings.style ?? "ThreeTrafficLights1");
  const { set, count } = newerIconSet(style);
  const own = ownIcons(settings);
  const criteria = Array.isArray(settings.criteria) ? settings.criteria.map(record) : [];
  const icons = own?.map(({ customIcon }, at) => iconInFile(record(customIcon), style, at));
  if (icons?.some((icon) => icon === undefined)) return undefined;
  return element(
    "x14:iconSet",
    {
      iconSet: set,
      showValue: settings.showIconOnly === true ? false : undefined,
      reverse: settings.reverseIconOrder === true || undefined,
      custom: own ? true : undefined,
    },
    [
      ...Array.from({ length: count }, (_, at) =>
        at === 0 || record(criteria[at]).formula === undefined
          ? element(
              "x14:cfvo",
              { type: "percent" },
              element("xm:f", {}, String(Math.round((100 / count) * at))),
            )
          : bound(record(criteria[at]), "percent"),
      ),
      ...(icons ?? []).map((icon) => element("x14:cfIcon", { iconSet: icon?.set, iconId: icon?.index })),
    ],
  );
};

/** Whether a rule stands in the newer part alone. */
export const isNewerOnly = ({ type, settings }: ConditionalFormat): boolean =>
  type === "IconSet" &&
  (newerIconSet(String(settings.style ?? "ThreeTrafficLights1")).newer || ownIcons(settings) !== undefined);

/** What a rule in the older part says of its other half. */
export const otherHalf = (id: string): string =>
  element("extLst", {}, element("ext", { uri: RULE_ID, "xmlns:x14": X14 }, element("x14:id", {}, id)));

export interface NewerRule {
  readonly format: ConditionalFormat;
  readonly id: string;
  readonly priority: number;
}

/** undefined for what even the newer part has no word for. */
export const newerRule = ({ format, id, priority }: NewerRule): string | undefined => {
  const bar = format.type === "DataBar";
  const inside = bar ? barElement(format.settings) : iconsElement(format.settings);
  if (inside === undefined) return undefined;
  return element("x14:conditionalFormatting", { "xmlns:xm": XM }, [
    element(
      "x14:cfRule",
      bar
        ? { type: "dataBar", id }
        : { type: "iconSet", priority, stopIfTrue: format.stopIfTrue || undefined, id },
      inside,
    ),
    element("xm:sqref", {}, printAreas(format.areas)),
  ]);
};

export const newerPart = (rules: readonly string[]): string =>
  rules.length === 0
    ? ""
    : element("ext", { uri: RULES, "xmlns:x14": X14 }, element("x14:conditionalFormattings", {}, rules));

/** In the newer part formulas are elements of their own; here they are put where the older part has them. */
const asOlder = (branch: Branch): Branch => {
  const f = branch.name === "cfvo" ? childOf(branch, "f") : undefined;
  return {
    ...branch,
    name: branch.name === "f" ? "formula" : branch.name,
    attributes: f ? new Map([...branch.attributes, ["val", textOf(f)]]) : branch.attributes,
    children: branch.children.filter((each) => each !== f).map(asOlder),
  };
};

export interface NewerRead {
  readonly id: string;
  readonly rule: Branch;
  readonly areas: string;
  /** Its look, which it has with it. */
  readonly look: Branch | undefined;
}

export const newerRules = (root: Branch): readonly NewerRead[] =>
  childrenOf(childOf(root, "extLst"), "ext")
    .flatMap((ext) => childrenOf(childOf(ext, "conditionalFormattings"), "conditionalFormatting"))
    .flatMap((group) =>
      childrenOf(group, "cfRule").map((rule) => ({
        id: rule.attributes.get("id") ?? "",
        rule: asOlder(rule),
        areas: textOf(childOf(group, "sqref")),
        look: childOf(rule, "dxf"),
      })),
    );

/** The id of a rule's other half. */
export const otherHalfOf = (rule: Branch): string | undefined => {
  const id = childrenOf(childOf(rule, "extLst"), "ext").map((ext) => childOf(ext, "id"))[0];
  return id && textOf(id);
};

const here = (words: Readonly<Record<string, string>>, word: string | undefined): string | undefined =>
  Object.keys(words).find((each) => words[each] === word);

const boundHere = (cfvo: Branch | undefined): Given => {
  const type = here(BOUNDS, cfvo?.attributes.get("type"));
  const val = cfvo?.attributes.get("val");
  if (type === undefined) return { type: "Automatic" };
  return { type, ...(val === undefined || type.endsWith("Value") ? {} : { formula: boundFormula(val) }) };
};

/** What the newer half adds to a data bar; only what differs from Excel's own. */
export const newerBar = (rule: Branch, theme: Theme): Given => {
  const bar = childOf(rule, "dataBar");
  const [lower, upper] = childrenOf(bar, "cfvo");
  const ink = (name: string): string | undefined => colourOf(childOf(bar, name), theme)?.colour;
  const [edge, fall, fallEdge, axis] = [
    "borderColor",
    "negativeFillColor",
    "negativeBorderColor",
    "axisColor",
  ].map(ink);
  const direction = here(DIRECTIONS, bar?.attributes.get("direction"));
  const axisFormat = here(AXES, bar?.attributes.get("axisPosition"));
  return {
    lowerBoundRule: boundHere(lower),
    upperBoundRule: boundHere(upper),
    ...(direction === undefined ? {} : { barDirection: direction }),
    ...(axisFormat === undefined ? {} : { axisFormat }),
    ...(axis === undefined || axis === "#000000" ? {} : { axisColor: axis }),
    ...(flagIn(bar, "gradient", true) ? {} : { positiveGradientFill: false }),
    ...(edge !== undefined && flagIn(bar, "border") ? { positiveBorderColor: edge } : {}),
    ...(flagIn(bar, "negativeBarColorSameAsPositive") ? { matchPositiveFillColor: true } : {}),
    ...(flagIn(bar, "negativeBarBorderColorSameAsPositive", true) ? { matchPositiveBorderColor: true } : {}),
    ...(fall === undefined || fall === "#FF0000" ? {} : { negativeFillColor: fall }),
    ...(fallEdge === undefined ? {} : { negativeBorderColor: fallEdge }),
  };
};

/** Icons chosen one by one, by the names of Excel's JavaScript. */
export const newerIcons = (rule: Branch): readonly Given[] =>
  childrenOf(childOf(rule, "iconSet"), "cfIcon").map(({ attributes }) => {
    const set = attributes.get("iconSet") ?? "";
    return set === "NoIcons"
      ? { set: "Invalid", index: 0 }
      : { set: iconSetHere(set) ?? "Invalid", index: Number(attributes.get("iconId")) || 0 };
  });
