/** Conditional formats: the rules of each type, and the look they give. */
import { sheetIn, takeId, updateSheet, type Draft } from "../model/draft";
import { guid } from "../model/book";
import type { ConditionalFormat } from "../model/conditional";
import { overlaps, without } from "../model/rectangle";
import { NO_BORDER, type Border, type Edge, type Style } from "../model/style";
import { refuse } from "../refusal";
import { fromR1C1, isReadable, toR1C1 } from "../formula";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type Handle,
  type Scalar,
  type Turn,
} from "../wire/object-type";
import { flag, oneOf, plainObject, text, wholeNumber } from "./arguments";
import { colorFrom } from "./color";
import { range } from "./range";
import { cellsOfRange, rangeRef } from "./range-address";
import { rangeAreas } from "./range-areas";
import type { LookRef } from "./range-format";

interface FormatRef {
  readonly sheet: string;
  readonly id: string;
}

const TYPES = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;
type Type = (typeof TYPES)[number];

/** The member a type's settings are found under. */
const MEMBER: Readonly<Record<Type, string>> = {
  Custom: "custom",
  DataBar: "dataBar",
  ColorScale: "colorScale",
  IconSet: "iconSet",
  TopBottom: "topBottom",
  PresetCriteria: "preset",
  ContainsText: "textComparison",
  CellValue: "cellValue",
};

const of = (ref: FormatRef, draft: Draft): ConditionalFormat =>
  sheetIn(draft, ref.sheet).conditionalFormats.find(({ id }) => id === ref.id) ?? refuse("ItemNotFound");

const update = (draft: Draft, ref: FormatRef, patch: Partial<ConditionalFormat>): void => {
  of(ref, draft);
  updateSheet(draft, ref.sheet, {
    conditionalFormats: sheetIn(draft, ref.sheet).conditionalFormats.map((each) =>
      each.id === ref.id ? { ...each, ...patch } : each,
    ),
  });
};

const setting = (
  key: string,
  fallback: unknown,
  read: (value: unknown) => unknown = (value) => value,
): Scalar<FormatRef> => ({
  get: (ref, { draft }) => of(ref, draft).settings[key] ?? fallback,
  set: (ref, value, { draft }) =>
    update(draft, ref, { settings: { ...of(ref, draft).settings, [key]: read(value) } }),
});

const styled = <Key extends keyof Style>(
  key: Key,
  read: (value: unknown) => Style[Key],
  none: unknown,
): Scalar<FormatRef> => ({
  get: (ref, { draft }) => of(ref, draft).style?.[key] ?? none,
  set: (ref, value, { draft }) => {
    const style = { ...of(ref, draft).style };
    if (value === null || value === "") delete style[key];
    else style[key] = read(value);
    update(draft, ref, { style });
  },
});

const clearing =
  (keys: readonly (keyof Style)[]) =>
  (ref: FormatRef, _: Arguments, { draft }: Turn): void => {
    const style = { ...of(ref, draft).style };
    for (const key of keys) delete style[key];
    update(draft, ref, { style });
  };

const conditionalFont: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeFont", {
  scalars: {
    color: styled("fontColor", colorFrom, ""),
    bold: styled("bold", (value) => flag(value, false), false),
    italic: styled("italic", (value) => flag(value, false), false),
    strikethrough: styled("strikethrough", (value) => flag(value, false), false),
    underline: styled("underline", (value) => oneOf(value, ["None", "Single", "Double"]), "None"),
  },
  methods: { clear: clearing(["fontColor", "bold", "italic", "strikethrough", "underline"]) },
});

const conditionalFill: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeFill", {
  scalars: { color: styled("fillColor", colorFrom, "") },
  methods: { clear: clearing(["fillColor"]) },
});

