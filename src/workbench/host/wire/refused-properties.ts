/**
 * Properties that Excel has and this workbench does not: loading one is refused by name. Any other name it does not know is
 * passed over, as Excel does: programs load `isNullObject` and names that never were.
 */
const REFUSED: Readonly<Record<string, string>> = {
  LinkedWorkbookCollection: "workbookLinksRefreshMode",
  Application: "ribbon",
  Workbook: "dataConnections internalTest queries linkedEntityDataDomains",
  Worksheet: "namedSheetViews visuals",
  ChartSeries:
    "binOptions boxwhiskerOptions mapOptions gradientMaximumColor gradientMaximumType gradientMaximumValue gradientMidpointColor gradientMidpointType gradientMidpointValue gradientMinimumColor gradientMinimumType gradientMinimumValue gradientStyle invertColor parentLabelStrategy",
  ChartAxis: "crosses crossesAt height left top width",
  ChartDataLabels: "geometricShapeType showLeaderLines showAsStickyCallout",
  ChartDataLabel: "height width geometricShapeType showAsStickyCallout",
  ChartLegendEntry: "height left top width",
  ChartTitle: "height width",
  ChartTrendlineLabel: "autoText formula height horizontalAlignment verticalAlignment width",
  Shape: "connectionSiteCount displayName",
};

const sets = new Map(
  Object.entries(REFUSED).map(([type, names]) => [type, new Set(names.toLowerCase().split(" "))]),
);

/** Parts of a chart are one class in Excel and several tables here: `ChartFont (title)`. */
export const isRefusedProperty = (type: string, name: string): boolean =>
  sets.get(type.replace(/ \(.*\)$/, ""))?.has(name.toLowerCase()) ?? false;
