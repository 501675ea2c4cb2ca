/** What only histograms, box plots and maps have: kept with their series. The page draws none of them. */
import { handle, objectType, type ObjectType, type Scalar } from "../../wire/object-type";
import { anyNumber, oneOf } from "../arguments";
import { colorFrom } from "../color";
import { yes } from "./parts";
import { keptOfSeries, type SeriesRef } from "./series-kept";

const word = (path: string, words: readonly [string, ...string[]]): Scalar<SeriesRef> =>
  keptOfSeries(path, words[0], (value) => oneOf(value, words));

const binOptions: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartBinOptions", {
  scalars: {
    type: word("binOptions.type", ["Auto", "Category", "BinWidth", "BinCount"]),
    count: keptOfSeries("binOptions.count", 0, anyNumber),
    width: keptOfSeries("binOptions.width", 0, anyNumber),
    allowOverflow: keptOfSeries("binOptions.allowOverflow", false, yes),
    allowUnderflow: keptOfSeries("binOptions.allowUnderflow", false, yes),
    overflowValue: keptOfSeries("binOptions.overflowValue", 0, anyNumber),
    underflowValue: keptOfSeries("binOptions.underflowValue", 0, anyNumber),
  },
});

const boxwhiskerOptions: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartBoxwhiskerOptions", {
  scalars: {
    quartileCalculation: word("boxwhiskerOptions.quartileCalculation", ["Exclusive", "Inclusive"]),
    showInnerPoints: keptOfSeries("boxwhiskerOptions.showInnerPoints", false, yes),
    showMeanLine: keptOfSeries("boxwhiskerOptions.showMeanLine", false, yes),
    showMeanMarker: keptOfSeries("boxwhiskerOptions.showMeanMarker", true, yes),
    showOutlierPoints: keptOfSeries("boxwhiskerOptions.showOutlierPoints", true, yes),
  },
});

const mapOptions: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartMapOptions", {
  scalars: {
    labelStrategy: word("mapOptions.labelStrategy", ["None", "BestFit", "ShowAll"]),
    level: word("mapOptions.level", [
      "Automatic", "DataOnly", "City", "County", "State", "Country", "Continent", "World",
    ]), // prettier-ignore
    projectionType: word("mapOptions.projectionType", [
      "Automatic",
      "Mercator",
      "Miller",
      "Robinson",
      "Albers",
    ]),
  },
});

const gradientEnd = (
  end: "Minimum" | "Midpoint" | "Maximum",
): Readonly<Record<string, Scalar<SeriesRef>>> => ({
  [`gradient${end}Color`]: keptOfSeries(`gradient${end}Color`, "", colorFrom),
  [`gradient${end}Type`]: word(`gradient${end}Type`, ["ExtremeValue", "Number", "Percent"]),
  [`gradient${end}Value`]: keptOfSeries(`gradient${end}Value`, 0, anyNumber),
});

export const ownKindScalars: Readonly<Record<string, Scalar<SeriesRef>>> = {
  ...gradientEnd("Minimum"),
  ...gradientEnd("Midpoint"),
  ...gradientEnd("Maximum"),
  gradientStyle: word("gradientStyle", ["TwoPhaseColor", "ThreePhaseColor"]),
  invertColor: keptOfSeries("invertColor", "#FFFFFF", colorFrom),
  parentLabelStrategy: word("parentLabelStrategy", ["None", "Banner", "Overlapping"]),
};

export const ownKindObjects = {
  binOptions: (ref: SeriesRef) => handle(binOptions, ref),
  boxwhiskerOptions: (ref: SeriesRef) => handle(boxwhiskerOptions, ref),
  mapOptions: (ref: SeriesRef) => handle(mapOptions, ref),
};
