/** Range: cells of one sheet, wherever they have moved to since it was taken. */
import { LAST_COLUMN, LAST_ROW } from "../formula";
import { clearContents, clearLooks, updateColumns, updateRows } from "../model/appearance";
import { assertMayEdit } from "../model/guard";
import { readCell, sheetIn, updateSheet, type Draft } from "../model/draft";
import {
  bounding,
  cellsOf,
  columnsOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  moved,
  rectangle,
  rowsOf,
  type Rectangle,
} from "../model/rectangle";
import { showsSomething } from "../model/cell";
import { cellAt } from "../model/grid";
import { activateSheet } from "../model/sheets";
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type Lines } from "../model/sheet";
import { deleteCells, insertCells } from "../model/structure";
import { usedArea } from "../model/used";
import { refuse } from "../refusal";
import type { RangeRef } from "../session";
import {
  handle,
  objectType,
  type ObjectType,
  type Arguments,
  type Handle,
  type MethodMember,
  type Turn,
} from "../wire/object-type";
import { flag, oneOf, wholeNumber } from "./arguments";
import { addressOf, cellsOfRange, rangeAnywhere, rangeRef } from "./range-address";
import { lookOf, rangeFormat } from "./range-format";
import { isUnbounded, valueScalars } from "./range-values";
import { worksheet } from "./worksheet";
import { conditionalFormats } from "./conditional-format";
import { dataValidation } from "./data-validation";
import { rangeAreas } from "./range-areas";
import { copyInto, firstFound, replaceIn, withoutDuplicates } from "./range-search";
import { rangeView } from "./range-view";
import { rangeSort } from "./sort";
import { scopedTables } from "./table";
import { merge, unmerge } from "../model/merge";
import { foldGroup, group, type Axis } from "../model/outline";

const at = (ref: RangeRef, area: Rectangle): Handle => handle(range, rangeRef(ref.sheet, area));

/** Rectangles are counted from the range itself; the sheet's edge is the only border. */
const relative =
  (place: (area: Rectangle, args: Arguments) => Rectangle): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments) =>
    at(ref, place(cellsOfRange(ref), args));

const other = (ref: RangeRef, given: unknown, { draft }: Turn): Rectangle => {
  const found = rangeAnywhere(draft.book, given, ref.sheet);
  return found.sheet === ref.sheet ? cellsOfRange(found) : refuse("InvalidArgument");
};

const adjacent =
  (place: (area: Rectangle, count: number) => Rectangle): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments) => {
    const count = wholeNumber(args[0], 1);
    return count === 0 ? refuse("InvalidArgument") : at(ref, place(cellsOfRange(ref), count));
  };

const span = (first: number, count: number): readonly [number, number] =>
  count > 0 ? [first, first + count - 1] : [first + count + 1, first];

const sum = (lines: Lines, first: number, last: number, standard: number): number => {
  let total = Math.max(0, last - first + 1) * standard;
  for (const [index, line] of lines) {
    if (index < first || index > last) continue;
    total += (line.hidden || line.filtered ? 0 : (line.size ?? standard)) - standard;
  }
  return total;
};

const hiddenLines = (lines: Lines, first: number, last: number): boolean | null => {
  let hidden = 0;
  for (const [index, line] of lines)
    if (index >= first && index <= last && (line.hidden || line.filtered)) hidden++;
  return hidden === 0 ? false : hidden === last - first + 1 ? true : null;
};

const hide = (draft: Draft, ref: RangeRef, axis: "rows" | "columns", hidden: boolean): void => {
  const area = cellsOfRange(ref);
  const change = axis === "rows" ? updateRows : updateColumns;
  change(draft, ref.sheet, area, (line) => {
    const { hidden: _, filtered: __, ...rest } = line;
    return hidden ? { ...rest, hidden } : rest;
  });
  if (axis === "rows") draft.happenings.push({ kind: "rowHidden", sheet: ref.sheet, area, hidden });
};

