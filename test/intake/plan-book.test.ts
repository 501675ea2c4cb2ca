import { intake } from "../../src/intake";
import type { Indicator, PlanNode } from "../../src/plan/plan";
import { block, headings, simpleTargets, smallBook, yearsRow } from "./plan-book-text";

function read(text: string) {
  const { plan, problems, sources, kind } = intake(text);
  if (!plan) throw new Error("読めるはずの文書です");
  return { plan, problems, sources, kind };
}

function onlyItem(text: string): { item: PlanNode; indicators: Indicator[]; messages: string[] } {
  const { plan, problems } = read(text);
  const item = plan.nodes.find((node) => node.level === "取組項目");
  if (!item) throw new Error("取組項目が1つあるはずです");
  return { item, indicators: plan.indicators, messages: problems.map((problem) => problem.message) };
}

const withTargets = (targets: string) =>
  onlyItem(block({ number: "1", name: "花だんの世話", targets })).indicators;

describe("取組項目のブロック", () => {
  test("番号、名称、取組内容、担当課、備考の有無", () => {
    const { item } = onlyItem(
      block({ number: "12", name: "花だんの世話", remark: "雨の日は休み", departments: "みどり課" }),
    );
    expect(item).toMatchObject({
      id: "12",
      number: "12",
      name: "花だんの世話",
      departments: ["みどり課"],
      remark: true,
      remarkText: "雨の日は休み",
      detail: "架空の取組を進めます。",
    });
  });

  test("折れた行はつなぎ、段落は残す", () => {
    const detail = "花だんを地域の人と一緒に育\nてて、通りを明るくしていきます。\nまた、種を配ります。";
    const { item } = onlyItem(block({ number: "1", name: "花だんの世話", detail }));
    expect(item.detail).toBe(
      "花だんを地域の人と一緒に育てて、通りを明るくしていきます。また、種を配ります。",
    );
  });

  test("2行にわたる名称", () => {
    const { item } = onlyItem(block({ number: "1", name: "花だん、ベンチ及び\n水飲み場の世話" }));
    expect(item.name).toBe("花だん、ベンチ及び水飲み場の世話");
  });

  test.each([
    ["取組項目-7 花だんの世話", "7"],
    ["取組項目-７ 花だんの世話", "7"],
    ["取組項目－７　花だんの世話", "7"],
    ["取組項目‐07 花だんの世話", "7"],
    ["取組項目 7 花だんの世話", "7"],
  ])("見出しの書き方 %s", (head, number) => {
    const { item } = onlyItem(
      `${head}\n取組内容 架空です。\n目標値等\n${simpleTargets("数（件）", "1", "1 1 1 1 1")}\n担当課 みどり課`,
    );
    expect(item).toMatchObject({ number, name: "花だんの世話" });
  });

  test("名称の中の全角数字と英字は印刷のまま", () => {
    expect(onlyItem(block({ number: "1", name: "１人１鉢とＳＮＳの世話" })).item.name).toBe(
      "１人１鉢とＳＮＳの世話",
    );
  });

  test.each([
    ["みどり課", ["みどり課"]],
    ["みどり課、くらし課", ["みどり課", "くらし課"]],
    ["みどり課，くらし課", ["みどり課", "くらし課"]],
    ["みどり課・くらし課", ["みどり課", "くらし課"]],
    ["こども・みらい課", ["こども・みらい課"]],
    ["みどり課 くらし課", ["みどり課", "くらし課"]],
    ["みどり課、\nくらし課", ["みどり課", "くらし課"]],
    ["みどり課\nくらし課", ["みどり課", "くらし課"]],
    ["みどり推\n進課", ["みどり推進課"]],
    ["みどり課、みどり課", ["みどり課"]],
  ])("担当課 %j", (departments, expected) => {
    expect(onlyItem(block({ number: "1", name: "花だんの世話", departments })).item.departments).toEqual(
      expected,
    );
  });

  test("備考の中の丸数字は見出しではない", () => {
    const { plan } = read(
      headings + block({ number: "1", name: "花だんの世話", remark: "①花の種 ②土\n③水やり" }),
    );
    expect(plan.nodes.map((node) => node.name)).toEqual([
      "つながる力",
      "ひろばの充実",
      "広場づくり",
      "広場の手入れ",
      "花だんの世話",
    ]);
  });

  test("ページ番号は読み飛ばす", () => {
    const text = block({ number: "1", name: "花だんの世話" }).replace("【令和", "- 17 -\n\n【令和");
    expect(onlyItem(text).indicators[0]?.name).toBe("講座の回数");
  });
});

