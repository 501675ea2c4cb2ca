/** The rows or the columns of a PivotTable, one after another: items, subtotals, blank lines and the grand total. */
import { itemsOf, keysOf, type PivotItem } from "./items";
import { fieldIn, indexOfField, type Pivot, type PivotField } from "./pivot";
import { summarize } from "./summary";
import { dataIn } from "./pivot";

export interface Step {
  readonly field: string;
  readonly item: PivotItem;
}

export interface Line {
  readonly kind: "item" | "subtotal" | "total" | "blank";
  /** From the outermost field in: which items the line stands for. */
  readonly path: readonly Step[];
  readonly records: readonly number[];
  /** Records of the line one level up: what a share of its parent is a share of. */
  readonly parent: readonly number[];
  readonly showsData: boolean;
}

interface Group {
  readonly step: Step;
  readonly records: readonly number[];
}

export interface Axis {
  readonly pivot: Pivot;
  readonly fields: readonly string[];
  /** Where the label of a group stands: on its own line above its children, or beside the first of them. */
  readonly nested: "above" | "beside";
  readonly total: boolean;
  readonly blankLines: boolean;
}

const sortValue = (pivot: Pivot, field: PivotField, records: readonly number[]): number => {
  const data = dataIn(pivot, field.order.data ?? "");
  const column = indexOfField(pivot, data.field);
  const value = summarize(
    data.summarizeBy,
    records.map((record) => pivot.cache.records[record]?.[column] ?? null),
  );
  return typeof value === "number" ? value : -Infinity;
};

/** The groups of a field among some records, in the order the field is sorted in. */
export const groupsOf = (pivot: Pivot, id: string, records: readonly number[]): readonly Group[] => {
  const field = fieldIn(pivot, id);
  const index = indexOfField(pivot, id);
  const keys = keysOf(pivot.cache);
  const byKey = new Map<string, number[]>();
  for (const record of records) {
    const key = keys[record]?.[index] ?? "";
    const known = byKey.get(key);
    if (known) known.push(record);
    else byKey.set(key, [record]);
  }
  const groups = itemsOf(pivot, id).flatMap((item): Group[] => {
    const own = byKey.get(item.key);
    return own ? [{ step: { field: id, item }, records: own }] : [];
  });
  const { ascending, data } = field.order;
  if (data !== undefined && pivot.data.some((one) => one.id === data)) {
    const value = new Map(groups.map((group) => [group, sortValue(pivot, field, group.records)]));
    const difference = (a: Group, b: Group) => (value.get(a) ?? 0) - (value.get(b) ?? 0);
    return [...groups].sort((a, b) => (ascending ? difference(a, b) : difference(b, a)));
  }
  if (ascending) return groups;
  // Blank stays last, whichever way the rest is turned.
  const blank = groups.filter(({ step }) => step.item.key === "");
  return [...groups.filter(({ step }) => step.item.key !== "").reverse(), ...blank];
};

const linesUnder = (
  axis: Axis,
  at: number,
  path: readonly Step[],
  records: readonly number[],
): readonly Line[] => {
  const id = axis.fields[at];
  if (id === undefined) return [];
  const { pivot } = axis;
  const field = fieldIn(pivot, id);
  const innermost = at === axis.fields.length - 1;
  const subtotals = field.subtotals && pivot.layout.subtotalLocation !== "Off";
  const atTop = axis.nested === "above" && pivot.layout.subtotalLocation === "AtTop";
  return groupsOf(pivot, id, records).flatMap((group): readonly Line[] => {
    const own = [...path, group.step];
    const line = (kind: Line["kind"], showsData: boolean): Line => ({
      kind,
      path: own,
      records: group.records,
      parent: records,
      showsData,
    });
    if (innermost) return [line("item", true)];
    if (field.collapsed.includes(group.step.item.key)) return [line("item", true)];
    const children = linesUnder(axis, at + 1, own, group.records);
    return [
      ...(axis.nested === "above" ? [line("item", subtotals && atTop)] : []),
      ...children,
      ...(subtotals && !atTop ? [line("subtotal", true)] : []),
      ...(axis.blankLines ? [line("blank", false)] : []),
    ];
  });
};

/** Without fields there is one line that stands for everything. */
export const linesOf = (axis: Axis, records: readonly number[]): readonly Line[] => {
  const everything: Line = { kind: "total", path: [], records, parent: records, showsData: true };
  if (axis.fields.length === 0) return [everything];
  return [...linesUnder(axis, 0, [], records), ...(axis.total ? [everything] : [])];
};
