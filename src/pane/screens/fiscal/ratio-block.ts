/** A computed ratio as =PLAN.RATIO in a sheet: over the cells its parts were picked from, or over a small list of them beside it. */
import { type FiscalRatio } from "../../../plan/fiscal/fiscal";
import { type Block, type BlockCell, type SelectionReading } from "../../../sheets";
import { areaName, fullAddress, parseAddress } from "../../../sheets/address";
import { cellOf } from "../../../sheets/cell-values";
import { type Start } from "./free-place";
import { type PartMatch } from "./part-matching";
import { fieldsOf, givenParts, type RatioInput, yearlyPart, yearsAsked } from "./ratio-input";
import { quotedText } from "./sources";

/** Part → the cells it was picked from, as a formula names them. */
export type Picked = Readonly<Record<string, string>>;

/** Three years that do not stand side by side have no address a formula could take: such a part is not linked. */
export function pickedCells(
  matched: readonly PartMatch[],
  selection: Pick<SelectionReading, "sheet" | "address">,
): Picked {
  const corner = parseAddress(selection.address)?.area;
  if (corner === undefined) return {};
  const linked = matched.flatMap(({ part, row, columns }) => {
    const first = columns[0] ?? 0;
    if (columns.some((column, index) => column !== first + index)) return [];
    const area = { row: corner.row + row, column: corner.column + first, rows: 1, columns: columns.length };
    return [[part, fullAddress(selection.sheet, absolute(areaName(area)))] as const];
  });
  return Object.fromEntries(linked);
}

/** null where a part was typed by hand: then there is no cell to look at. */
export function linkedBlock(input: RatioInput, picked: Picked): Block | null {
  const given = givenParts(input);
  const names = fieldsOf(input).map(({ name }) => name);
  if (Object.keys(given).some((name) => picked[name] === undefined)) return null;
  const references = names.map((name) => (given[name] === undefined ? "" : (picked[name] ?? "")));
  // What was not issued is left out at the end, and stays an empty place in the middle.
  while (references.at(-1) === "") references.pop();
  return references.length === 0
    ? null
    : { cells: [[input.ratio.name, formulaCell(input.ratio, references)]] };
}

/** The parts with their names, and the ratio below: what somebody else can follow and change. */
export function listBlock(input: RatioInput, start: Start): Block {
  const years = yearsAsked(input.ratio, input.mode);
  const rows = Object.entries(givenParts(input)).map(([name, texts]): BlockCell[] => [
    name,
    ...texts.map(amountCell),
  ]);
  const list = areaName({ row: start.row, column: start.column, rows: rows.length, columns: 1 + years });
  const range = fullAddress(start.sheet, absolute(list));
  // Named rows are found by name; the three years' own ratios are given as three cells.
  const numbers = areaName({ row: start.row, column: start.column + 1, rows: 1, columns: years });
  const argument = input.mode === "yearly" ? fullAddress(start.sheet, absolute(numbers)) : range;
  const blanks = Array.from({ length: years - 1 }, () => null);
  return {
    cells: [...rows.map(named(input)), [input.ratio.name, formulaCell(input.ratio, [argument]), ...blanks]],
  };
}

function named({ ratio, mode }: RatioInput): (row: BlockCell[]) => BlockCell[] {
  return (row) =>
    mode === "yearly" && row[0] === yearlyPart ? [`${ratio.name}（単年度）`, ...row.slice(1)] : row;
}

function amountCell(text: string): BlockCell {
  const cell = cellOf(text.trim());
  return typeof cell === "number" ? { number: cell, format: amountFormat(cell) } : { text: cell };
}

/** With the decimals that were typed, and no point where there are none. */
function amountFormat(amount: number): string {
  const decimals = String(amount).split(".")[1]?.length ?? 0;
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

function formulaCell(ratio: FiscalRatio, args: readonly string[]): BlockCell {
  return {
    formula: `=PLAN.RATIO(${[quotedText(ratio.name), ...args].join(",")})`,
    format: ratioFormat(ratio),
  };
}

export function ratioFormat({ unit, rounding, belowZero }: FiscalRatio): string {
  const digits = `0.${"0".repeat(rounding.digits)}${unit === null ? "" : `"${unit}"`}`;
  return belowZero === "▲" ? `${digits};"▲"${digits}` : digits;
}

/** A3:B9 → $A$3:$B$9 */
function absolute(address: string): string {
  return address.replace(/([A-Z]{1,3})(\d+)/g, "$$$1$$$2");
}
