import { intake } from "../../src/intake";

/** The messages of a table, without what every table lacks (title, municipality, period). */
const said = (lines: readonly string[]) =>
  intake(lines.join("\n"))
    .problems.map(({ message }) => message)
    .filter((message) => !message.includes("文書から分かりません"));

describe("CSV の読めないところは、行と直し方を言う", () => {
  test.each([
    [
      "年度のない目標値の列",
      ["取組項目,指標,目標値", "除草,回数,3"],
      "1行の見出しの目標値・実績値に年度がないので、その列は取り込めません。「目標値 令和3年度」のように書いてください。",
    ],
    [
      "読めない年度の列",
      ["取組項目,指標,年度,目標値", "除草,回数,いつか,3"],
      "2行の年度「いつか」が読めません。「令和3年度」のように書いてください。",
    ],
    [
      "閉じられていない引用符",
      ["取組項目,指標,目標値 令和3年度", '"除草,回数,3'],
      '2行の引用符「"」が閉じられていません。この行から後の引用符は文字として読みました。',
    ],
    [
      "見出しより多い列",
      ["取組項目,指標,目標値 令和3年度", "除草,回数,3,はみ出した値"],
      "2行は見出しより列が多く、「はみ出した値」から後は取り込めません。区切りを確かめてください。",
    ],
    [
      "項目の分からない行",
      ["視点,取組項目,番号,指標,目標値 令和3年度", ",,9,回数,3"],
      "2行は、どの項目の行か分かりません。項目の名称を書いてください。",
    ],
    [
      "読めない基準年度",
      ["取組項目,指標,基準年度,基準値,目標値 令和3年度", "除草,回数,むかし,2,3"],
      "2行の基準年度「むかし」が読めません。「令和元年度」のように書いてください。",
    ],
    [
      "読めない方向・方法・累計",
      ["取組項目,指標,方向,方法,累計,目標値 令和3年度", "除草,回数,横,適当,たぶん,3"],
      "2行の方向「横」が読めません。増やす・減らす・維持・範囲のどれかにしてください。",
    ],
    [
      "区分にない文字",
      ["取組項目,進捗区分,担当課", "除草,Z,公園課"],
      "2行の進捗区分「Z」は区分の文字ではありません。",
    ],
    [
      "見つからない再掲元",
      ["番号,取組項目,再掲元,指標,目標値 令和3年度", "1,除草,,回数,3", "2,清掃,99,,"],
      "3行の再掲元「99」に当たる項目がありません。番号か名称を確かめてください。",
    ],
  ])("%s", (_, lines, message) => {
    expect(said(lines)).toContain(message);
  });
});

describe("CSV の崩れた並び", () => {
  test("ページごとに繰り返された見出し行は、項目にならない", () => {
    const header = "取組項目,指標,単位,目標値 令和3年度";
    const { plan, problems } = intake([header, "除草,回数,回,3", header, "清掃,回数,回,4"].join("\n"));
    expect(plan?.nodes.map(({ name }) => name)).toEqual(["除草", "清掃"]);
    expect(problems.filter(({ line }) => line === 3)).toEqual([]);
  });

  test("年度ごとに行が分かれた実績は、一つの指標に集まる", () => {
    const { plan } = intake(
      [
        "取組項目,指標,年度,目標値,実績値",
        "除草,回数,令和3年度,3,2",
        "除草,回数,令和4年度,4,5",
        "清掃,回数,令和3年度,1,1",
      ].join("\n"),
    );
    expect(plan?.indicators.map(({ targets, actuals }) => [targets, actuals])).toEqual([
      [
        { 2021: "3", 2022: "4" },
        { 2021: "2", 2022: "5" },
      ],
      [{ 2021: "1" }, { 2021: "1" }],
    ]);
  });

  test("階層の列がない表は、全部が一つの計画の指標になる", () => {
    const { plan, problems } = intake(
      ["指標,単位,目標値 令和3年度", "除草の回数,回,3", "清掃の回数,回,4"].join("\n"),
    );
    expect(problems).toContainEqual({
      severity: "warning",
      line: 1,
      message: expect.stringMatching(/^1行の見出しに取組の名称の列.*取組項目の列を足してください。$/),
    });
    expect(plan?.levels).toEqual(["計画"]);
    expect(plan?.nodes.map(({ name }) => name)).toEqual(["（見出しなし）"]);
    expect(plan?.indicators.map(({ name }) => name)).toEqual(["除草の回数", "清掃の回数"]);
  });

  test("項目の列が空の行は、その上の見出しの指標になる", () => {
    const { plan, problems } = intake(
      [
        "施策,取組項目,指標,目標値 令和3年度",
        "緑を育てる,,緑の割合,30",
        ",除草,回数,3",
        "緑を育てる,,木の数,5",
      ].join("\n"),
    );
    const heading = plan?.nodes.find(({ name }) => name === "緑を育てる")?.id;
    expect(plan?.indicators.filter(({ node }) => node === heading).map(({ name }) => name)).toEqual([
      "緑の割合",
      "木の数",
    ]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("評価だけの行は、同じ名称でも別の取組。名称が空の行の評価は、上の取組のもの", () => {
    const { plan } = intake(
      ["施策の方向性,進捗区分,取組区分,担当課", "除草,A,あ,公園課", "除草,B,い,緑地課", ",C,う,道路課"].join(
        "\n",
      ),
    );
    expect(plan?.nodes.map(({ name, departments }) => [name, departments])).toEqual([
      ["除草", ["公園課"]],
      ["除草", ["緑地課", "道路課"]],
    ]);
    expect(plan?.assessments.map(({ marks }) => marks)).toEqual([
      { 進捗区分: "A", 取組区分: "あ" },
      { 進捗区分: "C", 取組区分: "う" },
    ]);
  });

  test.each([
    [
      "取組の列がない表",
      ["指標,担当課,目標値 令和3年度", "満足度,市民課,85", "冊数,図書館,1000", "人数,市民課,3"],
    ],
    [
      "同じ取組の続きの行",
      ["取組項目,指標,担当課,目標値 令和3年度", "窓口,満足度,市民課,85", "窓口,冊数,図書館,1000"],
    ],
    [
      "取組が空の続きの行",
      ["取組項目,指標,担当課,目標値 令和3年度", "窓口,満足度,市民課,85", ",冊数,図書館,1000"],
    ],
  ])("%s: 二つ目からの担当課も失われない", (_, lines) => {
    const { plan } = intake(lines.join("\n"));
    expect(plan?.nodes.map(({ departments }) => departments)).toEqual([["市民課", "図書館"]]);
  });

  test("同じ ID の指標には、続き番号が付く", () => {
    const { plan } = intake(
      ["ID,取組項目,番号,指標,単位,目標値 令和3年度", "7-1,除草,7,回数,回,3", "7-1,清掃,8,回数,回,4"].join(
        "\n",
      ),
    );
    expect(plan?.indicators.map(({ id }) => id)).toEqual(["7-1", "7-1_2"]);
  });

  test("指標の名称が空の値は、上の指標か、取組そのものの値", () => {
    const { plan } = intake(
      [
        "取組項目,指標,目標値 令和3年度,目標値 令和4年度",
        "除草,回数,3,",
        ",,,4",
        "除草,面積,8,",
        "清掃,,5,",
      ].join("\n"),
    );
    expect(plan?.indicators.map(({ name, targets }) => [name, targets])).toEqual([
      ["回数", { 2021: "3", 2022: "4" }],
      ["面積", { 2021: "8" }],
      ["清掃", { 2021: "5" }],
    ]);
  });
});
