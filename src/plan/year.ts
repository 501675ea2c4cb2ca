/** 年度: what people write for a fiscal year (令和3年度, R3, ㍻30, 2021, a date) ⇄ the western year it starts in. */

import { foldSpaces } from "./text-width";
import type { Year } from "./plan";

const firstYear: Year = 1869;
const lastYear: Year = 2100;

interface Era {
  name: string;
  letter: string;
  /** The western year of 元年. */
  first: Year;
  /** The highest number a document prints with this era. */
  last: number;
}

/**
 * Newest first. 平成 goes on past its end: plans printed before May 2019 look ahead as far as 平成72年度 and mean 2060.
 * 明治, 大正 and 昭和 end where they ended: 昭和65 is a slip of the pen, and nobody can tell for what.
 */
const eras: readonly Era[] = [
  { name: "令和", letter: "R", first: 2019, last: lastYear - 2018 },
  { name: "平成", letter: "H", first: 1989, last: lastYear - 1988 },
  { name: "昭和", letter: "S", first: 1926, last: 64 },
  { name: "大正", letter: "T", first: 1912, last: 15 },
  { name: "明治", letter: "M", first: 1868, last: 45 },
];

const eraYear = /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,3})/i;
const westernYear = /^(?:西暦)?(\d{4})(?!\d)/;
/** What may follow the number: nothing, 年, 年度; or a month, or a month and a day, which decide the fiscal year. */
const yearWord = /^(?:年度?)?$/;
const monthAndDay = /^(?:年(\d{1,2})月(?:(\d{1,2})日)?|([./-])(\d{1,2})\3(\d{1,2}))$/;
/** The same year in the other count, in brackets: 令和3(2021)年度, 令和3年度(2021年度). */
const bracketed = /^(年度?)?\(([^()]+)\)(年度?)?$/;

/**
 * The fiscal year a text or number means, or null. Numbers from 1869 to 2100 are years, from 10,000 Excel's date serials.
 * Dates before 1 April belong to the fiscal year before.
 */
export function parseYear(text: unknown): Year | null {
  if (typeof text === "number") return yearOfNumber(text);
  if (typeof text !== "string" || text.length > 100) return null;
  const written = foldSpaces(text);
  if (/^\d+$/.test(written)) return yearOfNumber(Number(written));
  const start = yearAtStart(written);
  if (start === null) return null;
  const inBrackets = bracketed.exec(start.rest);
  if (inBrackets === null) return yearWithEnding(start.year, start.rest);
  const [, before = "", inside = "", after = ""] = inBrackets;
  if (before !== "" && after !== "") return null;
  // Two counts that disagree are a slip, and it cannot be known which of them is meant.
  return parseYear(inside) === start.year ? inRange(start.year) : null;
}

/** A fiscal year as people read it: 2021 → 令和3年度. 2019 is 令和元年度, as every municipality prints it. */
export function formatYear(year: Year): string {
  const named = Number.isInteger(year) && inRange(year) !== null;
  const era = named ? eras.find(({ first }) => isNamedAfter(year, first)) : undefined;
  if (era === undefined) return `${year}年度`;
  const number = year - era.first + 1;
  return `${era.name}${number === 1 ? "元" : number}年度`;
}

/**
 * A fiscal year has the name of the era its first day falls in. All eras but 平成 began later in the year than 1 April,
 * so their 元年度 is still the last of the era before; 令和元年度 is the one that was renamed while it ran.
 */
function isNamedAfter(year: Year, first: Year): boolean {
  return first === 2019 || first === 1989 ? year >= first : year > first;
}

function yearOfNumber(value: number): Year | null {
  if (value >= 10_000) return yearOfSerial(value);
  return Number.isInteger(value) ? inRange(value) : null;
}

function yearAtStart(written: string): { year: number; rest: string } | null {
  const inEra = eraYear.exec(written);
  if (inEra !== null) {
    const [matched, name = "", digits = ""] = inEra;
    const era = eras.find((each) => each.name === name || each.letter === name.toUpperCase());
    const number = digits === "元" ? 1 : Number(digits);
    if (era === undefined || number < 1 || number > era.last) return null;
    return { year: era.first + number - 1, rest: written.slice(matched.length) };
  }
  const western = westernYear.exec(written);
  return western === null ? null : { year: Number(western[1]), rest: written.slice(western[0].length) };
}

function yearWithEnding(year: number, ending: string): Year | null {
  if (yearWord.test(ending)) return inRange(year);
  const date = monthAndDay.exec(ending);
  if (date === null) return null;
  const month = Number(date[1] ?? date[4]);
  const day = Number(date[2] ?? date[5] ?? 1);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return inRange(month < 4 ? year - 1 : year);
}

function inRange(year: number): Year | null {
  return year >= firstYear && year <= lastYear ? year : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days from Excel's day 0 (30 December 1899) to 1 April of a year. From 1 March 1900 on this is Excel's own serial. */
function serialOfAprilFirst(year: Year): number {
  const leapDays = (upTo: number) => Math.floor(upTo / 4) - Math.floor(upTo / 100) + Math.floor(upTo / 400);
  return 92 + (year - 1900) * 365 + leapDays(year) - leapDays(1900);
}

/** The date serial of a sheet → its fiscal year. In integers, because Date would bring the machine's time zone with it. */
function yearOfSerial(serial: number): Year | null {
  if (serial >= serialOfAprilFirst(lastYear + 1)) return null;
  const guess = 1900 + Math.floor(serial / 365.2425);
  return [guess, guess - 1, guess - 2].find((year) => serialOfAprilFirst(year) <= serial) ?? null;
}
