/** =PLAN.SUMMARY: counts and shares per grade, a line for each heading of a level, each 担当課, and the whole plan. */
import { foldKey } from "../../plan/keys/text";
import { itemRolls, NO_DEPARTMENT, type PlanSummary, type Roll } from "../../plan/summary/summary";
import { gradeCell } from "../answers/grade";
import { rateCell } from "../answers/rate";
import { summaryOf } from "../answers/summary";
import { errorIn, quoted, readCell } from "../arguments/cell";
import { yearOf } from "../arguments/year";
import {
  type Answer,
  type Argument,
  type Definition,
  isRefusal,
  notThere,
  type Refusal,
  type Scalar,
  wrongUse,
} from "../definition";
import { isOmitted, oneCell, onlyCell, several } from "../each-cell";
import { errorMeanings, spillErrors } from "../help/errors";
import { type Chosen, soon, whichPlan } from "../plans/which-plan";
import { onlyPlan } from "../subjects/subject";
import { planParameter, yearParameter } from "./parameters";

interface Lines {
  title: string;
  rows: readonly Roll[];
  total: Roll;
}

function linesOf(level: Argument, summary: PlanSummary, levels: readonly string[]): Lines | Refusal {
  if (isOmitted(level)) return { title: summary.level ?? "区分", rows: summary.rows, total: summary.total };
  const only = onlyCell(level);
  if (only === null) return wrongUse("階層は1つのセルか文字で指定してください。");
  const reading = readCell(only.cell);
  if (reading.kind === "blank")
    return wrongUse("階層のセルが空白です。階層の名を入力するか、引数ごと省いてください。");
  if (reading.kind === "error") return errorIn("階層", reading.shown);
  const wanted = foldKey(String(reading.value));
  if (["担当課", "所管課", "担当"].includes(wanted)) {
    const { rows, total } = summary.departments;
    return rows.length === 0
      ? notThere("この計画には担当課がありません。階層の名を指定してください。")
      : { title: "担当課", rows, total };
  }
  const name = levels.find((each) => foldKey(each) === wanted);
  const headings = summary.headings.filter((heading) => heading.level === name);
  // Items are lines of their own where that is what the plan is made of.
  const rows = headings.length > 0 || name !== summary.itemLevel ? headings : itemRolls(summary);
  if (name !== undefined && rows.length > 0) return { title: name, rows, total: summary.total };
  const known = levels.filter(
    (each) => each === summary.itemLevel || summary.headings.some((heading) => heading.level === each),
  );
  return notThere(
    `${quoted(reading.value)}という階層では集計できません。使えるのは${[...known, "担当課"].map((each) => `「${each}」`).join("、")}です。`,
  );
}

function gradeNames({ rows, total }: Lines): string[] {
  return [...new Set([total, ...rows].flatMap(({ grades }) => grades.map(({ name }) => name)))];
}

function lineOf(roll: Roll, grades: readonly string[], recorded: boolean): Answer[] {
  const called = roll.number === null ? roll.name : `${roll.number} ${roll.name}`;
  const counts: Scalar[] = [];
  const shares: Scalar[] = [];
  for (const name of grades) {
    const grade = roll.grades.find((each) => each.name === name);
    counts.push(grade?.count ?? 0);
    shares.push(grade?.share == null ? nothingJudged(roll) : grade.share);
  }
  const { 未入力, 対象外, 判定不能 } = roll.states;
  const ends: Scalar[] = recorded ? [] : [rateCell(roll.rate), gradeCell(roll.grade)];
  return [called, roll.n, roll.judged, ...counts, ...shares.map(asShare), 未入力, 対象外, 判定不能, ...ends];
}

/** 33.3 % as printed is 0.333 in the cell. */
function asShare(share: Scalar): Scalar {
  return typeof share === "number" ? Math.round(share * 10) / 1000 : share;
}

/** A share of nothing is not 0 %. */
function nothingJudged({ states }: Roll): Scalar {
  if (states.未入力 > 0) return "未入力";
  return states.判定不能 > 0 || states.対象外 === 0 ? "判定不能" : "対象外";
}

