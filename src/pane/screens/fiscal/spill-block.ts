/** One =PLAN.TABLE per plan: its formula, and the room its result takes, so that nothing stands in its way. */
import { formatYear } from "../../../plan/year";
import { type BlockCell } from "../../../sheets";
import { type BlockChoice } from "./block-choice";
import { type FiscalRow } from "./fiscal-rows";
import { formatOf, percentFormat } from "./number-format";
import { quotedText } from "./sources";

/** What PLAN.TABLE calls them; the statutory lines are none of a plan's. */
const fields = ["基準値", "目標値", "実績値", "達成率"] as const;

/** 指標 and 単位 stand in front of the numbers. */
const labels = 2;

export function spillCells(choice: Pick<BlockChoice, "rows" | "years" | "series">): BlockCell[][] | null {
  const bySource = new Map<string, FiscalRow[]>();
  for (const row of choice.rows) bySource.set(row.source.key, [...(bySource.get(row.source.key) ?? []), row]);
  const blocks = [...bySource.values()].flatMap((rows) => {
    const block = ofOnePlan(rows, choice);
    return block === null ? [] : [block];
  });
  if (blocks.length === 0) return null;
  const width = Math.max(...blocks.map((block) => block[0]?.length ?? 0));
  return blocks.flatMap((block) => block.map((row) => padded(row, width)));
}

function ofOnePlan(
  rows: readonly FiscalRow[],
  { years, series }: Pick<BlockChoice, "years" | "series">,
): BlockCell[][] | null {
  const source = rows[0]?.source;
  if (source === undefined || years.length === 0) return null;
  const wanted = fields.filter(
    (field) =>
      series.includes(field) && (source.kind === "workbook" || field === "基準値" || field === "目標値"),
  );
  if (wanted.length === 0) return null;
  const columns = wanted.flatMap((field) => (field === "基準値" ? [field] : years.map(() => field)));
  const formula = [
    column(rows.map(({ formulaKey }) => formulaKey)),
    line(years.map(formatYear)),
    line(wanted),
    source.argument,
  ].join(",");
  const head: BlockCell[] = [
    { formula: `=PLAN.TABLE(${formula})` },
    ...Array.from({ length: labels - 1 + columns.length }, () => null),
  ];
  // The result falls into these cells; only its number formats are written.
  const body = rows.map((row): BlockCell[] => [
    ...Array.from({ length: labels }, () => null),
    ...columns.map((field) => ({
      formula: "",
      format: field === "達成率" ? percentFormat : formatOf(row),
    })),
  ]);
  return [head, ...body];
}

function column(texts: readonly string[]): string {
  return constant(texts, ";");
}

function line(texts: readonly string[]): string {
  return constant(texts, ",");
}

function constant(texts: readonly string[], separator: string): string {
  const quoted = texts.map(quotedText);
  return quoted.length === 1 ? (quoted[0] ?? '""') : `{${quoted.join(separator)}}`;
}

function padded(row: readonly BlockCell[], width: number): BlockCell[] {
  return [...row, ...Array.from({ length: width - row.length }, () => null)];
}
