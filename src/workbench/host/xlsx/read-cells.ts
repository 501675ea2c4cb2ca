/** The rows of a file's sheet: values, formulas, looks. */
import { fromR1C1, LAST_COLUMN, LAST_ROW, toR1C1, columnLetters, parseAddress } from "../formula";
import { asErrorCode, type Cell, type CellValue } from "../model/cells/cell";
import { serialOf } from "../model/cells/date";
import { cellAt, EMPTY_GRID, ownedGrid, putCell, type Grid } from "../model/cells/grid";
import { cellsOf, containsCell, type Rectangle } from "../model/cells/rectangle";
import type { Line } from "../model/sheets/sheet";
import type { Table } from "../model/tables/table";
import { fromFile } from "./formula-in-file";
import { LONGEST_TEXT, type Limits } from "./limits";
import { closeGroups } from "./outline-in-file";
import { FAULTS, FileFault, type ProblemList } from "./problems";
import type { Looks } from "./read-styles";
import { parseArea } from "./references";
import { childOf, childrenOf, flagIn, numberIn, textOf, type Branch } from "./xml";

export interface CellReading {
  readonly sheet: string;
  readonly texts: readonly string[];
  readonly looks: Looks;
  readonly tables: readonly Table[];
  /** Full names of an add-in's functions: `PLAN.RATE`. */
  readonly known: ReadonlySet<string>;
  readonly limits: Limits;
  readonly problems: ProblemList;
  /** The file asks for a calculation when it is opened: what it says of results is not to be trusted. */
  readonly recalculated: boolean;
  /** Cells of the whole workbook, counted on. */
  readonly count: { cells: number };
}

/** The texts of `<t>` and of runs; not the readings (`rPh`) that Japanese files carry. */
export const plainText = (branch: Branch | undefined): string =>
  (branch?.children ?? [])
    .map((each) => (each.name === "t" ? each.text : each.name === "r" ? textOf(childOf(each, "t")) : ""))
    .join("");

const dayOf = (text: string): CellValue => {
  const [, year, month, day, , hour = "0", minute = "0", second = "0"] =
    /^(\d{4})-(\d{2})-(\d{2})(T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?))?/.exec(text) ?? [];
  const serial = serialOf(Number(year), Number(month), Number(day));
  return serial === undefined
    ? text
    : serial + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
};

export interface CellReader {
  row(branch: Branch): void;
  grid(): Grid;
  readonly rows: ReadonlyMap<number, Line>;
}

