/** A sheet as data → Excel. The work is cut into pieces whose size is known, so that no request grows too large. */

import { type Area, areaName } from "../address";
import { drawChart } from "./draw-chart";
import { colorBy, validate } from "./draw-rules";
import { runsUpTo } from "../layout/runs";
import type { Look, PageSpec, SheetSpec } from "../layout/sheet-spec";

export interface Piece {
  /** Roughly what it adds to a request. */
  bytes: number;
  draw(sheet: Excel.Worksheet): void;
}

/** What an action of office.js costs beside its data. */
const actionBytes = 700;
/** Cells are cut by rows into blocks of about this size. */
export const BLOCK_BYTES = 1_000_000;
/** Points per half-width character in the standard font, and the margins of a cell. */
const pointsPerCharacter = 5.6;
const cellMargin = 6;

export function piecesOf(spec: SheetSpec): Piece[] {
  const piece = (bytes: number, draw: Piece["draw"]): Piece => ({ bytes: bytes + actionBytes, draw });
  return [
    ...spec.numberFormats.flatMap(({ area, format }) => formatPieces(area, format)),
    // Wrapping first: rows grow with the texts that come after.
    ...spec.looks.map(({ area, look }) =>
      piece(Object.keys(look).length * 400, (sheet) => applyLook(sheet, area, look)),
    ),
    ...spec.widths.map(({ column, columns, characters }) =>
      piece(300, (sheet) => {
        const range = sheet.getRange(areaName({ row: 0, column, rows: 1, columns })).getEntireColumn();
        range.format.columnWidth = Math.round(characters * pointsPerCharacter + cellMargin);
      }),
    ),
    ...spec.values.flatMap(({ area, cells }) =>
      blocksOf(area, cells).map((block) =>
        piece(block.bytes, (sheet) => {
          sheet.getRange(areaName(block.area)).values = block.cells;
        }),
      ),
    ),
    ...spec.tables.map(({ name, area, style, filterButtons }) =>
      piece(1500, (sheet) => {
        const table = sheet.tables.add(areaName(area), true);
        table.name = name;
        table.style = style;
        table.showFilterButton = filterButtons;
        table.showBandedRows = false;
      }),
    ),
    ...spec.formulas.flatMap(({ area, formula }) => formulaPieces(area, formula)),
    ...spec.validations.map(({ area, rule }) =>
      piece(1500, (sheet) => validate(sheet.getRange(areaName(area)), rule)),
    ),
    ...spec.conditionals.map(({ area, rule }) =>
      piece(2000, (sheet) => colorBy(sheet.getRange(areaName(area)), rule)),
    ),
    ...spec.groups.map(({ column, columns }) =>
      piece(300, (sheet) => {
        const range = sheet.getRange(areaName({ row: 0, column, rows: 1, columns })).getEntireColumn();
        range.group(Excel.GroupOption.byColumns);
      }),
    ),
    ...spec.folded.map(({ column, columns }) =>
      piece(300, (sheet) => {
        sheet.getRange(areaName({ row: 0, column, rows: 1, columns })).getEntireColumn().columnHidden = true;
      }),
    ),
    ...spec.heights.map(({ row, points }) =>
      piece(300, (sheet) => {
        sheet.getRange(areaName({ row, column: 0, rows: 1, columns: 1 })).format.rowHeight = points;
      }),
    ),
    ...(spec.fitRows === null ? [] : [fitRows(spec.fitRows)].map((fit) => piece(300, fit))),
    ...(spec.freeze.rows > 0 || spec.freeze.columns > 0
      ? [piece(500, (sheet) => freeze(sheet, spec.freeze))]
      : []),
    ...(spec.page === null ? [] : [setUpPage(spec.page)].map((setUp) => piece(3000, setUp))),
    ...spec.breaksBefore.map((column) =>
      piece(300, (sheet) => {
        sheet.verticalPageBreaks.add(areaName({ row: 0, column, rows: 1, columns: 1 }));
      }),
    ),
    ...spec.charts.map((chart) => piece(3000 + chart.grades * 400, (sheet) => drawChart(sheet, chart))),
    ...spec.formulasAfterCharts.flatMap(({ area, formula }) => formulaPieces(area, formula)),
  ];
}

