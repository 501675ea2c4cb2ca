/** What a block is made of, where it matters for its place. */
import { type Block } from "../../../sheets";

export function hasFormulas({ cells }: Block): boolean {
  return firstFormula({ cells }) !== null;
}

/** The first formula, as an example of what will stand in the cells. */
export function firstFormula({ cells }: Block): string | null {
  for (const row of cells)
    for (const cell of row)
      if (typeof cell === "object" && cell !== null && "formula" in cell && cell.formula !== "")
        return cell.formula;
  return null;
}
