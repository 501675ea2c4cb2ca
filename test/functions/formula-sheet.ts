/** Formulas with =PLAN.… calculated as a workbook calculates them, for tests: `sheet.of("=PLAN.YEAR(2021)")`. */
import { associationOf } from "../../src/functions/associate";
import { type Definition } from "../../src/functions/definition";
import { catalogue } from "../../src/functions/catalogue";
import { functionsFile } from "../../src/functions/metadata";
import { sampleNames, sampleRows } from "../../src/functions/help/sample-tables";
import { columnLetters } from "../../src/workbench/host/formula/address";
import type { Association, BlanksAs, Calc, CellWrite } from "../../src/workbench/host/calc/calc";
import { createCalc } from "../../src/workbench/host/calc/engine";
import "./office-errors";

export type Shown = string | number | boolean | null;

export function associations(definitions: readonly Definition[] = catalogue): Map<string, Association> {
  return new Map(
    definitions.map((definition): [string, Association] => [definition.id, associationOf(definition)]),
  );
}

export interface FormulaSheet {
  readonly calc: Calc;
  put(cells: Readonly<Record<string, Shown>>, sheet?: "s" | "sample"): void;
  /** Everything the formula shows: one row of one cell, or its spill. Errors as `#N/A sentence`. */
  of(formula: string): Promise<Shown[][]>;
  /** The first cell of it. */
  first(formula: string): Promise<Shown>;
  at(address: string): Shown;
  recalculate(full?: boolean): Promise<void>;
}

export function formulaSheet(blanksAs: BlanksAs = "null"): FormulaSheet {
  const calc = createCalc({ blanksAs });
  calc.setSheets([
    { id: "s", name: "シート" },
    { id: "sample", name: "例" },
  ]);
  calc.registerFunctions(
    {
      namespace: "PLAN",
      functions: functionsFile(catalogue, "https://example.lg.jp").functions,
      allowErrorForDataTypeAny: true,
    },
    associations(),
  );
  let top = 0;
  const writes: CellWrite[] = [];
  const names = sampleNames.map((name) => {
    const rows = sampleRows[name];
    rows.forEach((row, at) =>
      row.forEach((value, column) => {
        if (value !== "")
          writes.push({ sheet: "sample", row: top + at, column, content: { kind: "value", value } });
      }),
    );
    const area = `例!$A$${top + 1}:$${columnLetters((rows[0]?.length ?? 1) - 1)}$${top + rows.length}`;
    top += rows.length + 2;
    return { name, formula: `=IF(${area}="","",${area})` };
  });
  calc.write(writes);
  calc.setNames(names);
  const key = (address: string, sheet: "s" | "sample" = "s") => {
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { sheet, row: Number(row) - 1, column };
  };
  const target = { sheet: "s", row: 400, column: 30 };
  const shown = (value: unknown): Shown => {
    if (typeof value !== "object" || value === null) return (value ?? null) as Shown;
    const { code, message } = value as { code: string; message?: string };
    return message === undefined ? code : `${code} ${message}`;
  };
  const settle = async (full = false): Promise<void> => {
    await calc.calculate({ extent: full ? "everything" : "changed" });
    await calc.settled();
  };
  const of = async (formula: string): Promise<Shown[][]> => {
    calc.write([{ ...target, content: { kind: "blank" } }]);
    calc.write([{ ...target, content: { kind: "formula", formula } }]);
    await settle();
    const spill = calc.spillOf(target);
    return spill === undefined ? [[shown(calc.valueOf(target))]] : spill.values.map((row) => row.map(shown));
  };
  return {
    calc,
    put(cells, sheet) {
      calc.write(
        Object.entries(cells).map(([address, value]) => ({
          ...key(address, sheet),
          content:
            value === null
              ? { kind: "blank" as const }
              : typeof value === "string" && value.startsWith("=")
                ? { kind: "formula" as const, formula: value }
                : { kind: "value" as const, value },
        })),
      );
    },
    of,
    first: async (formula) => (await of(formula))[0]?.[0] ?? null,
    at: (address) => shown(calc.valueOf(key(address))),
    recalculate: settle,
  };
}
