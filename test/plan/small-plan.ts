/** A plan of the shape of 加須's, small enough to see whole: what the tests of find and read start from. */
import type { Indicator, Plan, PlanNode } from "../../src/plan/plan";
import { indicator as anyIndicator } from "./plan-parts";

export function smallPlan(): Plan {
  return {
    format: "plan/1",
    id: "chiisana",
    municipality: "加須市",
    code: "112101",
    title: "小さな計画",
    period: [2021, 2025],
    source: { title: "小さな計画" },
    corrections: [],
    expects: { level: "取組項目", departments: true, targets: "yearly" },
    levels: ["視点", "目標", "施策", "取組項目群", "取組項目"],
    nodes: [
      node("v1", null, "視点", null, "協働力の向上"),
      node("g1", "v1", "目標", "1", "シティプロモーションの推進"),
      node("g1-1", "g1", "施策", "(1)", "広報活動の充実"),
      node("g1-1-1", "g1-1", "取組項目群", "①", "わかりやすい広報"),
      node("3", "g1-1-1", "取組項目", "3", "ＳＮＳの推進", ["シティプロモーション課"]),
      node("5", "g1-1-1", "取組項目", "5", "シティセールスの推進", ["シティプロモーション課"]),
      node("41", "g1-1-1", "取組項目", "41", "市長交際費の公開", ["秘書課"]),
      node("42", "g1-1-1", "取組項目", "42", "市長の行動日誌の公開", ["秘書課"]),
      node("v2", null, "視点", null, "市役所力の向上"),
      node("g5", "v2", "目標", "5", "効果的で効率的な自治体経営"),
      node("g5-1", "g5", "施策", "(1)", "計画的な行財政運営"),
      node("g5-1-2", "g5-1", "取組項目群", "②", "収支の均衡"),
      node("62", "g5-1-2", "取組項目", "62", "押印、書面規制の見直し", ["業務改善課"]),
      node("72", "g5-1-2", "取組項目", "72", "押印、書面規制の見直し", ["業務改善課"], "62"),
      node("83", "g5-1-2", "取組項目", "83", "経常収支比率の改善", ["財政課"]),
      node("g5-1-9", "g5-1", "取組項目群", "⑨", "組織・機構の再編"),
      node("122", "g5-1-9", "取組項目", "122", "組織・機構の再編", ["業務改善課"]),
      node("125", "g5-1-9", "取組項目", "125", "昇任制度の運用", ["職員課", "財政課"]),
      node("129", "g5-1-9", "取組項目", "129", "人事評価の推進", ["職員課"]),
    ],
    indicators: [
      indicator("3-1", "3", "市公式ＳＮＳ等のフォロワー数", null),
      indicator("5-1", "5", "更新回数", "回"),
      indicator("41-1", "41", "公表回数", "回"),
      indicator("42-1", "42", "公表回数", "回"),
      indicator("62-1", "62", "押印の見直しを行った行政手続の割合", "％"),
      indicator("83-1", "83", "経常収支比率", "％"),
      indicator("122-1", "122", "組織・機構の見直し", null),
      indicator("125-1", "125", "管理職に占める女性職員の割合", "％"),
      indicator("125-2", "125", "「主幹」・「主査」試験受験率", "％"),
      indicator("129-1", "129", "人事評価の推進", null),
    ],
    assessments: [],
  };
}

function node(
  id: string,
  parent: string | null,
  level: string,
  number: string | null,
  name: string,
  departments: string[] = [],
  sameAs?: string,
): PlanNode {
  const plain = { id, parent, level, number, name, departments };
  return sameAs === undefined ? plain : { ...plain, sameAs };
}

function indicator(id: string, node: string, name: string, unit: string | null): Indicator {
  const targets = { "2021": "1", "2022": "2", "2023": "3", "2024": "4", "2025": "5" };
  return anyIndicator(id, node, { name, unit, baseline: { year: 2019, text: "89.3" }, targets });
}
