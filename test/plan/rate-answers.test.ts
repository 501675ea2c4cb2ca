/** What each kind of value is answered with, to the word: the rate with its method and formula, or the state with what to do. */

import { rate } from "../../src/plan/progress/of-values";
import type { Rate, RateInput } from "../../src/plan/progress/rate";

function told(answer: Rate): unknown {
  if (answer.kind === "state") return `${answer.state}｜${answer.reason}`;
  const { value, method, formula, parts } = answer;
  const each = parts?.map(({ label, rate: own }) => [label, own.kind === "rate" ? own.value : own.state]);
  return [value, method, formula, ...(each === undefined ? [] : [each])];
}

/** Each input with its answer: a sentence, or value, method, formula (and the parts). */
function answers(what: string, cases: readonly (readonly [RateInput, unknown])[]): void {
  describe(what, () => {
    test.each(cases)("%j", (input, answer) => {
      expect(told(rate(input))).toEqual(answer);
    });
  });
}

const achieved = (value: number, formula = "実績÷目標") => [value, "達成率", formula];
/** What a sheet may hold whatever the type says. */
const anything = (input: object) => input as RateInput;

const burden = { name: "将来負担比率", direction: "down" } as const;
const noTarget = "判定不能｜目標値 未設定：目標値がないため計算できません。目標値を入力してください。";

answers("該当なし、測らない、まだない", [
  [{ ...burden, actual: "－", target: "25.0" }, achieved(1, "該当なし")],
  [{ ...burden, actual: "該当なし", target: "25.0" }, achieved(1, "該当なし")],
  [{ ...burden, actual: "－", target: "" }, noTarget],
  [
    { ...burden, actual: "5", target: "－" },
    "判定不能｜目標が「－」：目標の「－」が赤字や負担なし（該当なし）の意味なら未達成です。目標値を数値で入力してください。",
  ],
  [{ actual: "5", target: "－" }, "対象外｜測定しない年度：目標値が「－」の年度は、実績を評価しません。"],
  [{ actual: "－", target: "5" }, "対象外｜測定しない年度：実績値が「－」のため、この年度は評価しません。"],
  [{ actual: "", target: "5" }, "未入力｜未入力：実績値を入力してください。"],
  [{ actual: "5", target: "" }, noTarget],
]);

answers("知らない値、方法、方向", [
  [
    anything({ actual: 5, target: {} }),
    "判定不能｜数値でない：数値として扱えない値です。値を確かめてください。",
  ],
  [
    anything({ actual: 5, target: 5, method: "適当" }),
    "判定不能｜方法 不明：「適当」という方法はありません。達成率か進捗率にしてください。",
  ],
  [
    anything({ actual: 5, target: 5, direction: "横" }),
    "判定不能｜方向 不明：「横」という方向はありません。増やす・減らす・維持・範囲のどれかにしてください。",
  ],
  [
    { actual: 5, target: 5, direction: null },
    "判定不能｜方向 未設定：増やす・減らす・維持・範囲のどれかを「方向」に入れてください。",
  ],
  [
    { actual: 5, target: 5, direction: "band" },
    "判定不能｜範囲 未設定：方向が範囲のときは、目標値を「3〜5」のように入力してください。",
  ],
  [
    { actual: 4, target: { kind: "band", low: 5, high: 3, unit: null, printed: "5〜3" } },
    "判定不能｜範囲の上下が逆：下限5が上限3を超えています。目標値を直してください。",
  ],
]);

const split = (what: string) =>
  `判定不能｜区分と1つの数値：${what}のため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。`;

answers("区分ごとの値", [
  [{ actual: "主幹 5・主査 6", target: "5" }, split("実績値が区分ごとで、目標値は1つ")],
  [{ actual: "主幹 5・主査 6", target: "5以上" }, split("実績値が区分ごとで、目標値は1つ")],
  [{ actual: "主幹 5・主査 6", target: "3〜5" }, split("実績値が区分ごとで、目標値は1つの範囲")],
  [{ actual: "5", target: "主幹 5・主査 6" }, split("目標値が区分ごとで、実績値は1つ")],
  [
    { actual: 4, target: { kind: "parts", parts: [], printed: "" } },
    split("目標値が区分ごとで、実績値は1つ"),
  ],
  [
    { actual: "主幹 5", target: "主幹 5・主査 6" },
    "未入力｜未入力：区分「主査」の実績値を入力してください。（区分「主査」）",
  ],
  [
    { actual: "主幹 5・主査 12", target: "主幹 10・主査 10" },
    [
      ...achieved(0.5),
      [
        ["主幹", 0.5],
        ["主査", 1.2],
      ],
    ],
  ],
  [{ actual: "主幹 5", target: "主幹 10" }, [...achieved(0.5), [["主幹", 0.5]]]],
]);

const words = (actual: string) =>
  `判定不能｜実績が数値でない：実績「${actual}」を1つの数値として読めません。数値で入力してください。`;
const alone =
  "判定不能｜比較の相手なし：「類似団体平均」の値がないため判定できません。その値を数値で入力してください。";

