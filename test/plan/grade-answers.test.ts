/** Why there is no grade or rating, to the word, whatever stands where a rate or a scale should. */

import { gradeDetail, gradeOf, printGrade, ratingOf, scaleNamed } from "../../src/plan/scales/grade";
import type { RateValue } from "../../src/plan/progress/rate";
import type { Scale } from "../../src/plan/scales/scale";

const rate = (value: number, elapsed?: number | null): RateValue => ({
  kind: "rate",
  value,
  method: "進捗率",
  formula: "",
  ...(elapsed === undefined ? {} : { interim: { year: 2022, targetYear: 2024, elapsed } }),
});

const told = (...[value, scale, options]: Parameters<typeof gradeDetail>) => {
  const grade = gradeDetail(value, scale, options);
  return grade.kind === "state" ? `${printGrade(grade)}｜${grade.reason}` : grade.name;
};

const notThere = "未入力｜未入力：達成率がまだありません。";
const notANumber = (text: string) =>
  `判定不能（数値でない）｜数値でない：「${text}」は達成率ではありません。0.987のような数値にしてください。`;

test.each<[string, Parameters<typeof gradeDetail>[0], string]>([
  ["空のセル", null, notThere],
  ["省いた値", undefined, notThere],
  ["空の文字", "", notThere],
  ["空白だけ", "　 ", notThere],
  ["状態の名", "対象外", "対象外｜対象外：達成率の列がこの状態です。"],
  ["理由の付いた状態", " 判定不能（期間中） ", "判定不能（期間中）｜期間中：達成率の列がこの状態です。"],
  ["空の理由", "未入力()", notANumber("未入力()")],
  ["状態に続く言葉", "未入力あり", notANumber("未入力あり")],
  ["括弧の後の言葉", "判定不能（期間中）です", notANumber("判定不能（期間中）です")],
  ["括弧だけ", "(期間中)", notANumber("(期間中)")],
  ["言葉", "達成", notANumber("達成")],
  ["数値でない数値", NaN, "判定不能（数値でない）｜数値でない：達成率が数値ではありません。"],
  [
    "目標の年度より前",
    rate(0.4, 0.6),
    "判定不能（期間中）｜期間中：目標の年度より前のため評価しません。進捗率40.0 %、経過率60.0 %。",
  ],
  [
    "始まりの分からない期間",
    rate(0.4, null),
    "判定不能（期間中）｜期間中：目標の年度より前のため評価しません。進捗率40.0 %、経過率不明。",
  ],
])("%s", (_why, value, answer) => {
  expect(told(value)).toBe(answer);
});

test.each([
  ["経過率が0", 0],
  ["経過率が負", -0.5],
  ["経過率が分からない", null],
])("%sなら、経過率で割る設定でも期間中", (_why, elapsed) => {
  expect(gradeOf(rate(1, elapsed), null, { byElapsed: true })).toBe("判定不能");
});

test("経過率で割って評価したものには、その途中の年度が添えてある", () => {
  expect(gradeDetail(rate(0.48, 0.6), "A-E", { byElapsed: true })).toMatchObject({
    name: "B",
    percent: 80,
    interim: { year: 2022, targetYear: 2024, elapsed: 0.6 },
  });
  expect(gradeDetail(rate(0.48), "A-E", { byElapsed: true })).not.toHaveProperty("interim");
});

const narrow: Scale = {
  name: "手作り",
  measures: "達成率",
  rules: [{ name: "可", bound: "以上", percent: 80, nameFrom: "計画", numberFrom: "アドイン" }],
};
const numbered = { name: 5, rules: "なし" } as unknown as Scale;

test("区分のない率と、ない尺度", () => {
  expect(told(0.5, narrow)).toBe(
    "判定不能（区分なし）｜区分なし：尺度「手作り」に50.0 %の区分がありません。設定シートの尺度を直してください。",
  );
  expect(told(0.5, numbered)).toBe(
    "判定不能（尺度 不明）｜尺度 不明：尺度「5」はありません。使えるのは4段階、A-E、S-D、RAGです。",
  );
});

test.each(["A-E", "a−e", "Ａ〜Ｅ", "A~E", "A‐E", "A―E", " A ー E "])("尺度「%s」は A-E", (name) => {
  expect(scaleNamed(name)?.name).toBe("A-E");
});

const noRating = (reason: string) => ({ percent: null, rating: "判定不能", reason });

test.each([
  ["項目がない", { met: 0, n: 0 }, noRating("判定された項目が1つもないため、割合を計算できません。")],
  [
    "該当が多すぎる",
    { met: 3, n: 2 },
    noRating("該当項目数3が項目数2を超えています。件数を確かめてください。"),
  ],
  ["該当が負", { met: -1, n: 2 }, noRating("項目数が0以上の整数ではありません。件数を確かめてください。")],
  [
    "項目数が整数でない",
    { met: 1, n: 2.5 },
    noRating("項目数が0以上の整数ではありません。件数を確かめてください。"),
  ],
  ["区分がない", { met: 1, n: 2, scale: narrow }, noRating("尺度「手作り」に50 %の区分がありません。")],
  [
    "尺度がない",
    { met: 1, n: 2, scale: numbered },
    noRating("尺度 不明：尺度「5」はありません。使えるのは目標、総合です。"),
  ],
  [
    "一つもない",
    { met: 0, n: 2 },
    { percent: 0, rating: "達成できなかった", nameFrom: "アドイン", numberFrom: "アドイン" },
  ],
  [
    "すべて",
    { met: 2, n: 2, scale: narrow },
    { percent: 100, rating: "可", nameFrom: "計画", numberFrom: "アドイン" },
  ],
])("割合の評価：%s", (_why, input, rating) => {
  expect(ratingOf(input)).toEqual(rating);
});
