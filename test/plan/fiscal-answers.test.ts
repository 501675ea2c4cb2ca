/** What 財政指標 and their lines are answered with where there is no number, to the word; and what each ratio is made of. */

import {
  FISCAL_RATIOS,
  fiscalRatio,
  printRatio,
  reachesLine,
  statutoryLine,
  type FiscalParts,
  type FiscalRatio,
  type LineOptions,
} from "../../src/plan/fiscal/fiscal";
import { fiscalRatioNamed } from "../../src/plan/fiscal/names";
import type { RateState } from "../../src/plan/progress/rate";

const told = (answer: RateState | { kind: string } | boolean) =>
  typeof answer === "object" && "state" in answer ? `${answer.state}｜${answer.reason}` : answer;

const three = (name: string, part: string) =>
  `判定不能｜3か年分が必要：「${name}」は3か年の平均です。「${part}」に古い年度から順に3つの数値を入れてください。`;
const known = "経常収支比率、経常収支比率（臨時財政対策債等を除く）、実質公債費比率";

test.each<[string, FiscalParts | null, string]>([
  [
    "市税収納率",
    { 収入済額: 1, 課税対象額: 2 },
    "判定不能｜要素 不明：「市税収納率」に「課税対象額」という要素はありません。使えるのは収入済額、調定額です。",
  ],
  [
    "財政力指数",
    { 収入: 1 },
    "判定不能｜要素 不明：「財政力指数」に「収入」という要素はありません。使えるのは基準財政収入額、基準財政需要額、単年度です。",
  ],
  [
    "市税収納率",
    { 単年度: 1 },
    "判定不能｜要素 不明：「市税収納率」に「単年度」という要素はありません。使えるのは収入済額、調定額です。",
  ],
  [
    "市税収納率",
    { 収入済額: 1, "収入 済額": 1, 調定額: 2 },
    "判定不能｜要素の重複：「収入済額」が2回あります（「収入 済額」）。1つにしてください。",
  ],
  [
    "市税収納率",
    null,
    "未入力｜「収入済額」がない：この要素の数値を入力してください。ないときは0と入力してください。",
  ],
  [
    "市税収納率",
    { 収入済額: 1, 調定額: "調査中" },
    "判定不能｜「調定額」が数値でない：1つの数値として読めません。数値で入力してください。「－」など、金額がないときは0です。",
  ],
  [
    "市税収納率",
    { 収入済額: 1, 調定額: [1] },
    "判定不能｜値が複数：「調定額」には1つの年度の数値だけを入れてください。",
  ],
  [
    "市税収納率",
    { 収入済額: "1千円", 調定額: "1百万円" },
    "判定不能｜単位 不一致：要素の単位が「千円」と「百万円」です。同じ単位の数値で入力してください。",
  ],
  [
    "経常収支比率",
    { 経常経費充当一般財源: 1, 経常一般財源: "1千円", 臨時財政対策債: "1円" },
    "判定不能｜単位 不一致：要素の単位が「千円」と「円」です。同じ単位の数値で入力してください。",
  ],
  [
    "市税収納率",
    { 収入済額: 1, 調定額: 0 },
    "判定不能｜分母が0以下：分母（調定額）が0以下のため計算できません。値を確かめてください。",
  ],
  [
    "経常収支比率",
    { 経常経費充当一般財源: 1, 経常一般財源: 0, 臨時財政対策債: 0 },
    "判定不能｜分母が0以下：分母（経常一般財源＋臨時財政対策債＋減収補填債特例分＋猶予特例債）が0以下のため計算できません。値を確かめてください。",
  ],
  [
    "市税収納率",
    { 収入済額: 1e15, 調定額: 1 },
    "判定不能｜桁あふれ：比率が大きすぎます。分子と分母の値と単位を確かめてください。",
  ],
  ["実質公債費比率", { 単年度: [7, 8] }, three("実質公債費比率", "単年度")],
  ["実質公債費比率", { 単年度比率: 7 }, three("実質公債費比率", "単年度")],
  ["実質公債費比率", { 元利償還金: 1 }, three("実質公債費比率", "元利償還金")],
  [
    "財政力指数",
    { 基準財政収入額: [1, 2], 基準財政需要額: [1, 2, 3] },
    three("財政力指数", "基準財政収入額"),
  ],
  ["財政力指数", { 基準財政収入額: [1, 2, 3], 基準財政需要額: 1 }, three("財政力指数", "基準財政需要額")],
  [
    "実質公債費比率",
    { 単年度: [7, "", 8] },
    "未入力｜2年目の単年度がない：この要素の数値を入力してください。ないときは0と入力してください。",
  ],
  [
    "実質公債費比率",
    { 単年度: ["－", 7, 8] },
    "判定不能｜1年目の単年度が数値でない：1つの数値として読めません。数値で入力してください。「－」など、金額がないときは0です。",
  ],
  [
    "財政力指数",
    { 基準財政収入額: [1, 2, 3], 基準財政需要額: [1, 2, ""] },
    "未入力｜3年目の「基準財政需要額」がない：この要素の数値を入力してください。ないときは0と入力してください。",
  ],
  [
    "財政力指数",
    { 基準財政収入額: [1, 2, 3], 基準財政需要額: [1, 0, 3] },
    "判定不能｜分母が0以下：2年目の分母（基準財政需要額）が0以下のため計算できません。値を確かめてください。",
  ],
])("%s %j", (name, parts, answer) => {
  expect(told(fiscalRatio(name, parts))).toBe(answer);
});

