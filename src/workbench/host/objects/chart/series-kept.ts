/** A chart's series as its parts see it: found again, changed, its properties kept under their keys. */
import type { ChartSeries, ChartSource } from "../../model/charts/chart";
import type { Draft } from "../../model/draft";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { isHandle, type Scalar } from "../../wire/object-type";
import { of, update, without, type Bag, type ChartRef, type Read } from "./parts";
import { cellsOfRange } from "../range/address";

export interface SeriesRef extends ChartRef {
  readonly series: string;
}
export const seriesOf = (ref: SeriesRef, draft: Draft): ChartSeries =>
  of(ref, draft).series.find(({ id }) => id === ref.series) ?? refuse("ItemNotFound");
export const updateSeries = (draft: Draft, ref: SeriesRef, patch: Partial<ChartSeries>): void => {
  seriesOf(ref, draft);
  update(draft, ref, {
    series: of(ref, draft).series.map((each) => (each.id === ref.series ? { ...each, ...patch } : each)),
  });
};
export const keptOfSeries = (
  key: string,
  fallback: unknown,
  read: Read = (value) => value,
): Scalar<SeriesRef> => ({
  get: (ref, { draft }) => seriesOf(ref, draft).properties[key] ?? fallback,
  set: (ref, value, { draft }) =>
    updateSeries(draft, ref, { properties: { ...seriesOf(ref, draft).properties, [key]: read(value) } }),
});
export const sourceFrom = (given: unknown): ChartSource => {
  if (!isHandle(given) || given.type.name !== "Range") return refuse("InvalidArgument");
  const ref = given.ref as RangeRef;
  return { sheet: ref.sheet, area: { ...cellsOfRange(ref) } };
};

export const seriesBag: Bag<SeriesRef> = {
  keep: keptOfSeries,
  forget: (ref, key, { draft }) =>
    updateSeries(draft, ref, { properties: without(seriesOf(ref, draft).properties, key) }),
};
