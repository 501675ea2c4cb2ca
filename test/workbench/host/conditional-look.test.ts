/** Which cells a conditional format colours, as Excel judges its rules. */
import { createConditionalLooks } from "../../../src/workbench/host/conditional/look";
import { openWorkbook } from "../../helpers/workbook";

type Adds = (range: Excel.Range) => void;

const colour = "#FFC7CE";

/** The cells of the range that the rule colours, by address. */
async function coloured(values: unknown[][], address: string, add: Adds): Promise<string[]> {
  const book = await openWorkbook();
  await book.write(`A1:${String.fromCharCode(64 + (values[0]?.length ?? 1))}${values.length}`, values);
  await book.run(async (context) => {
    add(context.workbook.worksheets.getActiveWorksheet().getRange(address));
  });
  const now = book.host.book();
  const { look } = createConditionalLooks()(now, now.activeSheet);
  const found: string[] = [];
  values.forEach((line, row) =>
    line.forEach((_, column) => {
      if (look(row, column)?.fillColor === colour)
        found.push(`${String.fromCharCode(65 + column)}${row + 1}`);
    }),
  );
  return found;
}

const cellValue =
  (rule: Excel.ConditionalCellValueRule): Adds =>
  (range) => {
    const { cellValue: format } = range.conditionalFormats.add("CellValue");
    format.format.fill.color = colour;
    format.rule = rule;
  };
const custom =
  (formula: string): Adds =>
  (range) => {
    const { custom: format } = range.conditionalFormats.add("Custom");
    format.format.fill.color = colour;
    format.rule.formula = formula;
  };
const preset =
  (criterion: Excel.ConditionalFormatPresetCriterion | string): Adds =>
  (range) => {
    const { preset: format } = range.conditionalFormats.add("PresetCriteria");
    format.format.fill.color = colour;
    format.rule = { criterion } as Excel.ConditionalPresetCriteriaRule;
  };
const text =
  (operator: string, wanted: string): Adds =>
  (range) => {
    const { textComparison } = range.conditionalFormats.add("ContainsText");
    textComparison.format.fill.color = colour;
    textComparison.rule = { operator, text: wanted } as Excel.ConditionalTextComparisonRule;
  };
const top =
  (type: string, rank: number): Adds =>
  (range) => {
    const { topBottom } = range.conditionalFormats.add("TopBottom");
    topBottom.format.fill.color = colour;
    topBottom.rule = { type, rank } as Excel.ConditionalTopBottomRule;
  };

const grades = [["目標達成"], ["やや遅れている"], [""], ["目標達成 "]];
const numbers = [[5], [10], [""], [15], ["10"]];

test.each<[string, unknown[][], string, Adds, string[]]>([
  ["評価が同じ文字", grades, "A1:A4", cellValue({ formula1: '="目標達成"', operator: "EqualTo" }), ["A1"]],
  [
    "大文字と小文字は同じ",
    [["abc"], ["ABD"]],
    "A1:A2",
    cellValue({ formula1: '="ABC"', operator: "EqualTo" }),
    ["A1"],
  ],
  [
    "より小さい：空白は0として",
    numbers,
    "A1:A4",
    cellValue({ formula1: "=6", operator: "LessThan" }),
    ["A1", "A3"],
  ],
  [
    "文字は数より大きい",
    [["字"], [99]],
    "A1:A2",
    cellValue({ formula1: "=100", operator: "GreaterThan" }),
    ["A1"],
  ],
  [
    "次の間、逆に書かれていても",
    numbers,
    "A1:A4",
    cellValue({ formula1: "=12", formula2: "=4", operator: "Between" }),
    ["A1", "A2"],
  ],
  [
    "ほかのセルと比べ、行ごとにずれる",
    [
      [1, 2],
      [3, 2],
    ],
    "A1:A2",
    cellValue({ formula1: "=B1", operator: "GreaterThan" }),
    ["A2"],
  ],
  [
    "誤りの値には当てはまらない",
    [["=1/0"], [1]],
    "A1:A2",
    cellValue({ formula1: "=0", operator: "NotEqualTo" }),
    ["A2"],
  ],
  [
    "目標があるのに実績がない",
    [
      ["", 10],
      [9, 10],
      ["", ""],
    ],
    "A1:A3",
    custom('=AND(A1="",B1<>"")'),
    ["A1"],
  ],
  [
    "数式の列を固定",
    [
      [1, 0],
      [0, 1],
    ],
    "A1:B2",
    custom("=$A1=1"),
    ["A1", "B1"],
  ],
  ["数式が誤りなら色は付かない", [[1], [2]], "A1:A2", custom("=1/(A1-1)"), ["A2"]],
  ["空白", [["a"], [""], [" "]], "A1:A3", preset("Blanks"), ["A2", "A3"]],
  ["空白以外", [["a"], [""]], "A1:A2", preset("NonBlanks"), ["A1"]],
  ["重複", [["甲"], ["乙"], ["甲"], [""]], "A1:A4", preset("DuplicateValues"), ["A1", "A3"]],
  ["一意", [["甲"], ["乙"], ["甲"], [""]], "A1:A4", preset("UniqueValues"), ["A2"]],
  ["平均より上", [[1], [2], [6]], "A1:A3", preset("AboveAverage"), ["A3"]],
  ["文字を含む", [["財政課"], ["企画課"]], "A1:A2", text("Contains", "財政"), ["A1"]],
  ["文字を含まない", [["財政課"], ["企画課"]], "A1:A2", text("NotContains", "財政"), ["A2"]],
  ["文字で始まる", [["課長"], ["財政課"]], "A1:A2", text("BeginsWith", "課"), ["A1"]],
  ["文字で終わる", [["課長"], ["財政課"]], "A1:A2", text("EndsWith", "課"), ["A2"]],
  ["上位2件", [[1], [9], [5], [7]], "A1:A4", top("TopItems", 2), ["A2", "A4"]],
  ["下位50%", [[1], [9], [5], [7]], "A1:A4", top("BottomPercent", 50), ["A1", "A3"]],
])("%s", async (_name, values, address, add, expected) => {
  expect(await coloured(values, address, add)).toEqual(expected);
});

