/** A chart of 集計 → Excel, in the colours of its grades. */

import { areaName } from "../address";
import type { ChartSpec } from "../layout/sheet-spec";
import { chartColors } from "../layout/style";

export function drawChart(sheet: Excel.Worksheet, chart: ChartSpec): void {
  const drawn = sheet.charts.add(
    chart.kind,
    sheet.getRange(areaName(chart.source)),
    Excel.ChartSeriesBy.columns,
  );
  drawn.title.text = chart.title;
  const { row, column, rows, columns } = chart.place;
  drawn.setPosition(
    areaName({ row, column, rows: 1, columns: 1 }),
    areaName({ row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }),
  );
  colorGrades(drawn, chart);
}

/** A good grade is green here as in the pane: Excel's own order of colours would make it orange. */
function colorGrades(drawn: Excel.Chart, { kind, grades }: ChartSpec): void {
  for (let grade = 0; grade < grades; grade++) {
    const slice =
      kind === "Doughnut" ? drawn.series.getItemAt(0).points.getItemAt(grade) : drawn.series.getItemAt(grade);
    slice.format.fill.setSolidColor(chartColors[grade % chartColors.length] ?? "#808080");
  }
}
