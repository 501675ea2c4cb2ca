/** Copying cells as Excel's paste does: what of them goes along, how often it is laid out, and where formulas point then. */
import { relocate } from "../../formula";
import type { Cell } from "../cells/cell";
import { readCell, sheetIn, updateSheet, type Draft } from "../draft";
import { styleOf } from "../looks/effective";
import { restyle } from "../looks/appearance";
import { cellAt } from "../cells/grid";
import { assertMayEdit } from "../guard";
import { quoteSheet } from "../../formula";
import { printAddress } from "../../formula";
import { areaOf } from "../formulas/lookup";
import { columnsOf, intersection, rectangle, rowsOf, without, type Rectangle } from "../cells/rectangle";
import { enter } from "./enter";
import { refuse } from "../../refusal";

export type CopyType = "All" | "Formulas" | "Values" | "Formats" | "Link";

export interface Place {
  readonly sheet: string;
  readonly area: Rectangle;
}

export interface CopyOptions {
  readonly what: CopyType;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** The target grows to the source's size; one that is a multiple of it is filled with copies. */
const landing = (target: Rectangle, rows: number, columns: number): Rectangle => {
  const whole = rowsOf(target) % rows === 0 && columnsOf(target) % columns === 0;
  return whole ? target : rectangle(target.top, target.left, rows, columns);
};

export const copyCells = (draft: Draft, from: Place, to: Place, options: CopyOptions): void => {
  const { what, skipBlanks, transpose } = options;
  const source = { ...from.area };
  const [rows, columns] = transpose
    ? [columnsOf(source), rowsOf(source)]
    : [rowsOf(source), columnsOf(source)];
  const target = landing({ ...to.area }, rows, columns);
  if (target.bottom > 1_048_575 || target.right > 16_383) refuse("InvalidArgument");
  assertMayEdit(draft.book, to.sheet, target);
  const home = sheetIn(draft, from.sheet);
  const placeOf = (row: number, column: number): { row: number; column: number } => {
    const [down, across] = [row % rows, column % columns];
    return transpose
      ? { row: source.top + across, column: source.left + down }
      : { row: source.top + down, column: source.left + across };
  };
  // Read before anything is written: source and target may overlap.
  const cells = Array.from({ length: rowsOf(target) }, (_, row) =>
    Array.from({ length: columnsOf(target) }, (__, column) => {
      const place = placeOf(row, column);
      const cell = cellAt(home.grid, place.row, place.column);
      return { place, cell, style: styleOf(home, cell, place.row, place.column) };
    }),
  );
  const looks = what === "All" || what === "Formats";
  if (looks) {
    cells.forEach((line, row) =>
      line.forEach(({ cell, style }, column) => {
        if (skipBlanks && isBlank(cell)) return;
        restyle(draft, to.sheet, rectangle(target.top + row, target.left + column), () => style);
      }),
    );
    draft.happenings.push({ kind: "formatChanged", sheet: to.sheet, area: target });
    copyRules(draft, from, to.sheet, target, options);
  }
  if (what === "Formats") return;
  const inputs = cells.map((line, row) =>
    line.map(({ place, cell }, column) => {
      if (skipBlanks && isBlank(cell)) return null;
      const own = readCell(draft, to.sheet, target.top + row, target.left + column).style;
      const moved = { down: target.top + row - place.row, across: target.left + column - place.column };
      return {
        ready: { ...contentOf(draft, from.sheet, place, cell, what, moved), ...(own ? { style: own } : {}) },
      };
    }),
  );
  enter(draft, to.sheet, target, inputs);
};

const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.value === null && cell.formula === undefined);

const contentOf = (
  draft: Draft,
  sheet: string,
  place: { readonly row: number; readonly column: number },
  cell: Cell | undefined,
  what: CopyType,
  { down, across }: { readonly down: number; readonly across: number },
): Cell => {
  if (what === "Link") {
    const area = areaOf(draft.book, sheet, rectangle(place.row, place.column));
    return { value: null, formula: `=${quoteSheet(area.sheet)}!${printAddress(area, { absolute: true })}` };
  }
  if (!cell) return { value: null };
  const kept = { ...(cell.quoted ? { quoted: true } : {}), ...(cell.rich ? { rich: cell.rich } : {}) };
  if (what !== "Values" && cell.formula !== undefined)
    return { value: null, formula: relocate(cell.formula, down, across) };
  return { value: cell.value, ...kept };
};

/** Validation and conditional formats go along with "All", conditional formats with "Formats". */
const copyRules = (
  draft: Draft,
  from: Place,
  sheet: string,
  target: Rectangle,
  { what, skipBlanks, transpose }: CopyOptions,
): void => {
  if (skipBlanks || transpose) return;
  const source = from.area;
  const [rows, columns] = [rowsOf(source), columnsOf(source)];
  const landings = (area: Rectangle): readonly Rectangle[] => {
    const cut = intersection(area, source);
    if (!cut) return [];
    const list: Rectangle[] = [];
    for (let down = target.top - source.top; down + source.top <= target.bottom; down += rows) {
      for (let across = target.left - source.left; across + source.left <= target.right; across += columns) {
        list.push({
          top: cut.top + down,
          bottom: cut.bottom + down,
          left: cut.left + across,
          right: cut.right + across,
        });
      }
    }
    return list;
  };
  const { validations, conditionalFormats } = sheetIn(draft, from.sheet);
  const cleared = <Rule extends { readonly areas: readonly Rectangle[] }>(rules: readonly Rule[]): Rule[] =>
    rules
      .map((rule) => ({ ...rule, areas: rule.areas.flatMap((area) => without(area, target)) }))
      .filter(({ areas }) => areas.length > 0);
  const copied = <Rule extends { readonly areas: readonly Rectangle[] }>(
    rules: readonly Rule[],
    rebase: (rule: Rule, down: number, across: number) => Rule,
  ): Rule[] =>
    rules.flatMap((rule) => {
      const areas = rule.areas.flatMap(landings);
      const [first] = areas;
      const [origin] = rule.areas;
      if (!first || !origin) return [];
      return [{ ...rebase(rule, first.top - origin.top, first.left - origin.left), areas }];
    });
  const there = sheetIn(draft, sheet);
  const moved = <Value>(value: Value, down: number, across: number): Value => {
    if (typeof value === "string")
      return (value.startsWith("=") ? relocate(value, down, across) : value) as Value;
    if (Array.isArray(value)) return value.map((each: unknown) => moved(each, down, across)) as Value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, held]: [string, unknown]) => [key, moved(held, down, across)]),
    ) as Value;
  };
  const number = there.conditionalFormats.length;
  updateSheet(draft, sheet, {
    ...(what === "All"
      ? {
          validations: [
            ...cleared(there.validations),
            ...copied(validations, (rule, down, across) =>
              rule.rule ? { ...rule, rule: moved(rule.rule, down, across) } : rule,
            ),
          ],
        }
      : {}),
    conditionalFormats: [
      ...cleared(there.conditionalFormats),
      ...copied(conditionalFormats, (rule, down, across) => ({
        ...rule,
        settings: moved(rule.settings, down, across),
      })).map((rule, at) => ({ ...rule, id: `${rule.id}-${number + at + 1}` })),
    ],
  });
};
