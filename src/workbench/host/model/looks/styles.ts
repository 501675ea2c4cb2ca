/** Named looks: those every workbook has, those somebody made, and cells that carry one. */
import { refuse } from "../../refusal";
import { applyStyle, restyle } from "./appearance";
import type { Book } from "../book";
import type { Includes, CellStyle } from "./cell-style";
import { updateBook, writableGrid, type Draft } from "../draft";
import { eachCell, putCell } from "../cells/grid";
import { WHOLE_SHEET, type Rectangle } from "../cells/rectangle";
import { DEFAULT_STYLE, restyled, type Border, type Style } from "./style";

const PARTS: Readonly<Record<keyof Includes, readonly (keyof Style)[]>> = {
  number: ["numberFormat"],
  font: ["fontName", "fontSize", "fontColor", "fontTint", "bold", "italic", "underline", "strikethrough", "subscript", "superscript"],
  alignment: ["horizontalAlignment", "verticalAlignment", "wrapText", "textOrientation", "readingOrder", "shrinkToFit", "indentLevel", "autoIndent"],
  border: ["borders"],
  patterns: ["fillColor", "fillPattern", "fillPatternColor", "fillTint", "fillPatternTint"],
  protection: ["locked", "formulaHidden"],
}; // prettier-ignore

const NOTHING: Includes = {
  number: false,
  font: false,
  alignment: false,
  border: false,
  patterns: false,
  protection: false,
};
export const EVERYTHING: Includes = {
  number: true,
  font: true,
  alignment: true,
  border: true,
  patterns: true,
  protection: true,
};

const only = (...parts: readonly (keyof Includes)[]): Includes => ({
  ...NOTHING,
  ...Object.fromEntries(parts.map((part) => [part, true])),
});

const thin = (color: string, style = "Continuous", weight = "Thin"): Border => ({
  style,
  weight,
  color,
  tintAndShade: 0,
});
const framed = (color: string, style?: string): Style => ({
  borders: {
    EdgeTop: thin(color, style),
    EdgeBottom: thin(color, style),
    EdgeLeft: thin(color, style),
    EdgeRight: thin(color, style),
  },
});
const underlined = (color: string, weight: string): Style => ({
  borders: { EdgeBottom: thin(color, "Continuous", weight) },
});
const filled = (fillColor: string, fontColor: string): Style => ({
  fillColor,
  fillPattern: "Solid",
  fontColor,
});

const number = (numberFormat: string): [Includes, Style] => [only("number"), { numberFormat }];
const inked = (look: Style): [Includes, Style] => [only("font"), look];
const painted = (fillColor: string, fontColor: string): [Includes, Style] => [
  only("font", "patterns"),
  filled(fillColor, fontColor),
];

/** The theme's accents, light to dark as Excel mixes them. */
const ACCENTS = [
  ["#4472C4", "#D9E1F2", "#B4C6E7", "#8EA9DB"],
  ["#ED7D31", "#FCE4D6", "#F8CBAD", "#F4B084"],
  ["#A5A5A5", "#EDEDED", "#DBDBDB", "#C9C9C9"],
  ["#FFC000", "#FFF2CC", "#FFE699", "#FFD966"],
  ["#5B9BD5", "#DDEBF7", "#BDD7EE", "#9BC2E6"],
  ["#70AD47", "#E2EFDA", "#C6E0B4", "#A9D08E"],
] as const;

const BUILT_IN: readonly (readonly [string, Includes, Style])[] = [
  ["Normal", EVERYTHING, {}],
  ["Comma", ...number("#,##0.00;[Red]-#,##0.00")],
  ["Currency", ...number("¥#,##0.00;[Red]¥-#,##0.00")],
  ["Percent", ...number("0%")],
  ["WholeComma", ...number("#,##0;[Red]-#,##0")],
  ["WholeDollar", ...number("¥#,##0;[Red]¥-#,##0")],
  ["Hlink", ...inked({ fontColor: "#0563C1", underline: "Single" })],
  ["HlinkTrav", ...inked({ fontColor: "#954F72", underline: "Single" })],
  ["Note", only("border", "patterns"), { fillColor: "#FFFFCC", fillPattern: "Solid", ...framed("#B2B2B2") }],
  ["WarningText", ...inked({ fontColor: "#FF0000" })],
  ["SheetTitle", ...inked({ fontColor: "#44546A", fontSize: 18, fontName: "游ゴシック Light" })],
  ["Heading1", only("font", "border"), { bold: true, fontSize: 15, fontColor: "#44546A", ...underlined("#4472C4", "Thick") }],
  ["Heading2", only("font", "border"), { bold: true, fontSize: 13, fontColor: "#44546A", ...underlined("#A2B8E1", "Thick") }],
  ["Heading3", only("font", "border"), { bold: true, fontColor: "#44546A", ...underlined("#8EA9DB", "Medium") }],
  ["Heading4", ...inked({ bold: true, fontColor: "#44546A" })],
  ["Input", only("font", "border", "patterns"), { ...filled("#FFCC99", "#3F3F76"), ...framed("#7F7F7F") }],
  ["Output", only("font", "border", "patterns"), { ...filled("#F2F2F2", "#3F3F3F"), bold: true, ...framed("#3F3F3F") }],
  ["Calculation", only("font", "border", "patterns"), { ...filled("#F2F2F2", "#FA7D00"), bold: true, ...framed("#7F7F7F") }],
  ["CheckCell", only("font", "border", "patterns"), { ...filled("#A5A5A5", "#FFFFFF"), bold: true, ...framed("#3F3F3F", "Double") }],
  ["LinkedCell", only("font", "border"), { fontColor: "#FA7D00", borders: { EdgeBottom: thin("#FF8001", "Double", "Thick") } }],
  ["Total", only("font", "border"), { bold: true, borders: { EdgeTop: thin("#4472C4"), EdgeBottom: thin("#4472C4", "Double", "Thick") } }],
  ["Good", ...painted("#C6EFCE", "#006100")],
  ["Bad", ...painted("#FFC7CE", "#9C0006")],
  ["Neutral", ...painted("#FFEB9C", "#9C5700")],
  ["ExplanatoryText", ...inked({ italic: true, fontColor: "#7F7F7F" })],
  ...ACCENTS.flatMap(([full, light20, light40, light60], at): [string, Includes, Style][] => [
    [`Accent${at + 1}`, ...painted(full, "#FFFFFF")],
    [`Accent${at + 1}_20`, ...painted(light20, "#000000")],
    [`Accent${at + 1}_40`, ...painted(light40, "#000000")],
    [`Accent${at + 1}_60`, ...painted(light60, "#FFFFFF")],
  ]),
]; // prettier-ignore

