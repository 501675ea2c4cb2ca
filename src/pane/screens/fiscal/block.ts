/** The block that goes into a budget workbook: which cells, in which order, as formulas that stay alive or as values with their source. */
import { formatYear } from "../../../plan/year";
import { percentOf } from "../../../plan/percent";
import { type Year } from "../../../plan/plan";
import { printState } from "../../../plan/progress/rate";
import { type Block, type BlockCell } from "../../../sheets";
import { cellOf } from "../../../sheets/cell-values";
import { type BlockChoice, type Form } from "./block-choice";
import { type FiscalRow, type Line } from "./fiscal-rows";
import { formatOf, percentFormat } from "./number-format";
import { ratioFormat } from "./ratio-block";
import { spillCells } from "./spill-block";
import { planLabel, quotedText, type Source } from "./sources";

/** One line of numbers: a value for each year, and what it is called. */
interface Entry {
  plan: string;
  name: string;
  what: string;
  baseline: BlockCell;
  cells: BlockCell[];
}

/** null where nothing was chosen that could stand in a cell. */
export function blockOf(choice: BlockChoice, today: string): Block | null {
  if (choice.form === "table") {
    const cells = spillCells(choice);
    return cells === null ? null : { cells: withSources(cells, choice, today) };
  }
  const entries = choice.rows.flatMap((row) => entriesOf(row, choice));
  const years = choice.years.map(formatYear);
  const withBaseline = choice.series.includes("基準値");
  if (entries.length === 0 || years.length + Number(withBaseline) === 0) return null;
  const severalPlans = new Set(entries.map(({ plan }) => plan)).size > 1;
  const severalKinds = new Set(entries.map(({ what }) => what)).size > 1;
  const labels = (plan: string, name: string, what: string): string[] => [
    ...(severalPlans ? [plan] : []),
    name,
    ...(severalKinds ? [what] : []),
  ];
  const head: BlockCell[] = [
    ...labels("計画", "指標", "区分"),
    ...(withBaseline ? [baselineHeading(choice.rows)] : []),
    ...years,
  ];
  const lines = entries.map(({ plan, name, what, baseline, cells }): BlockCell[] => [
    ...(choice.headings ? labels(plan, name, what) : []),
    ...(withBaseline ? [baseline] : []),
    ...cells,
  ]);
  const across = choice.headings ? [head, ...lines] : lines;
  const turned = choice.direction === "across" ? across : transposed(across);
  return { cells: withSources(turned, choice, today) };
}

function transposed(rows: readonly BlockCell[][]): BlockCell[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}

function withSources(cells: BlockCell[][], choice: BlockChoice, today: string): BlockCell[][] {
  if (!choice.sourceLine) return cells;
  const width = cells[0]?.length ?? 1;
  const sources = [...new Map(choice.rows.map(({ source }) => [source.key, source])).values()];
  const lines = sources.map((source): BlockCell[] => [
    { text: sourceLine(source, choice, today) },
    ...Array.from({ length: width - 1 }, () => null),
  ]);
  return [...cells, ...lines];
}

/** 出典：加須市「…」令和3年度〜令和7年度（公表時、令和8年11月21日現在） */
export function sourceLine(
  source: Source,
  { years, form }: Pick<BlockChoice, "years" | "form">,
  today: string,
): string {
  const first = years[0];
  const last = years.at(-1);
  const span =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? formatYear(first)
        : `${formatYear(first)}〜${formatYear(last)}`;
  const origin = originOf(source);
  const when = form === "value" ? `${today}現在の値` : `${today}に挿入した数式`;
  return `出典：${planLabel(source.plan)}${span}（${origin}、${when}）`;
}

function originOf(source: Source): string {
  if (source.kind === "published") return "公表時";
  if (source.brought === null) return `このブックのシート「${source.sheet}」`;
  return `企画課のブック「${source.brought.file}」を${source.brought.date}に取り込み`;
}

