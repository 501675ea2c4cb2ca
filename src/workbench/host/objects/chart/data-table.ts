/** The table of values under a chart: kept and answered, and not drawn by the page. */
import { handle, objectType, type ObjectType } from "../../wire/object-type";
import { formatAt, kept, yes, type ChartRef } from "./parts";

const format = formatAt("dataTable.format", "ChartDataTableFormat", ["font", "fill", "border"]);

export const chartDataTable: ObjectType<ChartRef> = objectType<ChartRef>("ChartDataTable", {
  scalars: {
    visible: kept("dataTable.visible", false, yes),
    showLegendKey: kept("dataTable.showLegendKey", true, yes),
    showHorizontalBorder: kept("dataTable.showHorizontalBorder", true, yes),
    showVerticalBorder: kept("dataTable.showVerticalBorder", true, yes),
    showOutlineBorder: kept("dataTable.showOutlineBorder", true, yes),
  },
  objects: { format: (ref: ChartRef) => handle(format, ref) },
});
