/** What 改定履歴 needs before a revision is written. */
import { dayText, revisionProblems } from "../../../src/pane/screens/plan/revision";

test.each([
  ["そろっている", { reason: "中間見直し", date: "2024/4/1", who: "" }, []],
  ["和暦の日付", { reason: "中間見直し", date: "令和6年4月1日", who: "" }, []],
  ["理由が空白", { reason: "　", date: "2024/4/1", who: "財政課" }, ["reason"]],
  ["日付がない", { reason: "見直し", date: "", who: "" }, ["date"]],
  ["日付が読めない", { reason: "見直し", date: "先月", who: "" }, ["date"]],
])("%s", (_name, typed, fields) => {
  expect(Object.keys(revisionProblems(typed))).toEqual(fields);
});

test("今日の日付は月日を詰めずに書く", () => {
  expect(dayText(new Date(2026, 3, 1))).toBe("2026/4/1");
});
