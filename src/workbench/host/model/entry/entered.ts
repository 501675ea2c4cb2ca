/** What a cell becomes when something is entered: a value, a formula, a look that comes with it. */
import { fromR1C1, isReadable, asExcelWrites, relocate } from "../../formula";
import { refuse } from "../../refusal";
import { sheetByName } from "../book";
import { isFilled, type Cell, type CellValue } from "../cells/cell";
import { sheetIn, type Draft } from "../draft";
import { styleOf } from "../looks/effective";
import { formulaFormat } from "../formulas/formula-format";
import { cellAt } from "../cells/grid";
import { homeOf, lookupOf } from "../formulas/lookup";
import type { Content } from "../cells/values-as-json";
import { styleValue, restyled } from "../looks/style";
import { isTextFormat } from "../cells/text";
import { asTyped } from "./typed";

/** How strings are meant: as programs write them, with formulas in either style, or as a person here types them. */
export type Notation = "A1" | "R1C1" | "Local";

/** A cell that comes from elsewhere as it is: nothing in it is parsed. */
export interface Ready {
  readonly ready: Cell;
}

export const isReady = (input: unknown): input is Ready =>
  typeof input === "object" && input !== null && "ready" in input;

export const isContent = (input: unknown): input is Content =>
  typeof input === "object" && input !== null && "content" in input;

/** Whether entering it leaves something in the cell. */
export const isSomething = (given: unknown): boolean => {
  if (isReady(given)) return isFilled(given.ready);
  if (isContent(given)) return isFilled(given.content);
  return given !== null && given !== undefined && given !== "";
};

const LONGEST_TEXT = 32_767;

const formulaCell = (
  draft: Draft,
  sheet: string,
  row: number,
  column: number,
  text: string,
  notation: Notation,
) => {
  if (text.length > 8192) refuse("FormulaLengthExceedsLimit");
  const a1 = notation === "R1C1" ? fromR1C1(text, { row, column }) : text;
  if (!isReadable(a1)) refuse("InvalidArgument");
  const complaint = draft.complaint?.(a1);
  if (complaint !== undefined) refuse("InvalidArgument", complaint);
  return asExcelWrites(a1, homeOf(draft.book, sheet, row, column), lookupOf(draft.book));
};

/** The cell after entering `input`, or undefined when nothing is entered (null). `from`: the cell its formula was written for. */
export const entered = (
  draft: Draft,
  sheet: string,
  row: number,
  column: number,
  input: unknown,
  notation: Notation,
  from: { readonly row: number; readonly column: number },
): Cell | undefined => {
  if (input === null || input === undefined) return undefined;
  const home = sheetIn(draft, sheet);
  const old = cellAt(home.grid, row, column);
  const style = styleOf(home, old, row, column);
  const keep = old?.style ? { style: old.style } : {};
  const value = (held: CellValue, format?: string, quoted?: boolean, formula?: string): Cell => {
    const takes = format !== undefined && styleValue(style, "numberFormat") === "General";
    const look = takes ? { style: restyled(style, { numberFormat: format }) ?? {} } : keep;
    return {
      value: held,
      ...(formula === undefined ? {} : { formula }),
      ...look,
      ...(quoted ? { quoted } : {}),
    };
  };
  switch (typeof input) {
    case "number":
      return Number.isFinite(input) ? value(input) : refuse("InvalidArgument");
    case "boolean":
      return value(input);
    case "string": {
      if (input.length > LONGEST_TEXT) refuse("InvalidArgument");
      const isText = isTextFormat(style?.numberFormat);
      const typed = asTyped(input, isText, new Date().getFullYear(), notation !== "Local");
      if (typed.kind === "value") return value(typed.value, typed.format, typed.quoted);
      const here =
        notation === "R1C1" ? typed.formula : relocate(typed.formula, row - from.row, column - from.column);
      const formula = formulaCell(draft, sheet, row, column, here, notation);
      // Until it is calculated it shows what the formula before it showed: the engine tells of values that differ from that.
      const format =
        styleValue(style, "numberFormat") === "General" ? broughtBy(draft, sheet, formula) : undefined;
      return value(old?.formula === undefined ? null : old.value, format, undefined, formula);
    }
    default:
      if (isContent(input)) return { ...input.content, ...keep };
      return isReady(input) ? input.ready : refuse("InvalidArgument");
  }
};

const broughtBy = (draft: Draft, sheet: string, formula: string): string | undefined =>
  formulaFormat(formula, (name, row, column) => {
    const home = name === undefined ? sheetIn(draft, sheet) : sheetByName(draft.book, name);
    const format =
      home && styleValue(styleOf(home, cellAt(home.grid, row, column), row, column), "numberFormat");
    return format === "General" || isTextFormat(format) ? undefined : format;
  });