/** Every row of the block has the same heading, so the year is there only where it is the same for all. */
function baselineHeading(rows: readonly FiscalRow[]): string {
  const years = new Set(rows.map(({ indicator }) => indicator.baseline?.year ?? null));
  const [only] = years;
  return years.size === 1 && only !== null && only !== undefined ? `基準値（${formatYear(only)}）` : "基準値";
}

function entriesOf(row: FiscalRow, { series, years, form }: BlockChoice): Entry[] {
  const { indicator, source } = row;
  const named = {
    plan: source.plan.municipality || source.plan.title,
    name: indicator.unit === null ? indicator.name : `${indicator.name}（${indicator.unit}）`,
  };
  const format = formatOf(row);
  const call = (name: string, year: string): BlockCell => ({
    formula: `=PLAN.${name}(${quotedText(row.formulaKey)},${year},${source.argument})`,
    format: name === "PROGRESS" ? percentFormat : format,
  });
  const live = (name: string, value: (year: Year) => BlockCell): BlockCell[] =>
    years.map((year) => (form === "formula" ? call(name, quotedText(formatYear(year))) : value(year)));
  const printed = (text: string | undefined, absent: string): BlockCell =>
    printedCell(text, absent, indicator.unit, format);
  const baseline: BlockCell =
    form === "formula" ? call("BASELINE", "") : printed(indicator.baseline?.text, "未設定");
  const entries: Entry[] = [];
  const add = (what: string, cells: BlockCell[]): void => {
    // The baseline is one value: it stands in the first line of its indicator.
    entries.push({ ...named, what, baseline: entries.length === 0 ? baseline : null, cells });
  };
  if (series.includes("目標値"))
    add(
      "目標値",
      live("TARGET", (year) => printed(indicator.targets[year], "未設定")),
    );
  // A published plan has no actuals: a row of 未入力 would say nothing.
  if (source.kind === "workbook") {
    if (series.includes("実績値"))
      add(
        "実績値",
        live("ACTUAL", (year) => printed(indicator.actuals?.[year], absentActual(row, year))),
      );
    if (series.includes("達成率"))
      add(
        "達成率",
        live("PROGRESS", (year) => rateCell(row, year)),
      );
  }
  if (series.includes("法定の基準"))
    for (const line of row.lines)
      add(
        `${line.kind}基準`,
        years.map(() => lineCell(row, line, form)),
      );
  if (entries.length === 0 && series.includes("基準値"))
    add(
      "基準値",
      years.map(() => null),
    );
  return entries;
}

function printedCell(
  text: string | undefined,
  absent: string,
  unit: string | null,
  format: string,
): BlockCell {
  if (text === undefined || text.trim() === "") return { text: absent };
  const value = cellOf(text, unit);
  return typeof value === "number" ? { number: value, format } : { text: value };
}

function absentActual({ years }: FiscalRow, year: Year): string {
  const rate = years.find((each) => each.year === year)?.rate;
  return rate?.kind === "state" && rate.state === "対象外" ? "対象外" : "未入力";
}

function rateCell({ years }: FiscalRow, year: Year): BlockCell {
  const rate = years.find((each) => each.year === year)?.rate;
  if (rate === undefined) return { text: "未入力" };
  if (rate.kind === "state") return { text: printState(rate) };
  const percent = percentOf(rate.value);
  // As printed, so that the cell says what was graded.
  return percent === null
    ? { text: "判定不能" }
    : { number: Number((percent / 100).toFixed(3)), format: percentFormat };
}

function lineCell({ ratio }: FiscalRow, { kind, line, scale }: Line, form: Form): BlockCell {
  if (line.kind === "state") return { text: printState(line) };
  const format = ratioFormat(ratio);
  const size = line.from === "算式" ? (scale === null ? null : `,${scale}`) : "";
  // A 公表値 is the municipality's own: no function knows it.
  return form === "value" || line.from === "公表値" || size === null
    ? { number: Number(line.printed), format }
    : { formula: `=PLAN.LIMIT(${quotedText(ratio.name)},${quotedText(kind)}${size})`, format };
}
