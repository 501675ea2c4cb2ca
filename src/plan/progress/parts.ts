/** A target printed for each 区分 (主幹 50 / 主査 70): every part against its own, and the worst decides. */

import { againstNumber } from "./amount";
import { read } from "./reading";
import type { Amount, Reading } from "./reading";
import { partsAgainstOne } from "./unjudged";
import { noRate } from "./rate";
import type { PartRate, Rate, RateInput } from "./rate";
import { foldSpaces } from "../text-width";

export function againstParts(
  parts: readonly (Amount & { label: string })[],
  actual: Reading,
  input: RateInput,
): Rate {
  if (actual.kind !== "parts") return partsAgainstOne("目標値が区分ごとで、実績値は1つ");
  const unknown = actual.parts.find(({ label }) => !parts.some((part) => sameLabel(part.label, label)));
  if (unknown !== undefined) {
    return noRate(
      "判定不能",
      "区分 不一致",
      `実績値の区分「${unknown.label}」が目標値にありません。区分名をそろえてください。`,
    );
  }
  const baseline = read(input.baseline);
  const rates = parts.map(({ label, value, unit }): PartRate => {
    const own = partOf(actual, label);
    if (own === null)
      return { label, rate: noRate("未入力", "未入力", `区分「${label}」の実績値を入力してください。`) };
    const start = partOf(baseline, label) ?? read(undefined);
    return { label, rate: againstNumber({ value, unit }, own, start, input) };
  });
  return worst(rates);
}

/** The worst part decides; a part that cannot be judged leaves the whole unjudged. */
function worst(parts: PartRate[]): Rate {
  const states = parts.flatMap(({ label, rate }) => (rate.kind === "state" ? [{ label, rate }] : []));
  const state = states.find(({ rate }) => rate.state === "未入力") ?? states[0];
  if (state !== undefined) {
    return { ...state.rate, reason: `${state.rate.reason}（区分「${state.label}」）`, parts };
  }
  const values = parts.flatMap(({ rate }) => (rate.kind === "rate" ? [rate] : []));
  const [first, ...rest] = values;
  if (first === undefined) return noRate("判定不能", "区分なし", "目標値の区分がありません。");
  const least = rest.reduce((low, each) => (each.value < low.value ? each : low), first);
  return { ...least, parts };
}

function partOf(reading: Reading, label: string): Reading | null {
  if (reading.kind !== "parts") return null;
  const part = reading.parts.find((each) => sameLabel(each.label, label));
  return part === undefined
    ? null
    : { kind: "number", value: part.value, unit: part.unit, printed: String(part.value) };
}

function sameLabel(one: string, other: string): boolean {
  return foldSpaces(one) === foldSpaces(other);
}
