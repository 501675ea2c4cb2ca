/** What a Japanese Excel makes of a text that is entered into a cell: a number, a date, a formula, or just the text. */
import { parseNumber } from "numfmt";
import { isReadable } from "../../formula";
import { asErrorCode, type CellValue } from "../cells/cell";
import { eraYearToWestern, serialOf } from "../cells/date";

export type Typed =
  | { readonly kind: "formula"; readonly formula: string }
  | {
      readonly kind: "value";
      readonly value: CellValue;
      /** The format the text brings along, for a cell that has none. */
      readonly format?: string;
      readonly quoted?: boolean;
    };

const LARGEST_FORMULA = 8192;

interface DatePattern {
  readonly pattern: RegExp;
  readonly format: string;
  readonly make: (groups: readonly string[], thisYear: number) => number | undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOf = (name: string | undefined): number =>
  MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** Years of two digits: up to 29 this century. */
const fullYear = (year: string | undefined): number => {
  const number = Number(year);
  return (year ?? "").length > 2 ? number : number + (number < 30 ? 2000 : 1900);
};

/** As they are written in the United States: office.js reads what programs write in that way everywhere. */
const AMERICAN_DATES: readonly DatePattern[] = [
  {
    pattern: /^(\d{1,2})[/\-](\d{1,2})[/\-](\d{4}|\d{2})$/,
    format: "m/d/yyyy",
    make: ([m, d, y]) => serialOf(fullYear(y), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})$`, "i"),
    format: "d-mmm-yy",
    make: ([m, d, y]) => serialOf(Number(y), monthOf(m), Number(d)),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})[ \\-]${MONTH}[ \\-](\\d{4}|\\d{2})$`, "i"),
    format: "d-mmm-yy",
    make: ([d, m, y]) => serialOf(fullYear(y), monthOf(m), Number(d)),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})[ \\-]${MONTH}$`, "i"),
    format: "d-mmm",
    make: ([d, m], year) => serialOf(year, monthOf(m), Number(d)),
  },
  {
    pattern: new RegExp(`^${MONTH}[ \\-](\\d{1,2})$`, "i"),
    format: "d-mmm",
    make: ([m, d], year) => serialOf(year, monthOf(m), Number(d)),
  },
  {
    // No such day: then it is a year.
    pattern: new RegExp(`^${MONTH}[ \\-](\\d{2})$`, "i"),
    format: "mmm-yy",
    make: ([m, y]) => serialOf(fullYear(y), monthOf(m), 1),
  },
  {
    pattern: new RegExp(`^${MONTH}[ \\-](\\d{4})$`, "i"),
    format: "mmm-yy",
    make: ([m, y]) => serialOf(Number(y), monthOf(m), 1),
  },
];

/** Patterns of dates and times, the most telling first. Groups: what `make` takes. */
const DATES: readonly DatePattern[] = [
  {
    pattern: /^(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})$/,
    format: "yyyy/m/d",
    make: ([y, m, d]) => serialOf(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /^(\d{2})[/\-](\d{1,2})[/\-](\d{1,2})$/,
    format: "yyyy/m/d",
    make: ([y, m, d]) => serialOf(fullYear(y), Number(m), Number(d)),
  },
  {
    pattern: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
    format: 'yyyy"年"m"月"d"日"',
    make: ([y, m, d]) => serialOf(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /^(\d{4})年(\d{1,2})月$/,
    format: 'yyyy"年"m"月"',
    make: ([y, m]) => serialOf(Number(y), Number(m), 1),
  },
  {
    pattern: /^(\d{1,2})月(\d{1,2})日$/,
    format: 'm"月"d"日"',
    make: ([m, d], year) => serialOf(year, Number(m), Number(d)),
  },
  {
    pattern: /^(明治|大正|昭和|平成|令和)(元|\d{1,2})年(\d{1,2})月(\d{1,2})日$/,
    format: '[$-ja-JP]ggge"年"m"月"d"日"',
    make: ([era, y, m, d]) => eraDate(era, y, m, d),
  },
  {
    pattern: /^([MTSHR])(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{1,2})$/i,
    format: "[$-ja-JP]ge.m.d",
    make: ([era, y, m, d]) => eraDate(era?.toUpperCase(), y, m, d),
  },
  {
    pattern: /^(\d{4})[/\-](\d{1,2})$/,
    format: "mmm-yy",
    make: ([y, m]) => serialOf(Number(y), Number(m), 1),
  },
  {
    pattern: /^(\d{1,2})[/\-](\d{1,2})$/,
    format: 'm"月"d"日"',
    make: ([m, d], year) => serialOf(year, Number(m), Number(d)),
  },
  {
    pattern: /^(\d{1,2})[/\-](\d{4})$/,
    format: "mmm-yy",
    make: ([m, y]) => serialOf(Number(y), Number(m), 1),
  },
];

const eraDate = (
  era: string | undefined,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): number | undefined => {
  const western = era && year ? eraYearToWestern(era, year === "元" ? 1 : Number(year)) : undefined;
  return western === undefined ? undefined : serialOf(western, Number(month), Number(day));
};

const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?:\s*([AP]M))?$/i;

const timeOf = (text: string): { value: number; format: string } | undefined => {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds, half] = match;
  const hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds ?? 0) >= 60 || (half && (hour > 12 || hour === 0)))
    return undefined;
  const shifted = half ? (hour % 12) + (/p/i.test(half) ? 12 : 0) : hour;
  const value = (shifted * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86400;
  const format = half ? (seconds ? "h:mm:ss AM/PM" : "h:mm AM/PM") : seconds ? "h:mm:ss" : "h:mm";
  return { value, format: value >= 1 ? "[h]:mm:ss" : format };
};

const dateOf = (
  text: string,
  thisYear: number,
  american: boolean,
): { value: number; format: string } | undefined => {
  for (const { pattern, format, make } of american ? [...AMERICAN_DATES, ...DATES] : DATES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const value = make(match.slice(1), thisYear);
    if (value !== undefined) return { value, format };
  }
  const [day, time, ...rest] = text.split(/\s+/);
  if (!day || !time || rest.length > 1) return undefined;
  const date = dateOf(day, thisYear, american);
  const clock = timeOf([time, ...rest].join(" "));
  return date && clock && clock.value < 1
    ? { value: date.value + clock.value, format: `${american ? date.format : "yyyy/m/d"} h:mm` }
    : undefined;
};

const FRACTION = /^([+-]?)(\d+) (\d+)\/(\d+)$/;

const numberOf = (text: string): { value: number; format?: string } | undefined => {
  const fraction = FRACTION.exec(text);
  if (fraction) {
    const [, sign, whole, top, bottom] = fraction;
    const value = Number(whole) + Number(top) / Number(bottom);
    return Number(bottom) === 0 ? undefined : { value: sign === "-" ? -value : value, format: "# ?/?" };
  }
  const parsed = parseNumber(text);
  if (!parsed || typeof parsed.v !== "number" || !Number.isFinite(parsed.v)) return undefined;
  return parsed.z ? { value: parsed.v, format: parsed.z } : { value: parsed.v };
};

/**
 * `isText`: the cell's format is `@`. Then everything but the empty text is kept as it is written.
 * `american`: a program wrote it, whose dates are read as `month/day/year` first.
 */
export const asTyped = (text: string, isText: boolean, thisYear: number, american: boolean): Typed => {
  if (text === "") return { kind: "value", value: null };
  if (isText) return { kind: "value", value: text };
  if (text.startsWith("'")) return { kind: "value", value: text.slice(1), quoted: true };
  if (text.startsWith("=") && text.length > 1)
    return { kind: "formula", formula: text.slice(0, LARGEST_FORMULA + 1) };
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return { kind: "value", value: text };
  if (/^(true|false)$/i.test(plain)) return { kind: "value", value: plain.toLowerCase() === "true" };
  const code = plain.startsWith("#") ? asErrorCode(plain) : undefined;
  if (code) return { kind: "value", value: { kind: "error", code } };
  const read = numberOf(plain) ?? timeOf(plain) ?? dateOf(plain, thisYear, american);
  if (read) return { kind: "value", ...read };
  // A sign in front makes a formula, as it has since Lotus: `+A1`, `-1-1`.
  if (/^[+-]./.test(plain) && isReadable(`=${plain}`)) return { kind: "formula", formula: `=${plain}` };
  return { kind: "value", value: text };
};
