/** What is put into cells and taken out of them: values, formulas, formulas whose values are known from a file. */
import type { Calc, CellKey, CellWrite } from "./calc";
import type { Dependents, Watched } from "./dependents";
import type { Marks } from "./marks";
import { createNode, type Node } from "./node";
import type { Spills } from "./spills";
import type { Store } from "./store";
import type { Templates } from "./template";
import { isError, sameValue } from "./values";

export interface EnteringOptions {
  readonly store: Store<Node>;
  readonly dependents: Dependents<Node>;
  readonly templates: Templates;
  readonly marks: Marks;
  readonly spills: Spills;
  link(node: Node): void;
  unlink(node: Node): void;
  /** What a file cannot keep begins anew. */
  startAgain(node: Node): void;
}

export interface Entering {
  write(cell: CellWrite): void;
  restore(cell: Parameters<Calc["restore"]>[0][number]): void;
}

export function createEntering({
  store,
  dependents,
  templates,
  marks: { areas, markFresh },
  spills: { blocked, freed },
  link,
  unlink,
  startAgain,
}: EnteringOptions): Entering {
  /** Takes what stands in the cell out of it, formula, spill and all. */
  function vacate(at: CellKey): void {
    const slot = store.slot(at.sheet, at.row, at.column);
    if (slot?.formula) unlink(slot.formula);
    if (slot?.anchor) {
      markFresh(slot.anchor);
      delete slot.anchor;
    }
    if (slot) delete slot.formula;
  }

  function changed(at: CellKey): void {
    store.touched(at.sheet, at.row, at.column);
    const over: readonly Watched<Node>[] = dependents.over(at.sheet, at.row, at.column);
    for (const watched of over) areas.add(watched);
  }

  /** A refused spill stays refused, but one that stands over this cell has to give way; `vacate` has marked it. */
  function obstructed(at: CellKey): void {
    const slot = store.slot(at.sheet, at.row, at.column);
    if (slot?.anchor) markFresh(slot.anchor);
  }

  function write(cell: CellWrite): void {
    const { content } = cell;
    const slot = store.slot(cell.sheet, cell.row, cell.column);
    switch (content.kind) {
      case "blank":
        if (!slot || (slot.anchor && !slot.formula)) return;
        vacate(cell);
        store.release(cell.sheet, cell.row, cell.column);
        changed(cell);
        freed(cell.sheet, cell.row, cell.column);
        return;
      case "value": {
        if (content.value === null) {
          write({ ...cell, content: { kind: "blank" } });
          return;
        }
        if (slot && !slot.formula && !slot.anchor && sameValue(slot.value, content.value)) return;
        vacate(cell);
        store.claim(cell.sheet, cell.row, cell.column).value = content.value;
        changed(cell);
        obstructed(cell);
        return;
      }
      case "formula": {
        const former = slot?.formula?.reported;
        vacate(cell);
        const node = createNode(templates, "cell", cell, "", content.formula);
        const claimed = store.claim(cell.sheet, cell.row, cell.column);
        claimed.formula = node;
        if (former && !former.spill) node.reported = former;
        link(node);
        markFresh(node);
        node.entered = true;
        changed(cell);
        obstructed(cell);
        return;
      }
    }
  }

  return {
    write,
    restore({ sheet, row, column, formula, value, spill }) {
      const at = { sheet, row, column };
      vacate(at);
      const node = createNode(templates, "cell", at, "", formula);
      const slot = store.claim(sheet, row, column);
      slot.formula = node;
      slot.value = value;
      link(node);
      node.value = value;
      if (spill) {
        node.value = { kind: "matrix", cells: spill.values };
        node.spill = {
          sheet,
          top: row,
          left: column,
          bottom: row + spill.rows - 1,
          right: column + spill.columns - 1,
        };
        for (const [r, line] of spill.values.entries())
          for (const [c, each] of line.entries()) {
            const spilled = store.claim(sheet, row + r, column + c);
            spilled.value = each;
            if (r > 0 || c > 0) spilled.anchor = node;
          }
      }
      if (isError(value) && value.code === "#SPILL!") blocked.add(node);
      startAgain(node);
      node.reported = { value, ...(spill && { spill }) };
      store.touched(sheet, row, column);
    },
  };
}
