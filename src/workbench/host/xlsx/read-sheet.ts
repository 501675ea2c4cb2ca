/** A file's worksheet as the model has it. */
import { LAST_COLUMN, LAST_ROW } from "../formula";
import { overlaps, WHOLE_SHEET, type Rectangle } from "../model/cells/rectangle";
import {
  DEFAULT_ROW_HEIGHT,
  newSheet,
  type FilterCriteria,
  type Line,
  type Sheet,
} from "../model/sheets/sheet";
import type { Protection } from "../model/sheets/protection";
import type { Style } from "../model/looks/style";
import type { Validation } from "../model/entry/validation";
import { colourOf, type Theme } from "./colors";
import { readFilterColumn } from "./filter-in-file";
import { createCellReader, type CellReading } from "./read-cells";
import { readComments, type CommentReading } from "./comments/read-comments";
import { readDrawing } from "./drawing/read-drawing";
import { readLinks } from "./links-in-file";
import type { Parts, Relation } from "./package-reader";
import { closeGroups } from "./outline-in-file";
import { readConditionals } from "./read-conditionals";
import { readBreaks, readPage } from "./read-page";
import { FILTER_LEFT_OUT } from "./read-table";
import { parseArea, parseAreas, printArea } from "./references";
import { readValidation } from "./validation-in-file";
import { CLOSED_OPTIONS } from "./write-sheet";
import { childOf, childrenOf, flagIn, numberIn, readXml, textOf, type Branch } from "./xml";

export interface SheetReading extends CellReading {
  readonly id: string;
  readonly theme: Theme;
  readonly parts: Parts;
  /** Of the sheet's own part. */
  readonly relations: readonly Relation[];
  readonly persons: CommentReading["persons"];
  /** The id of a sheet by the name it has in the file. */
  readonly sheetIds: (name: string) => string | undefined;
  readonly takeId: (wanted: string | undefined) => string;
  readonly count: { cells: number; drawn: number };
}

/** Beyond this many columns of one look, the look is the sheet's. */
const MOST_COLUMNS = 1_000;

interface Columns {
  readonly lines: ReadonlyMap<number, Line>;
  readonly style: Style | undefined;
}

const readColumns = (cols: Branch | undefined, { looks }: SheetReading): Columns => {
  const lines = new Map<number, Line>();
  let rest: Style | undefined;
  const closed = new Set<number>();
  for (const col of childrenOf(cols, "col")) {
    const from = Math.max(0, (numberIn(col, "min") ?? 1) - 1);
    const to = Math.min(LAST_COLUMN, (numberIn(col, "max") ?? 1) - 1);
    const style = looks.cell(numberIn(col, "style")).style;
    const width = numberIn(col, "width");
    const hidden = flagIn(col, "hidden");
    const outline = numberIn(col, "outlineLevel") ?? 0;
    const line: Line = {
      ...(width !== undefined && width > 0 && flagIn(col, "customWidth")
        ? { size: Math.round(width * looks.digitWidth * 0.75 * 100) / 100 }
        : {}),
      ...(hidden ? { hidden } : {}),
      ...(outline > 0 ? { outline } : {}),
      ...(style ? { style } : {}),
    };
    if (to === LAST_COLUMN && to - from > MOST_COLUMNS && !hidden) {
      rest = style;
      continue;
    }
    if (flagIn(col, "collapsed")) closed.add(from);
    if (Object.keys(line).length > 0) for (let at = from; at <= to; at++) lines.set(at, line);
  }
  closeGroups(lines, closed);
  return { lines, style: rest };
};

/** Columns before the one look of all the rest keep their own, even where that is none. */
const underRest = ({ lines, style }: Columns): ReadonlyMap<number, Line> => {
  if (!style) return lines;
  const own = [...lines].map(
    ([at, line]) => [at, line.style === style ? withoutStyle(line) : { style: {}, ...line }] as const,
  );
  return new Map(own.filter(([, line]) => Object.keys(line).length > 0));
};
const withoutStyle = ({ style: _, ...line }: Line): Line => line;

