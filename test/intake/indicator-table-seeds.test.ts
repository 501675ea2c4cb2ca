import { readFileSync } from "node:fs";
import { join } from "node:path";
import { find, parseTarget, readPlan, type Plan } from "../../src/plan";

function seed(name: string): Plan {
  const { plan, problems } = readPlan(
    JSON.parse(readFileSync(join(__dirname, "../../seeds", `${name}.json`), "utf8")),
  );
  expect(problems).toEqual([]);
  if (!plan) throw new Error(`${name} がない`);
  return plan;
}

const count = (values: readonly (string | null)[]) =>
  values.reduce<Record<string, number>>(
    (sums, value) => ({ ...sums, [value ?? "未設定"]: (sums[value ?? "未設定"] ?? 0) + 1 }),
    {},
  );

describe("指標の表から読んだ計画", () => {
  test.each([
    ["大泉町", "oizumi", "105244", 24, { KGI: 6, KPI: 18 }, 2024, "2029"],
    ["伊勢崎市", "isesaki", "102041", 14, { 成果指標: 14 }, 2018, "2024"],
    ["伊奈町", "ina", "113018", 8, { まちづくり目標値: 8 }, 2018, "2024"],
  ])("%s", (municipality, name, code, indicators, kinds, baselineYear, targetYear) => {
    const plan = seed(name);
    expect(plan).toMatchObject({ id: name, municipality, code, assessments: [] });
    expect(plan.expects).toMatchObject({ departments: false, targets: "final" });
    expect(plan.indicators).toHaveLength(indicators);
    expect(count(plan.indicators.map((indicator) => indicator.kind))).toEqual(kinds);
    for (const indicator of plan.indicators) {
      expect(indicator.baseline?.year).toBe(baselineYear);
      expect(Object.keys(indicator.targets)).toEqual([targetYear]);
    }
  });

  test.each([
    ["oizumi", { 分野: 1, 施策: 6, 主な取り組み: 36 }],
    ["isesaki", { 基本政策: 1, 分野: 2, 施策: 6, 施策の展開: 18, 取組: 56 }],
    ["ina", { 章: 1, 節: 6, 施策: 16, "主な事業・取組": 27 }],
  ])("%s の階層ごとの数", (name, levels) => {
    expect(count(seed(name).nodes.map((node) => node.level))).toEqual(levels);
  });

  test.each(["oizumi", "isesaki", "ina"])("%s の値はどれも数値か、測らない印か、比べる言葉", (name) => {
    for (const { baseline, targets } of seed(name).indicators) {
      for (const text of [baseline?.text, ...Object.values(targets)]) {
        expect(["number", "notMeasured", "comparison"]).toContain(parseTarget(text).kind);
      }
    }
  });

  test.each([
    ["ina", "経常収支比率", "down", "91.5 %", "89.7 %"],
    ["ina", "実質公債費比率", "down", "8.0 %", "7.3 %"],
    ["ina", "将来負担比率", "down", "39.7 %", "36.9 %"],
    ["isesaki", "実質公債費比率", "down", "5.0%", "5.0%"],
    ["isesaki", "実質収支比率", "band", "5.4%", "5.0%"],
    ["isesaki", "市税収納率", "up", "94.5%", "97.0%"],
    ["oizumi", "経常収支比率", "down", "88.4%", "類似団体平均以下"],
    ["oizumi", "ふるさと納税の寄附金額（累計）", "up", "70,709千円", "411,519千円"],
    ["oizumi", "ホームページアクセス数", "up", "711,728 件", "800,000 件"],
  ])("%s の%sは%s、%s から %s へ", (name, key, direction, baseline, target) => {
    const plan = seed(name);
    expect(find(plan, key)).toMatchObject({ kind: "indicator", indicator: { direction } });
    const found = plan.indicators.find((indicator) => indicator.name === key);
    expect(found?.baseline?.text).toBe(baseline);
    expect(Object.values(found?.targets ?? {})).toEqual([target]);
  });

  test("累計と印刷された指標だけが累計", () => {
    const cumulative = ["oizumi", "isesaki", "ina"].flatMap((name) =>
      seed(name).indicators.filter((each) => each.cumulative),
    );
    expect(cumulative.map((indicator) => indicator.name)).toEqual([
      "ふるさと納税の寄附金額（累計）",
      "町公式 SNS 等のフォロワー数、登録者数等（累計）",
      "パブリシティ年間情報提供件数（累計）",
      "ふるさと納税寄附件数（累計）",
    ]);
  });
});

describe("入間市の評価", () => {
  const plan = seed("iruma");
  const marks = (scale: string) => plan.assessments.flatMap((assessment) => assessment.marks[scale] ?? []);

  test("338行、A 52、B 120、C 103、D 58、E 5", () => {
    expect(plan).toMatchObject({
      municipality: "入間市",
      code: "112259",
      period: [2017, 2021],
      indicators: [],
    });
    expect(plan.expects).toEqual({ level: "施策の方向性", departments: true, targets: "none" });
    expect(plan.assessments).toHaveLength(338);
    expect(count(marks("進捗区分"))).toEqual({ A: 52, B: 120, C: 103, D: 58, E: 5 });
    expect(count(marks("取組区分"))).toEqual({ あ: 60, い: 165, う: 80, え: 29, お: 4 });
    expect(count(marks("今後の方向性"))).toEqual({ ア: 66, イ: 266, ウ: 6, エ: 1 });
  });

  test("章7・節32・項102で、どの行も項の下にある", () => {
    expect(count(plan.nodes.map((node) => node.level))).toEqual({
      章: 7,
      節: 32,
      項: 102,
      施策の方向性: 338,
    });
    const levels = new Map(plan.nodes.map((node) => [node.id, node.level]));
    for (const node of plan.nodes.filter((each) => each.level === "施策の方向性")) {
      expect(levels.get(node.parent ?? "")).toBe("項");
    }
  });

  test("評価の課と項目の課は同じで、43ある", () => {
    const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
    for (const { node, departments } of plan.assessments) {
      expect(departments.length).toBeGreaterThan(0);
      expect(nodes.get(node)?.departments).toEqual(departments);
    }
    expect(new Set(plan.assessments.flatMap((assessment) => assessment.departments)).size).toBe(43);
  });

  test("名称のない行は上の行のもので、所管課で見分ける", () => {
    const shared = plan.nodes.filter((node) => node.name === "市税等の確実な収納");
    expect(shared.map(({ number, departments }) => [number, departments])).toEqual([
      [null, ["デジタル行政推進課"]],
      [null, ["収税課"]],
      [null, ["上下水道経営課"]],
      [null, ["学校給食課"]],
    ]);
    expect(plan.nodes.every((node) => node.name !== "")).toBe(true);
  });

  test.each([
    ["1", "つながりを大切にしたまちづくり（人権、コミュニティ、交流）"],
    ["6", "安全で安心してくらせるまちづくり（危機管理、交通安全、生活安全）"],
    ["7", "計画の実現に向けて（行財政運営の指針）"],
  ])("%s章の見出しは正しく直してある", (id, name) => {
    expect(plan.nodes.find((node) => node.id === id)?.name).toBe(name);
  });

  test("直した所はすべて訂正に載る", () => {
    expect(plan.corrections).toHaveLength(10);
    expect(plan.corrections).toContainEqual({ printed: "A", meant: "ア", where: "21行 今後の方向性の凡例" });
  });

  test("文章は入っていない", () => {
    expect(JSON.stringify(plan)).not.toMatch(/。|detail/u);
  });
});
