/**
 * What =PLAN.… costs. `npx tsx test/bench/functions.bench.ts`
 *
 * A look-up by text stands beside XLOOKUP and INDEX+MATCH, which give the same answer from the same workbook in the same run.
 * Cells are compared in processor time, round by round: in each round every kind of cell is calculated once, one kind after
 * the other, so that a busy machine is busy for all of them; what is said is the median over the rounds.
 * - An empty formula is =0: what XLOOKUP costs is what it costs over that.
 * - A text cell is compared with =PLAN.NOTHING("83","令和5","仮市"): the same parameters, the same shape of answer, and a body
 *   that does nothing. That is what any add-in's formula costs in the grid before it has said a word.
 * - The body is timed outside the grid: a thousand keys from all over the plan, as `run` gets them.
 */

import { catalogue } from "../../src/functions/catalogue";
import { type Argument, type Definition } from "../../src/functions/definition";
import { functionsFile } from "../../src/functions/metadata";
import { setWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import { forgetTables } from "../../src/functions/plans/table-plans";
import { type Plan } from "../../src/plan/plan";
import { columnsOf, headerOf } from "../../src/sheets/columns";
import { contentOf } from "../../src/sheets/plan-cells";
import { rowsOf } from "../../src/sheets/rows";
import { type Association, type Calc, createCalc } from "../../src/workbench/host/calc/calc";
import { madePlan } from "./made-plan";
import { type BenchRow, measured, printTable } from "./table";

const year = 2023;
/** All look-ups are reported per thousand. */
const thousand = 1000;

type Timing = Pick<BenchRow, "ms" | "bestMs" | "cpuMs">;

function perThousand({ ms, bestMs, cpuMs }: Timing, calls: number): Timing {
  const scale = thousand / calls;
  return { ms: ms * scale, bestMs: bestMs * scale, cpuMs: cpuMs * scale };
}

type Matrix = (string | number)[][];

/** The plan as its table stands in a sheet. */
function tableOf(plan: Plan): Matrix {
  const columns = columnsOf(plan);
  const names = { table: "表", scaleTable: "尺度" };
  const rows = rowsOf(plan).map((row) =>
    columns.map((column): string | number => {
      const content = contentOf(row, column, plan, names, "");
      return content.kind === "formula" ? "" : content.value;
    }),
  );
  return [columns.map(headerOf), ...rows];
}

function definition(id: string): Definition {
  const found = catalogue.find((each) => each.id === id);
  if (found === undefined) throw new Error(`PLAN.${id} is not in the catalogue.`);
  return found;
}

function sheetWith(plan: Plan): Calc {
  const calc = createCalc();
  calc.setSheets([
    { id: "plan", name: "計画" },
    { id: "budget", name: "予算" },
  ]);
  const nothing = { ...definition("TARGET"), id: "NOTHING" };
  const associations = new Map<string, Association>(
    catalogue.map(({ id, run }) => [id, (...given: Argument[]) => run(...given)]),
  );
  // What a custom function costs that does nothing: the grid's own price.
  associations.set("NOTHING", () => [[0]]);
  calc.registerFunctions(
    {
      namespace: "PLAN",
      functions: functionsFile([...catalogue, nothing], "https://example.lg.jp").functions,
      allowErrorForDataTypeAny: true,
    },
    associations,
  );
  // The columns XLOOKUP needs: A the id, B the target of the year.
  calc.write(
    plan.indicators.flatMap((indicator, row) => [
      { sheet: "plan", row, column: 0, content: { kind: "value" as const, value: indicator.id } },
      {
        sheet: "plan",
        row,
        column: 1,
        content: { kind: "value" as const, value: Number(indicator.targets[year]) },
      },
    ]),
  );
  return calc;
}

interface Cells {
  calc: Calc;
  count: number;
}

/** Formula cells of one kind; fewer of them where each goes through 20,000 rows. */
function cellsOf(plan: Plan, formula: (key: string) => string, most: number): Cells {
  const calc = sheetWith(plan);
  const { indicators } = plan;
  const step = Math.max(1, Math.floor(indicators.length / most));
  calc.write(
    Array.from({ length: most }, (_, row) => ({
      sheet: "budget",
      row,
      column: 0,
      content: {
        kind: "formula" as const,
        formula: formula(indicators[(row * step) % indicators.length]?.id ?? ""),
      },
    })),
  );
  return { calc, count: most };
}

/** The whole calculation of each kind, round by round; the first rounds only warm up. */
function interleaved<Kind extends string>(
  kinds: Readonly<Record<Kind, Cells>>,
  rounds: number,
): Rounds<Kind> {
  const names = Object.keys(kinds) as Kind[];
  const wall = new Map<Kind, number[]>(names.map((name) => [name, []]));
  const processor = new Map<Kind, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const { calc, count } = kinds[name];
      const before = process.cpuUsage();
      const start = performance.now();
      calc.calculateNow({ extent: "everything" });
      const took = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      if (round < 0) continue;
      wall.get(name)?.push((took * thousand) / count);
      processor.get(name)?.push(((user + system) * thousand) / 1000 / count);
    }
  }
  for (const name of names) kinds[name].calc.dispose();
  return {
    of: (name) => {
      const times = wall.get(name) ?? [];
      return { ms: median(times), bestMs: Math.min(...times), cpuMs: median(processor.get(name) ?? []) };
    },
    ratio: (name, to) =>
      median((processor.get(name) ?? []).map((took, at) => took / (processor.get(to)?.[at] ?? NaN))),
    over: (name, to) =>
      median((processor.get(name) ?? []).map((took, at) => took - (processor.get(to)?.[at] ?? NaN))),
  };
}

