/** A conditional format as its parts see it: found again, changed, its settings kept under their names. */
import type { ConditionalFormat } from "../../model/looks/conditional";
import { sheetIn, updateSheet, type Draft } from "../../model/draft";
import { refuse } from "../../refusal";
import type { Scalar } from "../../wire/object-type";

export interface FormatRef {
  readonly sheet: string;
  readonly id: string;
}

export const of = (ref: FormatRef, draft: Draft): ConditionalFormat =>
  sheetIn(draft, ref.sheet).conditionalFormats.find(({ id }) => id === ref.id) ?? refuse("ItemNotFound");

export const update = (draft: Draft, ref: FormatRef, patch: Partial<ConditionalFormat>): void => {
  of(ref, draft);
  updateSheet(draft, ref.sheet, {
    conditionalFormats: sheetIn(draft, ref.sheet).conditionalFormats.map((each) =>
      each.id === ref.id ? { ...each, ...patch } : each,
    ),
  });
};

export const setting = (
  key: string,
  fallback: unknown,
  read: (value: unknown) => unknown = (value) => value,
): Scalar<FormatRef> => ({
  get: (ref, { draft }) => of(ref, draft).settings[key] ?? fallback,
  set: (ref, value, { draft }) =>
    update(draft, ref, { settings: { ...of(ref, draft).settings, [key]: read(value) } }),
});
