/** A worksheet as a file writes it, its parts in the order the schema wants. */
import { LAST_COLUMN, LAST_ROW } from "../formula";
import { usedArea } from "../model/cells/used";
import { WHOLE_SHEET } from "../model/cells/rectangle";
import type { Line, Sheet } from "../model/sheets/sheet";
import { conditionalParts } from "./conditional-to-file";
import { filterColumn } from "./filter-in-file";
import { documentOf, element, IDENTITY, MAIN, RELATIONS } from "./markup";
import { isAfterClosedGroup } from "./outline-in-file";
import { passwordHash } from "./password-hash";
import type { ProblemList } from "./problems";
import { printArea } from "./references";
import { validationsPart } from "./validation-in-file";
import { rowsPart, type CellWriting } from "./write-cells";
import { breakParts, fitsPages, pageParts } from "./write-page";

/** Points to the width a file counts in: digits of 8 px, as 游ゴシック 11 has them. */
const widthInFile = (points: number): number => Math.round((points / 6) * 10_000) / 10_000;

const sameLine = (a: Line, b: Line): boolean =>
  a.size === b.size && a.hidden === b.hidden && a.outline === b.outline && a.style === b.style;

const columnsPart = (sheet: Sheet, { styles }: CellWriting): string => {
  const known = [...sheet.columns.entries()];
  const after = known.flatMap(([at]) =>
    isAfterClosedGroup(sheet.columns, at + 1) && !sheet.columns.has(at + 1) ? [[at + 1, {}] as const] : [],
  );
  const lines = [...known, ...after].sort(([a], [b]) => a - b);
  const standard = sheet.standardWidth + 0.62;
  const parts: string[] = [];
  const part = (from: number, to: number, line: Line): void => {
    const style = line.style ?? sheet.style;
    parts.push(
      element("col", {
        min: from + 1,
        max: to + 1,
        width: line.size === undefined ? standard : widthInFile(line.size),
        style: style ? styles.cell(style) : undefined,
        hidden: line.hidden === true || line.size === 0 || undefined,
        customWidth: line.size === undefined ? undefined : true,
        outlineLevel: line.outline || undefined,
        collapsed: isAfterClosedGroup(sheet.columns, from) || undefined,
      }),
    );
  };
  let next = 0;
  for (let index = 0; index < lines.length; index++) {
    const [from, line] = lines[index] as [number, Line];
    let to = from;
    while (
      lines[index + 1]?.[0] === to + 1 &&
      sameLine(line, lines[index + 1]?.[1] ?? {}) &&
      !isAfterClosedGroup(sheet.columns, to + 1)
    ) {
      to++;
      index++;
    }
    if (sheet.style && from > next) part(next, from - 1, {});
    part(from, to, line);
    next = to + 1;
  }
  if (sheet.style && next <= LAST_COLUMN) part(next, LAST_COLUMN, {});
  return parts.length === 0 ? "" : element("cols", {}, parts);
};

const viewPart = (sheet: Sheet, front: boolean): string => {
  const { frozen } = sheet;
  const rows = frozen && frozen.bottom < LAST_ROW ? frozen.bottom + 1 : 0;
  const columns = frozen && frozen.right < LAST_COLUMN ? frozen.right + 1 : 0;
  const pane = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : columns > 0 ? "topRight" : undefined;
  const corner = { top: rows, left: columns, bottom: rows, right: columns };
  const { row, column } = sheet.activeCell;
  return element(
    "sheetViews",
    {},
    element(
      "sheetView",
      {
        showGridLines: sheet.showGridlines ? undefined : false,
        showRowColHeaders: sheet.showHeadings ? undefined : false,
        tabSelected: front || undefined,
        workbookViewId: 0,
      },
      [
        pane === undefined
          ? ""
          : element("pane", {
              xSplit: columns || undefined,
              ySplit: rows || undefined,
              topLeftCell: printArea(corner),
              activePane: pane,
              state: "frozen",
            }),
        element("selection", {
          pane,
          activeCell: printArea({ top: row, left: column, bottom: row, right: column }),
          sqref: printArea(sheet.selection),
        }),
      ],
    ),
  );
};

/** What protection leaves open: `1` in a file means closed. */
const CLOSED = [
  ["formatCells", "allowFormatCells"],
  ["formatColumns", "allowFormatColumns"],
  ["formatRows", "allowFormatRows"],
  ["insertColumns", "allowInsertColumns"],
  ["insertRows", "allowInsertRows"],
  ["insertHyperlinks", "allowInsertHyperlinks"],
  ["deleteColumns", "allowDeleteColumns"],
  ["deleteRows", "allowDeleteRows"],
  ["sort", "allowSort"],
  ["autoFilter", "allowAutoFilter"],
  ["pivotTables", "allowPivotTables"],
] as const;
export const CLOSED_OPTIONS = CLOSED;