const BORDERS = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
interface BorderRef extends FormatRef {
  readonly edge: Edge;
}
const border = <Key extends keyof Border>(
  key: Key,
  read: (value: unknown) => Border[Key],
): Scalar<BorderRef> => ({
  get: (ref, { draft }) => of(ref, draft).style?.borders?.[ref.edge]?.[key] ?? NO_BORDER[key],
  set: (ref, value, { draft }) => {
    const style = of(ref, draft).style;
    const old = style?.borders?.[ref.edge] ?? NO_BORDER;
    const borders = { ...style?.borders, [ref.edge]: { ...old, [key]: read(value) } };
    update(draft, ref, { style: { ...style, borders } });
  },
});
const conditionalBorder: ObjectType<BorderRef> = objectType<BorderRef>("ConditionalRangeBorder", {
  identity: (ref) => ({ Id: ref.edge }),
  scalars: {
    sideIndex: { get: (ref) => ref.edge },
    style: border("style", (value) =>
      oneOf(value, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"]),
    ),
    color: border("color", colorFrom),
  },
});
const edge = (side: Edge) => (ref: FormatRef) => handle(conditionalBorder, { ...ref, edge: side });
const conditionalBorders: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeBorderCollection", {
  items: (ref) => BORDERS.map((side) => edge(side)(ref)),
  item: (ref, key) => edge(oneOf(key, BORDERS))(ref),
  scalars: { count: { get: () => BORDERS.length } },
  objects: {
    top: edge("EdgeTop"),
    bottom: edge("EdgeBottom"),
    left: edge("EdgeLeft"),
    right: edge("EdgeRight"),
  },
});

const conditionalLook: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeFormat", {
  scalars: { numberFormat: styled("numberFormat", text, null) },
  objects: {
    fill: (ref: FormatRef) => handle(conditionalFill, ref),
    font: (ref: FormatRef) => handle(conditionalFont, ref),
    borders: (ref: FormatRef) => handle(conditionalBorders, ref),
  },
});

const look = { format: (ref: FormatRef) => handle(conditionalLook, ref) };

const formula = (value: unknown): string => {
  const given = text(value);
  const whole = given.startsWith("=") ? given : `=${given}`;
  return isReadable(whole) ? whole : refuse("InvalidArgument");
};

/** The cell a rule's relative references are counted from. */
const firstOf = (ref: FormatRef, draft: Draft): { row: number; column: number } => {
  const [area] = of(ref, draft).areas;
  return area ? { row: area.top, column: area.left } : refuse("ItemNotFound");
};

const customRule: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalFormatRule", {
  scalars: {
    formula: setting("formula", "", formula),
    formulaLocal: setting("formula", "", formula),
    formulaR1C1: {
      get: (ref, turn) => {
        const a1 = customRule.scalars?.formula?.get(ref, turn);
        return typeof a1 === "string" && a1 !== "" ? toR1C1(a1, firstOf(ref, turn.draft)) : "";
      },
      set: (ref, value, turn) => {
        const given = text(value);
        const whole = given.startsWith("=") ? given : `=${given}`;
        customRule.scalars?.formula?.set?.(ref, fromR1C1(whole, firstOf(ref, turn.draft)), turn);
      },
    },
  },
});
const custom: ObjectType<FormatRef> = objectType<FormatRef>("CustomConditionalFormat", {
  objects: { ...look, rule: (ref: FormatRef) => handle(customRule, ref) },
});

