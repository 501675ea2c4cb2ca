/** How long the workbench's calculation takes: custom functions beside native ones, 1,000 and 10,000 cells, and how long the page stands still. `npx tsx test/bench/calc.bench.ts [kind …]` */
import type { Association, Calc, CellWrite } from "../../src/workbench/host/calc/calc";
import { createCalc } from "../../src/workbench/host/calc/engine";

/** A plan as large as they come, in E1:AH2000: whoever reads a whole range reads all of it. */
const PLAN_ROWS = 2000;
const PLAN_COLUMNS = 30;

/** The formula of row r (from 1); the numbers are in A and B. */
const kinds: Readonly<Record<string, (row: number) => string>> = {
  "custom, two cells": (row) => `=PLAN.RATE(IF(ISBLANK($A${row}),"",$A${row}),$B${row})`,
  "native, two cells": (row) => `=ROUND($A${row}/$B${row}*100,1)`,
  "custom, whole range": (row) => `=PLAN.FIND(A${row},$E$1:$AH$${PLAN_ROWS})`,
  "custom, formula name": (row) => `=PLAN.FIND(A${row},加須市)`,
  "native, VLOOKUP": (row) => `=VLOOKUP(A${row},$E$1:$AH$${PLAN_ROWS},2,FALSE)`,
  "native, SUMIFS": (row) => `=SUMIFS($E$1:$E$${PLAN_ROWS},$F$1:$F$${PLAN_ROWS},B${row})`,
  "native, growing SUM": (row) => `=SUM(A$1:A${row})`,
  "chain, each reads the one above": (row) => (row === 1 ? "=A1" : `=C${row - 1}+A${row}`),
};

const associations: ReadonlyMap<string, Association> = new Map<string, Association>([
  ["RATE", (actual: number, target: number) => (actual / target) * 100],
  ["FIND", (_key: unknown, plan: readonly unknown[]) => plan.length],
]);

function prepared(rows: number, formula: (row: number) => string): { calc: Calc; writing: number } {
  const calc = createCalc();
  calc.setSheets([{ id: "s", name: "計画" }]);
  calc.registerFunctions(
    {
      namespace: "PLAN",
      functions: [
        { id: "RATE", name: "RATE", parameters: [{ name: "実績" }, { name: "目標" }] },
        {
          id: "FIND",
          name: "FIND",
          parameters: [{ name: "指標" }, { name: "計画", dimensionality: "matrix" }],
        },
      ],
    },
    associations,
  );
  calc.setNames([
    { name: "加須市", formula: `=IF(計画!$E$1:$AH$${PLAN_ROWS}="","",計画!$E$1:$AH$${PLAN_ROWS})` },
  ]);
  const writes: CellWrite[] = [];
  for (let row = 0; row < PLAN_ROWS; row++) {
    for (let column = 0; column < PLAN_COLUMNS; column++) {
      writes.push({
        sheet: "s",
        row,
        column: 4 + column,
        content: { kind: "value", value: column < 4 ? row + 1 : `指標${row}` },
      });
    }
  }
  for (let row = 0; row < rows; row++) {
    const at = (column: number) => ({ sheet: "s", row, column });
    writes.push(
      { ...at(0), content: { kind: "value", value: row + 1 } },
      { ...at(1), content: { kind: "value", value: row + 2 } },
      { ...at(2), content: { kind: "formula", formula: formula(row + 1) } },
    );
  }
  const started = performance.now();
  calc.write(writes);
  return { calc, writing: performance.now() - started };
}

async function measure(kind: string, rows: number): Promise<number> {
  const formula = kinds[kind];
  if (!formula) throw new Error(`no such kind: ${kind}`);
  const { calc, writing } = prepared(rows, formula);
  let started = performance.now();
  calc.calculateNow();
  const first = performance.now() - started;
  started = performance.now();
  calc.write([{ sheet: "s", row: rows - 1, column: 0, content: { kind: "value", value: -1 } }]);
  const { evaluated } = calc.calculateNow();
  const one = performance.now() - started;
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  started = performance.now();
  await calc.calculate({ extent: "everything" });
  const full = performance.now() - started;
  clearInterval(watch);
  calc.dispose();
  const cell = (full / rows) * 1000;
  console.log(
    [
      kind.padEnd(32),
      `${rows} cells`.padStart(12),
      `write ${writing.toFixed(0)} ms`.padStart(14),
      `first ${first.toFixed(0)} ms`.padStart(14),
      `full ${full.toFixed(0)} ms`.padStart(13),
      `${cell.toFixed(1)} µs/cell`.padStart(16),
      `one edit ${one.toFixed(1)} ms for ${evaluated}`.padStart(28),
      `longest pause ${longest.toFixed(0)} ms`,
    ].join("  "),
  );
  return cell;
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const kind of wanted.length > 0 ? wanted : Object.keys(kinds)) {
    const small = await measure(kind, 1000);
    const large = await measure(kind, 10_000);
    console.log(
      `${"".padEnd(32)} growth of the time per cell from 1,000 to 10,000: ×${(large / small).toFixed(1)}\n`,
    );
  }
}

void main();