test("知らない財政指標には、あるものを挙げる", () => {
  for (const answer of [fiscalRatio("経常収支率"), statutoryLine("経常収支率", "早期健全化")])
    expect(told(answer)).toMatch(
      new RegExp(`^判定不能｜財政指標 不明：「経常収支率」という財政指標はありません。使えるのは${known}`),
    );
});

const askScale =
  "未入力｜標準財政規模 未入力：この基準は標準財政規模（億円）で決まります。標準財政規模か公表値を入力してください。";
const badScale =
  "判定不能｜標準財政規模が数値でない：標準財政規模は0より大きい億円の数値で入力してください。";
const badLine =
  "判定不能｜公表値が数値でない：公表値は12.63のように、0より大きい％の数値で入力してください。";

test.each<[string, string, LineOptions, string]>([
  [
    "将来負担比率",
    "財政再生",
    {},
    "対象外｜基準なし：「将来負担比率」に財政再生の基準は登録されていません。あるのは早期健全化です。",
  ],
  [
    "実質公債費比率",
    "経営健全化",
    {},
    "対象外｜基準なし：「実質公債費比率」に経営健全化の基準は登録されていません。あるのは早期健全化、財政再生、起債許可です。",
  ],
  [
    "経常収支比率",
    "早期健全化",
    {},
    "対象外｜基準なし：「経常収支比率」に早期健全化の基準は登録されていません。法定の基準はありません。",
  ],
  [
    "実質公債費比率",
    "破綻",
    {},
    "判定不能｜区分 不明：「破綻」という区分はありません。使えるのは早期健全化、財政再生、経営健全化、起債許可です。",
  ],
  [
    "実質公債費比率",
    "基準早期健全化",
    {},
    "判定不能｜区分 不明：「基準早期健全化」という区分はありません。使えるのは早期健全化、財政再生、経営健全化、起債許可です。",
  ],
  ["実質赤字比率", "早期健全化", {}, askScale],
  ["実質赤字比率", "早期健全化", { 標準財政規模: "調査中" }, badScale],
  ["実質赤字比率", "早期健全化", { 標準財政規模: 0 }, badScale],
  [
    "実質赤字比率",
    "早期健全化",
    { 標準財政規模: "120百万円" },
    "判定不能｜単位 不一致：標準財政規模の単位が「百万円」です。億円の数値で入力してください。",
  ],
  ["実質赤字比率", "早期健全化", { 公表値: "なし" }, badLine],
  ["実質赤字比率", "早期健全化", { 公表値: 0 }, badLine],
])("%s の%s %j", (name, kind, options, answer) => {
  expect(told(statutoryLine(name, kind, options))).toBe(answer);
});

test.each<[string, string, string, LineOptions]>([
  ["実質赤字比率", "早期健全化", "13.05", { 標準財政規模: "120億円" }],
  ["実質赤字比率", "早期健全化", "13.05", { 標準財政規模: "120 億円" }],
  ["実質赤字比率", "早期健全化団体", "12.63", { 公表値: 12.639 }],
  ["実質公債費比率", "早期 健全化 基準", "25.0", {}],
])("%s の%sは %s", (name, kind, printed, options) => {
  expect(statutoryLine(name, kind, options)).toMatchObject({ kind: "line", printed });
});

test.each<[string, string, string, unknown]>([
  ["実質公債費比率", "", "早期健全化", "未入力｜未入力：「実質公債費比率」の値を入力してください。"],
  [
    "実質公債費比率",
    "調査中",
    "早期健全化",
    "判定不能｜値が数値でない：「実質公債費比率」の値を数値で入力してください。",
  ],
  ["実質公債費比率", "－", "早期健全化", false],
  ["実質赤字比率", "20.00", "財政再生", true],
])("%s「%s」は%sに達したか", (name, ratio, kind, answer) => {
  expect(told(reachesLine(name, ratio, kind))).toEqual(answer);
});

