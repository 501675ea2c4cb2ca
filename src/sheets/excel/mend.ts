/** 修正, and 実績 that came back from a 担当課: cells that still hold what was shown get what was agreed to. */

import type { CellChange } from "../../plan/checks/rule";
import { mendPlan } from "../../plan/mend";
import type { Plan } from "../../plan/plan";
import { type Answer, done } from "../answer";
import { areaName, cellName, parseAddress } from "../address";
import { cellIn, cellOf, type CellValue, rowAt } from "../cell-values";
import type { FoundPlan } from "../found-plans";
import { addressOf } from "../place-address";
import { keptIndicatorCell } from "../kept-copy";
import { actualFormatOf, indicatorFormatOf, LIST_SEPARATOR, TEXT } from "../plan-cells";
import { placeOfChange } from "../place-of-change";
import { sameCell } from "../reading/row";
import { levelText } from "../rows";
import { allOrNothing } from "./all-or-nothing";
import { withExcel } from "./connection";
import { findPlan } from "./found";
import type { Step } from "./step";
import { remember } from "./undo";

interface Written {
  sheet: string;
  address: string;
  value: string | number;
  format: string;
}

export function mendCells(
  plan: string,
  changes: readonly CellChange[],
  what = "修正",
): Promise<Answer<{ done: CellChange[]; stale: CellChange[] }>> {
  return withExcel<{ done: CellChange[]; stale: CellChange[] }>(
    async ({ context, sync }) => {
      const found = await findPlan({ context, sync }, plan);
      if ("ok" in found) return found;
      const { mended, stale, cells } = cellsToWrite(found.found, changes);
      if (cells.length === 0) return done({ done: mended, stale });
      const rangeOf = ({ sheet, address }: Written): Excel.Range =>
        context.workbook.worksheets.getItem(sheet).getRange(address);
      const before = cells.map((cell) => ({ cell, range: rangeOf(cell).load("formulas,numberFormat") }));
      await sync();
      const steps = before.map(({ cell: { sheet, address }, range }): Step => ({
        kind: "restore",
        sheet,
        address,
        formulas: range.formulas as CellValue[][],
        formats: range.numberFormat as string[][],
      }));
      const written = await allOrNothing(steps, async () => {
        const ranges = cells.map((cell) => {
          const range = rangeOf(cell);
          range.numberFormat = [[cell.format]];
          range.values = [[cell.value]];
          return { cell, range: range.load("formulas") };
        });
        await sync();
        return ranges;
      });
      const left = written.map(({ cell: { sheet, address }, range }) => ({
        sheet,
        address,
        formulas: range.formulas as CellValue[][],
      }));
      remember({ what, steps, left });
      return done({ done: mended, stale });
    },
    { alone: true },
  );
}

/** Every change as the cells it needs; what cannot be done as asked is stale. */
function cellsToWrite(
  found: FoundPlan,
  changes: readonly CellChange[],
): { mended: CellChange[]; stale: CellChange[]; cells: Written[] } {
  const { done: fresh, stale } = mendPlan(found.reading.plan, changes);
  const mended: CellChange[] = [];
  const cells: Written[] = [];
  const keptAs: CellChange[] = [];
  const { matrix, area, sheet } = found.table;
  for (const change of fresh) {
    const content = contentAfter(found, change);
    const places = placesOf(found, change);
    const differing = places.filter(
      ({ row, position }) => !sameCell(cellIn(rowAt(matrix, row), position), content.value),
    );
    if (places.length === 0) stale.push(change);
    else if (differing.length === 0) keptAs.push(change);
    else {
      mended.push(change);
      for (const { row, position } of differing) {
        const address = cellName(area.row + row, area.column + position);
        cells.push({ sheet, address, ...content });
      }
    }
  }
  for (const [indicator, own] of byIndicator(keptAs)) {
    const cell = keptCell(found, indicator, own);
    if (cell === null) stale.push(...own);
    else {
      mended.push(...own);
      cells.push(cell);
    }
  }
  return { mended, stale, cells };
}

/** Where the change belongs: an item's name and 担当課 stand in each of its rows, a heading in all rows below it. */
function placesOf(found: FoundPlan, change: CellChange): { row: number; position: number }[] {
  const { reading, table } = found;
  const address = addressOf(found, placeOfChange(change));
  const first = address === null ? undefined : parseAddress(address)?.area;
  if (first === undefined) return [];
  const position = first.column - table.area.column;
  if (!("node" in change)) return [{ row: first.row - table.area.row, position }];
  const parents = new Map(reading.plan.nodes.map(({ id, parent }) => [id, parent]));
  const shows = (node: string | null): boolean =>
    node === change.node || (change.kind === "nodeName" && node !== null && shows(parents.get(node) ?? null));
  return [...reading.nodeAt].flatMap(([row, node]) => (shows(node) ? [{ row, position }] : []));
}

/**
 * A cell that was loaded from `50％` holds the number 50 already, and is read as printed because the kept copy says so:
 * there the unit is what has to go.
 */
function keptCell(found: FoundPlan, indicator: string, changes: readonly CellChange[]): Written | null {
  const { keptTable } = found;
  if (keptTable === null) return null;
  const cell = keptIndicatorCell(keptTable.matrix.slice(1), indicator, (kept) => {
    const plan = { ...found.reading.plan, nodes: [], indicators: [kept] };
    return mendPlan(plan, changes).plan.indicators[0] ?? kept;
  });
  if (cell === null) return null;
  const { area, sheet } = keptTable;
  const at = { row: area.row + 1 + cell.row, column: area.column + 3, rows: 1, columns: 1 };
  return { sheet, address: areaName(at), value: cell.text, format: TEXT };
}

function byIndicator(changes: readonly CellChange[]): Map<string, CellChange[]> {
  const groups = new Map<string, CellChange[]>();
  for (const change of changes) {
    const id = "indicator" in change ? change.indicator : "";
    groups.set(id, [...(groups.get(id) ?? []), change]);
  }
  return groups;
}

function contentAfter(
  { reading: { plan } }: FoundPlan,
  change: CellChange,
): Omit<Written, "sheet" | "address"> {
  switch (change.kind) {
    case "department":
      return { value: change.after.join(LIST_SEPARATOR), format: TEXT };
    case "nodeName":
      return { value: shownName(plan, change), format: TEXT };
    case "unit":
      return { value: change.after, format: TEXT };
    default: {
      const own = plan.indicators.filter(({ id }) => id === change.indicator);
      const [indicator] = mendPlan({ ...plan, indicators: own }, [change]).plan.indicators;
      const value = cellOf(change.after, indicator?.unit ?? null);
      const isNumber = typeof value === "number" && indicator !== undefined;
      if (!isNumber) return { value, format: TEXT };
      const format = indicatorFormatOf(indicator);
      return { value, format: change.kind === "actual" ? actualFormatOf(format) : format };
    }
  }
}

function shownName({ nodes, levels }: Plan, { node: id, after }: CellChange & { kind: "nodeName" }): string {
  const node = nodes.find((each) => each.id === id);
  const depth = levels.indexOf(node?.level ?? "");
  return levelText({ number: node?.number ?? null, name: after }, depth, levels);
}
