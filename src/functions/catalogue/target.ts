/** =PLAN.TARGET: the target of an indicator in a year. */
import { targetCell } from "../answers/value";
import { perCell } from "../answers/per-cell";
import { type Definition } from "../definition";
import { lookUpErrors } from "../help/errors";
import { indicatorOf } from "../subjects/indicator";
import { ofIndicator } from "./parameters";

export const target: Definition = {
  id: "TARGET",
  description: "指標の目標値です。数なら数、「1以上」「実施」のような目標なら計画に書かれた言葉を返します。",
  ...ofIndicator,
  run: perCell(indicatorOf, ({ indicator }, year) => targetCell(indicator, year), { scale: false }),
  help: {
    text: "計画の目標値をそのまま返します。単位が％の指標は 91.8 のような数で、0.918 にはなりません。▲30 は -30 です。測定しない年度の「－」は「－」のまま、その年度の目標がないときは「未設定」です。指標と年度に範囲を渡すと、同じ形の結果になります。",
    examples: [
      {
        formula: '=PLAN.TARGET("経常収支比率","令和5","加須市")',
        result: "91.6",
        explanation: "このブックに加須市の計画がなければ、公表時の目標値",
      },
      {
        formula: '=PLAN.TARGET(83,2025,"加須市（公表時）")',
        result: "91.4",
        explanation: "番号と西暦でも。（公表時）なら必ず公表時の値",
      },
      {
        formula: '=PLAN.TARGET("2-1","令和4","加須市（公表時）")',
        result: "－",
        explanation: "隔年の調査で、測定しない年度",
      },
      {
        formula: '=PLAN.TARGET("経常収支比率","令和11","大泉町（公表時）")',
        result: "類似団体平均以下",
        explanation: "数でない目標は、書かれた言葉のまま",
      },
      {
        formula: '=PLAN.TARGET("83","令和4",計画表)',
        result: "91.7",
        explanation: "計画の表を範囲で渡すと、表を直したときにすぐ変わります",
        sample: true,
      },
    ],
    errors: [
      ...lookUpErrors,
      {
        shown: "未設定",
        meaning:
          "その年度の目標値が計画にありません。最終年度だけに目標がある計画では、その年度を指定してください。",
      },
    ],
  },
};
