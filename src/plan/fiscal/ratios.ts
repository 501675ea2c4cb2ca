/** 財政指標 as data: which there are, which way is good, from which parts they are computed, how they are rounded and printed. */

import type { Direction } from "../plan";

export type FiscalName =
  | "経常収支比率"
  | "経常収支比率（臨時財政対策債等を除く）"
  | "実質公債費比率"
  | "実質公債費比率（単年度）"
  | "将来負担比率"
  | "実質赤字比率"
  | "連結実質赤字比率"
  | "資金不足比率"
  | "実質収支比率"
  | "財政力指数"
  | "公債費負担比率"
  | "市税収納率";

export interface FiscalPart {
  name: string;
  /** Other words a municipality's own sheet uses for it. */
  aliases?: readonly string[];
  /** Added to or taken off what it stands in. */
  sign: 1 | -1;
  /** A bond not every year sees: left out means not issued. Every other part must be given. */
  optional?: boolean;
}

export interface FiscalRatio {
  name: FiscalName;
  aliases: readonly string[];
  direction: Direction;
  /** Where `direction` is band: the limits commonly held to be sound. */
  band?: readonly [number, number];
  unit: "％" | null;
  /** As the pane shows it. */
  formula: string;
  numerator: readonly FiscalPart[];
  denominator: readonly FiscalPart[];
  /** 3: the mean of three years, each part given as a list of three, or the three years' own ratios as 単年度. */
  years: 1 | 3;
  /** A mean of three years that is also published for a single one: parts with one number each give that. */
  singleYearToo?: boolean;
  rounding: { digits: 1 | 2; how: "切捨て" | "四捨五入" };
  /** `－`: nothing to report at zero and below, and that is how it is printed. `▲`: a number below zero is printed as one. */
  belowZero: "－" | "▲";
}

const standardScale: FiscalPart = { name: "標準財政規模", aliases: ["標準財政規模額"], sign: 1 };
const countedInNeeds: FiscalPart = {
  name: "基準財政需要額算入額",
  aliases: ["算入公債費等", "算入公債費等の額", "元利償還金等に係る基準財政需要額算入額"],
  sign: -1,
};

const currentExpense: FiscalPart = {
  name: "経常経費充当一般財源",
  aliases: ["経常経費充当一般財源等", "経常経費充当一般財源の額"],
  sign: 1,
};
const currentRevenue: FiscalPart = {
  name: "経常一般財源",
  aliases: ["経常一般財源等", "経常一般財源総額", "経常一般財源等総額"],
  sign: 1,
};

const debtService = [
  { name: "元利償還金", aliases: ["地方債の元利償還金", "元利償還金の額"], sign: 1 },
  { name: "準元利償還金", aliases: ["準元利償還金の額"], sign: 1 },
  { name: "特定財源", aliases: ["特定財源の額"], sign: -1 },
  countedInNeeds,
] as const satisfies readonly FiscalPart[];

const debtServiceFormula =
  "((元利償還金＋準元利償還金)−(特定財源＋基準財政需要額算入額))÷(標準財政規模−基準財政需要額算入額)×100";

/**
 * Looked up in what municipalities publish on their own pages:
 * - the formulas (串間市, 羽生市, 見附市);
 * - the number of decimals: 実質赤字 and 連結 with two, 実質公債費 and 将来負担 with one, lines and ratios alike (雲仙市, 小松島市, 薩摩川内市),
 *   and － where there is no deficit or the burden is below zero (雲仙市).
 * Not found in any public definition, and so to be compared with a municipality's own sheet: that the digits behind those are cut off
 * and not rounded; the decimals of 資金不足比率; that an 実質公債費比率 below zero is cut off towards zero; that the other ratios are
 * rounded half up, to one decimal, 財政力指数 to two, as 決算カード show them.
 */
