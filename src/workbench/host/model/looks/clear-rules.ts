/** Rules that cells are cleared of: they go on for the rest of the cells they were made for. */
import { sheetIn, updateSheet, type Draft } from "../draft";
import { overlaps, without, type Rectangle } from "../cells/rectangle";

interface Rule {
  readonly areas: readonly Rectangle[];
}

const cut = <One extends Rule>(rules: readonly One[], hole: Rectangle): readonly One[] =>
  rules.some(({ areas }) => areas.some((area) => overlaps(area, hole)))
    ? rules
        .map((rule) => ({ ...rule, areas: rule.areas.flatMap((area) => without(area, hole)) }))
        .filter(({ areas }) => areas.length > 0)
    : rules;

export const clearConditionalFormats = (draft: Draft, sheet: string, area: Rectangle): void =>
  updateSheet(draft, sheet, {
    conditionalFormats: cut(sheetIn(draft, sheet).conditionalFormats, area),
  });

export const clearValidations = (draft: Draft, sheet: string, area: Rectangle): void =>
  updateSheet(draft, sheet, { validations: cut(sheetIn(draft, sheet).validations, area) });
