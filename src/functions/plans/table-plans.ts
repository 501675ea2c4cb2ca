/** A plan given as a range: the table with its header row, read once for as long as its cells are the same. */
import { type CellValue } from "../../sheets/cell-values";
import { readPlanTable } from "../../sheets/reading/plan-table";
import { readCell } from "../arguments/cell";
import { type CellInput, type Refusal, wrongUse } from "../definition";
import { nothingAccepted, type SourcePlan } from "./source-plan";

interface Read {
  cells: readonly (readonly CellInput[])[];
  source: SourcePlan | Refusal;
}

/** The latest first. Excel hands every call a fresh copy of the range, so what is compared is the cells. */
let recent: Read[] = [];
const mostTables = 6;

export function planOfTable(cells: CellInput[][]): SourcePlan | Refusal {
  for (const [at, read] of recent.entries()) {
    if (read.cells !== cells && !sameCells(read.cells, cells)) continue;
    if (at > 0) recent = [read, ...recent.filter((each) => each !== read)];
    return read.source;
  }
  const source = readTable(cells);
  recent = [{ cells, source }, ...recent].slice(0, mostTables);
  return source;
}

/** Every cell, because one edited target is another plan. Error values are objects: any two are alike. */
function sameCells(
  one: readonly (readonly CellInput[])[],
  other: readonly (readonly CellInput[])[],
): boolean {
  if (one.length !== other.length || one[0]?.length !== other[0]?.length) return false;
  for (let row = 0; row < one.length; row++) {
    const left = one[row];
    const right = other[row];
    if (left === right) continue;
    if (left === undefined || right?.length !== left.length) return false;
    for (let column = 0; column < left.length; column++) {
      if (left[column] !== right[column] && !alike(left[column], right[column])) return false;
    }
  }
  return true;
}

function alike(one: CellInput | undefined, other: CellInput | undefined): boolean {
  if (typeof one !== "object" || one === null) return false;
  return typeof other === "object" && other !== null && shownOf(one) === shownOf(other);
}

function readTable(cells: CellInput[][]): SourcePlan | Refusal {
  const values = cells.map((row) => row.map(valueOf));
  const reading = readPlanTable(values, { base: null });
  if (reading === null) {
    return wrongUse(
      "計画の範囲に見出し行が見つかりません。「ID」「階層1 …」「指標」などの見出しを含めて、計画の表全体を指定してください。",
    );
  }
  const zero = zeroAsWord(values, reading.header);
  if (zero !== null) return zero;
  if (reading.plan.nodes.length === 0) {
    return wrongUse("計画の範囲に見出し行だけがあり、取組や指標の行がありません。表全体を指定してください。");
  }
  return {
    plan: reading.plan,
    from: "range",
    label: "この表",
    names: [],
    scale: null,
    accepted: nothingAccepted,
  };
}

function valueOf(cell: CellInput): CellValue {
  if (cell === null) return "";
  return typeof cell === "object" ? shownOf(cell) : cell;
}

function shownOf(error: object): string {
  const reading = readCell(error);
  // An error of a kind nobody knows is still an error.
  return reading.kind === "error" && reading.shown.startsWith("#") ? reading.shown : "#VALUE!";
}

/** Columns that never hold a number. A 0 in one of them is a blank that older Excel handed over as 0 (office-js#4702). */
const wordColumns = {
  unit: "単位",
  departments: "担当課",
  direction: "方向",
  method: "方法",
  indicator: "指標",
  indicatorKind: "種別",
  note: "注記",
  original: "再掲元",
} as const;

function zeroAsWord(
  values: readonly (readonly CellValue[])[],
  header: { row: number; at: ReadonlyMap<string, number> },
): Refusal | null {
  const original = header.at.get("original") ?? -1;
  for (const [key, name] of Object.entries(wordColumns)) {
    const column = header.at.get(key);
    if (column === undefined) continue;
    for (let row = header.row + 1; row < values.length; row++) {
      // A 再掲 row only shows its original, where the values are read.
      if (values[row]?.[column] !== 0 || isNamed(values[row]?.[original])) continue;
      return wrongUse(
        `計画の範囲の${row + 1}行目の「${name}」が 0 です。この Excel では空白のセルが 0 として届くため、空白と 0 を区別できません。範囲の代わりに、読み込み時に付いた名前（「加須市」など）か、IF(範囲="","",範囲) を指定してください。`,
      );
    }
  }
  return null;
}

function isNamed(cell: CellValue | undefined): boolean {
  return typeof cell === "string" && cell.trim() !== "";
}

/** For tests that count readings. */
export function forgetTables(): void {
  recent = [];
}
