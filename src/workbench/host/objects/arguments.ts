/** Reading what a program passed: numbers that must be whole, ranges given as text or object, one of a list of words. */
import { refuse } from "../refusal";

export const optional = (value: unknown): unknown => (value === null ? undefined : value);

export const wholeNumber = (value: unknown, fallback?: number): number => {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  return typeof value === "number" && Number.isInteger(value) ? value : refuse("InvalidArgument");
};

export const text = (value: unknown): string =>
  typeof value === "string" ? value : refuse("InvalidArgument");

export const optionalText = (value: unknown): string | undefined =>
  value === null || value === undefined ? undefined : text(value);

export const flag = (value: unknown, fallback: boolean): boolean => {
  if (value === null || value === undefined) return fallback;
  return typeof value === "boolean" ? value : refuse("InvalidArgument");
};

export const anyNumber = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) ? value : refuse("InvalidArgument");

/** Enumerations are compared without regard to case: programs pass `"visible"` and `"Visible"`. */
export const oneOf = <Word extends string>(value: unknown, words: readonly Word[], fallback?: Word): Word => {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  const found =
    typeof value === "string" ? words.find((word) => word.toLowerCase() === value.toLowerCase()) : undefined;
  return found ?? refuse("InvalidArgument");
};

export const plainObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse("InvalidArgument");