describe("目標値等", () => {
  test("名称、単位、基準値、年度ごとの目標値", () => {
    expect(
      withTargets(
        simpleTargets("公園だよりの発\n行部数（部）", "１，２００", "1,250 1,300 1,350 1,400 1,450"),
      ),
    ).toEqual([
      {
        id: "1-1",
        node: "1",
        name: "公園だよりの発行部数",
        unit: "部",
        direction: null,
        kind: null,
        cumulative: false,
        note: null,
        baseline: { year: 2019, text: "1,200" },
        targets: { 2021: "1,250", 2022: "1,300", 2023: "1,350", 2024: "1,400", 2025: "1,450" },
      },
    ]);
  });

  test("指標がいくつもあれば、年度の行は最初だけ", () => {
    const targets = `${simpleTargets("花の数（本）", "5", "6 7 8 9 10")}\n枯れた花の\n数（本）\n【令和元年度：３】\n3 － 2 － 1\n増えた種類（累\n計）（種）\n【令和元年度：0】\n1 2 3 4 5`;
    expect(withTargets(targets)).toMatchObject([
      { id: "1-1", name: "花の数", targets: { 2021: "6", 2025: "10" } },
      {
        id: "1-2",
        name: "枯れた花の数",
        baseline: { text: "3" },
        targets: { 2021: "3", 2022: "－", 2024: "－" },
      },
      {
        id: "1-3",
        name: "増えた種類（累計）",
        unit: "種",
        cumulative: true,
        targets: { 2021: "1", 2025: "5" },
      },
    ]);
  });

  test.each<[string, string, string[]]>([
    ["数", "10 20 30 40 50", ["10", "20", "30", "40", "50"]],
    ["単位つき", "導入 50％ 55％ 60％ 65％", ["導入", "50％", "55％", "60％", "65％"]],
    ["単位が離れている", "50 ％ 55 ％ 60 ％ 65 ％ 70 ％", ["50 ％", "55 ％", "60 ％", "65 ％", "70 ％"]],
    ["削減", "▲1 ▲2 ▲3 ▲4 ▲5", ["▲1", "▲2", "▲3", "▲4", "▲5"]],
    ["全角の下限", "１以上 １以上 ２以上 ２以上 ３以上", ["1以上", "1以上", "2以上", "2以上", "3以上"]],
    ["1年おき", "80 － 80 － 80", ["80", "－", "80", "－", "80"]],
    ["言葉", "検証 検証 周知 実施 実施", ["検証", "検証", "周知", "実施", "実施"]],
    ["2行に折れた行", "10 20 30\n40 50", ["10", "20", "30", "40", "50"]],
    ["縦に並ぶ", "10\n20\n30\n40\n50", ["10", "20", "30", "40", "50"]],
    [
      "2行の言葉と1行の言葉",
      "計画\n検討\n計画\n策定\n周知 実施 実施",
      ["計画検討", "計画策定", "周知", "実施", "実施"],
    ],
    ["2つの群の数", Array(5).fill("係長 40\n主任 60").join("\n"), Array<string>(5).fill("係長 40 主任 60")],
    ["数と言葉が縦に", Array(5).fill("10\n以上").join("\n"), Array<string>(5).fill("10以上")],
  ])("セルの形: %s", (_, values, expected) => {
    expect(Object.values(withTargets(simpleTargets("花だんの数", "0", values))[0]?.targets ?? {})).toEqual(
      expected,
    );
  });

  test("2つの工程が並ぶ目標は、名称にあるとおり2つと読む", () => {
    const values = Array(5).fill("配布\n回収").join("\n");
    expect(withTargets(simpleTargets("調査票の配布・回収", "配布・回収", values))[0]?.targets["2021"]).toBe(
      "配布 回収",
    );
  });

  test.each<[string, string]>([
    ["２", "2"],
    ["なし", "なし"],
    ["２件", "2件"],
    ["係長\n56・主任 70", "係長56・主任 70"],
    ["計画の協\n議", "計画の協議"],
    ["12.5", "12.5"],
  ])("基準値 %j", (printed, text) => {
    expect(withTargets(simpleTargets("花だんの数", printed, "1 2 3 4 5"))[0]?.baseline).toEqual({
      year: 2019,
      text,
    });
  });

  test("※の注記は名称に混ぜない", () => {
    const targets = simpleTargets(
      "訪れた人の満足度（％）\n※ 調査は、１年お\nきに行う",
      "70",
      "75 － 80 － 85",
    );
    expect(withTargets(targets)[0]).toMatchObject({
      name: "訪れた人の満足度",
      unit: "％",
      note: "調査は、１年おきに行う",
    });
  });

  test.each<[string, string, number[]]>([
    ["3 年度 4 年度 5 年度", "令和元年度", [2021, 2022, 2023]],
    ["令和３年度 令和４年度 令和５年度", "令和元年度", [2021, 2022, 2023]],
    ["R3 R4 R5", "令和元年度", [2021, 2022, 2023]],
    ["2021年度 2022年度 2023年度", "令和元年度", [2021, 2022, 2023]],
    ["28年度 29年度 30年度", "平成27年度", [2016, 2017, 2018]],
    ["30年度 31年度 2年度", "平成29年度", [2018, 2019, 2020]],
    ["3 年度 4 年度\n5 年度", "令和元年度", [2021, 2022, 2023]],
    ["3年度 5年度 7年度", "令和2年度", [2021, 2023, 2025]],
  ])("年度の行 %j（基準 %s）", (years, base, expected) => {
    const [indicator] = withTargets(`数（件）\n【${base}：1】\n${years}\n10 20 30`);
    expect(Object.keys(indicator?.targets ?? {}).map(Number)).toEqual(expected);
  });

  test.each<[string, string, string | null]>([
    ["参加者数（人）", "参加者数", "人"],
    ["実施率(％)", "実施率", "％"],
    ["協力団体（市、町、村）", "協力団体", "市、町、村"],
    ["花の種類", "花の種類", null],
    ["花の種類（累計）", "花の種類（累計）", null],
    ["花の種類（累計）（種）", "花の種類（累計）", "種"],
    ["平均日数（日数の合計÷件数）（日）", "平均日数（日数の合計÷件数）", "日"],
    ["咲いた花（4月1日から翌年3月31日まで）", "咲いた花（4月1日から翌年3月31日まで）", null],
  ])("単位 %s", (printed, name, unit) => {
    expect(withTargets(simpleTargets(printed, "1", "1 1 1 1 1"))[0]).toMatchObject({ name, unit });
  });
});

