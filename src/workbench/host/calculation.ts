/** Between the model and the calculation engine: what changed goes in as plain A1, changed values and spills come back. */
import type { Calc, CalculationExtent, CellChange, CellContent, CellKey, CellWrite } from "./calc/calc";
import { nameKey, toPlain } from "./formula";
import { sheetById, tablesOn, type Book } from "./model/book";
import { BLANK, isFilled, type Cell } from "./model/cells/cell";
import { eachCellDifference, type CellDifference } from "./model/difference";
import { readCell, seal, writeCell, type Draft } from "./model/draft";
import { cellAt, eachCell } from "./model/cells/grid";
import { homeOf, lookupOf, sheetName } from "./model/formulas/lookup";
import { overlaps, rectangle, WHOLE_SHEET } from "./model/cells/rectangle";
import { createPace, type Pace } from "./pace";

export interface Calculation {
  /** Tells the engine of everything that changed since the last time. */
  feed(draft: Draft): Promise<void>;
  /** Feeds, calculates, and puts the changed values into the draft. */
  calculate(draft: Draft, extent?: CalculationExtent): Promise<void>;
  /** Puts values that arrived late into the draft. */
  apply(draft: Draft, changes: readonly CellChange[]): Promise<void>;
  /** Every formula's value as the engine knows it: after an undo, when promises were out. */
  refresh(draft: Draft): Promise<void>;
  /** The book the engine knows. */
  isFed(book: Book): boolean;
  /** Known values instead of a calculation: a file that was opened. */
  restore(book: Book): Promise<void>;
}

/** Cells between two looks at the clock. */
const SLICE = 100;

/** Does the same with each of many, and lets the page breathe in between. */
const eachOf = async <One>(
  many: Iterable<One>,
  work: (one: One) => void,
  pace: Pace = createPace(),
): Promise<void> => {
  let count = 0;
  for (const one of many) {
    work(one);
    if (++count % SLICE === 0 && pace.due) await pace.rest();
  }
};

const MERGED_OR_TABLE = 1;

const contentOf = (cell: Cell, plain: (formula: string) => CellContent): CellContent => {
  if (cell.formula !== undefined) return plain(cell.formula);
  if (cell.spilledFrom || cell.value === null) return { kind: "blank" };
  return { kind: "value", value: cell.value };
};

const sameContent = (before: Cell, after: Cell): boolean => {
  if (before.formula !== undefined || after.formula !== undefined) return before.formula === after.formula;
  const was = before.spilledFrom ? null : before.value;
  const is = after.spilledFrom ? null : after.value;
  return was === is;
};

/**
 * A formula that came here from another cell (a sort, an insert) or was entered over another: the engine knows what was
 * here and tells only of what differs from that, so that is what stands here until it does. `=ROW()` is why.
 */
const carriesAnothersValue = (before: Cell, after: Cell): boolean =>
  before.formula !== undefined &&
  after.formula !== undefined &&
  !before.spill &&
  before.value !== after.value;

/** May a result spill here? Not into tables, not over merged cells. */
export const maySpill = (book: Book, anchor: CellKey, rows: number, columns: number): boolean => {
  if (rows * columns <= MERGED_OR_TABLE) return true;
  const area = rectangle(anchor.row, anchor.column, rows, columns);
  if (tablesOn(book, anchor.sheet).some((table) => overlaps(table.area, area))) return false;
  return !sheetById(book, anchor.sheet)?.merged.some((merged) => overlaps(merged, area));
};

const key = (row: number, column: number): number => row * 16_384 + column;

