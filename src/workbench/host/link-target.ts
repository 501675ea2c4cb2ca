/** Where a cell leads: its link, or what its HYPERLINK says; a place of this workbook, or an address elsewhere. */
import { parseFormula } from "./formula";
import { sheetById, type Book } from "./model/book";
import { cellAt, EMPTY_GRID } from "./model/cells/grid";
import type { Target } from "./model/attached/link";
import { linkAt } from "./model/attached/links";
import type { Rectangle } from "./model/cells/rectangle";
import { rangeAnywhere } from "./objects/range/address";
import { Refusal } from "./refusal";
import { scratchOf } from "./scratch";

export type LinkTarget = { readonly tip?: string } & (
  | { readonly kind: "here"; readonly words: string; readonly sheet: string; readonly area: Rectangle }
  /** The place is not in this workbook, or no longer. */
  | { readonly kind: "lost"; readonly words: string }
  | { readonly kind: "elsewhere"; readonly address: string }
);

interface Place {
  readonly row: number;
  readonly column: number;
}

/** CHOOSE(1, …) gives what HYPERLINK is told first. */
const saidByFormula = (book: Book, sheet: string, { row, column }: Place): Target | undefined => {
  const formula = cellAt(sheetById(book, sheet)?.grid ?? EMPTY_GRID, row, column)?.formula;
  if (formula === undefined || !/^=\s*HYPERLINK\s*\(/i.test(formula)) return undefined;
  const parsed = parseFormula(formula);
  if (parsed.kind !== "parsed" || parsed.expression.kind !== "call") return undefined;
  const asked = formula.replace(/HYPERLINK\s*\(/i, "CHOOSE(1,");
  const address = scratchOf(book).ask(asked, { sheet, row, column })(row, column);
  return typeof address === "string" && address !== "" ? { address } : undefined;
};

export function linkTarget(book: Book, sheet: string, place: Place): LinkTarget | undefined {
  const link =
    linkAt(sheetById(book, sheet)?.links ?? [], place.row, place.column) ?? saidByFormula(book, sheet, place);
  if (!link) return undefined;
  const tip = link.screenTip ? { tip: link.screenTip } : {};
  const inside =
    link.documentReference ?? (link.address?.startsWith("#") ? link.address.slice(1) : undefined);
  if (inside === undefined) return { kind: "elsewhere", address: link.address ?? "", ...tip };
  try {
    const { sheet: home, area } = rangeAnywhere(book, inside, sheet);
    return { kind: "here", words: inside, sheet: home, area, ...tip };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "lost", words: inside, ...tip };
    throw error;
  }
}
