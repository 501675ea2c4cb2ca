/** 集計: every column of a line, for headings, 担当課 and the whole plan, as the plan would be counted by hand. */

import fc from "fast-check";
import type { Assessment, Indicator, Plan } from "../../src/plan/plan";
import { NO_DEPARTMENT, summarize, type Roll, type SummaryOptions } from "../../src/plan/summary/summary";
import { heading, indicator, item, judged, planOf } from "./plan-parts";

/** Two goals; a repeated item; an item on its way to a final target, one not measured, one that cannot be told. */
const plan = (): Plan =>
  planOf({
    nodes: [
      heading("目1", null, { number: "1", name: "広報" }),
      heading("施1", "目1", { number: "(1)", name: "発信" }),
      item("a", "施1", { departments: ["財政課", "総務課"] }),
      item("b", "施1", { departments: ["財政課"] }),
      heading("目2", null, { number: "2", name: "広聴" }),
      item("c", "目2", { departments: [" "] }),
      item("a2", "目2", { departments: ["秘書課"], sameAs: "a" }),
      item("d", "目2", { departments: ["総務課"] }),
    ],
    indicators: [
      indicator("a-1", "a", { actuals: { 2022: "100" } }),
      indicator("a-2", "a", { actuals: { 2022: "70" } }),
      final("b-1", "b", "75"),
      indicator("c-1", "c", { targets: { 2022: "－", 2023: "100" } }),
      indicator("d-1", "d"),
    ],
  });

/** From 50 in 2020 to 100 in the year given. */
function final(id: string, node: string, actual: string, year = 2025): Indicator {
  return indicator(id, node, {
    targets: { [year]: "100" },
    baseline: { year: 2020, text: "50" },
    actuals: { 2022: actual },
  });
}

const summary = (options: SummaryOptions = {}) => summarize(plan(), { year: 2022, ...options });
const grades = (...counts: number[]) => {
  const judgedItems = counts.reduce((sum, each) => sum + each, 0);
  return ["目標達成", "概ね達成", "やや遅れている", "大幅に遅れている"].map((name, at) => ({
    name,
    count: counts[at] ?? 0,
    share: judgedItems === 0 ? null : (100 * (counts[at] ?? 0)) / judgedItems,
  }));
};
const states = (未入力: number, 対象外: number, 判定不能: number) => ({ 未入力, 対象外, 判定不能 });

