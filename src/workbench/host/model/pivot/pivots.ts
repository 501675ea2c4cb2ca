/** PivotTables: making one, arranging its fields, reading its source again, taking it away. */
import { refuse } from "../../refusal";
import { guid, sameName } from "../book";
import { takeId, updateBook, type Draft } from "../draft";
import { contains, rectangle, type Rectangle } from "../cells/rectangle";
import { drawPivot, erasePivot } from "./draw";
import { indexOfField, newField, NEW_LAYOUT, type Pivot, type PivotAxis, type PivotSource } from "./pivot";
import { pivotIn, pivotsOn } from "./in-book";
import { readSource } from "./source";
import { usualSummary } from "./summary";

export const assertPivotName = (draft: Draft, sheet: string, name: string, own?: string): void => {
  if (name.trim() === "" || name.length > 255) refuse("InvalidArgument");
  if (pivotsOn(draft.book, sheet).some((one) => one.id !== own && sameName(one.name, name)))
    refuse("ItemAlreadyExists");
};

export const addPivot = (
  draft: Draft,
  name: string,
  source: PivotSource,
  sheet: string,
  at: Rectangle,
): string => {
  assertPivotName(draft, sheet, name);
  const { fields, cache } = readSource(draft, source);
  const pivot: Pivot = {
    id: guid(takeId(draft)),
    name,
    sheet,
    area: rectangle(at.top, at.left),
    source,
    cache,
    fields: fields.map(newField),
    rows: [],
    columns: [],
    filters: [],
    data: [],
    layout: NEW_LAYOUT,
    allowMultipleFiltersPerField: false,
    enableDataValueEditing: false,
    refreshOnOpen: false,
    useCustomSortLists: true,
  };
  updateBook(draft, { pivots: [...draft.book.pivots, pivot] });
  drawPivot(draft, pivot);
  return pivot.id;
};

/** The PivotTable after `change`, drawn anew. */
export const changePivot = (draft: Draft, id: string, change: (pivot: Pivot) => Pivot): void => {
  const before = pivotIn(draft, id);
  drawPivot(draft, change(before), before);
};

const off = (list: readonly string[], id: string): readonly string[] => list.filter((one) => one !== id);

const offEveryAxis = (pivot: Pivot, field: string): Pivot => ({
  ...pivot,
  rows: off(pivot.rows, field),
  columns: off(pivot.columns, field),
  filters: off(pivot.filters, field),
});

/** Onto an axis, at its end or at `position`; a field stands on one of the three at a time. */
export const placeField = (
  draft: Draft,
  id: string,
  field: string,
  axis: PivotAxis,
  position?: number,
): void => {
  changePivot(draft, id, (pivot) => {
    if (indexOfField(pivot, field) < 0) refuse("ItemNotFound");
    const others = offEveryAxis(pivot, field);
    const list = others[axis];
    const at = position ?? list.length;
    if (at < 0 || at > list.length) refuse("InvalidArgument");
    return { ...others, [axis]: [...list.slice(0, at), field, ...list.slice(at)] };
  });
};

export const removeField = (draft: Draft, id: string, field: string): void => {
  changePivot(draft, id, (pivot) => offEveryAxis(pivot, field));
};

export const addData = (draft: Draft, id: string, field: string): string => {
  const data = String(takeId(draft));
  changePivot(draft, id, (pivot) => {
    const index = indexOfField(pivot, field);
    if (index < 0) refuse("ItemNotFound");
    const summarizeBy = usualSummary(pivot.cache.records.map((record) => record[index] ?? null));
    const same = pivot.data.filter((one) => one.field === field).map(({ repeat }) => repeat);
    const added = {
      id: data,
      field,
      repeat: Math.max(0, ...same) + 1,
      summarizeBy,
      showAs: { calculation: "None" },
    };
    return { ...pivot, data: [...pivot.data, added] };
  });
  return data;
};

/** Fields that the source no longer has leave the report; new ones come at the end of the list. */
export const refreshPivot = (draft: Draft, id: string): void => {
  const { source } = pivotIn(draft, id);
  const { fields, cache } = readSource(draft, source);
  changePivot(draft, id, (pivot) => {
    const kept = new Set(fields);
    const stays = (list: readonly string[]) => list.filter((field) => kept.has(field));
    return {
      ...pivot,
      cache,
      fields: fields.map((field) => pivot.fields.find((one) => one.id === field) ?? newField(field)),
      rows: stays(pivot.rows),
      columns: stays(pivot.columns),
      filters: stays(pivot.filters),
      data: pivot.data.filter(({ field }) => kept.has(field)),
    };
  });
};

const forget = (draft: Draft, id: string): void => {
  updateBook(draft, {
    pivots: draft.book.pivots.filter((pivot) => pivot.id !== id),
    slicers: draft.book.slicers.filter(({ source }) => source.kind === "table" || source.pivot !== id),
  });
};

export const deletePivot = (draft: Draft, id: string): void => {
  erasePivot(draft, pivotIn(draft, id));
  forget(draft, id);
};

/** Cells cleared or deleted that held a whole PivotTable take it with them. */
export const forgetPivotsIn = (draft: Draft, sheet: string, area: Rectangle): void => {
  for (const pivot of pivotsOn(draft.book, sheet)) if (contains(area, pivot.area)) forget(draft, pivot.id);
};
