/** 点検 of the path of targets: what is worse, what turns back, what changes its kind, what is not measured. */

import type { Indicator, Plan, PlanNode } from "../../../src/plan/plan";
import { everyYear, indicator, item, planOf } from "../plan-parts";
import { findingsOf, messagesOf, path, soundPlan } from "./plans";

const place = "取組項目1「財政の健全化」の指標「参加者数」";

describe("目標値が基準値より悪い", () => {
  const years = (own: Partial<Indicator>, node: Partial<PlanNode> = {}) =>
    findingsOf("target-worse-than-baseline", soundPlan(node, own)).map(({ year }) => year);
  const from = (text: string) => ({ baseline: { year: 2019, text } });

  test.each<[string, Partial<Indicator>, (number | null)[]]>([
    ["増やす：同じなら悪くない", { ...from("100"), targets: everyYear("100") }, []],
    ["増やす：途中から悪い", { ...from("100"), targets: path("100", "99", "101", "98", "102") }, [2022]],
    ["減らす：同じなら悪くない", { direction: "down", ...from("100"), targets: everyYear("100") }, []],
    ["減らす：低ければ悪くない", { direction: "down", ...from("100"), targets: everyYear("99") }, []],
    ["維持：上がるのはよい", { direction: "keep", ...from("99") }, []],
    [
      "低いほどよい財政指標の維持：上がるのは悪い",
      { name: "経常収支比率", direction: "keep", ...from("99") },
      [2021],
    ],
    [
      "低いほどよい財政指標の維持：下がるのはよい",
      { name: "経常収支比率", direction: "keep", ...from("101") },
      [],
    ],
    ["範囲には、よいほうがない", { direction: "band", ...from("120") }, []],
    ["方向がなければ、比べない", { direction: null, ...from("120") }, []],
    ["累計は、別の規則", { cumulative: true, ...from("120") }, []],
    ["基準値が言葉", { ...from("なし") }, []],
    [
      "目標値が言葉の年度は、比べない",
      { ...from("120"), targets: path("実施", "－", "130", "110", "100") },
      [2024],
    ],
  ])("%s", (_why, own, expected) => {
    expect(years(own)).toEqual(expected);
  });

  test("悪い年度だけを、初めの値とともに言う", () => {
    const own = { ...from("1,000"), targets: path("1,100", "900", "1,000", "800", "1,200") };
    expect(messagesOf("target-worse-than-baseline", soundPlan({}, own))).toEqual([
      `${place}は増やす指標ですが、令和4年度、令和6年度の目標値（900）が基準値（1,000）より悪く、備考に説明がありません。`,
    ]);
  });

  test("備考がないと書いてあれば、ないのと同じ", () => {
    expect(years(from("120"), { remark: false })).toEqual([2021]);
  });
});

describe("目標値が後戻りする", () => {
  const said = (own: Partial<Indicator>) =>
    messagesOf("path-turns-back", soundPlan({}, own)).map((message) =>
      message.replace(/^.*目標値が、(.*)後戻りしています。$/, "$1"),
    );

  test.each<[string, Partial<Indicator>, string[]]>([
    ["横ばいは、後戻りではない", { targets: path("60", "60", "70", "70", "80") }, []],
    ["減らす指標が減る", { direction: "down", targets: path("90", "80", "80", "70", "60") }, []],
    [
      "減らす指標が増える",
      { direction: "down", targets: path("90", "80", "85", "70", "60") },
      ["令和5年度に80から85へ"],
    ],
    [
      "方向がなければ、初めの動きから決まる：増えて減る",
      { direction: null, targets: path("60", "60", "70", "65", "80") },
      ["令和6年度に70から65へ"],
    ],
    [
      "方向がなければ、初めの動きから決まる：減って増える",
      { direction: null, targets: path("90", "80", "85", "70", "60") },
      ["令和5年度に80から85へ"],
    ],
    ["方向がなくても、一方に動くだけ", { direction: null, targets: path("90", "80", "80", "70", "60") }, []],
    ["間の言葉は飛ばす", { targets: path("60", "80", "－", "70", "90") }, ["令和6年度に80から70へ"]],
    ["負の値から", { targets: path("-10", "-5", "-8", "0", "5") }, ["令和5年度に-5から-8へ"]],
    ["二度戻っても、初めだけ", { targets: path("60", "50", "70", "40", "80") }, ["令和4年度に60から50へ"]],
    ["累計は、別の規則", { cumulative: true, targets: path("60", "50", "70", "80", "90") }, []],
    ["範囲には、進む向きがない", { direction: "band", targets: path("60", "50", "70", "80", "90") }, []],
    ["維持にも、進む向きがない", { direction: "keep", targets: path("60", "50", "70", "80", "90") }, []],
  ])("%s", (_why, own, expected) => {
    expect(said(own)).toEqual(expected);
  });
});

