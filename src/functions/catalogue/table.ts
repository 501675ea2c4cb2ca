/** =PLAN.TABLE: a block of indicators by years in one spill, for a budget workbook. */
import { type Year } from "../../plan/plan";
import { type Field, fieldNamed, targetField } from "../answers/field";
import { readYear } from "../arguments/year";
import { defaultYear } from "../arguments/year";
import {
  type Answer,
  type Argument,
  type Definition,
  isRefusal,
  type Refusal,
  wrongUse,
} from "../definition";
import { asMatrix, isOmitted } from "../each-cell";
import { keyErrors, spillErrors } from "../help/errors";
import { type Chosen, soon, whichPlan } from "../plans/which-plan";
import { indicatorOf } from "../subjects/indicator";
import { onlyPlan } from "../subjects/subject";
import { indicatorParameter, planParameter } from "./parameters";

function tableOf(
  keys: Argument,
  years: readonly Year[],
  wanted: readonly Field[],
  chosen: Chosen,
): Answer[][] {
  const columns = wanted.flatMap((field) =>
    // A baseline has no year: one column of it is enough.
    field.name === "基準値" ? [{ field, year: years[0] ?? 0 }] : years.map((year) => ({ field, year })),
  );
  const head: Answer[] = ["指標", "単位", ...columns.map(({ field, year }) => field.header(year))];
  const rows = asMatrix(keys)
    .flat()
    .map((key): Answer[] => {
      const of = indicatorOf(key, chosen);
      if (isRefusal(of)) return [typeof key === "object" ? "" : key, "", ...columns.map(() => of)];
      const { name, unit } = of.indicator;
      return [name, unit ?? "", ...columns.map(({ field, year }) => field.cell(of, year))];
    });
  return [head, ...rows];
}

function yearsOf(argument: Argument, chosen: Chosen): Year[] | Refusal {
  if (isOmitted(argument)) {
    const source = onlyPlan(chosen);
    const year = isRefusal(source) ? source : defaultYear(source);
    return typeof year === "number" ? [year] : year;
  }
  const years: Year[] = [];
  for (const cell of asMatrix(argument).flat()) {
    const year = readYear(cell);
    if (typeof year !== "number") return year;
    years.push(year);
  }
  return years;
}

function fieldsOf(argument: Argument): Field[] | Refusal {
  if (isOmitted(argument)) return targetField === undefined ? [] : [targetField];
  const fields: Field[] = [];
  for (const cell of asMatrix(argument).flat()) {
    const field = fieldNamed(cell);
    if (isRefusal(field)) return field;
    fields.push(field);
  }
  return fields;
}

export const table: Definition = {
  id: "TABLE",
  description: "指標と年度の一覧表を、見出しを付けて一度に書き出します（スピル）。",
  parameters: [
    {
      ...indicatorParameter,
      name: "指標の範囲",
      description: "指標の番号や名の並ぶ範囲。1つでもかまいません。",
    },
    {
      name: "年度の範囲",
      description: "年度の並ぶ範囲。1つでもかまいません。",
      type: "any",
      matrix: true,
      optional: false,
    },
    {
      name: "項目",
      description: "目標値・実績値・達成率・評価・基準値。範囲で複数も指定できます。省くと目標値です。",
      type: "any",
      matrix: true,
      optional: true,
    },
    planParameter,
  ],
  result: { type: "any", matrix: true },
  run: (keys, years, wanted, plan) => {
    if (isOmitted(keys)) return wrongUse("指標の範囲を指定してください。");
    const fields = fieldsOf(wanted);
    if (isRefusal(fields)) return fields;
    const workbook = isOmitted(years) || fields.some(({ name }) => name === "評価");
    return soon(whichPlan(plan, { workbook }), (chosen) => {
      if (isRefusal(chosen)) return chosen;
      const asked = yearsOf(years, chosen);
      return isRefusal(asked) ? asked : tableOf(keys, asked, fields, chosen);
    });
  },
  help: {
    text: "1行に1指標、1列に1年度の表を、見出し行と指標名・単位の列を付けて書き出します。予算書などのブックに数式1つで目標値の一覧を置けます。見つからない指標の行は #N/A になり、ほかの行はそのまま出ます。テーブルの中では使えません（Excel のスピルの制約です）。",
    examples: [
      {
        formula: '=PLAN.TABLE("経常収支比率","令和5",,"加須市（公表時）")',
        result: [
          ["指標", "単位", "目標値 令和5年度"],
          ["経常収支比率", "％", "91.6"],
        ],
        explanation: "指標1つ、年度1つ",
      },
      {
        formula: '=PLAN.TABLE(A2:A3,B1:C1,,"加須市（公表時）")',
        result: [
          ["指標", "単位", "目標値 令和3年度", "目標値 令和7年度"],
          ["市公式ＳＮＳへの動画投稿件数", "件", "210", "250"],
          ["経常収支比率", "％", "91.8", "91.4"],
        ],
        explanation: "指標と年度を範囲で",
        cells: { A2: 1, A3: 83, B1: "令和3", C1: "令和7" },
      },
      {
        formula: '=PLAN.TABLE("83",A1:B1,"実績値",計画表)',
        result: [
          ["指標", "単位", "実績値 令和3年度", "実績値 令和4年度"],
          ["経常収支比率", "％", "91.9", "未入力"],
        ],
        explanation: "計画の表から実績値を",
        cells: { A1: 2021, B1: 2022 },
        sample: true,
      },
      {
        formula: '=PLAN.TABLE("83","令和3",A1:C1,計画表)',
        result: [
          ["指標", "単位", "目標値 令和3年度", "達成率 令和3年度", "評価 令和3年度"],
          ["経常収支比率", "％", "91.8", "99.9%", "概ね達成"],
        ],
        explanation: "項目を複数",
        cells: { A1: "目標値", B1: "達成率", C1: "評価" },
        sample: true,
      },
      {
        formula: '=PLAN.TABLE("将来負担比率","令和5",,"加須市（公表時）")',
        result: [
          ["指標", "単位", "目標値 令和5年度"],
          ["将来負担比率", "", "#N/A"],
        ],
        explanation: "計画にない指標の行は #N/A",
      },
    ],
    errors: [
      ...keyErrors,
      {
        shown: "#VALUE!",
        meaning: "項目の名が違います。目標値・実績値・達成率・評価・基準値のどれかにしてください。",
      },
      ...spillErrors,
    ],
  },
};
