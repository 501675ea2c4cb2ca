/** 読み戻し: 人が表に何をしても、打ち込んだものは打ち込んだまま計画になり、読めないものは場所とともに知らされる. */

import type { Plan } from "../../src/plan/plan";
import type { CellValue } from "../../src/sheets/cell-values";
import { RETIRED_MARK } from "../../src/sheets/plan-cells";
import { readPlanTable } from "../../src/sheets/reading/plan-table";
import { matrixOf } from "./matrix";
import { smallPlan } from "./small-plan";

const origin = { sheet: "見本市", row: 3, column: 0 };

/** The small plan's table after a person changed cells: [row id, header, value]. */
function changed(
  changes: readonly (readonly [string, string, CellValue])[],
  plan: Plan = smallPlan,
  base: Plan | null = plan,
) {
  const matrix = matrixOf(plan);
  const [header = []] = matrix;
  for (const [id, column, value] of changes) {
    const row = matrix.find((cells) => cells[0] === id);
    if (row === undefined || !header.includes(column)) throw new Error(`${id} ${column} がない`);
    row[header.indexOf(column)] = value;
  }
  const reading = readPlanTable(matrix, { base, origin });
  if (reading === null) throw new Error("読めない");
  return reading;
}

const indicatorOf = ({ plan }: ReturnType<typeof changed>, id: string) =>
  plan.indicators.find((each) => each.id === id);
const nodeOf = ({ plan }: ReturnType<typeof changed>, id: string) =>
  plan.nodes.find((each) => each.id === id);
const messagesOf = ({ problems }: ReturnType<typeof changed>) =>
  problems.map(({ address, severity, message }) => [address, severity, message.slice(0, 24)]);

describe("値の書き方", () => {
  test.each<[string, CellValue, string]>([
    ["数", 15, "15"],
    ["二進の端数", 0.1 + 0.2, "0.3"],
    ["大きな数", 1e21, "1000000000000000000000"],
    ["全角", "１，２００", "1,200"],
    ["円の付いた数", "1200円", "1200円"],
    ["▲", "▲30", "▲30"],
    ["％", "50％", "50％"],
    ["言葉", "実施", "実施"],
    ["はい・いいえ", true, "TRUE"],
    ["いいえ", false, "FALSE"],
    ["前後の空白", " 15 ", "15"],
  ])("%s", (_name, typed, read) => {
    expect(indicatorOf(changed([["1-1", "実績値 令和3年度", typed]]), "1-1")?.actuals).toEqual({
      "2021": read,
    });
  });

  test("数値の目標に言葉の実績は、そのまま残して場所を知らせる", () => {
    const reading = changed([["1-1", "実績値 令和3年度", "だいたい"]]);
    expect(messagesOf(reading)).toEqual([
      ["見本市!S5", "warning", "「だいたい」を数として読めません。数だけを入力し"],
    ]);
  });

  test("実績値のエラーは、一度だけ知らせる", () => {
    const reading = changed([["1-1", "実績値 令和3年度", "#N/A"]]);
    expect(messagesOf(reading)).toEqual([
      ["見本市!S5", "error", "セルが #N/A になっています。値を入力し直し"],
    ]);
  });

  test("エラーのセルは値として読まず、場所を知らせる", () => {
    const reading = changed([
      ["1-1", "実績値 令和3年度", "#DIV/0!"],
      ["1-1", "目標値 令和3年度", "#REF!"],
      ["1-1", "指標", "#NAME?"],
    ]);
    expect(reading.problems.map(({ address }) => address)).toEqual(
      expect.arrayContaining(["見本市!S5", "見本市!R5", "見本市!H5"]),
    );
    expect(indicatorOf(reading, "1-1")).toMatchObject({ name: "", actuals: { "2021": "#DIV/0!" } });
    expect(indicatorOf(reading, "1-1")?.targets["2021"]).toBeUndefined();
  });
});

