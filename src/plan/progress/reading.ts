/** What a rate needs to know of a printed value: one number with its unit, or why there is none. */

import type { Printed } from "./rate";
import { parseTarget } from "../target";
import type { Target } from "../target";
import { foldSpaces } from "../text-width";

/** A value as read, or `unreadable` for what no cell can hold (NaN, an infinity). */
export type Reading = Target | { kind: "unreadable"; printed: string };

/** A plain number, as nearly every cell of a plan is: read here, because a hundred thousand of them are. */
const plainNumber = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;

export function read(value: Printed): Reading {
  if (typeof value === "string" && plainNumber.test(value)) {
    return { kind: "number", value: Number(value), unit: null, printed: value };
  }
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? { kind: "number", value, unit: null, printed: String(value) }
      : { kind: "unreadable", printed: String(value) };
  }
  if (value === null || value === undefined || typeof value === "string") return parseTarget(value);
  return typeof value === "object" && "kind" in value
    ? value
    : { kind: "unreadable", printed: String(value) };
}

export interface Amount {
  value: number;
  unit: string | null;
}

/** The one number a cell holds, finite and with its unit; null for words, bounds, bands and several numbers. */
export function amountOf(reading: Reading): Amount | null {
  if (reading.kind !== "number" && reading.kind !== "reduction") return null;
  return Number.isFinite(reading.value) ? { value: reading.value, unit: reading.unit } : null;
}

/** The words of a cell. Marks such as ○ and △ count as words, however the cell was read. */
export function wordsOf(reading: Reading): readonly string[] {
  return reading.kind === "milestone" ? reading.words : [reading.printed];
}

/** Two units that are both there and differ: 千円 against 百万円 is not comparable, and nobody converts silently. */
export function unitsDiffer(one: string | null | undefined, other: string | null | undefined): boolean {
  return one !== other && isUnit(one) && isUnit(other) && foldSpaces(one) !== foldSpaces(other);
}

function isUnit(unit: string | null | undefined): unit is string {
  return unit !== null && unit !== undefined && unit.trim() !== "";
}
