/** The items of a PivotTable's field: every different value of its column, in the order they are listed. */
import { isError, type CellValue } from "../cells/cell";
import { textOf } from "../cells/text";
import { indexOfField, type Pivot, type PivotCache } from "./pivot";
import { BLANK_ITEM, BLANK_ITEM_ENGLISH } from "./words";

export interface PivotItem {
  /** Tells values apart as Excel does: text without regard to case. */
  readonly key: string;
  readonly value: CellValue;
  /** As the label is written. */
  readonly name: string;
  readonly format: string;
}

export const keyOf = (value: CellValue): string => {
  if (value === null || value === "") return "";
  if (isError(value)) return `e${value.code}`;
  switch (typeof value) {
    case "number":
      return `n${value}`;
    case "boolean":
      return `b${value}`;
    default:
      return `s${value.toLowerCase()}`;
  }
};

/** Numbers, texts, truths, errors, and blank last. */
const rank = (value: CellValue): number => {
  if (value === null || value === "") return 4;
  if (isError(value)) return 3;
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
};

const order = new Intl.Collator("ja");

const compare = (a: PivotItem, b: PivotItem): number => {
  const [left, right] = [a.value, b.value];
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "number" && typeof right === "number") return left - right;
  return order.compare(a.name, b.name);
};

const keys = new WeakMap<PivotCache, readonly (readonly string[])[]>();
/** Of every record, the key of its item in every field. */
export const keysOf = (cache: PivotCache): readonly (readonly string[])[] => {
  const known = keys.get(cache) ?? cache.records.map((record) => record.map(keyOf));
  keys.set(cache, known);
  return known;
};

const items = new WeakMap<PivotCache, Map<number, readonly PivotItem[]>>();

const itemsOfCache = (cache: PivotCache, index: number): readonly PivotItem[] => {
  const fields = items.get(cache) ?? new Map<number, readonly PivotItem[]>();
  items.set(cache, fields);
  const known = fields.get(index);
  if (known) return known;
  const format = cache.formats[index] ?? "General";
  const found = new Map<string, PivotItem>();
  for (const record of cache.records) {
    const value = record[index] ?? null;
    const key = keyOf(value);
    if (!found.has(key))
      found.set(key, { key, value, name: key === "" ? BLANK_ITEM : textOf(value, format), format });
  }
  const all = [...found.values()].sort(compare);
  fields.set(index, all);
  return all;
};

/** In rising order, under the names somebody gave them. */
export const itemsOf = (pivot: Pivot, field: string): readonly PivotItem[] => {
  const index = indexOfField(pivot, field);
  const captions = pivot.fields[index]?.captions ?? {};
  return itemsOfCache(pivot.cache, index).map((item) => {
    const caption = captions[item.key];
    return caption === undefined ? item : { ...item, name: caption, value: caption };
  });
};

export const itemByName = (pivot: Pivot, field: string, name: string): PivotItem | undefined => {
  const wanted = name.toLowerCase();
  return itemsOf(pivot, field).find(
    (item) =>
      item.name.toLowerCase() === wanted ||
      item.key === name ||
      (item.key === "" && wanted === BLANK_ITEM_ENGLISH) ||
      (item.value !== null && !isError(item.value) && String(item.value).toLowerCase() === wanted),
  );
};
