/** Charts of a sheet: finding, changing, placing and deleting one. */
import { refuse } from "../../refusal";
import type { Chart } from "./chart";
import { sheetIn, updateSheet, type Draft } from "../draft";

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

/** A chart comes to be the one worked on, or none: the sheet's cells are then. */
export const selectChart = (draft: Draft, sheet: string, id: string | undefined): void => {
  const { activeChart } = sheetIn(draft, sheet);
  if (id !== undefined) chartIn(draft, sheet, id);
  if (activeChart === id) return;
  updateSheet(draft, sheet, { activeChart: id });
  const tell = (chart: string | undefined, what: "activated" | "deactivated") =>
    chart !== undefined && draft.happenings.push({ kind: "chart", sheet, chart, what });
  tell(activeChart, "deactivated");
  tell(id, "activated");
};

export const deleteChart = (draft: Draft, sheet: string, id: string): void => {
  chartIn(draft, sheet, id);
  assertMayMove(draft, sheet);
  if (sheetIn(draft, sheet).activeChart === id) selectChart(draft, sheet, undefined);
  updateSheet(draft, sheet, { charts: sheetIn(draft, sheet).charts.filter((one) => one.id !== id) });
  draft.happenings.push({ kind: "chart", sheet, chart: id, what: "deleted" });
};