describe("一行のすべての列", () => {
  const good = { kind: "rate", value: 0.85, method: "達成率", formula: "取組項目の平均" };
  const notYet = "未入力の指標が1件あるため、評価の言葉はまだ出しません。実績値を入力してください。";
  const walking = { mean: 0.5, printed: "50.0 %（経過率40.0 %）", count: 1, elapsed: 0.4 };

  test("施策：評価の言葉はなく、平均の区分", () => {
    expect(summary().headingOf.get("施1")).toEqual({
      kind: "heading",
      key: "施1",
      node: "施1",
      parent: "目1",
      level: "施策",
      number: "(1)",
      name: "発信",
      depth: 1,
      scale: "4段階",
      n: 2,
      judged: 1,
      states: states(0, 0, 1),
      grades: grades(0, 1, 0, 0),
      rate: good,
      printed: "85.0 %（2/3）",
      indicators: { n: 3, judged: 2, states: states(0, 0, 1) },
      met: { name: "目標達成+概ね達成", count: 1, share: 100 },
      notMet: { name: "やや遅れている+大幅に遅れている", count: 0, share: 0 },
      rating: null,
      grade: {
        kind: "grade",
        name: "概ね達成",
        percent: 85,
        scale: "4段階",
        nameFrom: "計画",
        numberFrom: "アドイン",
      },
      interim: walking,
      recorded: [],
    });
  });

  test("目標：割合の評価", () => {
    const goal = summary().headingOf.get("目1");
    expect(goal).toMatchObject({
      kind: "heading",
      parent: null,
      depth: 0,
      n: 2,
      rate: good,
      interim: walking,
    });
    expect(goal?.rating).toEqual({
      percent: 100,
      rating: "概ね達成できた",
      nameFrom: "計画",
      numberFrom: "アドイン",
    });
    expect(goal?.grade).toEqual({
      kind: "grade",
      name: "概ね達成できた",
      percent: 100,
      scale: "目標",
      nameFrom: "計画",
      numberFrom: "アドイン",
    });
  });

  test("未入力のある目標：評価の言葉を控え、何件あるかを言う", () => {
    const goal = summary().headingOf.get("目2");
    expect(goal?.rating).toEqual({ percent: 100, rating: "判定不能", reason: notYet });
    expect(goal?.grade).toEqual({
      kind: "state",
      state: "判定不能",
      cause: "未入力あり",
      reason: expect.stringContaining(notYet) as string,
    });
    expect(goal?.interim).toBeNull();
  });

  test("合計", () => {
    expect(summary().total).toEqual({
      kind: "total",
      key: "合計",
      node: null,
      parent: null,
      level: null,
      number: null,
      name: "合計",
      depth: 0,
      scale: "4段階",
      n: 4,
      judged: 1,
      states: states(1, 1, 1),
      grades: grades(0, 1, 0, 0),
      rate: good,
      printed: "85.0 %（2/5）",
      indicators: { n: 5, judged: 2, states: states(1, 1, 1) },
      met: { name: "目標達成+概ね達成", count: 1, share: 100 },
      notMet: { name: "やや遅れている+大幅に遅れている", count: 0, share: 0 },
      rating: { percent: 100, rating: "判定不能", reason: notYet },
      grade: expect.objectContaining({ kind: "state", cause: "未入力あり" }) as unknown,
      interim: walking,
      recorded: [],
    });
  });

  test("担当課：どの計画も評価の言葉を持たない", () => {
    expect(summary().departments.rows.find(({ name }) => name === "総務課")).toEqual({
      kind: "department",
      key: "総務課",
      node: null,
      parent: null,
      level: null,
      number: null,
      name: "総務課",
      depth: 1,
      scale: "4段階",
      n: 2,
      judged: 1,
      states: states(1, 0, 0),
      grades: grades(0, 1, 0, 0),
      rate: good,
      printed: "85.0 %（2/3）",
      indicators: { n: 3, judged: 2, states: states(1, 0, 0) },
      met: { name: "目標達成+概ね達成", count: 1, share: 100 },
      notMet: { name: "やや遅れている+大幅に遅れている", count: 0, share: 0 },
      rating: null,
      grade: expect.objectContaining({ kind: "state", cause: "未入力あり" }) as unknown,
      interim: null,
      recorded: [],
    });
  });

  test("担当課の合計は、どの列も課の延べ", () => {
    const { rows, total } = summary().departments;
    expect(rows.map(({ name, n }) => [name, n])).toEqual([
      ["財政課", 2],
      ["総務課", 2],
      ["秘書課", 1],
      [NO_DEPARTMENT, 1],
    ]);
    expect(total).toMatchObject({
      kind: "departments",
      name: "合計（延べ）",
      n: 6,
      judged: 3,
      states: states(1, 1, 1),
      grades: grades(0, 3, 0, 0),
      indicators: { n: 9, judged: 6, states: states(1, 1, 1) },
      rate: { value: 0.85 },
      interim: { count: 1, elapsed: 0.4, mean: 0.5 },
    });
  });
});

test("計画について", () => {
  expect(summary()).toMatchObject({
    plan: "test",
    title: "試験計画",
    municipality: "試験市",
    year: 2022,
    itemLevel: "取組項目",
    level: "目標",
    aggregation: "mean",
    repeats: "once",
    cap: 1,
    basis: "computed",
  });
  expect(summarize(plan()).year).toBe(2025);
});