describe("再掲", () => {
  const original = block({ number: "4", name: "花だんの世話" });
  test.each([
    "【再掲(-4)】",
    "【再掲（-4）】",
    "【再掲（‐4）】",
    "【再掲-4】",
    "【再掲（－４）】",
    "※再掲",
    "（再掲）",
    "【再掲】",
  ])("%s は4番の再掲", (mark) => {
    const { plan, problems } = read(`${original}\n${block({ number: "9", name: `花だんの世話 ${mark}` })}`);
    expect(plan.nodes).toMatchObject([{ id: "4" }, { id: "9", name: "花だんの世話", sameAs: "4" }]);
    expect(plan.indicators.map((indicator) => indicator.node)).toEqual(["4"]);
    expect(problems.filter((problem) => problem.message.includes("再掲"))).toEqual([]);
  });

  test("再掲の再掲は、もとの項目に結ぶ", () => {
    const text = [
      original,
      block({ number: "5", name: "花だんの世話 【再掲(-4)】" }),
      block({ number: "6", name: "花だんの世話 【再掲(-5)】" }),
    ];
    const { plan, problems } = read(text.join("\n"));
    expect(plan.nodes.map((node) => node.sameAs)).toEqual([undefined, "4", "4"]);
    expect(problems.map((problem) => problem.message)).toContainEqual(expect.stringContaining("また再掲"));
  });

  test("再掲元がなければ、指標は再掲の項目のものとして残り、問題になる", () => {
    const { plan, problems } = read(block({ number: "9", name: "花だんの世話 【再掲(-4)】" }));
    expect(plan.nodes[0]).not.toHaveProperty("sameAs");
    expect(plan.indicators).toHaveLength(1);
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 1, message: expect.stringContaining("再掲元（4）") as string }),
    );
  });

  test("再掲の値が再掲元と違えば問題になる", () => {
    const copy = block({
      number: "9",
      name: "花だんの世話 【再掲(-4)】",
      targets: simpleTargets("講座の回数（回）", "10", "11 12 13 14 16"),
    });
    const { problems } = read(`${original}\n${copy}`);
    expect(problems.map((problem) => problem.message)).toContainEqual(
      expect.stringContaining("再掲元と違います"),
    );
  });
});

