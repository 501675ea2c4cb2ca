/**
 * What =PLAN.… costs beside the spreadsheet's own XLOOKUP and INDEX+MATCH for the same answer in the same run, on 155, 2,000
 * and 20,000 indicators. An empty formula is =0; a formula that does nothing is PLAN.NOTHING, a custom function with the
 * parameters of PLAN.TARGET and no body. PLAN.… is called as Excel calls it, with what `associate` puts around a body.
 * `npm run bench -- functions`
 */

import { type Argument } from "../../src/functions/definition";
import { forgetTables } from "../../src/functions/plans/table-plans";
import { setWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import { type Plan } from "../../src/plan/plan";
import { calculateAll, definition, type Ground, groundOf, rounds, sheetOn, thousand } from "./formula-cells";
import { madePlan } from "./made-plan";
import { type BenchRow, measured, printTable, type Timing } from "./table";

export function rows(sizes: readonly number[] = [155, 2_000, 20_000]): BenchRow[] {
  return sizes.flatMap((size) => {
    const plan = madePlan(size);
    const ground = groundOf(plan);
    return [...byText(plan, ground), ...byRange(ground), spilled(ground)];
  });
}

/** As if the workbook had just been read: nothing is remembered of what was asked before. */
function readWorkbook(plan: Plan): void {
  setWorkbookPlans({ plans: [{ plan, sheet: "仮市" }], evaluationYear: 2023 });
}

const xlookup =
  ({ ids, targets }: Ground) =>
  (key: string) =>
    `=XLOOKUP("${key}",${ids},${targets})`;

const byName = (key: string) => `=PLAN.TARGET("${key}","令和5","仮市")`;

function byText(plan: Plan, ground: Ground): BenchRow[] {
  readWorkbook(plan);
  const size = ground.keys.length;
  const few = size > 5_000 ? 50 : 500;
  const cells = rounds(
    ground,
    {
      empty: { formula: () => "=0", cells: thousand },
      nothing: { formula: (key) => `=PLAN.NOTHING("${key}","令和5","仮市")`, cells: thousand },
      text: { formula: byName, cells: thousand },
    },
    61,
  );
  const native = rounds(
    ground,
    {
      empty: { formula: () => "=0", cells: few },
      xlookup: { formula: xlookup(ground), cells: few },
      match: {
        formula: (key) => `=INDEX(${ground.targets},MATCH("${key}",${ground.ids},0))`,
        cells: few,
      },
      text: { formula: byName, cells: few },
    },
    7,
    ["xlookup", "match", "text"],
  );
  const { again, first } = body(plan, ground);
  const dearer = (kind: "xlookup" | "match") => times(native.over(kind, "empty") / again.cpuMs);
  return [
    {
      what: "文字での参照 1,000回、関数の中だけ",
      size,
      ...again,
      naiveMs: native.over("xlookup", "empty"),
      peer: "XLOOKUP（空の数式との差）",
      note: `XLOOKUP costs ${dearer("xlookup")} (INDEX+MATCH ${dearer("match")}) over an empty formula; asked for the first time ${first.cpuMs.toFixed(2)} ms`,
    },
    {
      what: "文字での参照 1,000セル",
      size,
      ...cells.of("text"),
      naiveMs: native.of("xlookup").cpuMs,
      peer: "XLOOKUP 1,000セル",
    },
    {
      what: "文字での参照 1,000セル（何もしない関数と）",
      size,
      ...cells.of("text"),
      // Round by round, because what else runs on the machine changes from round to round.
      naiveMs: cells.of("text").cpuMs / cells.ratio("text", "nothing"),
      peer: "何もしないカスタム関数",
    },
    {
      what: "文字での参照 1,000セル（何も計算しない数式と）",
      size,
      ...cells.of("text"),
      naiveMs: cells.of("text").cpuMs / cells.ratio("text", "empty"),
      peer: "=0",
    },
  ];
}

const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;

/** Look-ups by text outside the grid, as `run` gets them: a thousand keys from all over the plan. */
function body(plan: Plan, { keys }: Ground): { again: Timing; first: Timing } {
  const { run } = definition("TARGET");
  const calls = Array.from({ length: thousand }, (_, at): Argument[] => {
    const key = keys[Math.floor((at * keys.length) / thousand)] ?? "";
    return [[[key]], [["令和5"]], [["仮市"]]];
  });
  const all = (): unknown => {
    let last: unknown = null;
    for (const call of calls) last = run(...call);
    return last;
  };
  const many = 50;
  const { ms, bestMs, cpuMs } = measured(15, () => {
    let last: unknown = null;
    for (let round = 0; round < many; round++) last = all();
    return last;
  });
  const first = measured(5, () => {
    readWorkbook(plan);
    return all();
  });
  return { again: { ms: ms / many, bestMs: bestMs / many, cpuMs: cpuMs / many }, first };
}

/** Excel hands every call the whole table, so the range form is linear in it; its index is made once. */
function byRange(ground: Ground): BenchRow[] {
  const size = ground.keys.length;
  const few = size > 5_000 ? 50 : 300;
  const cells = rounds(
    ground,
    {
      xlookup: { formula: xlookup(ground), cells: few },
      range: { formula: (key) => `=PLAN.TARGET("${key}","令和5",${ground.range})`, cells: few },
    },
    3,
    ["xlookup", "range"],
  );
  const { run } = definition("TARGET");
  const key = ground.keys[Math.floor(size / 2)] ?? "";
  const edited = measured(5, () => {
    forgetTables();
    return run([[key]], [["令和5"]], ground.table);
  });
  return [
    {
      what: "範囲での参照 1,000セル",
      size,
      ...cells.of("range"),
      naiveMs: cells.of("xlookup").cpuMs,
      peer: "XLOOKUP 1,000セル",
      note: `each call gets all ${ground.table.length} × ${ground.table[0]?.length ?? 0} cells`,
    },
    {
      what: "範囲での参照、表を直したあとの1回目",
      size,
      ...edited,
      naiveMs: null,
      note: "the table is read and indexed again",
    },
  ];
}

/** 50 indicators × 5 years in one spill, beside 250 cells that look each up. */
function spilled(ground: Ground): BenchRow {
  const size = ground.keys.length;
  const keys = ground.keys.slice(0, 50);
  const years = [2021, 2022, 2023, 2024, 2025];
  const value = (row: number, column: number, each: string | number) => ({
    sheet: "budget",
    row,
    column,
    content: { kind: "value" as const, value: each },
  });
  const ours = sheetOn(ground);
  const anchor = { sheet: "budget", row: 100, column: 10 };
  ours.write([
    ...keys.map((key, row) => value(row + 1, 0, key)),
    ...years.map((year, column) => value(0, column + 1, year)),
    { ...anchor, content: { kind: "formula", formula: '=PLAN.TABLE(A2:A51,B1:F1,,"仮市")' } },
  ]);
  ours.calculateNow();
  if (ours.spillOf(anchor)?.rows !== 51) throw new Error("PLAN.TABLE did not spill 51 rows.");
  const spill = measured(15, () => calculateAll(ours));
  ours.dispose();
  const theirs = sheetOn(ground);
  theirs.write(
    Array.from({ length: 250 }, (_, at) => ({
      sheet: "budget",
      row: at % 50,
      column: 10 + Math.floor(at / 50),
      content: { kind: "formula" as const, formula: xlookup(ground)(keys[at % 50] ?? "") },
    })),
  );
  const lookups = measured(7, () => calculateAll(theirs));
  theirs.dispose();
  return {
    what: "PLAN.TABLE 50 × 5 を一度に",
    size,
    ...spill,
    naiveMs: lookups.cpuMs,
    peer: "XLOOKUP 250セル",
  };
}

if (process.argv[1]?.endsWith("functions.bench.ts") === true)
  process.stdout.write(printTable("=PLAN.… の関数", rows()));