answers("数値でない実績と、ほかとの比較", [
  [{ actual: "実施", target: "5" }, words("実施")],
  [{ actual: "実施", target: "5以上" }, words("実施")],
  [{ actual: "実施", target: "3〜5" }, words("実施")],
  [{ actual: "実施", target: "類似団体平均以下" }, alone],
  [{ actual: 5, target: "類似団体平均以下" }, alone],
  [{ actual: 5, target: "類似団体平均以下", comparator: "実施" }, alone],
  [{ actual: 8, target: "類似団体平均以下", comparator: 4 }, achieved(0.5, "目標÷実績")],
  [{ actual: 4, target: "類似団体平均以上", comparator: 8 }, achieved(0.5)],
]);

const units = (what: string, one: string, other: string) =>
  `判定不能｜単位 不一致：${what}は「${one}」、目標値は「${other}」です。同じ単位の数値で入力してください。`;
const half =
  "判定不能｜割合の疑い：実績0.5は割合（0.5 ＝ 50 ％）のようです。91.8のように％の数値で入力してください。";

answers("単位と割合", [
  [{ actual: "5件", target: "5人" }, units("実績値", "件", "人")],
  [{ actual: "5件", target: "5以上", unit: "人" }, units("実績値", "件", "人")],
  [{ actual: "5件", target: "3〜5", unit: "人" }, units("実績値", "件", "人")],
  [{ actual: 5, target: "10人", baseline: "2件", method: "進捗率" }, units("基準値", "件", "人")],
  [{ actual: 5, target: "10人", baseline: "2件", method: "達成率" }, achieved(0.5)],
  [{ actual: "0.5", target: "50以上", unit: "％" }, half],
  [{ actual: "0.5", target: "10", unit: "％" }, half],
  [{ actual: "0.5", target: "50", unit: " ％ " }, half],
  [{ actual: "0.5", target: "9", baseline: "10", unit: "％" }, half],
  [{ actual: "0.5", target: "9", baseline: "9", unit: "％" }, achieved(0.5 / 9)],
  [{ actual: "0.5", target: "50", unit: "％増" }, achieved(0.01)],
  [{ actual: "0.5", target: "50", unit: "人％" }, achieved(0.01)],
]);

const wordsAtStart = (baseline: string) =>
  `判定不能｜基準値が数値でない：基準値「${baseline}」からは進捗率を計算できません。基準値を数値にするか、方法を達成率にしてください。`;

answers("割合にできない", [
  [
    { actual: 5, target: -5 },
    "判定不能｜目標が負の値：負の目標は割合にできません。基準値を入れると進捗率で計算します。",
  ],
  [
    { actual: 5, target: 10, method: "進捗率" },
    "判定不能｜基準値なし：進捗率には基準値が必要です。基準値を入れるか、方法を達成率にしてください。",
  ],
  [{ actual: 5, target: 10, baseline: "なし", method: "進捗率" }, wordsAtStart("なし")],
  [{ actual: 5, target: 10, baseline: "実施", method: "進捗率" }, wordsAtStart("実施")],
  [
    { actual: 1e200, target: 1e-200 },
    "判定不能｜桁あふれ：値が大きすぎるか小さすぎて計算できません。値を確かめてください。",
  ],
]);

const almost = 1 - 2 ** -53;

answers("以上、超、以下、未満", [
  [{ actual: 5, target: "5超" }, achieved(almost)],
  [{ actual: 6, target: "5超" }, achieved(1, "超（達成）")],
  [{ actual: 4, target: "5超" }, achieved(0.8)],
  [{ actual: 5, target: "5未満" }, achieved(almost, "目標÷実績")],
  [{ actual: 10, target: "5未満" }, achieved(0.5, "目標÷実績")],
  [{ actual: 10, target: "5以下", downFormula: "2−実績÷目標" }, achieved(0, "2−実績÷目標")],
  [{ actual: 3, target: "5以上", method: "進捗率" }, [0.6, "進捗率", "実績÷目標"]],
  [{ actual: 5, target: "5以上", method: "進捗率" }, [1, "進捗率", "以上（達成）"]],
]);

const milestone = (actual: string, target: string) =>
  `判定不能｜節目 不明：実績「${actual}」が目標「${target}」に届いたか分かりません。達成・一部達成・未達成（○△×）か目標の言葉で入力してください。`;

answers("節目", [
  ...["目標達成", "◎", "〇", "◯"].map((actual) => [{ actual, target: "実施" }, achieved(1, "節目")] as const),
  ...["✕", "✗"].map((actual) => [{ actual, target: "実施" }, achieved(0, "節目")] as const),
  [{ actual: "実施・検証", target: "検証・実施" }, achieved(1, "節目")],
  [{ actual: "実施", target: "検証・実施" }, milestone("実施", "検証・実施")],
  [{ actual: "調整中", target: "実施" }, milestone("調整中", "実施")],
  [{ actual: "○ 一部", target: "実施" }, milestone("○ 一部", "実施")],
]);

answers("維持と、減らす", [
  [{ actual: 105, target: 100, direction: "keep", name: "経常収支比率" }, achieved(100 / 105, "目標÷実績")],
  [{ actual: 105, target: 100, direction: "keep", keepBetter: "down" }, achieved(100 / 105, "目標÷実績")],
  [{ actual: 95, target: 100, direction: "keep", keepBetter: "up" }, achieved(0.95)],
  [{ actual: 0, target: 40, direction: "down" }, achieved(2, "2−実績÷目標")],
  [{ actual: 50, target: 40, direction: "down" }, achieved(0.8, "目標÷実績")],
]);