const used: MethodMember<RangeRef> = (ref: RangeRef, args: Arguments, { draft }: Turn) => {
  const found = usedArea(sheetIn(draft, ref.sheet), cellsOfRange(ref), flag(args[0], false));
  return found ? at(ref, found) : refuse("ItemNotFound");
};

/** Ctrl+arrow from a cell. */
const edge = (ref: RangeRef, args: Arguments, { draft }: Turn): Rectangle => {
  const direction = oneOf(args[0], ["Left", "Right", "Up", "Down"]);
  const start =
    args[1] === null || args[1] === undefined ? cellsOfRange(ref) : other(ref, args[1], { draft } as Turn);
  const { grid } = sheetIn(draft, ref.sheet);
  const [dr, dc] = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] }[direction] as [number, number];
  let { top: row, left: column } = start;
  const inside = (r: number, c: number) => r >= 0 && c >= 0 && r <= LAST_ROW && c <= LAST_COLUMN;
  const filled = (r: number, c: number) => showsSomething(cellAt(grid, r, c));
  const limit = usedArea(
    sheetIn(draft, ref.sheet),
    { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN },
    true,
  );
  if (!inside(row + dr, column + dc)) return rectangle(row, column);
  if (filled(row, column) && filled(row + dr, column + dc)) {
    while (inside(row + dr, column + dc) && filled(row + dr, column + dc))
      [row, column] = [row + dr, column + dc];
    return rectangle(row, column);
  }
  const end = {
    Left: [row, 0],
    Right: [row, LAST_COLUMN],
    Up: [0, column],
    Down: [LAST_ROW, column],
  }[direction] as [number, number];
  let [r, c] = [row + dr, column + dc];
  while (inside(r, c) && limit && r <= limit.bottom + 1 && c <= limit.right + 1) {
    if (filled(r, c)) return rectangle(r, c);
    [r, c] = [r + dr, c + dc];
  }
  return rectangle(end[0], end[1]);
};

const surrounding: MethodMember<RangeRef> = (ref: RangeRef, _: Arguments, { draft }: Turn) => {
  const sheet = sheetIn(draft, ref.sheet);
  let area = cellsOfRange(ref);
  for (;;) {
    const ring = {
      top: Math.max(0, area.top - 1),
      left: Math.max(0, area.left - 1),
      bottom: Math.min(LAST_ROW, area.bottom + 1),
      right: Math.min(LAST_COLUMN, area.right + 1),
    };
    const found = usedArea(sheet, ring, true);
    const next = found ? bounding(area, found) : area;
    if (cellsOf(next) === cellsOf(area)) return at(ref, area);
    area = next;
  }
};

const select: MethodMember<RangeRef> = (ref: RangeRef, _: Arguments, { draft }: Turn) => {
  const area = cellsOfRange(ref);
  activateSheet(draft, ref.sheet);
  const { selection, activeCell } = sheetIn(draft, ref.sheet);
  updateSheet(draft, ref.sheet, { selection: { ...area }, activeCell: { row: area.top, column: area.left } });
  if (JSON.stringify(selection) !== JSON.stringify({ ...area }) || activeCell.row !== area.top) {
    draft.happenings.push({ kind: "selectionChanged", sheet: ref.sheet, area });
  }
};

const firstCell = (ref: RangeRef, { draft }: Turn) => {
  const area = cellsOfRange(ref);
  if (cellsOf(area) !== 1) refuse("InvalidArgument");
  return readCell(draft, ref.sheet, area.top, area.left);
};

const outlined =
  (change: (draft: Draft, ref: RangeRef, axis: Axis) => void): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments, { draft }: Turn) =>
    change(draft, ref, oneOf(args[0], ["ByRows", "ByColumns"]) === "ByRows" ? "rows" : "columns");

