/** A chart as stored: its place, its kind and its source. Drawn by nobody yet, answered as it was set. */
import type { Rectangle } from "./rectangle";

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  readonly values?: ChartSource;
  readonly categories?: ChartSource;
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface ChartSource {
  readonly sheet: string;
  readonly area: Rectangle;
}
export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly chartType: string;
  readonly source?: ChartSource;
  readonly seriesBy: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly series: readonly ChartSeries[];
  /** Everything else by its path: `title.text`, `legend.position`, `axes.valueAxis.minimum`. */
  readonly properties: Readonly<Record<string, unknown>>;
}
