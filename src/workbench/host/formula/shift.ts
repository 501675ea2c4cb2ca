/** How a formula reads after the workbook under it changed: rows inserted, cells moved, a sheet, table, column or name renamed or gone. */
import { printAddress, quoteSheet } from "./address";
import { areaOf, contains, referenceOver, structuredArea } from "./area";
import { type Area, type Edit, LAST_COLUMN, LAST_ROW } from "./shapes";
import { printStructured } from "./structured";
import { printReference, rewrite, type Token } from "./tokens";

/** What only the cell's surroundings tell: its table, for `[@列]` without a table's name, and its row. */
export interface Surroundings {
  readonly table?: string;
  readonly row?: number;
}

type Span = readonly [number, number];

function inserted([from, to]: Span, at: number, count: number, last: number): Span | undefined {
  if (from >= at) return from + count > last ? undefined : [from + count, Math.min(to + count, last)];
  return to >= at ? [from, Math.min(to + count, last)] : [from, to];
}

function deleted([from, to]: Span, at: number, count: number): Span | undefined {
  const end = at + count;
  if (from >= at && to < end) return undefined;
  return [from < at ? from : from < end ? at : from - count, to < at ? to : to < end ? at - 1 : to - count];
}

function withRows(area: Area, span: Span | undefined): Area | undefined {
  return span && { ...area, top: span[0], bottom: span[1] };
}
function withColumns(area: Area, span: Span | undefined): Area | undefined {
  return span && { ...area, left: span[0], right: span[1] };
}

const rows = (area: Area): Span => [area.top, area.bottom];
const columns = (area: Area): Span => [area.left, area.right];
const wholeColumns = (area: Area) => area.top === 0 && area.bottom === LAST_ROW;
const wholeRows = (area: Area) => area.left === 0 && area.right === LAST_COLUMN;

/** Where an area is after the edit; undefined when it is gone (#REF!). */
export function shiftArea(area: Area, edit: Edit): Area | undefined {
  switch (edit.kind) {
    case "insertRows":
      if (edit.sheet !== area.sheet || wholeColumns(area)) return area;
      return withRows(area, inserted(rows(area), edit.at, edit.count, LAST_ROW));
    case "deleteRows":
      if (edit.sheet !== area.sheet || wholeColumns(area)) return area;
      return withRows(area, deleted(rows(area), edit.at, edit.count));
    case "insertColumns":
      if (edit.sheet !== area.sheet || wholeRows(area)) return area;
      return withColumns(area, inserted(columns(area), edit.at, edit.count, LAST_COLUMN));
    case "deleteColumns":
      if (edit.sheet !== area.sheet || wholeRows(area)) return area;
      return withColumns(area, deleted(columns(area), edit.at, edit.count));
    case "insertCells":
    case "deleteCells": {
      const { sheet, top, left, bottom, right } = edit.area;
      if (sheet !== area.sheet) return area;
      // Only references that lie wholly in the band of cells that move go along, as in Excel.
      if (edit.shift === "down" || edit.shift === "up") {
        if (area.left < left || area.right > right || wholeColumns(area)) return area;
        const count = bottom - top + 1;
        return withRows(
          area,
          edit.kind === "insertCells"
            ? inserted(rows(area), top, count, LAST_ROW)
            : deleted(rows(area), top, count),
        );
      }
      if (area.top < top || area.bottom > bottom || wholeRows(area)) return area;
      const count = right - left + 1;
      return withColumns(
        area,
        edit.kind === "insertCells"
          ? inserted(columns(area), left, count, LAST_COLUMN)
          : deleted(columns(area), left, count),
      );
    }
    case "move": {
      const { from, to } = edit;
      if (contains(from, area)) {
        const down = to.row - from.top;
        const across = to.column - from.left;
        return {
          sheet: to.sheet,
          top: area.top + down,
          bottom: area.bottom + down,
          left: area.left + across,
          right: area.right + across,
        };
      }
      const covered = {
        sheet: to.sheet,
        top: to.row,
        left: to.column,
        bottom: to.row + from.bottom - from.top,
        right: to.column + from.right - from.left,
      };
      return contains(covered, area) ? undefined : area;
    }
    case "renameSheet":
      return area.sheet === edit.from ? { ...area, sheet: edit.to } : area;
    case "deleteSheet":
      return area.sheet === edit.sheet ? undefined : area;
    case "renameTable":
    case "deleteTable":
    case "renameColumn":
    case "deleteColumn":
    case "renameName":
      return area;
  }
}