describe("何もないとき", () => {
  test("項目がなければ、0 %ではなく判定不能で、割合もない", () => {
    const nothing = summarize(planOf({}), { year: 2022 });
    expect(nothing.total).toMatchObject({
      n: 0,
      judged: 0,
      rate: {
        kind: "state",
        state: "判定不能",
        cause: "項目 なし",
        reason: "項目 なし：集計する取組項目がありません。",
      },
      grades: grades(),
      rating: { percent: null, rating: "判定不能" },
      grade: { kind: "state" },
    });
    expect([nothing.level, nothing.rows, nothing.departments.rows]).toEqual([null, [], []]);
  });

  test.each<[string, Indicator[], string]>([
    ["未入力だけ", [indicator("1", "a")], "未入力：実績値を入力してください。"],
    [
      "測らない年度だけ",
      [indicator("1", "a", { targets: { 2022: "－", 2023: "1" } })],
      "対象外：この年度に測る指標がありません。",
    ],
    [
      "判定できないものだけ",
      [],
      "判定不能：判定できる取組項目がありません。取組項目ごとの理由を確かめてください。",
    ],
  ])("%sの見出しは、平均の代わりに理由", (_why, indicators, reason) => {
    const own = planOf({ nodes: [heading("目1", null), item("a", "目1")], indicators });
    expect(summarize(own, { year: 2022 }).rows[0]?.rate).toMatchObject({ kind: "state", reason });
  });

  test("誰の名もなければ、担当課の行はない", () => {
    const own = planOf({
      nodes: [item("a", null, { departments: [] }), item("b", null, { departments: [""] })],
    });
    expect(summarize(own, { year: 2022 }).departments).toMatchObject({ rows: [], total: { n: 0 } });
  });
});

describe("進捗率の平均", () => {
  const of = (...indicators: Indicator[]) =>
    summarize(planOf({ nodes: [heading("目1", null), item("a", "目1"), item("b", "目1")], indicators }), {
      year: 2022,
    });

  test("取組の中でも、取組どうしでも、指標の平均", () => {
    const { total, departments } = of(final("1", "a", "60"), final("2", "a", "70"), final("3", "b", "90"));
    const mean = { count: 3, printed: "46.7 %（経過率40.0 %）", elapsed: 0.4 };
    expect(total.interim).toMatchObject(mean);
    expect(departments.total.interim).toMatchObject(mean);
  });

  test.each<[string, Indicator[]]>([
    ["一つの取組の中で", [final("1", "a", "75"), final("2", "a", "75", 2024)]],
    ["取組どうしで", [final("1", "a", "75"), final("2", "b", "75", 2024)]],
  ])("%s目標の年度が違えば、経過率は言わない", (_why, indicators) => {
    const { total, departments } = of(...indicators);
    expect(total.interim).toMatchObject({ printed: "50.0 %", elapsed: null });
    expect(departments.total.interim).toMatchObject({ printed: "50.0 %", elapsed: null });
  });

  test("課どうしで違えば、延べでも言わない", () => {
    const own = planOf({
      nodes: [item("a", null, { departments: ["甲課"] }), item("b", null, { departments: ["乙課"] })],
      indicators: [final("1", "a", "75"), final("2", "b", "100", 2024)],
    });
    const { rows, total } = summarize(own, { year: 2022 }).departments;
    expect(rows.map(({ interim }) => interim?.elapsed)).toEqual([0.4, 0.5]);
    expect(total.interim).toMatchObject({ mean: 0.75, count: 2, elapsed: null });
  });
});

