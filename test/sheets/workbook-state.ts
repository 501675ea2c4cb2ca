/** Everything of a workbook that a person sees or a formula uses, for comparing a workbook with itself. */

import type { OpenWorkbook } from "../helpers/workbook";

export interface SheetState {
  visibility: string;
  cells: Record<string, unknown>;
}

export interface WorkbookState {
  sheets: Record<string, SheetState>;
  tables: string[];
  names: string[];
  settings: string[];
}

export async function stateOf({ run }: OpenWorkbook): Promise<WorkbookState> {
  return run(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/name,items/visibility");
    const tables = workbook.tables.load("items/name");
    const names = workbook.names.load("items/name,items/formula");
    const settings = workbook.settings.load("items/key");
    await context.sync();
    const used = sheets.items.map((sheet) =>
      sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex"),
    );
    const ranges = tables.items.map((table) => table.getRange().load("address"));
    await context.sync();
    return {
      sheets: Object.fromEntries(
        sheets.items.map((sheet, at) => {
          const cells: Record<string, unknown> = {};
          const range = used[at];
          if (range !== undefined && !range.isNullObject) {
            range.formulas.forEach((row: unknown[], y: number) =>
              row.forEach((cell, x) => {
                if (cell !== "") cells[`${range.rowIndex + y},${range.columnIndex + x}`] = cell;
              }),
            );
          }
          return [sheet.name, { visibility: sheet.visibility, cells }];
        }),
      ),
      tables: tables.items.map(({ name }, at) => `${name} ${ranges[at]?.address ?? ""}`).sort(),
      names: names.items.map(({ name, formula }) => `${name} ${String(formula)}`).sort(),
      settings: settings.items.map(({ key }) => key),
    };
  });
}
