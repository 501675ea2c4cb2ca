/** Slicers: made for a table's column or a PivotTable's field, and what they choose kept as that one's own filter. */
import { refuse } from "../../refusal";
import { guid, sameName, tableById } from "../book";
import { isError, type CellValue } from "../cells/cell";
import { readCell, sheetIn, takeId, updateBook, type Draft } from "../draft";
import { styleAt } from "../looks/effective";
import { setColumnFilter } from "./filter";
import { itemsOf } from "../pivot/items";
import { changedField, fieldIn } from "../pivot/pivot";
import { pivotIn } from "../pivot/in-book";
import { changePivot } from "../pivot/pivots";
import type { Slicer, SlicerSource } from "./slicer";
import { styleValue } from "../looks/style";
import { bodyOf, rowCountOf } from "./table";
import { tableIn } from "./tables";
import { textOf } from "../cells/text";

export interface SlicerChoice {
  readonly key: string;
  /** What the field of a PivotTable keeps it under. */
  readonly item: string;
  readonly name: string;
  readonly selected: boolean;
}

export const slicerIn = (draft: Draft, id: string): Slicer =>
  draft.book.slicers.find((slicer) => slicer.id === id) ?? refuse("ItemNotFound");

export const changeSlicer = (draft: Draft, id: string, patch: Partial<Slicer>): void => {
  updateBook(draft, {
    slicers: draft.book.slicers.map((slicer) => (slicer.id === id ? { ...slicer, ...patch } : slicer)),
  });
};

const titleOf = (draft: Draft, source: SlicerSource): string => {
  if (source.kind === "pivot") return fieldIn(pivotIn(draft, source.pivot), source.field).name;
  const column = tableIn(draft, source.table).columns.find(({ id }) => id === source.column);
  return (column ?? refuse("ItemNotFound")).name;
};

export const assertSlicerName = (draft: Draft, name: string, own?: string): void => {
  if (name.trim() === "") refuse("InvalidArgument");
  if (draft.book.slicers.some((one) => one.id !== own && sameName(one.name, name))) refuse("InvalidArgument");
};

const freeName = (draft: Draft, title: string): string => {
  for (let number = 0; ; number++) {
    const name = number === 0 ? title : `${title} ${number}`;
    if (!draft.book.slicers.some((one) => sameName(one.name, name))) return name;
  }
};

/** What Excel makes one: two inches wide, three high. */
const SIZE = { left: 200, top: 100, width: 144, height: 194.25 };

export const addSlicer = (draft: Draft, sheet: string, source: SlicerSource): string => {
  sheetIn(draft, sheet);
  const caption = titleOf(draft, source);
  const slicer: Slicer = {
    id: guid(takeId(draft)),
    sheet,
    source,
    name: freeName(draft, caption),
    caption,
    style: "SlicerStyleLight1",
    sortBy: "DataSourceOrder",
    ...SIZE,
  };
  updateBook(draft, { slicers: [...draft.book.slicers, slicer] });
  return slicer.id;
};

interface Shown {
  readonly value: CellValue;
  readonly name: string;
}

/** The texts of a table's column, each once, rising. */
const textsOf = (draft: Draft, table: string, column: number): readonly Shown[] => {
  const home = tableIn(draft, table);
  const at = home.area.left + home.columns.findIndex(({ id }) => id === column);
  const { top } = bodyOf(home);
  const seen = new Map<string, Shown>();
  for (let row = top; row < top + rowCountOf(home); row++) {
    const { value } = readCell(draft, home.sheet, row, at);
    const format = styleValue(styleAt(sheetIn(draft, home.sheet), row, at), "numberFormat");
    const name = isError(value) ? value.code : textOf(value, format);
    if (name !== "" && !seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), { value, name });
  }
  return [...seen.values()].sort((a, b) =>
    typeof a.value === "number" && typeof b.value === "number"
      ? a.value - b.value
      : a.name.localeCompare(b.name, "ja"),
  );
};

const chosenTexts = (draft: Draft, table: string, column: number): ReadonlySet<string> | undefined => {
  const filter = tableIn(draft, table).columns.find(({ id }) => id === column)?.filter;
  if (filter?.filterOn !== "Values" || !Array.isArray(filter.values)) return undefined;
  return new Set(filter.values.map((value) => String(value).toLowerCase()));
};

export const choicesOf = (draft: Draft, { source, sortBy }: Slicer): readonly SlicerChoice[] => {
  const choices = ((): readonly SlicerChoice[] => {
    if (source.kind === "pivot") {
      const pivot = pivotIn(draft, source.pivot);
      const { hidden } = fieldIn(pivot, source.field);
      const items = itemsOf(pivot, source.field);
      return items.map(({ key, name }) => ({
        // Programs know items by their names; only a number and a text that look alike need more.
        key: items.some((other) => other.name === name && other.key !== key) ? key : name,
        name,
        item: key,
        selected: !hidden.includes(key),
      }));
    }
    const chosen = chosenTexts(draft, source.table, source.column);
    return textsOf(draft, source.table, source.column).map(({ name }) => ({
      key: name,
      name,
      item: name,
      selected: chosen?.has(name.toLowerCase()) ?? true,
    }));
  })();
  return sortBy === "Descending" ? [...choices].reverse() : choices;
};

export const isCleared = (draft: Draft, { source }: Slicer): boolean => {
  if (source.kind === "pivot") return fieldIn(pivotIn(draft, source.pivot), source.field).hidden.length === 0;
  const table = tableById(draft.book, source.table);
  return table?.columns.find(({ id }) => id === source.column)?.filter === undefined;
};

/** Keys that are chosen; undefined takes the choice away. */
export const choose = (draft: Draft, slicer: Slicer, keys: readonly string[] | undefined): void => {
  const { source } = slicer;
  const all = choicesOf(draft, slicer);
  const chosen = keys?.map((key) => {
    const wanted = key.toLowerCase();
    return (
      all.find((one) => one.key === key) ??
      all.find(({ name }) => name.toLowerCase() === wanted) ??
      refuse("InvalidArgument")
    );
  });
  if (source.kind === "table") {
    const at = tableIn(draft, source.table).columns.findIndex(({ id }) => id === source.column);
    const filter = chosen && { filterOn: "Values", values: chosen.map(({ name }) => name) };
    setColumnFilter(draft, source.table, at, filter);
    return;
  }
  const hidden = chosen ? all.filter((one) => !chosen.includes(one)).map(({ item }) => item) : [];
  changePivot(draft, source.pivot, (pivot) => changedField(pivot, source.field, { hidden, sliced: true }));
};

export const deleteSlicer = (draft: Draft, id: string): void => {
  slicerIn(draft, id);
  updateBook(draft, { slicers: draft.book.slicers.filter((slicer) => slicer.id !== id) });
};
