/** 点検: what each rule finds, what it leaves alone, accepting and mending. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { accept, lapsedAcceptances, openFindings, type Acceptance } from "../../src/plan/acceptance";
import { checkPlan, RULES, type Finding, type Severity } from "../../src/plan/check";
import { mendPlan } from "../../src/plan/mend";
import type { Indicator, Plan, PlanNode } from "../../src/plan/plan";
import { everyYear, heading, indicator, item, judged, planOf } from "./plan-parts";

const years = [2021, 2022, 2023, 2024, 2025] as const;

/** A plan in which 点検 finds nothing, for a test to break in one place. */
function soundPlan(node: Partial<PlanNode> = {}, own: Partial<Indicator> = {}): Plan {
  return planOf({
    nodes: [
      heading("目1", null),
      heading("施1", "目1"),
      item("a", "施1", { number: "1", name: "財政の健全化", ...node }),
    ],
    indicators: [indicator("a-1", "a", { name: "参加者数", ...own })],
  });
}

const path = (...texts: string[]) => Object.fromEntries(texts.map((text, at) => [years[at] ?? 0, text]));

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
    says: "担当課がありません",
  },
  {
    why: "一つの年度に目標値がない",
    plan: soundPlan({}, { targets: path("100", "100", "", "100", "100") }),
    rule: "target-missing",
    severity: "error",
    year: 2023,
    says: "指標「参加者数」に令和5年度の目標値がありません。",
  },
  {
    why: "指標がない",
    plan: { ...soundPlan(), indicators: [] },
    rule: "indicator-missing",
    severity: "error",
    says: "指標がなく、目標値もありません",
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
    says: "目標値がありません",
  },
  {
    why: "名称がない",
    plan: soundPlan({}, { name: " " }),
    rule: "name-missing",
    severity: "error",
    says: "指標の名称がありません",
  },
  {
    why: "単位がない",
    plan: soundPlan({}, { unit: null }),
    rule: "unit-missing",
    severity: "warning",
    says: "単位がありません",
  },
  {
    why: "方向がない",
    plan: soundPlan({}, { direction: null }),
    rule: "direction-missing",
    severity: "warning",
    says: "達成率を判定できません",
  },
  {
    why: "基準値がない（進捗率で測る）",
    plan: soundPlan({}, { baseline: null, method: "進捗率" }),
    rule: "baseline-missing",
    severity: "warning",
    says: "基準値がありません",
  },
  {
    why: "基準値がない（年度ごとの目標）",
    plan: soundPlan({}, { baseline: null }),
    rule: "baseline-missing",
    severity: "note",
    says: "基準値がありません",
  },
  {
    why: "増やす指標の目標が基準より低い",
    plan: soundPlan({}, { baseline: { year: 2019, text: "120" } }),
    rule: "target-worse-than-baseline",
    severity: "warning",
    year: 2021,
    says: "令和3年度から令和7年度までの目標値（100）が基準値（120）より悪く",
  },
  {
    why: "減らす指標の目標が基準より高い",
    plan: soundPlan({}, { direction: "down" }),
    rule: "target-worse-than-baseline",
    severity: "warning",
    says: "減らす指標ですが",
  },
  {
    why: "維持する指標の目標が基準より低い",
    plan: soundPlan({}, { direction: "keep", baseline: { year: 2019, text: "101" } }),
    rule: "target-worse-than-baseline",
    severity: "note",
    says: "維持する指標ですが",
  },
  {
    why: "目標が後戻りする",
    plan: soundPlan({}, { targets: path("60", "70", "65", "80", "90") }),
    rule: "path-turns-back",
    severity: "warning",
    year: 2023,
    says: "令和5年度に70から65へ後戻り",
  },
  {
    why: "後戻りするが備考がある",
    plan: soundPlan({ remark: true }, { targets: path("60", "70", "65", "80", "90") }),
    rule: "path-turns-back",
    severity: "note",
    says: "後戻り",
  },
  {
    why: "123の形：基準は人数、目標は「実施」",
    plan: soundPlan({}, { baseline: { year: 2019, text: "696" }, targets: everyYear("実施") }),
    rule: "type-changes",
    severity: "warning",
    year: 2021,
    says: "基準値が数値（696）、令和3年度の目標値が言葉（実施）",
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
    says: "値の種類が変わっています",
  },
  {
    why: "理由のない「－」",
    plan: soundPlan({}, { targets: path("80", "－", "80", "－", "80") }),
    rule: "dash-without-note",
    severity: "warning",
    year: 2022,
    says: "令和4年度、令和6年度の目標値が「－」",
  },
  {
    why: "隔年調査の「－」",
    plan: soundPlan({}, { targets: path("80", "－", "80", "－", "80"), note: "隔年調査" }),
    rule: "dash-with-note",
    severity: "note",
    says: "対象外として集計します",
  },
  {
    why: "期間の外の目標値",
    plan: soundPlan({}, { targets: { ...everyYear("100"), 2026: "100" } }),
    rule: "period-not-covering",
    severity: "warning",
    year: 2026,
    says: "令和8年度の目標値が1指標（「参加者数」）にあります",
  },
  {
    why: "期間が逆",
    plan: { ...soundPlan(), period: [2025, 2021] },
    rule: "period-not-covering",
    severity: "error",
    says: "終わり（令和3年度）より後",
  },
  {
    why: "単位がセルにもある",
    plan: soundPlan({}, { targets: { ...everyYear("100"), 2022: "100人" } }),
    rule: "unit-in-cell",
    severity: "note",
    year: 2022,
    says: "令和4年度の目標値にも単位が書かれています（100人）",
  },
  {
    why: "セルの単位が列と違う",
    plan: soundPlan({}, { targets: { ...everyYear("100"), 2022: "100件" } }),
    rule: "unit-differs",
    severity: "warning",
    year: 2022,
    says: "「100件」と書かれています",
  },
  {
    why: "割合で入れた実績",
    plan: soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } }),
    rule: "share-for-percent",
    severity: "warning",
    year: 2021,
    says: "0.918です。91.8％のつもりではありませんか",
  },
  {
    why: "100%と入れた実績（値は1）",
    plan: soundPlan({}, { unit: "％", actuals: { 2021: "1" } }),
    rule: "share-for-percent",
    severity: "warning",
    year: 2021,
    says: "100％のつもり",
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
    says: "90％のつもり",
  },
  {
    why: "数値の目標に言葉の実績",
    plan: soundPlan({}, { actuals: { 2021: "検討中" } }),
    rule: "actual-unreadable",
    severity: "warning",
    year: 2021,
    says: "実績値「検討中」は、目標値「100」と比べられません",
  },
  {
    why: "けた違いの実績",
    plan: soundPlan({}, { actuals: { 2021: "98,000" } }),
    rule: "actual-implausible",
    severity: "warning",
    year: 2021,
    says: "980倍",
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
    says: "令和4年度の20から令和5年度の15へ減っています",
  },
  {
    why: "累計の実績が減る",
    plan: soundPlan({}, { cumulative: true, baseline: { year: 2019, text: "0" }, actuals: path("30", "20") }),
    rule: "cumulative-falls",
    severity: "warning",
    year: 2022,
    says: "実績値が",
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
    says: "5年分の合計",
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
    says: "累計なら基準値（900）より小さくはなりません",
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
    says: "令和3年度の実績値18.0は、起債許可の基準（18.0％）に達しています",
  },
  {
    why: "IDの重複",
    plan: { ...soundPlan(), indicators: [indicator("a-1", "a"), indicator("a-1", "a", { name: "別" })] },
    rule: "id-twice",
    severity: "error",
    says: "ID「a-1」が指標「指標a-1」と「別」に重なっています",
  },
  {
    why: "上の見出しがない",
    plan: planOf({ ...soundPlan(), nodes: [item("a", "無い")] }),
    rule: "orphan",
    severity: "error",
    says: "上の見出し（ID 無い）がありません",
  },
  {
    why: "自分に戻る見出し",
    plan: planOf({ ...soundPlan(), nodes: [heading("x", "y"), heading("y", "x"), item("a", "x")] }),
    rule: "orphan",
    severity: "error",
    says: "自分に戻って",
  },
  {
    why: "付くところのない指標",
    plan: { ...soundPlan(), indicators: [...soundPlan().indicators, indicator("z", "無い")] },
    rule: "orphan",
    severity: "error",
    says: "取組項目（ID 無い）がありません",
  },
  {
    why: "計画にない階層",
    plan: soundPlan({ level: "細目" }),
    rule: "level-wrong",
    severity: "error",
    says: "階層「細目」は、この計画の階層（「目標」、「施策」、「取組項目」）にありません",
  },
  {
    why: "番号の重複",
    plan: numbered("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "10"),
    rule: "number-twice",
    severity: "warning",
    says: "番号「10」",
  },
  {
    why: "欠番",
    plan: numbered("1", "2", "4"),
    rule: "number-gap",
    severity: "note",
    says: "番号3がありません",
  },
  {
    why: "丸数字の欠番",
    plan: numbered("①", "④"),
    rule: "number-gap",
    severity: "note",
    says: "番号2から3までがありません",
  },
  {
    why: "再掲の担当課が違う",
    plan: repeated({ departments: ["総務課"] }),
    rule: "repeat-differs",
    severity: "warning",
    says: "担当課が「総務課」で、元の「財政課」と違います",
  },
  {
    why: "再掲の名称が違う",
    plan: repeated({ name: "別の名称" }),
    rule: "repeat-differs",
    severity: "warning",
    says: "名称が元の「取組a」と違います",
  },
  {
    why: "再掲に指標がある",
    plan: { ...repeated({}), indicators: [indicator("1", "a"), indicator("2", "b", { name: "別の指標" })] },
    rule: "repeat-differs",
    severity: "error",
    says: "再掲元とは別に指標（「別の指標」）を持っています",
  },
  {
    why: "再掲元がない",
    plan: repeated({ sameAs: "無い" }),
    rule: "repeat-of-nothing",
    severity: "error",
    says: "再掲元（ID 無い）がありません",
  },
  {
    why: "再掲でない同じ取組の同じ指標",
    plan: planOf({
      nodes: [item("a", null, { name: "広報" }), item("b", null, { name: "広 報" })],
      indicators: [indicator("1", "a", { name: "回数" }), indicator("2", "b", { name: "回数" })],
    }),
    rule: "indicator-twice",
    severity: "warning",
    says: "再掲になっていません",
  },
  {
    why: "一つの取組に同じ指標が二つ",
    plan: planOf({
      nodes: [item("a", null)],
      indicators: [indicator("1", "a", { name: "回数" }), indicator("2", "a", { name: "回数" })],
    }),
    rule: "indicator-twice",
    severity: "warning",
    says: "二つあります",
  },
  {
    why: "課名の書き誤り",
    plan: withDepartments("市民協働推進課", "市民協働推進課", "市民協働推進課", "市民共働推進課"),
    rule: "department-misspelt",
    severity: "warning",
    says: "「市民共働推進課」（1件）は「市民協働推進課」（3件）の書き誤り",
  },
  {
    why: "長い課名の書き落とし",
    plan: withDepartments("シティプロモーション課", "シティプロモーション課", "シティプロモション課"),
    rule: "department-misspelt",
    severity: "warning",
    says: "「シティプロモション課」（1件）は「シティプロモーション課」（2件）の書き誤り",
  },
  {
    why: "課のない課名",
    plan: withDepartments("財政課", "財政"),
    rule: "department-misspelt",
    severity: "warning",
    says: "「財政」（1件）は「財政課」（1件）の書き誤り",
  },
  {
    why: "課と科",
    plan: withDepartments("財政課", "財政課", "財政科"),
    rule: "department-misspelt",
    severity: "warning",
    says: "「財政科」（1件）は「財政課」（2件）の書き誤り",
  },
  {
    why: "課名の全角と半角",
    plan: withDepartments("ＤＸ推進課", "ＤＸ推進課", "DX推進課"),
    rule: "department-misspelt",
    severity: "warning",
    says: "「DX推進課」（1件）は「ＤＸ推進課」",
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
    says: "取組項目「取組b」に進捗区分が記録されていません",
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
    says: "「F」は、A・B・C・D・Eのどれでもありません",
  },
];

