/** =PLAN.ACTUAL: what was entered for an indicator in a year. */
import { actualCell } from "../answers/value";
import { perCell } from "../answers/per-cell";
import { type Definition } from "../definition";
import { errorMeanings, lookUpErrors } from "../help/errors";
import { indicatorOf } from "../subjects/indicator";
import { ofIndicator } from "./parameters";

export const actual: Definition = {
  id: "ACTUAL",
  description:
    "指標の実績値です。まだ入力されていなければ「未入力」、測定しない年度なら「対象外」を返します。",
  ...ofIndicator,
  run: perCell(indicatorOf, ({ indicator }, year) => actualCell(indicator, year), { scale: false }),
  help: {
    text: "計画の表に入力された実績値を返します。空欄が 0 になることはなく、入力された 0 は数の 0 のままです。公表された計画には実績がないので、いつも「未入力」か「対象外」です。",
    examples: [
      {
        formula: '=PLAN.ACTUAL("経常収支比率","令和3",計画表)',
        result: "91.9",
        explanation: "入力された実績",
        sample: true,
      },
      {
        formula: '=PLAN.ACTUAL("83","令和4",計画表)',
        result: "未入力",
        explanation: "まだ入力されていません",
        sample: true,
      },
      {
        formula: '=PLAN.ACTUAL("2","令和4",計画表)',
        result: "対象外",
        explanation: "目標が「－」の年度は入力の必要がありません",
        sample: true,
      },
      {
        formula: '=PLAN.ACTUAL("3","令和3",計画表)',
        result: "0",
        explanation: "入力された 0 は 0",
        sample: true,
      },
      {
        formula: '=PLAN.ACTUAL("83","令和3","加須市（公表時）")',
        result: "未入力",
        explanation: "公表された計画には実績がありません",
      },
    ],
    errors: [...lookUpErrors, errorMeanings.absence],
  },
};
