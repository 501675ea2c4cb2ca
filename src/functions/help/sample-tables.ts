/** The little tables the help's examples compute with: a plan as it stands in a sheet, and a scale as 設定 has it. */

export type SampleCell = string | number;

const years = ["令和3年度", "令和4年度"];

/** Figures of 加須市's published plan; the actuals are made up for the examples. */
const planRows: readonly (readonly SampleCell[])[] = [
  [
    "ID",
    "階層1 目標",
    "階層2 取組項目",
    "番号",
    "担当課",
    "指標",
    "単位",
    "方向",
    "基準値",
    ...years.flatMap((year) => [`目標値 ${year}`, `実績値 ${year}`]),
  ],
  [
    "1-1",
    "1 情報の発信",
    "動画による発信",
    1,
    "シティプロモーション課",
    "動画投稿件数",
    "件",
    "増やす",
    200,
    210,
    189,
    220,
    "",
  ],
  ["2-1", "1 情報の発信", "接遇の向上", 2, "職員課", "接遇の満足度", "％", "増やす", 81, 80, 80, "－", ""],
  ["3-1", "1 情報の発信", "苦情の減少", 3, "職員課", "苦情の件数", "件", "減らす", 4, 0, 0, 0, ""],
  [
    "83-1",
    "5 自治体経営",
    "経常収支比率の改善",
    83,
    "財政課",
    "経常収支比率",
    "％",
    "減らす",
    89.3,
    91.8,
    91.9,
    91.7,
    "",
  ],
  [
    "125-1",
    "5 自治体経営",
    "昇任制度の運用",
    125,
    "職員課、財政課",
    "試験受験率",
    "％",
    "増やす",
    50,
    55,
    33,
    60,
    "",
  ],
];

const scaleRows: readonly (readonly SampleCell[])[] = [
  ["評価", "条件", "達成率（％）"],
  ["順調", "以上", 90],
  ["おおむね順調", "以上", 70],
  ["遅れ", "それ以外", ""],
];

export const sampleNames = ["計画表", "尺度表"] as const;
export type SampleName = (typeof sampleNames)[number];

export const sampleRows: Readonly<Record<SampleName, readonly (readonly SampleCell[])[]>> = {
  計画表: planRows,
  尺度表: scaleRows,
};
