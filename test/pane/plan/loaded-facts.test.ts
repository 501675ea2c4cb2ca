/** What a loaded plan asks of a person: only what is wrong, each with what to do. */
import { bundledPlans } from "../../../src/plan/bundled";
import { attentionFor, enteredCount, lastChangeText } from "../../../src/pane/screens/plan/loaded-facts";
import { type WorkbookPlan } from "../../../src/sheets";

const [kazo] = bundledPlans();
const sound: WorkbookPlan = {
  plan: kazo!,
  sheet: "加須市",
  table: "表_加須市",
  address: "加須市!A4:AN159",
  name: "加須市",
  scaleTable: "尺度_加須市",
  scale: null,
  copies: [],
  problems: [],
  typedTargets: [],
  retired: [],
  loadedOn: "2026/11/21",
  addressOf: () => null,
};

test("何も問題がなければ、何も言わない", () => expect(attentionFor(sound)).toEqual([]));

test.each<[string, Partial<WorkbookPlan>, RegExp]>([
  ["表が範囲に変わった", { table: null }, /修復/],
  ["尺度の表がない", { scaleTable: null }, /尺度/],
  ["名前が消された", { name: null }, /名前/],
  ["シートの写しがある", { copies: ["加須市 (2)"] }, /加須市 \(2\)/],
  ["更新でなくなった行が残る", { retired: ["12"] }, /1行/],
  [
    "読めないセルがある",
    { problems: [{ message: "ID が二つあります。", severity: "error", address: "加須市!A7" }] },
    /加須市!A7/,
  ],
])("%s", (_name, part, expected) => {
  const told = attentionFor({ ...sound, ...part });
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toMatch(expected);
});

test("注意だけの問題では、騒がない", () => {
  expect(
    attentionFor({ ...sound, problems: [{ message: "空の行", severity: "note", address: null }] }),
  ).toEqual([]);
});

test("入力済みの実績値を数える。空白は入力ではない", () => {
  const indicators = sound.plan.indicators.map((indicator, at) =>
    at === 0 ? { ...indicator, actuals: { 2021: "10", 2022: " " } } : indicator,
  );
  expect(enteredCount({ ...sound, plan: { ...sound.plan, indicators } }).entered).toBe(1);
});

test("最後の変更は、見ていた間のものを先に言う", () => {
  const at = new Date(2026, 10, 21, 9, 5).getTime();
  expect(lastChangeText("2026/11/1", null)).toBe("2026/11/1 に読み込み・更新");
  expect(lastChangeText("2026/11/1", { at, remote: false })).toBe("今日 9:05");
  expect(lastChangeText(null, { at, remote: true })).toBe("今日 9:05（他の人）");
  expect(lastChangeText(null, null)).toBe("不明");
});
