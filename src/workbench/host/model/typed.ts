/** What Excel makes of a text that somebody types into a cell, in a Japanese Excel: a number, a date, a formula, or just the text. */
import { parseNumber } from "numfmt";
import { isReadable } from "../formula";
import { asErrorCode, type CellValue } from "./cell";
import { eraYearToWestern, serialOf } from "./date";

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

/** Patterns of dates and times, the most telling first. Groups: what `make` takes. */
const DATES: readonly {
  readonly pattern: RegExp;
  readonly format: string;
  readonly make: (groups: readonly string[], thisYear: number) => number | undefined;
}[] = [
  {
    pattern: /^(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})$/,
    format: "yyyy/m/d",
    make: ([y, m, d]) => serialOf(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /^(\d{2})[/\-](\d{1,2})[/\-](\d{1,2})$/,
    format: "yyyy/m/d",
    make: ([y, m, d]) => serialOf(Number(y) + (Number(y) < 30 ? 2000 : 1900), Number(m), Number(d)),
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

const dateOf = (text: string, thisYear: number): { value: number; format: string } | undefined => {
  for (const { pattern, format, make } of DATES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const value = make(match.slice(1), thisYear);
    if (value !== undefined) return { value, format };
  }
  const [day, time, ...rest] = text.split(/\s+/);
  if (!day || !time || rest.length > 1) return undefined;
  const date = dateOf(day, thisYear);
  const clock = timeOf([time, ...rest].join(" "));
  return date && clock && clock.value < 1
    ? { value: date.value + clock.value, format: "yyyy/m/d h:mm" }
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

/** `isText`: the cell's format is `@`. Then everything but the empty text is kept as it is written. */
export const asTyped = (text: string, isText: boolean, thisYear: number): Typed => {
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
  const read = numberOf(plain) ?? timeOf(plain) ?? dateOf(plain, thisYear);
  if (read) return { kind: "value", ...read };
  // A sign in front makes a formula, as it has since Lotus: `+A1`, `-1-1`.
  if (/^[+-]./.test(plain) && isReadable(`=${plain}`)) return { kind: "formula", formula: `=${plain}` };
  return { kind: "value", value: text };
};
