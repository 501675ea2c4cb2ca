/** A document a person wants to make a plan of: what was read in it, and the text around each thing that could not be read. */
import { type Intake } from "../../../intake";
import { cellsOf } from "../../../intake/csv/cells";
import { layoutNames } from "../../../intake/layout-names";
import { type Plan, type Problem } from "../../../plan/plan";

export interface ReadDocument {
  /** 計画書.txt, 貼り付けた文章, 選択範囲 加須市!A1:F20 */
  name: string;
  /** null for a selection: its cells are on the screen already. */
  text: string;
  plan: Plan | null;
  kind: Intake["kind"] | "workbook";
  problems: Problem[];
}

export const kindNames = {
  ...layoutNames,
  workbook: "計画アドインのブック（.xlsx）",
} as const satisfies Record<NonNullable<ReadDocument["kind"]>, string>;

export interface ShownLine {
  number: number;
  text: string;
  /** The line the problem speaks of. */
  meant: boolean;
}

/** The cells of a text whose columns a person can explain; null for every other document. */
export function explainableCells({ kind, text }: Pick<ReadDocument, "kind" | "text">): string[][] | null {
  return kind === "csv" || kind === null ? cellsOf(text) : null;
}

/** The line and its neighbours, numbered as an editor numbers them. */
export function linesAround(text: string, line: number, reach = 2): ShownLine[] {
  const lines = text.replace(/^\uFEFF/, "").split(text.includes("\n") ? /\r?\n/ : /\r/);
  const from = Math.max(1, line - reach);
  const to = Math.min(lines.length, line + reach);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => ({
    number: from + n,
    text: (lines[from + n - 1] ?? "").replaceAll("\f", ""),
    meant: from + n === line,
  }));
}

/** Errors first, then in the order of the text. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const rank = ({ severity }: Problem): number => (severity === "error" ? 0 : 1);
  return [...problems].sort((one, other) => rank(one) - rank(other) || (one.line ?? 0) - (other.line ?? 0));
}

/** Read by Excel itself, not as a text. */
export function isWorkbookFile(name: string): boolean {
  return /\.xls[xm]$/i.test(name);
}

/** Files that hold a table or a text but not as text: what to do instead. */
export function refusalForFile({ name, size }: { name: string; size: number }): string | null {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? "";
  if (["xls", "xlsb", "ods"].includes(ending))
    return `「${name}」はこのままでは読めない表計算のファイルです。Excel で開き、「Excel ブック（.xlsx）」として保存し直してから選んでください。`;
  if (["pdf", "doc", "docx", "rtf", "jtd"].includes(ending))
    return `「${name}」はそのままでは読めません。文章をすべて選んでコピーし、下の欄に貼り付けてください。`;
  if (["png", "jpg", "jpeg", "gif", "zip", "exe"].includes(ending))
    return `「${name}」は文章のファイルではありません。JSON、CSV、TSV、テキストのどれかを選んでください。`;
  if (size > largest)
    return `「${name}」は大きすぎます（${Math.round(size / 1_000_000)} MB）。${largest / 1_000_000} MB までのファイルに分けてください。`;
  if (size === 0) return `「${name}」は空のファイルです。中身を確かめてください。`;
  return null;
}

const largest = 20_000_000;
