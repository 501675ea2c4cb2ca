/** What may be entered in a plan's table: drop-downs, and a question where a percentage looks like a share. */

import type { Plan } from "../../plan/plan";
import { parseTarget } from "../../plan/target";
import { type Area, columnName } from "../address";
import { directionWords, letterChoices, methodWords, YES } from "../plan-cells";
import type { Row } from "../rows";
import type { PlanSheetParts } from "./plan-parts";
import { runsBy } from "./runs";
import type { SheetSpec, ValidationSpec } from "./sheet-spec";

const offeredMilestones = ["達成", "一部達成", "未達成"];

export function validationsOf(
  plan: Plan,
  { columns, rows }: PlanSheetParts,
  body: Area,
): SheetSpec["validations"] {
  const letters = letterChoices(plan);
  const list = (
    at: number,
    choices: readonly string[],
    title: string,
    message: string,
  ): SheetSpec["validations"][0] => ({
    area: { ...body, column: at, columns: 1 },
    rule: { kind: "list", choices: [...choices], title, message, strict: false },
  });
  const unitAt = columns.findIndex(({ kind }) => kind === "unit");
  const milestones = milestoneRuns(rows);
  return columns.flatMap((column, at): SheetSpec["validations"] => {
    switch (column.kind) {
      case "direction":
        return [list(at, Object.values(directionWords), "方向", "増やす・減らす・維持・範囲 から選びます。")];
      case "method":
        return [
          list(
            at,
            methodWords,
            "方法",
            "空白なら、年度の目標があれば達成率、最終目標だけなら進捗率で計算します。",
          ),
        ];
      case "cumulative":
        return [list(at, [YES], "累計", "計画の初めからの合計で表す指標に ○ を付けます。")];
      case "mark":
        return [
          list(
            at,
            letters.get(column.scale) ?? [],
            column.scale,
            "記号を選びます。複数のときは「、」で区切って入力します。",
          ),
        ];
      case "target":
        return [
          { area: { ...body, column: at, columns: 1 }, rule: numberRule(unitAt, at, body.row, "目標値") },
        ];
      case "actual":
        return [
          { area: { ...body, column: at, columns: 1 }, rule: numberRule(unitAt, at, body.row, "実績値") },
          ...milestones.map(({ first, count, words }) => ({
            area: { ...body, row: body.row + first, rows: count, column: at, columns: 1 },
            rule: {
              kind: "list" as const,
              choices: [...new Set([...words, ...offeredMilestones])],
              title: "実績",
              message: "到達したところを選ぶか、言葉で入力します。",
              strict: false,
            },
          })),
        ];
      default:
        return [];
    }
  });
}

/** Excel's own validation cannot see what is pasted: it helps whoever types, the pane's 点検 is the proof. */
function numberRule(unitAt: number, at: number, row: number, what: string): ValidationSpec {
  const unit = `$${columnName(unitAt)}${row + 1}`;
  const cell = `${columnName(at)}${row + 1}`;
  return {
    kind: "custom",
    // IF, because OR works out every part: ABS of 「－」 or 「実施」 would be an error, and Excel would ask about those too.
    formula: `=IF(ISNUMBER(${cell}),OR(AND(${unit}<>"％",${unit}<>"%"),${cell}=0,ABS(${cell})>=1),TRUE)`,
    title: what,
    message: "数は単位を付けずに入力します。％ の指標は 91.8 のように入力（% は付けない）。",
    error:
      "0.5 のような値は 50 ％ の意味ではありませんか。％ の指標は 50 のように入力します。このまま入力しますか。",
  };
}

/** Rows whose targets are words, next to each other and with the same words. */
function milestoneRuns(rows: readonly Row[]): { first: number; count: number; words: string[] }[] {
  const wordsOf = (row: Row): string => {
    if (row.kind !== "indicator") return "";
    const kinds = Object.values(row.indicator.targets).map(parseTarget);
    if (!kinds.some(({ kind }) => kind === "milestone")) return "";
    const words = kinds.flatMap((target) => (target.kind === "milestone" ? target.words : []));
    // A list in a cell takes 255 characters, and a comma would split a word in two.
    return [...new Set(words)]
      .filter((word) => !/[,，]/.test(word) && word.length <= 30)
      .slice(0, 6)
      .join("\n");
  };
  return runsBy(rows, wordsOf).flatMap(([first, count, words]) =>
    words === "" ? [] : [{ first, count, words: words.split("\n") }],
  );
}
