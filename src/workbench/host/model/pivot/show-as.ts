/** A value shown against others: as a share, a difference, a running total or a rank. */
import { isError, type CellValue } from "../cells/cell";
import { keysOf } from "./items";
import { groupsOf, type Line, type Step } from "./lines";
import { indexOfField, type Pivot, type PivotData } from "./pivot";
import { summarize } from "./summary";

/** Where a value stands: its row's line, its column's, and everything that counts. */
export interface Crossing {
  readonly pivot: Pivot;
  readonly data: PivotData;
  readonly row: Line;
  readonly column: Line;
  readonly counted: readonly number[];
}

const valueOf = ({ pivot, data }: Crossing, records: readonly number[]): CellValue => {
  const column = indexOfField(pivot, data.field);
  return summarize(
    data.summarizeBy,
    records.map((record) => pivot.cache.records[record]?.[column] ?? null),
  );
};

const both = (a: readonly number[], b: readonly number[]): readonly number[] => {
  const inside = new Set(b);
  return a.filter((record) => inside.has(record));
};

const asNumber = (value: CellValue): number => (typeof value === "number" ? value : 0);

const share = (value: CellValue, of: CellValue): CellValue => {
  if (value === null || isError(value)) return value;
  if (isError(of)) return of;
  return asNumber(of) === 0 ? { kind: "error", code: "#DIV/0!" } : asNumber(value) / asNumber(of);
};

/** The records that lie where this value lies, but with another item of one field. */
const withItem = (crossing: Crossing, field: string, key: string): readonly number[] => {
  const { pivot, row, column, counted } = crossing;
  const keys = keysOf(pivot.cache);
  const wanted = [...row.path, ...column.path].map(({ field: id, item }) => ({
    at: indexOfField(pivot, id),
    key: id === field ? key : item.key,
  }));
  return counted.filter((record) => wanted.every(({ at, key: one }) => keys[record]?.[at] === one));
};

const stepOf = ({ row, column }: Crossing, field: string | undefined): Step | undefined =>
  [...row.path, ...column.path].find((step) => step.field === field);

/** The field's items in their order, each with the value it has where this one stands. */
const along = (crossing: Crossing, field: string): readonly { key: string; value: CellValue }[] =>
  groupsOf(crossing.pivot, field, crossing.counted).map(({ step }) => ({
    key: step.item.key,
    value: valueOf(crossing, withItem(crossing, field, step.item.key)),
  }));

const running = (crossing: Crossing, field: string, key: string): number => {
  let sum = 0;
  for (const one of along(crossing, field)) {
    sum += asNumber(one.value);
    if (one.key === key) break;
  }
  return sum;
};

const ranked = (crossing: Crossing, field: string, value: CellValue, rising: boolean): CellValue => {
  if (typeof value !== "number") return value;
  const others = new Set(along(crossing, field).flatMap((one) => (one.value === null ? [] : [one.value])));
  return 1 + [...others].filter((one) => (rising ? asNumber(one) < value : asNumber(one) > value)).length;
};

type Rule = (crossing: Crossing, value: CellValue) => CellValue;

/** Rules that look at another item of the base field; values that stand for no single item of it show nothing. */
const based =
  (rule: (crossing: Crossing, value: CellValue, field: string, step: Step) => CellValue): Rule =>
  (crossing, value) => {
    const { field } = crossing.data.showAs;
    const step = stepOf(crossing, field);
    return field !== undefined && step ? rule(crossing, value, field, step) : null;
  };

const baseValue = (crossing: Crossing, field: string): CellValue =>
  valueOf(crossing, withItem(crossing, field, crossing.data.showAs.item ?? ""));

export const RULES: Readonly<Record<string, Rule>> = {
  None: (_, value) => value,
  PercentOfGrandTotal: (crossing, value) => share(value, valueOf(crossing, crossing.counted)),
  PercentOfRowTotal: (crossing, value) => share(value, valueOf(crossing, crossing.row.records)),
  PercentOfColumnTotal: (crossing, value) => share(value, valueOf(crossing, crossing.column.records)),
  PercentOfParentRowTotal: (crossing, value) =>
    share(value, valueOf(crossing, both(crossing.row.parent, crossing.column.records))),
  PercentOfParentColumnTotal: (crossing, value) =>
    share(value, valueOf(crossing, both(crossing.column.parent, crossing.row.records))),
  PercentOf: based((crossing, value, field) => share(value, baseValue(crossing, field))),
  DifferenceFrom: based((crossing, value, field, step) => {
    if (step.item.key === crossing.data.showAs.item) return null;
    const base = baseValue(crossing, field);
    if (isError(value)) return value;
    return isError(base) ? base : asNumber(value) - asNumber(base);
  }),
  PercentDifferenceFrom: based((crossing, value, field, step) => {
    if (step.item.key === crossing.data.showAs.item) return null;
    const of = share(value ?? 0, baseValue(crossing, field));
    return typeof of === "number" ? of - 1 : of;
  }),
  RunningTotal: based((crossing, _, field, step) => running(crossing, field, step.item.key)),
  PercentRunningTotal: based((crossing, _, field, step) => {
    const last = along(crossing, field).reduce((sum, one) => sum + asNumber(one.value), 0);
    return share(running(crossing, field, step.item.key), last);
  }),
  RankAscending: based((crossing, value, field) => ranked(crossing, field, value, true)),
  RankDecending: based((crossing, value, field) => ranked(crossing, field, value, false)),
};

const IN_PERCENT = /^Percent/;
export const showsPercent = (data: PivotData): boolean => IN_PERCENT.test(data.showAs.calculation);

export const valueAt = (crossing: Crossing): CellValue => {
  const records = both(crossing.row.records, crossing.column.records);
  const value = valueOf(crossing, records);
  return RULES[crossing.data.showAs.calculation]?.(crossing, value) ?? null;
};
