import { intake } from "../../src/intake";
import { document, wideHeader } from "./evaluation-table-text";

const messages = (text: string) => intake(text).problems.map(({ message }) => message);

describe("指標の表：列の崩れ", () => {
  const table = (...rows: string[]) => ["1 緑を育てる", "", "KPI", ...rows, ""].join("\n");

  test("単位・担当課・実績値の列がある表", () => {
    const { plan } = intake(
      table(
        "指標名\t単位\t現状値（令和2年度）\t実績値（令和3年度）\t目標値（令和7年度）\t担当課",
        "除草の回数\t回\t2\t3\t5\t公園課、緑地課",
      ),
    );
    expect(plan?.indicators).toMatchObject([
      {
        name: "除草の回数",
        unit: "回",
        baseline: { year: 2020, text: "2" },
        targets: { 2025: "5" },
        actuals: { 2021: "3" },
      },
    ]);
    expect(plan?.nodes.find(({ id }) => id === plan.indicators[0]?.node)?.departments).toEqual([
      "公園課",
      "緑地課",
    ]);
  });

  test("年度のない目標値は取り込まずに言う", () => {
    expect(messages(table("指標名\t現状値（令和2年度）\t目標値", "除草の回数\t2\t5"))).toContainEqual(
      expect.stringContaining("目標値「5」は、見出しに年度がないので取り込めません"),
    );
  });

  test("名称が空の行は、上の指標の続き。値もない行は読めない行として挙がる", () => {
    const text = table(
      "指標名\t現状値（令和2年度）\t目標値（令和7年度）",
      "除草の回数\t2\t5",
      "\t1\t4",
      "\t\t\t",
    );
    expect(intake(text).plan?.indicators.map(({ name, targets }) => [name, targets])).toEqual([
      ["除草の回数", { 2025: "5" }],
      ["除草の回数", { 2025: "4" }],
    ]);
  });

  test("漢数字の章の次の番号が分かる", () => {
    const chapters = document.replace("第1章 水と緑のまち", "第十一章 水と緑のまち");
    expect(intake(chapters).plan?.nodes[0]).toMatchObject({
      level: "章",
      name: expect.stringContaining("水と緑"),
    });
  });
});

describe("評価の表：読めないところ", () => {
  const rows = (...lines: string[]) =>
    ["第1章 水のまち", "", wideHeader, "第1節 水辺\t\t\t\t\t\t\t\t\t", ...lines, ""].join("\n");

  test("名称がなく、上の行もない行", () => {
    expect(messages(rows("\t\t\t堤を見て回ります。\tB\tい\t見た。\tイ\t続ける。\t河川課"))).toContainEqual(
      expect.stringContaining("名称がなく、上の行からも分かりません"),
    );
  });

  test("課の名前に見えない所管課", () => {
    expect(
      messages(rows("\t\t堤防の点検\t堤を見ます。\tB\tい\t見た。\tイ\t続ける。\tみんな")),
    ).toContainEqual(expect.stringContaining("課の名前"));
  });

  test("番号の飛んだ見出し", () => {
    const text = document.replace("第2項 池の手入れ", "第4項 池の手入れ");
    expect(messages(text)).toContainEqual(expect.stringContaining("次の番号ではありません"));
  });
});

test("名の列が先頭でない表では、上の行の数が、下の行の値に付かない", () => {
  const { plan, sources } = intake(
    [
      "基本政策4 まちづくり",
      "2024年度 基準値\t2026年度 中間目標値\t指標の名",
      "1",
      "8,383食\t130,000食\t市の備蓄",
    ].join("\n"),
  );
  expect(plan?.indicators.map(({ name, baseline }) => [name, baseline?.text])).toEqual([
    ["市の備蓄", "8,383食"],
  ]);
  expect(sources.filter(({ path }) => path.endsWith("baseline"))).toMatchObject([
    { line: 4, token: "8,383食" },
  ]);
});
