/** ECharts, with those of its parts that draw what Excel's charts are made of. A file of its own: loaded when there is a chart. */
import { BarChart, LineChart, PieChart, RadarChart, ScatterChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use as equip, type EChartsCoreOption, type EChartsType } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

equip([
  BarChart,
  LineChart,
  PieChart,
  RadarChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
  SVGRenderer,
]);

export type Sketch = EChartsType;

export const sketchIn = (place: HTMLElement): Sketch => init(place, undefined, { renderer: "svg" });

/** The picture as base64 PNG, as `Chart.getImage` gives it. */
export const pictureOf = (option: EChartsCoreOption, width: number, height: number): string => {
  const place = document.createElement("div");
  const sketch = init(place, undefined, { renderer: "canvas", width, height });
  try {
    sketch.setOption(option);
    const url: string = sketch.getDataURL({ type: "png", pixelRatio: 1, backgroundColor: "#FFFFFF" });
    return url.slice(url.indexOf(",") + 1);
  } finally {
    sketch.dispose();
  }
};
