/** 割合の疑い: a value typed as 0.5 where the plan prints 50 ％. */

/** Whether a unit, as printed, counts in hundredths. */
export function isPercentUnit(unit: string | null | undefined): boolean {
  return unit !== null && unit !== undefined && /^(?:%|％|パーセント)$/u.test(unit.trim());
}

/**
 * An actual above 0 and up to 1 (a cell formatted as 100 % holds 1) where target or baseline is 10 or more. Of a 0 there is no doubt:
 * it is 0 either way. Nobody can tell 0.5 ％ from 50 ％ here, so it is held back, not mended.
 */
export function looksLikeFraction(
  actual: number,
  target: number | null,
  baseline: number | null,
  unit: string | null | undefined,
): boolean {
  return isPercentUnit(unit) && actual > 0 && actual <= 1 && ((target ?? 0) >= 10 || (baseline ?? 0) >= 10);
}