const frozenOf = (view: Branch | undefined): Rectangle | undefined => {
  const pane = childOf(view, "pane");
  if (!pane || !(pane.attributes.get("state") ?? "").startsWith("frozen")) return undefined;
  const columns = numberIn(pane, "xSplit") ?? 0;
  const rows = numberIn(pane, "ySplit") ?? 0;
  if (rows <= 0 && columns <= 0) return undefined;
  return {
    ...WHOLE_SHEET,
    ...(rows > 0 ? { bottom: Math.min(rows, LAST_ROW) - 1 } : {}),
    ...(columns > 0 ? { right: Math.min(columns, LAST_COLUMN) - 1 } : {}),
  };
};

const protectionOf = (
  branch: Branch | undefined,
  { problems, sheet }: SheetReading,
): Protection | undefined => {
  if (!branch || !flagIn(branch, "sheet")) return undefined;
  if (branch.attributes.has("password") || branch.attributes.has("hashValue"))
    problems.add(
      "シートの保護のパスワード",
      sheet,
      "保護は残しましたが、パスワードは引き継げません。ここでは、パスワードなしで解除できます。",
    );
  const selectionMode = flagIn(branch, "selectUnlockedCells")
    ? "None"
    : flagIn(branch, "selectLockedCells")
      ? "Unlocked"
      : "Normal";
  return {
    options: {
      ...Object.fromEntries(CLOSED_OPTIONS.map(([name, option]) => [option, !flagIn(branch, name, true)])),
      allowEditObjects: !flagIn(branch, "objects"),
      allowEditScenarios: !flagIn(branch, "scenarios"),
      selectionMode,
    },
  };
};

/** A newer Excel keeps rules that point to other sheets in a part of their own. */
const newerValidations = (root: Branch): readonly Branch[] =>
  childrenOf(childOf(root, "extLst"), "ext")
    .flatMap((ext) => childrenOf(childOf(ext, "dataValidations"), "dataValidation"))
    .map((branch) => ({
      ...branch,
      attributes: new Map([...branch.attributes, ["sqref", textOf(childOf(branch, "sqref"))]]),
      children: branch.children
        .filter(({ name }) => name.startsWith("formula"))
        .map((formula) => ({ ...formula, text: textOf(childOf(formula, "f")) })),
    }));

const validationsOf = (root: Branch, { problems, sheet }: SheetReading): readonly Validation[] =>
  [...childrenOf(childOf(root, "dataValidations"), "dataValidation"), ...newerValidations(root)].flatMap(
    (branch) => {
      const read = readValidation(branch);
      if (!read)
        problems.add("ここでは読めない入力規則", sheet, "外しました。必要なら設定し直してください。");
      return read ?? [];
    },
  );

const customPropertiesOf = (root: Branch, { parts, relations }: SheetReading): ReadonlyMap<string, string> =>
  new Map(
    childrenOf(childOf(root, "customProperties"), "customPr").flatMap((each) => {
      const relation = relations.find(({ id }) => id === each.attributes.get("id"));
      const name = each.attributes.get("name");
      return relation?.kind === "customProperty" && name !== undefined && parts.has(relation.target)
        ? [[name, new TextDecoder("utf-16le").decode(parts.bytes(relation.target))] as const]
        : [];
    }),
  );