describe("決まった言葉の列", () => {
  test.each([
    ["方向", "減少", { direction: "down" }],
    ["方向", "→", { direction: "keep" }],
    ["方向", "", { direction: null }],
    ["方法", "進捗率", { method: "進捗率" }],
    ["累計", "〇", { cumulative: true }],
    ["種別", "KGI", { kind: "KGI" }],
    ["注記", "途中から", { note: "途中から" }],
    ["単位", "部", { unit: "部" }],
    ["基準年度", "R2", { baseline: { year: 2020, text: "10" } }],
    ["基準値", 11, { baseline: { year: 2019, text: "11" } }],
  ])("%s に「%s」", (column, typed, expected) => {
    const reading = changed([["1-1", column, typed]]);
    expect(indicatorOf(reading, "1-1")).toMatchObject(expected);
    expect(reading.problems).toEqual([]);
  });

  test.each([
    ["方向", "ななめ", "増やす・減らす・維持・範囲"],
    ["方法", "目分量", "達成率 か 進捗率"],
    ["累計", "たぶん", "○ か空白"],
    ["基準年度", "ずっと前", "年度として読めません"],
  ])("%s に「%s」は、読めないと言う", (column, typed, words) => {
    const reading = changed([["1-1", column, typed]]);
    expect(reading.problems).toMatchObject([
      { severity: "warning", message: expect.stringContaining(words) },
    ]);
  });

  test("基準値と基準年度を消すと、基準はなくなる", () => {
    const reading = changed([
      ["1-1", "基準値", ""],
      ["1-1", "基準年度", ""],
    ]);
    expect(indicatorOf(reading, "1-1")?.baseline).toBeNull();
  });
});

describe("見出しと取組", () => {
  const level = "階層2 施策";
  test("すべての行で名前を変えた見出しは、同じ見出しのまま改名される", () => {
    const reading = changed(["1-1", "1-2", "2-1"].map((id) => [id, level, "(1) 公開と共有"] as const));
    expect(nodeOf(reading, "施策1")).toMatchObject({ number: "(1)", name: "公開と共有", parent: "目標1" });
    expect(reading.plan.nodes).toHaveLength(smallPlan.nodes.length);
  });

  test("番号ごと変えた見出し、番号のない見出しも改名される", () => {
    const rename = (words: string) => changed(["1-1", "1-2", "2-1"].map((id) => [id, level, words] as const));
    expect(nodeOf(rename("（２） 共有"), "施策1")).toMatchObject({ number: "（２）", name: "共有" });
    expect(nodeOf(rename("共有"), "施策1")).toMatchObject({ number: null, name: "共有" });
  });

  test("一部の行だけで変えれば、その取組が新しい見出しの下に移る", () => {
    const reading = changed([["2-1", level, "(2) 新しい施策"]]);
    expect(nodeOf(reading, "2")?.parent).toBe("目標1／(2) 新しい施策");
    expect(nodeOf(reading, "1")?.parent).toBe("施策1");
  });

  test("別の見出しの言葉にすれば、その見出しの下に移る", () => {
    const reading = changed([
      ["2-1", "階層1 目標", "2 財政"],
      ["2-1", level, "(1) 健全な財政"],
    ]);
    expect(nodeOf(reading, "2")?.parent).toBe("施策2");
  });

  test("取組の名前・番号・担当課・備考を変える", () => {
    const reading = changed([
      ["2-1", "階層3 取組項目", "ごみの減量"],
      ["2-1", "番号", "12"],
      ["2-1", "担当課", "環境課，財政課"],
      ["2-1", "計画の備考", "見直し中"],
      ["3-1", "計画の備考", "あり"],
    ]);
    expect(nodeOf(reading, "2")).toMatchObject({
      name: "ごみの減量",
      number: "12",
      departments: ["環境課", "財政課"],
      remark: true,
      remarkText: "見直し中",
    });
    expect(nodeOf(reading, "3")).toMatchObject({ remark: true });
    expect(nodeOf(changed([["2-1", "計画の備考", ""]]), "2")).toMatchObject({ remark: false });
  });

  test("空にした見出しと名前は、元のまま扱うと知らせる", () => {
    const reading = changed([
      ["2-1", level, ""],
      ["3-1", "階層3 取組項目", ""],
    ]);
    expect(reading.plan.nodes).toEqual(smallPlan.nodes);
    expect(reading.problems.map(({ message }) => message.slice(0, 8))).toEqual([
      "見出しが空です。",
      "取組の名前が空で",
    ]);
  });
});

