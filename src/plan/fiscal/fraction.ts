/** Exact fractions of printed decimals: a ratio of exactly 25 % must not be cut off to 24.9 because of binary arithmetic. */

export interface Fraction {
  numerator: bigint;
  /** Always above zero. */
  denominator: bigint;
}

/** The decimal a finite number prints as: 0.1 is one tenth. */
export function fractionOf(value: number): Fraction {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(`${whole}${decimals}`);
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((total, each) => ({
    numerator: total.numerator * each.denominator + each.numerator * total.denominator,
    denominator: total.denominator * each.denominator,
  }));
}

/** `by` must be above zero. */
export function divide(fraction: Fraction, by: Fraction): Fraction {
  return {
    numerator: fraction.numerator * by.denominator,
    denominator: fraction.denominator * by.numerator,
  };
}

export function times(fraction: Fraction, factor: bigint): Fraction {
  return { ...fraction, numerator: fraction.numerator * factor };
}

/** 切捨て drops what is smaller, towards zero; 四捨五入 rounds half up by size, as Excel does. */
export function roundedTo(fraction: Fraction, digits: number, how: "切捨て" | "四捨五入"): Fraction {
  const scale = 10n ** BigInt(digits);
  const { denominator } = fraction;
  const size = fraction.numerator < 0n ? -fraction.numerator : fraction.numerator;
  const kept =
    how === "切捨て" ? (size * scale) / denominator : (2n * size * scale + denominator) / (2n * denominator);
  return { numerator: fraction.numerator < 0n ? -kept : kept, denominator: scale };
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** The nearest number; through eighteen decimals where numerator or denominator is beyond what a number holds exactly. */
export function toNumber({ numerator, denominator }: Fraction): number {
  if (numerator <= safe && numerator >= -safe && denominator <= safe)
    return Number(numerator) / Number(denominator);
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  return Number(whole) + Number((rest * 10n ** 18n) / denominator) / 1e18;
}
