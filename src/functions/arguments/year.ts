/** The 年度 argument: how a cell becomes a fiscal year, and which year is meant where none is given. */
import { type Year } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import { formatYear, parseYear } from "../../plan/year";
import { type Refusal, wrongUse } from "../definition";
import { type GivenCell, omitted } from "../each-cell";
import { type SourcePlan } from "../plans/source-plan";
import { evaluationYear } from "../plans/workbook-plans";
import { errorIn, quoted, readCell, zeroHint } from "./cell";

/** What a budget book writes behind a year to say which of its columns this is: 令和3年度決算, R5当初予算（案）, 令和6年度末. */
const columnWords =
  /\(?(?:末|決算|(?:当初|補正後?|最終|現計)?予算|見込み?|実績|目標|計画)(?:額|値|案|\(案\))?\)?$/u;

/** The 年度 of a heading as well as of a year alone. */
export function yearWritten(value: unknown): Year | null {
  const year = parseYear(value);
  if (year !== null || typeof value !== "string" || value.length > 100) return year;
  const written = foldSpaces(value);
  const rest = written.replace(columnWords, "");
  // 決算見込 is two of them.
  return rest === written ? null : yearWritten(rest);
}

/** A sheet asks for the same few years over and over. */
const readBefore = new Map<string | number, Year>();

export function yearOf(cell: GivenCell, source: SourcePlan): Year | Refusal {
  if (cell === omitted) return defaultYear(source);
  if (typeof cell === "string" || typeof cell === "number") {
    const known = readBefore.get(cell);
    if (known !== undefined) return known;
  }
  return readYear(cell);
}

export function readYear(cell: Exclude<GivenCell, typeof omitted>): Year | Refusal {
  const reading = readCell(cell);
  switch (reading.kind) {
    case "blank":
      return wrongUse("年度のセルが空白です。「令和5年度」「R5」「2023」のように入力してください。");
    case "error":
      return errorIn("年度", reading.shown);
    case "value": {
      const { value } = reading;
      const year = yearWritten(value);
      if (year === null) {
        return wrongUse(
          `${quoted(value)}は年度として読めません。「令和5年度」「R5」「2023」のように入力してください。${zeroHint(value)}`,
        );
      }
      if (typeof value !== "boolean" && readBefore.size < 1000) readBefore.set(value, year);
      return year;
    }
  }
}

/**
 * Without 年度: 評価年度 of this workbook; where it has none, the last year of the plan's period.
 * An 評価年度 outside the period is somebody else's: said, not guessed.
 */
export function defaultYear({ plan, label }: SourcePlan): Year | Refusal {
  const [first, last] = plan.period;
  const evaluated = evaluationYear();
  if (evaluated === null) return last;
  if (evaluated >= first && evaluated <= last) return evaluated;
  return wrongUse(
    `このブックの評価年度（${formatYear(evaluated)}）は、${label}の期間（${formatYear(first)}〜${formatYear(last)}）の外です。年度を指定してください。`,
  );
}