export const createCalculation = (calc: Calc, start: Book): Calculation => {
  let fed: Book = { ...start, sheets: [], tables: [], names: [] };
  /** Formulas whose plain text depends on tables and names: sheet → cell → plain text. */
  const contextual = new Map<string, Map<number, string>>();

  const plainContent = (
    book: Book,
    sheet: string,
    row: number,
    column: number,
    formula: string,
  ): CellContent => {
    const plain = toPlain(formula, homeOf(book, sheet, row, column), lookupOf(book));
    const ofSheet = contextual.get(sheet) ?? new Map<number, string>();
    contextual.set(sheet, ofSheet);
    if (plain.kind === "unreadable") {
      ofSheet.delete(key(row, column));
      return { kind: "value", value: { kind: "error", code: "#NAME?" } };
    }
    if (plain.formula !== formula || plain.names.length > 0) ofSheet.set(key(row, column), plain.formula);
    else ofSheet.delete(key(row, column));
    return { kind: "formula", formula: plain.formula };
  };

  const feedSheets = (book: Book): void => {
    if (
      book.sheets.length === fed.sheets.length &&
      book.sheets.every(({ id }, at) => fed.sheets[at]?.id === id)
    ) {
      for (const [at, { id, name }] of book.sheets.entries()) {
        if (fed.sheets[at]?.name !== name) calc.renameSheet(id, name);
      }
      return;
    }
    for (const sheet of fed.sheets) {
      const now = sheetById(book, sheet.id);
      if (!now) contextual.delete(sheet.id);
      else if (now.name !== sheet.name) calc.renameSheet(sheet.id, now.name);
    }
    calc.setSheets(book.sheets.map(({ id, name }) => ({ id, name })));
  };

  const feedNames = (book: Book): void => {
    const lookup = lookupOf(book);
    const names = book.names.flatMap((each) => {
      const scope = each.scope === undefined ? undefined : sheetName(book, each.scope);
      const home = { sheet: scope ?? book.sheets[0]?.name ?? "", row: 0, column: 0 };
      const plain = toPlain(each.formula, home, lookup);
      if (plain.kind !== "plain") return [];
      return [
        {
          name: nameKey({
            name: each.name,
            formula: each.formula,
            ...(scope === undefined ? {} : { scope }),
          }),
          formula: plain.formula,
        },
      ];
    });
    calc.setNames(names);
  };

  /** Cells whose formula stayed but now means something else: a table grew, a name was changed. */
  const retranslate = async (book: Book, writes: CellWrite[]): Promise<void> => {
    for (const [sheet, cells] of contextual) {
      const grid = sheetById(book, sheet)?.grid;
      if (!grid) continue;
      await eachOf([...cells], ([at, was]) => {
        const row = Math.floor(at / 16_384);
        const column = at % 16_384;
        const formula = cellAt(grid, row, column)?.formula;
        if (formula === undefined) {
          cells.delete(at);
          return;
        }
        const content = plainContent(book, sheet, row, column, formula);
        if (content.kind !== "formula" || content.formula !== was)
          writes.push({ sheet, row, column, content });
      });
    }
  };

  const feed = async (draft: Draft): Promise<void> => {
    const { book } = draft;
    if (book !== fed) {
      const meanings =
        book.tables !== fed.tables ||
        book.names !== fed.names ||
        book.sheets.length !== fed.sheets.length ||
        book.sheets.some((sheet, at) => fed.sheets[at]?.name !== sheet.name);
      feedSheets(book);
      if (meanings) feedNames(book);
      const writes: CellWrite[] = [];
      const carried: { sheet: string; row: number; column: number; cell: Cell }[] = [];
      const differences: CellDifference[] = [];
      eachCellDifference(fed, book, (difference) => differences.push(difference));
      await eachOf(differences, ({ sheet, row, column, before, after }) => {
        if (carriesAnothersValue(before, after)) {
          carried.push({ sheet, row, column, cell: { ...after, value: before.value } });
        }
        if (sameContent(before, after)) return;
        const content = contentOf(after, (formula) => plainContent(book, sheet, row, column, formula));
        if (content.kind !== "formula") contextual.get(sheet)?.delete(key(row, column));
        writes.push({ sheet, row, column, content });
      });
      if (meanings) await retranslate(book, writes);
      await eachOf(writes, (write) => calc.write([write]));
      for (const { sheet, row, column, cell } of carried) writeCell(draft, sheet, row, column, cell);
      // Sealed: what the same request writes later must not be written into what the engine is known to know.
      fed = seal(draft);
    }
    if (draft.dirty.length > 0) {
      spillAnew(draft);
      calc.markDirty(
        draft.dirty.filter(
          ({ sheet, row, column }) => readCell(draft, sheet, row, column).formula !== undefined,
        ),
      );
      draft.dirty.length = 0;
    }
  };

  /** Spills that cells were inserted into or deleted from: the engine believes them told, so their formulas are entered again. */
  const spillAnew = (draft: Draft): void => {
    for (const at of draft.dirty) {
      const { formula, spill } = readCell(draft, at.sheet, at.row, at.column);
      if (formula === undefined || spill || !calc.spillOf(at)) continue;
      const content = plainContent(draft.book, at.sheet, at.row, at.column, formula);
      calc.write([{ ...at, content }]);
    }
  };

  const clearSpill = (draft: Draft, sheet: string, row: number, column: number, old: Cell): void => {
    if (!old.spill) return;
    for (let r = row; r < row + old.spill.rows; r++) {
      for (let c = column; c < column + old.spill.columns; c++) {
        const part = readCell(draft, sheet, r, c);
        if (part.spilledFrom?.row !== row || part.spilledFrom.column !== column) continue;
        writeCell(draft, sheet, r, c, part.style ? { value: null, style: part.style } : undefined);
      }
    }
  };

  const applyOne = (draft: Draft, { sheet, row, column, value, spill }: CellChange): void => {
    if (!sheetById(draft.book, sheet)) return;
    const old = readCell(draft, sheet, row, column);
    if (old.formula === undefined) return;
    clearSpill(draft, sheet, row, column, old);
    const { spill: _, ...rest } = old;
    const spills = spill && spill.rows * spill.columns > 1;
    writeCell(draft, sheet, row, column, {
      ...rest,
      value,
      ...(spills ? { spill: { rows: spill.rows, columns: spill.columns } } : {}),
    });
    if (!spills) return;
    spill.values.forEach((line, r) =>
      line.forEach((part, c) => {
        if (r === 0 && c === 0) return;
        const target = readCell(draft, sheet, row + r, column + c);
        if (isFilled(target)) return;
        writeCell(draft, sheet, row + r, column + c, {
          // A blank inside a spill shows as nothing, but it is not free: the anchor holds it.
          value: part,
          spilledFrom: { row, column },
          ...(target.style ? { style: target.style } : {}),
        });
      }),
    );
  };

  const apply = async (draft: Draft, changes: readonly CellChange[]): Promise<void> => {
    await eachOf(changes, (change) => applyOne(draft, change));
    const sheets = new Map<string, { top: number; left: number; bottom: number; right: number }>();
    for (const { sheet, row, column } of changes) {
      const area = sheets.get(sheet);
      if (!area) sheets.set(sheet, { top: row, left: column, bottom: row, right: column });
      else {
        area.top = Math.min(area.top, row);
        area.left = Math.min(area.left, column);
        area.bottom = Math.max(area.bottom, row);
        area.right = Math.max(area.right, column);
      }
    }
    for (const [sheet, area] of sheets) draft.happenings.push({ kind: "calculated", sheet, area });
    fed = seal(draft);
  };

  return {
    feed,
    apply,
    isFed: (book) => book === fed,
    calculate: async (draft, extent = "changed") => {
      await feed(draft);
      const { changes } = await calc.calculate({ extent });
      if (changes.length > 0) await apply(draft, changes);
    },
    refresh: async (draft) => {
      const changes: CellChange[] = [];
      for (const { id, grid } of draft.book.sheets) {
        const formulas: { row: number; column: number; cell: Cell }[] = [];
        eachCell(grid, WHOLE_SHEET, (cell, row, column) => {
          if (cell.formula !== undefined) formulas.push({ row, column, cell });
        });
        await eachOf(formulas, ({ row, column, cell }) => {
          const at = { sheet: id, row, column };
          const value = calc.valueOf(at);
          const spill = calc.spillOf(at);
          if (
            value !== cell.value ||
            spill?.rows !== cell.spill?.rows ||
            spill?.columns !== cell.spill?.columns
          ) {
            changes.push({ ...at, value, ...(spill ? { spill } : {}) });
          }
        });
      }
      if (changes.length > 0) await apply(draft, changes);
    },
    restore: async (book) => {
      contextual.clear();
      feedSheets(book);
      feedNames(book);
      const writes: CellWrite[] = [];
      const known: (CellKey & { formula: string; value: Cell["value"] })[] = [];
      for (const { id, grid } of book.sheets) {
        calc.clear(id);
        const cells: { row: number; column: number; cell: Cell }[] = [];
        eachCell(grid, WHOLE_SHEET, (cell, row, column) => cells.push({ row, column, cell }));
        await eachOf(cells, ({ row, column, cell }) => {
          const content = contentOf(cell, (formula) => plainContent(book, id, row, column, formula));
          if (content.kind === "formula") {
            const spill = cell.spill && { ...cell.spill, values: spillValues(grid, row, column, cell.spill) };
            known.push({
              sheet: id,
              row,
              column,
              formula: content.formula,
              value: cell.value,
              ...(spill ? { spill } : {}),
            });
          } else if (content.kind === "value") writes.push({ sheet: id, row, column, content });
        });
      }
      await eachOf(writes, (write) => calc.write([write]));
      await eachOf(known, (one) => calc.restore([one]));
      fed = book;
    },
  };
};

const spillValues = (
  grid: Book["sheets"][number]["grid"],
  row: number,
  column: number,
  spill: { readonly rows: number; readonly columns: number },
) =>
  Array.from({ length: spill.rows }, (_, r) =>
    Array.from({ length: spill.columns }, (__, c) => (cellAt(grid, row + r, column + c) ?? BLANK).value),
  );
