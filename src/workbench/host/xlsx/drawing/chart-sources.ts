/** Where a series' cells are, as a formula with what they show; and back. */
import { parseAddress, printAddress, quoteSheet } from "../../formula";
import { sheetById, type Book } from "../../model/book";
import { sourceCells, type ShownCell } from "../../model/charts/chart-data";
import type { ChartSource } from "../../model/charts/chart";
import { element, escapeText } from "../markup";
import { childOf, textOf, type Branch } from "../xml";

const formulaOf = (book: Book, { sheet, area }: ChartSource): string | undefined => {
  const name = sheetById(book, sheet)?.name;
  return name === undefined
    ? undefined
    : `${quoteSheet(name)}!${printAddress({ sheet: "", ...area }, { absolute: true })}`;
};

const points = (cells: readonly ShownCell[], shown: (cell: ShownCell) => string | undefined): string =>
  [
    element("c:ptCount", { val: cells.length }),
    ...cells.map((cell, idx) => {
      const text = shown(cell);
      return text === undefined ? "" : element("c:pt", { idx }, element("c:v", {}, escapeText(text)));
    }),
  ].join("");

const texts = (cells: readonly ShownCell[]): string =>
  element(
    "c:strCache",
    {},
    points(cells, ({ value, text }) => (value === null ? undefined : text)),
  );

const numbers = (cells: readonly ShownCell[]): string =>
  element("c:numCache", {}, [
    element("c:formatCode", {}, escapeText(cells[0]?.format ?? "General")),
    points(cells, ({ value }) => (typeof value === "number" ? String(value) : undefined)),
  ]);

export interface SourceWriting {
  readonly book: Book;
  readonly onlyVisible: boolean;
}

/** `<c:tx>`: the name in a cell. */
export const nameReference = ({ book }: SourceWriting, source: ChartSource): string => {
  const formula = formulaOf(book, source);
  if (formula === undefined) return "";
  return element("c:strRef", {}, [
    element("c:f", {}, escapeText(formula)),
    texts(sourceCells(book, source, false)),
  ]);
};

/** Numbers always, or numbers only where no text is among them: categories. */
export const reference = (
  { book, onlyVisible }: SourceWriting,
  name: string,
  source: ChartSource | undefined,
  kind: "numbers" | "categories",
): string => {
  const formula = source && formulaOf(book, source);
  if (!source || formula === undefined) return "";
  const f = element("c:f", {}, escapeText(formula));
  const cells = sourceCells(book, source, onlyVisible);
  const { area } = source;
  const several = area.right > area.left && area.bottom > area.top;
  if (kind === "categories" && several) return element(name, {}, element("c:multiLvlStrRef", {}, f));
  const asNumbers =
    kind === "numbers" ||
    (cells.length > 0 && cells.every(({ value }) => value === null || typeof value === "number"));
  return element(
    name,
    {},
    asNumbers ? element("c:numRef", {}, [f, numbers(cells)]) : element("c:strRef", {}, [f, texts(cells)]),
  );
};

export type SheetIds = (name: string) => string | undefined;

/** undefined where there is none here: in another workbook, a name, several areas. */
export const sourceIn = (formula: string, sheets: SheetIds): ChartSource | undefined => {
  const text = formula.trim().replace(/^\((.*)\)$/s, "$1");
  const area = text.includes("!") ? parseAddress(text, "") : undefined;
  const sheet = area && sheets(area.sheet);
  if (!area || sheet === undefined) return undefined;
  const { top, left, bottom, right } = area;
  return { sheet, area: { top, left, bottom, right } };
};

/** The formula under `<c:val>`, `<c:cat>`, `<c:tx>`. */
export const formulaIn = (branch: Branch | undefined): string | undefined => {
  const [kind] = branch?.children ?? [];
  const f = childOf(kind, "f");
  return f ? textOf(f) : undefined;
};
