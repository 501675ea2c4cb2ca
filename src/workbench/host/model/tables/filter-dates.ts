/** The days that Excel's dynamic filters mean: today, this week, last quarter, any January. Weeks begin on Sunday. */
import { dateOfSerial, serialOf } from "../cells/date";

/** Whether a day, by its serial number, is among them. */
type Days = (serial: number) => boolean;

export const today = (): number => {
  const now = new Date();
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
};

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

/** The first day of a month counted from January of `year`, over or under twelve. */
const firstOf = (year: number, month: number): number =>
  serialOf(year + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1) ?? 0;

const between =
  (first: number, next: number): Days =>
  (serial) =>
    serial >= first && serial < next;

const STEPS: Readonly<Record<string, number>> = { Last: -1, This: 0, Next: 1 };

const spanOf = (unit: string, step: number, now: number): Days => {
  const { year, month } = dateOfSerial(now);
  switch (unit) {
    case "Week": {
      // Serial 1 is a Sunday in Excel's count of the days of the week.
      const sunday = now - ((now - 1) % 7) + step * 7;
      return between(sunday, sunday + 7);
    }
    case "Month":
      return between(firstOf(year, month - 1 + step), firstOf(year, month + step));
    case "Quarter": {
      const first = Math.floor((month - 1) / 3) * 3 + step * 3;
      return between(firstOf(year, first), firstOf(year, first + 3));
    }
    default:
      return between(firstOf(year + step, 0), firstOf(year + step + 1, 0));
  }
};

/** undefined: the criterion speaks of no days. */
export const daysOf = (criterion: string, now: number): Days | undefined => {
  switch (criterion) {
    case "Yesterday":
      return (serial) => serial === now - 1;
    case "Today":
      return (serial) => serial === now;
    case "Tomorrow":
      return (serial) => serial === now + 1;
    case "YearToDate":
      return between(firstOf(dateOfSerial(now).year, 0), now + 1);
    default: {
      const [, word = "", unit = ""] = /^(Last|This|Next)(Week|Month|Quarter|Year)$/.exec(criterion) ?? [];
      if (unit !== "") return spanOf(unit, STEPS[word] ?? 0, now);
      const [, period = ""] = /^AllDatesInPeriod(\w+)$/.exec(criterion) ?? [];
      // Microsoft's own spelling of the second month.
      const month = MONTHS.indexOf(period.replace("Februray", "February"));
      if (month >= 0) return (serial) => dateOfSerial(serial).month === month + 1;
      const quarter = /^Quarter([1-4])$/.exec(period)?.[1];
      return quarter === undefined
        ? undefined
        : (serial) => Math.ceil(dateOfSerial(serial).month / 3) === Number(quarter);
    }
  }
};
