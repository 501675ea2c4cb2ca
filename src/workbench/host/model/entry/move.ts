/** Cutting cells and pasting them elsewhere: what pointed at them follows, what lay at their new place is gone. */
import { refuse } from "../../refusal";
import { clearLooks } from "../looks/appearance";
import { clearContents } from "./clear-contents";
import { tablesOn, type Place } from "../book";
import type { Cell } from "../cells/cell";
import { sheetIn, updateSheet, writableGrid, type Draft } from "../draft";
import { styleOf } from "../looks/effective";
import { rewriteFormulas } from "../formulas/rewrite";
import { eachCell, putCell } from "../cells/grid";
import { assertMayEdit } from "../guard";
import { areaOf, sheetName } from "../formulas/lookup";
import {
  contains,
  intersection,
  isOnSheet,
  moved,
  overlaps,
  without,
  type Rectangle,
} from "../cells/rectangle";

interface Ruled {
  readonly areas: readonly Rectangle[];
}

export const moveCells = (draft: Draft, from: Place, toSheet: string, row: number, column: number): void => {
  const { area } = from;
  const [down, across] = [row - area.top, column - area.left];
  if (toSheet === from.sheet && down === 0 && across === 0) return;
  const target = moved(area, down, across);
  if (!isOnSheet(target)) refuse("InvalidArgument");
  assertMayEdit(draft.book, from.sheet, area);
  assertMayEdit(draft.book, toSheet, target);
  // A table goes along only with another command in Excel; here its cells cannot be torn out of it.
  const tables = [
    ...tablesOn(draft.book, from.sheet).filter((table) => overlaps(table.area, area)),
    ...tablesOn(draft.book, toSheet).filter((table) => overlaps(table.area, target)),
  ];
  if (tables.length > 0)
    refuse("InvalidOperation", "Range.moveTo: the workbench does not move cells of a table.");
  const home = sheetIn(draft, from.sheet);
  if (home.merged.some((one) => overlaps(one, area) && !contains(area, one))) refuse("InvalidOperation");

  const edit = {
    kind: "move",
    from: areaOf(draft.book, from.sheet, area),
    to: { sheet: sheetName(draft.book, toSheet), row, column },
  } as const;
  rewriteFormulas(draft, edit);

  const taken: { readonly row: number; readonly column: number; readonly cell: Cell }[] = [];
  const before = sheetIn(draft, from.sheet);
  eachCell(before.grid, area, (cell, at, beside) => {
    if (cell.spilledFrom) return;
    const { spill: _, ...rest } = cell;
    const style = styleOf(before, cell, at, beside);
    taken.push({ row: at + down, column: beside + across, cell: style ? { ...rest, style } : rest });
  });
  takeBelongings(draft, from, toSheet, target, down, across);
  clearContents(draft, from.sheet, area);
  clearLooks(draft, from.sheet, area);
  clearContents(draft, toSheet, target);
  clearLooks(draft, toSheet, target);
  const grid = writableGrid(draft, toSheet);
  for (const { row: at, column: beside, cell } of taken) putCell(grid, draft.owner, at, beside, cell);
  if (toSheet === from.sheet)
    draft.moves.push({ sheet: toSheet, shift: { kind: "move", area, rows: down, columns: across } });
  for (const place of [from, { sheet: toSheet, area: target }])
    draft.happenings.push({ kind: "changed", ...place, changeType: "RangeEdited" });
};

/** Merges, links, validations and conditional formats of the cells. */
const takeBelongings = (
  draft: Draft,
  from: Place,
  toSheet: string,
  target: Rectangle,
  down: number,
  across: number,
): void => {
  const { area } = from;
  const source = sheetIn(draft, from.sheet);
  const here = (one: Rectangle): readonly Rectangle[] => {
    const cut = intersection(one, area);
    return cut ? [moved(cut, down, across)] : [];
  };
  const there = <Rule extends Ruled>(rules: readonly Rule[]): readonly Rule[] =>
    rules.flatMap((rule) => {
      const areas = rule.areas.flatMap(here);
      return areas.length > 0 ? [{ ...rule, areas }] : [];
    });
  const left = <Rule extends Ruled>(rules: readonly Rule[], hole: Rectangle): readonly Rule[] =>
    rules
      .map((rule) => ({ ...rule, areas: rule.areas.flatMap((one) => without(one, hole)) }))
      .filter(({ areas }) => areas.length > 0);
  const going = {
    validations: there(source.validations),
    conditionalFormats: there(source.conditionalFormats),
    links: source.links.flatMap((link) => here(link.area).map((one) => ({ ...link, area: one }))),
    merged: source.merged.flatMap((one) => (contains(area, one) ? [moved(one, down, across)] : [])),
  };
  const empty = (sheet: string, hole: Rectangle): void => {
    const { validations, conditionalFormats, links, merged } = sheetIn(draft, sheet);
    updateSheet(draft, sheet, {
      validations: left(validations, hole),
      conditionalFormats: left(conditionalFormats, hole),
      links: links.flatMap((link) => without(link.area, hole).map((one) => ({ ...link, area: one }))),
      merged: merged.filter((one) => !overlaps(one, hole)),
    });
  };
  empty(from.sheet, area);
  empty(toSheet, target);
  const now = sheetIn(draft, toSheet);
  const known = new Set(now.conditionalFormats.map(({ id }) => id));
  updateSheet(draft, toSheet, {
    validations: [...now.validations, ...going.validations],
    conditionalFormats: [
      ...now.conditionalFormats,
      ...going.conditionalFormats.map((one) => (known.has(one.id) ? { ...one, id: `${one.id}-m` } : one)),
    ],
    links: [...now.links, ...going.links],
    merged: [...now.merged, ...going.merged],
  });
};
