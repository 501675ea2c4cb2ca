/** Filters of tables and sheets: which rows they hide. */
import { isError, type Cell } from "./cell";
import { dateOfSerial } from "./date";
import { readCell, sheetIn, updateBook, updateSheet, type Draft } from "./draft";
import { styleOf } from "./effective";
import { rowsOf, type Rectangle } from "./rectangle";
import type { FilterCriteria, Line } from "./sheet";
import { styleValue } from "./style";
import { bodyOf } from "./table";
import { tableIn } from "./tables";
import { textOf } from "./text";

/** A cell as a filter sees it. */
interface Seen {
  readonly cell: Cell;
  readonly text: string;
  readonly fill: string;
  readonly font: string;
}

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/(~[*?~])|\*|\?/g, (token: string) =>
        token === "*" ? "[\\s\\S]*" : token === "?" ? "[\\s\\S]" : `\\${token.charAt(1)}`,
      )}$`,
    "i",
  );

/** `>=10`, `<>済`, `=*市`: the little language of custom filters. */
export const matchesCriterion = (
  criterion: string,
  { cell, text }: { readonly cell: Cell; readonly text: string },
): boolean => {
  const [, operator = "=", operand = ""] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(criterion) ?? [];
  const number = operand.trim() === "" ? NaN : Number(operand);
  const { value } = cell;
  if (operator === "=" || operator === "<>") {
    const same =
      operand === ""
        ? value === null || value === ""
        : (typeof value === "number" && value === number) ||
          (typeof value !== "number" && wildcard(operand).test(text)) ||
          text === operand;
    return operator === "=" ? same : !same;
  }
  const compared =
    typeof value === "number" && Number.isFinite(number)
      ? value - number
      : typeof value === "string" && !Number.isFinite(number)
        ? value.localeCompare(operand, "ja")
        : NaN;
  if (Number.isNaN(compared)) return false;
  if (operator === ">") return compared > 0;
  if (operator === "<") return compared < 0;
  return operator === ">=" ? compared >= 0 : compared <= 0;
};

const inDate = (value: unknown, cell: Cell): boolean => {
  const wanted = value as { readonly date?: unknown; readonly specificity?: unknown };
  if (typeof cell.value !== "number" || typeof wanted.date !== "string") return false;
  const { year, month, day } = dateOfSerial(cell.value);
  const [y, m, d] = wanted.date.slice(0, 10).split("-").map(Number);
  if (year !== y) return false;
  if (wanted.specificity === "Year") return true;
  if (month !== m) return false;
  return wanted.specificity === "Month" || day === d;
};

const numbersOf = (seen: readonly Seen[]): readonly number[] =>
  seen.flatMap(({ cell }) => (typeof cell.value === "number" ? [cell.value] : []));

const extreme = (seen: readonly Seen[], count: number, top: boolean): ((one: Seen) => boolean) => {
  const sorted = [...numbersOf(seen)].sort((a, b) => (top ? b - a : a - b));
  const limit = sorted[Math.min(Math.max(count, 1), sorted.length) - 1];
  return ({ cell }) =>
    typeof cell.value === "number" &&
    limit !== undefined &&
    (top ? cell.value >= limit : cell.value <= limit);
};

/** Whether a row stays, by one column's criteria. */
export const predicateOf = (criteria: FilterCriteria, seen: readonly Seen[]): ((one: Seen) => boolean) => {
  const first = typeof criteria.criterion1 === "string" ? criteria.criterion1 : "";
  const count = Number(first);
  switch (String(criteria.filterOn)) {
    case "Values": {
      const values: readonly unknown[] = Array.isArray(criteria.values) ? criteria.values : [];
      const texts = new Set(
        values.filter((value) => typeof value === "string").map((value) => value.toLowerCase()),
      );
      const dates = values.filter((value) => typeof value === "object" && value !== null);
      return ({ cell, text }) => texts.has(text.toLowerCase()) || dates.some((value) => inDate(value, cell));
    }
    case "Custom": {
      const second =
        typeof criteria.criterion2 === "string" && criteria.criterion2 !== ""
          ? criteria.criterion2
          : undefined;
      return (one) => {
        const a = matchesCriterion(first, one);
        if (second === undefined) return a;
        const b = matchesCriterion(second, one);
        return String(criteria.operator ?? "And") === "Or" ? a || b : a && b;
      };
    }
    case "TopItems":
      return extreme(seen, count, true);
    case "BottomItems":
      return extreme(seen, count, false);
    case "TopPercent":
      return extreme(seen, Math.floor((numbersOf(seen).length * count) / 100), true);
    case "BottomPercent":
      return extreme(seen, Math.floor((numbersOf(seen).length * count) / 100), false);
    case "CellColor":
      return ({ fill }) => fill.toLowerCase() === String(criteria.color).toLowerCase();
    case "FontColor":
      return ({ font }) => font.toLowerCase() === String(criteria.color).toLowerCase();
    case "Dynamic": {
      const numbers = numbersOf(seen);
      const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
      if (criteria.dynamicCriteria === "AboveAverage")
        return ({ cell }) => typeof cell.value === "number" && cell.value > mean;
      if (criteria.dynamicCriteria === "BelowAverage")
        return ({ cell }) => typeof cell.value === "number" && cell.value < mean;
      return () => true;
    }
    default:
      return () => true;
  }
};

const seenIn = (draft: Draft, sheet: string, body: Rectangle, column: number): readonly Seen[] => {
  const home = sheetIn(draft, sheet);
  return Array.from({ length: rowsOf(body) }, (_, at) => {
    const row = body.top + at;
    const cell = readCell(draft, sheet, row, column);
    const style = styleOf(home, cell, row, column);
    return {
      cell,
      text: isError(cell.value) ? cell.value.code : textOf(cell.value, styleValue(style, "numberFormat")),
      fill: styleValue(style, "fillColor"),
      font: styleValue(style, "fontColor"),
    };
  });
};

/** Hides the rows of `body` that any of the criteria turns away and shows the others. */
export const hideFiltered = (
  draft: Draft,
  sheet: string,
  body: Rectangle,
  criteria: readonly { readonly column: number; readonly criteria: FilterCriteria }[],
): void => {
  const stays = criteria.map(({ column, criteria: wanted }) => {
    const seen = seenIn(draft, sheet, body, body.left + column);
    const keeps = predicateOf(wanted, seen);
    return seen.map(keeps);
  });
  const rows = new Map(sheetIn(draft, sheet).rows);
  for (let at = 0; at < rowsOf(body); at++) {
    const row = body.top + at;
    const { filtered: _, ...line }: Line = rows.get(row) ?? {};
    if (stays.some((column) => column[at] === false)) rows.set(row, { ...line, filtered: true });
    else if (Object.keys(line).length > 0) rows.set(row, line);
    else rows.delete(row);
  }
  updateSheet(draft, sheet, { rows });
  draft.happenings.push({ kind: "sheetFiltered", sheet });
};

const applyTable = (draft: Draft, id: string): void => {
  const table = tableIn(draft, id);
  const criteria = table.columns.flatMap(({ filter }, column) =>
    filter ? [{ column, criteria: filter }] : [],
  );
  hideFiltered(draft, table.sheet, bodyOf(table), criteria);
  draft.happenings.push({ kind: "tableFiltered", sheet: table.sheet, table: id });
};

export const reapplyTableFilter = applyTable;

export const setColumnFilter = (
  draft: Draft,
  id: string,
  column: number,
  filter: FilterCriteria | undefined,
): void => {
  updateBook(draft, {
    tables: draft.book.tables.map((table) => {
      if (table.id !== id) return table;
      const columns = table.columns.map((each, index) => {
        if (index !== column) return each;
        const { filter: _, ...rest } = each;
        return filter ? { ...rest, filter } : rest;
      });
      return { ...table, columns };
    }),
  });
  applyTable(draft, id);
};

export const clearFilters = (draft: Draft, id: string): void => {
  updateBook(draft, {
    tables: draft.book.tables.map((table) =>
      table.id === id
        ? { ...table, columns: table.columns.map(({ filter: _, ...column }) => column) }
        : table,
    ),
  });
  applyTable(draft, id);
};
