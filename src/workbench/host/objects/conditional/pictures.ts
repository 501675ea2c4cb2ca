/** Conditional formats that draw: colour scales, icons, data bars. */
import { handle, objectType, type ObjectType, type Scalar } from "../../wire/object-type";
import { flag, oneOf, plainObject, text } from "../arguments";
import { colorFrom } from "../color";
import { of, setting, type FormatRef } from "./kept";

export const colorScale: ObjectType<FormatRef> = objectType<FormatRef>("ColorScaleConditionalFormat", {
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
export const iconSet: ObjectType<FormatRef> = objectType<FormatRef>("IconSetConditionalFormat", {
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
export const dataBar: ObjectType<FormatRef> = objectType<FormatRef>("DataBarConditionalFormat", {
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
