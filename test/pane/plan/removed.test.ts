/** 取り除いたあとの言葉: what stays is not said to be gone. */
import { consequenceOf, removedSentence, takesSomething } from "../../../src/pane/screens/plan/removed";
import { type RemovePreview } from "../../../src/sheets";

const sheet = (name: string, action: "削除" | "残す"): RemovePreview["sheets"][number] => ({
  name,
  what: "計画",
  action,
  rows: 0,
  columns: 0,
});
const title = "行政経営プラン";

test("入力がなければ、取り除いたと言う", () => {
  const removal = { title, touched: [], sheets: [sheet("加須市", "削除"), sheet("集計", "削除")] };
  expect(consequenceOf(removal)).toMatch(/エラーになります/);
  expect(removedSentence(removal)).toBe("「行政経営プラン」を取り除きました。");
});

test("入力のあるシートが残れば、計画を取り除いたとは言わず、どうすればなくせるかを言う", () => {
  const removal = {
    title,
    touched: ["加須市!U5"],
    sheets: [sheet("加須市", "残す"), sheet("集計", "削除")],
  };
  expect(consequenceOf(removal)).toMatch(
    /計画は読み込み済みのまま.*シート「集計」だけ.*入力を消してから、もう一度/,
  );
  expect(removedSentence(removal)).toBe(
    "シート「集計」を取り除きました。入力のあるシート「加須市」は残し、計画は読み込み済みのままです。",
  );
});

test("取り除くものがなければ、そう言う", () => {
  const removal = { title, touched: ["加須市!U5"], sheets: [sheet("加須市", "残す")] };
  expect(takesSomething(removal)).toBe(false);
  expect(consequenceOf(removal)).toMatch(/取り除けるものはありません/);
});
