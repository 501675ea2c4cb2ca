/** 集計 as 加須 and 入間 print it. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Assessment, Indicator, Plan, PlanNode } from "../../src/plan/plan";
import { NO_DEPARTMENT, summarize } from "../../src/plan/summary/summary";
import type { Tally } from "../../src/plan/summary/summary";
import { heading, indicator, item, judged, planOf } from "./plan-parts";

/** Actuals against a target of 100 that give the four grades. */
const actualFor = [100, 85, 65, 10];

describe("加須 第2次プランの評価（第1章の件数から、印字された数値を再現する）", () => {
  const goals = [
    { n: 12, met: 10, share: 83.3, rating: "概ね達成できた" },
    { n: 14, met: 13, share: 92.9, rating: "概ね達成できた" },
    { n: 13, met: 11, share: 84.6, rating: "概ね達成できた" },
    { n: 16, met: 11, share: 68.8, rating: "やや達成できなかった" },
    { n: 21, met: 15, share: 71.4, rating: "やや達成できなかった" },
    { n: 23, met: 17, share: 73.9, rating: "やや達成できなかった" },
    { n: 13, met: 11, share: 84.6, rating: "概ね達成できた" },
  ];
  const summary = () => summarize(chapterOne(goals, [42, 46, 15, 9]), { year: 2021 });

  test.each(goals.map((goal, at) => [at + 1, goal] as const))(
    "目標%d",
    (number, { n, met, share, rating }) => {
      const row = summary().rows[number - 1];
      expect(row).toMatchObject({ level: "目標", n, judged: n, met: { count: met, share } });
      expect(row?.rating).toMatchObject({ percent: share, rating });
      expect(row?.grade).toMatchObject({ kind: "grade", name: rating });
    },
  );

  test("区分ごとの件数と割合", () => {
    expect(summary().total.grades).toEqual([
      { name: "目標達成", count: 42, share: 37.5 },
      { name: "概ね達成", count: 46, share: 41.1 },
      { name: "やや遅れている", count: 15, share: 13.4 },
      { name: "大幅に遅れている", count: 9, share: 8 },
    ]);
  });

  test("総合評価", () => {
    expect(summary().total).toMatchObject({ n: 112, met: { share: 78.6 }, notMet: { share: 21.4 } });
    expect(summary().total.rating).toMatchObject({ percent: 78.6, rating: "成果があった" });
  });
});

describe("取組項目の達成率", () => {
  test("指標ごとに100 %を上限とした平均", () => {
    const [result] = itemsOf([150, 80]);
    expect(result).toMatchObject({ printed: "90.0 %", grade: { name: "概ね達成" } });
  });

  test("最も低い指標で決めることもできる", () => {
    const plan = planOf({ nodes: [item("a", null)], indicators: withActuals("a", [150, 80]) });
    const summary = summarize(plan, { year: 2021, aggregation: "worst" });
    expect(summary.items[0]).toMatchObject({ printed: "80.0 %" });
  });

  test("未入力の指標があれば、平均に必ず件数を添える", () => {
    const [result] = itemsOf([100, 97.4, null]);
    expect(result).toMatchObject({
      printed: "98.7 %（2/3）",
      counts: { n: 3, judged: 2, states: { 未入力: 1 } },
    });
  });

  test("平均が100 %に届かなければ100.0とは印字しない", () => {
    const [result] = itemsOf([...Array<number>(99).fill(100), 99.9]);
    expect(result).toMatchObject({ printed: "99.9 %", grade: { name: "概ね達成" } });
  });

  test.each([
    { why: "何も入力していない", actuals: [null, null], state: "未入力" },
    { why: "読めない値だけ", actuals: ["検討中"], state: "判定不能" },
    { why: "読めない値と未入力なら、まず入力", actuals: ["検討中", null], state: "未入力" },
  ])("$why: $state", ({ actuals, state }) => {
    const [result] = itemsOf(actuals);
    expect(result).toMatchObject({ rate: { kind: "state", state }, grade: { kind: "state", state } });
  });

  test("測らない年度だけの取組は対象外", () => {
    const plan = planOf({
      nodes: [item("a", null)],
      indicators: [indicator("1", "a", { targets: { 2021: "－" } })],
    });
    expect(summarize(plan, { year: 2021 }).items[0]?.rate).toMatchObject({ state: "対象外" });
  });

  test("指標のない取組は判定不能で、0 %ではない", () => {
    const plan = planOf({ nodes: [item("a", null)] });
    const { items, total } = summarize(plan, { year: 2021 });
    expect(items[0]?.rate).toMatchObject({ state: "判定不能", cause: "指標 なし" });
    expect(total).toMatchObject({ n: 1, judged: 0, states: { 判定不能: 1 } });
  });

  test("尺度に100 %より上の区分があれば、そこまでは数える", () => {
    const plan = planOf({ nodes: [item("a", null)], indicators: withActuals("a", [130]) });
    expect(summarize(plan, { year: 2021, scale: "S-D" }).items[0]?.grade).toMatchObject({
      name: "S",
      percent: 120,
    });
    expect(summarize(plan, { year: 2021 }).items[0]?.grade).toMatchObject({ name: "目標達成", percent: 100 });
  });
});

