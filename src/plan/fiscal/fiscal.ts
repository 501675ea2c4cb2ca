/** A 財政指標 from its parts, rounded and printed as the ratio's own rule says. The lines it is held against: lines.ts. */

import { divide, fractionOf, roundedTo, sum, times, toNumber } from "./fraction";
import type { Fraction } from "./fraction";
import { fiscalRatioNamed, unknownRatio } from "./names";
import type { FiscalName, FiscalPart, FiscalRatio } from "./ratios";
import { amountOf, read, unitsDiffer } from "../progress/reading";
import { noRate } from "../progress/rate";
import type { Printed, RateState } from "../progress/rate";
import { foldSpaces } from "../text-width";

export { isShownLine, LINE_KINDS, linesReached, reachesLine, statutoryLine } from "./lines";
export type { LineKind, LineOptions, StatutoryLine } from "./lines";
export { directionOfRatio, fiscalRatioNamed, printsDashWhenSound, ratioOfIndicator } from "./names";
export { FISCAL_RATIOS } from "./ratios";
export type { FiscalName, FiscalPart, FiscalRatio } from "./ratios";

export interface FiscalValue {
  kind: "ratio";
  name: FiscalName;
  /** Rounded by the ratio's own rule; in percent where the unit is ％ (12.3), below zero where it is. */
  value: number;
  /** Not rounded. */
  exact: number;
  /** As published: 12.3, ▲0.5, or － where there is nothing to report. */
  printed: string;
  unit: "％" | null;
  /** Each year's own ratio, not rounded, where the ratio is a mean of three; absent where it is one year's. */
  yearly?: number[];
}

/** A part: one number (or as printed), or three of them, oldest first, for a mean of three years. */
export type FiscalParts = Readonly<Record<string, Printed | readonly Printed[]>>;

/** Word under which the three years' own ratios can be given instead of their parts. */
const yearlyRatios = "単年度";

/**
 * The ratio of that name. Unknown names, missing parts, words and different units are states with a sentence that names what is
 * expected; a part left out is never 0, unless it is a bond not every year sees.
 */
export function fiscalRatio(name: string, parts?: FiscalParts | null): FiscalValue | RateState {
  const ratio = fiscalRatioNamed(name);
  if (ratio === null) return unknownRatio(name);
  const given = namedParts(ratio, parts ?? {});
  if (given.kind === "state") return given;
  const years = ratio.years === 1 ? [oneYear(ratio, given.parts)] : threeYears(ratio, given.parts);
  const fractions: Fraction[] = [];
  for (const year of years) {
    if (year.kind === "state") return year;
    fractions.push(year.fraction);
  }
  return printed(ratio, fractions);
}

/** How a value of a fiscal ratio is printed: 12.3, ▲0.5 or －, with the decimals its rule asks for. */
export function printRatio(ratio: FiscalRatio, rounded: number, exact = rounded): string {
  if (ratio.belowZero === "－" && exact <= 0) return "－";
  const digits = Math.abs(rounded).toFixed(ratio.rounding.digits);
  return rounded < 0 ? `▲${digits}` : digits;
}

function printed(ratio: FiscalRatio, years: readonly Fraction[]): FiscalValue | RateState {
  const mean = divide(sum(years), fractionOf(years.length));
  const value = toNumber(roundedTo(mean, ratio.rounding.digits, ratio.rounding.how));
  const exact = toNumber(mean);
  // Beyond this no decimal of it is true any more, and no municipality is there.
  if (!(Math.abs(value) < 1e12)) {
    return noRate("判定不能", "桁あふれ", "比率が大きすぎます。分子と分母の値と単位を確かめてください。");
  }
  return {
    kind: "ratio",
    name: ratio.name,
    value,
    exact,
    printed: printRatio(ratio, value, exact),
    unit: ratio.unit,
    ...(years.length > 1 ? { yearly: years.map(toNumber) } : {}),
  };
}

type OneYear = { kind: "year"; fraction: Fraction } | RateState;

type NamedParts = { kind: "parts"; parts: ReadonlyMap<string, Printed | readonly Printed[]> } | RateState;

/** The parts under the names the ratio itself uses. */
function namedParts(ratio: FiscalRatio, parts: FiscalParts): NamedParts {
  const named = new Map<string, Printed | readonly Printed[]>();
  for (const [key, value] of Object.entries(parts)) {
    const name = partNamed(ratio, key);
    if (name === null) {
      return noRate(
        "判定不能",
        "要素 不明",
        `「${ratio.name}」に「${key}」という要素はありません。使えるのは${partNames(ratio)}です。`,
      );
    }
    if (named.has(name)) {
      return noRate("判定不能", "要素の重複", `「${name}」が2回あります（「${key}」）。1つにしてください。`);
    }
    named.set(name, value);
  }
  return { kind: "parts", parts: named };
}

