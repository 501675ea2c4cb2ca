/** A selected range as a list of plan items: what each column is taken for, guessed and changed by a person, and the table that follows. */
import { overNumbers, readCsvColumn, readCsvColumns, type CsvColumn } from "../../intake/csv/columns";
import { foldSpaces } from "../../plan/text-width";
import { formatYear, parseYear } from "../../plan/year";

import { cellIn, rowAt } from "../cell-values";

export type Cell = string | number | boolean;

export interface ColumnChoice {
  kind: ColumnKind;
  /** Of a level: what the level is called. */
  level: string;
  /** Of a target or an actual, as typed. */
  year: string;
}

export type ColumnKind = (typeof columnKinds)[number]["kind"];

/** In the order a person looks for them. `title` is the one the table reader knows. */
export const columnKinds = [
  { kind: "skip", name: "取り込まない", title: "" },
  { kind: "level", name: "階層・項目の名前", title: "" },
  { kind: "number", name: "番号", title: "番号" },
  { kind: "departments", name: "担当課", title: "担当課" },
  { kind: "indicator", name: "指標", title: "指標" },
  { kind: "unit", name: "単位", title: "単位" },
  { kind: "direction", name: "方向（増やす・減らす）", title: "方向" },
  { kind: "baseline", name: "基準値", title: "基準値" },
  { kind: "baselineYear", name: "基準年度", title: "基準年度" },
  { kind: "target", name: "目標値（年度を指定）", title: "目標値" },
  { kind: "actual", name: "実績値（年度を指定）", title: "実績値" },
  { kind: "year", name: "年度（行ごと）", title: "年度" },
  { kind: "targetOfRow", name: "目標値（行の年度）", title: "目標値" },
  { kind: "actualOfRow", name: "実績値（行の年度）", title: "実績値" },
  { kind: "indicatorKind", name: "種別", title: "種別" },
  { kind: "method", name: "方法", title: "方法" },
  { kind: "cumulative", name: "累計", title: "累計" },
  { kind: "note", name: "注記", title: "注記" },
  { kind: "sameAs", name: "再掲元", title: "再掲" },
  { kind: "detail", name: "取組内容", title: "取組内容" },
  { kind: "progressMark", name: "進捗区分（A〜E）", title: "進捗区分" },
  { kind: "workMark", name: "取組区分（あ〜お）", title: "取組区分" },
  { kind: "courseMark", name: "今後の方向性（ア〜オ）", title: "今後の方向性" },
] as const;

const titleOf = Object.fromEntries(columnKinds.map(({ kind, title }) => [kind, title])) as Record<
  ColumnKind,
  string
>;

export interface Columns {
  /** The row the titles stand in, from 0; -1: the range has no titles. */
  header: number;
  choices: ColumnChoice[];
}

const skip: ColumnChoice = { kind: "skip", level: "", year: "" };

const markKinds: Record<(CsvColumn & { kind: "mark" })["scale"], ColumnKind> = {
  進捗区分: "progressMark",
  取組区分: "workMark",
  今後の方向性: "courseMark",
};

/** What the columns seem to be. Guessed from the titles first, where they say nothing from what stands below. */
export function guessColumns(
  values: readonly (readonly Cell[])[],
  header: number = headerRow(values),
): Columns {
  const titles = rowAt(values, header);
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  const body = values.slice(header + 1);
  const choices = Array.from({ length: width }, (_, at): ColumnChoice => {
    const title = textOf(titles[at]);
    const texts = body.map((row) => textOf(row[at])).filter((text) => text !== "");
    const column = title === "" ? null : overNumbers(readCsvColumn(title), texts);
    // 目標 over numbers: whose year it is, only a person knows.
    if (column?.kind === "target" && column.year === null && !hasRowYears(titles))
      return { ...skip, kind: "target" };
    return (column === null ? null : choiceOf(column)) ?? guessFrom(title, texts);
  });
  return { header, choices: named(withLevel(choices, values, header)) };
}

function hasRowYears(titles: readonly Cell[]): boolean {
  return titles.some((title) => readCsvColumn(textOf(title)).kind === "year");
}

/** The first row whose titles are known; else the first with texts in most of its cells. */
export function headerRow(values: readonly (readonly Cell[])[]): number {
  const head = values.slice(0, 10);
  const known = head.findIndex((row) => readCsvColumns(row.map(textOf)) !== null);
  if (known >= 0) return known;
  const some = head.findIndex((row) => row.some((cell) => choiceOf(readCsvColumn(textOf(cell))) !== null));
  if (some >= 0) return some;
  return head.findIndex((row) => {
    const filled = row.filter((cell) => textOf(cell) !== "");
    return filled.length > 1 && filled.every((cell) => typeof cell === "string");
  });
}

function choiceOf(column: CsvColumn): ColumnChoice | null {
  switch (column.kind) {
    case "level":
      return { ...skip, kind: "level", level: column.level };
    case "target":
      return column.year === null
        ? { ...skip, kind: "targetOfRow" }
        : { ...skip, kind: "target", year: formatYear(column.year) };
    case "actual":
      return column.year === null
        ? { ...skip, kind: "actualOfRow" }
        : { ...skip, kind: "actual", year: formatYear(column.year) };
    case "mark":
      return { ...skip, kind: markKinds[column.scale] };
    case "computed":
    case "id":
    case "remark":
      return skip;
    case "other":
      return null;
    default:
      return { ...skip, kind: column.kind };
  }
}

const department = /(?:課|室|局|係|センター|事務所|委員会)$/;
const unit =
  /^(?:[%％‰人件回世帯円台校団体社点位戸本枚冊日歳棟隻頭]|千円|万円|百万円|億円|か所|箇所|ヶ所|ヵ所|時間|㎡|ha|km|kg|t)$/i;