describe("見出しと全体", () => {
  const plan = planOf({
    nodes: [
      heading("目1", null),
      heading("施1", "目1"),
      item("a", "施1"),
      item("b", "施1"),
      heading("目2", null),
      item("c", "目2"),
    ],
    indicators: [...withActuals("a", [100, 100, 40]), ...withActuals("b", [50]), ...withActuals("c", [null])],
  });
  const summary = () => summarize(plan, { year: 2021 });
  // One of the indicators of b is still to come.
  const owing = planOf({
    ...plan,
    indicators: [...plan.indicators, ...withActuals("b", [null]).map((each) => ({ ...each, id: "b-9" }))],
  });

  test("見出しの達成率は、指標ではなく取組項目の平均", () => {
    // a = 80 %, b = 50 %: 65 %. Over the four indicators it would be 72.5 %.
    expect(summary().headingOf.get("施1")).toMatchObject({ n: 2, printed: "65.0 %" });
  });

  test("欠けた指標は、どの平均にも書き添える", () => {
    expect(summary().total.printed).toBe("65.0 %（4/5）");
  });

  test("未入力が残る間は、評価の言葉を出さない", () => {
    expect(summary().total.rating).toMatchObject({ rating: "判定不能" });
    expect(summary().total.grade).toMatchObject({ kind: "state", cause: "未入力あり" });
    expect(summary().headingOf.get("目1")?.rating).toMatchObject({ percent: 50, rating: "達成できなかった" });
  });

  test.each([
    ["見出し", () => summarize(owing, { year: 2021 }).headingOf.get("施1")],
    ["担当課", () => summarize(owing, { year: 2021 }).departments.rows[0]],
    ["評価の言葉を持たない計画の全体", () => summarize(owing, { year: 2021, ratings: null }).total],
  ])("一つでも未入力なら、入った分の平均で評価しない：%s", (_name, roll) => {
    expect(roll()).toMatchObject({
      rate: { kind: "rate" },
      grade: { kind: "state", state: "判定不能", cause: "未入力あり" },
    });
  });

  test("評価の言葉がない階層の評価は、平均の区分", () => {
    expect(summary().headingOf.get("施1")).toMatchObject({
      rating: null,
      grade: { name: "やや遅れている", scale: "4段階" },
    });
  });

  test("評価の言葉は加須の階層「目標」のある計画だけ", () => {
    const chapters = planOf({
      ...plan,
      levels: ["章", "節", "取組項目"],
      nodes: plan.nodes.map((node) => ({
        ...node,
        level: node.level === "目標" ? "章" : node.level === "施策" ? "節" : node.level,
      })),
    });
    expect(summarize(chapters, { year: 2021 }).total).toMatchObject({
      rating: null,
      met: null,
      grade: { kind: "state", cause: "未入力あり" },
    });
  });

  test("見出しに直接付いた指標も、一つの取組として数える", () => {
    const own = planOf({ ...plan, indicators: [...plan.indicators, ...withActuals("目1", [100])] });
    const { total, headingOf } = summarize(own, { year: 2021 });
    expect(total.n).toBe(4);
    expect(headingOf.get("目1")).toMatchObject({ n: 3 });
    expect(headingOf.get("目2")).toMatchObject({ n: 1 });
  });

  test("行に並ぶのは選んだ階層", () => {
    expect(summarize(plan, { year: 2021, level: "施策" }).rows.map(({ key }) => key)).toEqual(["施1"]);
    expect(summary().rows.map(({ key }) => key)).toEqual(["目1", "目2"]);
  });
});

