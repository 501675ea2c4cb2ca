/** What a cell shows: its value through its number format, as a Japanese Excel prints it. */
import { format, isDateFormat, isValidFormat } from "numfmt";
import { isError, type CellValue } from "./cell";
import { eraOf } from "./date";

/** Excel in Japan writes `mmm` and `ddd` in English too: Jan, Wed. Only `aaa` is a Japanese weekday. */
const OPTIONS = { locale: "en-US", throws: false, dateSpanLarge: false } as const;
const WITH_WEEKDAY = { ...OPTIONS, locale: "ja-JP" } as const;
const HAS_WEEKDAY = /aaa/i;

/** The Japanese names of formats and colours in `numberFormatLocal`. */
const LOCAL: readonly (readonly [RegExp, string])[] = [
  [/G\/標準/g, "General"],
  [/\[赤\]/g, "[Red]"],
  [/\[青\]/g, "[Blue]"],
  [/\[緑\]/g, "[Green]"],
  [/\[黒\]/g, "[Black]"],
  [/\[白\]/g, "[White]"],
  [/\[黄\]/g, "[Yellow]"],
  [/\[水\]/g, "[Cyan]"],
  [/\[紫\]/g, "[Magenta]"],
];

export const fromLocalFormat = (local: string): string =>
  LOCAL.reduce((text, [pattern, invariant]) => text.replace(pattern, invariant), local);
export const toLocalFormat = (invariant: string): string =>
  invariant === "General" ? "G/標準" : invariant.replace(/\[Red\]/gi, "[赤]");

const ERA_TOKENS = /"[^"]*"|\\.|\[[^\]]*\]|ggg|gg|g|ee|e/gi;

/** numfmt knows no eras: their tokens become the words they stand for. */
const withEra = (pattern: string, serial: number): string => {
  const era = eraOf(serial);
  if (!era) return pattern;
  return pattern.replace(ERA_TOKENS, (token) => {
    switch (token.toLowerCase()) {
      case "ggg":
        return `"${era.name}"`;
      case "gg":
        return `"${era.short}"`;
      case "g":
        return `"${era.letter}"`;
      case "ee":
        return `"${String(era.year).padStart(2, "0")}"`;
      case "e":
        return `"${era.year}"`;
      default:
        return token;
    }
  });
};

const HAS_ERA = /g/i;
const bare = (pattern: string): string =>
  pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").replace(/General/gi, "");

const isEraFormat = (() => {
  const known = new Map<string, boolean>();
  return (pattern: string): boolean => {
    const seen = known.get(pattern);
    if (seen !== undefined) return seen;
    const answer = HAS_ERA.test(bare(pattern)) && isDateFormat(pattern.replace(/g+e+/gi, "yyyy"));
    known.set(pattern, answer);
    return answer;
  };
})();

/** A number as General shows it in a cell that is wide enough: up to eleven characters. */
export const textOf = (value: CellValue, numberFormat: string): string => {
  if (value === null) return "";
  if (isError(value)) return value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" && (numberFormat === "General" || numberFormat === "@")) return value;
  if (numberFormat === "@") return textOf(value, "General");
  const pattern =
    typeof value === "number" && isEraFormat(numberFormat) ? withEra(numberFormat, value) : numberFormat;
  return format(pattern, value, HAS_WEEKDAY.test(bare(pattern)) ? WITH_WEEKDAY : OPTIONS);
};

export const isTextFormat = (numberFormat: string | undefined): boolean => numberFormat === "@";

const valid = new Map<string, boolean>();
/** Whether Excel would take it: `[赤` and five parts it would not. */
export const isNumberFormat = (pattern: string): boolean => {
  const known = valid.get(pattern) ?? isValidFormat(pattern);
  valid.set(pattern, known);
  return known;
};
