/** Charts of a sheet: finding, changing, placing and deleting one. */
import { refuse } from "../refusal";
import type { Chart } from "./chart";
import { sheetIn, updateSheet, type Draft } from "./draft";

export const chartIn = (draft: Draft, sheet: string, id: string): Chart =>
  sheetIn(draft, sheet).charts.find((one) => one.id === id) ?? refuse("ItemNotFound");

export const changeChart = (draft: Draft, sheet: string, id: string, patch: Partial<Chart>): void => {
  chartIn(draft, sheet, id);
  updateSheet(draft, sheet, {
    charts: sheetIn(draft, sheet).charts.map((one) => (one.id === id ? { ...one, ...patch } : one)),
  });
};

const assertMayMove = (draft: Draft, sheet: string): void => {
  const { protection } = sheetIn(draft, sheet);
  if (protection && protection.options.allowEditObjects !== true) refuse("AccessDenied");
};

export const placeChart = (
  draft: Draft,
  sheet: string,
  id: string,
  place: Pick<Chart, "left" | "top" | "width" | "height">,
): void => {
  assertMayMove(draft, sheet);
  changeChart(draft, sheet, id, place);
};

export const deleteChart = (draft: Draft, sheet: string, id: string): void => {
  chartIn(draft, sheet, id);
  assertMayMove(draft, sheet);
  const { activeChart, charts } = sheetIn(draft, sheet);
  updateSheet(draft, sheet, {
    ...(activeChart === id ? { activeChart: undefined } : {}),
    charts: charts.filter((one) => one.id !== id),
  });
  draft.happenings.push({ kind: "chart", sheet, chart: id, what: "deleted" });
};
