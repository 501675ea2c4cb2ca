/** What a person calls each form a plan can come in. */

import type { LayoutKind } from "./layout";

export const layoutNames: Record<LayoutKind | "plan-file", string> = {
  "plan-book": "計画書（取組項目のブロック）",
  "indicator-table": "指標の表（現状値・目標値）",
  "evaluation-table": "評価の表",
  csv: "見出し行のある表（CSV・TSV）",
  "plan-file": "計画ファイル",
};
