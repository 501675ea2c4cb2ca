import { intake } from "../../src/intake";

const workbook = [
  "ID,階層1 視点,階層2 施策,階層3 取組項目,番号,担当課,再掲元,指標,種別,単位,方向,方法,累計,注記,計画の備考,基準年度,基準値,目標値 令和3年度,目標値 令和4年度,実績値 令和3年度,達成率 令和3年度,評価 令和3年度,備考",
  "7-1,財政,1 歳入,使用料の見直し,7,財政課・税務課,,収納率,KPI,％,増やす,達成率,,隔年調査,○,令和元年度,９８．５,98.6,－,98.55,100.0,目標達成,自分のメモ",
  '7-2,,,,,,,"見直した ""件"" 数",KPI,件,増やす,,○,,,令和元年度,10,20,30,,,,',
  "8-1,財政,1 歳入,滞納の整理,8,税務課,,滞納額,KPI,千円,減らす,進捗率,,,,2019,▲30,▲20,▲10,,,,",
  ",参画,(2) 広報,広報の充実,9,広報課,7,収納率,KPI,％,増やす,達成率,,,,令和元年度,98.5,98.6,－,,,,",
  ",参画,(2) 広報,回覧の充実,10,広報課 総務課,,,,,,,,,,,,,,,,,",
].join("\n");

describe("見出し行のある表", () => {
  const { plan, problems, kind, sources } = intake(workbook);

  test("ブックの列の名前で読む", () => {
    expect(kind).toBe("csv");
    expect(plan?.levels).toEqual(["視点", "施策", "取組項目"]);
    expect(plan?.expects).toEqual({ level: "取組項目", departments: true, targets: "yearly" });
    expect(plan?.period).toEqual([2021, 2022]);
  });

  test("項目と階層", () => {
    expect(
      plan?.nodes.map(({ id, level, number, name, departments }) => [id, level, number, name, departments]),
    ).toEqual([
      ["1", "視点", null, "財政", []],
      ["1.1", "施策", "1", "歳入", []],
      ["1.1.7", "取組項目", "7", "使用料の見直し", ["財政課", "税務課"]],
      ["1.1.8", "取組項目", "8", "滞納の整理", ["税務課"]],
      ["2", "視点", null, "参画", []],
      ["2.2", "施策", "(2)", "広報", []],
      ["2.2.9", "取組項目", "9", "広報の充実", ["広報課"]],
      ["2.2.10", "取組項目", "10", "回覧の充実", ["広報課", "総務課"]],
    ]);
    expect(plan?.nodes.find((node) => node.number === "7")?.remark).toBe(true);
  });

  test("再掲は元の項目を指し、指標を持たない", () => {
    expect(plan?.nodes.find((node) => node.number === "9")?.sameAs).toBe("1.1.7");
    expect(plan?.indicators.filter((indicator) => indicator.node === "2.2.9")).toEqual([]);
  });

  test("指標の値", () => {
    expect(plan?.indicators).toEqual([
      {
        id: "7-1",
        node: "1.1.7",
        name: "収納率",
        kind: "KPI",
        unit: "％",
        direction: "up",
        method: "達成率",
        cumulative: false,
        note: "隔年調査",
        baseline: { year: 2019, text: "98.5" },
        targets: { 2021: "98.6", 2022: "－" },
        actuals: { 2021: "98.55" },
      },
      {
        id: "7-2",
        node: "1.1.7",
        name: '見直した "件" 数',
        kind: "KPI",
        unit: "件",
        direction: "up",
        cumulative: true,
        note: null,
        baseline: { year: 2019, text: "10" },
        targets: { 2021: "20", 2022: "30" },
      },
      {
        id: "8-1",
        node: "1.1.8",
        name: "滞納額",
        kind: "KPI",
        unit: "千円",
        direction: "down",
        method: "進捗率",
        cumulative: false,
        note: null,
        baseline: { year: 2019, text: "▲30" },
        targets: { 2021: "▲20", 2022: "▲10" },
      },
    ]);
  });

  test("取り込まない列は黙って捨てない", () => {
    expect(problems).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringContaining("「備考」") }),
      expect.objectContaining({
        line: 1,
        message: "計画の名称・自治体名が文書から分かりません。補ってください。",
      }),
    ]);
  });

  test("数値は読んだ行に印刷のまま立つ", () => {
    expect(sources).toContainEqual({ path: "indicators/7-1/baseline", line: 2, token: "９８．５" });
    expect(sources).toContainEqual({ path: "indicators/8-1/targets/2022", line: 4, token: "▲10" });
  });
});

