/** =PLAN.CHECK: what 点検 finds in a plan and nobody has accepted. */
import { type Finding } from "../../plan/check";
import { type Plan } from "../../plan/plan";
import { formatYear } from "../../plan/year";
import { type Answer, type Definition, isRefusal, type Refusal } from "../definition";
import { errorMeanings } from "../help/errors";
import { type SourcePlan } from "../plans/source-plan";
import { type Chosen, soon, type Soon, whichPlan } from "../plans/which-plan";
import { onlyPlan } from "../subjects/subject";
import { planParameter } from "./parameters";

const severities = { error: "誤り", warning: "注意", note: "参考" } as const;
const head = ["重さ", "点検の項目", "対象", "年度", "内容", "直し方"];

const checked = new WeakMap<Plan, readonly Finding[]>();

/** The rules load when the first check is asked for: no other function needs them. */
function findingsOf({ plan }: SourcePlan): Soon<readonly Finding[]> {
  const known = checked.get(plan);
  if (known !== undefined) return known;
  return import(/* webpackChunkName: "check" */ "../../plan/check").then(({ checkPlan }) => {
    const findings = checkPlan(plan);
    checked.set(plan, findings);
    return findings;
  });
}

function findingsTable(chosen: Chosen): Soon<Answer[][] | Refusal> {
  const source = onlyPlan(chosen);
  if (isRefusal(source)) return source;
  return soon(findingsOf(source), (findings) => {
    const open = findings.filter(({ fingerprint }) => !source.accepted.has(fingerprint));
    const rows = open.map((finding) => [
      severities[finding.severity],
      finding.title,
      finding.indicator ?? finding.node ?? "計画全体",
      finding.year === null ? "" : formatYear(finding.year),
      finding.message,
      finding.remedy,
    ]);
    return [head, ...(rows.length > 0 ? rows : [["指摘なし", "", "", "", "", ""]])];
  });
}

export const check: Definition = {
  id: "CHECK",
  description: "計画の点検で見つかった、まだ了承されていない指摘の一覧を書き出します（スピル）。",
  parameters: [planParameter],
  result: { type: "any", matrix: true },
  run: (plan) =>
    soon(whichPlan(plan, { workbook: true }), (chosen) =>
      isRefusal(chosen) ? chosen : findingsTable(chosen),
    ),
  help: {
    text: "担当課のない取組、目標値のない年度、単位の疑いなど、点検の指摘を1行に1件ずつ書き出します。重さは「誤り」「注意」「参考」の順に重大です。点検シートで了承した指摘は、もとのデータが変わらないかぎり出ません。指摘がなければ「指摘なし」の1行です。",
    examples: [
      { formula: '=INDEX(PLAN.CHECK("加須市（公表時）"),1,1)', result: "重さ", explanation: "1行目は見出し" },
      {
        formula: '=SUM((PLAN.CHECK("加須市（公表時）")="誤り")*1)',
        result: "0",
        explanation: "公表された加須市の計画に誤りはありません",
      },
      {
        formula: '=SUM((PLAN.CHECK(計画表)="誤り")*1)',
        result: "0",
        explanation: "計画の表にある誤りの数",
        sample: true,
      },
      {
        formula: '=INDEX(PLAN.CHECK("大泉町（公表時）"),1,5)',
        result: "内容",
        explanation: "5列目が指摘の内容、6列目が直し方",
      },
      { formula: '=ROWS(PLAN.CHECK("伊勢崎市（公表時）"))-1', result: "3", explanation: "指摘の件数" },
    ],
    errors: [errorMeanings.spill, errorMeanings.unknownPlan, errorMeanings.table, errorMeanings.blank],
  },
};
