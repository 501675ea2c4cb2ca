/** How a fraction is printed as a percentage: one decimal, half up, and never 100.0 for less than 100 %. What is printed is what is graded. */

/**
 * The percentage as it is shown, as a number: 0.8445 → 84.5. NaN and infinities have none: null.
 *
 * Binary fractions put 84.45 a hair below itself, so what is rounded is a hair more: less than any ratio of two whole numbers
 * below ten thousand million can lack to a half. Negative percentages are rounded by their size, as Excel does when it
 * shows them: −12.25 → −12.3.
 */
export function percentOf(fraction: number): number | null {
  const rounded = Math.round(Math.abs(fraction) * 1000 * aHairMore) / 10;
  if (!Number.isFinite(rounded)) return null;
  if (fraction < 0) return rounded === 0 ? 0 : -rounded;
  return fraction < 1 ? Math.min(rounded, 99.9) : rounded;
}

const aHairMore = 1 + 1e-14;

/** `98.7 %`, with exactly one decimal. A fraction that is none prints as 判定不能. */
export function printPercent(fraction: number): string {
  const percent = percentOf(fraction);
  return percent === null ? "判定不能" : `${percent.toFixed(1)} %`;
}

/** A share of a count as the plans print it: 10 of 12 → 83.3. Nothing to count: null. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 && part >= 0 ? percentOf(part / whole) : null;
}
