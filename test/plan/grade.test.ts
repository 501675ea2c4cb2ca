import fc from "fast-check";
import { gradeDetail, gradeOf, printGrade, ratingOf, scaleNamed } from "../../src/plan/scales/grade";
import { percentOf, printPercent, shareOf } from "../../src/plan/percent";
import { noRate } from "../../src/plan/progress/rate";
import type { RateValue } from "../../src/plan/progress/rate";
import type { Scale, ScaleRule } from "../../src/plan/scales/scale";
import { RATING_SCALES, SCALES } from "../../src/plan/scales/bundled";
import { checkScale } from "../../src/plan/scales/check";
import { originNote } from "../../src/plan/scales/origin";

const walked = (value: number, elapsed: number | null): RateValue => ({
  kind: "rate",
  value,
  method: "進捗率",
  formula: "(実績−基準)÷(目標−基準)",
  interim: { year: 2022, targetYear: 2024, elapsed },
});

describe("率の表示：小数第1位、四捨五入、100 %未満は100.0にしない", () => {
  it.each([
    [0.987, 98.7],
    [0.8445, 84.5],
    [0.8444999, 84.4],
    [0.5005, 50.1],
    [201 / 400, 50.3],
    [1.0005, 100.1],
    [1.005, 100.5],
    [0.9995, 99.9],
    [0.99999999, 99.9],
    [1 - 2 ** -53, 99.9],
    [1, 100],
    [1.00049, 100],
    [0.6995, 70],
    [0.5995, 60],
    [0.00049, 0],
    [0, 0],
    [-0.00001, 0],
    [-0.1225, -12.3],
    [1.5, 150],
    [0.0145, 1.5],
    [0.2895, 29],
  ])("%p は %p", (fraction, percent) => {
    expect(percentOf(fraction)).toBe(percent);
  });

  it.each([NaN, Infinity, -Infinity, 1e308])("%p には率がない", (fraction) => {
    expect(percentOf(fraction)).toBeNull();
    expect(printPercent(fraction)).toBe("判定不能");
  });

  it("小数はいつも1桁", () => {
    expect([1, 0.987, 0, -0.5].map(printPercent)).toEqual(["100.0 %", "98.7 %", "0.0 %", "-50.0 %"]);
  });

  it("整数の比なら、整数だけで数えた四捨五入と同じ", () => {
    const counts = fc.tuple(fc.nat(200_000), fc.integer({ min: 1, max: 200_000 }));
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const tenths = Number((BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole)));
        const expected = part < whole ? Math.min(tenths, 999) : tenths;
        expect(percentOf(part / whole)).toBe(expected / 10);
      }),
    );
  });

  it("小数第2位がちょうど5の率は、2進数の都合によらずすべて切り上げる", () => {
    for (let odd = 1; odd < 1999; odd += 2) expect(percentOf(odd / 2000)).toBe((odd + 1) / 20);
    expect(percentOf(1999 / 2000)).toBe(99.9);
  });

  it("100以上と表示される ⇔ 1以上", () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (fraction) => {
        expect((percentOf(fraction) ?? 0) >= 100).toBe(fraction >= 1);
      }),
    );
  });

  it("大きい率ほど表示も大きいか同じ", () => {
    const rate = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        expect(percentOf(Math.min(a, b)) ?? 0).toBeLessThanOrEqual(percentOf(Math.max(a, b)) ?? 0);
      }),
    );
  });
});

