/** What a cell has to say when it is selected: its error explained, its comment and link, what to enter in it. */
import { sheetById, type Book } from "../../host/model/book";
import { isError } from "../../host/model/cells/cell";
import { cellAt } from "../../host/model/cells/grid";
import { validationAt } from "../../host/model/entry/validate";
import type { Card } from "./card";
import { explanation } from "./explanation";
import { remarkAt } from "./remarks";

const words = (value: unknown, key: string): string => {
  const found =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === "string" ? found : "";
};

const promptAt = (book: Book, sheet: string, row: number, column: number): Card | undefined => {
  const prompt = validationAt(book, sheet, row, column)?.prompt;
  const text = words(prompt, "message");
  if (!prompt || text === "" || prompt.showPrompt === false) return undefined;
  return { tone: "hint", title: words(prompt, "title"), text };
};

const both = (first: Card, second: Card): Card => ({
  ...first,
  text: `${first.text}\n\n${second.title === "" ? "" : `${second.title}：`}${second.text}`,
});

export function cardOfCell(book: Book, sheet: string, row: number, column: number): Card | undefined {
  const grid = sheetById(book, sheet)?.grid;
  const value = (grid && cellAt(grid, row, column)?.value) ?? null;
  if (isError(value)) return { tone: "error", title: value.code, text: explanation(value) };
  const remark = remarkAt(book, sheet, row, column);
  const prompt = promptAt(book, sheet, row, column);
  return remark && prompt ? both(remark, prompt) : (remark ?? prompt);
}
