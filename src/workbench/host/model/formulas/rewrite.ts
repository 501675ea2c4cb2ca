/** Every formula of the workbook, rewritten after an edit that moves or renames what they point to. */
import { shiftReferences, type Edit } from "../../formula";
import { updateBook, updateSheet, writableGrid, type Draft } from "../draft";
import { eachCell, putCell } from "../cells/grid";
import { sheetName } from "./lookup";
import { WHOLE_SHEET } from "../cells/rectangle";

/** `homes`: the name a sheet had before the edit, where it differs from now. */
export const rewriteFormulas = (
  draft: Draft,
  edit: Edit,
  homes: ReadonlyMap<string, string> = new Map(),
): void => {
  for (const { id, grid } of draft.book.sheets) {
    const home = homes.get(id) ?? sheetName(draft.book, id);
    const known = new Map<string, string>();
    const shifted = (formula: string): string => {
      const seen = known.get(formula) ?? shiftReferences(formula, home, edit);
      known.set(formula, seen);
      return seen;
    };
    const changes: (() => void)[] = [];
    eachCell(grid, WHOLE_SHEET, (cell, row, column) => {
      if (cell.formula === undefined) return;
      const within = goingTable(edit, home, row, column);
      // Inside the table that goes, [@値] needs no name of a table and means another cell in every row.
      const formula =
        within === undefined
          ? shifted(cell.formula)
          : shiftReferences(cell.formula, home, edit, { table: within, row });
      if (formula === cell.formula) return;
      changes.push(() => putCell(writableGrid(draft, id), draft.owner, row, column, { ...cell, formula }));
    });
    for (const change of changes) change();
    rewriteRules(draft, id, shifted);
  }
  updateBook(draft, {
    names: draft.book.names.map((name) => {
      const home = name.scope
        ? (homes.get(name.scope) ?? sheetName(draft.book, name.scope))
        : firstName(draft, homes);
      const formula = shiftReferences(name.formula, home, edit);
      return formula === name.formula ? name : { ...name, formula };
    }),
    tables: draft.book.tables.map((table) => {
      const home = homes.get(table.sheet) ?? sheetName(draft.book, table.sheet);
      let touched = false;
      const columns = table.columns.map((column) => {
        if (column.formula === undefined) return column;
        const formula = shiftReferences(column.formula, home, edit);
        if (formula === column.formula) return column;
        touched = true;
        return { ...column, formula };
      });
      return touched ? { ...table, columns } : table;
    }),
  });
};

const goingTable = (edit: Edit, sheet: string, row: number, column: number): string | undefined => {
  if (edit.kind !== "deleteTable") return undefined;
  const { area, name } = edit.table;
  const inside =
    area.sheet === sheet &&
    row >= area.top &&
    row <= area.bottom &&
    column >= area.left &&
    column <= area.right;
  return inside ? name : undefined;
};

const firstName = (draft: Draft, homes: ReadonlyMap<string, string>): string => {
  const first = draft.book.sheets[0];
  return first ? (homes.get(first.id) ?? first.name) : "";
};

/** Formulas inside validation rules and conditional formats. */
const rewriteRules = (draft: Draft, sheetId: string, shifted: (formula: string) => string): void => {
  const sheet = draft.book.sheets.find(({ id }) => id === sheetId);
  if (!sheet || (sheet.validations.length === 0 && sheet.conditionalFormats.length === 0)) return;
  const inside = <Value>(value: Value): Value => {
    if (typeof value === "string") return (value.startsWith("=") ? shifted(value) : value) as Value;
    if (Array.isArray(value)) return value.map(inside) as Value;
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, inside(held)])) as Value;
    }
    return value;
  };
  updateSheet(draft, sheetId, {
    validations: sheet.validations.map((one) => (one.rule ? { ...one, rule: inside(one.rule) } : one)),
    conditionalFormats: sheet.conditionalFormats.map((one) => ({ ...one, settings: inside(one.settings) })),
  });
};
