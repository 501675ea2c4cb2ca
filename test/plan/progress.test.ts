import fc from "fast-check";
import { gradeOf, printGrade, gradeDetail } from "../../src/plan/scales/grade";
import { percentOf } from "../../src/plan/percent";
import type { Direction, Indicator, Method } from "../../src/plan/plan";
import { looksLikeFraction, printState, rate, rateOf, STATE_NAMES } from "../../src/plan/progress/progress";
import type { Rate, RateInput } from "../../src/plan/progress/progress";
import { parseTarget } from "../../src/plan/target";

const valueOf = (result: Rate): number => (result.kind === "rate" ? result.value : NaN);
const capped = (result: Rate): number => Math.min(valueOf(result), 1);

describe("率は丸めず切らずに返す", () => {
  it.each<[RateInput, number]>([
    [{ actual: "205", target: "210" }, 205 / 210],
    [{ actual: 252, target: 240 }, 1.05],
    [{ actual: 90.5, target: 91.8, baseline: 89.3, method: "進捗率" }, 0.48],
    [{ actual: 98.1, target: 98.4, baseline: 98, method: "進捗率" }, 0.25],
    [{ actual: 80.3, target: 80.6, baseline: 80, method: "進捗率" }, 0.5],
    [{ actual: 999, target: 900, baseline: 966, direction: "down", method: "進捗率" }, -0.5],
    [{ actual: "▲45", target: "▲30", direction: "down" }, 1.5],
    [{ actual: 1, target: "5〜10", direction: "band" }, 0.2],
    [{ actual: -10, target: 0, direction: "down" }, 1],
  ])("%p は %p", (input, expected) => {
    expect(rate(input)).toMatchObject({ kind: "rate", value: expected });
  });

  it("方向を言わなければ増やす、方法を言わなければ達成率", () => {
    expect(rate({ actual: 3, target: 4 })).toEqual({
      kind: "rate",
      value: 0.75,
      method: "達成率",
      formula: "実績÷目標",
    });
  });

  it("読み取り済みの値も受け取る", () => {
    expect(rate({ actual: parseTarget("８"), target: parseTarget("10件") })).toMatchObject({ value: 0.8 });
  });

  it("0 %はマイナス0にならない", () => {
    expect(Object.is(valueOf(rate({ actual: -0, target: 5 })), 0)).toBe(true);
    expect(Object.is(valueOf(rate({ actual: 0, target: "▲30", direction: "down" })), 0)).toBe(true);
  });
});

describe("区分ごとの目標", () => {
  it("悪い方が全体の率になり、それぞれの率も示す", () => {
    const result = rate({ actual: "主幹 55 / 主査 35", target: "主幹 50 / 主査 70" });
    expect(result).toMatchObject({
      value: 0.5,
      parts: [
        { label: "主幹", rate: { value: 1.1 } },
        { label: "主査", rate: { value: 0.5 } },
      ],
    });
  });

  it("1つでも未入力なら未入力で、分かった区分の率は示す", () => {
    expect(rate({ actual: "主幹 55", target: "主幹 50 / 主査 70" })).toMatchObject({
      state: "未入力",
      parts: [{ rate: { kind: "rate" } }, { rate: { state: "未入力" } }],
    });
  });

  it("判定できない区分と未入力の区分があれば、まず未入力", () => {
    const parts = (first: number, second: number | null) => ({
      kind: "parts" as const,
      printed: "",
      parts: [
        { label: "主幹", value: first, unit: null },
        ...(second === null ? [] : [{ label: "主査", value: second, unit: null }]),
      ],
    });
    const result = rate({ actual: parts(0.5, null), target: parts(50, 70), unit: "％" });
    expect(result).toMatchObject({
      state: "未入力",
      parts: [{ rate: { cause: "割合の疑い" } }, { rate: { state: "未入力" } }],
    });
  });

  it("目標にない区分の実績は、その名前を言って判定不能", () => {
    const result = rate({ actual: "主幹 55 / 係長 35", target: "主幹 50 / 主査 70" });
    expect(result).toMatchObject({ state: "判定不能", cause: "区分 不一致" });
    expect(result.kind === "state" && result.reason).toContain("「係長」");
  });

  it("目標が1つの数値で実績が区分ごとなら判定不能", () => {
    expect(rate({ actual: "主幹 55 / 主査 35", target: 50 })).toMatchObject({ cause: "区分と1つの数値" });
  });

  it("進捗率は区分ごとの基準値から", () => {
    const input = { actual: "主幹 45 / 主査 60", target: "主幹 50 / 主査 70", baseline: "主幹 40 / 主査 50" };
    expect(rate({ ...input, method: "進捗率" })).toMatchObject({ value: 0.5 });
    expect(rate({ ...input, baseline: 40, method: "進捗率" })).toMatchObject({ cause: "基準値なし" });
  });
});

