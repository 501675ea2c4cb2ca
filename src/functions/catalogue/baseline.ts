/** =PLAN.BASELINE: the baseline of an indicator. */
import { baselineCell } from "../answers/value";
import { perCell } from "../answers/per-cell";
import { yearWritten } from "../arguments/year";
import { type Argument, type Definition } from "../definition";
import { isOmitted, onlyCell } from "../each-cell";
import { keyErrors, planErrors } from "../help/errors";
import { indicatorOf } from "../subjects/indicator";
import { indicatorParameter, planParameter, yearParameter } from "./parameters";

const answer = perCell(indicatorOf, ({ indicator }) => baselineCell(indicator), {
  scale: false,
  year: false,
});

function isYear(year: Argument): boolean {
  const only = onlyCell(year);
  const cells = only === null ? (Array.isArray(year) ? year.flat() : []) : [only.cell];
  return cells.every((cell) => cell === null || cell === "" || yearWritten(cell) !== null);
}

export const baseline: Definition = {
  id: "BASELINE",
  description: "指標の基準値です。数なら数、「なし」のような基準なら計画に書かれた言葉を返します。",
  parameters: [
    indicatorParameter,
    {
      ...yearParameter,
      description:
        "使いません（基準値は年度によりません）。PLAN.TARGET と同じ並びで書けるように置いてあります。",
    },
    planParameter,
  ],
  result: { type: "any", matrix: true },
  run: (indicators, year, plan) => {
    // 年度 says nothing about a baseline. What is no year was meant as the plan: nothing that was written is passed over.
    const meantAsPlan = isOmitted(plan) && !isOmitted(year) && !isYear(year);
    return answer(indicators, null, meantAsPlan ? year : plan);
  },
  help: {
    text: "計画の基準値をそのまま返します。単位が％の指標は 89.3 のような数です。基準値は指標に1つなので、年度の引数は結果に影響しません。",
    examples: [
      {
        formula: '=PLAN.BASELINE("経常収支比率",,"加須市（公表時）")',
        result: "89.3",
        explanation: "令和元年度の基準値",
      },
      {
        formula: '=PLAN.BASELINE("83","令和5","加須市（公表時）")',
        result: "89.3",
        explanation: "年度を書いても同じ",
      },
      {
        formula: '=PLAN.BASELINE("経常収支比率",,"大泉町（公表時）")',
        result: "88.4",
        explanation: "「88.4%」と書かれた基準値も数",
      },
      {
        formula: '=PLAN.BASELINE("協働事業数",,"伊奈町（公表時）")',
        result: "6",
        explanation: "「6 事業」と書かれた基準値も、単位が同じなら数",
      },
      {
        formula: '=PLAN.BASELINE("83",,計画表)',
        result: "89.3",
        explanation: "計画の表から",
        sample: true,
      },
    ],
    errors: [...keyErrors, ...planErrors, { shown: "未設定", meaning: "この指標には基準値がありません。" }],
  },
};