describe("再掲", () => {
  const plan = planOf({
    nodes: [
      heading("目1", null),
      item("a", "目1"),
      heading("目2", null),
      item("b", "目2"),
      item("a2", "目2", { sameAs: "a" }),
      item("a3", "目2", { sameAs: "a" }),
    ],
    indicators: [...withActuals("a", [100]), ...withActuals("b", [50])],
  });

  test("それぞれの見出しで数え、両方を含む合計では一度だけ", () => {
    const { headingOf, total } = summarize(plan, { year: 2021 });
    expect(headingOf.get("目1")?.n).toBe(1);
    expect(headingOf.get("目2")?.n).toBe(2);
    expect(total).toMatchObject({ n: 2, printed: "75.0 %" });
  });

  test("印字どおりに数えることもできる", () => {
    const { headingOf, total } = summarize(plan, { year: 2021, repeats: "asPrinted" });
    expect(headingOf.get("目2")?.n).toBe(3);
    expect(total.n).toBe(4);
  });

  test("再掲の達成率は、元の取組と同じ", () => {
    const { itemOf } = summarize(plan, { year: 2021 });
    expect(itemOf.get("a2")).toMatchObject({ sameAs: "a", parent: "目2", printed: "100.0 %" });
  });
});

describe("担当課別", () => {
  const plan = planOf({
    nodes: [
      item("a", null, { departments: ["財政課", "総務課"] }),
      item("b", null),
      item("c", null, { departments: [] }),
    ],
    indicators: [...withActuals("a", [100]), ...withActuals("b", [50]), ...withActuals("c", [null])],
  });
  const summary = () => summarize(plan, { year: 2021 });

  test("共同の取組はそれぞれの課で数え、合計は延べ", () => {
    expect(summary().departments.rows.map(({ name, n }) => [name, n])).toEqual([
      ["財政課", 2],
      ["総務課", 1],
      [NO_DEPARTMENT, 1],
    ]);
    expect(summary().departments.total).toMatchObject({ name: "合計（延べ）", n: 4 });
    expect(summary().total.n).toBe(3);
  });

  test("課を選ぶと、その課の取組だけになる", () => {
    const own = summarize(plan, { year: 2021, departments: ["総務課"] });
    expect(own.items.map(({ node }) => node)).toEqual(["a"]);
    expect(own.departments.rows.map(({ name }) => name)).toEqual(["総務課"]);
  });
});

describe("評価を記録する計画（入間）", () => {
  const plan = planOf({
    expects: { level: "取組項目", departments: true, targets: "none" },
    nodes: [heading("目1", null), item("a", "目1"), item("b", "目1"), item("c", "目1")],
    assessments: [
      judged("a", { 進捗区分: "A", 今後の方向性: ["ア", "イ"] }, ["社会教育課"]),
      judged("a", { 進捗区分: "B", 今後の方向性: ["イ"] }, ["人権推進課"]),
      judged("b", { 進捗区分: "B", 今後の方向性: "イ" }),
    ],
  });

  test("件数と割合があり、平均と評価はない", () => {
    const { total, rows, basis } = summarize(plan);
    expect(basis).toBe("recorded");
    expect(total).toMatchObject({ scale: "進捗区分", n: 4, judged: 3, states: { 未入力: 1 } });
    expect(total.grades.map(({ name, count, share }) => [name, count, share])).toEqual([
      ["A", 1, 33.3],
      ["B", 2, 66.7],
      ["C", 0, 0],
      ["D", 0, 0],
      ["E", 0, 0],
    ]);
    expect(total.rate).toMatchObject({ kind: "state", cause: "記録による評価" });
    expect(rows[0]).toMatchObject({ rating: null, grade: { kind: "state" } });
  });

  test("二つの文字を記した評価は、一つの組として数える", () => {
    const direction = summarize(plan).total.recorded.find(({ scale }) => scale === "今後の方向性");
    expect(
      direction?.grades.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]),
    ).toEqual([
      ["イ", 2],
      ["ア・イ", 1],
    ]);
  });

  test("課が分けて評価した取組は、課ごとに自分の評価だけ", () => {
    const grades = (name: string) =>
      summarize(plan)
        .departments.rows.find((row) => row.name === name)
        ?.grades.filter(({ count }) => count > 0)
        .map((grade) => grade.name);
    expect(grades("社会教育課")).toEqual(["A"]);
    expect(grades("人権推進課")).toEqual(["B"]);
  });

  test("指標もある計画では、計算した評価と記録した評価を並べる", () => {
    const both = summarize(planOf({ ...plan, indicators: withActuals("b", [100]) }), { year: 2021 });
    expect(both.basis).toBe("computed");
    expect(both.total.grades[0]).toMatchObject({ name: "目標達成", count: 1 });
    expect(both.total.recorded[0]?.grades[1]).toMatchObject({ name: "B", count: 2 });
  });
});