describe("評価", () => {
  it.each<[number, string, string]>([
    [1, "4段階", "目標達成"],
    [1.3, "4段階", "目標達成"],
    [0.99999, "4段階", "概ね達成"],
    [0.8, "4段階", "概ね達成"],
    [0.7995, "4段階", "概ね達成"],
    [0.7994, "4段階", "やや遅れている"],
    [0.6, "4段階", "やや遅れている"],
    [0.5994, "4段階", "大幅に遅れている"],
    [-2, "4段階", "大幅に遅れている"],
    [1, "A-E", "A"],
    [0.999, "A-E", "B"],
    [0.8, "A-E", "B"],
    [0.5, "A-E", "C"],
    [0.4994, "A-E", "D"],
    [0.001, "A-E", "D"],
    [0.0004, "A-E", "E"],
    [0, "A-E", "E"],
    [-0.3, "A-E", "E"],
    [1.2, "S-D", "S"],
    [1.1994, "S-D", "A"],
    [1, "S-D", "A"],
    [0.8, "S-D", "B"],
    [0.6, "S-D", "C"],
    [0.59, "S-D", "D"],
    [1, "RAG", "緑"],
    [0.8, "RAG", "黄"],
    [0.1, "RAG", "赤"],
    [0.8, "Ａ－Ｅ", "B"],
    [0.8, "a〜e", "B"],
  ])("%p は尺度 %s で %s", (value, scale, grade) => {
    expect(gradeOf(value, scale)).toBe(grade);
  });

  it("尺度を言わなければ4段階", () => {
    expect(gradeOf(0.85)).toBe("概ね達成");
  });

  it.each([
    [noRate("未入力", "未入力", "実績値を入力してください。"), "未入力"],
    [noRate("対象外", "測定しない年度", "目標が－です。"), "対象外"],
    [noRate("判定不能", "割合の疑い", "0.5です。"), "判定不能"],
    ["未入力", "未入力"],
    ["対象外", "対象外"],
    ["判定不能（割合の疑い）", "判定不能"],
    ["", "未入力"],
    [null, "未入力"],
    [undefined, "未入力"],
    ["達成", "判定不能"],
    [NaN, "判定不能"],
    [Infinity, "判定不能"],
  ])("状態 %p は %s のまま通る", (value, name) => {
    expect(gradeOf(value)).toBe(name);
  });

  it("知らない尺度は、ある尺度の名前を添えて判定不能", () => {
    expect(gradeOf(0.9, "5段階")).toBe("判定不能");
    expect(gradeDetail(0.9, "5段階")).toMatchObject({
      state: "判定不能",
      reason: "尺度 不明：尺度「5段階」はありません。使えるのは4段階、A-E、S-D、RAGです。",
    });
    expect(scaleNamed("5段階")).toBeNull();
  });

  it.each([[[]], [{}], [{ name: "手作り", rules: "以上" }], [5]])("尺度でないもの %p は判定不能", (scale) => {
    expect(gradeDetail(0.9, scale as unknown as Scale)).toMatchObject({
      state: "判定不能",
      cause: "尺度 不明",
    });
    expect(ratingOf({ met: 1, n: 2, scale: scale as unknown as Scale })).toMatchObject({
      rating: "判定不能",
    });
  });

  it("比べた率と、語と数をどちらが決めたかを添える", () => {
    expect(gradeDetail(0.99999)).toEqual({
      kind: "grade",
      name: "概ね達成",
      percent: 99.9,
      scale: "4段階",
      nameFrom: "計画",
      numberFrom: "アドイン",
    });
  });

  it("隙間のある尺度では判定不能（区分なし）", () => {
    const gap: Scale = {
      name: "手作り",
      measures: "達成率",
      rules: [{ name: "可", bound: "以上", percent: 80, nameFrom: "計画", numberFrom: "計画" }],
    };
    expect(gradeOf(0.8, gap)).toBe("可");
    expect(printGrade(gradeDetail(0.5, gap))).toBe("判定不能（区分なし）");
  });

  it("良い率ほど評価が下がることはない", () => {
    const rate = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(rate, rate, fc.constantFrom(...SCALES), (a, b, scale) => {
        const place = (value: number) => scale.rules.findIndex(({ name }) => name === gradeOf(value, scale));
        expect(place(Math.max(a, b))).toBeLessThanOrEqual(place(Math.min(a, b)));
      }),
    );
  });
});