test("先に足した規則が勝ち、足りないところだけ後の規則が補う", async () => {
  const book = await openWorkbook();
  await book.write("A1:A1", [[1]]);
  await book.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    const { custom: first } = conditionalFormats.add("Custom");
    first.rule.formula = "=TRUE";
    first.format.fill.color = "#00FF00";
    const { custom: second } = conditionalFormats.add("Custom");
    second.rule.formula = "=TRUE";
    second.format.fill.color = "#0000FF";
    second.format.font.bold = true;
  });
  const now = book.host.book();
  // Excel puts a new rule in front of the older ones.
  const look = createConditionalLooks()(now, now.activeSheet).look(0, 0);
  expect(look?.bold).toBe(true);
  expect(["#00FF00", "#0000FF"]).toContain(look?.fillColor);
});

test("書き換えれば判定も変わり、選ぶだけでは数え直さない", async () => {
  const book = await openWorkbook();
  await book.write("A1:A1", [[1]]);
  await book.run(async (context) => {
    custom("=A1>5")(context.workbook.worksheets.getActiveWorksheet().getRange("A1"));
  });
  const looks = createConditionalLooks();
  const sheet = book.host.book().activeSheet;
  const first = looks(book.host.book(), sheet);
  expect(first.look(0, 0)).toBeUndefined();
  await book.host.applyUserEdit({ kind: "select", sheet, area: { top: 3, left: 0, bottom: 3, right: 0 } });
  expect(looks(book.host.book(), sheet)).toBe(first);
  await book.write("A1:A1", [[6]]);
  expect(looks(book.host.book(), sheet).look(0, 0)?.fillColor).toBe(colour);
});

describe("カラー スケール", () => {
  const shades = async (criteria?: Excel.ConditionalColorScaleCriteria) => {
    const book = await openWorkbook();
    await book.write("A1:A5", [[0], [25], [50], [100], ["文字"]]);
    await book.run(async (context) => {
      const scale = context.workbook.worksheets
        .getItem("Sheet1")
        .getRange("A1:A5")
        .conditionalFormats.add("ColorScale");
      if (criteria) scale.colorScale.criteria = criteria;
    });
    const now = book.host.book();
    const { look } = createConditionalLooks()(now, now.activeSheet);
    return [0, 1, 2, 3, 4].map((row) => look(row, 0)?.fillColor);
  };

  test("二色：いちばん小さい値から大きい値へ混ぜ、文字には付けない", async () => {
    expect(
      await shades({
        minimum: { type: "LowestValue", color: "#000000" },
        maximum: { type: "HighestValue", color: "#FFFFFF" },
      }),
    ).toEqual(["#000000", "#404040", "#808080", "#FFFFFF", undefined]);
  });

  test("三色：中の点を挟む。端の外は端の色", async () => {
    expect(
      await shades({
        minimum: { type: "Number", formula: "25", color: "#FF0000" },
        midpoint: { type: "Percent", formula: "50", color: "#FFFF00" },
        maximum: { type: "Number", formula: "=40+35", color: "#00FF00" },
      }),
    ).toEqual(["#FF0000", "#FF0000", "#FFFF00", "#00FF00", undefined]);
  });

  test("何も決めなければ Excel の最初の三色", async () => {
    expect((await shades())[0]).toBe("#F8696B");
    expect((await shades())[3]).toBe("#63BE7B");
  });
});
