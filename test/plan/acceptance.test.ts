/** 了承: a finding accepted with a reason, for as long as the data under it is unchanged. */

import { accept, lapsedAcceptances, openFindings } from "../../src/plan/acceptance";
import { checkPlan, RULES, type Finding } from "../../src/plan/check";
import type { Indicator, Plan, PlanNode } from "../../src/plan/plan";
import {
  accepted,
  findingsOf,
  numbered,
  path,
  recorded,
  repeated,
  soundPlan,
  withDepartments,
} from "./checks/plans";
import { everyYear, heading, indicator, item, judged, planOf } from "./plan-parts";

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

  test.each(["", "　"])("理由「%s」では受け付けず、理由を求める", (reason) => {
    const [first] = checkPlan(plan);
    expect(first && accept(first, "計画課", reason)).toEqual({
      kind: "refused",
      message: "了承の理由がありません。理由を入れてください。",
    });
  });

  test.each([
    ["", "記録なし"],
    ["　", "記録なし"],
    [" 計画課 加須 ", "計画課 加須"],
  ])("名前「%s」は「%s」と記録し、理由の前後の空白は除く", (by, who) => {
    const [first] = checkPlan(plan);
    if (first === undefined) throw new Error("nothing found");
    const { rule, node, indicator, year, fingerprint } = first;
    expect(accept(first, by, " 既知　")).toEqual({
      rule,
      node,
      indicator,
      year,
      fingerprint,
      by: who,
      reason: "既知",
      at: null,
    });
  });

  test("同じ一件の了承が二つあれば、後の記録が残る", () => {
    const [first] = checkPlan(plan);
    const later = { ...accepted(first), reason: "議会で説明済み" };
    expect(checkPlan(plan, { accepted: [accepted(first), later] })[0]?.acceptance).toEqual(later);
  });

  test("直したものの了承だけが、外れたものとして残る", () => {
    const found = checkPlan(plan);
    const records = found.map((finding) => accepted(finding));
    expect(lapsedAcceptances(found, records)).toEqual([]);
    expect(lapsedAcceptances(found.slice(1), records)).toEqual([records[0]]);
  });
});

/** The same finding at the same place, over other data. */
interface Changed {
  rule: string;
  what: string;
  before: Plan;
  after: Plan;
}

const measured = (
  rule: string,
  what: string,
  before: Partial<Indicator>,
  after: Partial<Indicator>,
): Changed => ({
  rule,
  what,
  before: soundPlan({}, before),
  after: soundPlan({}, { ...before, ...after }),
});

const named = (rule: string, what: string, before: Partial<PlanNode>, after: Partial<PlanNode>): Changed => ({
  rule,
  what,
  before: soundPlan(before),
  after: soundPlan({ ...before, ...after }),
});

const from = (text: string) => ({ baseline: { year: 2019, text } });
const back = path("60", "70", "65", "80", "90");
const dashed = path("80", "－", "80", "80", "80");
const outside = { ...everyYear("100"), 2026: "100" };
const withoutIndicator = (name: string): Plan => ({ ...soundPlan({ name }), indicators: [] });
const original = (plan: Plan, own: Partial<PlanNode>): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => (node.id === "a" ? { ...node, ...own } : node)),
});
const twins = (unit: string, name = "広報"): Plan =>
  planOf({
    nodes: [item("a", null, { name }), item("b", null, { name })],
    indicators: [indicator("1", "a", { name: "回数", unit }), indicator("2", "b", { name: "回数", unit })],
  });

const twoItems = (name: string): Plan => planOf({ nodes: [item("a", null), item("a", null, { name })] });
const twoIndicators = (name: string): Plan =>
  planOf({ nodes: [item("a", null)], indicators: [indicator("1", "a"), indicator("1", "a", { name })] });
const withoutFinalTarget = (name: string): Plan => ({
  ...soundPlan({}, { targets: {}, name }),
  expects: { level: "取組項目", departments: true, targets: "final" },
});