interface Rounds<Kind extends string> {
  of(kind: Kind): Timing;
  /** Median of the rounds: how many times one costs the other. */
  ratio(kind: Kind, to: Kind): number;
  /** Median of the rounds: what one costs more than the other. */
  over(kind: Kind, to: Kind): number;
}

const warmUp = 3;

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** Look-ups by text outside the grid: a thousand keys from all over the plan, again and again. */
function body(plan: Plan): Timing {
  const { run } = definition("TARGET");
  const { indicators } = plan;
  const calls = Array.from({ length: thousand }, (_, at): Argument[] => {
    const key = indicators[Math.floor((at * indicators.length) / thousand)]?.id ?? "";
    return [[[key]], [["令和5"]], [["仮市"]]];
  });
  const times = 50;
  const took = measured(15, () => {
    let last: unknown = null;
    for (let round = 0; round < times; round++) for (const call of calls) last = run(...call);
    return last;
  });
  return perThousand(took, times * calls.length);
}

/** Milliseconds per thousand are microseconds each. */
const each = ({ cpuMs }: Timing): string => `${cpuMs.toFixed(2)} µs each`;

export function functionRows(sizes: readonly number[] = [155, 2_000, 20_000]): BenchRow[] {
  const rows: BenchRow[] = [];
  const bodies: number[] = [];
  for (const size of sizes) {
    const plan = madePlan(size);
    setWorkbookPlans({ plans: [{ plan, sheet: "仮市" }], evaluationYear: year });
    const few = size > 5000 ? 100 : thousand;
    const cells = interleaved(
      {
        empty: cellsOf(plan, () => "=0", thousand),
        nothing: cellsOf(plan, (key) => `=PLAN.NOTHING("${key}","令和5","仮市")`, thousand),
        text: cellsOf(plan, (key) => `=PLAN.TARGET("${key}","令和5","仮市")`, thousand),
      },
      31,
    );
    const native = interleaved(
      {
        empty: cellsOf(plan, () => "=0", few),
        xlookup: cellsOf(plan, (key) => `=XLOOKUP("${key}",計画!$A$1:$A$${size},計画!$B$1:$B$${size})`, few),
        match: cellsOf(
          plan,
          (key) => `=INDEX(計画!$B$1:$B$${size},MATCH("${key}",計画!$A$1:$A$${size},0))`,
          few,
        ),
      },
      5,
    );
    const alone = body(plan);
    bodies.push(alone.cpuMs);
    const times = (kind: "xlookup" | "match") => `${(native.over(kind, "empty") / alone.cpuMs).toFixed(0)}×`;
    rows.push(
      {
        what: "1,000 PLAN.TARGET by text, the body outside the grid",
        size,
        ...alone,
        naiveMs: native.over("xlookup", "empty"),
        note: `${each(alone)}; XLOOKUP over an empty formula costs ${times("xlookup")}, INDEX+MATCH ${times("match")}`,
      },
      {
        what: "1,000 PLAN.TARGET by text, in cells",
        size,
        ...cells.of("text"),
        naiveMs: native.of("xlookup").cpuMs,
        note: `${each(cells.of("text"))}; ${cells.ratio("text", "nothing").toFixed(2)}× the same call of a function that does nothing (${each(cells.of("nothing"))}), =0 ${each(cells.of("empty"))}`,
      },
    );

    const table = tableOf(plan);
    const { run } = definition("TARGET");
    const key = plan.indicators[Math.floor(size / 2)]?.id ?? "";
    const first = measured(3, () => {
      forgetTables();
      return run([[key]], [["令和5"]], table);
    });
    const copy = table.map((row) => [...row]);
    const again = measured(9, () => run([[key]], [["令和5"]], copy));
    rows.push(
      {
        what: "range form, after an edit (read again)",
        size,
        ...first,
        naiveMs: null,
        note: `${table.length} × ${table[0]?.length ?? 0} cells`,
      },
      { what: "range form, the same cells in a fresh copy", size, ...again, naiveMs: first.cpuMs },
    );
    rows.push(spilled(plan));
  }
  const growth = (bodies.at(-1) ?? NaN) / (bodies[0] ?? NaN);
  rows.push({
    what: "growth of the body from the smallest to the largest",
    size: sizes.at(-1) ?? 0,
    ms: NaN,
    bestMs: NaN,
    cpuMs: bodies.at(-1) ?? NaN,
    naiveMs: null,
    note: `${growth.toFixed(2)}×`,
  });
  return rows;
}