function summaryTable(level: Argument, year: Argument, chosen: Chosen): Answer[][] | Refusal {
  const source = onlyPlan(chosen);
  if (isRefusal(source)) return source;
  const only = oneCell(year);
  if (only === several) return wrongUse("年度は1つのセルか文字で指定してください。");
  const when = yearOf(only, source);
  if (typeof when !== "number") return when;
  const summary = summaryOf(source, when);
  const lines = linesOf(level, summary, source.plan.levels);
  if (isRefusal(lines)) return lines;
  const grades = gradeNames(lines);
  const recorded = summary.basis === "recorded";
  const head = [
    lines.title,
    `${summary.itemLevel === "" ? "項目" : summary.itemLevel}数`,
    "判定済",
    ...grades,
    ...grades.map((name) => `${name} 割合`),
    "未入力",
    "対象外",
    "判定不能",
    ...(recorded ? [] : ["達成率", "評価"]),
  ];
  return [head, ...[...lines.rows, lines.total].map((roll) => lineOf(roll, grades, recorded))];
}

export const summary: Definition = {
  id: "SUMMARY",
  description: "評価ごとの件数と割合を、階層や担当課ごとの表にして書き出します（スピル）。",
  parameters: [
    {
      name: "階層",
      description: "「目標」「施策」のような階層の名、または「担当課」。省くと、計画がまとめている階層です。",
      type: "any",
      matrix: true,
      optional: true,
    },
    yearParameter,
    planParameter,
  ],
  result: { type: "any", matrix: true },
  run: (level, year, plan) =>
    soon(whichPlan(plan, { workbook: true }), (chosen) =>
      isRefusal(chosen) ? chosen : summaryTable(level, year, chosen),
    ),
  help: {
    text: `取組の数、判定済の数、評価ごとの件数と割合、未入力・対象外・判定不能の数、達成率の平均と評価を、見出しと合計の行を付けて書き出します。割合は判定済に対するもので、0.833 のような数です（表示形式を「0.0%」に）。再掲は1つと数えます。担当課ごとでは、2つの課が担当する取組はそれぞれに数えるので、最後の行は「合計（延べ）」です。担当課のない取組は「${NO_DEPARTMENT}」にまとめます。評価を区分で記録している計画では、進捗区分の件数と割合です。`,
    examples: [
      {
        formula: '=PLAN.SUMMARY("目標","令和3",計画表)',
        result: [
          [
            "目標",
            "取組項目数",
            "判定済",
            "目標達成",
            "概ね達成",
            "やや遅れている",
            "大幅に遅れている",
            "目標達成 割合",
            "概ね達成 割合",
            "やや遅れている 割合",
            "大幅に遅れている 割合",
            "未入力",
            "対象外",
            "判定不能",
            "達成率",
            "評価",
          ],
          [
            "1 情報の発信",
            "3",
            "3",
            "2",
            "1",
            "0",
            "0",
            "66.7%",
            "33.3%",
            "0.0%",
            "0.0%",
            "0",
            "0",
            "0",
            "96.7%",
            "概ね達成できた",
          ],
          [
            "5 自治体経営",
            "2",
            "2",
            "0",
            "1",
            "1",
            "0",
            "0.0%",
            "50.0%",
            "50.0%",
            "0.0%",
            "0",
            "0",
            "0",
            "79.9%",
            "達成できなかった",
          ],
          [
            "合計",
            "5",
            "5",
            "2",
            "2",
            "1",
            "0",
            "40.0%",
            "40.0%",
            "20.0%",
            "0.0%",
            "0",
            "0",
            "0",
            "90.0%",
            "成果があった",
          ],
        ],
        explanation: "目標ごとの集計",
        sample: true,
      },
      {
        formula: '=ROWS(PLAN.SUMMARY("担当課","令和3",計画表))-2',
        result: "3",
        explanation: "担当課の数（見出しと合計を引く）",
        sample: true,
      },
      {
        formula: '=INDEX(PLAN.SUMMARY(,"令和3",計画表),2,2)',
        result: "3",
        explanation: "1つ目の目標の取組項目数",
        sample: true,
      },
      {
        formula: '=INDEX(PLAN.SUMMARY("章",,"入間市（公表時）"),2,4)',
        result: "2",
        explanation: "記録された進捗区分の集計。第1章の A の数",
      },
      {
        formula: '=ROWS(PLAN.SUMMARY("目標",,"加須市（公表時）"))',
        result: "7",
        explanation: "目標は5つ。見出しと合計を含む行数",
      },
    ],
    errors: [
      {
        shown: "#N/A",
        meaning: "その名の階層がないか、計画がありません。エラーの説明に、使える名が出ます。",
      },
      errorMeanings.blank,
      ...spillErrors,
    ],
  },
};
