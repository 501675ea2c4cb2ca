import { intake } from "../../src/intake";
import { document, narrowHeader, wideHeader } from "./evaluation-table-text";

const { plan, problems, kind, sources } = intake(document);
const nodes = new Map(plan?.nodes.map((node) => [node.id, node]));
const judged = (plan?.assessments ?? []).map(({ node, marks, departments }) => ({
  name: nodes.get(node)?.name,
  number: nodes.get(node)?.number,
  marks: Object.values(marks),
  departments,
}));

describe("評価の表", () => {
  test("形が分かる", () => {
    expect(kind).toBe("evaluation-table");
    expect(plan?.levels).toEqual(["章", "節", "項", "施策の方向性"]);
    expect(plan?.expects).toEqual({ level: "施策の方向性", departments: true, targets: "none" });
  });

  test("題名から自治体が分かる", () => {
    expect(plan?.municipality).toBe("青葉市");
    expect(plan?.title).toBe("第2次青葉市総合計画・前期基本計画の取組評価");
  });

  test.each([
    [0, "堤防の点検", null, ["B", "い", ["イ"]], ["河川課"]],
    [1, "堤防の点検", null, ["A", "あ", ["ア", "イ"]], ["河川課", "公園緑地課"]],
    [2, "魚道の設置", null, ["E", "お", ["オ"]], ["河川課", "水道・下水課"]],
    [3, "池の清掃", null, ["C", "う", ["ウ"]], ["公園緑地課", "河川課"]],
    [4, "街路樹の更新", null, ["D", "え", ["イ"]], ["公園緑地課"]],
    [5, "苗木の配布", null, ["B", "い", ["ア"]], ["農政課", "関係各課"]],
    [6, "案内の充実", null, ["B", "い", ["イ"]], ["総合窓口"]],
  ])("%i行目: %s %s", (index, name, number, marks, departments) => {
    expect(judged[index]).toEqual({ name, number, marks, departments });
  });

  test("名称のない行は上の行のもので、印刷されていない番号は付けない", () => {
    const same = judged.filter((row) => row.name === "堤防の点検");
    expect(same.map((row) => [row.number, row.departments.length])).toEqual([
      [null, 1],
      [null, 2],
    ]);
  });

  test("見出しはページが変わっても一つ", () => {
    expect(
      plan?.nodes.filter((node) => node.level === "章").map(({ number, name }) => [number, name]),
    ).toEqual([
      ["第1章", "水と緑のまち（環境）"],
      [null, "計画の実現に向けて（運営の指針）"],
    ]);
    const sections = plan?.nodes.filter((node) => node.level === "節" && node.parent === "1");
    expect(sections?.map((node) => node.name)).toEqual(["水辺の整備", "緑を増やす"]);
  });

  test("利用者の文書の内容は残る", () => {
    expect(plan?.nodes.find((node) => node.name === "魚道の設置")?.detail).toBe("魚の道をつくります。");
    expect(plan?.nodes.filter((node) => node.name === "堤防の点検").map((node) => node.detail)).toEqual([
      "堤を見て回ります。",
      "堤を見て回ります。",
    ]);
  });

  test.each([
    [8, "凡例の「A」を「ア」"],
    [25, "第1章 水と縁のまち"],
    [31, "（一部）"],
    [33, "今後の方向性の「A」を「ア」"],
    [41, "総合窓口"],
  ])("%i行の問題を名指しする", (line, said) => {
    expect(
      problems.filter((problem) => problem.line === line).map((problem) => problem.message),
    ).toContainEqual(expect.stringContaining(said));
  });

  test("取り違えた文字は訂正に載る", () => {
    expect(plan?.corrections).toEqual([
      { printed: "A", meant: "ア", where: "8行 今後の方向性の凡例" },
      { printed: "A", meant: "ア", where: "33行 今後の方向性" },
    ]);
  });

  test("どの評価にも読んだ行がある", () => {
    const lines = document.split("\n");
    for (const source of sources) expect(lines[source.line - 1]).toContain(source.token);
    expect(
      sources.filter((source) => source.path.startsWith("assessments/") && source.path.endsWith("進捗区分")),
    ).toHaveLength(7);
  });
});

const section = ["第1章 道", wideHeader, "第1節 市道\t\t", "第1項 舗装\t\t"];
const first = (lines: readonly string[]) => {
  const read = intake([...section, ...lines].join("\n"));
  const [assessment] = read.plan?.assessments ?? [];
  const node = read.plan?.nodes.find((each) => each.id === assessment?.node);
  return {
    count: read.plan?.assessments.length,
    node,
    assessment,
    problems: read.problems.filter(({ message }) => !message.includes("文書から分かりません")),
  };
};

test("文書にない計画期間は、補うように言う", () => {
  expect(problems).toContainEqual({
    severity: "warning",
    line: 1,
    message: "計画期間が文書から分かりません。補ってください。",
  });
});

