/** 引数: keys, years, shapes and errors of every function, called as Excel calls them. */
import * as fc from "fast-check";
import { catalogue } from "../../src/functions/catalogue";
import { type Argument, type CellInput, type Definition, isRefusal } from "../../src/functions/definition";
import { sampleRows } from "../../src/functions/help/sample-tables";
import { forgetWorkbookPlans, setWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import { smallPlan } from "../plan/small-plan";
import { anyArguments, expectSentenceOrValue } from "./any-arguments";

const functionNamed = (id: string): Definition => {
  const found = catalogue.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** All cells of an answer; refusals as `#N/A sentence`. */
async function cells(id: string, ...given: Argument[]): Promise<unknown[][]> {
  const result = await functionNamed(id).run(...given);
  const rows = Array.isArray(result) ? result : [[result]];
  return rows.map((row) => row.map((cell) => (isRefusal(cell) ? `${cell.refused} ${cell.message}` : cell)));
}
const first = async (id: string, ...given: Argument[]): Promise<unknown> =>
  (await cells(id, ...given))[0]?.[0];

const sample = (): CellInput[][] => sampleRows.計画表.map((row) => [...row]);
const errorCell = { type: "Error", basicValue: "#REF!" };

beforeEach(forgetWorkbookPlans);

describe("対象と年度", () => {
  test.each<[Argument, Argument, unknown]>([
    [[["83"]], [["令和3"]], 91.8],
    [83, 2021, 91.8],
    [[["８３"]], [["Ｒ３"]], 91.8],
    [[["経常収支比率（％）"]], [["2021年度"]], 91.8],
    [[["83-1"]], [[44287]], 91.8],
    [[["経常収支比率の改善"]], [["R3"]], 91.8],
    [[["2"]], [["R4"]], "－"],
    [[["83"]], [["令和9"]], "未設定"],
  ])("PLAN.TARGET(%j, %j)", async (key, year, expected) => {
    expect(await first("TARGET", key, year, sample())).toBe(expected);
  });

  test.each<[string, Argument[], RegExp]>([
    ["空白の番号", [[[null]], [["R3"]]], /^#VALUE! 対象のセルが空白です/],
    ["空の文字の番号", [[[""]], [["R3"]]], /^#VALUE! 対象のセルが空白です/],
    ["0 の番号", [[[0]], [["R3"]]], /^#N\/A 「0」は.*空白のセルを指定したとき/],
    ["エラー値の番号", [[[errorCell]], [["R3"]]], /^#VALUE! 対象のセルが #REF! です/],
    [
      "引用符のない文字",
      [[[{ type: "Error", basicValue: "#NAME?" }]], [["R3"]]],
      /^#VALUE! 対象が #NAME\? です。文字なら .* のように半角の " で囲み/,
    ],
    ["TRUE", [[[true]], [["R3"]]], /^#VALUE! 対象が TRUE です/],
    ["TRUE の年度", [[["83"]], [[true]]], /^#VALUE! 「TRUE」は年度として読めません/],
    ["空白の年度", [[["83"]], [[""]]], /^#VALUE! 年度のセルが空白です/],
    ["年でない年度", [[["83"]], [["加須市"]]], /^#VALUE! 「加須市」は年度として読めません/],
    ["知らない番号", [[["999"]], [["R3"]]], /^#N\/A 「999」はこの表にありません。近いもの：「125」/],
    ["年度を対象に", [[["令和3年度"]]], /^#N\/A .*年度を指定するときは、2番目/],
    ["担当課", [[["財政課"]], [["R3"]]], /^#VALUE! 「財政課」は担当課です/],
    ["目標", [[["目標1"]], [["R3"]]], /^#VALUE! 目標1「情報の発信」は目標です/],
    ["省略", [null, [["R3"]]], /^#VALUE! 指標を指定してください/],
  ])("%s", async (_name, [key, year], expected) => {
    expect(await first("TARGET", key, year, sample())).toMatch(expected);
  });

  test("一つに決まらない名には、決まる書き方の候補を挙げる", async () => {
    setWorkbookPlans({ plans: [{ plan: smallPlan(), sheet: "加須市" }], evaluationYear: 2023 });
    expect(await first("TARGET", "公表回数", "R5")).toMatch(/^#VALUE! .*「41-1」＝.*「42-1」＝/);
    expect(await first("TARGET", "125", "R5")).toMatch(/^#VALUE! .*指標が2つ.*「125-1」＝.*「125-2」＝/);
  });

  test("範囲を渡すと同じ形。列の対象と行の年度なら表の形", async () => {
    expect(await cells("TARGET", [["83"], ["1"]], [["R3"]], sample())).toEqual([[91.8], [210]]);
    expect(await cells("TARGET", [["83"], ["1"]], [["R3", "R4"]], sample())).toEqual([
      [91.8, 91.7],
      [210, 220],
    ]);
    expect(await cells("TARGET", [["83", "1"]], [["R3", "R4"]], sample())).toEqual([[91.8, 220]]);
    expect(await first("TARGET", [["83"], ["1"]], [["R3"], ["R4"], ["R3"]], sample())).toMatch(
      /大きさが、ほかの引数/,
    );
  });

  test("評価年度が計画の期間の外なら、当て推量をしない", async () => {
    setWorkbookPlans({ plans: [], evaluationYear: 2030 });
    expect(await first("TARGET", "83", null, "加須市（公表時）")).toMatch(
      /^#VALUE! このブックの評価年度（令和12年度）/,
    );
    setWorkbookPlans({ plans: [], evaluationYear: 2022 });
    expect(await first("TARGET", "83", null, "加須市（公表時）")).toBe(91.7);
    forgetWorkbookPlans();
    expect(await first("TARGET", "83", null, "加須市（公表時）")).toBe(91.4);
  });
});

describe("PLAN.RATE", () => {
  test.each<[Argument[], unknown]>([
    [[189, 210], 0.9],
    [[[[189]], [[210]]], 0.9],
    [[0, 210], 0],
    [[null, 210], "未入力"],
    [["", 210], "未入力"],
    [[189, ""], "判定不能"],
    [[189, "－"], "対象外"],
    [["－", 210], "対象外"],
    [[189, 210, null, ""], "判定不能"],
    [[189, 210, null, null], 0.9],
    [[50, 40, null, "減らす"], 0.8],
    [[4, "3〜5", null, "範囲"], 1],
    [[209.99, 210], 0.999],
    [[210, 210], 1],
    [[420, 210], 2],
    [[11, 13, 10, "増やす", ""], 11 / 13],
    [[10.9, 13, 10, "増", "進捗率"], 0.3],
    [[0.918, 91.8, 89.3, "減らす", "", "％"], "判定不能"],
    [["330千円", 330, "", "減らす", "", "億円"], "判定不能"],
    [["－", 36.9, "", "減らす", "", "％", "将来負担比率"], 1],
    [["実施", "方針検討", "", "", "", "", "", "方針策定｜実施"], 1],
    [["実施", "方針検討", "", "", "", "", "", "方針策定"], "判定不能"],
  ])("%j → %j", async (given, expected) => {
    const answer = await first("RATE", ...given);
    if (typeof expected === "number") expect(answer).toBeCloseTo(expected, 12);
    else expect(answer).toBe(expected);
  });

  test.each<[Argument[], RegExp]>([
    [[errorCell, 210], /^#VALUE! 実績のセルが #REF! です/],
    [[true, 210], /^#VALUE! 実績が TRUE です/],
    [[1, 2, 3, 0], /^#VALUE! 方向「0」は使えません/],
    [[1, 2, 3, "上げる"], /^#VALUE! 方向「上げる」は使えません。「増やす」/],
    [[1, 2, 3, "増やす", "割合"], /^#VALUE! 方法「割合」は使えません/],
    [[1, 2, 3, "増やす", "", 0], /^#VALUE! 単位「0」は使えません/],
    [[1, 2, 3, "増やす", "", "件", 7], /^#VALUE! 指標「7」は使えません/],
  ])("%j は文で知らせる", async (given, expected) => {
    expect(await first("RATE", ...given)).toMatch(expected);
  });

  test("列を渡すと行ごとに", async () => {
    expect(await cells("RATE", [[189], [210], [""]], [[210], [210], [210]])).toEqual([
      [0.9],
      [1],
      ["未入力"],
    ]);
  });

  test("100 % に届かない割合は、小数1桁の % で 100.0 と見えない", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        async (actual, target) => {
          const rate = await first("RATE", actual, target);
          expect(typeof rate).toBe("number");
          if (actual < target) expect(Number((Number(rate) * 100).toFixed(1))).toBeLessThan(100);
          else expect(rate).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});

describe("PLAN.GRADEOF", () => {
  const scale = (): CellInput[][] => sampleRows.尺度表.map((row) => [...row]);
  test.each<[Argument[], unknown]>([
    [[1], "目標達成"],
    [[0.9996], "概ね達成"],
    [[0.7996], "概ね達成"],
    [[0.7994], "やや遅れている"],
    [[0], "大幅に遅れている"],
    [["98.7%"], "概ね達成"],
    [[""], "未入力"],
    [["未入力"], "未入力"],
    [["対象外"], "対象外"],
    [["判定不能（期間中）"], "判定不能（期間中）"],
    [[0.5, "Ａ－Ｅ"], "C"],
    [[1.2, "S-D"], "S"],
    [[0.9, scale()], "順調"],
    [[0.9, scale().slice(1)], "順調"],
    [[0.1, scale()], "遅れ"],
  ])("%j → %s", async (given, expected) => {
    expect(await first("GRADEOF", ...given)).toBe(expected);
  });

  test.each<[Argument[], RegExp]>([
    [["なかなか"], /^#VALUE! 「なかなか」は達成率ではありません/],
    [[1, "松竹梅"], /^#N\/A 「松竹梅」という尺度はありません。使えるのは「4段階」/],
    [[1, [[""]]], /^#VALUE! 尺度のセルが空白です/],
    [
      [
        1,
        [
          ["a", "以上", "x"],
          ["b", "以上", 1],
        ],
      ],
      /^#VALUE! 尺度の表として読めません/,
    ],
    [
      [
        1,
        [
          ["経常収支比率", "令和3年度", 88.9],
          ["実質公債費比率", "", 5.2],
        ],
      ],
      /^#VALUE! 尺度の表として読めません/,
    ],
    [[1, [["達成", "以上"]]], /^#VALUE! 尺度の表として読めません/],
  ])("%j は文で知らせる", async (given, expected) => {
    expect(await first("GRADEOF", ...given)).toMatch(expected);
  });
});

describe("財政指標", () => {
  test.each<[Argument[], unknown]>([
    [["市税収納率", 9870, 10000], 98.7],
    [["市税収納率", [[[9870]], [[10000]]] as never], 98.7],
    [["経常収支比率", 18300, 19000, 1000], 91.5],
    [
      [
        "経常収支比率",
        [
          ["歳入", ""],
          ["経常一般財源", 19000],
          ["臨財債", 1000],
          ["経常経費充当一般財源", 18300],
        ],
      ],
      91.5,
    ],
    [["実質公債費比率（単年度）", 1200, 300, 100, 500, 9000], 10.5],
    [["実質公債費比率", [[8.21, 7.94, 7.83]]], 7.9],
    [
      [
        "実質公債費比率",
        [
          ["元利償還金", 1200, 1200, 1200],
          ["準元利償還金", 300, 300, 300],
          ["特定財源", 100, 100, 100],
          ["算入公債費等", 500, 500, 500],
          ["標準財政規模", 9000, 9000, 9000],
        ],
      ],
      10.5,
    ],
    [["将来負担比率", 3000, 2500, 400, 600, 8000, 500], "－"],
    [
      [
        "経常収支比率",
        [
          ["①経常経費充当一般財源等（千円）", "", 18300],
          ["② 経常一般財源等の額", "", 19000],
          ["③臨時財政対策債", "", 1000],
        ],
      ],
      91.5,
    ],
    [
      [
        "市税収納率",
        [
          ["収入済額", 9870, "確定"],
          ["調定額", 10000, ""],
        ],
      ],
      98.7,
    ],
    [["財政力指数", 72, 100], 0.72],
    [
      [
        "財政力指数",
        [
          ["基準財政収入額", 72],
          ["基準財政需要額", 100],
        ],
      ],
      0.72,
    ],
    [["経常収支比率", "", 19000, 1000], "未入力"],
    [["経常収支比率", 1, 0, 0], "判定不能"],
  ])("PLAN.RATIO %j → %j", async ([name, ...parts], expected) => {
    expect(await first("RATIO", name, ...parts)).toBe(expected);
  });

  test.each<[Argument[], RegExp]>([
    [["経常収支比", 1, 2], /^#N\/A 「経常収支比」という財政指標はありません。近いもの：「経常収支比率」/],
    [["経常収支比率"], /^#VALUE! 要素を指定してください。経常収支比率の要素は、順に経常経費充当一般財源、/],
    [["経常収支比率", 1], /^#VALUE! .*経常一般財源/],
    [["市税収納率", 1, 2, 3], /^#VALUE! 要素が3個あります/],
    [["実質公債費比率", 1200, 300, 100, 500, 9000], /^#VALUE! 3か年分が必要/],
    [["市税収納率", errorCell, 2], /^#VALUE! 「収入済額」のセルが #REF! です/],
    [[[[""]], 1, 2], /^#VALUE! 財政指標のセルが空白です/],
    [
      [
        "市税収納率",
        [
          ["収入済額（千円）", 9870],
          ["調定額（百万円）", 10],
        ],
      ],
      /^#VALUE! 「収入済額（千円）」と「調定額（百万円）」の単位が違います/,
    ],
    [
      [
        "市税収納率",
        [
          ["", "令和4年度", "令和5年度"],
          ["収入済額", 9870, 9900],
          ["調定額", 10000, 10100],
        ],
      ],
      /^#VALUE! 範囲に金額の列が2つあり、どれを使うか決められません/,
    ],
    [["市税収納率", "9,870千円", "10百万円"], /^#VALUE! 単位 不一致：要素の単位が「千円」と「百万円」です/],
    [["市税収納率", "なし", 10000], /^#VALUE! 「収入済額」が数値でない/],
    [["実質公債費比率", 8.21, 7.94, 7.83], /単年度の比率を3つ渡すときは、1つの範囲/],
  ])("PLAN.RATIO %j は文で知らせる", async ([name, ...parts], expected) => {
    expect(await first("RATIO", name, ...parts)).toMatch(expected);
  });

  test.each<[Argument[], unknown]>([
    [["実質公債費比率", "早期健全化"], 25],
    [["実質公債費比率", "財政再生"], 35],
    [["将来負担比率", "早期健全化基準"], 350],
    [["将来負担比率", "財政再生"], "対象外"],
    [["実質赤字比率", "早期健全化", 50], 15],
    [["連結実質赤字比率", "早期健全化", 600], 16.25],
  ])("PLAN.LIMIT %j → %j", async (given, expected) => {
    expect(await first("LIMIT", ...given)).toBe(expected);
  });

  test.each<[Argument[], RegExp]>([
    [["実質公債費比率", "黄色"], /^#N\/A 「黄色」という区分はありません。使えるのは「早期健全化」/],
    [["実質赤字比率", "早期健全化"], /^#VALUE! 標準財政規模 未入力：.*3番目の引数に億円の数を/],
    [["実質赤字比率", "早期健全化", 22_000_000], /^#VALUE! .*千円の値なら100000で/],
    [["実質赤字比率", "早期健全化", true], /^#VALUE! 標準財政規模が TRUE です/],
    [["資金不足比率", "起債許可"], /^#VALUE! .*このアドインには入っていません/],
    [["公債費", "早期健全化"], /^#N\/A 「公債費」という財政指標はありません/],
  ])("PLAN.LIMIT %j は文で知らせる", async (given, expected) => {
    expect(await first("LIMIT", ...given)).toMatch(expected);
  });
});

describe("どの関数も", () => {
  test.each(catalogue.map((definition) => [definition.id, definition] as const))(
    "PLAN.%s は何を渡しても例外を出さず、NaN も無限大も返さない",
    async (_id, definition) => {
      await fc.assert(
        fc.asyncProperty(anyArguments, (given) => expectSentenceOrValue(definition, given)),
        { numRuns: 60 },
      );
    },
  );
});
