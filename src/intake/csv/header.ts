/** The header row of a table: which of the first lines it is, what its columns are, and what is to be said about it. */

import type { Problem } from "../../plan/plan";
import { isBlank, type Line } from "../lines";
import { levelsOf, overNumbers, readCsvColumns, titlesOfTwoRows, type CsvColumn } from "./columns";
import { readRecords, separatorOf, type CsvRecord, type Separator } from "./records";

/** A title or a note may stand above the header row. */
const headerReach = 5;

/** Records enough to tell a table from a text that happens to have a table near its beginning. */
const sample = 200;

export interface Table {
  columns: CsvColumn[];
  record: CsvRecord;
  rows: CsvRecord[];
  unclosed: number | null;
}

export function recognises(lines: readonly Line[]): number {
  const start = firstPrinted(lines).find((line) => headerIn(line) !== null);
  const header = start ? headerIn(start) : null;
  if (!start || !header) return 0;
  const from = lines.indexOf(start);
  const { records } = readRecords(lines.slice(from, from + sample), header.separator);
  const divided = records.filter((record) => record.fields.length > 1).length;
  if (divided < records.length * 0.7) return 0.3;
  return levelsOf(header.columns).length > 0 ? 0.9 : 0.7;
}

export function openTable(lines: readonly Line[]): Table | null {
  for (const line of firstPrinted(lines)) {
    const separator = separatorOf(line.text);
    if (!separator) continue;
    const { records, unclosed } = readRecords(lines.slice(lines.indexOf(line)), separator);
    const [record, ...rows] = records;
    if (!record) continue;
    const titles = record.fields.map((field) => field.text);
    const columns = readCsvColumns(titles);
    if (!columns) continue;
    const [second, ...rest] = rows;
    const below = second
      ? titlesOfTwoRows(
          titles,
          second.fields.map((field) => field.text),
        )
      : null;
    const merged = below ? readCsvColumns(below) : null;
    if (second && merged) {
      return {
        columns: ofBody(merged, rest),
        record: { ...record, last: second.last },
        rows: rest,
        unclosed,
      };
    }
    return { columns: ofBody(columns, rows), record, rows, unclosed };
  }
  return null;
}

function ofBody(columns: readonly CsvColumn[], rows: readonly CsvRecord[]): CsvColumn[] {
  return columns.map((column, at) =>
    overNumbers(
      column,
      rows.map(({ fields }) => fields[at]?.text ?? ""),
    ),
  );
}

export function headerProblems(table: Table): Problem[] {
  const problems: Problem[] = [];
  const line = table.record.first;
  const others = table.columns.flatMap((column) =>
    column.kind === "other" && column.title !== "" ? [column.title] : [],
  );
  if (others.length > 0) {
    const named = others.map((title) => `「${title}」`).join("、");
    problems.push({
      severity: "warning",
      line,
      message: `${line}行の見出し${named}の列は取り込みません。必要なら、列の意味を選ぶか、見出しを計画の列の名前に直してください。`,
    });
  }
  if (levelsOf(table.columns).length === 0 && table.columns.some(({ kind }) => kind === "indicator")) {
    problems.push({
      severity: "warning",
      line,
      message: `${line}行の見出しに取組の名称の列がないので、すべての指標を一つの「（見出しなし）」にまとめ、担当課もそこにまとめます。取組ごとに分けるには、取組項目の列を足してください。`,
    });
  }
  if (table.unclosed !== null) {
    problems.push({
      severity: "warning",
      line: table.unclosed,
      message: `${table.unclosed}行の引用符「"」が閉じられていません。この行から後の引用符は文字として読みました。`,
    });
  }
  const yearless = table.columns.some(
    (column) => (column.kind === "target" || column.kind === "actual") && column.year === null,
  );
  if (yearless && !table.columns.some((column) => column.kind === "year")) {
    problems.push({
      severity: "warning",
      line,
      message: `${line}行の見出しの目標値・実績値に年度がないので、その列は取り込めません。「目標値 令和3年度」のように書いてください。`,
    });
  }
  return problems;
}

function headerIn(line: Line): { columns: CsvColumn[]; separator: Separator } | null {
  const separator = separatorOf(line.text);
  const [record] = separator ? readRecords([line], separator).records : [];
  const columns = record ? readCsvColumns(record.fields.map((field) => field.text)) : null;
  return columns && separator ? { columns, separator } : null;
}

function firstPrinted(lines: readonly Line[]): Line[] {
  const heads: Line[] = [];
  for (const line of lines) {
    if (heads.length >= headerReach) break;
    if (!isBlank(line)) heads.push(line);
  }
  return heads;
}
