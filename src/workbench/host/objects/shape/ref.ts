/** A shape as a program holds it, and its properties kept by their paths. */
import type { Draft } from "../../model/draft";
import type { Shape } from "../../model/attached/shape";
import { shapeIn, changeShape } from "../../model/attached/shapes";
import { refuse } from "../../refusal";
import type { Turn, Scalar } from "../../wire/object-type";
import { flag, anyNumber, oneOf } from "../arguments";

export interface ShapeRef {
  readonly sheet: string;
  readonly id: string;
}

export const of = (ref: ShapeRef, { draft }: Turn): Shape => shapeIn(draft, ref.sheet, ref.id);

export const keep = (draft: Draft, ref: ShapeRef, patch: Readonly<Record<string, unknown>>): void => {
  const { properties } = shapeIn(draft, ref.sheet, ref.id);
  changeShape(draft, ref.sheet, ref.id, { properties: { ...properties, ...patch } });
};

/** A property kept under its path; `with` says what else is set by setting it. */
export const kept = <Ref extends ShapeRef = ShapeRef>(
  path: string,
  fallback: unknown,
  read: (value: unknown) => unknown,
  also: Readonly<Record<string, unknown>> = {},
): Scalar<Ref> => ({
  get: (ref, turn) => of(ref, turn).properties[path] ?? fallback,
  set: (ref, value, { draft }) => keep(draft, ref, { ...also, [path]: read(value) }),
});

export const yes = (value: unknown): boolean => flag(value, false);

export const share = (value: unknown): number => {
  const number = anyNumber(value);
  return number >= 0 && number <= 1 ? number : refuse("InvalidArgument");
};

export const positive = (value: unknown): number => {
  const number = anyNumber(value);
  return number >= 0 ? number : refuse("InvalidArgument");
};

export const word =
  <Word extends string>(...words: readonly Word[]) =>
  (value: unknown): Word =>
    oneOf(value, words);