const standard: readonly CellStyle[] = BUILT_IN.map(([name, includes, style]) => ({
  name,
  builtIn: true,
  includes,
  style,
}));

/** The workbook's own styles go before those it was born with: a built-in one may have been changed. */
export const stylesOf = (book: Book): readonly CellStyle[] => [
  ...standard.map((one) => book.cellStyles.find(({ name }) => name === one.name) ?? one),
  ...book.cellStyles.filter(({ builtIn }) => !builtIn),
];

const plain = (name: string): string => name.replace(/[\s_]/g, "").toLowerCase();

export const styleNamed = (book: Book, name: string): CellStyle | undefined =>
  stylesOf(book).find((one) => one.name === name) ??
  stylesOf(book).find((one) => plain(one.name) === plain(name));

export const addStyle = (draft: Draft, name: string): void => {
  if (name.trim() === "" || name.length > 255) refuse("InvalidArgument");
  if (styleNamed(draft.book, name)) refuse("InvalidArgument");
  updateBook(draft, {
    cellStyles: [...draft.book.cellStyles, { name, builtIn: false, includes: EVERYTHING, style: {} }],
  });
};

/** The style's own parts over what the cell has; the rest of those parts goes back to the default. */
const patchOf = ({ name, includes, style }: CellStyle): Style => {
  const keys = (Object.keys(PARTS) as (keyof Includes)[]).flatMap((part) =>
    includes[part] ? PARTS[part] : [],
  );
  return {
    ...Object.fromEntries(keys.map((key) => [key, style[key] ?? DEFAULT_STYLE[key]])),
    styleName: name,
  } as Style;
};

export const applyNamedStyle = (draft: Draft, sheet: string, area: Rectangle, name: string): void => {
  const found = styleNamed(draft.book, name) ?? refuse("InvalidArgument");
  const patch = patchOf(found);
  if (found.name !== "Normal") {
    applyStyle(draft, sheet, area, patch);
    return;
  }
  restyle(draft, sheet, area, (style) => restyled(style, patch));
  draft.happenings.push({ kind: "formatChanged", sheet, area });
};

/** Cells that carry the style change with it, where they still look as it said. */
export const changeStyle = (draft: Draft, name: string, change: (style: CellStyle) => CellStyle): void => {
  const old = styleNamed(draft.book, name) ?? refuse("ItemNotFound");
  const next = change(old);
  updateBook(draft, { cellStyles: [...draft.book.cellStyles.filter((one) => one.name !== old.name), next] });
  const [was, is] = [patchOf(old), patchOf(next)];
  if (old.name === "Normal") return;
  for (const { id, grid } of draft.book.sheets) {
    const changed: (() => void)[] = [];
    eachCell(grid, WHOLE_SHEET, (cell, row, column) => {
      if (cell.style?.styleName !== old.name) return;
      const patch = Object.fromEntries(
        Object.entries(is).filter(([key, value]) => {
          const now = cell.style?.[key as keyof Style] ?? DEFAULT_STYLE[key as keyof Style];
          const before = was[key as keyof Style];
          return value !== before && JSON.stringify(now) === JSON.stringify(before);
        }),
      ) as Style;
      const style = restyled(cell.style, patch);
      changed.push(() =>
        putCell(writableGrid(draft, id), draft.owner, row, column, style ? { ...cell, style } : cell),
      );
    });
    for (const put of changed) put();
  }
};

/** Cells of a deleted style are Normal again. */
export const deleteStyle = (draft: Draft, name: string): void => {
  const { name: known, builtIn } = styleNamed(draft.book, name) ?? refuse("ItemNotFound");
  if (builtIn) refuse("InvalidOperation", "Style.delete: the workbench keeps Excel's built-in styles.");
  for (const { id, grid } of draft.book.sheets) {
    const carrying: [number, number][] = [];
    eachCell(grid, WHOLE_SHEET, ({ style }, row, column) => {
      if (style?.styleName === known) carrying.push([row, column]);
    });
    for (const [row, column] of carrying)
      applyNamedStyle(draft, id, { top: row, bottom: row, left: column, right: column }, "Normal");
  }
  updateBook(draft, { cellStyles: draft.book.cellStyles.filter((one) => one.name !== known) });
};
