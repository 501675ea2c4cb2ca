/** 点検: what each rule finds, in full sentences, and what all of them leave alone. */

import { checkPlan, RULES, type Severity } from "../../../src/plan/check";
import type { Plan } from "../../../src/plan/plan";
import { everyYear, heading, indicator, item, judged, planOf } from "../plan-parts";
import { numbered, path, recorded, renumbered, repeated, soundPlan, withDepartments } from "./plans";

test("何も問題のない計画には、何も言わない", () => {
  expect(checkPlan(soundPlan())).toEqual([]);
});

interface Case {
  why: string;
  plan: Plan;
  rule: string;
  severity: Severity;
  year?: number | null;
  says: string;
}

const found: Case[] = [
  {
    why: "担当課がない",
    plan: soundPlan({ departments: [] }),
    rule: "department-missing",
    severity: "error",
    says: "取組項目1「財政の健全化」に担当課がありません。",
  },
  {
    why: "担当課が空白だけ",
    plan: soundPlan({ departments: ["　"] }),
    rule: "department-missing",
    severity: "error",
    says: "取組項目1「財政の健全化」に担当課がありません。",
  },
  {
    why: "一つの年度に目標値がない",
    plan: soundPlan({}, { targets: path("100", "100", "", "100", "100") }),
    rule: "target-missing",
    severity: "error",
    year: 2023,
    says: "取組項目1「財政の健全化」の指標「参加者数」に令和5年度の目標値がありません。",
  },
  {
    why: "指標がない",
    plan: { ...soundPlan(), indicators: [] },
    rule: "indicator-missing",
    severity: "error",
    says: "取組項目1「財政の健全化」に指標がなく、目標値もありません。",
  },
  {
    why: "最終目標もない",
    plan: {
      ...soundPlan({}, { targets: {} }),
      expects: { level: "取組項目", departments: true, targets: "final" },
    },
    rule: "target-missing",
    severity: "error",
    year: 2025,
    says: "取組項目1「財政の健全化」の指標「参加者数」に目標値がありません。",
  },
  {
    why: "名称がない",
    plan: soundPlan({}, { name: " " }),
    rule: "name-missing",
    severity: "error",
    says: "取組項目1「財政の健全化」の指標「名称なし」（ID a-1）に指標の名称がありません。",
  },
  {
    why: "単位がない",
    plan: soundPlan({}, { unit: null }),
    rule: "unit-missing",
    severity: "warning",
    says: "取組項目1「財政の健全化」の指標「参加者数」は数値で測りますが、単位がありません。",
  },
  {
    why: "方向がない",
    plan: soundPlan({}, { direction: null }),
    rule: "direction-missing",
    severity: "warning",
    says: "取組項目1「財政の健全化」の指標「参加者数」に方向がなく、達成率を判定できません。",
  },
  {
    why: "基準値がない（進捗率で測る）",
    plan: soundPlan({}, { baseline: null, method: "進捗率" }),
    rule: "baseline-missing",
    severity: "warning",
    says: "取組項目1「財政の健全化」の指標「参加者数」に基準値がありません。",
  },
  {
    why: "基準値がない（年度ごとの目標）",
    plan: soundPlan({}, { baseline: null }),
    rule: "baseline-missing",
    severity: "note",
    says: "取組項目1「財政の健全化」の指標「参加者数」に基準値がありません。",
  },
  {
    why: "増やす指標の目標が基準より低い",
    plan: soundPlan({}, { baseline: { year: 2019, text: "120" } }),
    rule: "target-worse-than-baseline",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「参加者数」は増やす指標ですが、令和3年度から令和7年度までの目標値（100）が基準値（120）より悪く、備考に説明がありません。",
  },
  {
    why: "減らす指標の目標が基準より高い",
    plan: soundPlan({}, { direction: "down" }),
    rule: "target-worse-than-baseline",
    severity: "warning",
    says: "取組項目1「財政の健全化」の指標「参加者数」は減らす指標ですが、令和3年度から令和7年度までの目標値（100）が基準値（50）より悪く、備考に説明がありません。",
  },
  {
    why: "維持する指標の目標が基準より低い",
    plan: soundPlan({}, { direction: "keep", baseline: { year: 2019, text: "101" } }),
    rule: "target-worse-than-baseline",
    severity: "note",
    says: "取組項目1「財政の健全化」の指標「参加者数」は維持する指標ですが、令和3年度から令和7年度までの目標値（100）が基準値（101）より悪く、備考に説明がありません。",
  },
  {
    why: "目標が後戻りする",
    plan: soundPlan({}, { targets: path("60", "70", "65", "80", "90") }),
    rule: "path-turns-back",
    severity: "warning",
    year: 2023,
    says: "取組項目1「財政の健全化」の指標「参加者数」の目標値が、令和5年度に70から65へ後戻りしています。",
  },
  {
    why: "後戻りするが備考がある",
    plan: soundPlan({ remark: true }, { targets: path("60", "70", "65", "80", "90") }),
    rule: "path-turns-back",
    severity: "note",
    says: "取組項目1「財政の健全化」の指標「参加者数」の目標値が、令和5年度に70から65へ後戻りしています。",
  },
  {
    why: "123の形：基準は人数、目標は「実施」",
    plan: soundPlan({}, { baseline: { year: 2019, text: "696" }, targets: everyYear("実施") }),
    rule: "type-changes",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「参加者数」は、基準値が数値（696）、令和3年度の目標値が言葉（実施）で、値の種類が変わっています。",
  },
  {
    why: "64の形：導入の年度のあと数値",
    plan: soundPlan(
      {},
      { baseline: { year: 2019, text: "なし" }, unit: "件", targets: path("導入", "50", "55", "60", "65") },
    ),
    rule: "type-changes",
    severity: "note",
    year: 2022,
    says: "取組項目1「財政の健全化」の指標「参加者数」は、令和3年度の目標値が言葉（導入）、令和4年度の目標値が数値（50）で、値の種類が変わっています。",
  },
  {
    why: "理由のない「－」",
    plan: soundPlan({}, { targets: path("80", "－", "80", "－", "80") }),
    rule: "dash-without-note",
    severity: "warning",
    year: 2022,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和4年度、令和6年度の目標値が「－」ですが、隔年調査などの注記がありません。",
  },
  {
    why: "隔年調査の「－」",
    plan: soundPlan({}, { targets: path("80", "－", "80", "－", "80"), note: "隔年調査" }),
    rule: "dash-with-note",
    severity: "note",
    says: "取組項目1「財政の健全化」の指標「参加者数」は令和4年度、令和6年度に測りません（注記あり）。その年度は対象外として集計します。",
  },
  {
    why: "期間の外の目標値",
    plan: soundPlan({}, { targets: { ...everyYear("100"), 2026: "100" } }),
    rule: "period-not-covering",
    severity: "warning",
    year: 2026,
    says: "令和8年度の目標値が1指標（「参加者数」）にありますが、計画期間（令和3年度から令和7年度まで）の外です。",
  },
  {
    why: "期間が逆",
    plan: { ...soundPlan(), period: [2025, 2021] },
    rule: "period-not-covering",
    severity: "error",
    says: "計画期間の始まり（令和7年度）が終わり（令和3年度）より後です。",
  },
  {
    why: "単位がセルにもある",
    plan: soundPlan({}, { targets: { ...everyYear("100"), 2022: "100人" } }),
    rule: "unit-in-cell",
    severity: "note",
    year: 2022,
    says: "取組項目1「財政の健全化」の指標「参加者数」は単位が「人」ですが、令和4年度の目標値にも単位が書かれています（100人）。",
  },
  {
    why: "セルの単位が列と違う",
    plan: soundPlan({}, { targets: { ...everyYear("100"), 2022: "100件" } }),
    rule: "unit-differs",
    severity: "warning",
    year: 2022,
    says: "取組項目1「財政の健全化」の指標「参加者数」は単位が「人」ですが、令和4年度の目標値は「100件」と書かれています。",
  },
  {
    why: "割合で入れた実績",
    plan: soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } }),
    rule: "share-for-percent",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和3年度の実績値が0.918です。91.8％のつもりではありませんか。",
  },
  {
    why: "100%と入れた実績（値は1）",
    plan: soundPlan({}, { unit: "％", actuals: { 2021: "1" } }),
    rule: "share-for-percent",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和3年度の実績値が1です。100％のつもりではありませんか。",
  },
  {
    why: "割合で入れた目標",
    plan: soundPlan(
      {},
      { unit: "％", targets: { ...everyYear("100"), 2021: "0.9" }, baseline: { year: 2019, text: "なし" } },
    ),
    rule: "share-for-percent",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和3年度の目標値が0.9です。90％のつもりではありませんか。",
  },
  {
    why: "数値の目標に言葉の実績",
    plan: soundPlan({}, { actuals: { 2021: "検討中" } }),
    rule: "actual-unreadable",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和3年度の実績値「検討中」は、目標値「100」と比べられません。",
  },
  {
    why: "けた違いの実績",
    plan: soundPlan({}, { actuals: { 2021: "98,000" } }),
    rule: "actual-implausible",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和3年度の実績値「98,000」は、目標値・基準値の最大（100）の980倍です。",
  },
  {
    why: "累計が減る",
    plan: soundPlan(
      {},
      { cumulative: true, baseline: { year: 2019, text: "0" }, targets: path("10", "20", "15", "30", "40") },
    ),
    rule: "cumulative-falls",
    severity: "warning",
    year: 2023,
    says: "取組項目1「財政の健全化」の指標「参加者数」は累計ですが、目標値が令和4年度の20から令和5年度の15へ減っています。",
  },
  {
    why: "累計の実績が減る",
    plan: soundPlan({}, { cumulative: true, baseline: { year: 2019, text: "0" }, actuals: path("30", "20") }),
    rule: "cumulative-falls",
    severity: "warning",
    year: 2022,
    says: "取組項目1「財政の健全化」の指標「参加者数」は累計ですが、実績値が令和3年度の30から令和4年度の20へ減っています。",
  },
  {
    why: "累計の目標と単年度の基準値",
    plan: soundPlan(
      {},
      {
        cumulative: true,
        baseline: { year: 2020, text: "50" },
        targets: path("55", "110", "165", "220", "275"),
      },
    ),
    rule: "cumulative-baseline",
    severity: "warning",
    year: 2025,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和7年度の目標値（累計 275）は5年分の合計とみられ、1年あたりでは約55です。基準値（50）は単年度の値ではありませんか。",
  },
  {
    why: "累計の目標が基準値より小さい",
    plan: soundPlan(
      {},
      {
        cumulative: true,
        baseline: { year: 2019, text: "900" },
        targets: path("100", "200", "300", "400", "500"),
      },
    ),
    rule: "cumulative-baseline",
    severity: "warning",
    year: 2025,
    says: "取組項目1「財政の健全化」の指標「参加者数」の令和7年度の目標値（累計 500）は、累計なら基準値（900）より小さくはなりません。数え方が違うのではありませんか。",
  },
  {
    why: "実質公債費比率が起債許可の基準",
    plan: soundPlan(
      {},
      {
        name: "実質公債費比率",
        unit: "％",
        direction: "down",
        baseline: { year: 2019, text: "17.9" },
        targets: everyYear("17.5"),
        actuals: { 2021: "18.0" },
      },
    ),
    rule: "statutory-line",
    severity: "warning",
    year: 2021,
    says: "取組項目1「財政の健全化」の指標「実質公債費比率」の令和3年度の実績値18.0は、起債許可の基準（18.0％）に達しています。",
  },
  {
    why: "IDの重複",
    plan: { ...soundPlan(), indicators: [indicator("a-1", "a"), indicator("a-1", "a", { name: "別" })] },
    rule: "id-twice",
    severity: "error",
    says: "ID「a-1」が指標「指標a-1」と「別」に重なっています。",
  },
  {
    why: "上の見出しがない",
    plan: planOf({ ...soundPlan(), nodes: [item("a", "無い")] }),
    rule: "orphan",
    severity: "error",
    says: "取組項目「取組a」の上の見出し（ID 無い）がありません。",
  },
  {
    why: "自分に戻る見出し",
    plan: planOf({ ...soundPlan(), nodes: [heading("x", "y"), heading("y", "x"), item("a", "x")] }),
    rule: "orphan",
    severity: "error",
    says: "施策「見出しx」の上の見出しをたどると、自分に戻ってしまいます。",
  },
  {
    why: "付くところのない指標",
    plan: { ...soundPlan(), indicators: [...soundPlan().indicators, indicator("z", "無い")] },
    rule: "orphan",
    severity: "error",
    says: "指標「指標z」（ID z）の付く取組項目（ID 無い）がありません。",
  },
  {
    why: "計画にない階層",
    plan: soundPlan({ level: "細目" }),
    rule: "level-wrong",
    severity: "error",
    says: "細目1「財政の健全化」の階層「細目」は、この計画の階層（「目標」、「施策」、「取組項目」）にありません。",
  },
  {
    why: "番号の重複",
    plan: numbered("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "10"),
    rule: "number-twice",
    severity: "warning",
    says: "取組項目の番号「10」が、取組項目10「取組n9」と取組項目10「取組n10」に重なっています。",
  },
  {
    why: "欠番",
    plan: numbered("1", "2", "4"),
    rule: "number-gap",
    severity: "note",
    says: "取組項目の番号3がありません（取組項目2「取組n1」の次が取組項目4「取組n2」）。",
  },
  {
    why: "丸数字の欠番",
    plan: numbered("①", "④"),
    rule: "number-gap",
    severity: "note",
    says: "取組項目の番号2から3までがありません（取組項目①「取組n0」の次が取組項目④「取組n1」）。",
  },
  {
    why: "再掲の担当課が違う",
    plan: repeated({ departments: ["総務課"] }),
    rule: "repeat-differs",
    severity: "warning",
    says: "取組項目「取組a」は取組項目「取組a」の再掲ですが、担当課が「総務課」で、元の「財政課」と違います。",
  },
  {
    why: "再掲の名称が違う",
    plan: repeated({ name: "別の名称" }),
    rule: "repeat-differs",
    severity: "warning",
    says: "取組項目「別の名称」は取組項目「取組a」の再掲ですが、名称が元の「取組a」と違います。",
  },
  {
    why: "再掲に指標がある",
    plan: { ...repeated({}), indicators: [indicator("1", "a"), indicator("2", "b", { name: "別の指標" })] },
    rule: "repeat-differs",
    severity: "error",
    says: "取組項目「取組a」は取組項目「取組a」の再掲ですが、再掲元とは別に指標（「別の指標」）を持っています。",
  },
  {
    why: "再掲元がない",
    plan: repeated({ sameAs: "無い" }),
    rule: "repeat-of-nothing",
    severity: "error",
    says: "取組項目「取組a」の再掲元（ID 無い）がありません。",
  },
  {
    why: "再掲でない同じ取組の同じ指標",
    plan: planOf({
      nodes: [item("a", null, { name: "広報" }), item("b", null, { name: "広 報" })],
      indicators: [indicator("1", "a", { name: "回数" }), indicator("2", "b", { name: "回数" })],
    }),
    rule: "indicator-twice",
    severity: "warning",
    says: "取組項目「広 報」の指標「回数」は、取組項目「広報」の指標「回数」と同じ名称ですが、再掲になっていません。",
  },
  {
    why: "一つの取組に同じ指標が二つ",
    plan: planOf({
      nodes: [item("a", null)],
      indicators: [indicator("1", "a", { name: "回数" }), indicator("2", "a", { name: "回数" })],
    }),
    rule: "indicator-twice",
    severity: "warning",
    says: "取組項目「取組a」の指標「回数」が同じ取組に二つあります（ID 1 と 2）。",
  },
  {
    why: "課名の書き誤り",
    plan: withDepartments("市民協働推進課", "市民協働推進課", "市民協働推進課", "市民共働推進課"),
    rule: "department-misspelt",
    severity: "warning",
    says: "担当課「市民共働推進課」（1件）は「市民協働推進課」（3件）の書き誤りではありませんか。",
  },
  {
    why: "長い課名の書き落とし",
    plan: withDepartments("シティプロモーション課", "シティプロモーション課", "シティプロモション課"),
    rule: "department-misspelt",
    severity: "warning",
    says: "担当課「シティプロモション課」（1件）は「シティプロモーション課」（2件）の書き誤りではありませんか。",
  },
  {
    why: "課のない課名",
    plan: withDepartments("財政課", "財政"),
    rule: "department-misspelt",
    severity: "warning",
    says: "担当課「財政」（1件）は「財政課」（1件）の書き誤りではありませんか。",
  },
  {
    why: "課と科",
    plan: withDepartments("財政課", "財政課", "財政科"),
    rule: "department-misspelt",
    severity: "warning",
    says: "担当課「財政科」（1件）は「財政課」（2件）の書き誤りではありませんか。",
  },
  {
    why: "課名の全角と半角",
    plan: withDepartments("ＤＸ推進課", "ＤＸ推進課", "DX推進課"),
    rule: "department-misspelt",
    severity: "warning",
    says: "担当課「DX推進課」（1件）は「ＤＸ推進課」（2件）の書き誤りではありませんか。",
  },
  {
    why: "評価の記録がない",
    plan: recorded([
      judged("a", { 進捗区分: "A" }),
      judged("b", { 進捗区分: "" }),
      judged("c", { 進捗区分: "B" }),
    ]),
    rule: "judgement-missing",
    severity: "warning",
    says: "取組項目「取組b」に進捗区分が記録されていません。",
  },
  {
    why: "尺度にない評価",
    plan: recorded([
      judged("a", { 進捗区分: "F" }),
      judged("b", { 進捗区分: "A" }),
      judged("c", { 進捗区分: "B" }),
    ]),
    rule: "judgement-unknown",
    severity: "warning",
    says: "取組項目「取組a」の進捗区分「F」は、A・B・C・D・Eのどれでもありません。",
  },
];