describe("足した行と消した行", () => {
  const withRows = (rows: readonly Record<string, CellValue>[], base: Plan | null = smallPlan) => {
    const matrix = matrixOf(smallPlan);
    const [header = []] = matrix;
    for (const row of rows) matrix.push(header.map((name) => row[String(name)] ?? ""));
    const reading = readPlanTable(matrix, { base, origin });
    if (reading === null) throw new Error("読めない");
    return reading;
  };
  const place = { "階層1 目標": "2 財政", "階層2 施策": "(1) 健全な財政", "階層3 取組項目": "基金の積立" };

  test("ID のない行は計画の一部になり、番号と指標から名が付く", () => {
    const reading = withRows([
      { ...place, 番号: "7", 担当課: "財政課", 指標: "残高", 単位: "円", "目標値 令和3年度": 100 },
      { ...place, 番号: "7", 指標: "件数", "目標値 令和3年度": 3 },
    ]);
    expect(reading.plan.indicators.slice(-2).map(({ id, node, name }) => [id, node, name])).toEqual([
      ["追加-7-残高", "7", "残高"],
      ["追加-7-件数", "7", "件数"],
    ]);
    expect(nodeOf(reading, "7")).toMatchObject({ parent: "施策2", departments: ["財政課"], number: "7" });
    expect([...reading.unnamed]).toEqual([
      [8, "追加-7-残高"],
      [9, "追加-7-件数"],
    ]);
  });

  test("すでにある取組の下に足した指標は、その取組のもの", () => {
    const reading = withRows([
      {
        "階層1 目標": "1 広報",
        "階層2 施策": "(1) 情報の公開",
        "階層3 取組項目": "広報紙の発行",
        指標: "読者数",
        "実績値 令和3年度": 9,
      },
    ]);
    expect(reading.plan.indicators.at(-1)).toMatchObject({
      node: "1",
      name: "読者数",
      actuals: { "2021": "9" },
    });
  });

  test("階層も指標の名もない値の行は、直し方とともに知らされ、値は失われない", () => {
    const reading = withRows([{ "実績値 令和3年度": 9 }]);
    expect(reading.plan.indicators.at(-1)).toMatchObject({ name: "", actuals: { "2021": "9" } });
    expect(reading.problems.filter(({ severity }) => severity === "error")).toHaveLength(2);
  });

  test("同じ ID の行は、あとの行が新しい行になる", () => {
    const reading = withRows([{ ...place, ID: "1-1", 指標: "写し", "実績値 令和3年度": 5 }]);
    expect(indicatorOf(reading, "1-1（2）")).toMatchObject({ name: "写し", actuals: { "2021": "5" } });
    expect(indicatorOf(reading, "1-1")?.actuals).toBeUndefined();
  });

  test("空の行は飛ばし、計画から外れた印の行は外れた行として残す", () => {
    const reading = withRows([{}, { ID: "9", 計画の備考: `${RETIRED_MARK}（2022/4/1）` }]);
    expect([reading.plan.indicators.length, reading.retired]).toEqual([4, ["9"]]);
  });

  test("消した行は分かり、その取組は計画にない", () => {
    const matrix = matrixOf(smallPlan).filter(([id]) => id !== "3-1");
    const reading = readPlanTable(matrix, { base: smallPlan });
    expect(reading?.missing.map(({ id }) => id)).toEqual(["3-1"]);
    expect(reading?.plan.nodes.some(({ id }) => id === "3")).toBe(false);
  });

  test("元の行を消した再掲、元のない再掲は、そう知らされる", () => {
    const gone = readPlanTable(
      matrixOf(smallPlan).filter(([id]) => !["1-1", "1-2"].includes(String(id))),
      { base: smallPlan, origin },
    );
    expect(gone?.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("元の行がありません"),
    ]);
    const wrong = withRows([{ ...place, 再掲元: "どこにもない" }]);
    expect(wrong.problems.at(-1)?.message).toContain("再掲元「どこにもない」の行が見つかりません");
    const right = withRows([{ ...place, ID: "8", 再掲元: "3-1" }]);
    expect(right.plan.nodes.find(({ name }) => name === "基金の積立")).toMatchObject({ sameAs: "3" });
  });

  test("控えがなくても、足した行・再掲・階層の空いた行を読む", () => {
    const reading = withRows(
      [{ ...place, ID: "9-1", 番号: "9", 指標: "残高", "目標値 令和3年度": 100 }],
      null,
    );
    expect(reading.plan.nodes.find(({ id }) => id === "9")).toMatchObject({ name: "基金の積立" });
    expect(reading.plan.nodes.find(({ id }) => id === "4")).toMatchObject({ sameAs: "1" });
  });
});

