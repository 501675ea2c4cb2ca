/** A selected range as a plan: guesses, changes, and what the reader makes of the result. */
import { intake } from "../../src/intake";
import {
  type Cell,
  columnProblems,
  guessColumns,
  headerRow,
  tableText,
} from "../../src/sheets/selection/columns";

const kinds = (values: Cell[][]) => guessColumns(values).choices.map(({ kind }) => kind);

describe("見出しから列の意味を当てる", () => {
  test.each<[string, Cell[][], string[]]>([
    [
      "知っている見出し",
      [["施策", "取組項目", "担当課", "指標", "単位", "目標値 令和6年度", "実績値 令和6年度"]],
      ["level", "level", "departments", "indicator", "unit", "target", "actual"],
    ],
    [
      "題名の行が上にある",
      [
        ["取組一覧", "", ""],
        ["取組名", "所管課", "R6目標"],
      ],
      ["level", "departments", "target"],
    ],
    [
      "見出しが知らない言葉でも、中身が課の名前なら担当課",
      [
        ["やること", "やる人"],
        ["公園の清掃", "公園課"],
        ["道路の点検", "道路課"],
      ],
      ["level", "departments"],
    ],
    [
      "空白で続く見出しの列の次に、行ごとに違う名前の列",
      [
        ["分野", "やること", "担当", "Ｒ６目標", "メモ"],
        ["公園", "花だんの植え替え", "みどり課", 4, "春と秋"],
        ["", "遊具の点検", "みどり課", 120, ""],
        ["道路", "街路灯の交換", "道路課", 35, "済んだ"],
      ],
      ["level", "level", "departments", "target", "skip"],
    ],
    [
      "数の上の「目標」は、年度を尋ねる目標値",
      [
        ["事業", "担当", "目標"],
        ["公園の清掃", "公園課", "１２"],
        ["道路の点検", "道路課", "８"],
      ],
      ["level", "departments", "target"],
    ],
    [
      "言葉の上の「目標」は、階層",
      [
        ["目標", "事業", "担当"],
        ["安全なまち", "道路の点検", "道路課"],
      ],
      ["level", "level", "departments"],
    ],
    [
      "見出しのない表",
      [
        ["公園の清掃", "公園課", 12],
        ["道路の点検", "道路課", 8],
      ],
      ["level", "departments", "skip"],
    ],
    [
      "年度が行ごとの表",
      [["取組名", "年度", "目標値", "実績値"]],
      ["level", "year", "targetOfRow", "actualOfRow"],
    ],
    [
      "判定の表。計算で出る列と、ID・備考は取り込まない",
      [["ID", "取組名", "進捗区分", "取組区分", "今後の方向性", "達成率", "備考"]],
      ["skip", "level", "progressMark", "workMark", "courseMark", "skip", "skip"],
    ],
    [
      "言葉の一部が見出しにある",
      [
        ["整理番号（仮）", "重点指標（仮）", "実施する事業（仮）"],
        [1, "回数", "清掃"],
      ],
      ["number", "indicator", "level"],
    ],
    ["行によって長さが違う", [["取組名", "担当課"], ["清掃"], ["点検", "道路課"]], ["level", "departments"]],
    ["何も分からない数字だけの表", [[1, 2]], ["skip", "skip"]],
    ["空の範囲", [[""]], ["skip"]],
  ])("%s", (_name, values, expected) => expect(kinds(values)).toEqual(expected));

  test("年度は見出しから読む", () => {
    const { choices } = guessColumns([["取組", "目標値（令和６年度）"]]);
    expect(choices[1]).toMatchObject({ kind: "target", year: "令和6年度" });
  });

  test("見出しの行", () => {
    expect(
      headerRow([
        ["取組項目", "担当課"],
        ["公園の清掃", "公園課"],
      ]),
    ).toBe(0);
    expect(headerRow([["令和6年度　取組一覧"], ["取組項目", "担当課"]])).toBe(1);
    expect(
      headerRow([
        [1, 2],
        [3, 4],
      ]),
    ).toBe(-1);
  });
});

