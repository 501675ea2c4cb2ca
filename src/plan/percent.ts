/** How a fraction is printed as a percentage: one decimal, half up, and never 100.0 for less than 100 %. What is printed is what is graded. */

/**
 * The percentage as it is shown, as a number: 0.8445 → 84.5. NaN and infinities have none: null.
 *
 * Binary fractions put 84.45 a hair below itself, so the percentage is first written with 13 significant digits (a ratio of
 * two whole numbers below ten thousand million never comes closer to a half than that) and rounded as written. Negative
 * percentages are rounded by their size, as Excel does when it shows them: −12.25 → −12.3.
 */
export function percentOf(fraction: number): number | null {
  if (!Number.isFinite(fraction)) return null;
  const tenths = asWritten(Math.abs(fraction) * 1000);
  if (!Number.isFinite(tenths)) return null;
  const rounded = roundHalfUp(tenths) / 10;
  if (fraction < 0) return rounded === 0 ? 0 : -rounded;
  return fraction < 1 ? Math.min(rounded, 99.9) : rounded;
}

/** `98.7 %`, with exactly one decimal. A fraction that is none prints as 判定不能. */
export function printPercent(fraction: number): string {
  const percent = percentOf(fraction);
  return percent === null ? "判定不能" : `${percent.toFixed(1)} %`;
}

/** A share of a count as the plans print it: 10 of 12 → 83.3. Nothing to count: null. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 && part >= 0 ? percentOf(part / whole) : null;
}

/** With 13 significant digits; where no half is near, writing it out would change nothing that is printed. */
function asWritten(tenths: number): number {
  const beyond = tenths % 1;
  const nearHalf = Math.abs(beyond - 0.5) < 1e-6;
  const nearWhole = beyond < 1e-6 || beyond > 1 - 1e-6;
  return nearHalf || nearWhole || tenths > 1e6 ? Number(tenths.toPrecision(13)) : tenths;
}

/** Half up for what is not negative. `Math.round(x + 0.5)` tricks are not needed: the digits were fixed before. */
function roundHalfUp(value: number): number {
  const whole = Math.floor(value);
  return value - whole >= 0.5 ? whole + 1 : whole;
}