describe("目標の年度より前の進捗率", () => {
  it("評価は判定不能（期間中）で、経過率を添える", () => {
    const grade = gradeDetail(walked(0.4, 0.6), "A-E");
    expect(gradeOf(walked(0.4, 0.6), "A-E")).toBe("判定不能");
    expect(printGrade(grade)).toBe("判定不能（期間中）");
    expect(grade).toMatchObject({ interim: { elapsed: 0.6 } });
    expect(grade.kind === "state" && grade.reason).toContain("進捗率40.0 %、経過率60.0 %");
  });

  it("設定すれば進捗率÷経過率で評価する", () => {
    expect(gradeOf(walked(0.48, 0.6), "A-E", { byElapsed: true })).toBe("B");
    expect(gradeOf(walked(0.6, 0.6), "A-E", { byElapsed: true })).toBe("A");
    expect(gradeOf(walked(-0.1, 0.6), "A-E", { byElapsed: true })).toBe("E");
  });

  it.each([0, null])("経過率が %p なら設定しても期間中", (elapsed) => {
    expect(printGrade(gradeDetail(walked(0.4, elapsed), "A-E", { byElapsed: true }))).toBe(
      "判定不能（期間中）",
    );
  });
});

describe("項目数の割合と総合評価（加須の第1章）", () => {
  it.each([
    [10, 12, 83.3, "概ね達成できた"],
    [13, 14, 92.9, "概ね達成できた"],
    [11, 13, 84.6, "概ね達成できた"],
    [11, 16, 68.8, "やや達成できなかった"],
    [15, 21, 71.4, "やや達成できなかった"],
    [17, 23, 73.9, "やや達成できなかった"],
    [11, 20, 55, "達成できなかった"],
    [999, 1000, 99.9, "概ね達成できた"],
    [9999, 10000, 99.9, "概ね達成できた"],
    [4, 5, 80, "概ね達成できた"],
  ])("%i/%i は %p %s", (met, n, percent, rating) => {
    expect(ratingOf({ met, n })).toMatchObject({ percent, rating });
  });

  it("全体は78.6で成果があった", () => {
    expect(ratingOf({ met: 42 + 46, n: 112, scale: "総合" })).toMatchObject({
      percent: 78.6,
      rating: "成果があった",
      nameFrom: "計画",
      numberFrom: "アドイン",
    });
    expect([42, 46, 15, 9].map((count) => shareOf(count, 112))).toEqual([37.5, 41.1, 13.4, 8]);
    expect(shareOf(15 + 9, 112)).toBe(21.4);
  });

  it("計画が印刷していない語はアドインのもの", () => {
    expect(ratingOf({ met: 1, n: 2, scale: "総合" })).toMatchObject({ nameFrom: "アドイン" });
  });

  it.each([
    [0, 0, "1つもない"],
    [3, 2, "超えて"],
    [-1, 2, "整数"],
    [1.5, 2, "整数"],
    [NaN, 2, "整数"],
  ])("%p/%p には割合がない", (met, n, reason) => {
    const rating = ratingOf({ met, n });
    expect(rating).toMatchObject({ percent: null, rating: "判定不能" });
    expect(rating.reason).toContain(reason);
  });
});

describe("尺度の点検", () => {
  const rule = (name: string, bound: ScaleRule["bound"], percent: number | null): ScaleRule => ({
    name,
    bound,
    percent,
    nameFrom: "計画",
    numberFrom: "計画",
  });
  const scale = (...rules: ScaleRule[]): Scale => ({ name: "試し", measures: "達成率", rules });

  it.each([...SCALES, ...RATING_SCALES])("同梱の $name に問題はない", (bundled) => {
    expect(checkScale(bundled)).toEqual([]);
  });

  it("問題のない尺度では、どの率にも評価がある", () => {
    const bound = fc.constantFrom("以上", "超", "以下", "未満", null);
    const anyRule = fc.tuple(bound, fc.integer({ min: -20, max: 150 })).map(([b, p]) => ({ b, p }));
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 5 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (rules, value) => {
          const made = scale(
            ...rules.map(({ b, p }, index) => rule(`評価${index}`, b, b === null ? null : p)),
          );
          fc.pre(checkScale(made).length === 0);
          expect(gradeOf(value, made)).toMatch(/^評価/);
        },
      ),
    );
  });
});