describe("列", () => {
  test("二つある列は左を読み、ない列は読み込んだときの内容で補い、どちらも知らせる", () => {
    const matrix = matrixOf(smallPlan);
    const at = (matrix[0] ?? []).indexOf("単位");
    const reading = readPlanTable(
      matrix.map((row) => [...row.filter((_, position) => position !== at), row[1] ?? ""]),
      { base: smallPlan, origin },
    );
    expect(reading?.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("列が二つあります"),
      expect.stringContaining("「単位」の列がありません"),
    ]);
    expect(reading?.plan).toEqual(smallPlan);
  });

  test.each([
    ["全角と空白", "実績値　令和３年度"],
    ["かっこ", "実績（R3）"],
    ["西暦", "実績値 2021年度"],
    ["年度が先", "R3実績"],
    ["年度が先で「の」が付く", "令和３年度の実績値"],
  ])("見出しの書き方が違っても同じ列: %s", (_name, header) => {
    const matrix = matrixOf(smallPlan);
    const [titles = []] = matrix;
    const position = titles.indexOf("実績値 令和3年度");
    titles[position] = header;
    const row = matrix[1] ?? [];
    row[position] = 7;
    expect(readPlanTable(matrix, { base: smallPlan })?.plan.indicators[0]?.actuals).toEqual({ "2021": "7" });
  });

  test.each(["令和3年度評価", "前年度実績", "最終目標"])("「%s」は、人の列のまま", (header) => {
    const matrix = matrixOf(smallPlan).map((row, at) => [...row, at === 0 ? header : "よい"]);
    const reading = readPlanTable(matrix, { base: smallPlan });
    expect(reading?.plan).toEqual(smallPlan);
    expect(reading?.problems).toEqual([]);
  });

  test("実績値の見出しを読めない言葉に書き換えたら、入力が読めないことと、戻し方を言う", () => {
    const matrix = matrixOf(smallPlan);
    const [titles = []] = matrix;
    titles[titles.indexOf("実績値 令和3年度")] = "今年の数字";
    expect(readPlanTable(matrix, { base: smallPlan })?.problems).toMatchObject([
      {
        severity: "error",
        message:
          "「実績値 令和3年度」の列がありません。ここに入力したことは読めず、未入力として扱います。見出しを書き換えたときは、「実績値 令和3年度」に戻してください。",
      },
    ]);
  });

  test("計画の見出しのない表は、計画ではない", () => {
    expect(
      readPlanTable(
        [
          ["氏名", "年齢"],
          ["加藤", 40],
        ],
        { base: null },
      ),
    ).toBeNull();
    expect(readPlanTable([], { base: null })).toBeNull();
  });
});

describe("判定", () => {
  const judged: Plan = {
    ...smallPlan,
    expects: { level: "取組項目", departments: true, targets: "none" },
    indicators: [],
    assessments: [
      { node: "1", marks: { 進捗区分: "A", 今後の方向性: ["ア", "イ"] }, departments: ["広報課"] },
      { node: "1", marks: { 進捗区分: "B" }, departments: ["財政課"] },
    ],
  };

  test("選び直した記号、足した記号、消した記号", () => {
    const reading = changed(
      [
        ["1", "進捗区分", "C"],
        ["1", "今後の方向性", "ウ"],
        ["1#2", "進捗区分", "B、C"],
        ["1#2", "今後の方向性", "ア"],
        ["1#2", "担当課", "会計課"],
        ["2", "進捗区分", "D"],
      ],
      judged,
    );
    expect(reading.plan.assessments).toEqual([
      { node: "1", marks: { 進捗区分: "C", 今後の方向性: ["ウ"] }, departments: ["広報課"] },
      { node: "1", marks: { 進捗区分: ["B", "C"], 今後の方向性: ["ア"] }, departments: ["会計課"] },
      { node: "2", marks: { 進捗区分: "D" }, departments: ["広報課", "財政課"] },
    ]);
    expect(changed([["1", "進捗区分", ""]], judged).plan.assessments[0]?.marks).toEqual({
      今後の方向性: ["ア", "イ"],
    });
  });
});