const EMPTY_LOOK = {};
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const createCellReader = (reading: CellReading, columnsHaveLooks: () => boolean): CellReader => {
  const { looks, problems, tables } = reading;
  const owner = {};
  const grid = ownedGrid(EMPTY_GRID, owner);
  const rows = new Map<number, Line>();
  /** Rows after a closed group. */
  const closed = new Set<number>();
  const shared = new Map<
    string,
    { readonly formula: string | undefined; readonly row: number; readonly column: number }
  >();
  const seen = new Map<string, string | undefined>();
  const spills: Rectangle[] = [];
  /** An add-in's functions are not there yet when a file is opened: their last answers stay. */
  const ofAddIn = new RegExp(`(?:${[...reading.known].map(escaped).join("|") || "(?!)"})\\(`, "i");
  let nextRow = 0;

  const place = (row: number, column: number): string =>
    `${reading.sheet}!${columnLetters(column)}${row + 1}`;

  const valueOf = (cell: Branch, row: number, column: number): CellValue => {
    const type = cell.attributes.get("t") ?? "n";
    const text = textOf(childOf(cell, "v"));
    switch (type) {
      case "s":
        return cut(reading.texts[Number(text)] ?? "", row, column);
      case "str":
        return cut(text, row, column);
      case "inlineStr":
        return cut(plainText(childOf(cell, "is")), row, column);
      case "b":
        return text === "1" || text === "true";
      case "e": {
        const code = asErrorCode(text);
        return { kind: "error", code: code ?? "#VALUE!" };
      }
      case "d":
        return text === "" ? null : dayOf(text);
      default: {
        const number = Number(text);
        if (text.trim() === "") return null;
        return Number.isFinite(number) ? number : text;
      }
    }
  };

  const cut = (text: string, row: number, column: number): string => {
    if (text.length <= LONGEST_TEXT) return text;
    problems.add(
      `${LONGEST_TEXT.toLocaleString("ja-JP")} 文字を超える文字列`,
      place(row, column),
      "Excel のセルに入る長さで切りました。続きが要るなら、元のファイルで複数のセルに分けてください。",
    );
    return text.slice(0, LONGEST_TEXT);
  };

  const translate = (text: string, row: number, column: number): string | undefined => {
    const table = tables.find(({ area }) => containsCell(area, row, column))?.name;
    const key = `${table ?? ""}\n${text}`;
    if (!seen.has(key)) seen.set(key, fromFile(text, { table, known: reading.known }));
    return seen.get(key);
  };

  const formulaOf = (f: Branch, row: number, column: number): string | undefined => {
    const text = f.text.trim();
    const type = f.attributes.get("t");
    const group = f.attributes.get("si");
    if (type === "shared" && group !== undefined) {
      if (text === "") {
        const first = shared.get(group);
        return first?.formula === undefined
          ? undefined
          : fromR1C1(toR1C1(first.formula, first), { row, column });
      }
      const formula = translate(text, row, column);
      shared.set(group, { formula, row, column });
      return formula;
    }
    return text === "" || type === "dataTable" ? undefined : translate(text, row, column);
  };

  const tellUnread = (f: Branch, row: number, column: number): void => {
    const outside = /\[\d+\]|\|/.test(f.text);
    problems.add(
      outside ? "ほかのブックやプログラムを参照する数式" : "ここでは読めない数式",
      place(row, column),
      outside
        ? "外へつなぐことはしないので、保存されていた値だけを入れました。"
        : "保存されていた値だけを入れました。数式が要るなら Excel で開いてください。",
    );
  };

  const counted = (cells: number): void => {
    reading.count.cells += cells;
    if (reading.count.cells > reading.limits.cells)
      throw new FileFault(FAULTS.tooManyCells(reading.limits.cells));
  };

  const putOne = (cell: Branch, row: number, column: number, overlaid: boolean): void => {
    counted(1);
    const { style, quoted } = looks.cell(numberIn(cell, "s"));
    const f = childOf(cell, "f");
    const formula = f && formulaOf(f, row, column);
    if (f && formula === undefined) tellUnread(f, row, column);
    const stale = formula !== undefined && reading.recalculated && !ofAddIn.test(formula);
    const value = stale ? null : valueOf(cell, row, column);
    const array = f?.attributes.get("t") === "array" ? parseArea(f.attributes.get("ref")) : undefined;
    const spill = formula !== undefined && array && cellsOf(array) > 1 ? array : undefined;
    if (spill) {
      counted(cellsOf(spill));
      spills.push({ ...spill, top: row, left: column });
    }
    const from = spill ? undefined : spills.find((area) => containsCell(area, row, column));
    const look = style ?? (overlaid ? EMPTY_LOOK : undefined);
    putCell(grid, owner, row, column, {
      // A formula that gave an empty text is not a blank cell.
      value:
        value === null && formula !== undefined && !stale && cell.attributes.get("t") === "str" ? "" : value,
      ...(formula === undefined ? {} : { formula }),
      ...(spill ? { spill: { rows: spill.bottom - row + 1, columns: spill.right - column + 1 } } : {}),
      ...(from && formula === undefined ? { spilledFrom: { row: from.top, column: from.left } } : {}),
      ...(quoted ? { quoted } : {}),
      ...(look ? { style: look } : {}),
    });
  };

  /** Blank parts of a spill are not in the file, yet the anchor holds them. */
  const fillSpills = (): void => {
    for (const { top, left, bottom, right } of spills) {
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const cell: Cell | undefined = cellAt(grid, row, column);
          if (cell?.spilledFrom || cell?.formula !== undefined) continue;
          putCell(grid, owner, row, column, {
            value: null,
            ...cell,
            spilledFrom: { row: top, column: left },
          });
        }
      }
    }
  };

  return {
    rows,
    row: (branch) => {
      const row = (numberIn(branch, "r") ?? nextRow + 1) - 1;
      if (!Number.isInteger(row) || row < 0 || row > LAST_ROW) return;
      nextRow = row + 1;
      const style = flagIn(branch, "customFormat") ? looks.cell(numberIn(branch, "s")).style : undefined;
      const outline = numberIn(branch, "outlineLevel") ?? 0;
      const hidden = flagIn(branch, "hidden");
      const height = flagIn(branch, "customHeight") ? numberIn(branch, "ht") : undefined;
      const line: Line = {
        ...(height === undefined ? {} : { size: height }),
        ...(hidden ? { hidden } : {}),
        ...(outline > 0 ? { outline } : {}),
        ...(style ? { style } : {}),
      };
      if (Object.keys(line).length > 0) rows.set(row, line);
      if (flagIn(branch, "collapsed")) closed.add(row);
      const overlaid = style !== undefined || columnsHaveLooks();
      let nextColumn = 0;
      for (const cell of childrenOf(branch, "c")) {
        const area = parseAddress(cell.attributes.get("r") ?? `${columnLetters(nextColumn)}${row + 1}`, "");
        if (!area || area.left > LAST_COLUMN) continue;
        nextColumn = area.left + 1;
        putOne(cell, area.top, area.left, overlaid);
      }
    },
    grid: () => {
      fillSpills();
      closeGroups(rows, closed);
      return grid;
    },
  };
};
