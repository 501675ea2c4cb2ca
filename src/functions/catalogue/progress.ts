/** =PLAN.PROGRESS: the 達成率 of an indicator, an item, a heading, a 担当課 or the whole plan. */
import { progressOf } from "../answers/subject-result";
import { perCell } from "../answers/per-cell";
import { type Definition } from "../definition";
import { errorMeanings, lookUpErrors } from "../help/errors";
import { subjectOf } from "../subjects/subject";
import { ofSubject } from "./parameters";

export const progress: Definition = {
  id: "PROGRESS",
  description: "指標・取組・施策・目標・担当課の達成率です。対象を省くと計画全体の達成率です。",
  ...ofSubject,
  run: perCell(subjectOf, progressOf, { scale: true }),
  help: {
    text: "達成率を 0.987 のような割合で返します。セルの表示形式を「0.0%」にすると 98.7% と表示されます。取組の達成率は指標の平均（1つの指標は100%まで）、目標や施策・担当課・計画全体は取組の平均です。100% に届かない達成率が 100.0% と表示されることはなく、そのときは 99.9% になります。最終年度だけに目標がある指標では、基準値から目標までの進捗率です。",
    examples: [
      {
        formula: '=PLAN.PROGRESS("経常収支比率","令和3",計画表)',
        result: "99.9%",
        explanation: "減らす指標なので、目標91.8÷実績91.9",
        sample: true,
      },
      {
        formula: '=PLAN.PROGRESS("目標1","令和3",計画表)',
        result: "96.7%",
        explanation: "目標1の取組の平均",
        sample: true,
      },
      {
        formula: '=PLAN.PROGRESS("財政課",2021,計画表)',
        result: "79.9%",
        explanation: "担当課の取組の平均（99.9% と 60.0%）",
        sample: true,
      },
      {
        formula: '=PLAN.PROGRESS(,"R3",計画表)',
        result: "90.0%",
        explanation: "対象を省くと計画全体",
        sample: true,
      },
      {
        formula: '=PLAN.PROGRESS("83","令和3","加須市（公表時）")',
        result: "未入力",
        explanation: "公表された計画には実績がありません",
      },
    ],
    errors: [...lookUpErrors, errorMeanings.absence],
  },
};