describe("見つける", () => {
  test.each(found)("$why: $rule", ({ plan, rule, severity, year, says }) => {
    const findings = checkPlan(plan).filter((finding) => finding.rule === rule);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity, ...(year === undefined ? {} : { year }) });
    expect(findings[0]?.message).toContain(says);
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

describe("了承", () => {
  const plan = soundPlan({ departments: [] }, { unit: null, direction: null });

  test("理由を付けて了承すると、その一件だけが了承済みになる", () => {
    const [first] = checkPlan(plan);
    const again = checkPlan(plan, { accepted: [accepted(first)] });
    expect(again.map(({ acceptance }) => acceptance?.reason ?? null)).toEqual(["4月に機構改革", null, null]);
    expect(openFindings(again)).toHaveLength(2);
  });

  test("下にあるデータが変わると、了承は外れる", () => {
    const [first] = checkPlan(plan);
    const record = accepted(first);
    const renamed = {
      ...plan,
      nodes: plan.nodes.map((node) => (node.id === "a" ? { ...node, name: "別の取組" } : node)),
    };
    expect(checkPlan(renamed, { accepted: [record] })[0]?.acceptance).toBeNull();
    expect(lapsedAcceptances(checkPlan(renamed), [record])).toEqual([record]);
  });

  test("関係のないデータが変わっても、了承は続く", () => {
    const [first] = checkPlan(plan);
    const other = {
      ...plan,
      title: "別の題",
      indicators: plan.indicators.map((each) => ({ ...each, actuals: { 2021: "90" } })),
    };
    expect(checkPlan(other, { accepted: [accepted(first)] })[0]?.acceptance?.by).toBe("計画課 加須");
  });

  test("理由のない了承は受け付けない", () => {
    const [first] = checkPlan(plan);
    expect(first && accept(first, "計画課", " ")).toMatchObject({ kind: "refused" });
  });

  test("名前がなければ「記録なし」", () => {
    const [first] = checkPlan(plan);
    expect(first && accept(first, "", "既知")).toMatchObject({ by: "記録なし" });
  });
});

describe("修正", () => {
  test.each([
    {
      why: "割合で入れた実績",
      plan: soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } }),
      rule: "share-for-percent",
    },
    {
      why: "セルの中の単位",
      plan: soundPlan({}, { targets: { ...everyYear("100"), 2022: "100人" } }),
      rule: "unit-in-cell",
    },
    {
      why: "セルにだけある単位",
      plan: soundPlan({}, { unit: null, targets: everyYear("100件") }),
      rule: "unit-missing",
    },
    {
      why: "課名の書き誤り",
      plan: withDepartments("市民協働推進課", "市民協働推進課", "市民協働推進課", "市民共働推進課"),
      rule: "department-misspelt",
    },
    { why: "再掲の担当課", plan: repeated({ departments: ["総務課"] }), rule: "repeat-differs" },
    { why: "担当課のない再掲", plan: repeated({ departments: [] }), rule: "department-missing" },
  ])("$why: 直すと、その指摘がなくなる", ({ plan, rule }) => {
    const finding = checkPlan(plan).find((each) => each.rule === rule);
    expect(finding?.mendable).toBe(true);
    const { plan: mended, stale } = mendPlan(plan, finding?.changes ?? []);
    expect(stale).toEqual([]);
    expect(checkPlan(mended).filter((each) => each.rule === rule)).toEqual([]);
  });

  test("91.8は0.918のちょうど100倍", () => {
    const [finding] = checkPlan(soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } }));
    expect(finding?.changes).toEqual([
      { kind: "actual", indicator: "a-1", year: 2021, before: "0.918", after: "91.8" },
    ]);
  });

  test("その間に変わったセルは直さず、知らせる", () => {
    const plan = soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } });
    const [finding] = checkPlan(plan);
    const typed = {
      ...plan,
      indicators: plan.indicators.map((each) => ({ ...each, actuals: { 2021: "92" } })),
    };
    const { plan: mended, stale, done } = mendPlan(typed, finding?.changes ?? []);
    expect(mended.indicators[0]?.actuals).toEqual({ 2021: "92" });
    expect([stale.length, done.length]).toEqual([1, 0]);
  });
});

