/** What a table's style adds under a cell's own look: header colour, bands, total line. The built-in styles by their colour. */
import type { Book } from "../../host/model/book";
import { tablesOn } from "../../host/model/book";
import { containsCell } from "../../host/model/cells/rectangle";
import type { Style } from "../../host/model/looks/style";
import type { Table } from "../../host/model/tables/table";

/** Accent colours of Excel's Office theme, in the order the numbers of the built-in styles run through them. */
const accents = ["#000000", "#156082", "#E97132", "#196B24", "#0F9ED5", "#A02B93", "#4EA72E"] as const;
const bands = ["#D9D9D9", "#C0E6F5", "#FBE2D5", "#C1F0C8", "#CAEDFB", "#F2CEEF", "#DAF2D0"] as const;

interface TableColours {
  header: Style;
  band: Style;
  total: Style;
}

function coloursOf(name: string): TableColours | null {
  const parts = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(name);
  if (!parts) return null;
  const index = (Number(parts[2]) - 1) % 7;
  const accent = accents[index] ?? accents[0];
  const band = bands[index] ?? bands[0];
  const line = { style: "Continuous", weight: "Thin", color: accent, tintAndShade: 0 };
  const light = parts[1] === "Light";
  return {
    header: light
      ? { bold: true, fontColor: accent, borders: { EdgeTop: line, EdgeBottom: line } }
      : { bold: true, fontColor: "#FFFFFF", fillColor: accent },
    band: { fillColor: band },
    total: { bold: true, borders: { EdgeTop: { ...line, style: "Double" } } },
  };
}

const seen = new Map<string, TableColours | null>();
function colours(name: string): TableColours | null {
  if (!seen.has(name)) seen.set(name, coloursOf(name));
  return seen.get(name) ?? null;
}

function lookIn(table: Table, row: number): Style | undefined {
  const found = colours(table.style);
  if (!found) return undefined;
  if (table.showHeaders && row === table.area.top) return found.header;
  if (table.showTotals && row === table.area.bottom) return found.total;
  const first = table.area.top + (table.showHeaders ? 1 : 0);
  return table.showBandedRows && (row - first) % 2 === 0 ? found.band : undefined;
}

const laid = new WeakMap<Style, WeakMap<Style, Style>>();

/** The cell's own look over the table's; the same two records give the same result record, so looks stay shared. */
function over(under: Style, own: Style | undefined): Style {
  if (!own) return under;
  let byOwn = laid.get(under);
  if (!byOwn) laid.set(under, (byOwn = new WeakMap()));
  const found = byOwn.get(own);
  if (found) return found;
  const made: Style = { ...under, ...own };
  byOwn.set(own, made);
  return made;
}

export type TableLook = (row: number, column: number, own: Style | undefined) => Style | undefined;

export function tableLook(book: Book, sheet: string): TableLook {
  const tables = tablesOn(book, sheet);
  if (tables.length === 0) return (_row, _column, own) => own;
  return (row, column, own) => {
    const table = tables.find((each) => containsCell(each.area, row, column));
    const under = table ? lookIn(table, row) : undefined;
    return under ? over(under, own) : own;
  };
}
