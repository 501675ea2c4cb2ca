/**
 * The cells of a sheet, so kept that an old state of the sheet stays as it was: rows in blocks, copied when they are
 * first written under a new owner. Undo, half-failed requests and telling the page what changed all rest on this.
 */
import type { Cell } from "./cell";
import { BLANK } from "./cell";

const BLOCK = 64;

interface Row {
  readonly owner: object;
  readonly cells: (Cell | undefined)[];
}
interface Block {
  readonly owner: object;
  readonly rows: (Row | undefined)[];
}
export interface Grid {
  readonly owner: object;
  readonly blocks: (Block | undefined)[];
}

export const EMPTY_GRID: Grid = { owner: {}, blocks: [] };

export const cellAt = (grid: Grid, row: number, column: number): Cell | undefined =>
  grid.blocks[(row / BLOCK) | 0]?.rows[row % BLOCK]?.cells[column];

/** Must be called with a grid that `owner` owns (see `ownedGrid`); writes in place. */
export const putCell = (
  grid: Grid,
  owner: object,
  row: number,
  column: number,
  cell: Cell | undefined,
): void => {
  const index = (row / BLOCK) | 0;
  let block = grid.blocks[index];
  if (!block) {
    if (!cell) return;
    block = { owner, rows: new Array<Row | undefined>(BLOCK).fill(undefined) };
    grid.blocks[index] = block;
  } else if (block.owner !== owner) {
    block = { owner, rows: block.rows.slice() };
    grid.blocks[index] = block;
  }
  let line = block.rows[row % BLOCK];
  if (!line) {
    if (!cell) return;
    line = { owner, cells: [] };
    block.rows[row % BLOCK] = line;
  } else if (line.owner !== owner) {
    line = { owner, cells: line.cells.slice() };
    block.rows[row % BLOCK] = line;
  }
  const { cells } = line;
  if (
    cell &&
    (cell.value !== null || cell.formula !== undefined || cell.style || cell.spilledFrom || cell.quoted)
  ) {
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
  } else if (column < cells.length) cells[column] = undefined;
};

export const ownedGrid = (grid: Grid, owner: object): Grid =>
  grid.owner === owner ? grid : { owner, blocks: grid.blocks.slice() };

export type Visit = (cell: Cell, row: number, column: number) => void;

/** Every cell there is inside, row by row; blanks that were never touched are skipped. */
export const eachCell = (
  grid: Grid,
  area: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number },
  visit: Visit,
): void => {
  const lastBlock = Math.min((area.bottom / BLOCK) | 0, grid.blocks.length - 1);
  for (let index = (area.top / BLOCK) | 0; index <= lastBlock; index++) {
    const block = grid.blocks[index];
    if (!block) continue;
    const first = Math.max(area.top - index * BLOCK, 0);
    const last = Math.min(area.bottom - index * BLOCK, BLOCK - 1);
    for (let within = first; within <= last; within++) {
      const cells = block.rows[within]?.cells;
      if (!cells) continue;
      const end = Math.min(area.right, cells.length - 1);
      for (let column = area.left; column <= end; column++) {
        const cell = cells[column];
        if (cell) visit(cell, index * BLOCK + within, column);
      }
    }
  }
};

/** The cells of one row from column 0 on, possibly shorter than the sheet. */
export const rowCells = (grid: Grid, row: number): readonly (Cell | undefined)[] =>
  grid.blocks[(row / BLOCK) | 0]?.rows[row % BLOCK]?.cells ?? [];

export const lastRowOf = (grid: Grid): number => grid.blocks.length * BLOCK - 1;

/** Puts a whole row, as moving rows does; `cells` is taken over. */
export const putRow = (
  grid: Grid,
  owner: object,
  row: number,
  cells: readonly (Cell | undefined)[],
): void => {
  const index = (row / BLOCK) | 0;
  let block = grid.blocks[index];
  if (!block || block.owner !== owner) {
    block = { owner, rows: block ? block.rows.slice() : new Array<Row | undefined>(BLOCK).fill(undefined) };
    grid.blocks[index] = block;
  }
  block.rows[row % BLOCK] =
    cells.length === 0 ? undefined : { owner: {}, cells: cells as (Cell | undefined)[] };
};

/** The places where two states of a sheet differ, until `visit` has seen "enough". Rows both states share are not looked into. */
export const eachDifference = (
  before: Grid,
  after: Grid,
  visit: (before: Cell, after: Cell, row: number, column: number) => unknown,
): void => {
  if (before === after) return;
  const blocks = Math.max(before.blocks.length, after.blocks.length);
  for (let index = 0; index < blocks; index++) {
    const oldBlock = before.blocks[index];
    const newBlock = after.blocks[index];
    if (oldBlock === newBlock) continue;
    for (let within = 0; within < BLOCK; within++) {
      const oldCells = oldBlock?.rows[within]?.cells;
      const newCells = newBlock?.rows[within]?.cells;
      if (oldCells === newCells) continue;
      const columns = Math.max(oldCells?.length ?? 0, newCells?.length ?? 0);
      for (let column = 0; column < columns; column++) {
        const oldCell = oldCells?.[column];
        const newCell = newCells?.[column];
        if (oldCell === newCell) continue;
        if (visit(oldCell ?? BLANK, newCell ?? BLANK, index * BLOCK + within, column) === "enough") return;
      }
    }
  }
};
