/** How a row of values goes on: numbers by their trend, dates by days, months or years, names of days and months, numbered texts. */
import { isDateFormat } from "numfmt";
import { asWireValue, type Cell } from "../cells/cell";
import { dateOfSerial, serialOf } from "../cells/date";
import { DEFAULT_STYLE } from "../looks/style";

export const FILL_KINDS = [
  "FillDefault",
  "FillCopy",
  "FillSeries",
  "FillFormats",
  "FillValues",
  "FillDays",
  "FillWeekdays",
  "FillMonths",
  "FillYears",
  "LinearTrend",
  "GrowthTrend",
] as const;
export type FillKind = (typeof FILL_KINDS)[number];

/** What comes `step` cells after the last of these; negative before the first. */
export type Next = (step: number) => unknown;

const LISTS: readonly (readonly string[])[] = [
  ["日", "月", "火", "水", "木", "金", "土"],
  ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"],
  ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  ["第 1 四半期", "第 2 四半期", "第 3 四半期", "第 4 四半期"],
];

/** Text stays text: `001` must not become 1 on its way. */
const asText = (value: string | number | boolean): string | number | boolean =>
  typeof value === "string" && /^[=+\-@'\d０-９▲△]/u.test(value) ? `'${value}` : value;

const round = (number: number): number => Number(number.toPrecision(15));

const modulo = (number: number, by: number): number => ((number % by) + by) % by;

const repeated =
  (cells: readonly Cell[]): Next =>
  (step) => {
    const cell = cells[modulo(step > 0 ? step - 1 : step, cells.length)];
    return cell && cell.value !== null ? asText(asWireValue(cell.value)) : "";
  };

/** The straight line through the values, as Excel lays it: least squares. */
const line = (values: readonly number[]): { readonly start: number; readonly slope: number } => {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const spread = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  const slope = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) / (spread || 1);
  return { start: mean - slope * middle, slope };
};

/** Counted from the first value: step 1 is the cell after the last. */
const placeOf = (step: number, count: number): number => (step > 0 ? count - 1 + step : step);

const linear = (values: readonly number[], alone: number): Next => {
  const [first = 0] = values;
  const { start, slope } = values.length === 1 ? { start: first, slope: alone } : line(values);
  return (step) => round(start + slope * placeOf(step, values.length));
};

const growing = (values: readonly number[]): Next | undefined => {
  if (values.some((value) => value <= 0)) return undefined;
  const { start, slope } = line(values.map((value) => Math.log(value)));
  return (step) => round(Math.exp(start + slope * placeOf(step, values.length)));
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const monthsOn = (serial: number, months: number): number => {
  const { year, month, day } = dateOfSerial(serial);
  const total = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(total / 12), modulo(total, 12) + 1];
  return serialOf(y, m, Math.min(day, daysIn(y, m))) ?? serial;
};

const monthNumber = (serial: number): number => {
  const { year, month } = dateOfSerial(serial);
  return year * 12 + month;
};

/** Saturdays and Sundays are left out. */
const weekdaysOn = (serial: number, count: number): number => {
  let [at, left] = [serial, Math.abs(count)];
  while (left > 0) {
    at += Math.sign(count);
    if (modulo(at - 1, 7) !== 0 && modulo(at - 1, 7) !== 6) left--;
  }
  return at;
};

const dated = (values: readonly number[], kind: FillKind): Next => {
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  const from = (step: number) => (step > 0 ? last : first);
  const sameDay = values.every((value) => dateOfSerial(value).day === dateOfSerial(first).day);
  const stride = (numbers: readonly number[], alone: number): number =>
    numbers.length > 1 ? (Number(numbers.at(-1)) - Number(numbers[0])) / (numbers.length - 1) : alone;
  const months = stride(values.map(monthNumber), 1);
  switch (kind) {
    case "FillWeekdays":
      return (step) => weekdaysOn(from(step), step);
    case "FillMonths":
      return (step) => monthsOn(from(step), step * (Number.isInteger(months) ? months || 1 : 1));
    case "FillYears":
      return (step) => monthsOn(from(step), step * 12 * (months % 12 === 0 ? months / 12 || 1 : 1));
    default:
      return values.length > 1 && sameDay && kind !== "FillDays" && Number.isInteger(months) && months !== 0
        ? (step) => monthsOn(from(step), step * months)
        : linear(values, 1);
  }
};

const numbered = /^(.*?)(\d+)(\D*)$/su;

const countedTexts = (texts: readonly string[]): Next | undefined => {
  // 元年 and the like have no digits; 「令和3年度」 goes on to 「令和4年度」.
  const parts = texts.map((text) => numbered.exec(text));
  const [first] = parts;
  if (!first || parts.some((each) => each?.[1] !== first[1] || each?.[3] !== first[3])) return undefined;
  const next = linear(
    parts.map((each) => Number(each?.[2])),
    1,
  );
  return (step) =>
    asText(
      `${first[1]}${String(Math.abs(Math.round(Number(next(step))))).padStart(first[2]?.length ?? 0, "0")}${first[3]}`,
    );
};

const listed = (texts: readonly string[]): Next | undefined => {
  for (const list of LISTS) {
    const at = texts.map((text) => list.indexOf(text));
    const [first] = at;
    if (first === undefined || at.includes(-1)) continue;
    const last = at.at(-1) ?? first;
    const stride = at.length > 1 ? modulo(last - first, list.length) / (at.length - 1) : 1;
    return (step) => list[modulo((step > 0 ? last : first) + Math.round(step * stride), list.length)] ?? "";
  }
  return undefined;
};

export const following = (cells: readonly Cell[], kind: FillKind): Next => {
  if (kind === "FillCopy") return repeated(cells);
  const values = cells.map(({ value }) => value);
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === cells.length) {
    const format = cells[0]?.style?.numberFormat ?? DEFAULT_STYLE.numberFormat;
    const asDates = kind.startsWith("FillDay") || /Weekdays|Months|Years/.test(kind) || isDateFormat(format);
    if (kind === "GrowthTrend") return growing(numbers) ?? repeated(cells);
    if (kind === "LinearTrend") return linear(numbers, 0);
    if (asDates) return dated(numbers, kind);
    return numbers.length === 1 && kind !== "FillSeries" ? repeated(cells) : linear(numbers, 1);
  }
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === cells.length) return listed(texts) ?? countedTexts(texts) ?? repeated(cells);
  return repeated(cells);
};
