/** 進捗のカード: 件数、足りないもの、平均とその空き、評価と、それを決めたのが誰か. */
import { summarize } from "../../../src/plan/summary/summary";
import { bundledPlans } from "../../../src/plan/bundled";
import { barsOf, barsSentence, barsTable } from "../../../src/pane/screens/progress/bars";
import { atLevel } from "../../../src/pane/screens/progress/choices";
import { overviewOf } from "../../../src/pane/screens/progress/overview";
import { heading, indicator, item, planOf } from "../../plan/plan-parts";

const bundled = (id: string) => {
  const plan = bundledPlans().find((each) => each.id === id);
  if (plan === undefined) throw new Error(id);
  return plan;
};

describe("実績値に空きのある計画", () => {
  const plan = planOf({
    nodes: [heading("g", null), item("1", "g"), item("2", "g"), item("3", "g")],
    indicators: [
      indicator("1-1", "1", { actuals: { 2021: "100" } }),
      indicator("2-1", "2", { actuals: { 2021: "90" } }),
      indicator("3-1", "3"),
    ],
  });
  const overview = overviewOf(summarize(plan, { year: 2021 }));

  test("平均は、判定した指標と全指標の数を必ず示す", () => {
    expect(overview.mean).toBe("95.0 %（2/3）");
  });

  test("件数は足し合わせると取組の数になる", () => {
    expect(overview.counts).toEqual([
      { name: "取組項目", count: 3 },
      { name: "判定", count: 2 },
    ]);
    expect(overview.states).toEqual([
      { name: "未入力", count: 1 },
      { name: "対象外", count: 0 },
      { name: "判定不能", count: 0 },
    ]);
  });

  test("未入力がある間は評価の言葉を出さず、理由を言う", () => {
    expect(overview.grade).toContain("判定不能");
    expect(overview.gradeReason).toContain("未入力の指標が1件");
  });

  test("割合は判定したものに対して", () => {
    expect(overview.shares).toHaveLength(1);
    expect(overview.shares[0]?.grades.map(({ name, share }) => [name, share])).toEqual([
      ["目標達成", 50],
      ["概ね達成", 50],
      ["やや遅れている", 0],
      ["大幅に遅れている", 0],
    ]);
  });

  test("計画に印刷されていない区切りには、その断りが付く", () => {
    expect(overview.notes.join("")).toContain("アドインの既定か");
  });
});

describe("入間: 記録された評価", () => {
  const summary = atLevel(summarize(bundled("iruma")), "章");
  const overview = overviewOf(summary);

  test("達成率の平均も評価もない。三つの尺度の件数がある", () => {
    expect(overview.mean).toBeNull();
    expect(overview.grade).toBeNull();
    expect(overview.shares.map(({ name }) => name)).toEqual(["進捗区分", "取組区分", "今後の方向性"]);
  });

  test("A+Bの割合を章ごとに示す", () => {
    expect(overview.best).toMatchObject({ name: "A+B", count: 172 });
    expect(barsOf(summary).rows.map(({ best }) => best)).toEqual([
      "A+B 51.4 %（18/35）",
      "A+B 44.7 %（17/38）",
      "A+B 43.8 %（28/64）",
      "A+B 62.3 %（33/53）",
      "A+B 64.3 %（27/42）",
      "A+B 64.3 %（27/42）",
      "A+B 34.4 %（22/64）",
    ]);
  });

  test("グラフの裏の表にもA+Bの列がある", () => {
    const { headers, rows } = barsTable(summary);
    expect(headers.at(-1)).toBe("A+B（％）");
    expect(rows[0]?.at(-1)).toBe("51.4");
    expect(rows.every((row) => row.length === headers.length)).toBe(true);
  });
});

test.each(["kazo", "iruma", "ina", "isesaki", "oizumi"])("%s: どの棒も、部分を足すと全件になる", (id) => {
  const plan = bundled(id);
  for (const level of plan.levels) {
    const bars = barsOf(atLevel(summarize(plan), level));
    for (const { n, parts } of bars.rows) expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(n);
    for (const { label } of bars.rows) expect(barsSentence(bars, level)).toContain(label);
  }
});
