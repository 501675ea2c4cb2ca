/** What a sheet that was copied carries along: its charts, shapes and comments under ids of their own, pointing at its own cells. */
import type { Chart, ChartSource } from "../charts/chart";
import type { Shape } from "../attached/shape";
import type { Sheet } from "./sheet";

/** undefined for a sheet that did not come along. */
type SheetOf = (sheet: string) => string | undefined;

const ownSource = (source: ChartSource | undefined, sheetOf: SheetOf): ChartSource | undefined => {
  const sheet = source && sheetOf(source.sheet);
  return source && sheet !== undefined ? { ...source, sheet } : undefined;
};

const given = <Key extends string>(key: Key, source: ChartSource | undefined) =>
  (source ? { [key]: source } : {}) as { readonly [key in Key]?: ChartSource };

const ownChart = ({ source, ...chart }: Chart, takeId: () => string, sheetOf: SheetOf): Chart => ({
  ...chart,
  id: takeId(),
  ...given("source", ownSource(source, sheetOf)),
  series: chart.series.map(({ values, categories, nameSource, sizes, ...series }) => ({
    ...series,
    id: takeId(),
    ...given("values", ownSource(values, sheetOf)),
    ...given("categories", ownSource(categories, sheetOf)),
    ...given("nameSource", ownSource(nameSource, sheetOf)),
    ...given("sizes", ownSource(sizes, sheetOf)),
  })),
});

const JOINTS = ["begin.shape", "end.shape"] as const;

/** Groups and lines know other shapes by their ids. */
const ownShapes = (shapes: readonly Shape[], takeId: () => string): readonly Shape[] => {
  const ids = new Map(shapes.map(({ id }) => [id, takeId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  return shapes.map((shape) => ({
    ...shape,
    id: idOf(shape.id),
    ...(shape.members ? { members: shape.members.map(idOf) } : {}),
    properties: {
      ...shape.properties,
      ...Object.fromEntries(
        JOINTS.flatMap((joint) => {
          const other = shape.properties[joint];
          return typeof other === "string" ? [[joint, idOf(other)]] : [];
        }),
      ),
    },
  }));
};

export const ownParts = (
  sheet: Sheet,
  takeId: () => string,
  sheetOf: SheetOf,
): Pick<Sheet, "charts" | "shapes" | "comments" | "conditionalFormats"> => ({
  charts: sheet.charts.map((chart) => ownChart(chart, takeId, sheetOf)),
  comments: sheet.comments.map((comment) => ({
    ...comment,
    id: takeId(),
    replies: comment.replies.map((reply) => ({ ...reply, id: takeId() })),
  })),
  conditionalFormats: sheet.conditionalFormats.map((each) => ({ ...each, id: takeId() })),
  shapes: ownShapes(sheet.shapes, takeId),
});
