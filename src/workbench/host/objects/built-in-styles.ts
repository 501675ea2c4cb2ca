/** The styles Excel brings for tables, PivotTables, slicers and timelines, by name. Nobody makes others here. */
import { refuse } from "../refusal";
import { handle, objectType, type ObjectType } from "../wire/object-type";
import { text } from "./arguments";

interface StyleRef {
  readonly name: string;
}

const counted = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at + 1}`);

const stylesOf = (
  type: string,
  names: readonly string[],
  usual: string,
): { readonly all: ObjectType<null> } => {
  const style: ObjectType<StyleRef> = objectType<StyleRef>(type, {
    identity: (ref) => ({ Name: ref.name }),
    scalars: { name: { get: (ref) => ref.name }, readOnly: { get: () => true } },
    methods: {
      // Excel keeps its own styles whole, too.
      delete: () => refuse("AccessDenied"),
    },
  });
  const all: ObjectType<null> = objectType<null>(`${type}Collection`, {
    items: () => names.map((name) => handle(style, { name })),
    item: (_, key) => {
      const wanted = text(key).toLowerCase();
      const name = names.find((one) => one.toLowerCase() === wanted);
      return name === undefined ? null : handle(style, { name });
    },
    methods: { getDefault: () => handle(style, { name: usual }) },
  });
  return { all };
};

export const tableStyles = stylesOf(
  "TableStyle",
  [...counted("TableStyleLight", 21), ...counted("TableStyleMedium", 28), ...counted("TableStyleDark", 11)],
  "TableStyleMedium2",
).all;

export const pivotTableStyles = stylesOf(
  "PivotTableStyle",
  [...counted("PivotStyleLight", 28), ...counted("PivotStyleMedium", 28), ...counted("PivotStyleDark", 28)],
  "PivotStyleLight16",
).all;

export const slicerStyles = stylesOf(
  "SlicerStyle",
  [...counted("SlicerStyleLight", 6), ...counted("SlicerStyleOther", 2), ...counted("SlicerStyleDark", 6)],
  "SlicerStyleLight1",
).all;

export const timelineStyles = stylesOf(
  "TimelineStyle",
  [...counted("TimeSlicerStyleLight", 6), ...counted("TimeSlicerStyleDark", 6)],
  "TimeSlicerStyleLight1",
).all;