describe("値の種類が変わる", () => {
  const said = (own: Partial<Indicator>) =>
    findingsOf("type-changes", soundPlan({}, own)).map(
      ({ severity, message }) =>
        `${severity} ${message.replace(/^.*?」は、(.*)で、値の種類が変わっています。$/, "$1")}`,
    );
  const from = (text: string) => ({ baseline: { year: 2019, text } });

  test.each<[string, Partial<Indicator>, string[]]>([
    ["「なし」の後は、数値でもよい", { ...from("なし"), targets: everyYear("100") }, []],
    ["「なし」の後は、言葉でもよい", { ...from("なし"), targets: everyYear("実施") }, []],
    ["間の「－」は、種類を変えない", { targets: path("80", "－", "80", "－", "80") }, []],
    [
      "数値、下限、減らす量、ほかとの比較は、みな数値",
      { ...from("80"), targets: path("80", "80以上", "▲3", "3〜5", "類似団体平均以下") },
      [],
    ],
    [
      "途中で言葉になる",
      { ...from("なし"), targets: path("80", "80", "実施", "80", "80") },
      ["warning 令和4年度の目標値が数値（80）、令和5年度の目標値が言葉（実施）"],
    ],
    [
      "「－」を挟んで言葉になる",
      { ...from("なし"), targets: path("80", "－", "実施", "80", "80") },
      ["warning 令和3年度の目標値が数値（80）、令和5年度の目標値が言葉（実施）"],
    ],
    [
      "言葉から数値になるのは、始まりの普通の形",
      { ...from("なし"), targets: path("検討", "導入", "10", "20", "30") },
      ["note 令和4年度の目標値が言葉（導入）、令和5年度の目標値が数値（10）"],
    ],
    [
      "基準値の言葉から数値になるのも同じ",
      { ...from("方針の協議"), targets: everyYear("10") },
      ["note 基準値が言葉（方針の協議）、令和3年度の目標値が数値（10）"],
    ],
    [
      "区分ごとの数値から一つの数値になる",
      { ...from("なし"), targets: path("主幹50・主査70", "60", "60", "60", "60") },
      ["warning 令和3年度の目標値が区分ごとの数値（主幹50・主査70）、令和4年度の目標値が数値（60）"],
    ],
    [
      "基準値が数値で、目標値が「－」の後に言葉",
      { ...from("80"), targets: path("－", "実施", "実施", "実施", "実施") },
      ["warning 基準値が数値（80）、令和4年度の目標値が言葉（実施）"],
    ],
    ["基準値がなく、目標値もない", { baseline: null, targets: {} }, []],
  ])("%s", (_why, own, expected) => {
    expect(said(own)).toEqual(expected);
  });

  test.each(["なし", "無し", "無", "該当なし", "未実施", "未設定"])(
    "基準値「%s」は、まだ何もないということ",
    (text) => {
      expect(said(from(text))).toEqual([]);
    },
  );
});

