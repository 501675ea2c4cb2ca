/** Which cells of a selected list (name, amount) are the parts of a 財政指標: matched by name, and what was left over either way. */
import { partKey, unitsOfLabels } from "../../../plan/fiscal/part-label";
import { parseTarget } from "../../../plan/target";

export type SheetValue = string | number | boolean;

/** What is looked for: a part of a ratio, under any of its names. */
export interface Wanted {
  name: string;
  aliases?: readonly string[];
  optional?: boolean;
}

export interface PartMatch {
  part: string;
  /** As the sheet calls it. */
  label: string;
  /** As many as the ratio asks for: one, or three, oldest first. */
  values: string[];
  /** Where they stand, counted from the corner of the selection. */
  row: number;
  columns: number[];
}

export interface Matching {
  matched: PartMatch[];
  /** Parts that must be given and were not in the selection. */
  missing: string[];
  /** Rows with an amount that are no part of this ratio. */
  leftOver: string[];
  /** Rows of a part that was found before: the first one was taken. */
  twice: string[];
  /** Rows of a part that hold fewer amounts than asked for, or none that can be read. */
  unreadable: string[];
  /** Rows of a part that hold more amounts than asked for: the first ones were taken. */
  wider: string[];
  /** Two labels whose units differ: no ratio comes of 千円 over 百万円. */
  mixedUnits: string | null;
}

export function matchParts(
  wanted: readonly Wanted[],
  rows: readonly (readonly SheetValue[])[],
  years: 1 | 3,
): Matching {
  const matching: Matching = {
    matched: [],
    missing: [],
    leftOver: [],
    twice: [],
    unreadable: [],
    wider: [],
    mixedUnits: null,
  };
  rows.forEach((cells, row) => {
    const at = cells.findIndex((cell) => typeof cell === "string" && cell.trim() !== "" && !isAmount(cell));
    const label = at < 0 ? "" : String(cells[at]).trim();
    const columns = cells.flatMap((cell, column) => (column > at && isAmount(cell) ? [column] : []));
    const isFilled = cells.some((cell, column) => column > at && cell !== "");
    const part = label === "" ? undefined : wanted.find((each) => isCalled(each, label));
    if (part === undefined) {
      if (label !== "" && columns.length > 0) matching.leftOver.push(label);
    } else if (columns.length < years) {
      if (isFilled) matching.unreadable.push(label);
    } else if (matching.matched.some((match) => match.part === part.name)) {
      matching.twice.push(label);
    } else {
      const taken = columns.slice(0, years);
      if (columns.length > years) matching.wider.push(label);
      const values = taken.map((column) => amountText(cells[column] ?? ""));
      matching.matched.push({ part: part.name, label, values, row, columns: taken });
    }
  });
  const found = new Set(matching.matched.map(({ part }) => part));
  matching.missing = wanted
    .filter(({ name, optional = false }) => !optional && !found.has(name))
    .map(({ name }) => name);
  matching.mixedUnits = unitsOfLabels(matching.matched.map(({ label }) => label));
  return matching;
}

/** The name or one of its other names, whatever stands around it: ① 元利償還金の額（千円）. */
function isCalled({ name, aliases = [] }: Wanted, label: string): boolean {
  const written = partKey(label);
  return [name, ...aliases].some((each) => partKey(each) === written);
}

function isAmount(cell: SheetValue): boolean {
  if (typeof cell === "number") return Number.isFinite(cell);
  if (typeof cell !== "string") return false;
  const { kind } = parseTarget(cell);
  return kind === "number" || kind === "reduction";
}

function amountText(cell: SheetValue): string {
  return typeof cell === "string" ? cell.trim() : String(cell);
}
