/** =PLAN.DEPT: who is responsible for an indicator, an item or what stands under a heading. */
import { departmentsOf, treeOf, type Tree } from "../../plan/tree";
import { type Plan } from "../../plan/plan";
import { perCell } from "../answers/per-cell";
import { type Answer, type Definition, wrongUse } from "../definition";
import { omitted } from "../each-cell";
import { keyErrors, planErrors } from "../help/errors";
import { type Subject, subjectOf } from "../subjects/subject";
import { planParameter, subjectParameter } from "./parameters";

const trees = new WeakMap<Plan, Tree>();

function treeFor(plan: Plan): Tree {
  const tree = trees.get(plan) ?? treeOf(plan);
  trees.set(plan, tree);
  return tree;
}

function departmentCell({ source, found }: Subject): Answer {
  if (found === null) return wrongUse("対象を指定してください。");
  if (found.kind === "department") return found.department;
  const node = found.node;
  const names = new Set<string>();
  const tree = treeFor(source.plan);
  const waiting = [tree.byId.get(node.id)];
  for (let branch = waiting.pop(); branch !== undefined; branch = waiting.pop()) {
    for (const name of departmentsOf(branch)) if (name.trim() !== "") names.add(name);
    waiting.push(...[...branch.children].reverse());
  }
  // An item inside another is its item's business.
  for (let at = tree.byId.get(node.id)?.parent ?? null; at !== null && names.size === 0; at = at.parent) {
    for (const name of departmentsOf(at)) if (name.trim() !== "") names.add(name);
  }
  return names.size === 0 ? "未設定" : [...names].join("、");
}

const answer = perCell(
  (cell, chosen) =>
    cell === omitted
      ? wrongUse("対象を指定してください。番号（83）や指標名（「経常収支比率」など）が使えます。")
      : subjectOf(cell, chosen),
  departmentCell,
  { scale: false, year: false },
);

export const dept: Definition = {
  id: "DEPT",
  description: "指標・取組・施策・目標の担当課です。複数なら「、」で並べます。",
  parameters: [
    {
      ...subjectParameter,
      description: "番号（83）、指標名、取組や目標・施策の名。範囲も指定できます。",
      optional: false,
    },
    planParameter,
  ],
  result: { type: "any", matrix: true },
  run: (subjects, plan) => answer(subjects, null, plan),
  help: {
    text: "担当課（所管課）の名を1つのセルに返します。目標や施策では、その下のすべての取組の担当課を重なりなく並べます。担当課を定めていない計画では「未設定」です。",
    examples: [
      {
        formula: '=PLAN.DEPT("83","加須市（公表時）")',
        result: "財政課",
        explanation: "番号から",
      },
      {
        formula: '=PLAN.DEPT("経常収支比率","加須市（公表時）")',
        result: "財政課",
        explanation: "指標名から",
      },
      {
        formula: '=PLAN.DEPT("125",計画表)',
        result: "職員課、財政課",
        explanation: "担当課が複数なら並べて",
        sample: true,
      },
      {
        formula: '=PLAN.DEPT("目標1",計画表)',
        result: "シティプロモーション課、職員課",
        explanation: "目標の下のすべての担当課",
        sample: true,
      },
      {
        formula: '=PLAN.DEPT("協働事業数","伊奈町（公表時）")',
        result: "未設定",
        explanation: "担当課を定めていない計画",
      },
    ],
    errors: [...keyErrors, ...planErrors, { shown: "未設定", meaning: "担当課が計画に書かれていません。" }],
  },
};