function formatPieces(area: Area, format: string | string[][]): Piece[] {
  if (typeof format === "string") {
    return [
      {
        bytes: actionBytes,
        draw: (sheet) => {
          setAll(sheet.getRange(areaName(area)), "numberFormat", format);
        },
      },
    ];
  }
  return blocksOf(area, format).map((block) => ({
    bytes: block.bytes + actionBytes,
    draw: (sheet) => {
      sheet.getRange(areaName(block.area)).numberFormat = block.cells;
    },
  }));
}

function formulaPieces(area: Area, formula: string | string[][]): Piece[] {
  if (typeof formula === "string") {
    return [
      {
        bytes: actionBytes + formula.length * 3,
        draw: (sheet) => {
          setAll(sheet.getRange(areaName(area)), "formulas", formula);
        },
      },
    ];
  }
  return blocksOf(area, formula).map((block) => ({
    bytes: block.bytes + actionBytes,
    draw: (sheet) => {
      sheet.getRange(areaName(block.area)).formulas = block.cells;
    },
  }));
}

/** Excel takes one value for all cells of a range; the types only know matrices. */
export function setAll(range: Excel.Range, member: "numberFormat" | "formulas", value: string): void {
  range.set({ [member]: value });
}

function blocksOf<Cell extends string | number | null>(
  area: Area,
  cells: Cell[][],
): { area: Area; cells: Cell[][]; bytes: number }[] {
  const bytesOf = (row: Cell[]): number => row.reduce((sum, cell) => sum + sizeOf(cell), 2);
  return runsUpTo(cells, BLOCK_BYTES, bytesOf).map(([first, rows]) => {
    const own = cells.slice(first, first + rows);
    return {
      area: { ...area, row: area.row + first, rows },
      cells: own,
      bytes: own.reduce((sum, row) => sum + bytesOf(row), 0),
    };
  });
}

/** UTF-8 in JSON: three bytes for kana and kanji, quotes and commas around. */
export function sizeOf(cell: string | number | boolean | null): number {
  if (typeof cell !== "string") return 8;
  let bytes = 3;
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    bytes += code < 32 ? 6 : code === 34 || code === 92 ? 2 : code < 128 ? 1 : 3;
  }
  return bytes;
}

export function applyLook(sheet: Excel.Worksheet, area: Area, look: Look): void {
  const { format } = sheet.getRange(areaName(area));
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
}

function fitRows(area: Area): Piece["draw"] {
  return (sheet) => sheet.getRange(areaName(area)).format.autofitRows();
}

function freeze(sheet: Excel.Worksheet, { rows, columns }: SheetSpec["freeze"]): void {
  if (columns === 0) sheet.freezePanes.freezeRows(rows);
  else sheet.freezePanes.freezeAt(sheet.getRange(areaName({ row: 0, column: 0, rows, columns })));
}

/** Landscape, and as wide as the paper where nothing else is said. */
function setUpPage({ paper, headerRows, title, scale }: PageSpec): Piece["draw"] {
  return ({ pageLayout }) => {
    pageLayout.orientation = Excel.PageOrientation.landscape;
    pageLayout.paperSize = paper === "a3" ? Excel.PaperType.a3 : Excel.PaperType.a4;
    pageLayout.zoom = scale === undefined ? { horizontalFitToPages: 1 } : { scale };
    pageLayout.setPrintTitleRows(`$${headerRows[0] + 1}:$${headerRows[1] + 1}`);
    // & begins a code in headers; && is an & that is printed.
    pageLayout.headersFooters.defaultForAllPages.centerHeader = title.replaceAll("&", "&&");
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
  };
}