const VALUE_OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;
const asFormula = (value: unknown): string => {
  const given = typeof value === "number" ? String(value) : text(value);
  return given.startsWith("=") ? given : `=${given}`;
};
const cellValueRule = (value: unknown): unknown => {
  const rule = plainObject(value);
  const operator = oneOf(rule.operator, VALUE_OPERATORS);
  const two = operator === "Between" || operator === "NotBetween";
  if (two && (rule.formula2 === undefined || rule.formula2 === null)) return refuse("InvalidArgument");
  return {
    formula1: asFormula(rule.formula1),
    ...(two ? { formula2: asFormula(rule.formula2) } : {}),
    operator,
  };
};
const cellValue: ObjectType<FormatRef> = objectType<FormatRef>("CellValueConditionalFormat", {
  scalars: { rule: setting("rule", null, cellValueRule) },
  objects: look,
});
const TEXT_OPERATORS = ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const;
const textComparison: ObjectType<FormatRef> = objectType<FormatRef>("TextConditionalFormat", {
  scalars: {
    rule: setting("rule", null, (value) => {
      const rule = plainObject(value);
      return { operator: oneOf(rule.operator, TEXT_OPERATORS), text: text(rule.text) };
    }),
  },
  objects: look,
});
const topBottom: ObjectType<FormatRef> = objectType<FormatRef>("TopBottomConditionalFormat", {
  scalars: {
    rule: setting("rule", { rank: 10, type: "TopItems" }, (value) => {
      const rule = plainObject(value);
      return {
        rank: wholeNumber(rule.rank),
        type: oneOf(rule.type, ["TopItems", "TopPercent", "BottomItems", "BottomPercent"]),
      };
    }),
  },
  objects: look,
});
const PRESETS = [
  "Blanks", "NonBlanks", "Errors", "NonErrors", "Yesterday", "Today", "Tomorrow", "LastSevenDays", "LastWeek",
  "ThisWeek", "NextWeek", "LastMonth", "ThisMonth", "NextMonth", "AboveAverage", "BelowAverage",
  "EqualOrAboveAverage", "EqualOrBelowAverage", "OneStdDevAboveAverage", "OneStdDevBelowAverage",
  "TwoStdDevAboveAverage", "TwoStdDevBelowAverage", "ThreeStdDevAboveAverage", "ThreeStdDevBelowAverage",
  "UniqueValues", "DuplicateValues",
] as const; // prettier-ignore
const preset: ObjectType<FormatRef> = objectType<FormatRef>("PresetCriteriaConditionalFormat", {
  scalars: {
    rule: setting("rule", null, (value) => ({ criterion: oneOf(plainObject(value).criterion, PRESETS) })),
  },
  objects: look,
});
const colorScale: ObjectType<FormatRef> = objectType<FormatRef>("ColorScaleConditionalFormat", {
  scalars: {
    criteria: setting("criteria", null, plainObject),
    threeColorScale: {
      get: (ref, { draft }) => {
        const criteria = of(ref, draft).settings.criteria as { readonly midpoint?: unknown } | undefined;
        return criteria?.midpoint !== undefined && criteria.midpoint !== null;
      },
    },
  },
});
const iconSet: ObjectType<FormatRef> = objectType<FormatRef>("IconSetConditionalFormat", {
  scalars: {
    criteria: setting("criteria", []),
    style: setting("style", "ThreeTrafficLights1", text),
    reverseIconOrder: setting("reverseIconOrder", false, (value) => flag(value, false)),
    showIconOnly: setting("showIconOnly", false, (value) => flag(value, false)),
  },
});
const barPart = (name: string, prefix: string, extra: Readonly<Record<string, Scalar<FormatRef>>>) =>
  objectType<FormatRef>(name, {
    scalars: {
      fillColor: setting(`${prefix}FillColor`, prefix === "positive" ? "#638EC6" : "#FF0000", colorFrom),
      borderColor: setting(`${prefix}BorderColor`, "", (value) => (value === "" ? "" : colorFrom(value))),
      ...extra,
    },
  });
const positiveBar = barPart("ConditionalDataBarPositiveFormat", "positive", {
  gradientFill: setting("positiveGradientFill", true, (value) => flag(value, true)),
});
const negativeBar = barPart("ConditionalDataBarNegativeFormat", "negative", {
  matchPositiveFillColor: setting("matchPositiveFillColor", false, (value) => flag(value, false)),
  matchPositiveBorderColor: setting("matchPositiveBorderColor", false, (value) => flag(value, false)),
});
const dataBar: ObjectType<FormatRef> = objectType<FormatRef>("DataBarConditionalFormat", {
  scalars: {
    showDataBarOnly: setting("showDataBarOnly", false, (value) => flag(value, false)),
    barDirection: setting("barDirection", "Context", (value) =>
      oneOf(value, ["Context", "LeftToRight", "RightToLeft"]),
    ),
    axisFormat: setting("axisFormat", "Automatic", (value) =>
      oneOf(value, ["Automatic", "None", "CellMidPoint"]),
    ),
    axisColor: setting("axisColor", "#000000", colorFrom),
    lowerBoundRule: setting("lowerBoundRule", { type: "Automatic" }, plainObject),
    upperBoundRule: setting("upperBoundRule", { type: "Automatic" }, plainObject),
  },
  objects: {
    positiveFormat: (ref: FormatRef) => handle(positiveBar, ref),
    negativeFormat: (ref: FormatRef) => handle(negativeBar, ref),
  },
});

const PARTS = { custom, dataBar, colorScale, iconSet, topBottom, preset, textComparison, cellValue };

/** Only the member of the format's own type is there. */
const part =
  (member: keyof typeof PARTS) =>
  (ref: FormatRef, { draft }: Turn): Handle => {
    const { type } = of(ref, draft);
    return MEMBER[type as Type] === member ? handle(PARTS[member], ref) : refuse("ItemNotFound");
  };

