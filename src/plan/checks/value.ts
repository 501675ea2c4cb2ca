/** What the rules ask of a printed value: is it a quantity, how large, and in which unit. */

import type { Target } from "../target";

export type Family = "quantity" | "parts" | "milestone" | "none";

/** Which values can be set beside each other. */
export function familyOf(value: Target): Family {
  switch (value.kind) {
    case "number":
    case "reduction":
    case "bound":
    case "band":
    case "comparison":
      return "quantity";
    case "parts":
      return "parts";
    case "milestone":
      // なし as a baseline says that there was nothing yet; numbers and words may follow it.
      return value.words.every((word) => nothingYet.has(word)) ? "none" : "milestone";
    case "notMeasured":
    case "missing":
      return "none";
  }
}

const nothingYet = new Set(["なし", "無し", "無", "該当なし", "未実施"]);

export const familyName: Record<Family, string> = {
  quantity: "数値",
  parts: "区分ごとの数値",
  milestone: "言葉",
  none: "値なし",
};

/** The number of a plain value; null for bounds, bands, parts and words. */
export function plainNumber(value: Target): number | null {
  return value.kind === "number" || value.kind === "reduction" ? value.value : null;
}

/** The number a value turns on, bounds included. */
export function anyNumber(value: Target): number | null {
  return value.kind === "bound" ? value.value : plainNumber(value);
}

/** The unit printed inside the cell, if any. */
export function unitInside(value: Target): string | null {
  switch (value.kind) {
    case "number":
    case "reduction":
    case "bound":
    case "band":
      return value.unit;
    default:
      return null;
  }
}

/** Units are compared as people read them: ％ is %, ㎡ is m2. */
export function sameUnit(one: string, other: string): boolean {
  return plainUnit(one) === plainUnit(other);
}

export function isPercent(unit: string | null): boolean {
  return unit !== null && ["%", "パーセント"].includes(plainUnit(unit));
}

const plainUnits = new Map<string, string>();

/** There are a few dozen units and a hundred thousand cells. */
function plainUnit(unit: string): string {
  let plain = plainUnits.get(unit);
  if (plain === undefined) {
    plain = unit.normalize("NFKC").replace(/[\s()]/g, "");
    if (plainUnits.size < 1000) plainUnits.set(unit, plain);
  }
  return plain;
}
