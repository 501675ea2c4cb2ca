/** A chart as stored: its place, its kind and its source. The page draws it. */
import type { Rectangle } from "../cells/rectangle";

export interface ChartSeries {
  readonly id: string;
  /** What it is called where no cell says it. */
  readonly name: string;
  readonly nameSource?: ChartSource;
  readonly values?: ChartSource;
  readonly categories?: ChartSource;
  /** Of bubbles. */
  readonly sizes?: ChartSource;
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
