/** The parts of a 財政指標: in the order of its formula, or as rows of name and amount from a 決算 sheet. */
import { type FiscalParts } from "../../plan/fiscal/fiscal";
import { type FiscalPart, type FiscalRatio } from "../../plan/fiscal/ratios";
import { partKey, unitsOfLabels } from "../../plan/fiscal/part-label";
import { amountOf, read } from "../../plan/progress/reading";
import { type Argument, type CellInput, isRefusal, type Refusal, wrongUse } from "../definition";
import { asMatrix, isOmitted } from "../each-cell";
import { errorIn, errorName, readCell } from "./cell";

type Amount = string | number | null;

/** Each part once, numerator first: the order in which they are written. */
export function partsInOrder({ numerator, denominator }: FiscalRatio): FiscalPart[] {
  const parts = new Map<string, FiscalPart>();
  for (const part of [...numerator, ...denominator]) if (!parts.has(part.name)) parts.set(part.name, part);
  return [...parts.values()];
}

export function partsOf(ratio: FiscalRatio, given: readonly Argument[]): FiscalParts | Refusal {
  const args = given.slice(0, lastGiven(given) + 1);
  const [first, ...others] = args;
  if (first === undefined) return wrongUse(`要素を指定してください。${expected(ratio)}`);
  const matrix = asMatrix(first);
  if (others.length === 0 && isNamed(matrix)) return byName(ratio, matrix);
  return inOrder(ratio, args);
}

function lastGiven(given: readonly Argument[]): number {
  let last = given.length - 1;
  while (last >= 0 && isOmitted(given[last])) last--;
  return last;
}

function isNamed(matrix: readonly (readonly CellInput[])[]): boolean {
  return (
    (matrix[0]?.length ?? 0) >= 2 &&
    matrix.some(([name]) => typeof name === "string" && /\p{L}/u.test(name)) &&
    matrix.every(([name]) => typeof name !== "number" || name === 0)
  );
}

/** Under these names the three years' own ratios stand in a row of their own. */
const yearlyNames = ["単年度", "単年度比率"];

/**
 * A 決算 sheet has many other rows: only those that name a part count, and a part that is missing is reported as missing.
 * Three columns of amounts, or the same name three times, are three years.
 */
function byName(ratio: FiscalRatio, matrix: readonly (readonly CellInput[])[]): FiscalParts | Refusal {
  const known = new Map(yearlyNames.map((name) => [name, "単年度"]));
  for (const { name, aliases = [] } of partsInOrder(ratio))
    for (const each of [name, ...aliases]) known.set(partKey(each), name);
  const rows = matrix.flatMap(([label, ...cells]) => {
    const part = typeof label === "string" ? known.get(partKey(label)) : undefined;
    return part === undefined || typeof label !== "string" ? [] : [{ part, label, cells }];
  });
  if (rows.length === 0)
    return wrongUse(`範囲に「${ratio.name}」の要素の名が見つかりません。${expected(ratio)}`);
  const mixed = unitsOfLabels(rows.map(({ label }) => label));
  if (mixed !== null) return wrongUse(`${mixed}の単位が違います。同じ単位の金額にそろえてください。`);
  const columns = amountColumns(rows.map(({ cells }) => cells));
  if (columns.length > ratio.years) return tooManyColumns(ratio, columns.length);
  const found = new Map<string, Amount[]>();
  for (const { part, cells } of rows) {
    const values = amountsOf(
      columns.map((column) => cells[column] ?? null),
      part,
    );
    if (isRefusal(values)) return values;
    const there = found.get(part) ?? [];
    if (there.length > 0 && ratio.years === 1)
      return wrongUse(`範囲に「${part}」の行が2つあります。1つの年度の行だけにしてください。`);
    found.set(part, [...there, ...values]);
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, single(values, ratio)]));
}

/** The columns that hold amounts; an empty one in between, and remarks behind, are none. Without any, the first that holds something. */
function amountColumns(rows: readonly (readonly CellInput[])[]): number[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  const all = Array.from({ length: width }, (_, column) => column);
  const holding = (holds: (cell: CellInput) => boolean) =>
    all.filter((column) => rows.some((cells) => holds(cells[column] ?? null)));
  const amounts = holding(isAmount);
  return amounts.length > 0 ? amounts : [holding((cell) => readCell(cell).kind !== "blank")[0] ?? 0];
}

/** What must be read, or said to be unreadable: a number, also one written as text, and an error where one was meant. */
function isAmount(cell: CellInput): boolean {
  const reading = readCell(cell);
  if (reading.kind !== "value") return reading.kind === "error";
  return typeof reading.value !== "boolean" && amountOf(read(reading.value)) !== null;
}

function tooManyColumns(ratio: FiscalRatio, columns: number): Refusal {
  const wanted = ratio.years === 1 ? "1つの年度の列だけ" : "3か年の列だけ";
  return wrongUse(
    `範囲に金額の列が${columns}つあり、どれを使うか決められません。名称の列と${wanted}の範囲にするか、要素のセルを1つずつ指定してください。`,
  );
}

function inOrder(ratio: FiscalRatio, args: readonly Argument[]): FiscalParts | Refusal {
  const parts = partsInOrder(ratio);
  const given: Amount[][] = [];
  for (const [at, argument] of args.entries()) {
    const values = amountsOf(
      isOmitted(argument) ? [null] : asMatrix(argument).flat(),
      parts[at]?.name ?? "要素",
    );
    if (isRefusal(values)) return values;
    given.push(values);
  }
  const [only = []] = given;
  if (ratio.years === 3 && given.length === 1 && only.length === 3) return { 単年度: only };
  // One range with all the parts one after the other is the same as writing them.
  const spread =
    given.length === 1 && only.length > 1 && ratio.years === 1 ? only.map((value) => [value]) : given;
  if (spread.length > parts.length) {
    return wrongUse(`要素が${spread.length}個あります。${expected(ratio)}`);
  }
  return Object.fromEntries(
    spread.map((values, at) => [parts[at]?.name ?? "", single(values, ratio)] as const),
  );
}

/** One number stands for itself where the ratio is published for a single year too. */
function single(
  values: readonly Amount[],
  { years, singleYearToo }: FiscalRatio,
): Amount | readonly Amount[] {
  return values.length === 1 && (years === 1 || singleYearToo === true) ? (values[0] ?? null) : values;
}

function amountsOf(cells: readonly CellInput[], part: string): Amount[] | Refusal {
  const amounts: Amount[] = [];
  for (const cell of cells) {
    const reading = readCell(cell);
    if (reading.kind === "error" && typeof cell === "object" && cell !== null)
      return errorIn(`「${part}」`, errorName(cell));
    if (reading.kind === "value" && typeof reading.value === "boolean")
      return wrongUse(`「${part}」が ${reading.value ? "TRUE" : "FALSE"} です。数を入力してください。`);
    amounts.push(reading.kind === "value" && typeof reading.value !== "boolean" ? reading.value : null);
  }
  return amounts;
}

export function expected(ratio: FiscalRatio): string {
  const names = partsInOrder(ratio).map(({ name, optional }) =>
    optional ? `${name}（ないときは省略可）` : name,
  );
  const years =
    ratio.years === 3
      ? "3か年の平均なので、それぞれ古い年度から順に3つのセルを指定します。単年度の比率を3つ渡すときは、1つの範囲（A1:C1 など）にします。"
      : "";
  return `${ratio.name}の要素は、順に${names.join("、")}です。${years}`;
}