describe("状態には原因と、どうすればよいかの文がある", () => {
  const states: [string, RateInput][] = [
    ["未入力", { actual: null, target: 5 }],
    ["対象外（測定しない年度）", { actual: 5, target: "－" }],
    ["対象外（測定しない年度）", { actual: "―", target: 5 }],
    ["判定不能（方向 未設定）", { actual: 5, target: 5, direction: null }],
    ["判定不能（割合の疑い）", { actual: 0.5, target: 50, unit: "％" }],
    ["判定不能（目標値 未設定）", { actual: 5, target: null }],
    ["判定不能（実績が数値でない）", { actual: "調査中", target: 5 }],
    ["判定不能（実績が数値でない）", { actual: "5以上", target: 5 }],
    ["判定不能（数値でない）", { actual: NaN, target: 5 }],
    ["判定不能（数値でない）", { actual: 5, target: Infinity }],
    ["判定不能（桁あふれ）", { actual: 1e308, target: 1e-308 }],
    ["判定不能（桁あふれ）", { actual: 1e308, target: 1 }],
    ["判定不能（比較の相手なし）", { actual: 88, target: "類似団体平均以下" }],
    ["判定不能（目標が「－」）", { actual: 2.5, target: "－", name: "実質赤字比率", direction: "down" }],
    ["判定不能（基準値なし）", { actual: 5, target: 10, method: "進捗率" }],
    ["判定不能（目標が負の値）", { actual: -5, target: -3 }],
    ["判定不能（目標が負の値）", { actual: -5, target: -3, direction: "keep" }],
    ["判定不能（節目 不明）", { actual: "調整中", target: "策定" }],
    // A sheet or another program may hand over words no type allows.
    ["判定不能（方向 不明）", { actual: 5, target: 6, direction: "横" as Direction }],
    ["判定不能（方向 不明）", { actual: 5, target: 6, direction: "" as Direction }],
    ["判定不能（方法 不明）", { actual: 5, target: 6, method: "到達率" as Method }],
    ["判定不能（方法 不明）", { actual: 5, target: "3〜5", method: "" as Method }],
    ["判定不能（単位 不一致）", { actual: "5件", target: 6, unit: "人" }],
    ["判定不能（単位 不一致）", { actual: "5件", target: "6件", baseline: "2人", method: "進捗率" }],
  ];

  it.each(states)("%s：%p", (printed, input) => {
    const result = rate(input);
    if (result.kind !== "state") throw new Error(`${result.value}`);
    expect(printState(result)).toBe(printed);
    expect(result.reason.startsWith(`${result.cause}：`)).toBe(true);
    expect(result.reason.endsWith("。")).toBe(true);
  });

  it("実績が空なら、目標や方向に問題があっても未入力", () => {
    expect(rate({ actual: "", target: "", direction: null })).toMatchObject({ state: "未入力" });
    expect(rate({ actual: "", target: "類似団体平均以下" })).toMatchObject({ state: "未入力" });
    expect(rate({ actual: "", target: "－", name: "実質赤字比率" })).toMatchObject({ state: "未入力" });
  });
});

describe("節目", () => {
  it("2つの言葉のうち1つが後の年度の言葉なら、そこまで進んでいる", () => {
    expect(rate({ actual: "検証・実施", target: "周知", laterWords: ["実施"] })).toMatchObject({ value: 1 });
  });
});