const areasOf = (ref: FormatRef, draft: Draft) =>
  of(ref, draft).areas.map((area) => rangeRef(ref.sheet, area));

export const conditionalFormat: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalFormat", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref) => ref.id },
    type: { get: (ref, { draft }) => of(ref, draft).type },
    stopIfTrue: {
      get: (ref, { draft }) => of(ref, draft).stopIfTrue,
      set: (ref, value, { draft }) => update(draft, ref, { stopIfTrue: flag(value, false) }),
    },
    priority: {
      get: (ref, { draft }) =>
        sheetIn(draft, ref.sheet).conditionalFormats.findIndex(({ id }) => id === ref.id),
      set: (ref, value, { draft }) => {
        const all = sheetIn(draft, ref.sheet).conditionalFormats;
        const to = wholeNumber(value);
        if (to < 0 || to >= all.length) refuse("InvalidArgument");
        const rest = all.filter(({ id }) => id !== ref.id);
        updateSheet(draft, ref.sheet, {
          conditionalFormats: [...rest.slice(0, to), of(ref, draft), ...rest.slice(to)],
        });
      },
    },
  },
  objects: {
    custom: part("custom"),
    dataBar: part("dataBar"),
    colorScale: part("colorScale"),
    iconSet: part("iconSet"),
    topBottom: part("topBottom"),
    preset: part("preset"),
    textComparison: part("textComparison"),
    cellValue: part("cellValue"),
  },
  methods: {
    delete: (ref: FormatRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      updateSheet(draft, ref.sheet, {
        conditionalFormats: sheetIn(draft, ref.sheet).conditionalFormats.filter(({ id }) => id !== ref.id),
      });
    },
    getRange: (ref: FormatRef, _: Arguments, { draft }: Turn) => {
      const [only, ...more] = areasOf(ref, draft);
      return only && more.length === 0 ? handle(range, only) : refuse("InvalidReference");
    },
    getRanges: (ref: FormatRef, _: Arguments, { draft }: Turn) =>
      handle(rangeAreas, { areas: areasOf(ref, draft) }),
  },
});

/** The formats that touch the range, the first in force first. */
const inForce = (ref: LookRef, draft: Draft): readonly FormatRef[] =>
  ref.areas.flatMap((one) =>
    sheetIn(draft, one.sheet)
      .conditionalFormats.filter(({ areas }) => areas.some((area) => overlaps(area, cellsOfRange(one))))
      .map(({ id }) => ({ sheet: one.sheet, id })),
  );

export const conditionalFormats: ObjectType<LookRef> = objectType<LookRef>("ConditionalFormatCollection", {
  items: (ref, { draft }) => inForce(ref, draft).map((each) => handle(conditionalFormat, each)),
  item: (ref, key, { draft }) => {
    const found = inForce(ref, draft).find(({ id }) => id === key);
    return found ? handle(conditionalFormat, found) : null;
  },
  methods: {
    add: (ref: LookRef, args: Arguments, { draft }: Turn) => {
      const sheet = ref.areas[0]?.sheet ?? refuse("ItemNotFound");
      if (sheetIn(draft, sheet).protection) refuse("AccessDenied");
      const type = oneOf(args[0], TYPES);
      const format: ConditionalFormat = {
        id: guid(takeId(draft)),
        type,
        areas: ref.areas.map((one) => ({ ...cellsOfRange(one) })),
        stopIfTrue: false,
        settings: {},
      };
      // The newest goes before the others, as in Excel.
      updateSheet(draft, sheet, {
        conditionalFormats: [format, ...sheetIn(draft, sheet).conditionalFormats],
      });
      return handle(conditionalFormat, { sheet, id: format.id });
    },
    clearAll: (ref: LookRef, _: Arguments, { draft }: Turn) => {
      for (const one of ref.areas) {
        updateSheet(draft, one.sheet, {
          conditionalFormats: sheetIn(draft, one.sheet)
            .conditionalFormats.map((each) => ({
              ...each,
              areas: each.areas.flatMap((area) => without(area, cellsOfRange(one))),
            }))
            .filter(({ areas }) => areas.length > 0),
        });
      }
    },
  },
});
