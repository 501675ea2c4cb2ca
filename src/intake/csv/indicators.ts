/** What a row says about an indicator, and whether it is one more year of the indicator above. */

import type { Baseline, Year } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import { parseYear } from "../../plan/year";
import { oneSpelling, readValueCell, saysCumulative, unitInName } from "../indicator-table/cell";
import { emptyIndicator } from "../layout";
import { printedName } from "../printed-name";
import { readDirection, readMethod, readYesNo, type CsvColumn } from "./columns";
import type { Field } from "./records";
import { warn, type Draft, type Item, type TableReading } from "./table-reading";

export function readIndicator(
  state: TableReading,
  cells: readonly { column: CsvColumn; field: Field }[],
): Draft | null {
  const indicator = emptyIndicator();
  const reads: Draft["reads"] = [];
  const units: (string | null)[] = [];
  let baselineYear: Year | null = null;
  let baseline: Baseline | null = null;
  const rowYear = cells.find((cell) => cell.column.kind === "year")?.field;
  const year = rowYear ? parseYear(rowYear.text) : null;
  if (rowYear && year === null)
    warn(
      state,
      rowYear.line,
      `${rowYear.line}行の年度「${rowYear.text.trim()}」が読めません。「令和3年度」のように書いてください。`,
    );
  for (const { column, field } of cells) {
    const said = field.text.trim();
    switch (column.kind) {
      case "indicator": {
        const { name, unit } = unitInName(printedName(said));
        indicator.name = name;
        units.push(unit);
        reads.push({ of: "name", field });
        break;
      }
      case "indicatorKind":
        indicator.kind = printedName(said);
        break;
      case "unit":
        indicator.unit = oneSpelling(printedName(said));
        break;
      case "direction":
        indicator.direction = readDirection(said);
        if (indicator.direction === null)
          warn(
            state,
            field.line,
            `${field.line}行の方向「${said}」が読めません。増やす・減らす・維持・範囲のどれかにしてください。`,
          );
        break;
      case "method": {
        const method = readMethod(said);
        if (method) indicator.method = method;
        else
          warn(
            state,
            field.line,
            `${field.line}行の方法「${said}」が読めません。達成率か進捗率にしてください。`,
          );
        break;
      }
      case "cumulative": {
        const answer = readYesNo(said);
        if (answer === null)
          warn(state, field.line, `${field.line}行の累計「${said}」が読めません。○ か空欄にしてください。`);
        indicator.cumulative = answer ?? false;
        break;
      }
      case "note":
        indicator.note = said;
        break;
      case "baselineYear":
        baselineYear = parseYear(said);
        if (baselineYear === null)
          warn(
            state,
            field.line,
            `${field.line}行の基準年度「${said}」が読めません。「令和元年度」のように書いてください。`,
          );
        break;
      case "baseline": {
        const value = readValueCell(said);
        units.push(value.unit);
        baseline = { year: column.year, text: value.text };
        reads.push({ of: "baseline", field });
        break;
      }
      case "target":
      case "actual": {
        const at = column.year ?? year;
        if (at === null) break;
        const value = readValueCell(said);
        units.push(value.unit);
        if (column.kind === "target") indicator.targets[at] = value.text;
        else indicator.actuals = { ...indicator.actuals, [at]: value.text };
        reads.push({ of: `${column.kind === "target" ? "targets" : "actuals"}/${at}`, field });
        break;
      }
      default:
        break;
    }
  }
  const hasValues = reads.some((read) => read.of !== "name");
  if (indicator.name === "" && !hasValues) return null;
  if (indicator.name === "") indicator.name = nameWhereBlank(state, cells);
  if (indicator.name === "") return null;
  indicator.unit ??= units.find((unit) => unit !== null) ?? null;
  indicator.cumulative ||= saysCumulative(indicator.name);
  if (baseline !== null) {
    const { year: printedYear, text }: Baseline = baseline;
    indicator.baseline = { year: printedYear ?? baselineYear, text };
  }
  return { id: null, indicator, reads };
}

/** A blank name means the indicator above, as long as the item goes on; else the item is measured itself. */
function nameWhereBlank(
  { lastItem, lastDraft }: TableReading,
  cells: readonly { column: CsvColumn; field: Field }[],
): string {
  const item = nameOfItem(cells);
  const goesOn = item === null || foldSpaces(item) === foldSpaces(lastItem?.twig.name ?? "");
  return (goesOn ? lastDraft?.indicator.name : null) ?? item ?? "";
}

/** A file without a column of indicator names measures the item itself. */
function nameOfItem(cells: readonly { column: CsvColumn; field: Field }[]): string | null {
  const named = cells.filter((cell) => cell.column.kind === "level");
  const last = named[named.length - 1];
  return last ? printedName(last.field.text) : null;
}

export function addDraft(item: Item, draft: Draft, id: Field | null): void {
  const last = item.indicators[item.indicators.length - 1];
  if (last && isSameIndicator(last, draft)) {
    Object.assign(last.indicator.targets, draft.indicator.targets);
    if (draft.indicator.actuals)
      last.indicator.actuals = { ...last.indicator.actuals, ...draft.indicator.actuals };
    last.reads.push(...draft.reads.filter((read) => /^(?:targets|actuals)\//u.test(read.of)));
    return;
  }
  draft.id = id ? id.text.trim() : null;
  item.indicators.push(draft);
}

/** A file with a row per year repeats the indicator: the years differ. */
function isSameIndicator(one: Draft, other: Draft): boolean {
  const years = (draft: Draft) => [
    ...Object.keys(draft.indicator.targets),
    ...Object.keys(draft.indicator.actuals ?? {}),
  ];
  return (
    foldSpaces(one.indicator.name) === foldSpaces(other.indicator.name) &&
    one.indicator.unit === other.indicator.unit &&
    years(other).length > 0 &&
    years(other).every((year) => !years(one).includes(year))
  );
}
