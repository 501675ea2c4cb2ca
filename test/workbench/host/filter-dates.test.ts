/** The days that dynamic filters mean, seen from Thursday, 26 November 2026. */
import { serialOf } from "../../../src/workbench/host/model/cells/date";
import { daysOf } from "../../../src/workbench/host/model/tables/filter-dates";
import { openWorkbook } from "../../helpers/workbook";

const day = (text: string): number => {
  const [year, month, date] = text.split("-").map(Number);
  return serialOf(year ?? 0, month ?? 0, date ?? 0) ?? NaN;
};

test.each<[string, string, string, string, string]>([
  ["Yesterday", "2026-11-25", "2026-11-25", "2026-11-24", "2026-11-26"],
  ["Today", "2026-11-26", "2026-11-26", "2026-11-25", "2026-11-27"],
  ["Tomorrow", "2026-11-27", "2026-11-27", "2026-11-26", "2026-11-28"],
  ["LastWeek", "2026-11-15", "2026-11-21", "2026-11-14", "2026-11-22"],
  ["ThisWeek", "2026-11-22", "2026-11-28", "2026-11-21", "2026-11-29"],
  ["NextWeek", "2026-11-29", "2026-12-05", "2026-11-28", "2026-12-06"],
  ["LastMonth", "2026-10-01", "2026-10-31", "2026-09-30", "2026-11-01"],
  ["ThisMonth", "2026-11-01", "2026-11-30", "2026-10-31", "2026-12-01"],
  ["NextMonth", "2026-12-01", "2026-12-31", "2026-11-30", "2027-01-01"],
  ["LastQuarter", "2026-07-01", "2026-09-30", "2026-06-30", "2026-10-01"],
  ["ThisQuarter", "2026-10-01", "2026-12-31", "2026-09-30", "2027-01-01"],
  ["NextQuarter", "2027-01-01", "2027-03-31", "2026-12-31", "2027-04-01"],
  ["LastYear", "2025-01-01", "2025-12-31", "2024-12-31", "2026-01-01"],
  ["ThisYear", "2026-01-01", "2026-12-31", "2025-12-31", "2027-01-01"],
  ["NextYear", "2027-01-01", "2027-12-31", "2026-12-31", "2028-01-01"],
  ["YearToDate", "2026-01-01", "2026-11-26", "2025-12-31", "2026-11-27"],
  ["AllDatesInPeriodFebruray", "2024-02-29", "2026-02-01", "2026-01-31", "2026-03-01"],
  ["AllDatesInPeriodNovember", "1999-11-01", "2026-11-30", "2026-10-31", "2026-12-01"],
  ["AllDatesInPeriodQuarter2", "1999-04-01", "2026-06-30", "2026-03-31", "2026-07-01"],
])("%s は %s と %s を含み、%s と %s を含まない", (criterion, first, last, before, after) => {
  const days = daysOf(criterion, day("2026-11-26"));
  expect([first, last, before, after].map((text) => days?.(day(text)))).toEqual([true, true, false, false]);
});

test("日のことでない条件は日として読まない", () => {
  expect(daysOf("AboveAverage", day("2026-11-26"))).toBeUndefined();
  expect(daysOf("AllDatesInPeriodQuarter5", day("2026-11-26"))).toBeUndefined();
});

test("今日で絞り込むと、今日の日付の行だけが残る。知らない条件は断る", async () => {
  const book = await openWorkbook();
  const now = new Date();
  const date = `${now.getFullYear()}/${now.getMonth() + 1}/${now.getDate()}`;
  await book.write("A1:B4", [
    ["日", "数"],
    [date, 1],
    ["2000/1/1", 2],
    ["未定", 3],
  ]);
  const left = await book.run(async (context) => {
    const table = context.workbook.worksheets.getActiveWorksheet().tables.add("A1:B4", true);
    table.columns.getItem("日").filter.applyDynamicFilter("Today");
    const shown = table.columns.getItem("数").getDataBodyRange().getVisibleView().load("values");
    await context.sync();
    return shown.values;
  });
  expect(left).toEqual([[1]]);
  const unknown = await book.refusal(async (context) => {
    const { filter } = context.workbook.tables.getItemAt(0).columns.getItemAt(0);
    filter.applyDynamicFilter("Someday" as "Today");
  });
  expect(unknown.code).toBe("InvalidArgument");
});