const lapsing: Changed[] = [
  { rule: "id-twice", what: "名称", before: twoItems("甲"), after: twoItems("乙") },
  { rule: "id-twice", what: "指標の名称", before: twoIndicators("甲"), after: twoIndicators("乙") },
  {
    rule: "target-missing",
    what: "最終目標のない指標の名称",
    before: withoutFinalTarget("甲"),
    after: withoutFinalTarget("乙"),
  },
  named("department-missing", "名称", { departments: [] }, { name: "別の取組" }),
  named("department-missing", "担当課", { departments: [] }, { departments: [" "] }),
  { rule: "indicator-missing", what: "名称", before: withoutIndicator("甲"), after: withoutIndicator("乙") },
  measured("target-missing", "指標の名称", { targets: {} }, { name: "別の指標" }),
  named("name-missing", "名称", { name: "" }, { name: " " }),
  measured("name-missing", "指標の名称", { name: "" }, { name: " " }),
  measured("unit-missing", "指標の名称", { unit: null }, { name: "別の指標" }),
  measured("unit-missing", "単位", { unit: null }, { unit: " " }),
  measured("direction-missing", "指標の名称", { direction: null }, { name: "別の指標" }),
  measured("baseline-missing", "指標の名称", { baseline: null }, { name: "別の指標" }),
  measured("baseline-missing", "方法", { baseline: null }, { method: "進捗率" }),
  measured("target-worse-than-baseline", "目標値", from("120"), { targets: everyYear("110") }),
  measured("target-worse-than-baseline", "基準値", from("120"), from("130")),
  measured("target-worse-than-baseline", "方向", from("120"), { direction: "keep" }),
  measured("path-turns-back", "目標値", { targets: back }, { targets: { ...back, 2025: "95" } }),
  measured("path-turns-back", "方向", { targets: back }, { direction: null }),
  measured("type-changes", "基準値", { ...from("696"), targets: everyYear("実施") }, from("700")),
  measured(
    "type-changes",
    "目標値",
    { ...from("696"), targets: everyYear("実施") },
    { targets: everyYear("導入") },
  ),
  measured("dash-without-note", "「－」の年度", { targets: dashed }, { targets: { ...dashed, 2025: "－" } }),
  measured("dash-without-note", "注記", { targets: dashed }, { note: "重点" }),
  measured("dash-with-note", "注記", { targets: dashed, note: "隔年調査" }, { note: "2年おき" }),
  {
    rule: "period-not-covering",
    what: "計画期間",
    before: soundPlan({}, { targets: outside }),
    after: { ...soundPlan({}, { targets: outside }), period: [2020, 2025] },
  },
  {
    rule: "period-not-covering",
    what: "逆の計画期間",
    before: { ...soundPlan(), period: [2025, 2021] },
    after: { ...soundPlan(), period: [2026, 2021] },
  },
  measured(
    "unit-in-cell",
    "セルの値",
    { targets: { ...everyYear("100"), 2022: "100人" } },
    { targets: { ...everyYear("100"), 2022: "90人" } },
  ),
  measured(
    "unit-differs",
    "セルの値",
    { targets: { ...everyYear("100"), 2022: "100件" } },
    { targets: { ...everyYear("100"), 2022: "90件" } },
  ),
  measured("unit-differs", "単位", { targets: { ...everyYear("100"), 2022: "100件" } }, { unit: "回" }),
  measured("share-for-percent", "セルの値", { unit: "％", actuals: path("0.9") }, { actuals: path("0.8") }),
  measured("share-for-percent", "単位", { unit: "％", actuals: path("0.9") }, { unit: "%" }),
  measured("actual-unreadable", "実績値", { actuals: path("検討中") }, { actuals: path("調整中") }),
  measured("actual-unreadable", "目標値", { actuals: path("検討中") }, { targets: everyYear("90") }),
  measured("actual-implausible", "実績値", { actuals: path("98,000") }, { actuals: path("99,000") }),
  measured("actual-implausible", "比べる値", { actuals: path("98,000") }, { targets: everyYear("110") }),
  measured(
    "cumulative-falls",
    "減った値",
    { cumulative: true, targets: back },
    { targets: { ...back, 2023: "66" } },
  ),
  measured(
    "cumulative-falls",
    "減る前の値",
    { cumulative: true, targets: back },
    { targets: { ...back, 2022: "71" } },
  ),
  measured(
    "cumulative-baseline",
    "基準値",
    { cumulative: true, ...from("50"), targets: { 2025: "275" } },
    from("55"),
  ),
  measured(
    "cumulative-baseline",
    "目標値",
    { cumulative: true, ...from("50"), targets: { 2025: "275" } },
    { targets: { 2025: "280" } },
  ),
  measured(
    "cumulative-baseline",
    "小さすぎる目標値",
    { cumulative: true, ...from("900"), targets: { 2025: "500" } },
    { targets: { 2025: "510" } },
  ),
  measured(
    "statutory-line",
    "値",
    { name: "実質公債費比率", direction: "down", baseline: null, targets: path("18.0") },
    { targets: path("18.1") },
  ),
  {
    rule: "orphan",
    what: "上の見出しのID",
    before: soundPlan({ parent: "x" }),
    after: soundPlan({ parent: "y" }),
  },
  {
    rule: "orphan",
    what: "指標の付く先",
    before: { ...soundPlan(), indicators: [indicator("1", "x")] },
    after: { ...soundPlan(), indicators: [indicator("1", "y")] },
  },
  {
    rule: "orphan",
    what: "評価の付く先",
    before: { ...soundPlan(), assessments: [judged("x", {})] },
    after: { ...soundPlan(), assessments: [judged("y", {})] },
  },
  named("level-wrong", "階層", { level: "細目" }, { level: "細々目" }),
  {
    rule: "level-wrong",
    what: "上の見出しの階層",
    before: planOf({ nodes: [heading("x", null, { level: "施策" }), heading("y", "x", { level: "目標" })] }),
    after: planOf({
      nodes: [heading("x", null, { level: "取組項目" }), heading("y", "x", { level: "目標" })],
    }),
  },
  {
    rule: "repeat-of-nothing",
    what: "再掲元",
    before: repeated({ sameAs: "x" }),
    after: repeated({ sameAs: "y" }),
  },
  {
    rule: "repeat-differs",
    what: "再掲の名称",
    before: repeated({ name: "乙" }),
    after: repeated({ name: "丙" }),
  },
  {
    rule: "repeat-differs",
    what: "元の名称",
    before: repeated({ name: "乙" }),
    after: original(repeated({ name: "乙" }), { name: "甲" }),
  },
  {
    rule: "repeat-differs",
    what: "再掲の担当課",
    before: repeated({ departments: ["総務課"] }),
    after: repeated({ departments: ["秘書課"] }),
  },
  {
    rule: "repeat-differs",
    what: "元の担当課",
    before: repeated({ departments: ["総務課"] }),
    after: original(repeated({ departments: ["総務課"] }), { departments: ["秘書課"] }),
  },
  { rule: "indicator-twice", what: "単位", before: twins("回"), after: twins("件") },
  { rule: "indicator-twice", what: "名称", before: twins("回"), after: twins("回", "広聴") },
  { rule: "number-twice", what: "番号", before: numbered("1", "1"), after: numbered("2", "2") },
  { rule: "number-gap", what: "番号", before: numbered("1", "3"), after: numbered("1", "4") },
  {
    rule: "department-misspelt",
    what: "数",
    before: withDepartments("財政課", "財政"),
    after: withDepartments("財政課", "財政", "財政"),
  },
  {
    rule: "judgement-missing",
    what: "記録された区分",
    before: recorded([judged("a", { 進捗区分: "A" }), judged("b", { 進捗区分: "A" }), judged("c", {})]),
    after: recorded([
      judged("a", { 進捗区分: "A" }),
      judged("b", { 進捗区分: "A" }),
      judged("c", { 独自: "◎" }),
    ]),
  },
  {
    rule: "judgement-unknown",
    what: "区分の文字",
    before: recorded([judged("a", { 進捗区分: "F" })]),
    after: recorded([judged("a", { 進捗区分: "G" })]),
  },
];

describe("了承の下にあるデータ", () => {
  test.each(lapsing)("$rule の$whatが変われば、了承は外れる", ({ rule, before, after }) => {
    const [first] = findingsOf(rule, before);
    const [again] = findingsOf(rule, after);
    const place = (found: Finding | undefined) => [found?.node, found?.indicator, found?.year];
    expect(first).toBeDefined();
    expect(place(again)).toEqual(place(first));
    expect(again?.fingerprint).not.toBe(first?.fingerprint);
  });

  test("了承は、どの規則でも、データが変わらなければ続く", () => {
    for (const { rule, before } of lapsing) {
      const copy: Plan = JSON.parse(JSON.stringify(before));
      expect(findingsOf(rule, copy)[0]?.fingerprint).toBe(findingsOf(rule, before)[0]?.fingerprint);
    }
  });

  test("規則には、みな例がある", () => {
    expect([...new Set(lapsing.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });
});
