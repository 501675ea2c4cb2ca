/** What Excel's functions do in Japanese: 和暦 and 曜日 in TEXT, 令和 dates as numbers, full and half width. */
import { eras } from "./eras";
import { eachCell, type Form } from "./forms/form";
import { callNative } from "./natives";
import { type CellValue, failure, isError, numberIn, toNumber, toText } from "./values";

const DAY = 86_400_000;
const weekdays = "日月火水木金土";

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

function civil(serial: number): CivilDate {
  const whole = Math.floor(serial);
  // Excel's calendar has a 29 February 1900: before it the days are one off.
  const date = new Date(Date.UTC(1899, 11, 30) + (whole < 60 ? whole + 1 : whole) * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (whole + 6) % 7,
  };
}

const tokens = /"[^"]*"|\\.|_.|\[[^\]]*\]|g{1,3}|e{1,2}(?![+-])|r{1,2}|a{3,4}/giu;

/** A format with its Japanese parts written out for one date; the rest is left to the formatter. */
function written(format: string, serial: number): string {
  const date = civil(serial);
  const stamp = date.year * 10_000 + date.month * 100 + date.day;
  const era = eras.find(({ from }) => stamp >= from);
  const eraYear = era ? date.year - Math.floor(era.from / 10_000) + 1 : date.year;
  const quoted = (text: string) => (text === "" ? "" : `"${text}"`);
  const full = (digits: number) => String(eraYear).padStart(digits, "0");
  return format.replace(tokens, (token) => {
    if (/^["\\_[]/u.test(token)) return /^\[\$-/u.test(token) ? "" : token;
    switch (token.toLowerCase()) {
      case "g":
        return quoted(era?.letter ?? "");
      case "gg":
        return quoted(era?.name.slice(0, 1) ?? "");
      case "ggg":
        return quoted(era?.name ?? "");
      case "e":
        return quoted(full(1));
      case "ee":
        return quoted(full(2));
      case "r":
        return quoted(full(2));
      case "rr":
        return quoted((era?.name ?? "") + full(2));
      case "aaa":
        return quoted(weekdays.charAt(date.weekday));
      default:
        return quoted(`${weekdays.charAt(date.weekday)}曜日`);
    }
  });
}

const isJapaneseDate = (format: string) =>
  /g|a{3}|r|e(?![+-])/iu.test(format.replace(/"[^"]*"|\\.|General|\[[^\]]*\]|AM\/PM|A\/P/giu, "")) &&
  !/^general$/iu.test(format);

const TEXT: Form = (given, evaluation, scope) =>
  eachCell(2, 2, (value = null, format = null) => {
    if (isError(value)) return value;
    const pattern = toText(format);
    if (isError(pattern)) return pattern;
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    const number = typeof value === "string" ? (numberIn(value) ?? value) : (value ?? 0);
    if (typeof number === "string")
      return pattern.includes("@") ? pattern.replaceAll("@", number).replaceAll('"', "") : number;
    const ready = isJapaneseDate(pattern) && number >= 0 ? written(pattern, number) : pattern;
    const text = callNative("TEXT", [number, ready], evaluation.home, evaluation.surface);
    return typeof text === "string"
      ? text
      : typeof text === "number"
        ? String(text)
        : isError(text)
          ? text
          : failure("#VALUE!");
  })(given, evaluation, scope);

const voiced: Readonly<Record<string, string>> = { "\u3099": "ﾞ", "\u309a": "ﾟ" };
const wideKana =
  "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/** Full width → half width, as ASC does: letters, digits, signs and katakana. */
function narrow(text: string): string {
  let result = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xff01 && code <= 0xff5e) result += String.fromCodePoint(code - 0xfee0);
    else if (code === 0x3000) result += " ";
    else if (code === 0xffe5) result += "¥";
    else {
      for (const part of character.normalize("NFD")) {
        const kana = wideKana.indexOf(part);
        result += kana >= 0 ? String.fromCodePoint(0xff61 + kana) : (voiced[part] ?? part);
      }
      // Only katakana comes apart; other letters with marks stay whole.
      if (!/[゛゜ァ-ヶ。「」、・ー]/u.test(character))
        result = result.slice(0, result.length - character.normalize("NFD").length) + character;
    }
  }
  return result;
}

/** Half width → full width, as JIS does. */
function wide(text: string): string {
  return text
    .replace(/[｡-ﾟ]+/gu, (kana) => kana.normalize("NFKC"))
    .replace(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
    .replaceAll(" ", "\u3000")
    .replaceAll("¥", "￥");
}

const ofText = (change: (text: string) => CellValue): Form =>
  eachCell(1, 1, (value = null) => {
    const text = toText(value);
    return isError(text) ? text : change(text);
  });

const YEN: Form = eachCell(1, 2, (value = null, digits = 0) => {
  const number = toNumber(value);
  const places = toNumber(digits);
  if (isError(number)) return number;
  if (isError(places)) return places;
  const factor = 10 ** Math.trunc(places);
  const rounded = Math.round(Math.abs(number) * factor + Number.EPSILON) / factor;
  const text = rounded.toLocaleString("en-US", {
    minimumFractionDigits: Math.max(0, Math.trunc(places)),
    maximumFractionDigits: Math.max(0, Math.trunc(places)),
  });
  return number < 0 && rounded > 0 ? `-¥${text}` : `¥${text}`;
});

export const japanese: Readonly<Record<string, Form>> = {
  TEXT,
  YEN,
  ASC: ofText(narrow),
  JIS: ofText(wide),
  DBCS: ofText(wide),
  VALUE: eachCell(1, 1, (value = null) =>
    typeof value === "string" || value === null
      ? (numberIn(value ?? "") ?? (value === null ? 0 : failure("#VALUE!")))
      : typeof value === "boolean"
        ? failure("#VALUE!")
        : value,
  ),
  DATEVALUE: eachCell(1, 1, (value = null) => {
    if (isError(value)) return value;
    if (typeof value !== "string") return failure("#VALUE!");
    const serial = /[/年.月-]/u.test(value.normalize("NFKC")) ? numberIn(value) : undefined;
    return serial === undefined ? failure("#VALUE!") : Math.floor(serial);
  }),
  DATESTRING: eachCell(1, 1, (value = null) => {
    const serial = toNumber(value);
    if (isError(serial)) return serial;
    const date = civil(serial);
    const stamp = date.year * 10_000 + date.month * 100 + date.day;
    const era = eras.find(({ from }) => stamp >= from);
    if (!era) return failure("#VALUE!");
    const two = (part: number) => String(part).padStart(2, "0");
    return `${era.name}${two(date.year - Math.floor(era.from / 10_000) + 1)}年${two(date.month)}月${two(date.day)}日`;
  }),
};