describe("最終目標だけの計画の途中の年度", () => {
  const plan = planOf({
    expects: { level: "取組項目", departments: false, targets: "final" },
    nodes: [item("a", null, { departments: [] })],
    indicators: [indicator("1", "a", { targets: { 2025: "100" }, actuals: { 2022: "60" } })],
  });

  test("進捗率は見せるが、評価しない", () => {
    const { total, items } = summarize(plan, { year: 2022 });
    expect(items[0]?.grade).toMatchObject({ state: "判定不能", cause: "期間中" });
    expect(total).toMatchObject({ judged: 0, states: { 判定不能: 1 } });
    expect(total.interim).toMatchObject({ printed: "20.0 %（経過率40.0 %）", count: 1 });
  });

  test("設定すれば、経過率で割って評価する", () => {
    expect(summarize(plan, { year: 2022, byElapsed: true }).items[0]).toMatchObject({ printed: "50.0 %" });
  });

  test("担当課を持たない計画に、担当課別の表はない", () => {
    expect(summarize(plan).departments.rows).toEqual([]);
  });
});

describe("件数の和", () => {
  test("どの見出しでも、判定＋未入力＋対象外＋判定不能＝項目数で、区分の和＝判定", () => {
    fc.assert(
      fc.property(anyPlan(), fc.constantFrom("once", "asPrinted"), (plan, repeats) => {
        const { total, headings, departments } = summarize(plan, { year: 2021, repeats: repeats as "once" });
        for (const roll of [total, ...headings, ...departments.rows, departments.total]) {
          [roll, ...roll.recorded].forEach(addsUp);
          expect(roll.indicators.n).toBe(roll.indicators.judged + sum(Object.values(roll.indicators.states)));
        }
        expect(total.n).toBeLessThanOrEqual(plan.nodes.length);
      }),
      { numRuns: 200 },
    );
  });

  test("印字どおりに数えると、見出しの和が合計になる", () => {
    fc.assert(
      fc.property(anyPlan(), (plan) => {
        const summary = summarize(plan, { year: 2021, repeats: "asPrinted" });
        const { total, headings, headingOf, items, basis } = summary;
        const tops = headings.filter(({ parent }) => parent === null);
        const alone = items.filter(({ node, parent }) => parent === null && !headingOf.has(node));
        // A plan of recorded judgements counts judgements: a judged heading brings those of the headings under it along.
        const countOf = (node: string) => (basis === "computed" ? 1 : Math.max(1, judgementsIn(plan, node)));
        expect(sum(tops.map(({ n }) => n)) + sum(alone.map(({ node }) => countOf(node)))).toBe(total.n);
      }),
    );
  });
});

describe("加須の計画", () => {
  const plan = JSON.parse(readFileSync("seeds/kazo.json", "utf8")) as Plan;

  test("134項目、うち再掲9は合計で一度だけ", () => {
    const once = summarize(plan, { year: 2021 });
    expect(once.total).toMatchObject({ n: 125, states: { 未入力: 125 }, indicators: { n: 146 } });
    expect(summarize(plan, { year: 2021, repeats: "asPrinted" }).total.n).toBe(134);
    expect(once.departments.rows).toHaveLength(27);
  });

  test("すべて目標どおりなら、隔年の年度も含めて件数が合う", () => {
    const reached = {
      ...plan,
      indicators: plan.indicators.map((each) => ({ ...each, actuals: withoutDashes(each) })),
    };
    const { total } = summarize(reached, { year: 2022 });
    expect(total.indicators).toMatchObject({ n: 146, states: { 対象外: 5 } });
    expect(total.grades[0]?.count).toBe(total.judged);
    expect(total.printed).toBe(`100.0 %（${total.indicators.judged}/146）`);
  });
});