const read = (text: string) => intake(text);
const indicator = (text: string) => read(text).plan?.indicators[0];

describe("役所にある列の名前", () => {
  test.each([
    ["現状値（令和元年度）", "目標値（令和5年度）", { 2023: "2" }],
    ["基準値 H30", "R5目標", { 2023: "2" }],
    ["現状 2019年度", "2023年度 目標値", { 2023: "2" }],
    ["令和元年度基準値", "令和5年度", { 2023: "2" }],
    ["策定時の値(R1)", "最終目標（令和５年度）", { 2023: "2" }],
  ])("「%s」「%s」", (baseline, target, targets) => {
    expect(indicator(`取組項目,指標名,${baseline},${target}\n植樹,本数,1,2`)).toMatchObject({
      baseline: { text: "1" },
      targets,
    });
  });

  test.each(["担当課", "所管課", "担当部署", "主管課", "担当", "所属"])("部署の列「%s」", (title) => {
    const { plan } = read(`取組項目,${title},指標\n植樹,緑化課／公園課,本数`);
    expect(plan?.nodes[0]?.departments).toEqual(["緑化課", "公園課"]);
  });

  test.each([
    ["増やす", "up"],
    ["↓", "down"],
    ["維持", "keep"],
    ["範囲", "band"],
  ])("方向「%s」は%s", (said, direction) => {
    expect(indicator(`取組項目,指標,方向\n植樹,本数,${said}`)?.direction).toBe(direction);
  });

  test.each([
    ["方向", "ななめ", "方向「ななめ」"],
    ["累計", "たぶん", "累計「たぶん」"],
    ["方法", "目分量", "方法「目分量」"],
    ["基準年度", "むかし", "基準年度「むかし」"],
    ["再掲元", "99", "再掲元「99」"],
    ["進捗区分", "Z", "進捗区分「Z」"],
  ])("%sの「%s」は読めないと言う", (title, value, said) => {
    const { problems } = read(`取組項目,指標,${title}\n植樹,本数,${value}`);
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 2, message: expect.stringContaining(said) }),
    );
  });

  test("区分の列", () => {
    const { plan } = read(
      "章\t節\t取組\t進捗区分\t取組区分\t今後の方向性\t所管課\n1 道\t1 市道\t舗装\tＢ\tい\tア・イ\t道路課\n\t\t清掃\tC\tう\tウ\t道路課",
    );
    expect(plan?.assessments).toEqual([
      {
        node: "1.1.1",
        marks: { 進捗区分: "B", 取組区分: "い", 今後の方向性: ["ア", "イ"] },
        departments: ["道路課"],
      },
      {
        node: "1.1.2",
        marks: { 進捗区分: "C", 取組区分: "う", 今後の方向性: ["ウ"] },
        departments: ["道路課"],
      },
    ]);
  });

  test("一年度一行の表は一つの指標にまとまる", () => {
    const { plan } = read(
      "取組項目,指標,単位,年度,目標値,実績値\n植樹,本数,本,令和3年度,10,8\n植樹,本数,本,令和4年度,20,\n植樹,面積,㎡,令和3年度,5,",
    );
    expect(plan?.indicators.map(({ name, targets, actuals }) => [name, targets, actuals])).toEqual([
      ["本数", { 2021: "10", 2022: "20" }, { 2021: "8" }],
      ["面積", { 2021: "5" }, undefined],
    ]);
  });

  test.each([
    [
      "年度が下の行にある",
      "取組項目,指標,目標値,,実績値\n,,令和3年度,令和4年度,令和3年度\n植樹,本数,10,20,8",
    ],
    [
      "目標・実績が下の行にある",
      "取組項目,指標,令和3年度,,令和4年度\n,,目標値,実績値,目標値\n植樹,本数,10,8,20",
    ],
  ])("二行の見出し: %s", (_, text) => {
    const { plan, sources } = read(text);
    expect(plan?.indicators).toEqual([
      expect.objectContaining({ name: "本数", targets: { 2021: "10", 2022: "20" }, actuals: { 2021: "8" } }),
    ]);
    expect(sources).toContainEqual({ path: "indicators/1-1/targets/2021", line: 3, token: "10" });
  });

  test("題名の行が見出しの上にあってもよい", () => {
    const { plan, problems } = read("みどりの計画\n\n取組項目,指標,目標値 令和3年度\n植樹,本数,10");
    expect(plan?.indicators).toHaveLength(1);
    expect(problems.map((problem) => problem.line)).toEqual([1, 1]);
  });
});