describe("測らない年度", () => {
  const dashed = path("80", "－", "80", "80", "80");
  const rules = (own: Partial<Indicator>, node: Partial<PlanNode> = {}) =>
    ["dash-without-note", "dash-with-note"].flatMap((rule) =>
      findingsOf(rule, soundPlan(node, { targets: dashed, ...own })).map(
        ({ severity }) => `${rule} ${severity}`,
      ),
    );

  test.each([
    "隔年調査",
    "2年おきに調査",
    "３年ごとに測定",
    "3年毎",
    "2年に一回",
    "２年に１度",
    "令和3年度のみ",
    "調査年度だけの目標",
    "実施年は令和3年",
    "令和4年度は測定しない",
    "令和4年度は測らない",
    "令和4年度は対象外",
  ])("注記「%s」は、測らない理由", (note) => {
    expect(rules({ note })).toEqual(["dash-with-note note"]);
  });

  test.each(["重点", "毎年測定", "2年に数回"])("注記「%s」は、測らない理由ではない", (note) => {
    expect(rules({ note })).toEqual(["dash-without-note warning"]);
  });

  test("指標の名称に書いてあってもよい", () => {
    expect(rules({ name: "満足度（２年おき調査）" })).toEqual(["dash-with-note note"]);
  });

  test("備考があれば、そこに理由があるかもしれない", () => {
    expect(rules({}, { remark: true })).toEqual(["dash-without-note note"]);
  });

  test("「－」がなければ、注記があっても何も言わない", () => {
    expect(rules({ targets: everyYear("80"), note: "隔年調査" })).toEqual([]);
  });

  test("注記があれば、測らない年度を並べる", () => {
    const own = { note: "隔年調査", targets: path("80", "－", "80", "－", "80") };
    expect(findingsOf("dash-with-note", soundPlan({}, own))).toEqual([
      expect.objectContaining({
        year: 2022,
        message: `${place}は令和4年度、令和6年度に測りません（注記あり）。その年度は対象外として集計します。`,
      }),
    ]);
    expect(findingsOf("dash-without-note", soundPlan({}, { targets: own.targets }))[0]?.remedy).toBe(
      "測らない年度なら「注記」の列に理由を書いてください。書き落としなら目標値を入れてください。",
    );
  });
});

describe("計画期間の外の目標値", () => {
  const measured = (...targets: Record<string, string>[]): Plan =>
    planOf({
      nodes: targets.map((_, at) => item(`n${at}`, null)),
      indicators: targets.map((more, at) =>
        indicator(`i${at}`, `n${at}`, { targets: { ...everyYear("1"), ...more } }),
      ),
    });

  test("年度ごとに、古いほうから、どの指標かを並べる", () => {
    const found = findingsOf("period-not-covering", measured({ 2026: "1" }, { 2026: "1", 2020: "1" }, {}));
    expect(found.map(({ node, indicator: id, year, message }) => [node, id, year, message])).toEqual([
      [
        "n1",
        "i1",
        2020,
        "令和2年度の目標値が1指標（「指標i1」）にありますが、計画期間（令和3年度から令和7年度まで）の外です。",
      ],
      [
        null,
        null,
        2026,
        "令和8年度の目標値が2指標（「指標i0」、「指標i1」）にありますが、計画期間（令和3年度から令和7年度まで）の外です。",
      ],
    ]);
    expect(found[0]?.remedy).toBe("計画期間か、目標値の年度を直してください。");
  });

  test.each<[string, Plan, number]>([
    ["期間の始めと終わりは、期間の中", measured({}), 0],
    ["一年だけの計画", { ...measured({}), period: [2021, 2021] }, 4],
    ["期間が逆なら、そのことだけを言う", { ...measured({ 2030: "1" }), period: [2025, 2021] }, 1],
  ])("%s", (_why, plan, count) => {
    expect(findingsOf("period-not-covering", plan)).toHaveLength(count);
  });

  test("期間が逆なら、設定シートを直すように言う", () => {
    const [finding] = findingsOf("period-not-covering", { ...measured({}), period: [2025, 2021] });
    expect(finding).toMatchObject({
      node: null,
      year: null,
      message: "計画期間の始まり（令和7年度）が終わり（令和3年度）より後です。",
      remedy: "設定シートの計画期間を直してください。",
    });
  });
});
