/** The named looks Excel is born with: their names in its JavaScript, the numbers and names a Japanese Excel writes. */
import type { Includes } from "../model/looks/cell-style";

const ACCENTS = [1, 2, 3, 4, 5, 6].flatMap((accent): [string, number, string][] => {
  const first = 29 + (accent - 1) * 4;
  return [
    [`Accent${accent}`, first, `アクセント ${accent}`],
    [`Accent${accent}_20`, first + 1, `20% - アクセント ${accent}`],
    [`Accent${accent}_40`, first + 2, `40% - アクセント ${accent}`],
    [`Accent${accent}_60`, first + 3, `60% - アクセント ${accent}`],
  ];
});

const BUILT_IN: readonly (readonly [here: string, number: number, inFile: string])[] = [
  ["Normal", 0, "標準"],
  ["Comma", 3, "桁区切り [0.00]"],
  ["Currency", 4, "通貨 [0.00]"],
  ["Percent", 5, "パーセント"],
  ["WholeComma", 6, "桁区切り"],
  ["WholeDollar", 7, "通貨"],
  ["Hlink", 8, "ハイパーリンク"],
  ["HlinkTrav", 9, "表示済みのハイパーリンク"],
  ["Note", 10, "メモ"],
  ["WarningText", 11, "警告文"],
  ["SheetTitle", 15, "タイトル"],
  ["Heading1", 16, "見出し 1"],
  ["Heading2", 17, "見出し 2"],
  ["Heading3", 18, "見出し 3"],
  ["Heading4", 19, "見出し 4"],
  ["Input", 20, "入力"],
  ["Output", 21, "出力"],
  ["Calculation", 22, "計算"],
  ["CheckCell", 23, "チェック セル"],
  ["LinkedCell", 24, "リンク セル"],
  ["Total", 25, "集計"],
  ["Good", 26, "良い"],
  ["Bad", 27, "悪い"],
  ["Neutral", 28, "どちらでもない"],
  ...ACCENTS,
  ["ExplanatoryText", 53, "説明文"],
];

export const builtInStyle = (
  here: string,
): { readonly builtinId: number; readonly name: string } | undefined => {
  const found = BUILT_IN.find(([name]) => name === here);
  return found && { builtinId: found[1], name: found[2] };
};
export const styleOfNumber = (builtinId: number | undefined): string | undefined =>
  BUILT_IN.find(([, number]) => number === builtinId)?.[0];

/** What a style speaks of, and the attribute that says it does not. */
export const APPLIES = [
  ["number", "applyNumberFormat"],
  ["font", "applyFont"],
  ["alignment", "applyAlignment"],
  ["border", "applyBorder"],
  ["patterns", "applyFill"],
  ["protection", "applyProtection"],
] as const satisfies readonly (readonly [keyof Includes, string])[];