describe("行が途中で切れている", () => {
  test.each([
    ["名称の途中", ["\t\t舗装の", "打換え\t打ち換えます。\tB\tい\t済み。\tイ\t続ける。\t道路課"]],
    ["内容の途中", ["\t\t舗装の打換え\t打ち", "換えます。\tB\tい\t済み。\tイ\t続ける。\t道路課"]],
    ["自由記述の途中", ["\t\t舗装の打換え\t打ち換えます。\tB\tい\t済", "み。\tイ\t続ける。\t道路課"]],
    ["区分の間", ["\t\t舗装の打換え\t打ち換えます。\tB", "い\t済み。\tイ\t続ける。\t道路課"]],
    ["方向性の後", ["\t\t舗装の打換え\t打ち換えます。\tB\tい\t済み。\tイ\t続", "ける。\t道路課"]],
    ["三行に", ["\t\t舗装の", "打換え\t打ち", "換えます。\tB\tい\t済み。\tイ\t続ける。\t道路課"]],
  ])("%s", (_, lines) => {
    const { count, node, assessment, problems: said } = first(lines);
    expect(count).toBe(1);
    expect(node?.name).toBe("舗装の打換え");
    expect(node?.detail?.replaceAll(" ", "")).toBe("打ち換えます。");
    expect(assessment).toMatchObject({ marks: { 進捗区分: "B", 取組区分: "い", 今後の方向性: ["イ"] } });
    expect(assessment?.departments).toEqual(["道路課"]);
    expect(said).toEqual([]);
  });

  test("所管課が縦に並ぶ", () => {
    const { assessment } = first(["\t\t舗装\t直す。\tB\tい\t済。\tイ\t続。\t道路課", "河川課", "公園課"]);
    expect(assessment?.departments).toEqual(["道路課", "河川課", "公園課"]);
  });

  test("見出しの続きが次の行にある", () => {
    const { plan: read } = intake(
      [
        "第1章 道",
        wideHeader,
        "第1節 市道\t",
        "第1項 道路と橋の",
        "手入れ",
        "\t\t舗装\t直す。\tB\tい\t済。\tイ\t続。\t道路課",
      ].join("\n"),
    );
    expect(read?.nodes.find((node) => node.level === "項")?.name).toBe("道路と橋の手入れ");
  });
});

describe("一行だけの読み方", () => {
  test.each([
    [
      "区分が幾つもある",
      "\t\t舗装\t直す。\tB・C\tい・う\t済。\tア・イ\t続。\t道路課",
      [
        ["B", "C"],
        ["い", "う"],
        ["ア", "イ"],
      ],
    ],
    ["区切りなしの二つ", "\t\t舗装\t直す。\tB\tい\t済。\tアイ\t続。\t道路課", ["B", "い", ["ア", "イ"]]],
    ["片仮名と平仮名の取り違え", "\t\t舗装\t直す。\tB\tイ\t済。\tい\t続。\t道路課", ["B", "い", ["イ"]]],
    ["半角片仮名と全角英字", "\t\t舗装\t直す。\tＢ\tい\t済。\tｲ\t続。\t道路課", ["B", "い", ["イ"]]],
    ["自由記述欄がない", "\t\t舗装\t直す。\tB\tい\tイ\t道路課", ["B", "い", ["イ"]]],
    ["左の空欄が詰められた", "舗装\t直す。\tB\tい\t済。\tイ\t続。\t道路課", ["B", "い", ["イ"]]],
  ])("%s", (_, line, marks) => {
    const { node, assessment } = first([line]);
    expect(node?.name).toBe("舗装");
    expect(Object.values(assessment?.marks ?? {})).toEqual(marks);
    expect(assessment?.departments).toEqual(["道路課"]);
  });

  test.each([
    ["名称も上の行もない", "\t\t\t\tB\tい\t済。\tイ\t続。\t道路課", "名称がなく"],
    ["所管課がない", "\t\t舗装\t直す。\tB\tい\t済。\tイ\t続。\t", "所管課が読み取れません"],
  ])("%sと問題になる", (_, line, said) => {
    const { count, problems: found } = first([line]);
    expect(count).toBe(1);
    expect(found).toContainEqual(
      expect.objectContaining({ line: 6, message: expect.stringContaining(said) }),
    );
  });

  test("区分のない行は読めなかった行になる", () => {
    const { count, problems: found } = first(["\t\t舗装\t直す。\t\t\t済。\t\t続。\t道路課"]);
    expect(count).toBe(0);
    expect(found).toContainEqual(expect.objectContaining({ line: 6 }));
  });

  test("空欄の区分は、ほかの区分を残して問題になる", () => {
    const { assessment, problems: found } = first(["\t\t舗装\t直す。\tB\t\t済。\tイ\t続。\t道路課"]);
    expect(assessment?.marks).toEqual({ 進捗区分: "B", 今後の方向性: ["イ"] });
    expect(found).toContainEqual(
      expect.objectContaining({ line: 6, message: expect.stringContaining("取組区分が読み取れません") }),
    );
  });

  test("見出しの番号が飛んでいる", () => {
    const read = intake(
      [
        "第1章 道",
        narrowHeader,
        "第1節 市道\t",
        "第1項 舗装\t",
        "\t補修\t直す。\tB\tい\t済。\tイ\t続。\t道路課",
        "第3項 橋\t",
      ].join("\n"),
    );
    expect(read.problems).toContainEqual(
      expect.objectContaining({ line: 7, message: expect.stringContaining("次の番号ではありません") }),
    );
  });
});
