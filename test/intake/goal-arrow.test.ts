import { intake } from "../../src/intake";
import { arrows } from "./indicator-table-text";

const { plan, problems, sources } = intake(arrows);

describe("現状 ▶▶▶ 目標の計画", () => {
  test("切れた見出しと名称がつながる", () => {
    expect(
      plan?.nodes.map(({ id, level, number, name }) => `${id} ${level} ${number ?? "-"} ${name}`),
    ).toEqual([
      "2 章 第2章 みどりのまち",
      "2.1 節 第1節 花と緑を増やす取組の推進",
      "2.1.1 施策 1 花壇の手入れ",
      "2.1.1.1 主な事業・取組 - 水やり当番の編成",
      "2.1.1.2 主な事業・取組 - 肥料の配布",
      "2.1.2 施策 2 苗木の配布",
      "2.1.2.1 主な事業・取組 - 苗木まつり",
      "2.2 節 第2節 道をきれいに",
    ]);
    expect(plan?.expects).toEqual({ level: "節", departments: false, targets: "final" });
  });

  test("値は矢印の左右から読む", () => {
    expect(
      plan?.indicators.map(({ node, name, kind, unit, baseline, targets }) => [
        node,
        kind,
        name,
        unit,
        baseline,
        targets,
      ]),
    ).toEqual([
      ["2.1", "まちづくり目標値", "花壇の数", "か所", { year: 2018, text: "6 か所" }, { 2024: "10 か所" }],
      ["2.1", "まちづくり目標値", "緑被率", "％", { year: 2018, text: "25.4 %" }, { 2024: "35.0 %" }],
      ["2.1", "まちづくり目標値", "植樹祭の開催", null, { year: 2018, text: "なし" }, { 2024: "年1回" }],
      ["2.2", "まちづくり目標値", "清掃の回数", null, { year: 2018, text: "8" }, { 2024: "10" }],
    ]);
  });

  test("内容は利用者の文書では残る", () => {
    expect(plan?.nodes.find((node) => node.name === "花壇の手入れ")?.detail).toBe("花壇に水をやります。");
  });

  test("体系の行は、本文にあるものだけ読めたことになる", () => {
    expect(problems.map((problem) => problem.line)).toEqual([1, 6, 12, 46]);
  });

  test("数値は読んだ行に立つ", () => {
    const lines = arrows.split("\n");
    for (const source of sources) expect(lines[source.line - 1]).toContain(source.token);
    expect(sources).toContainEqual({ path: "indicators/2.1-1/baseline", line: 19, token: "６ か所" });
  });

  test.each([
    ["節の名称がない", "第１節\n\n花の数 1 ▶▶▶ 2", "「第1節」の名称が読み取れません"],
    ["見出しがない", "花の数 1 ▶▶▶ 2", "章や節の見出しがない"],
    ["年度がない", "第1節 花\n花の数 1 ▶▶▶ 2", "年度がない"],
  ])("%sと問題になる", (_, text, said) => {
    const read = intake(text);
    expect(read.plan?.indicators).toHaveLength(1);
    expect(read.problems.map((problem) => problem.message).join("\n")).toContain(said);
  });
});