function withoutDashes({ targets }: Indicator): Record<string, string> {
  return Object.fromEntries(Object.entries(targets).filter(([, text]) => text !== "－"));
}

function addsUp({ n, judged: judgedItems, states, grades }: Tally): void {
  expect(judgedItems + sum(Object.values(states))).toBe(n);
  expect(sum(grades.map(({ count }) => count))).toBe(judgedItems);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function itemsOf(actuals: readonly (number | string | null)[]) {
  return summarize(planOf({ nodes: [item("a", null)], indicators: withActuals("a", actuals) }), {
    year: 2021,
  }).items;
}

function withActuals(node: string, actuals: readonly (number | string | null)[]): Indicator[] {
  return actuals.map((actual, at) =>
    indicator(`${node}-${at + 1}`, node, { actuals: actual === null ? {} : { 2021: String(actual) } }),
  );
}

/** Items of the four classes dealt out so that every goal has its printed number of met ones. */
function chapterOne(
  goals: readonly { n: number; met: number }[],
  classes: readonly [number, number, number, number],
): Plan {
  const [best, second, third, last] = classes;
  const met = [...Array<number>(best).fill(0), ...Array<number>(second).fill(1)];
  const others = [...Array<number>(third).fill(2), ...Array<number>(last).fill(3)];
  const nodes: PlanNode[] = [];
  const indicators: Indicator[] = [];
  for (const [at, goal] of goals.entries()) {
    nodes.push(heading(`目${at + 1}`, null, { number: String(at + 1) }));
    for (const grade of [...met.splice(0, goal.met), ...others.splice(0, goal.n - goal.met)]) {
      const id = `項${nodes.length}`;
      nodes.push(item(id, `目${at + 1}`));
      indicators.push(...withActuals(id, [actualFor[grade] ?? null]));
    }
  }
  return planOf({ nodes, indicators });
}

/** Recorded judgements on a node and everything under it. */
function judgementsIn(plan: Plan, node: string): number {
  const own = plan.assessments.filter((each) => each.node === node).length;
  const below = plan.nodes.filter(({ parent }) => parent === node).map(({ id }) => judgementsIn(plan, id));
  return own + sum(below);
}

/** Plans of every shape: nested headings, 再掲, indicators and judgements anywhere, cells of every kind. */
function anyPlan(): fc.Arbitrary<Plan> {
  const cell = fc.constantFrom("100", "80", "0", "－", "", "実施", "検討中", "1以上", "▲3", "主幹50・主査70");
  const spec = fc.record({
    under: fc.nat(30),
    kind: fc.constantFrom("heading", "item", "item", "repeat"),
    of: fc.nat(30),
    departments: fc.subarray(["財政課", "総務課", "秘書課"]),
    measured: fc.array(fc.record({ target: cell, actual: cell }), { maxLength: 3 }),
    marks: fc.array(fc.constantFrom("A", "B", "C", "X", ""), { maxLength: 2 }),
  });
  return fc.array(spec, { maxLength: 30 }).map((specs) => {
    const nodes: PlanNode[] = [];
    const indicators: Indicator[] = [];
    const assessments: Assessment[] = [];
    for (const [at, { under, kind, of, departments, measured, marks }] of specs.entries()) {
      const id = `n${at}`;
      const headings = nodes.filter(({ level }) => level !== "取組項目");
      const parent = headings.length === 0 ? null : (headings[under % headings.length]?.id ?? null);
      const originals = nodes.filter(({ level, sameAs }) => level === "取組項目" && sameAs === undefined);
      const original = kind === "repeat" ? originals[of % Math.max(1, originals.length)] : undefined;
      if (kind === "heading") nodes.push(heading(id, under % 3 === 0 ? null : parent));
      else
        nodes.push(
          item(id, parent, { departments, ...(original === undefined ? {} : { sameAs: original.id }) }),
        );
      if (original !== undefined) continue;
      for (const [own, { target, actual }] of measured.entries()) {
        indicators.push(
          indicator(`${id}-${own}`, id, { targets: { 2021: target }, actuals: { 2021: actual } }),
        );
      }
      if (marks.length > 0) assessments.push(judged(id, { 進捗区分: marks }, departments));
    }
    return planOf({ nodes, indicators, assessments });
  });
}