describe("どこから来た言葉と数か", () => {
  const notes = () =>
    new Map([...SCALES, ...RATING_SCALES].map((scale) => [scale.name, originNote(scale) ?? ""]));

  it("4段階は言葉が計画、区切りがアドイン", () => {
    expect(notes().get("4段階")).toBe(
      "区切りの100 %以上、80 %以上、60 %以上は計画に印刷されたものではなく、アドインの既定か、このブックで入れたものです。設定シートの尺度で変えられます。",
    );
  });

  it("総合評価は計画が印刷した「成果があった」のほかの言葉もアドイン", () => {
    expect(notes().get("総合")).toContain(
      "評価の言葉「やや成果があった」「成果が不十分だった」と区切りの75 %以上、50 %以上は",
    );
  });

  it("すべて計画が決めた尺度には何も添えない", () => {
    const own: Scale = {
      name: "独自",
      measures: "達成率",
      rules: [{ name: "可", bound: null, percent: null, nameFrom: "計画", numberFrom: "計画" }],
    };
    expect(originNote(own)).toBeNull();
  });
});

describe("Excel が省いた引数に渡す null", () => {
  it("尺度を省いたのと同じ", () => {
    expect(gradeOf(0.85, null)).toBe("概ね達成");
    expect(ratingOf({ met: 10, n: 12, scale: null })).toEqual(ratingOf({ met: 10, n: 12 }));
  });
});

describe("評価の語が出ない理由は、言葉のとおり", () => {
  it.each([
    [null, "未入力", "未入力", "未入力：達成率がまだありません。"],
    ["", "未入力", "未入力", "未入力：達成率がまだありません。"],
    ["未入力", "未入力", "未入力", "未入力：達成率の列がこの状態です。"],
    ["対象外", "対象外", "対象外", "対象外：達成率の列がこの状態です。"],
    ["判定不能（期間中）", "判定不能", "期間中", "期間中：達成率の列がこの状態です。"],
    [
      "未入力です",
      "判定不能",
      "数値でない",
      "数値でない：「未入力です」は達成率ではありません。0.987のような数値にしてください。",
    ],
    [
      "これは未入力",
      "判定不能",
      "数値でない",
      "数値でない：「これは未入力」は達成率ではありません。0.987のような数値にしてください。",
    ],
    [NaN, "判定不能", "数値でない", "数値でない：達成率が数値ではありません。"],
  ])("%p", (value, state, cause, reason) => {
    expect(gradeDetail(value)).toEqual({ kind: "state", state, cause, reason });
  });

  it("区分のない尺度、知らない尺度", () => {
    const empty = { name: "空", measures: "達成率", rules: [] } as const satisfies Scale;
    expect(gradeDetail(0.5, empty)).toMatchObject({
      reason: "区分なし：尺度「空」に50.0 %の区分がありません。設定シートの尺度を直してください。",
    });
    expect(gradeDetail(0.5, "なし")).toMatchObject({
      reason: "尺度 不明：尺度「なし」はありません。使えるのは4段階、A-E、S-D、RAGです。",
    });
    expect(ratingOf({ met: 3, n: 3, scale: empty })).toEqual({
      percent: null,
      rating: "判定不能",
      reason: "尺度「空」に100 %の区分がありません。",
    });
    expect(ratingOf({ met: 3, n: 3 })).toMatchObject({ percent: 100, rating: "概ね達成できた" });
    expect(printGrade(gradeDetail(1))).toBe("目標達成");
    expect(printGrade(gradeDetail("判定不能（期間中）"))).toBe("判定不能（期間中）");
  });
});