describe("どんな計画でも", () => {
  test("二度点検すると同じ結果で、指紋は一件ずつ違い、例外にならない", () => {
    fc.assert(
      fc.property(brokenPlan(), (plan) => {
        const findings = checkPlan(plan);
        expect(checkPlan(plan)).toEqual(findings);
        expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
        for (const { message, remedy } of findings)
          expect(message + remedy).not.toMatch(/undefined|null|NaN/);
      }),
      { numRuns: 150 },
    );
  });

  test("一件を了承しても、ほかの指摘は変わらない", () => {
    fc.assert(
      fc.property(brokenPlan(), fc.nat(), (plan, pick) => {
        const findings = checkPlan(plan);
        const chosen = findings[pick % Math.max(1, findings.length)];
        if (chosen === undefined) return;
        const again = checkPlan(plan, { accepted: [accepted(chosen)] });
        expect(again.filter(({ acceptance }) => acceptance !== null)).toHaveLength(1);
        expect(again.map((finding) => ({ ...finding, acceptance: null }))).toEqual(findings);
      }),
      { numRuns: 100 },
    );
  });

  test("修正は、直したと言ったセルのほかを変えない", () => {
    fc.assert(
      fc.property(brokenPlan(), (plan) => {
        const before = JSON.stringify(plan);
        const changes = checkPlan(plan).flatMap((finding) => finding.changes);
        const { plan: mended, done, stale } = mendPlan(plan, changes);
        expect(JSON.stringify(plan)).toBe(before);
        expect(done.length + stale.length).toBe(changes.length);
        expect(mended.nodes).toHaveLength(plan.nodes.length);
        expect(mended.indicators).toHaveLength(plan.indicators.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("五つの計画", () => {
  const bundled = (id: string) => checkPlan(JSON.parse(readFileSync(`seeds/${id}.json`, "utf8")) as Plan);

  test.each(["kazo", "iruma", "ina", "isesaki", "oizumi"])("%s にエラーはない", (id) => {
    expect(bundled(id).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    {
      id: "kazo",
      counts: {
        "unit-missing": 3,
        "target-worse-than-baseline": 5,
        "path-turns-back": 1,
        "type-changes": 4,
        "dash-without-note": 2,
        "dash-with-note": 3,
        "unit-in-cell": 2,
      },
    },
    { id: "iruma", counts: {} },
    { id: "ina", counts: { "unit-missing": 2, "unit-in-cell": 1 } },
    { id: "isesaki", counts: { "direction-missing": 1, "target-worse-than-baseline": 1, "unit-in-cell": 1 } },
    {
      id: "oizumi",
      counts: {
        "baseline-missing": 3,
        "target-worse-than-baseline": 2,
        "cumulative-baseline": 3,
        "unit-in-cell": 1,
      },
    },
  ])("$id で見つかるもの", ({ id, counts }) => {
    expect(countsOf(bundled(id))).toEqual(counts);
  });

  test("加須の123は、数値から言葉への変化として警告", () => {
    const finding = bundled("kazo").find(
      ({ rule, severity }) => rule === "type-changes" && severity === "warning",
    );
    expect(finding?.message).toContain("取組項目123");
  });
});

describe("よく似た名の課が並ぶとき", () => {
  const written = "推愛青赤秋朝足穴雨飴家池石磯犬稲岩海梅浦絵";
  const alike = (count: number) =>
    [...written].slice(0, count).map((character) => `まちづくり${character}進課`);
  const misspelt = (count: number) =>
    checkPlan(withDepartments(...Array<string>(4).fill("まちづくり推進課"), ...alike(count))).filter(
      ({ rule }) => rule === "department-misspelt",
    );

  test("20までは、多い名の書き誤りを疑う", () => {
    expect(misspelt(20)).toHaveLength(19);
  });

  test("20を超えて一字違いが並べば、そう名付けられた課であり、疑わない", () => {
    expect(misspelt(21)).toEqual([]);
  });
});

function countsOf(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function accepted(finding: Finding | undefined): Acceptance {
  if (finding === undefined) throw new Error("nothing found to accept");
  const record = accept(finding, "計画課 加須", "4月に機構改革", "2026-04-01");
  if ("kind" in record) throw new Error(record.message);
  return record;
}

function numbered(...numbers: string[]): Plan {
  const nodes = numbers.map((number, at) => item(`n${at}`, null, { number }));
  return planOf({ nodes, indicators: nodes.map(({ id }) => indicator(`${id}-1`, id)) });
}

function renumbered(): Plan {
  const nodes = ["目1", "目2", "目3"].flatMap((id) => [
    heading(id, null),
    ...["(1)", "(2)"].map((number) => item(`${id}${number}`, id, { number })),
  ]);
  const items = nodes.filter(({ level }) => level === "取組項目");
  return planOf({ nodes, indicators: items.map(({ id }) => indicator(`${id}-1`, id)) });
}

function repeated(repeat: Partial<PlanNode>): Plan {
  return planOf({
    nodes: [item("a", null), item("b", null, { name: "取組a", sameAs: "a", ...repeat })],
    indicators: [indicator("1", "a")],
  });
}

function withDepartments(...departments: string[]): Plan {
  const nodes = departments.map((name, at) => item(`n${at}`, null, { departments: [name] }));
  return planOf({ nodes, indicators: nodes.map(({ id }) => indicator(`${id}-1`, id)) });
}

function recorded(assessments: Plan["assessments"]): Plan {
  return planOf({
    expects: { level: "取組項目", departments: true, targets: "none" },
    nodes: [item("a", null), item("b", null), item("c", null)],
    assessments,
  });
}

/** Plans with faults of every kind, ids used twice and parents in circles included. */
function brokenPlan(): fc.Arbitrary<Plan> {
  const id = fc.constantFrom("a", "b", "c", "d", "__proto__", "");
  const text = fc.constantFrom(
    "100",
    "0.5",
    "100％",
    "50人",
    "－",
    "",
    "実施",
    "1以上",
    "▲3",
    "3〜5",
    "主幹50・主査70",
    "類似団体平均以下",
    "?",
  );
  const node: fc.Arbitrary<PlanNode> = fc.record(
    {
      id,
      parent: fc.option(id),
      level: fc.constantFrom("目標", "施策", "取組項目", "細目"),
      number: fc.option(fc.constantFrom("1", "2", "4", "(1)", "①", "第1章", "1-2")),
      name: fc.constantFrom("広報", "広 報", "財政", ""),
      departments: fc.subarray(["市民協働推進課", "市民共働推進課", "", "DX課", "ＤＸ課"]),
      sameAs: id,
      remark: fc.boolean(),
    },
    { requiredKeys: ["id", "parent", "level", "number", "name", "departments"] },
  );
  const values = fc.dictionary(fc.constantFrom("2020", "2021", "2022", "2023", "2025", "2030"), text);
  const measured: fc.Arbitrary<Indicator> = fc.record({
    id,
    node: id,
    name: fc.constantFrom("回数", "実質公債費比率", ""),
    unit: fc.constantFrom(null, "", "％", "%", "人"),
    direction: fc.constantFrom(null, "up" as const, "down" as const, "keep" as const, "band" as const),
    kind: fc.constant(null),
    cumulative: fc.boolean(),
    note: fc.constantFrom(null, "隔年調査"),
    baseline: fc.option(fc.record({ year: fc.option(fc.constantFrom(2019, 2022)), text })),
    targets: values,
    actuals: values,
  });
  const marks = fc.constantFrom("A", "F", "", ["A", "B"]);
  const assessment = fc.record({
    node: id,
    marks: fc.dictionary(fc.constantFrom("進捗区分", "独自"), marks),
    departments: fc.constant<string[]>([]),
  });
  return fc
    .record({
      nodes: fc.array(node, { maxLength: 8 }),
      indicators: fc.array(measured, { maxLength: 6 }),
      assessments: fc.array(assessment, { maxLength: 3 }),
      period: fc.constantFrom<[number, number]>([2021, 2025], [2025, 2021], [2021, 9999]),
      targets: fc.constantFrom("yearly" as const, "final" as const, "none" as const),
    })
    .map(({ targets, ...parts }) =>
      planOf({ ...parts, expects: { level: "取組項目", departments: true, targets } }),
    );
}
