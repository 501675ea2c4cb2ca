/** =PLAN.YEAR: a 年度 in any writing → the western year it starts in. */
import { readYear } from "../arguments/year";
import { type Definition } from "../definition";
import { eachCell } from "../each-cell";

export const year: Definition = {
  id: "YEAR",
  description: "年度の書き方（令和5年度、R5、2023 など）を、年度の始まる西暦年の数にします。",
  parameters: [
    {
      name: "年度",
      description: "年度の文字、西暦の数、または日付。範囲も指定できます。",
      type: "any",
      matrix: true,
      optional: false,
    },
  ],
  result: { type: "any", matrix: true },
  run: (given) => eachCell(given, readYear),
  help: {
    text: "元号（令和・平成・昭和・大正・明治。R・H・S・T・M や ㋿ の一文字でも）と年、または西暦を読み取り、その年度が始まる西暦年を返します。全角でも半角でもかまいません。日付のセルは、その日が属する年度（4月〜翌年3月）になります。平成31年度と令和元年度は同じ 2019 です。",
    examples: [
      { formula: '=PLAN.YEAR("令和3年度")', result: "2021", explanation: "元号と年度" },
      { formula: '=PLAN.YEAR("Ｈ３０")', result: "2018", explanation: "全角の一文字の元号" },
      { formula: '=PLAN.YEAR("令和元年度")', result: "2019", explanation: "元年も読めます" },
      { formula: "=PLAN.YEAR(DATE(2024,3,31))", result: "2023", explanation: "3月までの日付は前の年度" },
      {
        formula: "=PLAN.YEAR(A2:A4)",
        result: [["2018"], ["2019"], ["2020"]],
        explanation: "範囲を渡すと同じ形で返します",
        cells: { A2: "平成30年度", A3: "R1", A4: 2020 },
      },
    ],
    errors: [
      {
        shown: "#VALUE!",
        meaning:
          "年度として読めない文字、空白、または 1869〜2100 の外の数です。「令和5年度」のように直してください。",
      },
    ],
  },
};