const protectionPart = ({ protection }: Sheet): string => {
  if (!protection) return "";
  const { options, password } = protection;
  return element("sheetProtection", {
    password: password === undefined ? undefined : passwordHash(password),
    sheet: true,
    objects: options.allowEditObjects === true ? undefined : true,
    scenarios: options.allowEditScenarios === true ? undefined : true,
    ...Object.fromEntries(
      CLOSED.map(([name, option]) => [name, options[option] === true ? false : undefined]),
    ),
    selectLockedCells: options.selectionMode === "Unlocked" || options.selectionMode === "None" || undefined,
    selectUnlockedCells: options.selectionMode === "None" || undefined,
  });
};

const deepest = (lines: ReadonlyMap<number, Line>): number | undefined =>
  [...lines.values()].reduce((most, { outline = 0 }) => Math.max(most, outline), 0) || undefined;

const filterPart = ({ filter }: Sheet, { styles }: CellWriting): string =>
  filter
    ? element(
        "autoFilter",
        { ref: printArea(filter.area) },
        [...filter.criteria].map(([column, criteria]) =>
          filterColumn(column, criteria, (style) => styles.rule(style)),
        ),
      )
    : "";

export interface SheetParts {
  /** Relationship ids of its tables, of its properties by name, of what floats over it, of the boxes of its notes. */
  readonly tables: readonly string[];
  readonly drawing: string | undefined;
  readonly noteShapes: string | undefined;
  /** Its hyperlinks, ready. */
  readonly links: string;
  readonly properties: readonly (readonly [name: string, id: string])[];
}

export const sheetDocument = (
  sheet: Sheet,
  writing: CellWriting,
  parts: SheetParts,
  problems: ProblemList,
): string => {
  const used = usedArea(sheet, WHOLE_SHEET, false);
  const conditional = conditionalParts(sheet.conditionalFormats, writing.styles);
  for (const { areas } of conditional.lost) {
    const [first] = areas;
    problems.add(
      "条件付き書式",
      `${sheet.name}${first ? `!${printArea(first)}` : ""}`,
      ".xlsx に書けない設定なので、保存しません。Excel で開いて設定し直してください。",
    );
  }
  return documentOf(
    element("worksheet", { xmlns: MAIN, "xmlns:r": RELATIONS, "xmlns:xr": IDENTITY, "xr:uid": sheet.id }, [
      sheetProperties(sheet),
      element("dimension", { ref: used ? printArea(used) : "A1" }),
      viewPart(sheet, writing.book.activeSheet === sheet.id),
      element("sheetFormatPr", {
        baseColWidth: 8,
        defaultColWidth: sheet.standardWidth + 0.62,
        defaultRowHeight: sheet.standardHeight,
        outlineLevelRow: deepest(sheet.rows),
        outlineLevelCol: deepest(sheet.columns),
      }),
      columnsPart(sheet, writing),
      element("sheetData", {}, rowsPart(sheet, writing)),
      protectionPart(sheet),
      filterPart(sheet, writing),
      sheet.merged.length === 0
        ? ""
        : element(
            "mergeCells",
            { count: sheet.merged.length },
            sheet.merged.map((area) => element("mergeCell", { ref: printArea(area) })),
          ),
      conditional.xml,
      validationsPart(sheet.validations),
      parts.links,
      pageParts(sheet),
      breakParts(sheet),
      parts.properties.length === 0
        ? ""
        : element(
            "customProperties",
            {},
            parts.properties.map(([name, id]) => element("customPr", { name, "r:id": id })),
          ),
      parts.drawing === undefined ? "" : element("drawing", { "r:id": parts.drawing }),
      parts.noteShapes === undefined ? "" : element("legacyDrawing", { "r:id": parts.noteShapes }),
      parts.tables.length === 0
        ? ""
        : element(
            "tableParts",
            { count: parts.tables.length },
            parts.tables.map((id) => element("tablePart", { "r:id": id })),
          ),
      conditional.newer === "" ? "" : element("extLst", {}, conditional.newer),
    ]),
  );
};

const sheetProperties = (sheet: Sheet): string => {
  const colour =
    sheet.tabColor === ""
      ? ""
      : element("tabColor", { rgb: `FF${sheet.tabColor.replace("#", "").toUpperCase()}` });
  const fit = fitsPages(sheet.pageLayout) ? element("pageSetUpPr", { fitToPage: true }) : "";
  return colour === "" && fit === "" ? "" : element("sheetPr", {}, colour + fit);
};
