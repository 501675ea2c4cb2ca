/** Results that fill more than their own cell: where they may spill, what they free when they end or shrink. */
import type { CalcOptions } from "./calc";
import type { Marks } from "./marks";
import { type Node, shown } from "./node";
import type { Store } from "./store";
import {
  type CellValue,
  columnsOf,
  failure,
  isMatrix,
  type Matrix,
  type Place,
  rowsOf,
  sameValue,
} from "./values";

export interface Spills {
  /** Formulas whose spill was refused. */
  readonly blocked: Set<Node>;
  /** A cell came free: spills that were refused may fit now. */
  freed(sheet: string, row: number, column: number): void;
  /** Takes a formula's spill off the sheet, save for what lies within `keep`. */
  endSpill(node: Node, keep?: Place): void;
  /** Puts a result where it belongs. */
  settle(node: Node, result: CellValue | Matrix): void;
}

export function createSpills(
  store: Store<Node>,
  { markAreas, markFresh }: Marks,
  maySpill: CalcOptions["maySpill"],
): Spills {
  const blocked = new Set<Node>();

  /** A cell came free: spills that were refused may fit now. */
  function freed(sheet: string, row: number, column: number): void {
    for (const node of blocked) {
      const place = node.wanted;
      if (
        place &&
        place.sheet === sheet &&
        row >= place.top &&
        row <= place.bottom &&
        column >= place.left &&
        column <= place.right
      )
        markFresh(node);
    }
  }

  function endSpill(node: Node, keep?: Place): void {
    const { spill } = node;
    node.spill = undefined;
    if (!spill) return;
    for (const [row, column, slot] of [...store.slotsIn(spill)]) {
      if (slot.anchor !== node) continue;
      if (keep && row <= keep.bottom && column <= keep.right) continue;
      store.release(spill.sheet, row, column);
      store.touched(spill.sheet, row, column);
      freed(spill.sheet, row, column);
    }
    if (!keep) markAreas(spill);
  }

  function fits(node: Node, place: Place): boolean {
    if (place.bottom > 1_048_575 || place.right > 16_383) return false;
    for (const [row, column, slot] of store.slotsIn(place)) {
      if (row === node.row && column === node.column) continue;
      if (slot.formula || (slot.anchor && slot.anchor !== node) || (!slot.anchor && slot.value !== null))
        return false;
    }
    return (
      maySpill?.(
        { sheet: node.sheet, row: node.row, column: node.column },
        place.bottom - place.top + 1,
        place.right - place.left + 1,
      ) ?? true
    );
  }

  function show(node: Node, value: CellValue): void {
    const slot = store.claim(node.sheet, node.row, node.column);
    if (!sameValue(slot.value, value)) store.touched(node.sheet, node.row, node.column);
    slot.value = value;
  }

  /** Puts a result where it belongs. */
  function settle(node: Node, result: CellValue | Matrix): void {
    blocked.delete(node);
    node.wanted = undefined;
    if (!isMatrix(result)) {
      endSpill(node);
      node.value = shown(result);
      show(node, shown(result));
      return;
    }
    const place = {
      sheet: node.sheet,
      top: node.row,
      left: node.column,
      bottom: node.row + rowsOf(result) - 1,
      right: node.column + columnsOf(result) - 1,
    };
    if (!fits(node, place)) {
      endSpill(node);
      node.wanted = place;
      blocked.add(node);
      node.value = failure("#SPILL!");
      show(node, node.value);
      return;
    }
    const before = node.spill;
    endSpill(node, place);
    node.spill = place;
    node.value = result;
    for (const [r, row] of result.cells.entries())
      for (const [c, cell] of row.entries()) {
        const slot = store.claim(place.sheet, place.top + r, place.left + c);
        if (r > 0 || c > 0) slot.anchor = node;
        const value = shown(cell);
        if (!sameValue(slot.value, value)) store.touched(place.sheet, place.top + r, place.left + c);
        slot.value = value;
      }
    // Readers of cells that this spill did not cover when the order was made: they come in the next pass.
    if (!before || before.bottom !== place.bottom || before.right !== place.right) {
      if (!before) markAreas(place);
      else {
        if (place.bottom > before.bottom) markAreas({ ...place, top: before.bottom + 1 });
        if (place.right > before.right) markAreas({ ...place, left: before.right + 1 });
        if (place.bottom < before.bottom || place.right < before.right) markAreas(before);
      }
    }
  }

  return { blocked, freed, endSpill, settle };
}
