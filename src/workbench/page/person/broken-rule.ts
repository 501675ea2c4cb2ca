/** A value that breaks its validation's rule but may stay: what the rule's author wanted said. */
import type { Book } from "../../host/model/book";
import { draftOf, readCell } from "../../host/model/draft";
import { obeys, validationAt } from "../../host/model/entry/validate";

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const word = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const alertTitle = (book: Book, { sheet, row, column }: CellPlace): string | undefined =>
  word(validationAt(book, sheet, row, column)?.errorAlert?.title);

export function brokenRule(
  book: Book,
  place: CellPlace,
): { title: string; text: string; warning: boolean } | undefined {
  const { sheet, row, column } = place;
  const validation = validationAt(book, sheet, row, column);
  const alert = validation?.errorAlert;
  // A strict rule has refused already; one without an alert says nothing.
  if (!validation || !alert || alert.showAlert === false) return undefined;
  if (alert.style !== "Warning" && alert.style !== "Information") return undefined;
  const draft = draftOf(book);
  const cell = readCell(draft, sheet, row, column);
  if (cell.formula !== undefined || cell.value === null) return undefined;
  if (obeys(draft, sheet, validation, cell, place)) return undefined;
  return {
    title: word(alert.title) ?? "入力規則に合わない値です",
    text: word(alert.message) ?? "この値は、このセルに定められた入力規則に合いません。",
    warning: alert.style === "Warning",
  };
}