describe("見出しと階層", () => {
  test("視点・目標・施策・取組項目群・取組項目", () => {
    const { plan } = read(smallBook);
    expect(plan.levels).toEqual(["視点", "目標", "施策", "取組項目群", "取組項目"]);
    expect(plan.nodes.map(({ id, parent, name }) => [id, parent, name])).toEqual([
      ["視点1", null, "つながる力"],
      ["目標1", "視点1", "ひろばの充実"],
      ["目標1(1)", "目標1", "広場づくり"],
      ["目標1(1)①", "目標1(1)", "広場の手入れ"],
      ["1", "目標1(1)①", "花だんの世話"],
      ["2", "目標1(1)①", "落ち葉の片付け"],
      ["3", "目標1(1)①", "ベンチの補修"],
      ["視点2", null, "支える力"],
      ["目標2", "視点2", "窓口の改善"],
      ["目標2(1)", "目標2", "受付の工夫"],
      ["目標2(1)①", "目標2(1)", "案内の充実"],
      ["4", "目標2(1)①", "案内板の見直し"],
      ["5", "目標2(1)①", "花だんの世話"],
    ]);
    expect(plan.period).toEqual([2021, 2025]);
    expect(plan.expects).toEqual({ level: "取組項目", departments: true, targets: "yearly" });
  });

  test("見出しの下の文はその見出しの説明として残る", () => {
    const { plan } = read(smallBook);
    expect(plan.nodes.find((node) => node.id === "目標1(1)①")?.detail).toBe("手入れの輪を広げます。");
  });

  test("見出しのない文書は、取組項目だけの計画になる", () => {
    const { plan } = read(block({ number: "1", name: "花だんの世話" }));
    expect(plan.levels).toEqual(["取組項目"]);
    expect(plan.nodes).toMatchObject([{ id: "1", parent: null }]);
  });

  test("数字で始まる文の途中の行は見出しではない", () => {
    const prose = "この広場は開設から数えて\n10 年目を迎え、これからも\n（１） 度きりの催しを重ねます。\n";
    const { plan } = read(
      headings.replace("手入れの輪を広げます。\n", prose) + block({ number: "1", name: "花だんの世話" }),
    );
    expect(plan.nodes).toHaveLength(5);
  });

  test("取組項目につながらない見出しは計画に入らず、読まなかった行として残る", () => {
    const { plan, problems } = read(`${smallBook}\n第４章 進め方\n１ 全員で進める\nみんなで進めます。\n`);
    expect(plan.nodes.map((node) => node.name)).not.toContain("全員で進める");
    expect(problems.map((problem) => problem.message)).toContainEqual(
      expect.stringContaining("第４章 進め方"),
    );
  });

  test("同じ番号が2度あれば、別の項目として残り、問題になる", () => {
    const { plan, problems } = read(
      `${block({ number: "1", name: "花だんの世話" })}\n${block({ number: "1", name: "ベンチの補修" })}`,
    );
    expect(plan.nodes.map((node) => node.name)).toEqual(["花だんの世話", "ベンチの補修"]);
    expect(new Set(plan.nodes.map((node) => node.id)).size).toBe(2);
    expect(problems.map((problem) => problem.message)).toContainEqual(expect.stringContaining("同じ番号"));
  });
});