export const readSheet = (bytes: Uint8Array, part: string, reading: SheetReading): Sheet => {
  let columns: Columns = { lines: new Map(), style: undefined };
  let haveLooks = false;
  const cells = createCellReader(reading, () => haveLooks);
  const root = readXml(bytes, part, reading.limits.depth, {
    cols: (branch) => {
      columns = readColumns(branch, reading);
      haveLooks = columns.style !== undefined || [...columns.lines.values()].some(({ style }) => style);
    },
    row: cells.row,
  });
  const view = childOf(childOf(root, "sheetViews"), "sheetView");
  const format = childOf(root, "sheetFormatPr");
  const width = numberIn(format, "defaultColWidth");
  const selected = childrenOf(view, "selection").at(-1);
  const selection = parseAreas(selected?.attributes.get("sqref"))[0] ?? {
    top: 0,
    left: 0,
    bottom: 0,
    right: 0,
  };
  const active = parseArea(selected?.attributes.get("activeCell")) ?? selection;
  const frozen = frozenOf(view);
  const protection = protectionOf(childOf(root, "sheetProtection"), reading);
  const colour = colourOf(childOf(childOf(root, "sheetPr"), "tabColor"), reading.theme);
  const filter = childOf(root, "autoFilter");
  const filterArea = parseArea(filter?.attributes.get("ref"));
  const criteria = new Map<number, FilterCriteria>();
  for (const branch of childrenOf(filter, "filterColumn")) {
    const read = readFilterColumn(branch, reading.looks.rule);
    if (read) criteria.set(read.column, read.criteria);
    else if (branch.children.length > 0)
      reading.problems.add("アイコンなどによる絞り込み", reading.sheet, FILTER_LEFT_OUT);
  }
  const merged: Rectangle[] = [];
  for (const branch of childrenOf(childOf(root, "mergeCells"), "mergeCell")) {
    const area = parseArea(branch.attributes.get("ref"));
    const free = area && !reading.tables.some((table) => overlaps(table.area, area));
    if (area && free) merged.push(area);
    else if (area)
      reading.problems.add(
        "表に重なるセルの結合",
        `${reading.sheet}!${printArea(area)}`,
        "結合を外しました。値は左上のセルにあります。",
      );
  }
  const grid = cells.grid();
  const filtering = filteredRows(
    reading,
    filterArea && criteria.size > 0 ? filterArea : undefined,
    cells.rows,
  );
  tellUnshown(root, view, reading);
  const { relations, parts } = reading;
  const drawing = relations.find(({ kind, target }) => kind === "drawing" && parts.has(target));
  const { standardWidth: usual } = newSheet(reading.id, reading.sheet);
  const standardWidth = width === undefined ? usual : Math.round((width - 0.62) * 100) / 100;
  const lines = { rows: filtering, columns: underRest(columns), standardWidth };
  // Blank cells look as the workbook's standard style does: a file from elsewhere may have another font there.
  const ground = columns.style ?? reading.looks.cell(0).style;
  const { sheetIds: ids, limits } = reading;
  const floating = drawing
    ? readDrawing(drawing.target, lines, { ...reading, sheets: ids })
    : { charts: [], shapes: [] };
  return {
    ...newSheet(reading.id, reading.sheet),
    tabColor: colour?.colour ?? "",
    grid,
    ...lines,
    ...(ground ? { style: ground } : {}),
    standardHeight: numberIn(format, "defaultRowHeight") ?? DEFAULT_ROW_HEIGHT,
    showGridlines: flagIn(view, "showGridLines", true),
    showHeadings: flagIn(view, "showRowColHeaders", true),
    ...(frozen ? { frozen } : {}),
    ...(protection ? { protection } : {}),
    validations: validationsOf(root, reading),
    conditionalFormats: readConditionals(root, reading),
    merged,
    pageLayout: readPage(root),
    pageBreaks: readBreaks(root),
    links: readLinks(root, relations, reading.sheet, reading.problems),
    customProperties: customPropertiesOf(root, reading),
    ...floating,
    ...readComments({ ...reading, depth: limits.depth }),
    ...(filterArea ? { filter: { area: filterArea, criteria } } : {}),
    selection,
    activeCell: { row: active.top, column: active.left },
  };
};

const SPARKLINES = "sparklineGroups";

/** What a sheet can show in Excel and not here. */
const tellUnshown = (root: Branch, view: Branch | undefined, { problems, sheet }: SheetReading): void => {
  const groups = childrenOf(childOf(root, "extLst"), "ext").flatMap((ext) =>
    childrenOf(childOf(ext, SPARKLINES), "sparklineGroup"),
  );
  if (groups.length > 0)
    problems.add("スパークライン（セルの中の小さなグラフ）", sheet, "外しました。もとの値はそのままです。");
  if (flagIn(view, "rightToLeft"))
    problems.add("右から左へ並ぶシート", sheet, "左から右へ並べました。番地はそのままです。");
};

/** Rows a filter hides come back when the filter goes; a file only says that they are hidden. */
const filteredRows = (
  { tables }: SheetReading,
  own: Rectangle | undefined,
  rows: ReadonlyMap<number, Line>,
): ReadonlyMap<number, Line> => {
  const areas = [
    ...(own ? [own] : []),
    ...tables.filter(({ columns }) => columns.some(({ filter }) => filter)).map(({ area }) => area),
  ];
  if (areas.length === 0) return rows;
  return new Map(
    [...rows].map(([at, { hidden, ...line }]) => {
      const filtered =
        hidden === true && !line.outline && areas.some(({ top, bottom }) => at > top && at <= bottom);
      return [at, { ...line, ...(filtered ? { filtered } : hidden ? { hidden } : {}) }];
    }),
  );
};
