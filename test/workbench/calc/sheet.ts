/** A sheet for tests, written as a person sees it: `{ A1: 1, B1: "=A1*2" }`. */
import { columnIndex } from "../../../src/workbench/host/formula";
import type {
  Calc,
  CalcOptions,
  Calculation,
  CalculationExtent,
  CellValue,
} from "../../../src/workbench/host/calc/calc";
import { createCalc } from "../../../src/workbench/host/calc/engine";

export type Cells = Readonly<Record<string, CellValue | string>>;

export interface TestSheet {
  readonly calc: Calc;
  /** Texts that begin with `=` are formulas; null empties the cell. */
  put(cells: Cells): void;
  run(options?: { extent?: CalculationExtent }): Calculation;
  /** As a test reads it: errors by their code, with their message after it. */
  shows(address: string): number | string | boolean | null;
  at(address: string): { sheet: string; row: number; column: number };
  /** The spill of a cell, row by row. */
  spilled(address: string): readonly (readonly (number | string | boolean | null)[])[] | undefined;
}

export function readable(value: CellValue): number | string | boolean | null {
  if (typeof value !== "object" || value === null) return value;
  return value.message === undefined ? value.code : `${value.code} ${value.message}`;
}

export function createSheet(options?: CalcOptions): TestSheet {
  const calc = createCalc(options);
  calc.setSheets([
    { id: "s1", name: "計画" },
    { id: "s2", name: "2021 年" },
  ]);
  function at(address: string) {
    const parts = /^(?:(.+)!)?([A-Z]+)(\d+)$/u.exec(address);
    if (!parts?.[2]) throw new Error(`no address: ${address}`);
    return {
      sheet: parts[1] === undefined || parts[1] === "計画" ? "s1" : "s2",
      row: Number(parts[3]) - 1,
      column: columnIndex(parts[2]) ?? 0,
    };
  }
  return {
    calc,
    at,
    put(cells) {
      calc.write(
        Object.entries(cells).map(([address, value]) => ({
          ...at(address),
          content:
            value === null
              ? { kind: "blank" as const }
              : typeof value === "string" && value.startsWith("=")
                ? { kind: "formula" as const, formula: value }
                : { kind: "value" as const, value },
        })),
      );
    },
    run: (how) => calc.calculateNow(how),
    shows: (address) => readable(calc.valueOf(at(address))),
    spilled: (address) => calc.spillOf(at(address))?.values.map((row) => row.map(readable)),
  };
}
