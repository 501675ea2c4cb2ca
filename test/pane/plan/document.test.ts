/** A document before it is loaded: the text around a problem, the order of problems, files that cannot be read as they are. */
import * as fc from "fast-check";
import { linesAround, refusalForFile, sortedProblems } from "../../../src/pane/screens/plan/document";

const five = "一\n二\n三\n四\n五";

test.each<[string, string, number, number[]]>([
  ["真ん中", five, 3, [1, 2, 3, 4, 5]],
  ["先頭", five, 1, [1, 2, 3]],
  ["末尾", five, 5, [3, 4, 5]],
  ["Windows の改行", five.replaceAll("\n", "\r\n"), 2, [1, 2, 3, 4]],
  ["文書の外の行", five, 99, []],
])("問題の行のまわり：%s", (_name, text, line, numbers) => {
  const shown = linesAround(text, line);
  expect(shown.map(({ number }) => number)).toEqual(numbers);
  expect(shown.filter(({ meant }) => meant).map(({ number }) => number)).toEqual(
    numbers.includes(line) ? [line] : [],
  );
});

test("BOM と改ページは見せない", () => {
  expect(linesAround("\uFEFF一\n\f二", 1).map(({ text }) => text)).toEqual(["一", "二"]);
});

test("どんな文章のどの行でも、見せる行は連続した番号", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -3, max: 50 }), (text, line) => {
      const numbers = linesAround(text, line).map(({ number }) => number);
      numbers.forEach((number, at) => expect(number).toBe((numbers[0] ?? 0) + at));
    }),
  );
});

test("直す必要のあるものが先、あとは行の順", () => {
  const problems = sortedProblems([
    { severity: "warning", message: "う", line: 2 },
    { severity: "error", message: "い", line: 9 },
    { severity: "error", message: "あ", line: 3 },
  ]);
  expect(problems.map(({ message }) => message).join("")).toBe("あいう");
});

test.each<[string, string, number, RegExp | null]>([
  ["計画ファイル", "kazo.json", 10, null],
  ["CSV", "一覧.CSV", 10, null],
  ["拡張子のない文章", "計画書", 10, null],
  ["古い Excel", "一覧.xls", 10, /（\.xlsx）」として保存し直して/],
  ["PDF", "計画.PDF", 10, /貼り付けて/],
  ["一太郎", "計画.jtd", 10, /貼り付けて/],
  ["画像", "図.png", 10, /JSON、CSV/],
  ["空", "空.csv", 0, /空のファイル/],
  ["大きすぎる", "大.csv", 30_000_000, /分けて/],
])("%s のファイル", (_name, name, size, expected) => {
  const refusal = refusalForFile({ name, size });
  if (expected === null) expect(refusal).toBeNull();
  else expect(refusal).toMatch(expected);
});
