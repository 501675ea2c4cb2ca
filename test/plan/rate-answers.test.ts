/** What each kind of value is answered with, to the word: the rate with its method and formula, or the state with what to do. */

import { rate } from "../../src/plan/progress-rate";
import type { Rate, RateInput } from "../../src/plan/rate";

type Answer = string | { value: number; method: string; formula: string; parts?: [string, number][] };

const answers: readonly [RateInput, Answer][] = [
  [
    { actual: "－", target: "25.0", name: "将来負担比率", direction: "down" },
    { value: 1, method: "達成率", formula: "該当なし" },
  ],
  [
    { actual: "該当なし", target: "25.0", name: "将来負担比率", direction: "down" },
    { value: 1, method: "達成率", formula: "該当なし" },
  ],
  [
    { actual: "－", target: "", name: "将来負担比率", direction: "down" },
    "判定不能｜目標値 未設定：目標値がないため計算できません。目標値を入力してください。",
  ],
  [
    { actual: "5", target: "－", name: "将来負担比率", direction: "down" },
    "判定不能｜目標が「－」：目標の「－」が赤字や負担なし（該当なし）の意味なら未達成です。目標値を数値で入力してください。",
  ],
  [{ actual: "5", target: "－" }, "対象外｜測定しない年度：目標値が「－」の年度は、実績を評価しません。"],
  [{ actual: "", target: "5" }, "未入力｜未入力：実績値を入力してください。"],
  [
    { actual: "5", target: "" },
    "判定不能｜目標値 未設定：目標値がないため計算できません。目標値を入力してください。",
  ],
  [{ actual: "－", target: "5" }, "対象外｜測定しない年度：実績値が「－」のため、この年度は評価しません。"],
  [
    { actual: 5, target: {} } as unknown as RateInput,
    "判定不能｜数値でない：数値として扱えない値です。値を確かめてください。",
  ],
  [
    { actual: 5, target: 5, method: "適当" } as unknown as RateInput,
    "判定不能｜方法 不明：「適当」という方法はありません。達成率か進捗率にしてください。",
  ],
  [
    { actual: 5, target: 5, direction: "横" } as unknown as RateInput,
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
    { actual: "主幹 5・主査 6", target: "5" },
    "判定不能｜区分と1つの数値：実績値が区分ごとで、目標値は1つのため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。",
  ],
  [
    { actual: "主幹 5・主査 6", target: "5以上" },
    "判定不能｜区分と1つの数値：実績値が区分ごとで、目標値は1つのため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。",
  ],
  [
    { actual: "主幹 5・主査 6", target: "3〜5" },
    "判定不能｜区分と1つの数値：実績値が区分ごとで、目標値は1つの範囲のため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。",
  ],
  [
    { actual: "5", target: "主幹 5・主査 6" },
    "判定不能｜区分と1つの数値：目標値が区分ごとで、実績値は1つのため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。",
  ],
  [
    { actual: "主幹 5", target: "主幹 5・主査 6" },
    "未入力｜未入力：区分「主査」の実績値を入力してください。（区分「主査」）",
  ],
  [
    { actual: "実施", target: "5" },
    "判定不能｜実績が数値でない：実績「実施」を1つの数値として読めません。数値で入力してください。",
  ],
  [
    { actual: "実施", target: "5以上" },
    "判定不能｜実績が数値でない：実績「実施」を1つの数値として読めません。数値で入力してください。",
  ],
  [
    { actual: "実施", target: "3〜5" },
    "判定不能｜実績が数値でない：実績「実施」を1つの数値として読めません。数値で入力してください。",
  ],
  [
    { actual: "実施", target: "類似団体平均以下" },
    "判定不能｜比較の相手なし：「類似団体平均」の値がないため判定できません。その値を数値で入力してください。",
  ],
  [
    { actual: "5件", target: "5人" },
    "判定不能｜単位 不一致：実績値は「件」、目標値は「人」です。同じ単位の数値で入力してください。",
  ],
  [
    { actual: "5件", target: "5以上", unit: "人" },
    "判定不能｜単位 不一致：実績値は「件」、目標値は「人」です。同じ単位の数値で入力してください。",
  ],
  [
    { actual: "5件", target: "3〜5", unit: "人" },
    "判定不能｜単位 不一致：実績値は「件」、目標値は「人」です。同じ単位の数値で入力してください。",
  ],
  [
    { actual: 5, target: "10人", baseline: "2件", method: "進捗率" },
    "判定不能｜単位 不一致：基準値は「件」、目標値は「人」です。同じ単位の数値で入力してください。",
  ],
  [
    { actual: 5, target: "10人", baseline: "2件", method: "達成率" },
    { value: 0.5, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: "0.5", target: "50以上", unit: "％" },
    "判定不能｜割合の疑い：実績0.5は割合（0.5 ＝ 50 ％）のようです。91.8のように％の数値で入力してください。",
  ],
  [
    { actual: "0.5", target: "10", unit: "％" },
    "判定不能｜割合の疑い：実績0.5は割合（0.5 ＝ 50 ％）のようです。91.8のように％の数値で入力してください。",
  ],
  [
    { actual: "0.5", target: "9", baseline: "10", unit: "％" },
    "判定不能｜割合の疑い：実績0.5は割合（0.5 ＝ 50 ％）のようです。91.8のように％の数値で入力してください。",
  ],
  [
    { actual: "0.5", target: "9", baseline: "9", unit: "％" },
    { value: 0.05555555555555555, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: "0.5", target: "50", unit: "％増" },
    { value: 0.01, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: "0.5", target: "50", unit: "人％" },
    { value: 0.01, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: "0.5", target: "50", unit: " ％ " },
    "判定不能｜割合の疑い：実績0.5は割合（0.5 ＝ 50 ％）のようです。91.8のように％の数値で入力してください。",
  ],
  [
    { actual: 5, target: -5 },
    "判定不能｜目標が負の値：負の目標は割合にできません。基準値を入れると進捗率で計算します。",
  ],
  [
    { actual: 5, target: 10, method: "進捗率" },
    "判定不能｜基準値なし：進捗率には基準値が必要です。基準値を入れるか、方法を達成率にしてください。",
  ],
  [
    { actual: 5, target: 10, method: "進捗率", baseline: "なし" },
    "判定不能｜基準値が数値でない：基準値「なし」からは進捗率を計算できません。基準値を数値にするか、方法を達成率にしてください。",
  ],
  [
    { actual: 5, target: 10, baseline: "実施", method: "進捗率" },
    "判定不能｜基準値が数値でない：基準値「実施」からは進捗率を計算できません。基準値を数値にするか、方法を達成率にしてください。",
  ],
  [
    { actual: 5, target: "類似団体平均以下" },
    "判定不能｜比較の相手なし：「類似団体平均」の値がないため判定できません。その値を数値で入力してください。",
  ],
  [
    { actual: 5, target: "類似団体平均以下", comparator: "実施" },
    "判定不能｜比較の相手なし：「類似団体平均」の値がないため判定できません。その値を数値で入力してください。",
  ],
  [
    { actual: 8, target: "類似団体平均以下", comparator: 4 },
    { value: 0.5, method: "達成率", formula: "目標÷実績" },
  ],
  [
    { actual: 4, target: "類似団体平均以上", comparator: 8 },
    { value: 0.5, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: 5, target: "5超" },
    { value: 0.9999999999999999, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: 6, target: "5超" },
    { value: 1, method: "達成率", formula: "超（達成）" },
  ],
  [
    { actual: 4, target: "5超" },
    { value: 0.8, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: 5, target: "5未満" },
    { value: 0.9999999999999999, method: "達成率", formula: "目標÷実績" },
  ],
  [
    { actual: 10, target: "5未満" },
    { value: 0.5, method: "達成率", formula: "目標÷実績" },
  ],
  [
    { actual: 10, target: "5以下", downFormula: "2−実績÷目標" },
    { value: 0, method: "達成率", formula: "2−実績÷目標" },
  ],
  [
    { actual: 3, target: "5以上", method: "進捗率" },
    { value: 0.6, method: "進捗率", formula: "実績÷目標" },
  ],
  [
    { actual: 5, target: "5以上", method: "進捗率" },
    { value: 1, method: "進捗率", formula: "以上（達成）" },
  ],
  [
    { actual: 4, target: { kind: "band", low: 5, high: 3, unit: null, printed: "5〜3" } },
    "判定不能｜範囲の上下が逆：下限5が上限3を超えています。目標値を直してください。",
  ],
  [
    { actual: 4, target: { kind: "parts", parts: [], printed: "" } },
    "判定不能｜区分と1つの数値：目標値が区分ごとで、実績値は1つのため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。",
  ],
  [
    { actual: "主幹 5・主査 12", target: "主幹 10・主査 10" },
    {
      value: 0.5,
      method: "達成率",
      formula: "実績÷目標",
      parts: [
        ["主幹", 0.5],
        ["主査", 1.2],
      ],
    },
  ],
  [
    { actual: "主幹 5", target: "主幹 10" },
    { value: 0.5, method: "達成率", formula: "実績÷目標", parts: [["主幹", 0.5]] },
  ],
  [
    { actual: "調整中", target: "実施" },
    "判定不能｜節目 不明：実績「調整中」が目標「実施」に届いたか分かりません。達成・一部達成・未達成（○△×）か目標の言葉で入力してください。",
  ],
  [
    { actual: "実施・検証", target: "検証・実施" },
    { value: 1, method: "達成率", formula: "節目" },
  ],
  [
    { actual: "実施", target: "検証・実施" },
    "判定不能｜節目 不明：実績「実施」が目標「検証・実施」に届いたか分かりません。達成・一部達成・未達成（○△×）か目標の言葉で入力してください。",
  ],
  [
    { actual: "目標達成", target: "実施" },
    { value: 1, method: "達成率", formula: "節目" },
  ],
  [
    { actual: "◎", target: "実施" },
    { value: 1, method: "達成率", formula: "節目" },
  ],
  [
    { actual: "〇", target: "実施" },
    { value: 1, method: "達成率", formula: "節目" },
  ],
  [
    { actual: "◯", target: "実施" },
    { value: 1, method: "達成率", formula: "節目" },
  ],
  [
    { actual: "✕", target: "実施" },
    { value: 0, method: "達成率", formula: "節目" },
  ],
  [
    { actual: "✗", target: "実施" },
    { value: 0, method: "達成率", formula: "節目" },
  ],
  [
    { actual: "○ 一部", target: "実施" },
    "判定不能｜節目 不明：実績「○ 一部」が目標「実施」に届いたか分かりません。達成・一部達成・未達成（○△×）か目標の言葉で入力してください。",
  ],
  [
    { actual: 105, target: 100, direction: "keep", name: "経常収支比率" },
    { value: 0.9523809523809523, method: "達成率", formula: "目標÷実績" },
  ],
  [
    { actual: 105, target: 100, direction: "keep", keepBetter: "down" },
    { value: 0.9523809523809523, method: "達成率", formula: "目標÷実績" },
  ],
  [
    { actual: 95, target: 100, direction: "keep", keepBetter: "up" },
    { value: 0.95, method: "達成率", formula: "実績÷目標" },
  ],
  [
    { actual: 0, target: 40, direction: "down" },
    { value: 2, method: "達成率", formula: "2−実績÷目標" },
  ],
  [
    { actual: 50, target: 40, direction: "down" },
    { value: 0.8, method: "達成率", formula: "目標÷実績" },
  ],
  [
    { actual: 1e200, target: 1e-200 },
    "判定不能｜桁あふれ：値が大きすぎるか小さすぎて計算できません。値を確かめてください。",
  ],
];

function told(answer: Rate): unknown {
  if (answer.kind === "state") return `${answer.state}｜${answer.reason}`;
  const { value, method, formula, parts } = answer;
  const each = parts?.map(({ label, rate: own }) => [label, own.kind === "rate" ? own.value : own.state]);
  return { value, method, formula, ...(each === undefined ? {} : { parts: each }) };
}

test.each(answers)("%j", (input, answer) => {
  expect(told(rate(input))).toEqual(answer);
});
