/** =PLAN.GRADE: the grade of an indicator, an item, a heading, a 担当課 or the whole plan, or the recorded judgement. */
import { gradeOfSubject } from "../answers/subject-result";
import { perCell } from "../answers/per-cell";
import { type Definition } from "../definition";
import { errorMeanings, lookUpErrors } from "../help/errors";
import { subjectOf } from "../subjects/subject";
import { ofSubject } from "./parameters";

export const grade: Definition = {
  id: "GRADE",
  description: "指標・取組・施策・目標・担当課の評価（目標達成など）です。対象を省くと計画全体の評価です。",
  ...ofSubject,
  run: perCell(subjectOf, gradeOfSubject, { scale: true }),
  help: {
    text: "表示される達成率（小数1桁）を、計画の尺度（設定シートの「尺度_…」。なければ4段階）で評価します。計画が目標ごとの評価語（概ね達成できた など）を定めているときは、その語です。評価を区分で記録している計画では、記録された区分（進捗区分の A など）を返します。目標の年度より前の進捗率は評価せず、判定不能になります。見出し・担当課・計画全体の評価は、実績が一つもない間は未入力、未入力の指標が一つでも残る間は判定不能です。",
    examples: [
      {
        formula: '=PLAN.GRADE("83","令和3",計画表)',
        result: "概ね達成",
        explanation: "99.9%。100% に届かないので目標達成ではありません",
        sample: true,
      },
      {
        formula: '=PLAN.GRADE("動画投稿件数","令和3",計画表)',
        result: "概ね達成",
        explanation: "実績189÷目標210 は 90.0%",
        sample: true,
      },
      {
        formula: '=PLAN.GRADE("目標1",2021,計画表)',
        result: "概ね達成できた",
        explanation: "目標の評価は、目標達成と概ね達成の割合から",
        sample: true,
      },
      {
        formula: '=PLAN.GRADE("人権の啓発",,"入間市（公表時）")',
        result: "B",
        explanation: "記録された進捗区分",
      },
      {
        formula: '=PLAN.GRADE("83","令和3","加須市（公表時）")',
        result: "未入力",
        explanation: "公表された計画には実績がありません",
      },
    ],
    errors: [...lookUpErrors, errorMeanings.absence],
  },
};