describe("足りないものを言葉で言う", () => {
  test("項目の名前の列がない", () => {
    expect(columnProblems(guessColumns([[1, 2]]))).toEqual([
      "項目の名前の列がありません。どれかの列を「階層・項目の名前」にしてください。",
    ]);
  });
  test("年度の読めない目標値、二つある担当課、年度の列のない「行の年度」", () => {
    const choice = { level: "", year: "" };
    const problems = columnProblems({
      header: 0,
      choices: [
        { ...choice, kind: "level", level: "取組" },
        { ...choice, kind: "target", year: "来年" },
        { ...choice, kind: "departments" },
        { ...choice, kind: "departments" },
        { ...choice, kind: "actualOfRow" },
      ],
    });
    expect(problems).toHaveLength(3);
  });
});

describe("直した表を計画として読む", () => {
  const values: Cell[][] = [
    ["取組一覧（案）", "", "", "", ""],
    ["やること", "やる人", "はかるもの", "", "めざす値"],
    ["公園の清掃", "公園課", "清掃回数", "回", 12],
    ["道路の点検", "道路課・管財課", "点検箇所数", "箇所", "１以上"],
  ];

  test("人が選んだ列の意味で読まれる", () => {
    const guessed = guessColumns(values, 1);
    const columns = {
      ...guessed,
      choices: guessed.choices.map((choice, at) =>
        at === 2
          ? { ...choice, kind: "indicator" as const }
          : at === 4
            ? { ...choice, kind: "target" as const, year: "R6" }
            : choice,
      ),
    };
    expect(columnProblems(columns)).toEqual([]);
    const { plan, kind } = intake(tableText(values, columns));
    expect(kind).toBe("csv");
    expect(plan?.nodes.map(({ name, departments }) => [name, departments])).toEqual([
      ["公園の清掃", ["公園課"]],
      ["道路の点検", ["道路課", "管財課"]],
    ]);
    expect(plan?.indicators.map(({ name, unit, targets }) => [name, unit, targets])).toEqual([
      ["清掃回数", "回", { 2024: "12" }],
      ["点検箇所数", "箇所", { 2024: "1以上" }],
    ]);
  });

  test("名のない階層は、下から取組項目・見出しと呼ばれる", () => {
    const levels = guessColumns([
      ["やること（大）", "やること（小）"],
      ["公園の整備", "花だん"],
      ["公園の整備", "遊具"],
    ]).choices.map(({ level }) => level);
    expect(levels).toEqual(["見出し1", "取組項目"]);
  });

  test("読めない年度は、書いたまま渡す", () => {
    const choices = [
      { kind: "level" as const, level: "取組", year: "" },
      { kind: "target" as const, level: "", year: "来年" },
      { kind: "skip" as const, level: "", year: "" },
    ];
    expect(tableText([["清掃", 5, "メモ"]], { header: -1, choices })).toBe(
      "階層1:取組\t目標値 来年\n清掃\t5",
    );
  });

  test("名前だけの一列の表も計画になる", () => {
    const text = tableText(
      [["取組項目"], ["公園の清掃"], ["道路の点検"]],
      guessColumns([["取組項目"], ["公園の清掃"]]),
    );
    expect(intake(text).plan?.nodes.map(({ name }) => name)).toEqual(["公園の清掃", "道路の点検"]);
  });

  test("改行や引用符、タブのあるセルも一つのセルのまま", () => {
    const name = '公園の\n"清掃"\tと点検';
    const text = tableText(
      [
        ["取組項目", "担当課"],
        [name, "公園課"],
      ],
      guessColumns([["取組項目", "担当課"]]),
    );
    const { plan } = intake(text);
    expect(plan?.nodes).toHaveLength(1);
    expect(plan?.nodes[0]?.departments).toEqual(["公園課"]);
  });
});