function partNamed(ratio: FiscalRatio, key: string): string | null {
  const wanted = foldSpaces(key);
  if (ratio.years === 3 && (wanted === yearlyRatios || wanted === `${yearlyRatios}比率`)) return yearlyRatios;
  const part = partsOf(ratio).find(({ name, aliases = [] }) =>
    [name, ...aliases].some((each) => foldSpaces(each) === wanted),
  );
  return part?.name ?? null;
}

function partsOf({ numerator, denominator }: FiscalRatio): readonly FiscalPart[] {
  return [...numerator, ...denominator];
}

function partNames(ratio: FiscalRatio): string {
  const names = [...new Set(partsOf(ratio).map(({ name }) => name))];
  return (ratio.years === 3 ? [...names, yearlyRatios] : names).join("、");
}

function threeYears(ratio: FiscalRatio, parts: ReadonlyMap<string, Printed | readonly Printed[]>): OneYear[] {
  const own = parts.get(yearlyRatios);
  if (own !== undefined) return yearsGiven(ratio, own);
  if (ratio.singleYearToo === true && ![...parts.values()].some(isList)) return [oneYear(ratio, parts)];
  const threes = new Map<string, readonly Printed[]>();
  for (const [name, value] of parts) {
    if (!isList(value) || value.length !== 3) return [threeNeeded(ratio, name)];
    threes.set(name, value);
  }
  return [0, 1, 2].map((index) =>
    oneYear(ratio, new Map([...threes].map(([name, values]) => [name, values[index]])), `${index + 1}年目の`),
  );
}

function yearsGiven(ratio: FiscalRatio, own: Printed | readonly Printed[]): OneYear[] {
  if (!isList(own) || own.length !== 3) return [threeNeeded(ratio, yearlyRatios)];
  return own.map((value, index): OneYear => {
    const amount = amountOf(read(value));
    if (amount === null) return partMissing(`${index + 1}年目の${yearlyRatios}`, value);
    return { kind: "year", fraction: fractionOf(amount.value) };
  });
}

function oneYear(
  ratio: FiscalRatio,
  parts: ReadonlyMap<string, Printed | readonly Printed[]>,
  which = "",
): OneYear {
  const numerator = total(ratio.numerator, parts, which);
  if (numerator.kind === "state") return numerator;
  const denominator = total(ratio.denominator, parts, which);
  if (denominator.kind === "state") return denominator;
  if (unitsDiffer(numerator.unit, denominator.unit)) {
    return mixedUnits(numerator.unit ?? "", denominator.unit ?? "");
  }
  if (denominator.fraction.numerator <= 0n) {
    const name = ratio.denominator
      .map((part, index) => `${index === 0 ? "" : signOf(part)}${part.name}`)
      .join("");
    return noRate(
      "判定不能",
      "分母が0以下",
      `${which}分母（${name}）が0以下のため計算できません。値を確かめてください。`,
    );
  }
  const fraction = divide(numerator.fraction, denominator.fraction);
  return { kind: "year", fraction: ratio.unit === "％" ? times(fraction, 100n) : fraction };
}

function signOf({ sign }: FiscalPart): string {
  return sign === 1 ? "＋" : "−";
}

type Total = { kind: "total"; fraction: Fraction; unit: string | null } | RateState;

function total(
  asked: readonly FiscalPart[],
  parts: ReadonlyMap<string, Printed | readonly Printed[]>,
  which: string,
): Total {
  const terms: Fraction[] = [];
  let unit: string | null = null;
  for (const { name, sign, optional = false } of asked) {
    const value = parts.get(name);
    if (isList(value)) {
      return noRate("判定不能", "値が複数", `「${name}」には1つの年度の数値だけを入れてください。`);
    }
    const reading = read(value);
    if (optional && reading.kind === "missing") continue;
    const amount = amountOf(reading);
    if (amount === null) return partMissing(`${which}「${name}」`, value);
    if (unitsDiffer(unit, amount.unit)) return mixedUnits(unit ?? "", amount.unit ?? "");
    unit ??= amount.unit;
    terms.push(times(fractionOf(amount.value), BigInt(sign)));
  }
  return { kind: "total", fraction: sum(terms), unit };
}

function isList(value: Printed | readonly Printed[]): value is readonly Printed[] {
  return Array.isArray(value);
}

function partMissing(name: string, value: Printed): RateState {
  if (read(value).kind === "missing") {
    return noRate(
      "未入力",
      `${name}がない`,
      "この要素の数値を入力してください。ないときは0と入力してください。",
    );
  }
  return noRate(
    "判定不能",
    `${name}が数値でない`,
    "1つの数値として読めません。数値で入力してください。「－」など、金額がないときは0です。",
  );
}

function threeNeeded(ratio: FiscalRatio, name: string): RateState {
  return noRate(
    "判定不能",
    "3か年分が必要",
    `「${ratio.name}」は3か年の平均です。「${name}」に古い年度から順に3つの数値を入れてください。`,
  );
}

function mixedUnits(one: string, other: string): RateState {
  return noRate(
    "判定不能",
    "単位 不一致",
    `要素の単位が「${one}」と「${other}」です。同じ単位の数値で入力してください。`,
  );
}
