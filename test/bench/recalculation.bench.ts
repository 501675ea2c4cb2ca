/**
 * What a full recalculation of the workbench costs: the plan table's own 達成率 and 評価, beside formulas of Excel's own
 * functions that come to the same. `npm run bench -- recalculation`
 */

import { type CellWrite } from "../../src/workbench/host/calc/calc";
import { calculateAll, groundOf, sheetOn } from "./formula-cells";
import { madePlan } from "./made-plan";
import { type BenchRow, measured, printTable } from "./table";

interface Formulas {
  rate: (row: number) => string;
  grade: (row: number) => string;
}

const ours: Formulas = {
  rate: (row) => `=PLAN.RATE(IF(ISBLANK(A${row}),"",A${row}),B${row})`,
  grade: (row) => `=PLAN.GRADEOF(C${row})`,
};

/** As somebody without the add-in would write it. */
const native: Formulas = {
  rate: (row) => `=IF(ISBLANK(A${row}),"未入力",IF(B${row}=0,"判定不能",A${row}/B${row}))`,
  grade: (row) =>
    `=IF(ISTEXT(C${row}),C${row},IF(ROUND(C${row},3)>=1,"目標達成",IF(ROUND(C${row},3)>=0.8,"概ね達成",IF(ROUND(C${row},3)>=0.6,"やや遅れている","大幅に遅れている"))))`,
};

/** Every tenth actual is still to be entered; the others reach from 40 % to 113 %. */
const actualOf = (row: number): number | null => (row % 10 === 0 ? null : 40 + (row % 74));

function sheetWith(formulas: Formulas, rows: number) {
  const calc = sheetOn(groundOf(madePlan(10)));
  const writes: CellWrite[] = [];
  for (let row = 0; row < rows; row++) {
    const at = (column: number) => ({ sheet: "budget", row, column });
    const actual = actualOf(row + 1);
    if (actual !== null) writes.push({ ...at(0), content: { kind: "value", value: actual } });
    writes.push(
      { ...at(1), content: { kind: "value", value: 100 } },
      { ...at(2), content: { kind: "formula", formula: formulas.rate(row + 1) } },
      { ...at(3), content: { kind: "formula", formula: formulas.grade(row + 1) } },
    );
  }
  calc.write(writes);
  calc.calculateNow();
  return calc;
}

export function rows(): BenchRow[] {
  return [100, 1_000, 10_000].map((size) => {
    const own = sheetWith(ours, size);
    const others = sheetWith(native, size);
    for (let row = 0; row < Math.min(size, 200); row++) {
      for (const column of [2, 3]) {
        const [one, other] = [own, others].map((calc) => calc.valueOf({ sheet: "budget", row, column }));
        if (one !== other) throw new Error(`row ${row + 1}: ${String(one)} is not ${String(other)}`);
      }
    }
    const runs = size > 5_000 ? 5 : 15;
    const timing = measured(runs, () => calculateAll(own));
    const peer = measured(runs, () => calculateAll(others));
    own.dispose();
    others.dispose();
    return {
      what: "達成率と評価の列を再計算（行）",
      size,
      ...timing,
      naiveMs: peer.cpuMs,
      peer: "Excel の IF と ROUND の数式",
      note: "the same results, cell by cell",
    };
  });
}

if (process.argv[1]?.endsWith("recalculation.bench.ts") === true)
  process.stdout.write(printTable("再計算", rows()));