describe("見つける", () => {
  test.each(found)("$why: $rule", ({ plan, rule, severity, year, says }) => {
    const findings = checkPlan(plan).filter((finding) => finding.rule === rule);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity, ...(year === undefined ? {} : { year }) });
    expect(findings[0]?.message).toBe(says);
    expect(findings[0]?.remedy).toMatch(/。$/);
  });

  test("どの規則にも、見つける例がある", () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("見逃す", () => {
  test.each([
    {
      why: "担当課を印字しない計画",
      plan: {
        ...soundPlan({ departments: [] }),
        expects: { level: "取組項目", departments: false, targets: "yearly" as const },
      },
    },
    {
      why: "最終目標だけの計画の途中の年度",
      plan: {
        ...soundPlan({}, { targets: { 2025: "100" } }),
        expects: { level: "取組項目", departments: true, targets: "final" as const },
      },
    },
    {
      why: "備考のある、基準より悪い目標",
      plan: soundPlan({ remark: true }, { baseline: { year: 2019, text: "120" } }),
    },
    {
      why: "言葉の目標に単位と方向がない",
      plan: soundPlan(
        {},
        {
          unit: null,
          direction: null,
          baseline: { year: 2019, text: "なし" },
          targets: path("方針検討", "実施", "実施", "実施", "実施"),
        },
      ),
    },
    {
      why: "１以上という目標と基準値2件",
      plan: soundPlan({}, { unit: "件", baseline: { year: 2019, text: "2" }, targets: everyYear("1以上") }),
    },
    {
      why: "減らした累計（▲30、▲60）",
      plan: soundPlan(
        {},
        {
          cumulative: true,
          direction: "down",
          baseline: { year: 2019, text: "0" },
          targets: path("▲30", "▲60", "▲90", "▲120", "▲150"),
        },
      ),
    },
    {
      why: "積み上がっていく登録者数の累計",
      plan: soundPlan(
        {},
        {
          cumulative: true,
          baseline: { year: 2019, text: "11,690" },
          targets: path("13,000", "15,000", "17,000", "19,000", "20,850"),
        },
      ),
    },
    {
      why: "1％未満が普通の指標",
      plan: soundPlan(
        {},
        {
          unit: "％",
          baseline: { year: 2019, text: "0.3" },
          targets: everyYear("0.5"),
          actuals: { 2021: "0.4" },
        },
      ),
    },
    {
      why: "多くの取組にある公表回数",
      plan: planOf({
        nodes: [item("a", null), item("b", null)],
        indicators: [indicator("1", "a", { name: "公表回数" }), indicator("2", "b", { name: "公表回数" })],
      }),
    },
    { why: "同じ名の課と係", plan: withDepartments("財政課", "財政課", "財政課", "財政係") },
    { why: "似た長い課が同じだけある", plan: withDepartments("総合市民窓口課", "総合住民窓口課") },
    { why: "一字違いの実在する課", plan: withDepartments("市民課", "市民課", "市民課", "市税課") },
    {
      why: "方角で呼び分ける支所",
      plan: withDepartments("東総合支所", "東総合支所", "東総合支所", "西総合支所"),
    },
    {
      why: "方角で呼び分ける長い名の課",
      plan: withDepartments("東総合支所窓口課", "東総合支所窓口課", "東総合支所窓口課", "西総合支所窓口課"),
    },
    { why: "55が54より先に並ぶ", plan: numbered("53", "55", "54", "56") },
    { why: "見出しごとに振り直す番号", plan: renumbered() },
  ])("$why", ({ plan }) => {
    expect(checkPlan(plan).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});