describe("施策の体系", () => {
  const outline = `■ つながる力
目標 施策 取組項目群 取組項目
１
ひ
ろ
ば
(1)広場づく
り
①手入れ 1-花だんの世話
2-ベンチ、水飲み場及び照明
の補修
②催し 3-花市の開催 ※再掲
 目標 施策 取組項目群 取組項目
- 10 -
4-花市の開催
`;
  const blocks = [
    "第３章 取組項目",
    "≪つながる力≫",
    "１ ひろば",
    "（１） 広場づくり",
    "② 催し",
    block({ number: "4", name: "花市の開催" }),
    block({ number: "3", name: "花市の開催 【再掲-4】" }),
    "① 手入れ",
    block({ number: "2", name: "ベンチ、水飲み場及び照明の補修" }),
    block({ number: "1", name: "花だんの世話" }),
  ].join("\n");

  test("ブロックがどの順に並んでも、体系のとおりに収まる", () => {
    const { plan, problems } = read(outline + blocks);
    expect(plan.nodes.map(({ id, parent, name }) => [id, parent, name])).toEqual([
      ["視点1", null, "つながる力"],
      ["目標1", "視点1", "ひろば"],
      ["目標1(1)", "目標1", "広場づくり"],
      ["目標1(1)①", "目標1(1)", "手入れ"],
      ["1", "目標1(1)①", "花だんの世話"],
      ["2", "目標1(1)①", "ベンチ、水飲み場及び照明の補修"],
      ["目標1(1)②", "目標1(1)", "催し"],
      ["3", "目標1(1)②", "花市の開催"],
      ["4", "目標1(1)②", "花市の開催"],
    ]);
    expect(
      problems.map(({ message }) => message).filter((message) => !message.includes("文書から分かりません")),
    ).toEqual([expect.stringContaining("第３章")]);
  });

  test("階層の名前は体系の見出し行から取る", () => {
    const { plan } = read(
      (outline + blocks).replaceAll("目標 施策 取組項目群 取組項目", "柱 方針 取組群 取組項目"),
    );
    expect(plan.levels).toEqual(["視点", "柱", "方針", "取組群", "取組項目"]);
  });

  test("別の見出しの下に印刷された項目は、体系に従い、問題になる", () => {
    const moved = blocks.replace("① 手入れ\n", "");
    const { plan, problems } = read(outline + moved);
    expect(plan.nodes.find((node) => node.id === "1")?.parent).toBe("目標1(1)①");
    expect(problems.map((problem) => problem.message)).toContainEqual(
      expect.stringContaining("体系に従いました"),
    );
  });

  test("体系にあってブロックのない項目も計画に残り、問題になる", () => {
    const { plan, problems } = read(outline + blocks.slice(0, blocks.indexOf("取組項目-1 ")));
    expect(plan.nodes.find((node) => node.id === "1")).toMatchObject({
      name: "花だんの世話",
      departments: [],
    });
    expect(problems).toContainEqual(
      expect.objectContaining({
        line: 9,
        message: expect.stringContaining("ブロックがありません") as string,
      }),
    );
  });

  test("体系と名称の違う項目は、ブロックのとおりに読み、問題になる", () => {
    const { plan, problems } = read(
      outline + blocks.replace("取組項目-1 花だんの世話", "取組項目-1 花だんの手当て"),
    );
    expect(plan.nodes.find((node) => node.id === "1")?.name).toBe("花だんの手当て");
    expect(problems.map((problem) => problem.message)).toContainEqual(
      expect.stringContaining("体系（9行）では「花だんの世話」"),
    );
  });
});