export const FISCAL_RATIOS = [
  {
    name: "経常収支比率",
    aliases: ["経常収支比率（臨時財政対策債等を含む）"],
    direction: "down",
    unit: "％",
    formula: "経常経費充当一般財源÷(経常一般財源＋臨時財政対策債＋減収補填債特例分＋猶予特例債)×100",
    numerator: [currentExpense],
    denominator: [
      currentRevenue,
      { name: "臨時財政対策債", aliases: ["臨財債"], sign: 1 },
      { name: "減収補填債特例分", aliases: ["減収補塡債特例分", "減収補填債"], sign: 1, optional: true },
      { name: "猶予特例債", sign: 1, optional: true },
    ],
    years: 1,
    rounding: { digits: 1, how: "四捨五入" },
    belowZero: "▲",
  },
  {
    name: "経常収支比率（臨時財政対策債等を除く）",
    aliases: [
      "経常収支比率（臨時財政対策債を除く）",
      "経常収支比率（特例債を除く）",
      "経常収支比率（減収補填債特例分及び臨時財政対策債を除く）",
    ],
    direction: "down",
    unit: "％",
    formula: "経常経費充当一般財源÷経常一般財源×100",
    numerator: [currentExpense],
    denominator: [currentRevenue],
    years: 1,
    rounding: { digits: 1, how: "四捨五入" },
    belowZero: "▲",
  },
  {
    name: "実質公債費比率",
    aliases: ["実質公債費比率（3か年平均）"],
    direction: "down",
    unit: "％",
    formula: `${debtServiceFormula} の3か年平均`,
    numerator: debtService,
    denominator: [standardScale, countedInNeeds],
    years: 3,
    rounding: { digits: 1, how: "切捨て" },
    belowZero: "▲",
  },
  {
    name: "実質公債費比率（単年度）",
    aliases: [],
    direction: "down",
    unit: "％",
    formula: debtServiceFormula,
    numerator: debtService,
    denominator: [standardScale, countedInNeeds],
    years: 1,
    rounding: { digits: 1, how: "切捨て" },
    belowZero: "▲",
  },
  {
    name: "将来負担比率",
    aliases: [],
    direction: "down",
    unit: "％",
    formula:
      "(将来負担額−(充当可能基金額＋特定財源見込額＋基準財政需要額算入見込額))÷(標準財政規模−基準財政需要額算入額)×100",
    numerator: [
      { name: "将来負担額", sign: 1 },
      { name: "充当可能基金額", aliases: ["充当可能基金"], sign: -1 },
      { name: "特定財源見込額", aliases: ["充当可能特定歳入"], sign: -1 },
      {
        name: "基準財政需要額算入見込額",
        aliases: ["地方債現在高等に係る基準財政需要額算入見込額"],
        sign: -1,
      },
    ],
    denominator: [standardScale, countedInNeeds],
    years: 1,
    rounding: { digits: 1, how: "切捨て" },
    belowZero: "－",
  },
  {
    name: "実質赤字比率",
    aliases: [],
    direction: "down",
    unit: "％",
    formula: "実質赤字額÷標準財政規模×100",
    numerator: [{ name: "実質赤字額", aliases: ["一般会計等の実質赤字額"], sign: 1 }],
    denominator: [standardScale],
    years: 1,
    rounding: { digits: 2, how: "切捨て" },
    belowZero: "－",
  },
  {
    name: "連結実質赤字比率",
    aliases: [],
    direction: "down",
    unit: "％",
    formula: "連結実質赤字額÷標準財政規模×100",
    numerator: [{ name: "連結実質赤字額", sign: 1 }],
    denominator: [standardScale],
    years: 1,
    rounding: { digits: 2, how: "切捨て" },
    belowZero: "－",
  },
  {
    name: "資金不足比率",
    aliases: [],
    direction: "down",
    unit: "％",
    formula: "資金不足額÷事業の規模×100",
    numerator: [{ name: "資金不足額", aliases: ["資金の不足額"], sign: 1 }],
    denominator: [{ name: "事業の規模", aliases: ["事業規模"], sign: 1 }],
    years: 1,
    rounding: { digits: 1, how: "切捨て" },
    belowZero: "－",
  },
  {
    name: "実質収支比率",
    aliases: [],
    // 伊勢崎 prints it with the remark that 3 to 5 % is held to be sound; a figure above it is not a virtue.
    direction: "band",
    band: [3, 5],
    unit: "％",
    formula: "実質収支額÷標準財政規模×100",
    numerator: [{ name: "実質収支額", aliases: ["実質収支"], sign: 1 }],
    denominator: [standardScale],
    years: 1,
    rounding: { digits: 1, how: "四捨五入" },
    belowZero: "▲",
  },
  {
    name: "財政力指数",
    aliases: [],
    direction: "up",
    unit: null,
    formula: "基準財政収入額÷基準財政需要額 の3か年平均",
    numerator: [{ name: "基準財政収入額", sign: 1 }],
    denominator: [{ name: "基準財政需要額", sign: 1 }],
    years: 3,
    singleYearToo: true,
    rounding: { digits: 2, how: "四捨五入" },
    belowZero: "▲",
  },
  {
    name: "公債費負担比率",
    aliases: [],
    direction: "down",
    unit: "％",
    formula: "公債費充当一般財源÷一般財源総額×100",
    numerator: [{ name: "公債費充当一般財源", aliases: ["公債費充当一般財源等"], sign: 1 }],
    denominator: [{ name: "一般財源総額", aliases: ["一般財源等総額", "一般財源"], sign: 1 }],
    years: 1,
    rounding: { digits: 1, how: "四捨五入" },
    belowZero: "▲",
  },
  {
    name: "市税収納率",
    aliases: ["収納率", "市税の収納率", "町税収納率", "市税徴収率"],
    direction: "up",
    unit: "％",
    formula: "収入済額÷調定額×100",
    numerator: [{ name: "収入済額", aliases: ["収納額"], sign: 1 }],
    denominator: [{ name: "調定額", aliases: ["課税額"], sign: 1 }],
    years: 1,
    rounding: { digits: 1, how: "四捨五入" },
    belowZero: "▲",
  },
] as const satisfies readonly FiscalRatio[];
