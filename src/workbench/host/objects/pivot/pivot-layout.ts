/** How a PivotTable is laid out, and where its parts are. */
import { partsOf, type Parts } from "../../model/pivot/draw";
import type { PivotLayout } from "../../model/pivot/pivot";
import { changePivot } from "../../model/pivot/pivots";
import { reportOf } from "../../model/pivot/report";
import { cellsOf, containsCell, type Rectangle } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { flag, oneOf, text } from "../arguments";
import { range } from "../range/range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";
import { dataHierarchy } from "./pivot-data";
import { pathItems } from "./pivot-item";
import { pivotOf, type PivotRef } from "./refs";

const set = (ref: PivotRef, { draft }: Turn, patch: Partial<PivotLayout>): void =>
  changePivot(draft, ref.pivot, (pivot) => ({ ...pivot, layout: { ...pivot.layout, ...patch } }));

const LAYOUT_TYPES = ["Compact", "Tabular", "Outline"] as const;
const SUBTOTAL_LOCATIONS = ["AtTop", "AtBottom", "Off"] as const;

type Switches = {
  [Key in keyof PivotLayout]: PivotLayout[Key] extends boolean ? Key : never;
}[keyof PivotLayout];

const switched = (key: Switches): Scalar<PivotRef> => ({
  get: (ref, turn) => pivotOf(ref, turn).layout[key],
  set: (ref, value, turn) => set(ref, turn, { [key]: flag(value, true) }),
});

const written = (key: "emptyCellText" | "altTextTitle" | "altTextDescription"): Scalar<PivotRef> => ({
  get: (ref, turn) => pivotOf(ref, turn).layout[key],
  set: (ref, value, turn) => set(ref, turn, { [key]: text(value) }),
});

const place =
  (part: (parts: Parts) => Rectangle | undefined) => (ref: PivotRef, _: Arguments, turn: Turn) => {
    const pivot = pivotOf(ref, turn);
    const area = part(partsOf(pivot, reportOf(pivot))) ?? refuse("ItemNotFound");
    return handle(range, rangeRef(pivot.sheet, area));
  };

/** The row and the column of the report that a cell of its values lies on. */
const crossing = (ref: PivotRef, given: unknown, turn: Turn) => {
  const pivot = pivotOf(ref, turn);
  const report = reportOf(pivot);
  const found = rangeAnywhere(turn.draft.book, given, pivot.sheet);
  const area = cellsOfRange(found);
  const { values } = partsOf(pivot, report);
  if (found.sheet !== pivot.sheet || cellsOf(area) !== 1 || !values) return refuse("InvalidArgument");
  if (!containsCell(values, area.top, area.left)) return refuse("InvalidArgument");
  return {
    row: report.rows[area.top - values.top] ?? refuse("InvalidArgument"),
    column: report.columns[area.left - values.left] ?? refuse("InvalidArgument"),
  };
};

export const pivotLayout: ObjectType<PivotRef> = objectType<PivotRef>("PivotLayout", {
  scalars: {
    layoutType: {
      get: (ref, turn) => pivotOf(ref, turn).layout.layoutType,
      set: (ref, value, turn) => set(ref, turn, { layoutType: oneOf(value, LAYOUT_TYPES) }),
    },
    subtotalLocation: {
      get: (ref, turn) => {
        const { layoutType, subtotalLocation } = pivotOf(ref, turn).layout;
        // In tabular form a group has no line of its own above its children.
        return layoutType === "Tabular" && subtotalLocation === "AtTop" ? "AtBottom" : subtotalLocation;
      },
      set: (ref, value, turn) => set(ref, turn, { subtotalLocation: oneOf(value, SUBTOTAL_LOCATIONS) }),
    },
    showRowGrandTotals: switched("showRowGrandTotals"),
    showColumnGrandTotals: switched("showColumnGrandTotals"),
    showFieldHeaders: switched("showFieldHeaders"),
    fillEmptyCells: switched("fillEmptyCells"),
    autoFormat: switched("autoFormat"),
    preserveFormatting: switched("preserveFormatting"),
    enableFieldList: switched("enableFieldList"),
    emptyCellText: written("emptyCellText"),
    altTextTitle: written("altTextTitle"),
    altTextDescription: written("altTextDescription"),
  },
  methods: {
    displayBlankLineAfterEachItem: (ref: PivotRef, args: Arguments, turn: Turn) =>
      set(ref, turn, { blankLines: flag(args[0], true) }),
    repeatAllItemLabels: (ref: PivotRef, args: Arguments, turn: Turn) =>
      set(ref, turn, { repeatLabels: flag(args[0], true) }),
    getRange: place(({ body }) => body),
    getDataBodyRange: place(({ values }) => values),
    getRowLabelRange: place(({ rowLabels }) => rowLabels),
    getColumnLabelRange: place(({ columnLabels }) => columnLabels),
    getFilterAxisRange: place(({ filters }) => filters),
    getDataHierarchy: (ref: PivotRef, args: Arguments, turn: Turn) => {
      const { data } = crossing(ref, args[0], turn).column;
      return data ? handle(dataHierarchy, { pivot: ref.pivot, data: data.id }) : refuse("ItemNotFound");
    },
    getPivotItems: (ref: PivotRef, args: Arguments, turn: Turn) => {
      const axis = oneOf(args[0], ["Row", "Column"]);
      const { row, column } = crossing(ref, args[1], turn);
      const { path } = axis === "Row" ? row : column.line;
      return handle(pathItems, {
        items: path.map(({ field, item }) => ({ pivot: ref.pivot, field, key: item.key })),
      });
    },
  },
});