describe("評価の言葉", () => {
  const words = { met: ["目標達成"], levels: { 施策: "目標" }, total: null };

  test("選んだ階層だけに付き、満たす区分も選べる", () => {
    const { total, headingOf } = summary({ ratings: words });
    expect(total).toMatchObject({ rating: null, met: { name: "目標達成", count: 0, share: 0 } });
    expect(total.notMet).toEqual({ name: "概ね達成+やや遅れている+大幅に遅れている", count: 1, share: 100 });
    expect(headingOf.get("施1")?.rating).toMatchObject({ percent: 0 });
    expect(headingOf.get("目1")?.rating).toBeNull();
  });

  test("なしにもできる", () => {
    const { total, headingOf } = summary({ ratings: null });
    expect([total.met, total.notMet, total.rating, headingOf.get("目1")?.rating]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(total.grade).toMatchObject({ kind: "state", cause: "未入力あり" });
  });

  test("加須と違う尺度では、満たす区分がないので付かない", () => {
    expect(summary({ scale: "S-D" }).total).toMatchObject({ met: null, rating: null });
  });

  test("知らない尺度では、どの取組も、使える尺度を言う", () => {
    const { scale, total, items } = summary({ scale: "ない尺度" });
    expect([scale.name, scale.rules, total.grades, total.judged]).toEqual(["ない尺度", [], [], 0]);
    expect(items[0]?.grade).toMatchObject({ kind: "state" });
  });

  test("名を付けた尺度も、尺度そのものも使え、なければ4段階", () => {
    expect(summary({ scale: "S-D" }).scale.name).toBe("S-D");
    expect(summary({ scale: summary({ scale: "S-D" }).scale }).scale.name).toBe("S-D");
    expect(summary({ scale: null }).scale.name).toBe("4段階");
  });
});

describe("行に並ぶ階層", () => {
  const levelsOf = (levels: string[], nodes: Plan["nodes"]) =>
    summarize(planOf({ levels: [...levels, "取組項目"], nodes }), { year: 2022 }).level;
  const at = (id: string, parent: string | null, level: string) => heading(id, parent, { level });

  test.each<[string, string[], Plan["nodes"], string | null]>([
    [
      "目標があれば、一つでも目標",
      ["視点", "目標", "施策"],
      [
        at("v", null, "視点"),
        at("g", "v", "目標"),
        at("s", "g", "施策"),
        at("t", "g", "施策"),
        item("a", "s"),
        item("b", "t"),
      ],
      "目標",
    ],
    [
      "取組のない目標は数えない",
      ["目標", "施策"],
      [at("g", null, "目標"), at("s", null, "施策"), at("t", null, "施策"), item("a", "s"), item("b", "t")],
      "施策",
    ],
    [
      "なければ、二つ以上ある一番上の階層",
      ["編", "章", "節"],
      [
        at("p", null, "編"),
        at("c", "p", "章"),
        at("d", "p", "章"),
        at("s", "c", "節"),
        at("t", "d", "節"),
        item("a", "s"),
        item("b", "t"),
      ],
      "章",
    ],
    ["どれも一つなら、一番上", ["編", "章"], [at("p", null, "編"), at("c", "p", "章"), item("a", "c")], "編"],
    ["見出しがない", [], [item("a", null)], null],
  ])("%s", (_why, levels, nodes, expected) => {
    expect(levelsOf(levels, nodes)).toBe(expected);
  });
});

test("率の上限は、尺度か、選んだ割合", () => {
  const own = planOf({
    nodes: [item("a", null)],
    indicators: [indicator("1", "a", { actuals: { 2022: "150" } })],
  });
  const printed = (options: SummaryOptions) => summarize(own, { year: 2022, ...options }).items[0]?.printed;
  expect([printed({}), printed({ cap: 1.3 }), printed({ cap: 9 }), printed({ scale: "S-D" })]).toEqual([
    "100.0 %",
    "130.0 %",
    "150.0 %",
    "120.0 %",
  ]);
});

describe("記録した評価", () => {
  const marked = (...assessments: Assessment[]) =>
    summarize(
      planOf({
        nodes: [
          heading("目1", null),
          item("a", "目1", { departments: ["甲課", "乙課"] }),
          item("b", "目1", { departments: ["乙課"] }),
        ],
        assessments,
      }),
    );

  test("誰も評価していない取組は、まだ付けていない評価一つ", () => {
    const { total, departments, items } = marked(judged("a", { 進捗区分: "A" }));
    expect(total.recorded).toEqual([
      expect.objectContaining({ scale: "進捗区分", n: 2, judged: 1, states: states(1, 0, 0) }),
    ]);
    expect(departments.rows.map(({ name, n, judged: own }) => [name, n, own])).toEqual([
      ["甲課", 1, 1],
      ["乙課", 2, 1],
    ]);
    expect(departments.total).toMatchObject({ n: 3, judged: 2 });
    expect(items.map(({ marks }) => marks)).toEqual([{ 進捗区分: ["A"] }, {}]);
  });

  test("空のままの評価は、付けた評価に入らない", () => {
    const { total } = marked(
      judged("a", { 進捗区分: "", 取組区分: "あ" }),
      judged("b", { 進捗区分: "B", 取組区分: [] }),
    );
    expect(total.recorded.map(({ scale, n, judged: own }) => [scale, n, own])).toEqual([
      ["進捗区分", 2, 1],
      ["取組区分", 2, 1],
    ]);
  });

  test("二つの文字は、順に並べ、重なりを除いた一つの組", () => {
    const { total } = marked(
      judged("a", { 進捗区分: ["B", "A", "B"] }),
      judged("b", { 進捗区分: ["A", "B"] }),
    );
    expect(total.grades.filter(({ count }) => count > 0)).toEqual([{ name: "A・B", count: 2, share: 100 }]);
    expect(total.grades.map(({ name }) => name)).toEqual(["A", "B", "C", "D", "E", "A・B"]);
  });

  test("取組の印は、文字ごとに一度", () => {
    const { items } = marked(
      judged("a", { 進捗区分: ["A", "B"] }),
      judged("a", { 進捗区分: "A", 取組区分: "う" }),
    );
    expect(items[0]?.marks).toEqual({ 進捗区分: ["A", "B"], 取組区分: ["う"] });
  });

  test("どの課のものでもない評価は、どの課でも数える", () => {
    const { departments } = marked(
      judged("a", { 進捗区分: "A" }, ["甲課"]),
      judged("a", { 進捗区分: "B" }, ["丙課"]),
      judged("b", { 進捗区分: "C" }),
    );
    const counted = departments.rows.map(({ name, grades: own }) => [
      name,
      own.filter(({ count }) => count > 0).map((grade) => grade.name),
    ]);
    expect(counted).toEqual([
      ["甲課", ["A"]],
      ["乙課", ["C"]],
      ["丙課", ["B"]],
    ]);
  });

  test("達成率の平均も評価の言葉もない", () => {
    const { total } = marked(judged("a", { 進捗区分: "A" }));
    expect(total.rate).toEqual({
      kind: "state",
      state: "判定不能",
      cause: "記録による評価",
      reason:
        "記録による評価：評価を記録する計画のため、達成率の平均はありません。件数と割合を見てください。",
    });
    expect([total.met, total.notMet, total.rating]).toEqual([null, null, null]);
  });

  test("独自の区分を、よい順に渡せる", () => {
    const own = planOf({ nodes: [item("a", null)], assessments: [judged("a", { 独自: "○" })] });
    const { total } = summarize(own, { judgements: [{ name: "独自", marks: ["◎", "○"] }] });
    expect(total.grades.map(({ name, count }) => [name, count])).toEqual([
      ["◎", 0],
      ["○", 1],
    ]);
  });
});

test("見出しには、項目を含まないものも、測られた見出しを含むものも並ぶ", () => {
  const own = planOf({
    levels: ["目標", "施策", "取組項目", "細目"],
    nodes: [
      heading("空", null),
      heading("目1", null),
      heading("施1", "目1"),
      item("a", "施1"),
      { ...item("x", "a"), level: "細目" },
      heading("施2", "目1"),
    ],
    indicators: [
      indicator("1", "施2", { actuals: { 2022: "80" } }),
      indicator("2", "目1", { actuals: { 2022: "60" } }),
    ],
  });
  const { headings, items } = summarize(own, { year: 2022 });
  expect(headings.map(({ key, n }) => [key, n])).toEqual([
    ["空", 0],
    ["目1", 2],
    ["施1", 1],
  ]);
  expect(items.map(({ node }) => node)).toEqual(["目1", "a"]);
});

test("再掲のどこかの課を選べば、その項目は残る", () => {
  const { items, total, departments } = summary({ departments: ["秘書課"] });
  expect(items.map(({ node }) => node)).toEqual(["a", "a2"]);
  expect(total.n).toBe(1);
  expect(departments.rows.map(({ name }) => name)).toEqual(["秘書課"]);
});

describe("どんな計画でも", () => {
  test("課を一つだけ選んだ集計は、全体の集計のその課の行と同じ", () => {
    const names = ["甲課", "乙課", "丙課"];
    const parts = fc.record({
      departments: fc.subarray(names),
      actual: fc.constantFrom("100", "85", "－", "", "実施"),
    });
    fc.assert(
      fc.property(
        fc.array(parts, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...names),
        (items, name) => {
          const own = planOf({
            nodes: items.map(({ departments }, at) => item(`n${at}`, null, { departments })),
            indicators: items.map(({ actual }, at) =>
              indicator(`i${at}`, `n${at}`, { actuals: { 2022: actual } }),
            ),
          });
          const row = (options: SummaryOptions): Roll | undefined =>
            summarize(own, { year: 2022, ...options }).departments.rows.find((each) => each.name === name);
          expect(row({ departments: [name] })).toEqual(row({}));
        },
      ),
      { numRuns: 60 },
    );
  });
});