describe("割合の疑い", () => {
  it.each<[number, number | null, number | null, string | null, boolean]>([
    [0.5, 50, null, "％", true],
    [0.5, 50, null, "%", true],
    [1, 100, null, "％", true],
    [0.918, 5, 89.3, "％", true],
    [0.5, 10, null, "％", true],
    [0, 50, null, "％", false],
    [-0.5, 50, null, "％", false],
    [1.1, 50, null, "％", false],
    [0.5, 9.9, null, "％", false],
    [0.5, 50, null, "件", false],
    [0.5, 50, null, null, false],
  ])("実績%p 目標%p 基準%p 単位%p は%p", (actual, target, baseline, unit, suspicious) => {
    expect(looksLikeFraction(actual, target, baseline, unit)).toBe(suspicious);
  });

  it("実績のセルに％と書いてあれば疑わない", () => {
    expect(rate({ actual: "0.5％", target: "50", unit: "％" })).toMatchObject({ value: 0.01 });
  });
});

const indicator = (fields: Partial<Indicator>): Indicator => ({
  id: "1-1",
  node: "1",
  name: "指標",
  unit: null,
  direction: "up",
  kind: null,
  cumulative: false,
  note: null,
  baseline: null,
  targets: {},
  ...fields,
});

describe("計画の指標のある年度の率", () => {
  const 加須83 = indicator({
    name: "経常収支比率",
    unit: "％",
    direction: "down",
    baseline: { year: 2019, text: "89.3" },
    targets: { 2021: "91.8", 2022: "91.7", 2023: "91.6", 2024: "91.5", 2025: "91.4" },
    actuals: { 2021: "91.0", 2022: "92.5" },
  });
  const 伊奈 = indicator({
    name: "経常収支比率",
    unit: "％",
    direction: "down",
    baseline: { year: 2018, text: "91.5" },
    targets: { 2024: "89.7" },
    actuals: { 2021: "90.6", 2023: "92.4", 2024: "89.7" },
  });

  it("その年度の目標があれば達成率", () => {
    expect(rateOf(加須83, 2021)).toMatchObject({ value: 91.8 / 91, method: "達成率" });
    expect(rateOf(加須83, 2022)).toMatchObject({ value: 91.7 / 92.5, method: "達成率" });
    expect(rateOf(加須83, 2021)).not.toHaveProperty("interim");
    expect(gradeOf(rateOf(加須83, 2021))).toBe("目標達成");
  });

  it("実績のない年度は未入力", () => {
    expect(rateOf(加須83, 2023)).toMatchObject({ state: "未入力" });
    expect(rateOf(indicator({ targets: { 2021: "5" } }), 2021)).toMatchObject({ state: "未入力" });
  });

  it("最終目標だけなら進捗率で、それまでは期間中と経過率", () => {
    expect(rateOf(伊奈, 2021)).toMatchObject({
      value: 0.5,
      method: "進捗率",
      interim: { year: 2021, targetYear: 2024, elapsed: 0.5 },
    });
    expect(valueOf(rateOf(伊奈, 2023))).toBeCloseTo(-0.5, 12);
    expect(printGrade(gradeDetail(rateOf(伊奈, 2021), "A-E"))).toBe("判定不能（期間中）");
    expect(gradeOf(rateOf(伊奈, 2021), "A-E", { byElapsed: true })).toBe("A");
  });

  it("経過率は計画期間が分かればその初年度から", () => {
    expect(rateOf(伊奈, 2021, { period: [2020, 2024] })).toMatchObject({ interim: { elapsed: 0.4 } });
    const { baseline: _, ...rest } = 伊奈;
    const noYear = { ...rest, baseline: { year: null, text: "91.5" } };
    expect(rateOf(noYear, 2021)).toMatchObject({ interim: { elapsed: null } });
  });

  it("計算のしかたは計画の全指標に言える", () => {
    const of = (printed: Partial<Indicator>) => indicator({ targets: { 2024: "10" }, ...printed });
    const less = of({ direction: "down", method: "達成率", actuals: { 2024: "12" } });
    expect(valueOf(rateOf(less, 2024))).toBeCloseTo(10 / 12);
    expect(valueOf(rateOf(less, 2024, { downFormula: "2−実績÷目標" }))).toBeCloseTo(0.8);
    const kept = of({ direction: "keep", actuals: { 2024: "8" } });
    expect(valueOf(rateOf(kept, 2024))).toBeCloseTo(0.8);
    expect(valueOf(rateOf(kept, 2024, { keepBetter: "down" }))).toBe(1);
    const compared = of({ targets: { 2024: "類似団体平均以下" }, actuals: { 2024: "12" } });
    expect(rateOf(compared, 2024)).toMatchObject({ cause: "比較の相手なし" });
    expect(valueOf(rateOf(compared, 2024, { comparator: 12 }))).toBe(1);
  });

  it("目標の年度には進捗率のまま評価がつく", () => {
    expect(rateOf(伊奈, 2024)).toMatchObject({ value: 1, method: "進捗率" });
    expect(rateOf(伊奈, 2024)).not.toHaveProperty("interim");
    expect(gradeOf(rateOf(伊奈, 2024), "A-E")).toBe("A");
  });

  it("基準値のない最終目標（大泉の—）は、目標の年度だけ達成率", () => {
    const 大泉 = indicator({
      unit: "％",
      baseline: { year: 2024, text: "—" },
      targets: { 2029: "45.0%" },
      actuals: { 2027: "40.0", 2029: "36.0" },
    });
    expect(rateOf(大泉, 2027)).toMatchObject({ state: "判定不能", cause: "基準値が数値でない" });
    expect(rateOf(大泉, 2029)).toMatchObject({ value: 0.8, method: "達成率" });
  });

  it("指標の方法が既定に勝つ", () => {
    expect(rateOf({ ...伊奈, method: "達成率" }, 2021)).toMatchObject({
      value: 89.7 / 90.6,
      method: "達成率",
    });
    expect(rateOf({ ...伊奈, method: "達成率" }, 2021)).not.toHaveProperty("interim");
    const up = indicator({
      baseline: { year: 2019, text: "40" },
      targets: { 2021: "50", 2025: "90" },
      actuals: { 2021: "45", 2023: "75" },
      method: "進捗率",
    });
    expect(rateOf(up, 2021)).toMatchObject({ value: 0.5, method: "進捗率" });
    expect(rateOf(up, 2023)).toMatchObject({ value: 0.7, interim: { targetYear: 2025 } });
  });

  it("年度ごとの目標の途中が抜けていれば目標値 未設定", () => {
    const gap = indicator({ targets: { 2021: "5", 2023: "7" }, actuals: { 2022: "6" } });
    expect(rateOf(gap, 2022)).toMatchObject({ state: "判定不能", cause: "目標値 未設定" });
    expect(rateOf(gap, 2024)).toMatchObject({ state: "未入力" });
    expect(rateOf({ ...gap, actuals: { 2024: "6" } }, 2024)).toMatchObject({ cause: "目標値 未設定" });
    expect(rateOf({ ...gap, targets: { 2023: "7" }, actuals: { 2024: "6" } }, 2024)).toMatchObject({
      reason: expect.stringContaining("過ぎています"),
    });
    expect(rateOf({ ...gap, targets: {} }, 2022)).toMatchObject({ cause: "目標値 未設定" });
  });

  it("隔年調査の－は対象外、前後の年度は達成率", () => {
    const survey = indicator({
      unit: "％",
      note: "隔年調査",
      targets: { 2021: "80", 2022: "－", 2023: "80" },
      actuals: { 2021: "78", 2022: "79" },
    });
    expect(rateOf(survey, 2021)).toMatchObject({ value: 0.975 });
    expect(rateOf(survey, 2022)).toMatchObject({ state: "対象外" });
  });

  it("節目は自分の道の後の言葉でも達成、前の言葉では判定不能", () => {
    const 加須99 = indicator({
      direction: null,
      targets: { 2021: "方針検討", 2022: "方針策定", 2023: "周知", 2024: "実施", 2025: "実施" },
      actuals: { 2021: "方針策定", 2022: "実施", 2023: "方針策定", 2024: "実施", 2025: "○" },
    });
    expect([2021, 2022, 2023, 2024, 2025].map((year) => valueOf(rateOf(加須99, year)))).toEqual([
      1,
      1,
      NaN,
      1,
      1,
    ]);
  });

  it("導入のあと％になる指標（加須64）", () => {
    const 加須64 = indicator({
      unit: "％",
      targets: { 2021: "導入", 2022: "50％", 2023: "55％" },
      actuals: { 2021: "導入", 2022: "45", 2023: "0.6" },
    });
    expect(rateOf(加須64, 2021)).toMatchObject({ value: 1 });
    expect(rateOf(加須64, 2022)).toMatchObject({ value: 0.9 });
    expect(rateOf(加須64, 2023)).toMatchObject({ cause: "割合の疑い" });
  });

  it("方向nullは数値の目標だけ判定不能", () => {
    const unknown = indicator({
      direction: null,
      targets: { 2021: "5", 2022: "3以上" },
      actuals: { 2021: "5", 2022: "4" },
    });
    expect(rateOf(unknown, 2021)).toMatchObject({ cause: "方向 未設定" });
    expect(rateOf(unknown, 2022)).toMatchObject({ value: 1 });
  });

  it("該当なしの－は、指標の名前で分かる", () => {
    const 将来負担 = { ...伊奈, name: "将来負担比率＊", actuals: { 2022: "－", 2024: "－" } };
    expect(rateOf(将来負担, 2024)).toMatchObject({ value: 1 });
    expect(rateOf({ ...将来負担, name: "協働事業数" }, 2024)).toMatchObject({ state: "対象外" });
  });

  describe("累計", () => {
    const 累計 = indicator({
      cumulative: true,
      baseline: { year: 2020, text: "0" },
      targets: { 2021: "4", 2022: "6", 2023: "8" },
      actuals: { 2021: "3", 2022: "6", 2023: "2" },
    });

    it("その年度の値をそのまま使い、合計しない", () => {
      expect(rateOf(累計, 2022)).toMatchObject({ value: 1 });
    });

    it("年度ごとの値を合計すると計画が言えば合計する", () => {
      expect(rateOf({ ...累計, note: "各年度の実績の合計" }, 2023)).toMatchObject({ value: 11 / 8 });
      expect(rateOf(累計, 2022, { summed: true })).toMatchObject({ value: 1.5 });
      expect(rateOf({ ...累計, cumulative: false }, 2022, { summed: true })).toMatchObject({ value: 1 });
    });

    it("合計の途中が未入力なら未入力で、0とはしない", () => {
      const gap = { ...累計, actuals: { 2021: "3", 2023: "2" } };
      expect(rateOf(gap, 2023, { summed: true })).toMatchObject({ state: "未入力" });
    });
  });
});