test.each([
  ["経常収支比率", 90, 90, "90.0"],
  ["経常収支比率", -0.5, -0.5, "▲0.5"],
  ["経常収支比率", 0, -0.04, "0.0"],
  ["将来負担比率", 0, 0, "－"],
  ["将来負担比率", 0, 0.04, "0.0"],
  ["将来負担比率", -1, -1, "－"],
  ["実質赤字比率", 12.5, 12.5, "12.50"],
])("%s の %d（正確には %d）は「%s」と印字する", (name, rounded, exact, printed) => {
  const ratio = fiscalRatioNamed(name);
  expect(ratio && printRatio(ratio, rounded, exact)).toBe(printed);
});

test("正確な値を言わなければ、丸めた値で決まる", () => {
  const ratio = fiscalRatioNamed("将来負担比率");
  expect(ratio && [printRatio(ratio, 0), printRatio(ratio, 5)]).toEqual(["－", "5.0"]);
});

/** 分子／分母、よい向き、年数、単位、端数、負のときの印字。？は、ない年には書かなくてよい要素。 */
const made = {
  経常収支比率:
    "経常経費充当一般財源／経常一般財源＋臨時財政対策債＋減収補填債特例分？＋猶予特例債？ down 1年 ％ 1けた四捨五入 ▲",
  "経常収支比率（臨時財政対策債等を除く）": "経常経費充当一般財源／経常一般財源 down 1年 ％ 1けた四捨五入 ▲",
  実質公債費比率:
    "元利償還金＋準元利償還金−特定財源−基準財政需要額算入額／標準財政規模−基準財政需要額算入額 down 3年 ％ 1けた切捨て ▲",
  "実質公債費比率（単年度）":
    "元利償還金＋準元利償還金−特定財源−基準財政需要額算入額／標準財政規模−基準財政需要額算入額 down 1年 ％ 1けた切捨て ▲",
  将来負担比率:
    "将来負担額−充当可能基金額−特定財源見込額−基準財政需要額算入見込額／標準財政規模−基準財政需要額算入額 down 1年 ％ 1けた切捨て －",
  実質赤字比率: "実質赤字額／標準財政規模 down 1年 ％ 2けた切捨て －",
  連結実質赤字比率: "連結実質赤字額／標準財政規模 down 1年 ％ 2けた切捨て －",
  資金不足比率: "資金不足額／事業の規模 down 1年 ％ 1けた切捨て －",
  実質収支比率: "実質収支額／標準財政規模 band 1年 ％ 1けた四捨五入 ▲",
  財政力指数: "基準財政収入額／基準財政需要額 up 3年（1年も） 単位なし 2けた四捨五入 ▲",
  公債費負担比率: "公債費充当一般財源／一般財源総額 down 1年 ％ 1けた四捨五入 ▲",
  市税収納率: "収入済額／調定額 up 1年 ％ 1けた四捨五入 ▲",
};

describe("財政指標の作り", () => {
  const ratios: readonly FiscalRatio[] = FISCAL_RATIOS;
  const said = ({
    numerator,
    denominator,
    direction,
    years,
    singleYearToo = false,
    unit,
    rounding,
    belowZero,
  }: FiscalRatio) => {
    const [above, below] = [numerator, denominator].map((parts) =>
      parts
        .map(
          ({ name, sign, optional = false }, at) =>
            `${sign === -1 ? "−" : at === 0 ? "" : "＋"}${name}${optional ? "？" : ""}`,
        )
        .join(""),
    );
    return `${above}／${below} ${direction} ${years}年${singleYearToo ? "（1年も）" : ""} ${unit ?? "単位なし"} ${rounding.digits}けた${rounding.how} ${belowZero}`;
  };

  test("すべて", () => {
    expect(Object.fromEntries(ratios.map((ratio) => [ratio.name, said(ratio)]))).toEqual(made);
  });

  test("健全とされる範囲があるのは、実質収支比率だけ", () => {
    expect(ratios.filter(({ band }) => band !== undefined).map(({ name, band }) => [name, band])).toEqual([
      ["実質収支比率", [3, 5]],
    ]);
  });

  test("別の呼び方は、どれも名前で、その指標と要素だけのもの", () => {
    const names = ratios.flatMap(({ name, aliases }) => [name, ...aliases]);
    for (const name of names) expect(name).toMatch(/^\p{L}/u);
    expect(new Set(names).size).toBe(names.length);
    for (const { numerator, denominator } of ratios) {
      for (const { name, aliases = [] } of [...numerator, ...denominator])
        for (const each of [name, ...aliases]) expect(each).toMatch(/^\p{L}/u);
    }
    for (const { formula } of ratios) expect(formula).toMatch(/÷/);
  });
});