/** 50 indicators × 5 years in one spill, beside 250 cells that look each up. */
function spilled(plan: Plan): BenchRow {
  const size = plan.indicators.length;
  const calc = sheetWith(plan);
  const keys = plan.indicators.slice(0, 50).map(({ id }) => id);
  const years = [2021, 2022, 2023, 2024, 2025];
  calc.write([
    ...keys.map((value, row) => ({
      sheet: "budget",
      row: row + 1,
      column: 0,
      content: { kind: "value" as const, value },
    })),
    ...years.map((value, column) => ({
      sheet: "budget",
      row: 0,
      column: column + 1,
      content: { kind: "value" as const, value },
    })),
  ]);
  const anchor = { sheet: "budget", row: 100, column: 10 };
  calc.write([{ ...anchor, content: { kind: "formula", formula: '=PLAN.TABLE(A2:A51,B1:F1,,"仮市")' } }]);
  const spill = measured(9, () => calc.calculateNow({ extent: "everything" }));
  if (calc.spillOf(anchor)?.rows !== 51) throw new Error("PLAN.TABLE did not spill 51 rows.");
  calc.dispose();
  const other = sheetWith(plan);
  other.write(
    Array.from({ length: 250 }, (_, at) => ({
      sheet: "budget",
      row: at % 50,
      column: 10 + Math.floor(at / 50),
      content: {
        kind: "formula" as const,
        formula: `=XLOOKUP("${keys[at % 50] ?? ""}",計画!$A$1:$A$${size},計画!$B$1:$B$${size})`,
      },
    })),
  );
  const naive = measured(9, () => other.calculateNow({ extent: "everything" }));
  other.dispose();
  return {
    what: "PLAN.TABLE of 50 × 5 in one spill, beside 250 XLOOKUP cells",
    size,
    ...spill,
    naiveMs: naive.cpuMs,
  };
}

if (process.argv[1]?.endsWith("functions.bench.ts") === true)
  process.stdout.write(printTable("=PLAN.… functions", functionRows()));
