/** The one block of cells a chart is of, read off its series. */
import type { Chart, ChartSeries, ChartSource } from "../../model/charts/chart";
import type { Rectangle } from "../../model/cells/rectangle";

const reach = (areas: readonly Rectangle[]): Rectangle => ({
  top: Math.min(...areas.map(({ top }) => top)),
  left: Math.min(...areas.map(({ left }) => left)),
  bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  right: Math.max(...areas.map(({ right }) => right)),
});
const cellsIn = ({ top, left, bottom, right }: Rectangle): number => (bottom - top + 1) * (right - left + 1);

/** The one block of cells all series are of, where there is one. */
export const blockOf = (
  series: readonly ChartSeries[],
): Pick<Chart, "seriesBy"> & { readonly source?: ChartSource } => {
  const [first] = series;
  const values = first?.values;
  const column = values ? values.area.left === values.area.right : true;
  const single = values ? cellsIn(values.area) === 1 : true;
  const named = first?.nameSource?.area;
  const byColumns = single && named && values ? named.left === values.area.left : column;
  const seriesBy = byColumns ? "Columns" : "Rows";
  const sources = series.flatMap((each) =>
    [each.nameSource, each.values, each.categories].flatMap((one) => one ?? []),
  );
  if (!values || sources.some(({ sheet }) => sheet !== values.sheet)) return { seriesBy };
  const areas = new Map(
    sources.map(({ area }) => [JSON.stringify([area.top, area.left, area.bottom, area.right]), area]),
  );
  const whole = reach([...areas.values()]);
  const covered = [...areas.values()].reduce((sum, area) => sum + cellsIn(area), 0);
  // The corner between the names and the categories belongs to the block and to no series.
  const corner = named && first?.categories ? 1 : 0;
  return covered + corner === cellsIn(whole)
    ? { seriesBy, source: { sheet: values.sheet, area: whole } }
    : { seriesBy };
};
