/** `cellFormat` and `tableOptions` of the common API: how a bound or a new table looks. What is not known is refused by name. */
import { applyStyle, clearLooks, updateColumns, updateRows } from "../model/looks/appearance";
import { autofitColumns, autofitRows } from "../model/looks/autofit";
import { sheetIn, type Draft } from "../model/draft";
import { styleAt } from "../model/looks/effective";
import type { Rectangle } from "../model/cells/rectangle";
import { columnsOf, rowsOf } from "../model/cells/rectangle";
import { NO_BORDER, styleValue, type Border, type Edge, type Style } from "../model/looks/style";
import { bodyOf, headerOf, type Table } from "../model/tables/table";
import { showHeaders, showTotals } from "../model/tables/table-parts";
import { tableIn } from "../model/tables/tables";
import { replaceTable } from "../model/tables/replace-table";
import { colorFrom } from "../objects/color";
import { Refusal } from "../refusal";
import { fail } from "./problem";

const ALL = 0;
const DATA = 1;
const HEADERS = 2;

/** `Office.Table.Data`, `{ row: 3 }`, `{ row: 3, column: 0 }`: rows are counted in the body. */
const areaOf = (table: Table, cells: unknown): Rectangle => {
  const body = bodyOf(table);
  if (cells === ALL) return { ...body, top: table.area.top };
  if (cells === DATA) return body;
  if (cells === HEADERS) return headerOf(table) ?? fail(8010);
  if (typeof cells !== "object" || cells === null) return fail(8010);
  const { row, column } = cells as { readonly row?: unknown; readonly column?: unknown };
  if (row === undefined && column === undefined) return fail(8010);
  const within = (given: unknown, length: number, code: 8020 | 8021): number | undefined => {
    if (given === undefined) return undefined;
    if (typeof given !== "number" || !Number.isInteger(given)) return fail(8010);
    return given >= 0 && given < length ? given : fail(code);
  };
  const at = within(row, rowsOf(body), 8020);
  const across = within(column, columnsOf(body), 8021);
  return {
    top: at === undefined ? body.top : body.top + at,
    bottom: at === undefined ? body.bottom : body.top + at,
    left: across === undefined ? body.left : body.left + across,
    right: across === undefined ? body.right : body.left + across,
  };
};

const word =
  (words: Readonly<Record<string, string>>) =>
  (given: unknown, name: string): string =>
    words[String(given).toLowerCase()] ?? fail(8012, name);