export const clearRange = (draft: Draft, ref: RangeRef, what: unknown): void => {
  const applyTo = oneOf(
    what,
    ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"],
    "All",
  );
  const area = cellsOfRange(ref);
  assertMayEdit(draft.book, ref.sheet, area);
  if (applyTo === "All" || applyTo === "Contents" || applyTo === "ResetContents") {
    clearContents(draft, ref.sheet, area);
    draft.happenings.push({ kind: "changed", sheet: ref.sheet, area, changeType: "RangeEdited" });
  }
  if (applyTo === "All" || applyTo === "Formats") {
    clearLooks(draft, ref.sheet, area);
    draft.happenings.push({ kind: "formatChanged", sheet: ref.sheet, area });
  }
};

export const range: ObjectType<RangeRef> = objectType<RangeRef>("Range", {
  identity: (ref) => (ref.reference === undefined ? {} : { _ReferenceId: ref.reference }),
  scalars: {
    ...valueScalars,
    address: { get: (ref, { draft }) => addressOf(draft.book, ref) },
    addressLocal: { get: (ref, { draft }) => addressOf(draft.book, ref) },
    rowIndex: { get: (ref) => cellsOfRange(ref).top },
    columnIndex: { get: (ref) => cellsOfRange(ref).left },
    rowCount: { get: (ref) => rowsOf(cellsOfRange(ref)) },
    columnCount: { get: (ref) => columnsOf(cellsOfRange(ref)) },
    cellCount: {
      get: (ref) => {
        const count = cellsOf(cellsOfRange(ref));
        return count > 2_147_483_647 ? -1 : count;
      },
    },
    isEntireColumn: { get: (ref) => isWholeColumns(cellsOfRange(ref)) },
    isEntireRow: { get: (ref) => isWholeRows(cellsOfRange(ref)) },
    hidden: {
      get: (ref, { draft }) => {
        const area = cellsOfRange(ref);
        const { rows, columns } = sheetIn(draft, ref.sheet);
        const down = hiddenLines(rows, area.top, area.bottom);
        const across = hiddenLines(columns, area.left, area.right);
        return down === true || across === true ? true : down === null || across === null ? null : false;
      },
    },
    rowHidden: {
      get: (ref, { draft }) => {
        const area = cellsOfRange(ref);
        return hiddenLines(sheetIn(draft, ref.sheet).rows, area.top, area.bottom);
      },
      set: (ref, value, { draft }) => hide(draft, ref, "rows", flag(value, false)),
    },
    columnHidden: {
      get: (ref, { draft }) => {
        const area = cellsOfRange(ref);
        return hiddenLines(sheetIn(draft, ref.sheet).columns, area.left, area.right);
      },
      set: (ref, value, { draft }) => hide(draft, ref, "columns", flag(value, false)),
    },
    hasSpill: {
      get: (ref, { draft }) => {
        const area = cellsOfRange(ref);
        if (isUnbounded(area)) return null;
        const { grid } = sheetIn(draft, ref.sheet);
        let spilled = 0;
        for (let row = area.top; row <= area.bottom; row++) {
          for (let column = area.left; column <= area.right; column++) {
            const cell = cellAt(grid, row, column);
            if (cell?.spill || cell?.spilledFrom) spilled++;
          }
        }
        return spilled === 0 ? false : spilled === cellsOf(area) ? true : null;
      },
    },
    top: {
      get: (ref, { draft }) =>
        sum(sheetIn(draft, ref.sheet).rows, 0, cellsOfRange(ref).top - 1, DEFAULT_ROW_HEIGHT),
    },
    left: {
      get: (ref, { draft }) =>
        sum(sheetIn(draft, ref.sheet).columns, 0, cellsOfRange(ref).left - 1, DEFAULT_COLUMN_WIDTH),
    },
    height: {
      get: (ref, { draft }) => {
        const area = cellsOfRange(ref);
        return sum(sheetIn(draft, ref.sheet).rows, area.top, area.bottom, DEFAULT_ROW_HEIGHT);
      },
    },
    width: {
      get: (ref, { draft }) => {
        const area = cellsOfRange(ref);
        return sum(sheetIn(draft, ref.sheet).columns, area.left, area.right, DEFAULT_COLUMN_WIDTH);
      },
    },
  },
  objects: {
    format: (ref: RangeRef) => handle(rangeFormat, lookOf(ref)),
    dataValidation: (ref: RangeRef) => handle(dataValidation, lookOf(ref)),
    conditionalFormats: (ref: RangeRef) => handle(conditionalFormats, lookOf(ref)),
    sort: (ref: RangeRef) => handle(rangeSort, ref),
    worksheet: (ref: RangeRef) => handle(worksheet, { id: ref.sheet }),
  },
  methods: {
    getCell: relative((area, args) =>
      rectangle(area.top + wholeNumber(args[0]), area.left + wholeNumber(args[1])),
    ),
    getRow: relative((area, args) => {
      const row = wholeNumber(args[0]);
      return { ...area, top: area.top + row, bottom: area.top + row };
    }),
    getColumn: relative((area, args) => {
      const column = wholeNumber(args[0]);
      return { ...area, left: area.left + column, right: area.left + column };
    }),
    getLastCell: relative((area) => rectangle(area.bottom, area.right)),
    getLastRow: relative((area) => ({ ...area, top: area.bottom })),
    getLastColumn: relative((area) => ({ ...area, left: area.right })),
    getEntireRow: relative((area) => ({ ...area, left: 0, right: LAST_COLUMN })),
    getEntireColumn: relative((area) => ({ ...area, top: 0, bottom: LAST_ROW })),
    getOffsetRange: relative((area, args) => moved(area, wholeNumber(args[0]), wholeNumber(args[1]))),
    getResizedRange: relative((area, args) => ({
      ...area,
      bottom: area.bottom + wholeNumber(args[0]),
      right: area.right + wholeNumber(args[1]),
    })),
    getAbsoluteResizedRange: relative((area, args) => {
      const [rows, columns] = [wholeNumber(args[0]), wholeNumber(args[1])];
      return rows > 0 && columns > 0
        ? rectangle(area.top, area.left, rows, columns)
        : refuse("InvalidArgument");
    }),
    getRowsAbove: adjacent((area, count) => {
      const [top, bottom] = span(area.top - 1, -count);
      return count > 0 ? { ...area, top, bottom } : { ...area, top: area.top, bottom: area.top - count - 1 };
    }),
    getRowsBelow: adjacent((area, count) => {
      const [top, bottom] = span(area.bottom + 1, count);
      return count > 0
        ? { ...area, top, bottom }
        : { ...area, top: area.bottom + count + 1, bottom: area.bottom };
    }),
    getColumnsBefore: adjacent((area, count) => {
      const [left, right] = span(area.left - 1, -count);
      return count > 0
        ? { ...area, left, right }
        : { ...area, left: area.left, right: area.left - count - 1 };
    }),
    getColumnsAfter: adjacent((area, count) => {
      const [left, right] = span(area.right + 1, count);
      return count > 0
        ? { ...area, left, right }
        : { ...area, left: area.right + count + 1, right: area.right };
    }),
    getBoundingRect: (ref: RangeRef, args: Arguments, turn: Turn) =>
      at(ref, bounding(cellsOfRange(ref), other(ref, args[0], turn))),
    getIntersection: (ref: RangeRef, args: Arguments, turn: Turn) => {
      const both = intersection(cellsOfRange(ref), other(ref, args[0], turn));
      return both ? at(ref, both) : refuse("ItemNotFound");
    },
    getUsedRange: used,
    getSurroundingRegion: surrounding,
    getSpillParent: (ref: RangeRef, _: Arguments, turn: Turn) => {
      const { spill, spilledFrom } = firstCell(ref, turn);
      const { top, left } = cellsOfRange(ref);
      if (spill) return at(ref, rectangle(top, left));
      return spilledFrom ? at(ref, rectangle(spilledFrom.row, spilledFrom.column)) : refuse("ItemNotFound");
    },
    getSpillingToRange: (ref: RangeRef, _: Arguments, turn: Turn) => {
      const { spill } = firstCell(ref, turn);
      const { top, left } = cellsOfRange(ref);
      return spill ? at(ref, rectangle(top, left, spill.rows, spill.columns)) : refuse("ItemNotFound");
    },
    getTables: (ref: RangeRef, args: Arguments) =>
      handle(scopedTables, { range: ref, fullyContained: flag(args[0], false) }),
    getMergedAreas: (ref: RangeRef, _: Arguments, { draft }: Turn) => {
      const areas = sheetIn(draft, ref.sheet).merged.filter((one) => intersection(one, cellsOfRange(ref)));
      return areas.length === 0
        ? refuse("ItemNotFound")
        : handle(rangeAreas, { areas: areas.map((area) => rangeRef(ref.sheet, area)) });
    },
    merge: (ref: RangeRef, args: Arguments, { draft }: Turn) =>
      merge(draft, ref.sheet, { ...cellsOfRange(ref) }, flag(args[0], false)),
    unmerge: (ref: RangeRef, _: Arguments, { draft }: Turn) => unmerge(draft, ref.sheet, cellsOfRange(ref)),
    group: outlined((draft, ref, axis) => group(draft, ref.sheet, cellsOfRange(ref), axis, 1)),
    ungroup: outlined((draft, ref, axis) => group(draft, ref.sheet, cellsOfRange(ref), axis, -1)),
    hideGroupDetails: outlined((draft, ref, axis) =>
      foldGroup(draft, ref.sheet, cellsOfRange(ref), axis, true),
    ),
    showGroupDetails: outlined((draft, ref, axis) =>
      foldGroup(draft, ref.sheet, cellsOfRange(ref), axis, false),
    ),
    getRangeEdge: (ref: RangeRef, args: Arguments, turn: Turn) => at(ref, edge(ref, args, turn)),
    getExtendedRange: (ref: RangeRef, args: Arguments, turn: Turn) =>
      at(ref, bounding(cellsOfRange(ref), edge(ref, args, turn))),
    insert: (ref: RangeRef, args: Arguments, { draft }: Turn) => {
      const area = { ...cellsOfRange(ref) };
      insertCells(draft, ref.sheet, area, oneOf(args[0], ["Down", "Right"]));
      return at(ref, area);
    },
    delete: (ref: RangeRef, args: Arguments, { draft }: Turn) =>
      deleteCells(draft, ref.sheet, cellsOfRange(ref), oneOf(args[0], ["Up", "Left"])),
    copyFrom: copyInto,
    find: (ref: RangeRef, args: Arguments, turn: Turn) => {
      const { row, column } = firstFound(ref, args, turn);
      return at(ref, rectangle(row, column));
    },
    replaceAll: (ref: RangeRef, args: Arguments, turn: Turn) =>
      replaceIn(ref.sheet, cellsOfRange(ref), args, turn),
    removeDuplicates: withoutDuplicates,
    getVisibleView: (ref: RangeRef) => handle(rangeView, { range: ref }),
    clear: (ref: RangeRef, args: Arguments, { draft }: Turn) => clearRange(draft, ref, args[0]),
    select,
    setDirty: (ref: RangeRef, _: Arguments, { draft }: Turn) => {
      const area = cellsOfRange(ref);
      const within = usedArea(sheetIn(draft, ref.sheet), area, true);
      if (!within) return;
      for (let row = within.top; row <= within.bottom; row++) {
        for (let column = within.left; column <= within.right; column++)
          draft.dirty.push({ sheet: ref.sheet, row, column });
      }
    },
    calculate: (ref: RangeRef, args: Arguments, turn: Turn) => {
      range.methods?.setDirty?.(ref, args, turn);
      turn.session.host.calculate("Recalculate");
    },
    _validateArraySize: (ref: RangeRef, args: Arguments) => {
      const area = cellsOfRange(ref);
      if (args[0] !== rowsOf(area) || args[1] !== columnsOf(area)) {
        refuse(
          "InvalidArgument",
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
    },
  },
});
