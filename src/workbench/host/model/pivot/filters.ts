/** Which records a PivotTable counts: the filters of its fields, by hand, by label, by date and by value. */
import { refuse } from "../../refusal";
import type { CellValue } from "../cells/cell";
import { serialOf } from "../cells/date";
import { itemsOf, keysOf, type PivotItem } from "./items";
import { indexOfField, type Pivot, type PivotCriteria, type PivotField } from "./pivot";
import { summarize } from "./summary";
import { dataByName } from "./words";

const asNumber = (text: unknown): number =>
  typeof text === "number" ? text : typeof text === "string" && text.trim() !== "" ? Number(text) : NaN;

/** Numeric texts are compared as numbers, others in the order of the language. */
const compareLabels = (a: unknown, b: unknown): number => {
  const [left, right] = [asNumber(a), asNumber(b)];
  if (Number.isFinite(left) && Number.isFinite(right)) return left - right;
  return String(a ?? "").localeCompare(String(b ?? ""), "ja", { sensitivity: "base" });
};

type Comparison = (compared: (bound: unknown) => number, criteria: PivotCriteria) => boolean;
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  Equals: (compared, { comparator }) => compared(comparator) === 0,
  GreaterThan: (compared, { comparator }) => compared(comparator) > 0,
  GreaterThanOrEqualTo: (compared, { comparator }) => compared(comparator) >= 0,
  LessThan: (compared, { comparator }) => compared(comparator) < 0,
  LessThanOrEqualTo: (compared, { comparator }) => compared(comparator) <= 0,
  After: (compared, { comparator }) => compared(comparator) > 0,
  AfterOrEqualTo: (compared, { comparator }) => compared(comparator) >= 0,
  Before: (compared, { comparator }) => compared(comparator) < 0,
  BeforeOrEqualTo: (compared, { comparator }) => compared(comparator) <= 0,
  Between: (compared, { lowerBound, upperBound }) => compared(lowerBound) >= 0 && compared(upperBound) <= 0,
};

const comparison = (criteria: PivotCriteria): Comparison =>
  COMPARISONS[String(criteria.condition)] ??
  refuse(
    "NotImplemented",
    `PivotField.applyFilter: the condition "${String(criteria.condition)}" is not implemented in the workbench.`,
  );

const labelTest = (criteria: PivotCriteria): ((item: PivotItem) => boolean) => {
  const part = String(criteria.substring ?? "").toLowerCase();
  switch (criteria.condition) {
    case "BeginsWith":
      return ({ name }) => name.toLowerCase().startsWith(part);
    case "EndsWith":
      return ({ name }) => name.toLowerCase().endsWith(part);
    case "Contains":
      return ({ name }) => name.toLowerCase().includes(part);
    default: {
      const holds = comparison(criteria);
      return ({ name }) => holds((bound) => compareLabels(name, bound), criteria);
    }
  }
};

