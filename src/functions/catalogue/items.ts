/** =PLAN.ITEMS: the items of a plan, all or those a filter asks for. */
import { treeOf, originalOf, type Branch } from "../../plan/tree";
import { type Filter, filterOf, levelAboveItems, type ListedItem } from "../answers/item-filter";
import { itemHead, itemRow } from "../answers/item-row";
import { summaryOf } from "../answers/summary";
import { errorIn, readCell } from "../arguments/cell";
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
import { errorMeanings, spillErrors } from "../help/errors";
import { type SourcePlan } from "../plans/source-plan";
import { type Chosen, soon, whichPlan } from "../plans/which-plan";
import { onlyPlan } from "../subjects/subject";
import { planParameter } from "./parameters";

function itemsOf(filters: readonly string[], chosen: Chosen): Answer[][] | Refusal {
  const source = onlyPlan(chosen);
  if (isRefusal(source)) return source;
  const year = defaultYear(source);
  if (typeof year !== "number") return year;
  const summary = summaryOf(source, year);
  for (const text of filters) {
    const refused = levelAboveItems(text, source);
    if (refused !== null) return refused;
  }
  const asked: Filter[] = filters.map((text) => filterOf(text, source, summary));
  const rows = listed(source, summary.itemOf)
    .filter((each) => asked.every((filter) => filter(each)))
    .map(({ node, item }) => itemRow(node, item, summary));
  const head = itemHead(summary);
  return [head, ...(rows.length > 0 ? rows : [["該当なし", ...head.slice(1).map(() => "")]])];
}

function listed(source: SourcePlan, itemOf: ReturnType<typeof summaryOf>["itemOf"]): ListedItem[] {
  const tree = treeOf(source.plan);
  return tree.inOrder.flatMap((branch) => {
    const item = itemOf.get(branch.node.id);
    if (item === undefined) return [];
    return [
      { node: branch.node, item, indicators: originalOf(branch, tree.byId).indicators, path: pathOf(branch) },
    ];
  });
}

function pathOf(branch: Branch): Set<string> {
  const path = new Set<string>();
  for (let at: Branch | null = branch; at !== null; at = at.parent) path.add(at.node.id);
  return path;
}

function textsOf(argument: Argument): string[] | Refusal {
  if (isOmitted(argument)) return [];
  const texts: string[] = [];
  for (const cell of asMatrix(argument).flat()) {
    const reading = readCell(cell);
    if (reading.kind === "error") return errorIn("絞り込み", reading.shown);
    if (reading.kind === "value") texts.push(String(reading.value));
  }
  return texts.length > 0
    ? texts
    : wrongUse(
        "絞り込みのセルが空白です。担当課や評価などの語を入力するか、全部を出すなら引数ごと省いてください。",
      );
}

export const items: Definition = {
  id: "ITEMS",
  description: "計画の取組の一覧を書き出します。担当課・階層・評価・未入力・文字で絞り込めます（スピル）。",
  parameters: [
    {
      name: "絞り込み",
      description:
        "担当課、目標や施策の番号か名、評価の語（やや遅れている など）、未入力、取組名や指標名の一部。空白で区切るか範囲で複数を指定すると、すべてに当てはまるものだけです。",
      type: "any",
      matrix: true,
      optional: true,
    },
    planParameter,
  ],
  result: { type: "any", matrix: true },
  run: (filters, plan) => {
    const texts = textsOf(filters);
    if (isRefusal(texts)) return texts;
    return soon(whichPlan(plan, { workbook: true }), (chosen) =>
      isRefusal(chosen) ? chosen : itemsOf(texts, chosen),
    );
  },
  help: {
    text: "番号・名称・担当課・達成率・評価の一覧を、見出しを付けて書き出します。達成率と評価は評価年度のものです。「未入力」は、実績の入力が残っている取組です。当てはまるものがなければ「該当なし」の1行になります。",
    examples: [
      {
        formula: '=PLAN.ITEMS("財政課",計画表)',
        result: [
          ["番号", "取組項目", "担当課", "達成率", "評価"],
          ["83", "経常収支比率の改善", "財政課", "未入力", "未入力"],
          ["125", "昇任制度の運用", "職員課、財政課", "未入力", "未入力"],
        ],
        explanation: "担当課で（評価年度のないブックでは、最終年度の令和4年度）",
        sample: true,
      },
      {
        formula: '=PLAN.ITEMS("目標1 未入力",計画表)',
        result: [
          ["番号", "取組項目", "担当課", "達成率", "評価"],
          ["1", "動画による発信", "シティプロモーション課", "未入力", "未入力"],
          ["3", "苦情の減少", "職員課", "未入力", "未入力"],
        ],
        explanation: "目標1のうち、入力が残っている取組",
        sample: true,
      },
      {
        formula: '=PLAN.ITEMS("将来負担",計画表)',
        result: [
          ["番号", "取組項目", "担当課", "達成率", "評価"],
          ["該当なし", "", "", "", ""],
        ],
        explanation: "当てはまるものがないとき",
        sample: true,
      },
      {
        formula: '=PLAN.ITEMS("経常収支","加須市（公表時）")',
        result: [
          ["番号", "取組項目", "担当課", "達成率", "評価"],
          ["83", "経常収支比率の改善", "財政課", "未入力", "未入力"],
        ],
        explanation: "取組名や指標名の一部で",
      },
      {
        formula: '=ROWS(PLAN.ITEMS("秘書課","加須市（公表時）"))-1',
        result: "5",
        explanation: "秘書課の取組の数（見出しの1行を引く）",
      },
    ],
    errors: [
      errorMeanings.blank,
      {
        shown: "#VALUE!",
        meaning: "「施策」のような階層の名だけでは絞り込めません。どの施策かを番号か名称で指定してください。",
      },
      ...spillErrors,
    ],
  },
};
