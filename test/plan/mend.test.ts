/** 修正: what is mended is no longer found, and nothing else is touched. */

import { checkPlan, type CellChange } from "../../src/plan/check";
import { mendPlan } from "../../src/plan/mend";
import { repeated, soundPlan, withDepartments } from "./checks/plans";
import { everyYear, indicator, item, planOf } from "./plan-parts";

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

describe("セルを一つ直す", () => {
  const plan = planOf({
    nodes: [item("a", null, { departments: ["財政", "総務課"] }), item("b", null)],
    indicators: [indicator("1", "a", { unit: null, actuals: { 2021: "0.9" } }), indicator("2", "b")],
  });
  const changes: CellChange[] = [
    { kind: "department", node: "a", before: ["財政", "総務課"], after: ["財政課", "総務課"] },
    { kind: "nodeName", node: "a", before: "取組a", after: "広報" },
    { kind: "unit", indicator: "1", before: null, after: "人" },
    { kind: "baseline", indicator: "1", before: "50", after: "60" },
    { kind: "target", indicator: "1", year: 2022, before: "100", after: "110" },
    { kind: "actual", indicator: "1", year: 2021, before: "0.9", after: "90" },
  ];
  const [node, other] = plan.nodes;
  const [own, another] = plan.indicators;

  test("どのセルも、そのセルだけが変わる", () => {
    const { plan: mended, done, stale } = mendPlan(plan, changes);
    expect([done, stale]).toEqual([changes, []]);
    expect(mended).toEqual({
      ...plan,
      nodes: [{ ...node, name: "広報", departments: ["財政課", "総務課"] }, other],
      indicators: [
        {
          ...own,
          unit: "人",
          baseline: { year: 2019, text: "60" },
          targets: { ...everyYear("100"), 2022: "110" },
          actuals: { 2021: "90" },
        },
        another,
      ],
    });
  });

  test.each(changes)("$kind が前と違えば、直さない", (change) => {
    const { before } = change;
    const elsewhere = { ...change, before: Array.isArray(before) ? before.slice(1) : "違う値" } as CellChange;
    expect(mendPlan(plan, [elsewhere])).toEqual({ plan, done: [], stale: [elsewhere] });
  });

  test.each(changes)("$kind の行がなければ、直さない", (change) => {
    const gone = { ...change, ...("node" in change ? { node: "x" } : { indicator: "x" }) };
    expect(mendPlan(plan, [gone])).toEqual({ plan, done: [], stale: [gone] });
  });

  test("担当課は、一つの名の中の読点と、二つの名を取り違えない", () => {
    const change: CellChange = { kind: "department", node: "a", before: ["財政総務課"], after: ["財政課"] };
    const joined = planOf({ nodes: [item("a", null, { departments: ["財政", "総務課"] })] });
    expect(mendPlan(joined, [change]).done).toEqual([]);
  });

  test("基準値も実績もない指標では、直さない", () => {
    const bare = planOf({ nodes: [item("a", null)], indicators: [indicator("1", "a", { baseline: null })] });
    const both = changes.filter(({ kind }) => kind === "baseline" || kind === "actual");
    expect(mendPlan(bare, both)).toEqual({ plan: bare, done: [], stale: both });
  });

  test("IDが重なる行は、先のものだけを直す", () => {
    const double = planOf({ nodes: [item("a", null), item("a", null)] });
    const change: CellChange = { kind: "nodeName", node: "a", before: "取組a", after: "広報" };
    expect(mendPlan(double, [change]).plan.nodes.map(({ name }) => name)).toEqual(["広報", "取組a"]);
  });
});
