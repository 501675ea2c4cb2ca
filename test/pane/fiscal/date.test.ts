/** 出典に書く日付. */
import { formatJapaneseDate } from "../../../src/pane/screens/fiscal/japanese-date";

test.each([
  [2026, 11, 21, "令和8年11月21日"],
  [2019, 5, 1, "令和元年5月1日"],
  [2018, 12, 31, "2018年12月31日"],
])("%i年%i月%i日 → %s", (year, month, day, expected) => {
  expect(formatJapaneseDate(year, month, day)).toBe(expected);
});