describe("CSV の書き方", () => {
  test.each([
    [
      "引用符の中の区切りと改行",
      '取組項目,取組内容,指標,目標値 R3\n植樹,"木を,\n""植える""",本数,10',
      { name: "本数", targets: { 2021: "10" } },
    ],
    [
      "BOM と CRLF",
      "\ufeff取組項目,指標,目標値 R3\r\n植樹,本数,10\r\n",
      { name: "本数", targets: { 2021: "10" } },
    ],
    [
      "タブ区切り",
      "取組項目\t指標\t目標値 R3\n植樹\t本数\t1,000",
      { name: "本数", targets: { 2021: "1,000" } },
    ],
    [
      "セルの中で改行した値",
      '取組項目,指標,目標値 R3\n植樹,本数,"主幹 50\n主査 70"',
      { targets: { 2021: "主幹 50 主査 70" } },
    ],
    [
      "全角の見出し",
      "取組項目,指標,目標値　Ｒ３\n植樹,ＳＮＳの数,１０",
      { name: "ＳＮＳの数", targets: { 2021: "10" } },
    ],
  ])("%s", (_, text, expected) => {
    expect(indicator(text)).toMatchObject(expected);
  });

  test.each([
    ["計画の備考", "雨の日は休み", { remark: true, remarkText: "雨の日は休み" }],
    ["備考", "雨の日は休み", { remark: true, remarkText: "雨の日は休み" }],
    ["計画の備考", "あり", { remark: true, remarkText: undefined }],
    ["計画の備考", "", { remark: undefined, remarkText: undefined }],
    ["計画の備考", "なし", { remark: undefined, remarkText: undefined }],
  ])("%s「%s」", (title, text, expected) => {
    const node = read(`取組項目,指標,${title},目標値 R3\n植樹,本数,${text},10`).plan?.nodes[0];
    expect({ remark: node?.remark, remarkText: node?.remarkText }).toEqual(expected);
  });

  test("改行のあるセルの内容は残る", () => {
    expect(read('取組項目,取組内容,指標\n植樹,"木を,\n植える",本数').plan?.nodes[0]?.detail).toBe(
      "木を,\n植える",
    );
  });

  test("改行の後の行も行番号が合う", () => {
    const { sources } = read(
      '取組項目,取組内容,指標,目標値 R3\n植樹,"木を\n植える",本数,10\n花壇,水,株数,20',
    );
    expect(sources).toContainEqual({ path: "indicators/2-1/targets/2021", line: 4, token: "20" });
  });

  test("閉じない引用符は文字として読み、行を言う", () => {
    const { plan, problems } = read('取組項目,指標,目標値 R3\n植樹,"本数,10\n花壇,株数,20');
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 2, message: expect.stringContaining("引用符") }),
    );
    expect(plan?.indicators.map((each) => each.targets)).toEqual([{ 2021: "10" }, { 2021: "20" }]);
  });

  test("見出しより列の多い行を言う", () => {
    const { problems } = read("取組項目,指標\n植樹,本数,余り");
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 2, message: expect.stringContaining("余り") }),
    );
  });

  test("名称のない行を言う", () => {
    const { problems } = read("取組項目,担当課,指標\n,緑化課,");
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 2, message: expect.stringContaining("どの項目の行か") }),
    );
  });

  test("Shift_JIS のファイルも同じに読める", () => {
    // 「施策,単位,指標 / 表,人,数」 in Shift_JIS.
    const bytes = [
      0x8e, 0x7b, 0x8d, 0xf4, 0x2c, 0x92, 0x50, 0x88, 0xca, 0x2c, 0x8e, 0x77, 0x95, 0x57, 0x0d, 0x0a, 0x95,
      0x5c, 0x2c, 0x90, 0x6c, 0x2c, 0x90, 0x94,
    ];
    const { plan } = intake(new Uint8Array(bytes));
    expect(plan?.indicators).toEqual([expect.objectContaining({ name: "数", unit: "人" })]);
    expect(plan?.nodes[0]?.name).toBe("表");
  });
});
