/** An indicator as its row says it: every cell that was not touched keeps what the plan prints, every other is read as typed. */

import type { Indicator, Year } from "../../plan/plan";
import { parseTarget } from "../../plan/target";
import { parseYear } from "../../plan/year";
import { isBlank, isErrorValue, printedOf, textOf } from "../cell-values";
import type { Column } from "../columns";
import type { Report } from "./headings";
import type { FoundRow } from "./row";
import { cumulativeOf, directionOf, methodOf } from "./words";

export function readIndicator(
  row: FoundRow,
  id: string,
  node: string,
  years: readonly Year[],
  report: Report,
): Indicator {
  const before = row.known?.kind === "indicator" ? row.known.indicator : null;
  const value = (column: Column, untouched: string | undefined): string =>
    before !== null && !row.changed(column) ? (untouched ?? "") : readValue(row, column, report);
  const word = (column: Column, untouched: string | null): string | null =>
    before !== null && !row.changed(column) ? untouched : readName(row, column, report);

  const targets: Record<string, string> = {};
  const actuals: Record<string, string> = {};
  for (const year of years) {
    const target = value({ kind: "target", year }, before?.targets[year]);
    if (target !== "") targets[year] = target;
    const actual = value({ kind: "actual", year }, before?.actuals?.[year]);
    if (actual !== "") actuals[year] = actual;
  }
  const method = readWord(
    row,
    { kind: "method" },
    before?.method ?? null,
    methodOf,
    "達成率 か 進捗率",
    report,
  );
  const indicator: Indicator = {
    id,
    node,
    name: word({ kind: "indicator" }, before?.name ?? null) ?? "",
    unit: word({ kind: "unit" }, before?.unit ?? null),
    direction: readWord(
      row,
      { kind: "direction" },
      before?.direction ?? null,
      directionOf,
      "増やす・減らす・維持・範囲 のどれか",
      report,
    ),
    kind: word({ kind: "indicatorKind" }, before?.kind ?? null),
    cumulative: readWord(
      row,
      { kind: "cumulative" },
      before?.cumulative ?? false,
      cumulativeOf,
      "○ か空白",
      report,
    ),
    note: word({ kind: "note" }, before?.note ?? null),
    baseline: readBaseline(row, before, value, report),
    targets,
  };
  if (Object.keys(actuals).length > 0 || before?.actuals !== undefined) indicator.actuals = actuals;
  if (method !== null) indicator.method = method;
  reportUnreadable(row, indicator, years, report);
  if (indicator.name === "") {
    report(
      row,
      { kind: "indicator" },
      "error",
      "値がありますが、指標の名前が空です。指標名を入力してください。",
    );
  }
  return indicator;
}

function readBaseline(
  row: FoundRow,
  before: Indicator | null,
  value: (column: Column, untouched: string | undefined) => string,
  report: Report,
): Indicator["baseline"] {
  const text = value({ kind: "baseline" }, before?.baseline?.text);
  const cell = row.cell({ kind: "baselineYear" });
  const touched = before === null || row.changed({ kind: "baselineYear" });
  const year = touched ? parseYear(cell) : (before.baseline?.year ?? null);
  if (touched && year === null && !isBlank(cell)) {
    report(
      row,
      { kind: "baselineYear" },
      "warning",
      `「${textOf(cell)}」を年度として読めません。令和元年度 のように入力してください。`,
    );
  }
  if (text !== "" || year !== null) return { year, text };
  // Some plans print a baseline and leave it blank.
  return before?.baseline?.text === "" ? before.baseline : null;
}

function readValue(row: FoundRow, column: Column, report: Report): string {
  const cell = row.cell(column);
  if (isErrorValue(cell)) {
    report(row, column, "error", `セルが ${String(cell)} になっています。値を入力し直してください。`);
    // An error where an actual is due is something entered that cannot be judged, not something still to be entered.
    return column.kind === "actual" ? String(cell) : "";
  }
  return printedOf(cell);
}

function readName(row: FoundRow, column: Column, report: Report): string | null {
  const cell = row.cell(column);
  if (isErrorValue(cell)) {
    report(row, column, "error", `セルが ${String(cell)} になっています。入力し直してください。`);
    return null;
  }
  return textOf(cell) || null;
}

function readWord<Value>(
  row: FoundRow,
  column: Column,
  untouched: Value,
  read: (words: string) => Value | undefined,
  expected: string,
  report: Report,
): Value {
  if (row.known?.kind === "indicator" && !row.changed(column)) return untouched;
  const words = textOf(row.cell(column));
  const value = read(words);
  if (value !== undefined) return value;
  report(row, column, "warning", `「${words}」を読めません。${expected}を入力してください。`);
  return untouched;
}

/** Words where the plan prints numbers: kept as typed, and said so. */
function reportUnreadable(row: FoundRow, indicator: Indicator, years: readonly Year[], report: Report): void {
  const numeric = Object.values(indicator.targets).some((target) => parseTarget(target).kind === "number");
  if (!numeric) return;
  for (const year of years) {
    const text = indicator.actuals?.[year];
    const cell = row.cell({ kind: "actual", year });
    // An error has been told as one.
    if (text === undefined || typeof cell === "number" || isErrorValue(cell)) continue;
    const { kind } = parseTarget(text);
    if (kind === "milestone" || kind === "comparison") {
      report(
        row,
        { kind: "actual", year },
        "warning",
        `「${text}」を数として読めません。数だけを入力してください（例：91.8）。`,
      );
    }
  }
}