const same = (a: string | undefined, b: string) => a !== undefined && a.toLowerCase() === b.toLowerCase();

function shiftedReference(
  token: Token & { kind: "reference" },
  homeSheet: string,
  edit: Edit,
): string | undefined {
  // Sheet names in formulas compare without case; the edit speaks the workbook's spelling.
  const named =
    edit.kind === "renameSheet" ? edit.from : edit.kind === "deleteSheet" ? edit.sheet : undefined;
  if (named !== undefined) {
    const sheets = token.sheet?.split(":") ?? [];
    if (!sheets.some((each) => same(each, named))) return undefined;
    if (edit.kind !== "renameSheet") return `#REF!${printReference(token.reference)}`;
    return printReference(
      token.reference,
      sheets.map((each) => (same(each, named) ? edit.to : each)).join(":"),
    );
  }
  const written = token.sheet ?? homeSheet;
  const editSheets =
    edit.kind === "move"
      ? [edit.from.sheet, edit.to.sheet]
      : "sheet" in edit
        ? [edit.sheet]
        : "area" in edit
          ? [edit.area.sheet]
          : [];
  const sheet = editSheets.find((candidate) => same(candidate, written)) ?? written;
  const area = areaOf(token.reference, sheet);
  const after = shiftArea(area, edit);
  if (after === area) return undefined;
  if (!after) return token.sheet === undefined ? "#REF!" : `${quoteSheet(token.sheet)}!#REF!`;
  const elsewhere = after.sheet !== sheet;
  return printReference(referenceOver(token.reference, after), elsewhere ? after.sheet : token.sheet);
}

function shiftedStructured(
  token: Token & { kind: "structured" },
  edit: Edit,
  home: Surroundings,
): string | undefined {
  const table = token.table ?? home.table;
  const { structured } = token;
  switch (edit.kind) {
    case "renameTable":
      return same(token.table, edit.from) ? edit.to + printStructured(structured) : undefined;
    case "renameColumn": {
      if (!same(table, edit.table)) return undefined;
      const rename = (column: string | undefined) => (same(column, edit.from) ? edit.to : column);
      const from = rename(structured.from);
      const to = rename(structured.to);
      if (from === structured.from && to === structured.to) return undefined;
      return (
        (token.table ?? "") +
        printStructured({
          parts: structured.parts,
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        })
      );
    }
    case "deleteColumn":
      return same(table, edit.table) &&
        (same(structured.from, edit.column) || same(structured.to, edit.column))
        ? "#REF!"
        : undefined;
    case "deleteTable": {
      if (!same(table, edit.table.name)) return undefined;
      const area = structuredArea(edit.table, structured, {
        sheet: edit.table.area.sheet,
        row: home.row ?? -1,
        column: 0,
      });
      if (typeof area === "string") return area;
      return printAddress(area, { sheet: true, absolute: true });
    }
    default:
      return undefined;
  }
}

function shiftedName(token: Token & { kind: "name" }, edit: Edit): string | undefined {
  switch (edit.kind) {
    case "renameTable":
      return token.sheet === undefined && same(token.name, edit.from) ? edit.to : undefined;
    case "renameName":
      return same(token.name, edit.from)
        ? token.text.slice(0, token.text.length - token.name.length) + edit.to
        : undefined;
    case "deleteTable":
      return token.sheet === undefined && same(token.name, edit.table.name)
        ? shiftedStructured(
            { kind: "structured", text: token.text, table: token.name, structured: { parts: [] } },
            edit,
            {},
          )
        : undefined;
    case "renameSheet":
      return same(token.sheet, edit.from) ? `${quoteSheet(edit.to)}!${token.name}` : undefined;
    case "deleteSheet":
      return same(token.sheet, edit.sheet) ? `#REF!` : undefined;
    default:
      return undefined;
  }
}

/**
 * The same formula after an edit of the workbook. `homeSheet` is the sheet it stands on before the edit.
 * A formula that is not touched comes back as the same string.
 */
export function shiftReferences(
  formula: string,
  homeSheet: string,
  edit: Edit,
  home: Surroundings = {},
): string {
  return rewrite(formula, (token) => {
    switch (token.kind) {
      case "reference":
        return shiftedReference(token, homeSheet, edit);
      case "structured":
        return shiftedStructured(token, edit, home);
      case "name":
        return shiftedName(token, edit);
      default:
        return undefined;
    }
  });
}
