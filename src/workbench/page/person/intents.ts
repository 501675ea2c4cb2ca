/** What a person does in Univer → the same thing as an edit for the host. A table: command → edits, or null where the host has no such edit. */
import type { Rectangle } from "../../host/model/cells/rectangle";
import { sheetById, type Book } from "../../host/model/book";
import { DEFAULT_ROW_HEIGHT, usualColumnWidth } from "../../host/model/sheets/sheet";
import type { UserEdit } from "../../host/person/edit";

export interface UniverRange {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

/** The parameters of Univer's commands that we read; each command gives some of them. */
export interface Params {
  subUnitId?: string;
  range?: UniverRange;
  ranges?: UniverRange[];
  value?: unknown;
  name?: string;
  order?: number;
  rowHeight?: number;
  colWidth?: number;
  style?: { type?: string; value?: unknown };
  sheet?: { name?: string };
  sourceRange?: UniverRange;
  targetRange?: UniverRange;
  fromRange?: UniverRange;
  toRange?: UniverRange;
  applyType?: string;
  clearRange?: UniverRange;
  startRow?: number;
  startColumn?: number;
  showGridlines?: number | boolean;
  anchorRow?: number;
  deltaY?: number;
  anchorCol?: number;
  deltaX?: number;
}

export interface Situation {
  book: Book;
  sheet: string;
  /** The selected areas, the active one last. */
  selected: readonly Rectangle[];
}

export const rectangleOf = (range: UniverRange): Rectangle => ({
  top: range.startRow,
  left: range.startColumn,
  bottom: range.endRow,
  right: range.endColumn,
});

const points = (pixels: number): number => (pixels * 3) / 4;

type Reader = (params: Params, now: Situation) => UserEdit[];

const lines =
  (kind: "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns"): Reader =>
  ({ range, subUnitId }, now) => {
    const area = range ? rectangleOf(range) : now.selected.at(-1);
    if (!area) return [];
    const sheet = subUnitId ?? now.sheet;
    return kind.endsWith("Rows")
      ? [{ kind, sheet, at: area.top, count: area.bottom - area.top + 1 }]
      : [{ kind, sheet, at: area.left, count: area.right - area.left + 1 }];
  };

const clear =
  (what: "contents" | "formats" | "all"): Reader =>
  ({ ranges, subUnitId }, now) =>
    (ranges?.map(rectangleOf) ?? now.selected).map((area) => ({
      kind: "clear",
      sheet: subUnitId ?? now.sheet,
      area,
      what,
    }));

const shifted =
  (edit: (place: { sheet: string; area: Rectangle }) => UserEdit): Reader =>
  ({ range, subUnitId }, now) => {
    const area = range ? rectangleOf(range) : now.selected.at(-1);
    return area ? [edit({ sheet: subUnitId ?? now.sheet, area })] : [];
  };

/** One value, a list of rows, or rows by number: Univer writes all three. */
function valuesOf(value: unknown, area: Rectangle): (string | number | boolean | null)[][] {
  const single = (cell: unknown): string | number | boolean | null => {
    if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") return cell;
    if (typeof cell !== "object" || cell === null) return null;
    const { v, f } = cell as { v?: unknown; f?: unknown };
    if (typeof f === "string" && f !== "") return f;
    if (v === null) return "";
    return typeof v === "string" || typeof v === "number" || typeof v === "boolean" ? v : null;
  };
  const matrix = typeof value === "object" && value !== null && !("v" in value) && !("f" in value);
  const rows: (string | number | boolean | null)[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: (string | number | boolean | null)[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const source = matrix
        ? Array.isArray(value)
          ? (value as unknown[][])[row - area.top]?.[column - area.left]
          : (value as Record<number, Record<number, unknown>>)[row]?.[column]
        : value;
      line.push(single(source));
    }
    rows.push(line);
  }
  return rows;
}

const values: Reader = ({ range, value, subUnitId }, now) => {
  const area = range ? rectangleOf(range) : now.selected.at(-1);
  if (!area) return [];
  return [
    {
      kind: "paste",
      sheet: subUnitId ?? now.sheet,
      row: area.top,
      column: area.left,
      values: valuesOf(value, area),
    },
  ];
};

const rowSize: Reader = ({ ranges, value, rowHeight, subUnitId }, now) => {
  const size = typeof value === "number" ? value : rowHeight;
  return size === undefined
    ? []
    : (ranges?.map(rectangleOf) ?? now.selected).map((area) => ({
        kind: "rowHeight",
        sheet: subUnitId ?? now.sheet,
        at: area.top,
        count: area.bottom - area.top + 1,
        points: points(size),
      }));
};

const columnSize: Reader = ({ ranges, value, colWidth, subUnitId }, now) => {
  const size = typeof value === "number" ? value : colWidth;
  return size === undefined
    ? []
    : (ranges?.map(rectangleOf) ?? now.selected).map((area) => ({
        kind: "columnWidth",
        sheet: subUnitId ?? now.sheet,
        at: area.left,
        count: area.right - area.left + 1,
        points: points(size),
      }));
};

/** Dragged in the header: the new size is the old one and the way the pointer went. */
const draggedRow: Reader = ({ anchorRow, deltaY }, now) => {
  if (anchorRow === undefined || deltaY === undefined) return [];
  const size = sheetById(now.book, now.sheet)?.rows.get(anchorRow)?.size ?? DEFAULT_ROW_HEIGHT;
  const height = Math.max(0, size + points(deltaY));
  return [{ kind: "rowHeight", sheet: now.sheet, at: anchorRow, count: 1, points: height }];
};

const draggedColumn: Reader = ({ anchorCol, deltaX }, now) => {
  if (anchorCol === undefined || deltaX === undefined) return [];
  const sheet = sheetById(now.book, now.sheet);
  if (!sheet) return [];
  const size = sheet.columns.get(anchorCol)?.size ?? usualColumnWidth(sheet);
  const width = Math.max(0, size + points(deltaX));
  return [{ kind: "columnWidth", sheet: now.sheet, at: anchorCol, count: 1, points: width }];
};

const looks: Record<string, (value: unknown) => Extract<UserEdit, { kind: "look" }>["style"] | null> = {
  bl: (value) => ({ bold: value === 1 }),
  it: (value) => ({ italic: value === 1 }),
  ul: (value) => ({ underline: (value as { s?: number } | null)?.s === 1 ? "Single" : "None" }),
  st: (value) => ({ strikethrough: (value as { s?: number } | null)?.s === 1 }),
};

const look: Reader = ({ style, subUnitId, range }, now) => {
  const patch = style?.type ? (looks[style.type]?.(style.value) ?? null) : null;
  if (!patch) return [];
  const areas = range ? [rectangleOf(range)] : now.selected;
  return areas.map((area) => ({ kind: "look", sheet: subUnitId ?? now.sheet, area, style: patch }));
};

const ofSheet =
  (edit: (params: Params, sheet: string) => UserEdit): Reader =>
  (params, now) => [edit(params, params.subUnitId ?? now.sheet)];

const linesOf =
  (kind: "hide" | "show" | "autofit", axis: "rows" | "columns"): Reader =>
  ({ ranges, subUnitId }, now) =>
    (ranges?.map(rectangleOf) ?? now.selected).map((area) => {
      const [at, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
      const place = { sheet: subUnitId ?? now.sheet, axis, at, count: last - at + 1 };
      return kind === "autofit"
        ? { kind, ...place }
        : { kind: "hideLines", ...place, hidden: kind === "hide" };
    });

/** Dragged by the corner, or Ctrl+D and Ctrl+R. Copying is what those two ask for; dragging counts on. */
const autofill: Reader = ({ sourceRange, targetRange, applyType, subUnitId }, now) => {
  if (!sourceRange || !targetRange) return [];
  const from = rectangleOf(sourceRange);
  const to = rectangleOf(targetRange);
  const sheet = subUnitId ?? now.sheet;
  return [{ kind: "fill", sheet, from, to, countOn: applyType !== "COPY" }];
};

const copyInto =
  (way: "down" | "right"): Reader =>
  (_params, now) =>
    now.selected.flatMap((area): UserEdit[] => {
      const down = way === "down";
      const single = down ? area.top === area.bottom : area.left === area.right;
      // One cell takes over what stands before it.
      const to = !single ? area : down ? { ...area, top: area.top - 1 } : { ...area, left: area.left - 1 };
      if (to.top < 0 || to.left < 0) return [];
      const from = down ? { ...to, bottom: to.top } : { ...to, right: to.left };
      return [{ kind: "fill", sheet: now.sheet, from, to, countOn: false }];
    });

const frozen: Reader = ({ startRow, startColumn, subUnitId }, now) => [
  {
    kind: "freeze",
    sheet: subUnitId ?? now.sheet,
    rows: Math.max(0, startRow ?? 0),
    columns: Math.max(0, startColumn ?? 0),
  },
];

/** Dragged by the edge. */
const dragged: Reader = ({ fromRange, toRange }, now) =>
  fromRange && toRange
    ? [
        {
          kind: "move",
          sheet: now.sheet,
          area: rectangleOf(fromRange),
          toSheet: now.sheet,
          row: toRange.startRow,
          column: toRange.startColumn,
        },
      ]
    : [];

/** Commands that change something, each with what it means to the host. */
export const intents: Readonly<Record<string, Reader>> = {
  "sheet.command.set-range-values": values,
  "sheet.command.clear-selection-content": clear("contents"),
  "sheet.command.clear-selection-all": clear("all"),
  "sheet.command.clear-selection-format": clear("formats"),
  "sheet.command.insert-range-move-right": shifted((place) => ({
    kind: "insertCells",
    shift: "Right",
    ...place,
  })),
  "sheet.command.insert-range-move-down": shifted((place) => ({
    kind: "insertCells",
    shift: "Down",
    ...place,
  })),
  "sheet.command.delete-range-move-left": shifted((place) => ({
    kind: "deleteCells",
    shift: "Left",
    ...place,
  })),
  "sheet.command.delete-range-move-up": shifted((place) => ({ kind: "deleteCells", shift: "Up", ...place })),
  "sheet.command.move-range": dragged,
  "sheet.command.insert-row": lines("insertRows"),
  "sheet.command.insert-row-by-range": lines("insertRows"),
  "sheet.command.remove-row": lines("deleteRows"),
  "sheet.command.remove-row-by-range": lines("deleteRows"),
  "sheet.command.insert-col": lines("insertColumns"),
  "sheet.command.insert-col-by-range": lines("insertColumns"),
  "sheet.command.remove-col": lines("deleteColumns"),
  "sheet.command.remove-col-by-range": lines("deleteColumns"),
  "sheet.command.set-row-height": rowSize,
  "sheet.command.set-worksheet-col-width": columnSize,
  "sheet.command.delta-row-height": draggedRow,
  "sheet.command.delta-column-width": draggedColumn,
  "sheet.command.set-style": look,
  "sheet.command.set-rows-hidden": linesOf("hide", "rows"),
  "sheet.command.set-col-hidden": linesOf("hide", "columns"),
  "sheet.command.set-selected-rows-visible": linesOf("show", "rows"),
  "sheet.command.set-selected-cols-visible": linesOf("show", "columns"),
  "sheet.command.set-specific-rows-visible": linesOf("show", "rows"),
  "sheet.command.set-col-visible-on-cols": linesOf("show", "columns"),
  "sheet.command.set-col-auto-width": linesOf("autofit", "columns"),
  "sheet.command.set-row-is-auto-height": linesOf("autofit", "rows"),
  "sheet.command.auto-fill": autofill,
  "sheet.command.copy-down": copyInto("down"),
  "sheet.command.copy-right": copyInto("right"),
  "sheet.command.auto-clear-content": ({ clearRange, subUnitId }, now) =>
    clearRange
      ? [{ kind: "clear", sheet: subUnitId ?? now.sheet, area: rectangleOf(clearRange), what: "contents" }]
      : [],
  "sheet.command.set-frozen": frozen,
  "sheet.command.cancel-frozen": (params, now) => frozen({ ...params, startRow: 0, startColumn: 0 }, now),
  "sheet.command.toggle-gridlines": ({ showGridlines, subUnitId }, now) => {
    const sheet = subUnitId ?? now.sheet;
    const shown = showGridlines ?? !sheetById(now.book, sheet)?.showGridlines;
    return [{ kind: "gridlines", sheet, shown: Boolean(shown) }];
  },
  "sheet.command.insert-sheet": ({ sheet }) => [
    { kind: "addSheet", ...(sheet?.name ? { name: sheet.name } : {}) },
  ],
  "sheet.command.set-worksheet-name": ofSheet(({ name }, sheet) => ({
    kind: "renameSheet",
    sheet,
    name: name ?? "",
  })),
  "sheet.command.set-tab-color": ofSheet(({ value }, sheet) => ({
    kind: "colourSheet",
    sheet,
    colour: typeof value === "string" ? value.toUpperCase() : "",
  })),
  "sheet.command.remove-sheet": ofSheet((_params, sheet) => ({ kind: "deleteSheet", sheet })),
  "sheet.command.copy-sheet": ofSheet((_params, sheet) => ({ kind: "copySheet", sheet })),
  "sheet.command.set-worksheet-order": ofSheet(({ order }, sheet) => ({
    kind: "moveSheet",
    sheet,
    position: order ?? 0,
  })),
  "sheet.command.set-worksheet-hidden": ofSheet((_params, sheet) => ({
    kind: "showSheet",
    sheet,
    visibility: "Hidden",
  })),
  "sheet.command.set-worksheet-show": ofSheet((_params, sheet) => ({
    kind: "showSheet",
    sheet,
    visibility: "Visible",
  })),
};
