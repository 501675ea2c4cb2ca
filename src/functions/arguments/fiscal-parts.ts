/** The parts of a 財政指標: in the order of its formula, or as rows of name and amount from a 決算 sheet. */
import { type FiscalParts } from "../../plan/fiscal/fiscal";
import { type FiscalPart, type FiscalRatio } from "../../plan/fiscal/ratios";
import { foldSpaces } from "../../plan/text-width";
import { type Argument, type CellInput, isRefusal, type Refusal, wrongUse } from "../definition";
import { asMatrix, isOmitted } from "../each-cell";
import { errorName, readCell } from "./cell";

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

/**
 * A 決算 sheet has many other rows: only those that name a part count, and a part that is missing is reported as missing.
 * Three columns of amounts, or the same name three times, are three years.
 */
function byName(ratio: FiscalRatio, matrix: readonly (readonly CellInput[])[]): FiscalParts | Refusal {
  const known = new Map<string, string>([
    ["単年度", "単年度"],
    ["単年度比率", "単年度"],
  ]);
  for (const { name, aliases = [] } of partsInOrder(ratio))
    for (const each of [name, ...aliases]) known.set(foldSpaces(each), name);
  const found = new Map<string, Amount[]>();
  for (const [name, ...amounts] of matrix) {
    const part = typeof name === "string" ? known.get(partKey(name)) : undefined;
    if (part === undefined) continue;
    const values = amountsOf(amounts, part);
    if (isRefusal(values)) return values;
    const there = found.get(part) ?? [];
    if (there.length > 0 && ratio.years === 1)
      return wrongUse(`範囲に「${part}」の行が2つあります。1つの年度の行だけにしてください。`);
    found.set(part, [...there, ...values.slice(0, ratio.years === 3 ? 3 : 1)]);
  }
  if (found.size === 0)
    return wrongUse(`範囲に「${ratio.name}」の要素の名が見つかりません。${expected(ratio)}`);
  return Object.fromEntries([...found].map(([name, values]) => [name, single(values, ratio)]));
}

/** Numbering in front and remarks behind do not make it another part: (1) 元利償還金（千円）. */
function partKey(name: string): string {
  return foldSpaces(name)
    .replace(/^(?:[(]?[0-9a-z]{1,2}[).．]|[①-⑳・○◯])/iu, "")
    .replace(/\((?:千|百万|億)?円\)$/u, "");
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

function single(values: readonly Amount[], { years }: FiscalRatio): Amount | readonly Amount[] {
  return years === 1 && values.length === 1 ? (values[0] ?? null) : values;
}

function amountsOf(cells: readonly CellInput[], part: string): Amount[] | Refusal {
  const amounts: Amount[] = [];
  for (const cell of cells) {
    const reading = readCell(cell);
    if (reading.kind === "error" && typeof cell === "object" && cell !== null)
      return wrongUse(`「${part}」のセルが ${errorName(cell)} です。そのセルのエラーを先に直してください。`);
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
      ? "3か年の平均なので、それぞれ古い年度から順に3つのセルを指定します。単年度の比率からなら、その3つのセルの範囲を1つだけ指定します。"
      : "";
  return `${ratio.name}の要素は、順に${names.join("、")}です。${years}`;
}