describe("欠けや乱れは問題になり、数は補わない", () => {
  test.each<[string, string, RegExp]>([
    ["セルが足りない", simpleTargets("花の数（本）", "5", "6 7 8 9"), /5年度分に分けられません/],
    ["セルが多い", simpleTargets("花の数（本）", "5", "6 7 8 9 10 11"), /5年度分に分けられません/],
    ["セルがない", `花の数（本）\n【令和元年度：5】\n${yearsRow}`, /5年度分に分けられません/],
    ["年度の行がない", "花の数（本）\n【令和元年度：5】\n6 7 8 9 10", /年度の行がありません/],
    ["元号の分からない年度", "花の数（本）\n3 年度 4 年度\n6 7", /何年度か分かりません/],
  ])("%s", (_, targets, message) => {
    const { indicators, messages } = onlyItem(block({ number: "1", name: "花だんの世話", targets }));
    expect(indicators[0]?.targets).toEqual({});
    expect(messages).toContainEqual(expect.stringMatching(message));
  });

  test("足りない行の次の指標はそのまま読む", () => {
    const targets = `${simpleTargets("花の数（本）", "5", "6 7 8 9")}\n草の数（本）\n【令和元年度：1】\n1 2 3 4 5`;
    expect(withTargets(targets)).toMatchObject([
      { name: "花の数", targets: {} },
      { name: "草の数", targets: { 2021: "1", 2025: "5" } },
    ]);
  });

  test("数とも言葉とも読めない目標値は印刷のまま残し、行を示す", () => {
    const { indicators, messages } = onlyItem(
      block({
        number: "1",
        name: "花だんの世話",
        targets: simpleTargets("花の数（本）", "5", "6 7x8 9 10 11"),
      }),
    );
    expect(indicators[0]?.targets["2022"]).toBe("7x8");
    expect(messages).toContainEqual(expect.stringContaining("7x8"));
  });

  test("基準値のない指標", () => {
    const { indicators, messages } = onlyItem(
      block({
        number: "1",
        name: "花だんの世話",
        targets: `${simpleTargets("花の数（本）", "5", "6 7 8 9 10")}\n草の数（本）\n1 2 3 4 5`,
      }),
    );
    expect(indicators[1]).toMatchObject({ name: "草の数", baseline: null, targets: { 2021: "1" } });
    expect(messages).toContainEqual(expect.stringContaining("基準値がありません"));
  });

  test.each<[string, RegExp]>([
    ["取組項目-1 花だんの世話\n取組内容 架空です。\n担当課 みどり課", /目標値等がありません/],
    [
      `取組項目-1 花だんの世話\n目標値等\n${simpleTargets("数（件）", "1", "1 1 1 1 1")}`,
      /担当課がありません/,
    ],
    ["取組項目-1\n取組内容 架空です。", /名称がありません/],
  ])("%j", (text, message) => {
    expect(read(text).problems).toContainEqual(
      expect.objectContaining({ line: 1, message: expect.stringMatching(message) as string }),
    );
  });

  test("担当課のないブロックの次の見出しは見出しのまま", () => {
    const first = block({ number: "1", name: "花だんの世話" }).replace(/\n\n担 当 課.*$/, "");
    const { plan } = read(`${headings}${first}\n② 広場の催し\n${block({ number: "2", name: "花市の開催" })}`);
    expect(plan.nodes.find((node) => node.id === "2")?.parent).toBe("目標1(1)②");
  });

  test("読まなかった行は、続きごとに1つの問題になる", () => {
    const { problems } = read(`はじめの一文\n次の一文\n\nもう一文\n${smallBook}\n\n付録`);
    const left = problems.filter((problem) => problem.message.includes("読めませんでした"));
    expect(left).toMatchObject([
      { line: 1, lastLine: 4, message: expect.stringContaining("1〜4行（3行）") as string },
      { message: expect.stringContaining("付録") as string },
    ]);
  });
});

describe("数の出どころ", () => {
  test("基準値と目標値は、それが印刷されている行と文字を持つ", () => {
    const { sources } = read(
      block({
        number: "1",
        name: "花だんの世話",
        targets: simpleTargets("花の数（本）", "５", "６ 7 8 9 10"),
      }),
    );
    const lines = new Map(sources.map((source) => [source.path, [source.line, source.token]]));
    expect(lines.get("indicators/1-1/baseline")).toEqual([9, "５"]);
    expect(lines.get("indicators/1-1/targets/2021")).toEqual([13, "６"]);
    expect(lines.get("indicators/1-1/targets/2025")).toEqual([13, "10"]);
  });

  test("2行のセルは2つの行を持つ", () => {
    const values = "計画\n検討\n計画\n策定\n周知 実施 実施";
    const { sources } = read(
      block({ number: "1", name: "花だんの世話", targets: simpleTargets("花だんの方針", "なし", values) }),
    );
    expect(
      sources.filter((source) => source.path === "indicators/1-1/targets/2021").map((source) => source.token),
    ).toEqual(["計画", "検討"]);
  });
});

test("計画の名称と自治体名は、文書で最もよく使われるものを採る", () => {
  const { plan } = read(
    `第２次架空市行政経営プラン\n第３次架空市行政経営プランの進め方\n「第３次架空市行政経営プラン」について\n${smallBook}`,
  );
  expect(plan).toMatchObject({ title: "第3次架空市行政経営プラン", municipality: "架空市" });
});
