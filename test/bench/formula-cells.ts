/** Formulas in cells of the workbench's calculation, one kind beside another: what each costs is compared round by round. */

import { catalogue } from "../../src/functions/catalogue";
import { associationOf } from "../../src/functions/associate";
import { type Definition } from "../../src/functions/definition";
import { functionsFile } from "../../src/functions/metadata";
import { type Plan } from "../../src/plan/plan";
import { columnsOf, headerOf } from "../../src/sheets/columns";
import { contentOf } from "../../src/sheets/plan-cells";
import { rowsOf } from "../../src/sheets/rows";
import { columnLetters } from "../../src/workbench/host/formula/address";
import type { Association, Calc, CellWrite } from "../../src/workbench/host/calc/calc";
import { createCalc } from "../../src/workbench/host/calc/engine";
import { median, type Timing } from "./table";

/** All formulas are reported per thousand. */
export const thousand = 1000;

export function definition(id: string): Definition {
  const found = catalogue.find((each) => each.id === id);
  if (found === undefined) throw new Error(`PLAN.${id} is not in the catalogue.`);
  return found;
}

/** The parameters of PLAN.TARGET and a body that does nothing: what any add-in's formula costs before it has said a word. */
const nothing: Definition = { ...definition("TARGET"), id: "NOTHING", run: () => [[0]] };

export type Matrix = (string | number)[][];

/** The plan as its table stands in a sheet. */
export function tableOf(plan: Plan): Matrix {
  const columns = columnsOf(plan);
  const names = { table: "表", scaleTable: "尺度" };
  const rows = rowsOf(plan).map((row) =>
    columns.map((column): string | number => {
      const content = contentOf(row, column, plan, names);
      return content.kind === "formula" ? "" : content.value;
    }),
  );
  return [columns.map(headerOf), ...rows];
}

/** Where everything stands: the sheet 計画 holds the table, 予算 is for formulas. */
export interface Ground {
  table: Matrix;
  keys: readonly string[];
  /** 計画!$A$1:$AN$2138, with the header row. */
  range: string;
  /** The column of IDs without the header, and that of the 目標値 of 2023, as XLOOKUP wants them. */
  ids: string;
  targets: string;
}

export function groundOf(plan: Plan): Ground {
  const table = tableOf(plan);
  const last = table.length;
  const column = (wanted: string) => columnLetters(table[0]?.indexOf(wanted) ?? 0);
  const below = (letters: string) => `計画!$${letters}$2:$${letters}$${last}`;
  return {
    table,
    keys: plan.indicators.map(({ id }) => id),
    range: `計画!$A$1:$${columnLetters((table[0]?.length ?? 1) - 1)}$${last}`,
    ids: below(column("ID")),
    targets: below(column("目標値 令和5年度")),
  };
}

export function sheetOn({ table }: Ground): Calc {
  const calc = createCalc();
  calc.setSheets([
    { id: "plan", name: "計画" },
    { id: "budget", name: "予算" },
  ]);
  const all = [...catalogue, nothing];
  calc.registerFunctions(
    {
      namespace: "PLAN",
      functions: functionsFile(all, "https://example.lg.jp").functions,
      allowErrorForDataTypeAny: true,
    },
    new Map([
      ...catalogue.map((each): [string, Association] => [each.id, associationOf(each)]),
      [nothing.id, nothing.run],
    ]),
  );
  calc.write(
    table.flatMap((cells, row) =>
      cells.flatMap((value, column): CellWrite[] =>
        value === "" ? [] : [{ sheet: "plan", row, column, content: { kind: "value", value } }],
      ),
    ),
  );
  return calc;
}

/** Every formula of the workbook, at once. */
export function calculateAll(calc: Calc): unknown {
  return calc.calculateNow({ extent: "everything" });
}

export interface Kind {
  /** The formula for a key. */
  formula: (key: string) => string;
  /** How many cells of it: fewer where each goes through 20,000 rows. */
  cells: number;
}

/** What the kinds cost, per thousand cells. */
export interface Rounds<Name extends string> {
  of(kind: Name): Timing;
  /** How many times one costs the other. */
  ratio(kind: Name, to: Name): number;
  /** What one costs more than the other. */
  over(kind: Name, to: Name): number;
}

/**
 * Each round calculates every kind once, one after the other, so that a busy machine is busy for all of them; what is said is
 * the median over the rounds. Kinds that are to come to the `same` are compared cell by cell first.
 */
export function rounds<Name extends string>(
  ground: Ground,
  kinds: Readonly<Record<Name, Kind>>,
  times: number,
  same: readonly NoInfer<Name>[] = [],
): Rounds<Name> {
  const names = Object.keys(kinds) as Name[];
  const wall = new Map<Name, number[]>(names.map((name) => [name, []]));
  const processor = new Map<Name, number[]>(names.map((name) => [name, []]));
  const calcs = new Map<Name, Calc>();
  for (const name of names) {
    const { formula, cells } = kinds[name];
    const calc = sheetOn(ground);
    const step = Math.max(1, Math.floor(ground.keys.length / cells));
    calc.write(
      Array.from({ length: cells }, (_, row) => ({
        sheet: "budget",
        row,
        column: 0,
        content: {
          kind: "formula" as const,
          formula: formula(ground.keys[(row * step) % ground.keys.length] ?? ""),
        },
      })),
    );
    calcs.set(name, calc);
  }
  agree(same.flatMap((name) => [calcs.get(name) ?? []].flat()));
  for (let round = -warmUp; round < times; round++) {
    for (const name of names) {
      const calc = calcs.get(name);
      if (!calc) continue;
      const before = process.cpuUsage();
      const start = performance.now();
      calculateAll(calc);
      const took = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      if (round < 0) continue;
      const scale = thousand / kinds[name].cells;
      wall.get(name)?.push(took * scale);
      processor.get(name)?.push(((user + system) / 1000) * scale);
    }
  }
  for (const calc of calcs.values()) calc.dispose();
  const paired = (name: Name, to: Name, compare: (one: number, other: number) => number) =>
    median(
      (processor.get(name) ?? []).map((took, at) => compare(took, processor.get(to)?.[at] ?? Number.NaN)),
    );
  return {
    of: (name) => {
      const took = wall.get(name) ?? [];
      return { ms: median(took), bestMs: Math.min(...took), cpuMs: median(processor.get(name) ?? []) };
    },
    ratio: (name, to) => paired(name, to, (one, other) => one / other),
    over: (name, to) => paired(name, to, (one, other) => one - other),
  };
}

/** A quick wrong answer is no answer. */
function agree([first, ...others]: readonly Calc[]): void {
  if (first === undefined) return;
  for (const calc of [first, ...others]) calculateAll(calc);
  const cell = (row: number) => ({ sheet: "budget", row, column: 0 });
  for (let row = 0; first.valueOf(cell(row)) !== null; row++) {
    const wanted = first.valueOf(cell(row));
    if (typeof wanted !== "number")
      throw new Error(`Row ${row + 1} has no target: ${JSON.stringify(wanted)}`);
    for (const calc of others) {
      const found = calc.valueOf(cell(row));
      if (found !== wanted)
        throw new Error(`Row ${row + 1}: ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
    }
  }
}

const warmUp = 2;
