/** 誰がどの実績値をまだ入れていないか。一つの指標の推移. */
import { summarize } from "../../../src/plan/summary/summary";
import { owedByDepartment, owedSentence, owedTable } from "../../../src/pane/screens/progress/owed";
import { indicatorAt } from "../../../src/pane/screens/progress/selected-indicator";
import { seriesOf, seriesSentence, seriesTable } from "../../../src/pane/screens/progress/series";
import { indicator, item, judged, planOf } from "../../plan/plan-parts";
import { smallPlan } from "../../plan/small-plan";
import { workbookPlan } from "../workbook-plan";

describe("未入力", () => {
  const plan = planOf({
    nodes: [
      item("1", null, { number: "1" }),
      item("2", null, { departments: ["税務課", "財政課"] }),
      item("3", null, { departments: ["税務課"], sameAs: "1" }),
      item("4", null, { departments: [] }),
    ],
    indicators: [
      indicator("1-1", "1", { actuals: { 2021: "100" } }),
      indicator("1-2", "1", { targets: { 2021: "－", 2022: "3", 2023: "3" }, note: "隔年調査" }),
      indicator("2-1", "2"),
      indicator("4-1", "4"),
    ],
  });
  const owed = owedByDepartment(plan, summarize(plan, { year: 2021 }));

  test("二つの課の取組は、どちらの課も負う", () => {
    expect(
      owed.map(({ department, owed: each, expected }) => [department, each.map(({ key }) => key), expected]),
    ).toEqual([
      ["財政課", ["2-1"], expect.any(Number)],
      ["税務課", ["2-1"], 1],
      ["（担当課なし）", ["4-1"], 1],
    ]);
  });

  test("課を選ぶとその課だけ", () => {
    const only = owedByDepartment(plan, summarize(plan, { year: 2021, departments: ["税務課"] }), "税務課");
    expect(only.map(({ department }) => department)).toEqual(["税務課"]);
  });

  test.each([
    [owed, "令和3年度の実績値が未入力の担当課は 3課です（3課中）。"],
    [owed.slice(2), "令和3年度の実績値の未入力は 1件です（1件中）。"],
    [owed.map((each) => ({ ...each, owed: [] })), "令和3年度の実績値は、すべての担当課で入力されています。"],
    [owed.slice(2).map((each) => ({ ...each, owed: [] })), "令和3年度の実績値は、すべて入力されています。"],
  ])("担当課のない計画を「1課」と数えない（%#）", (all, said) => {
    expect(owedSentence("令和3年度の実績値", all)).toBe(said);
  });

  test("配るための表は一行に一つの未入力", () => {
    expect(owedTable(owed).rows[0]).toEqual(["財政課", "令和3年度", "", "取組2", "指標2-1"]);
    expect(owedTable(owed).rows).toHaveLength(3);
  });

  test("評価を記録する計画では、記録のない取組が未入力", () => {
    const recorded = planOf({
      expects: { level: "取組項目", departments: true, targets: "none" },
      nodes: [item("1", null), item("2", null)],
      assessments: [judged("1", { 進捗区分: "A" })],
    });
    const [mine] = owedByDepartment(recorded, summarize(recorded));
    expect(mine).toMatchObject({ department: "財政課", expected: 2 });
    expect(mine?.owed.map(({ node, indicator: none }) => [node, none])).toEqual([["2", null]]);
  });

  test("区分の一つだけ記録がない取組も未入力で、どの区分かを言う", () => {
    const recorded = planOf({
      expects: { level: "取組項目", departments: true, targets: "none" },
      nodes: [item("1", null), item("2", null)],
      assessments: [judged("1", { 進捗区分: "A", 取組区分: "あ" }), judged("2", { 取組区分: "い" })],
    });
    const all = owedByDepartment(recorded, summarize(recorded));
    expect(all.flatMap(({ owed }) => owed.map(({ node, name }) => [node, name]))).toEqual([
      ["2", "進捗区分"],
    ]);
  });
});

describe("推移", () => {
  const plan = planOf({});
  const shown = (more: Parameters<typeof indicator>[2]) => seriesOf(plan, indicator("1-1", "1", more), null);

  test("数値は高さになり、言葉は印刷されたまま残る", () => {
    const series = shown({
      baseline: { year: 2019, text: "なし" },
      targets: { 2021: "方針検討", 2022: "1以上", 2023: "▲30", 2024: "3〜5", 2025: "主幹50 主査70" },
      actuals: { 2022: "２" },
    });
    expect(series.points.map(({ target }) => target.value)).toEqual([null, 1, -30, 4, null]);
    expect(series.points.map(({ target }) => target.text)[0]).toBe("方針検討");
    expect(series.baseline).toMatchObject({ value: null, text: "なし" });
    expect(series.points[1]?.actual.value).toBe(2);
    expect(series.drawable).toBe(true);
  });

  test("言葉ばかりの指標は描かず、表で示す", () => {
    const series = shown({ baseline: { year: 2019, text: "なし" }, targets: { 2021: "検討", 2022: "実施" } });
    expect(series.drawable).toBe(false);
    expect(seriesTable(series).rows.map(([label]) => label)[0]).toBe("基準値（令和元年度）");
  });

  test("図の内容を文でも言う", () => {
    const sentence = seriesSentence(shown({ actuals: { 2021: "80" } }));
    expect(sentence).toContain("基準値は50");
    expect(sentence).toContain("令和3年度の実績値は80、達成率は80.0 %");
    expect(seriesSentence(shown({}))).toContain("実績値はまだありません");
  });
});

describe("シートで選んだ行", () => {
  const plan = workbookPlan(smallPlan(), "加須市");
  test.each([
    ["指標の行のどのセルでも", { sheet: "加須市", address: "加須市!X7" }, "5-1"],
    ["シート名のない住所でも", { sheet: "加須市", address: "B6:C9" }, "3-1"],
    ["見出しの行では何もない", { sheet: "加須市", address: "A5" }, null],
    ["よそのシートでは何もない", { sheet: "予算", address: "予算!X7" }, null],
    ["列全体では何もない", { sheet: "加須市", address: "A:A" }, null],
  ])("%s", (_name, selected, found) => {
    expect(indicatorAt(plan, selected)).toBe(found);
  });
});
