/** 尺度の点検: everything that is wrong with a scale somebody edited, to the word. */

import fc from "fast-check";
import type { Scale, ScaleRule } from "../../src/plan/scales/scale";
import { firstMatch } from "../../src/plan/scales/scale";
import { checkScale } from "../../src/plan/scales/check";

const rule = (name: string, bound: ScaleRule["bound"], percent: number | null): ScaleRule => ({
  name,
  bound,
  percent,
  nameFrom: "計画",
  numberFrom: "計画",
});
const rest = rule("他", null, null);
const scale = (...rules: ScaleRule[]): Scale => ({ name: "試し", measures: "達成率", rules });
const said = (...rules: ScaleRule[]) =>
  checkScale(scale(...rules)).map(({ severity, message }) => `${severity} ${message}`);

const never = (name: string, line: number) =>
  `error 尺度「試し」の「${name}」（${line}行目）に当てはまる率はありません。前の行が先に当てはまります。率の高い順に並べてください。`;
const gap = (percent: string) =>
  `error 尺度「試し」に${percent} %の区分がありません。最後の行の率と条件を空にすると、残り全部の区分になります。`;
const half = (name: string) =>
  `error 尺度「試し」の「${name}」は率と「以上・超・以下・未満」の片方だけか、率が数値ではありません。両方を入れるか、残り全部の区分なら両方を空にしてください。`;
const fine = (name: string, percent: number) =>
  `warning 尺度「試し」の「${name}」の${percent}は小数第2位まであります。評価は小数第1位までの率で決まります。`;

test.each<[string, ScaleRule[], string[]]>([
  ["よい尺度", [rule("良", "以上", 80), rule("可", "以上", 60.5), rest], []],
  ["残り全部だけ", [rest], []],
  ["区分がない", [], ["error 尺度「試し」に区分が1つもありません。区分を1行以上入れてください。"]],
  [
    "名前がない",
    [rule("良", "以上", 80), rule("　", null, null)],
    ["error 尺度「試し」の2行目に評価の名前がありません。名前を入れてください。"],
  ],
  [
    "名前が三つ同じ",
    [rule("良", "以上", 80), rule("良 ", "以上", 60), rule("良", null, null)],
    [2, 3].map(
      (line) =>
        `error 尺度「試し」の「${line === 2 ? "良 " : "良"}」が1行目と${line}行目にあります。名前を分けるか1行にしてください。`,
    ),
  ],
  [
    "名前のない行どうしは、同じ名前ではない",
    [rule("", "以上", 80), rule("", null, null)],
    [1, 2].map((line) => `error 尺度「試し」の${line}行目に評価の名前がありません。名前を入れてください。`),
  ],
  ["率だけ", [rule("良", null, 80), rest], [half("良")]],
  ["条件だけ", [rule("良", "以上", null), rest], [half("良")]],
  ["率が数値でない", [rule("良", "以上", NaN), rest], [half("良")]],
  ["率が無限", [rule("良", "以上", Infinity), rest], [half("良")]],
  ["小数第2位", [rule("良", "以上", 79.95), rest], [fine("良", 79.95)]],
  ["小数第1位", [rule("良", "以上", 0.3), rest], []],
  ["順が逆", [rule("可", "以上", 60), rule("良", "以上", 80), rest], [never("良", 2)]],
  ["同じ率が二度", [rule("良", "以上", 80), rule("可", "以上", 80), rest], [never("可", 2)]],
  ["一つ分だけ広い", [rule("良", "以上", 80), rule("可", "以上", 79.9), rest], []],
  ["超と以上は、一つ分だけ違う", [rule("良", "超", 80), rule("可", "以上", 80), rest], []],
  ["以上の後の超", [rule("可", "以上", 80), rule("良", "超", 80), rest], [never("良", 2)]],
  ["超の後の、一つ上の以上", [rule("可", "超", 80), rule("良", "以上", 80.1), rest], [never("良", 2)]],
  ["低い順の未満と以下", [rule("低", "未満", 60), rule("中", "以下", 60), rule("高", "以下", 80), rest], []],
  ["以下の後の未満", [rule("中", "以下", 60), rule("低", "未満", 60), rest], [never("低", 2)]],
  ["未満の後の、一つ下の以下", [rule("中", "未満", 60), rule("低", "以下", 59.9), rest], [never("低", 2)]],
  ["残り全部の後", [rest, rule("良", "以上", 80)], [never("良", 2)]],
  ["下に隙間", [rule("良", "以上", 80), rule("可", "以上", 60)], [gap("59.9")]],
  ["上に隙間", [rule("低", "以下", 80)], [gap("200.0")]],
  ["間に隙間", [rule("良", "超", 80), rule("可", "未満", 80)], [gap("80.0")]],
  ["0より下に隙間", [rule("良", "以上", 0)], [gap("-0.1")]],
  ["隙間がいくつあっても、一番上の一つ", [rule("良", "超", 80), rule("可", "未満", 60)], [gap("80.0")]],
  [
    "小数第2位の線は、次の小数第1位から",
    [rule("良", "以上", 79.95), rule("可", "未満", 80)],
    [fine("良", 79.95)],
  ],
  ["小数第2位の線の手前まで", [rule("低", "未満", 79.95), rule("高", "以上", 79.9)], [fine("低", 79.95)]],
  [
    "小数第2位を超える",
    [rule("高", "超", 79.95), rule("低", "以下", 79.95)],
    [fine("高", 79.95), fine("低", 79.95)],
  ],
])("%s", (_why, rules, expected) => {
  expect(said(...rules)).toEqual(expected);
});

test("言うとおりかどうかは、小数第1位の率を一つずつ当てはめても同じ", () => {
  const bound = fc.constantFrom("以上", "超", "以下", "未満", null);
  const rules = fc.array(fc.tuple(bound, fc.integer({ min: -3, max: 13 })), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rules, (made) => {
      const own = scale(
        ...made.map(([b, tenths], at) => rule(`評価${at}`, b, b === null ? null : tenths / 10)),
      );
      const printed = Array.from({ length: 3000 }, (_, at) => (at - 1500) / 10);
      const taken = printed.map((percent) => firstMatch(own, percent)?.name);
      const unreachable = own.rules.map(({ name }) => name).filter((name) => !taken.includes(name));
      const problems = checkScale(own).map(({ message }) => message);
      expect(problems.filter((message) => message.includes("当てはまる率はありません"))).toHaveLength(
        unreachable.length,
      );
      expect(problems.some((message) => message.includes("の区分がありません"))).toBe(
        taken.includes(undefined),
      );
    }),
    { numRuns: 60 },
  );
});