/** The days a `FilterDatetime` speaks of: a day, a month or a year. */
const daysOf = (given: unknown): { readonly first: number; readonly last: number } => {
  const { date, specificity } = (given ?? {}) as { readonly date?: unknown; readonly specificity?: unknown };
  const [year, month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/
    .exec(typeof date === "string" ? date : "")
    ?.slice(1)
    .map(Number) ?? [NaN];
  const wide = String(specificity ?? "Day");
  const fromMonth = wide === "Year" ? 1 : (month ?? 1);
  const first = serialOf(year ?? NaN, fromMonth || 1, wide === "Year" || wide === "Month" ? 1 : day || 1);
  if (first === undefined) return refuse("InvalidArgument");
  const next =
    wide === "Year"
      ? serialOf((year ?? 0) + 1, 1, 1)
      : wide === "Month"
        ? serialOf((year ?? 0) + (fromMonth === 12 ? 1 : 0), (fromMonth % 12) + 1, 1)
        : first + 1;
  return { first, last: (next ?? first + 1) - 1 };
};

const dateTest = (criteria: PivotCriteria): ((item: PivotItem) => boolean) => {
  const holds = comparison(criteria);
  return ({ value }) => {
    if (typeof value !== "number") return false;
    return holds((bound) => {
      const { first, last } = daysOf(bound);
      const day = Math.floor(value);
      return day < first ? -1 : day > last ? 1 : 0;
    }, criteria);
  };
};

const turned = (criteria: PivotCriteria, test: (item: PivotItem) => boolean) =>
  criteria.exclusive === true ? (item: PivotItem) => !test(item) : test;

/** Tried when a filter is set, so that one that cannot be applied is refused then and not later. */
export const assertUsable = (kind: "label" | "date" | "value", criteria: PivotCriteria): void => {
  const item: PivotItem = { key: "n1", value: 1, name: "1", format: "General" };
  if (kind === "label") labelTest(criteria)(item);
  else if (kind === "date") dateTest(criteria)(item);
  else if (criteria.condition !== "TopN" && criteria.condition !== "BottomN") comparison(criteria);
};

const isOnAxis = (pivot: Pivot, { id }: PivotField): boolean =>
  pivot.rows.includes(id) || pivot.columns.includes(id) || pivot.filters.includes(id);

/** Keys of the field's items that are left out, whatever their values. */
const leftOut = (pivot: Pivot, field: PivotField): ReadonlySet<string> => {
  const used = isOnAxis(pivot, field);
  const out = new Set(used || field.sliced ? field.hidden : []);
  if (!used) return out;
  const tests = [
    ...(field.label ? [turned(field.label, labelTest(field.label))] : []),
    ...(field.date ? [turned(field.date, dateTest(field.date))] : []),
  ];
  for (const item of itemsOf(pivot, field.id)) if (!tests.every((test) => test(item))) out.add(item.key);
  return out;
};

interface Ranked {
  readonly records: readonly number[];
  readonly value: number;
}

const extremes = (groups: readonly Ranked[], criteria: PivotCriteria): readonly Ranked[] => {
  const top = criteria.condition === "TopN";
  const sorted = [...groups].sort((a, b) => (top ? b.value - a.value : a.value - b.value));
  const threshold = Number(criteria.threshold ?? 10);
  const last = (count: number): number => sorted[Math.min(Math.max(count, 1), sorted.length) - 1]?.value ?? 0;
  const within = (limit: number) => groups.filter(({ value }) => (top ? value >= limit : value <= limit));
  switch (String(criteria.selectionType ?? "Items")) {
    case "Items":
      return within(last(threshold));
    case "Percent":
      return within(last(Math.floor((sorted.length * threshold) / 100)));
    default: {
      let sum = 0;
      const needed = sorted.findIndex(({ value }) => (sum += value) >= threshold);
      return within(last(needed < 0 ? sorted.length : needed + 1));
    }
  }
};

/** Groups of the field inside each group of the fields outside it stay or go by their value. */
const keptByValue = (
  pivot: Pivot,
  axis: readonly string[],
  at: number,
  criteria: PivotCriteria,
  records: readonly number[],
): readonly number[] => {
  const data = dataByName(pivot, String(criteria.value)) ?? refuse("InvalidArgument");
  const column = indexOfField(pivot, data.field);
  const keys = keysOf(pivot.cache);
  const path = axis.slice(0, at + 1).map((id) => indexOfField(pivot, id));
  const parents = new Map<string, Map<string, number[]>>();
  for (const record of records) {
    const own = path.map((field) => keys[record]?.[field] ?? "");
    const parent = own.slice(0, -1).join("\u0000");
    const groups = parents.get(parent) ?? new Map<string, number[]>();
    parents.set(parent, groups);
    const group = groups.get(own.at(-1) ?? "") ?? [];
    groups.set(own.at(-1) ?? "", group);
    group.push(record);
  }
  const valueOf = (group: readonly number[]): CellValue =>
    summarize(
      data.summarizeBy,
      group.map((record) => pivot.cache.records[record]?.[column] ?? null),
    );
  const kept = [...parents.values()].flatMap((groups) => {
    const ranked = [...groups.values()].map((group): Ranked => {
      const value = valueOf(group);
      return { records: group, value: typeof value === "number" ? value : 0 };
    });
    const chosen =
      criteria.condition === "TopN" || criteria.condition === "BottomN"
        ? extremes(ranked, criteria)
        : ranked.filter(({ value }) => comparison(criteria)((bound) => value - Number(bound), criteria));
    const stay = criteria.exclusive === true ? ranked.filter((one) => !chosen.includes(one)) : chosen;
    return stay.flatMap((one) => one.records);
  });
  return kept.sort((a, b) => a - b);
};

/** The numbers of the records that count, in the order of the source. */
export const countedRecords = (pivot: Pivot): readonly number[] => {
  const keys = keysOf(pivot.cache);
  const out = pivot.fields.map((field) => leftOut(pivot, field));
  let records: readonly number[] = keys.flatMap((record, number) =>
    record.every((key, field) => !out[field]?.has(key)) ? [number] : [],
  );
  for (const axis of [pivot.rows, pivot.columns]) {
    axis.forEach((id, at) => {
      const criteria = pivot.fields.find((field) => field.id === id)?.value;
      if (criteria) records = keptByValue(pivot, axis, at, criteria, records);
    });
  }
  return records;
};