const LINES: Readonly<Record<string, Pick<Border, "style" | "weight">>> = {
  none: { style: "None", weight: "Thin" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  hair: { style: "Continuous", weight: "Hairline" },
  dashed: { style: "Dash", weight: "Thin" },
  dotted: { style: "Dot", weight: "Thin" },
  "dash dot": { style: "DashDot", weight: "Thin" },
  "dash dot dot": { style: "DashDotDot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
};
const SIDES: Readonly<Record<string, readonly Edge[]>> = {
  border: ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"],
  borderTop: ["EdgeTop"],
  borderBottom: ["EdgeBottom"],
  borderLeft: ["EdgeLeft"],
  borderRight: ["EdgeRight"],
};

const color = (given: unknown, name: string): string => {
  try {
    return colorFrom(given);
  } catch (thrown) {
    return thrown instanceof Refusal ? fail(8012, name) : fail(5001);
  }
};
const text = (given: unknown, name: string): string => (typeof given === "string" ? given : fail(8012, name));
const size = (given: unknown, name: string): number =>
  typeof given === "number" && given > 0 ? given : fail(8012, name);

const FORMATS: Readonly<Record<string, (given: unknown, name: string) => Style>> = {
  fontName: (given, name) => ({ fontName: text(given, name) }),
  fontSize: (given, name) => ({ fontSize: size(given, name) }),
  fontColor: (given, name) => ({ fontColor: color(given, name) }),
  fontStyle: (given, name) => {
    const style = word({
      regular: "",
      bold: "b",
      italic: "i",
      "bold italic": "bi",
    })(given, name);
    return { bold: style.includes("b"), italic: style.includes("i") };
  },
  fontUnderlineStyle: (given, name) => ({
    underline: word({
      none: "None",
      single: "Single",
      double: "Double",
      "single accounting": "SingleAccountant",
      "double accounting": "DoubleAccountant",
    })(given, name),
  }),
  fontStrikethrough: (given) => ({ strikethrough: given === true }),
  fontDirection: (given, name) => ({
    readingOrder: word({
      context: "Context",
      "left-to-right": "LeftToRight",
      "right-to-left": "RightToLeft",
    })(given, name),
  }),
  backgroundColor: (given, name) =>
    given === "none" ? { fillPattern: "None" } : { fillColor: color(given, name), fillPattern: "Solid" },
  alignHorizontal: (given, name) => ({
    horizontalAlignment: word({
      general: "General",
      left: "Left",
      center: "Center",
      right: "Right",
      fill: "Fill",
      justify: "Justify",
      "center across selection": "CenterAcrossSelection",
      distributed: "Distributed",
    })(given, name),
  }),
  alignVertical: (given, name) => ({
    verticalAlignment: word({
      top: "Top",
      center: "Center",
      bottom: "Bottom",
      justify: "Justify",
      distributed: "Distributed",
    })(given, name),
  }),
  indentLeft: (given, name) => ({
    indentLevel: typeof given === "number" && given >= 0 ? given : fail(8012, name),
  }),
  wrapping: (given) => ({ wrapText: given === true }),
  numberFormat: (given, name) => ({ numberFormat: text(given, name) }),
};

const borderOf = (draft: Draft, table: Table, area: Rectangle, name: string, given: unknown): Style => {
  const sides = SIDES[name.replace(/Style$|Color$/, "")] ?? fail(8012, name);
  const borders = styleValue(styleAt(sheetIn(draft, table.sheet), area.top, area.left), "borders");
  const line = name.endsWith("Style") ? (LINES[String(given).toLowerCase()] ?? fail(8012, name)) : undefined;
  const next = sides.map((side) => {
    const before = borders[side] ?? NO_BORDER;
    return [side, line ? { ...before, ...line } : { ...before, color: color(given, name) }] as const;
  });
  return { borders: { ...borders, ...Object.fromEntries(next) } };
};

const applyFormat = (draft: Draft, table: Table, area: Rectangle, name: string, given: unknown): void => {
  if (name === "width" || name === "height") {
    const fit = name === "width" ? autofitColumns : autofitRows;
    if (given === "auto fit") return fit(draft, table.sheet, area);
    const points = size(given, name);
    const change = name === "width" ? updateColumns : updateRows;
    return change(draft, table.sheet, area, (line) => ({ ...line, size: points }));
  }
  if (/^border/.test(name)) {
    return applyStyle(draft, table.sheet, area, borderOf(draft, table, area, name, given));
  }
  applyStyle(draft, table.sheet, area, (FORMATS[name] ?? fail(8012, name))(given, name));
};

export const applyCellFormats = (draft: Draft, id: string, formats: unknown): void => {
  if (!Array.isArray(formats)) return fail(8012);
  for (const each of formats as readonly { readonly cells?: unknown; readonly format?: unknown }[]) {
    const table = tableIn(draft, id);
    const area = areaOf(table, each.cells);
    if (typeof each.format !== "object" || each.format === null) fail(8012);
    for (const [name, given] of Object.entries(each.format as object)) {
      applyFormat(draft, table, area, name, given);
    }
  }
};

const OPTIONS: Readonly<Record<string, (given: boolean) => Partial<Table>>> = {
  bandedRows: (given) => ({ showBandedRows: given }),
  bandedColumns: (given) => ({ showBandedColumns: given }),
  filterButton: (given) => ({ showFilterButton: given }),
  firstColumn: (given) => ({ highlightFirstColumn: given }),
  lastColumn: (given) => ({ highlightLastColumn: given }),
};

export const applyTableOptions = (draft: Draft, id: string, options: unknown): void => {
  if (typeof options !== "object" || options === null) return fail(8011);
  for (const [name, given] of Object.entries(options)) {
    if (name === "style") {
      const style = text(given, name);
      replaceTable(draft, { ...tableIn(draft, id), style: style === "none" ? "" : style });
      continue;
    }
    if (typeof given !== "boolean") return fail(8011, name);
    if (name === "headerRow") showHeaders(draft, id, given);
    else if (name === "totalRow") showTotals(draft, id, given);
    else replaceTable(draft, { ...tableIn(draft, id), ...(OPTIONS[name] ?? fail(8011, name))(given) });
  }
};

export const clearTableFormats = (draft: Draft, id: string): void => {
  const { sheet, area } = tableIn(draft, id);
  clearLooks(draft, sheet, area);
};
