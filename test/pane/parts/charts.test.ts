/** 図と表の部品: 折り返し、棒の割り付け、貼り付けられる表. */
import fc from "fast-check";
import { segmentsOf, stackedLayout } from "../../../src/pane/parts/charts/stacked-layout";
import { patternOf } from "../../../src/pane/parts/charts/pattern";
import { flowed, widthOf, wrapped } from "../../../src/pane/parts/charts/wrapped";
import { tsvOf } from "../../../src/pane/parts/table-data";

describe("折り返し", () => {
  test.each([
    ["収まる言葉は一行", "広聴の推進", 100, ["広聴の推進"]],
    ["行の頭に句読点や閉じ括弧を置かない", "ささえあいのまち（福祉）", 132, ["ささえあいのまち（福", "祉）"]],
    ["空の言葉には行がない", "", 100, []],
  ])("%s", (_name, text, width, lines) => {
    expect(wrapped(text, width, 12)).toEqual(lines);
  });

  test("文字は失われず、どの行も（一文字でない限り）幅に収まる", () => {
    const letters = fc.string({
      unit: fc.constantFrom("あ", "漢", "a", "1", "、", "）", "（"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(letters, fc.integer({ min: 24, max: 200 }), (text, width) => {
        const lines = wrapped(text, width, 12);
        expect(lines.join("")).toBe(text);
        for (const line of lines) {
          if (/^[、）]*[^、）]?[、）]*$/.test(line)) continue;
          expect(widthOf(line, 12)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  test("凡例は幅が尽きると次の行へ", () => {
    expect(flowed([50, 50, 50], 120, 10)).toEqual({
      places: [
        { x: 0, line: 0 },
        { x: 60, line: 0 },
        { x: 0, line: 1 },
      ],
      lines: 2,
    });
  });
});

describe("積み上げ棒", () => {
  const row = {
    key: "1",
    label: "目標1",
    n: 4,
    best: null,
    parts: [
      { name: "目標達成", grade: 0, count: 1 },
      { name: "概ね達成", grade: 1, count: 0 },
      { name: "未入力", grade: null, count: 3 },
    ],
  };

  test("件数に比例し、0件は場所を取らない", () => {
    expect(segmentsOf(row, 200)).toEqual([
      { name: "目標達成", count: 1, x: 0, width: 50 },
      { name: "未入力", count: 3, x: 50, width: 150 },
    ]);
  });

  test("棒は重ならず、図の高さに収まる", () => {
    const { rows, height } = stackedLayout(
      [row, { ...row, key: "2", best: "A+B 50.0 %" }],
      [{ name: "目標達成" }],
      300,
    );
    expect(rows[1]?.top).toBeGreaterThan((rows[0]?.bar ?? 0) + 20);
    expect(height).toBeGreaterThan((rows[1]?.bar ?? 0) + 20);
  });
});

test("五段階の評価と状態は、色が見えなくても模様で分かれる", () => {
  const grades = [0, 1, 2, 3, 4].map((grade) => patternOf("", grade));
  expect(new Set(grades).size).toBe(5);
  expect(grades).not.toContain(patternOf("未入力", null));
  expect(grades).not.toContain(patternOf("判定不能", null));
});

describe("表のコピー", () => {
  test.each([
    ["数と言葉", [["財政課", 12.5]], "財政課\t12.5"],
    ["改行や引用符は一つのセルのまま", [["一\n二", '"役所"']], '"一\n二"\t"""役所"""'],
    ["式と見なされる文字はそのままの文字で", [["=1+1", "+a", "@b", "-", "(1)"]], "'=1+1\t'+a\t'@b\t'-\t'(1)"],
    ["負の数は数", [["-5.2"]], "-5.2"],
  ])("%s", (_name, rows, text) => {
    expect(tsvOf({ headers: ["見出し"], rows })).toBe(`見出し\r\n${text}`);
  });
});
