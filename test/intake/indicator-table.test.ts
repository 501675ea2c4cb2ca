import { intake } from "../../src/intake";
import type { Plan } from "../../src/plan";
import { named, nameless } from "./indicator-table-text";

const outline = (plan: Plan | null) =>
  plan?.nodes.map(({ id, level, number, name }) => `${id} ${level} ${number ?? "-"} ${name}`);
const figures = (plan: Plan | null) =>
  plan?.indicators.map(({ id, name, kind, unit, baseline, targets }) => [
    id,
    kind,
    name,
    unit,
    baseline?.year,
    baseline?.text,
    targets,
  ]);

describe("見出しのある指標の表", () => {
  const { plan, problems, kind, sources } = intake(named);

  test("形が分かる", () => {
    expect(kind).toBe("indicator-table");
    expect(plan?.levels).toEqual(["分野", "施策", "主な取り組み"]);
    expect(plan?.period).toEqual([2025, 2029]);
    expect(plan?.expects).toEqual({ level: "施策", departments: false, targets: "yearly" });
  });

  test("見出しと取組が読める", () => {
    expect(outline(plan)).toEqual([
      "2 分野 Ⅱ くらしと学び",
      "2.1 施策 1 図書館を育てる",
      "2.1.1 主な取り組み - 本の貸出しを増やす",
      "2.1.2 主な取り組み - 読み聞かせの会を開く",
      "2.2 施策 2 公民館を開く",
    ]);
  });

  test("指標がすべて読める", () => {
    expect(figures(plan)).toEqual([
      ["2.1-1", "KGI", "図書館に満足する人の割合", "％", 2024, "—", { 2029: "45.0％" }],
      ["2.1-2", "KPI", "貸出冊数（累計）", "冊", 2024, "70,709冊", { 2029: "411,519冊" }],
      ["2.1-3", "KPI", "開館時間に関する苦情の件数", "件", 2024, "12 件", { 2029: "10 件以下" }],
      ["2.1-4", "KPI", "経常収支比率", "％", 2024, "88.4%", { 2029: "類似団体平均以下" }],
      ["2.2-1", "KPI", "講座の数", "講座", 2024, "3講座", { 2026: "4講座", 2029: "5講座" }],
    ]);
  });

  test("累計と書いてあれば累計", () => {
    expect(
      plan?.indicators.filter((indicator) => indicator.cumulative).map((indicator) => indicator.id),
    ).toEqual(["2.1-2"]);
  });

  test("方向は文書にないので決めない", () => {
    expect(plan?.indicators.every((indicator) => indicator.direction === null)).toBe(true);
  });

  test("数値は、読んだ行に印刷のまま立つ", () => {
    const lines = named.split("\n");
    for (const source of sources) expect(lines[source.line - 1]).toContain(source.token);
    expect(sources).toContainEqual({ path: "indicators/2.1-1/targets/2029", line: 24, token: "４５．０％" });
  });

  test("文章は読めなかった行として残らず数える", () => {
    expect(problems.map(({ line, message }) => [line, message.slice(0, 6)])).toEqual([
      [1, "計画の名称・"],
      [8, "8行は計画の"],
      [12, "12〜13行"],
      [34, "34行は計画"],
    ]);
  });
});

describe("見出しのない指標の表", () => {
  const { plan, problems } = intake(nameless);

  test("展開の番号が欠けても区切りが分かる", () => {
    expect(outline(plan)).toEqual([
      "4 基本政策 4 基本政策4",
      "4.1 分野 - 防災分野",
      "4.1.1 施策 - 備蓄の充実ほか",
      "4.1.1.1 施策の展開 1 備蓄の充実",
      "4.1.1.1.1 取組 - 水の確保",
      "4.1.1.1.2 取組 - 毛布の確保",
      "4.1.1.2 施策の展開 2 訓練の実施",
      "4.1.1.2.1 取組 - 夜間訓練",
      "4.1.1.3 施策の展開 3 情報の伝達",
      "4.1.1.3.1 取組 - 防災無線の更新",
      "4.1.2 施策 - 橋の点検ほか",
      "4.1.2.1 施策の展開 1 橋の点検",
      "4.1.2.1.1 取組 - 点検の計画",
    ]);
  });

  test("指標は区切りごとに付く", () => {
    expect(figures(plan)).toEqual([
      ["4.1.1-1", "成果指標", "備蓄食数", "食", 2018, "118,383食", { 2024: "130,000食" }],
      ["4.1.1-2", "成果指標", "訓練参加率", "％", 2018, "86.2", { 2024: "100" }],
      ["4.1.2-1", "成果指標", "点検した橋の数", "件", 2018, "631件", { 2024: "600件" }],
    ]);
    expect(plan?.expects.targets).toBe("final");
  });

  test.each([
    [5, "見出しがないので「備蓄の充実ほか」"],
    [26, "「解説・算出方法など」の列は取り込みません"],
    [30, "見出しがないので「橋の点検ほか」"],
  ])("%i行に%sと言う", (line, said) => {
    expect(problems).toContainEqual(
      expect.objectContaining({ line, message: expect.stringContaining(said) }),
    );
  });
});

describe("表だけの文書", () => {
  test.each([
    ["年度のない目標値", "指標名\t現状値\t目標値\n件数\t1\t2", "年度がない", { targets: {} }],
    [
      "名称が空の行は上の指標",
      "指標名\t現状値（令和元年度）\t目標値（令和5年度）\n人数\t1人\t2人\n\t3人\t4人",
      "見出しがない",
      { name: "人数" },
    ],
  ])("%s", (_, text, said, last) => {
    const { plan, problems } = intake(text);
    expect(plan?.indicators[plan.indicators.length - 1]).toMatchObject(last);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(said);
  });

  test.each([
    ["現状値（令和元年度）", 2019],
    ["現状値 (平成30年度)", 2018],
    ["2024 年度 基準値", 2024],
    ["基準値（R2）", 2020],
    ["令和6（2024）年度 現状", 2024],
    ["現状値", null],
  ])("基準の見出し「%s」は%s", (title, year) => {
    const { plan } = intake(`指標名\t${title}\t目標値（令和10年度）\n件数\t1\t2`);
    expect(plan?.indicators[0]?.baseline).toEqual({ year, text: "1" });
    expect(plan?.indicators[0]?.targets).toEqual({ 2028: "2" });
  });
});