describe("いつでも成り立つこと", () => {
  const decimal = fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(1, 10, 100))
    .map(([n, by]) => n / by);
  const number = fc.oneof(
    decimal,
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    fc.integer({ min: -5, max: 5 }),
  );
  const method = fc.constantFrom<Method>("達成率", "進捗率");
  const oneWay = fc.constantFrom<Direction>("up", "down");
  const downFormula = fc.constantFrom("目標÷実績" as const, "2−実績÷目標" as const);
  const given = fc.record({
    target: number,
    baseline: fc.option(number),
    direction: oneWay,
    method,
    downFormula,
  });

  it("増やす・減らす：実績が良くなれば、100 %で切った率は下がらない", () => {
    fc.assert(
      fc.property(given, decimal, decimal, (input, one, other) => {
        const [worse, better] = one < other === (input.direction === "up") ? [one, other] : [other, one];
        const low = rate({ ...input, actual: worse });
        const high = rate({ ...input, actual: better });
        fc.pre(low.kind === "rate" && high.kind === "rate");
        expect(capped(high)).toBeGreaterThanOrEqual(capped(low));
      }),
      { numRuns: 1000 },
    );
  });

  it("増やす・減らす・維持：達した ⇔ 100 %以上", () => {
    const direction = fc.constantFrom<Direction>("up", "down", "keep");
    fc.assert(
      fc.property(given, direction, number, fc.boolean(), (input, way, other, equal) => {
        const actual = equal ? input.target : other;
        const result = rate({ ...input, direction: way, actual });
        fc.pre(result.kind === "rate");
        const reached = way === "down" ? actual <= input.target : actual >= input.target;
        expect(valueOf(result) >= 1).toBe(reached);
        expect((percentOf(valueOf(result)) ?? 0) >= 100).toBe(reached);
        expect(gradeOf(result) === "目標達成").toBe(reached);
      }),
      { numRuns: 1000 },
    );
  });

  it("範囲：範囲の中 ⇔ 100 %、外は0 %以上100 %未満", () => {
    fc.assert(
      fc.property(number, number, number, (a, b, actual) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const target = { kind: "band", low, high, unit: null, printed: `${low}〜${high}` } as const;
        const value = valueOf(rate({ actual, target, direction: "band" }));
        if (actual >= low && actual <= high) expect(value).toBe(1);
        else expect(value >= 0 && value < 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("以上・超・以下・未満：満たす ⇔ 100 %", () => {
    const holds = {
      以上: (value: number, limit: number) => value >= limit,
      超: (value: number, limit: number) => value > limit,
      以下: (value: number, limit: number) => value <= limit,
      未満: (value: number, limit: number) => value < limit,
    };
    const bound = fc.constantFrom("以上" as const, "超" as const, "以下" as const, "未満" as const);
    fc.assert(
      fc.property(bound, number, number, fc.boolean(), (word, limit, other, equal) => {
        const actual = equal ? limit : other;
        const result = rate({
          actual,
          target: { kind: "bound", value: limit, bound: word, unit: null, printed: "" },
        });
        fc.pre(result.kind === "rate");
        expect(valueOf(result) >= 1).toBe(holds[word](actual, limit));
      }),
      { numRuns: 1000 },
    );
  });

  it("単位を変えても率は変わらない", () => {
    const factor = fc.constantFrom(0.001, 0.01, 10, 1000, 10_000);
    const direction = fc.constantFrom<Direction>("up", "down", "keep");
    const printable = fc.record({
      target: decimal,
      baseline: fc.option(decimal),
      direction,
      method,
      downFormula,
    });
    fc.assert(
      fc.property(printable, decimal, factor, (input, actual, by) => {
        const before = rate({ ...input, actual });
        const after = rate({
          ...input,
          actual: actual * by,
          target: input.target * by,
          baseline: input.baseline === null ? null : input.baseline * by,
        });
        expect(after.kind).toBe(before.kind);
        if (before.kind === "rate") {
          expect(Math.abs(valueOf(after) - before.value)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(before.value)),
          );
          expect(gradeOf(after)).toBe(gradeOf(before));
        }
      }),
      { numRuns: 1000 },
    );
  });

  const printed = fc.oneof(
    fc.double(),
    number.map(String),
    fc.string(),
    fc.constantFrom(
      "",
      " ",
      "－",
      "▲30",
      "１以上",
      "3〜5",
      "50％",
      "実施",
      "○",
      "主幹 50 / 主査 70",
      "類似団体平均以下",
      "該当なし",
      null,
      undefined,
    ),
  );
  const anything = fc.record(
    {
      actual: printed,
      target: printed,
      baseline: printed,
      direction: fc.constantFrom<Direction | null | undefined>("up", "down", "keep", "band", null, undefined),
      method,
      unit: fc.constantFrom("％", "件", null),
      name: fc.constantFrom("実質赤字比率", "経常収支比率", "参加者数"),
      comparator: printed,
      downFormula,
    },
    { requiredKeys: ["actual", "target"] },
  );

  it("何を入れても、有限の数か理由のある状態", () => {
    fc.assert(
      fc.property(anything, (input) => {
        const result = rate(input);
        if (result.kind === "rate") expect(Number.isFinite(result.value)).toBe(true);
        else {
          expect(STATE_NAMES).toContain(result.state);
          expect(result.reason).toMatch(/。/u);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("どんな数を入れても、有限の数か理由のある状態", () => {
    const extreme = fc.double();
    fc.assert(
      fc.property(extreme, extreme, extreme, anything, (actual, target, baseline, rest) => {
        const result = rate({ ...rest, actual, target, baseline });
        expect(result.kind === "state" ? result.reason !== "" : Number.isFinite(result.value)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it("実績がなければ決して数にならない", () => {
    const nothing = fc.constantFrom(null, undefined, "", " ", "　");
    fc.assert(
      fc.property(anything, nothing, (input, actual) => {
        const result = rate({ ...input, actual });
        expect(result.kind === "state" && ["未入力", "対象外", "判定不能"].includes(result.state)).toBe(true);
        expect(gradeOf(result)).not.toBe("大幅に遅れている");
      }),
    );
  });
});