/** 所属 of an unknown title: most cells end with 課. */
function guessFrom(title: string, texts: readonly string[]): ColumnChoice {
  const most = (is: RegExp): boolean =>
    texts.length > 0 && texts.filter((text) => is.test(foldSpaces(text))).length * 2 > texts.length;
  if (most(department)) return { ...skip, kind: "departments" };
  if (most(unit)) return { ...skip, kind: "unit" };
  if (/番号|No|№/i.test(title)) return { ...skip, kind: "number" };
  if (/指標/.test(title)) return { ...skip, kind: "indicator" };
  if (/名$|名称|事業|取組|取り組み|施策|項目/.test(title)) return { ...skip, kind: "level", level: "" };
  return skip;
}

function hasLevel(choices: readonly ColumnChoice[]): boolean {
  return choices.some(({ kind }) => kind === "level");
}

/**
 * A list has to be a list of something: a column of words that nothing else explains and that names every row anew. What
 * stands before it with gaps or repeats is a heading, as is a known level beside it that does not name every row. Where no
 * column names every row, the first one of words has to do.
 */
function withLevel(
  choices: readonly ColumnChoice[],
  values: readonly (readonly Cell[])[],
  header: number,
): ColumnChoice[] {
  const rows = values.slice(header + 1).filter((row) => row.some((cell) => textOf(cell) !== ""));
  const filledIn = (column: number): Cell[] =>
    rows.map((row) => cellIn(row, column)).filter((cell) => textOf(cell) !== "");
  const namesRows = (column: number): boolean =>
    rows.length > 0 && new Set(filledIn(column).map(textOf)).size === rows.length;
  const ofWords = [...choices.keys()].filter((column) => {
    const filled = filledIn(column);
    const words = filled.filter((cell) => typeof cell === "string" && /\p{L}{2}/u.test(cell));
    return choices[column]?.kind === "skip" && filled.length > 0 && words.length * 2 > filled.length;
  });
  const lastLevel = choices.map(({ kind }) => kind).lastIndexOf("level");
  if (lastLevel >= 0) {
    const below = lastLevel + 1;
    // Where indicators have a column of their own, it is they who name the rows.
    const wanted = !namesRows(lastLevel) && choices.every(({ kind }) => kind !== "indicator");
    if (!wanted || !ofWords.includes(below) || !namesRows(below)) return [...choices];
    return choices.map((choice, column) => (column === below ? { ...skip, kind: "level" } : choice));
  }
  const item = ofWords.find(namesRows) ?? ofWords[0] ?? -1;
  return choices.map((choice, column) =>
    column <= item && ofWords.includes(column) ? { ...skip, kind: "level" } : choice,
  );
}

/** Levels without a name of their own: the last is the item, those above are headings. */
function named(choices: readonly ColumnChoice[]): ColumnChoice[] {
  const levels = choices.filter(({ kind }) => kind === "level");
  return choices.map((choice) => {
    if (choice.kind !== "level" || choice.level !== "") return choice;
    const place = levels.indexOf(choice);
    return { ...choice, level: place === levels.length - 1 ? "取組項目" : `見出し${place + 1}` };
  });
}

/** What keeps the columns from making a plan, each as a sentence. */
export function columnProblems({ choices }: Columns): string[] {
  const problems: string[] = [];
  if (!hasLevel(choices))
    problems.push("項目の名前の列がありません。どれかの列を「階層・項目の名前」にしてください。");
  choices.forEach(({ kind, year }, at) => {
    if ((kind === "target" || kind === "actual") && parseYear(year) === null)
      problems.push(`${at + 1}列目の年度を「令和3年度」のように入れてください。`);
  });
  const rowYear = choices.some(({ kind }) => kind === "year");
  if (!rowYear && choices.some(({ kind }) => kind === "targetOfRow" || kind === "actualOfRow"))
    problems.push("「行の年度」の目標値・実績値には、「年度（行ごと）」の列が要ります。");
  for (const { kind, name } of columnKinds) {
    if (["skip", "level", "target", "actual"].includes(kind)) continue;
    if (choices.filter((choice) => choice.kind === kind).length > 1)
      problems.push(`「${name}」の列が二つ以上あります。一つにしてください。`);
  }
  return problems;
}

/** The range as the table reader takes it: known titles, the chosen columns, values as they stand. */
export function tableText(values: readonly (readonly Cell[])[], { header, choices }: Columns): string {
  const kept = choices.flatMap((choice, at) => (choice.kind === "skip" ? [] : [{ choice, at }]));
  const levels = kept.filter(({ choice }) => choice.kind === "level");
  const titles = kept.map(({ choice }) => {
    switch (choice.kind) {
      case "level":
        return `階層${levels.findIndex((level) => level.choice === choice) + 1}:${choice.level.trim()}`;
      case "target":
      case "actual":
        return `${titleOf[choice.kind]} ${yearText(choice.year)}`;
      default:
        return titleOf[choice.kind];
    }
  });
  const rows = values
    .slice(header + 1)
    .map((row) => kept.map(({ at }) => textOf(row[at])))
    .filter((row) => row.some((text) => text !== ""));
  // A lone column is no table to the reader; an empty one beside it makes it one.
  const width = titles.length === 1 ? [...titles, "注記"] : titles;
  return [width, ...rows].map((row) => row.map(quoted).join("\t")).join("\n");
}

function yearText(typed: string): string {
  const year = parseYear(typed);
  return year === null ? typed : formatYear(year);
}

function quoted(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined || typeof cell === "boolean" ? "" : String(cell).trim();
}
