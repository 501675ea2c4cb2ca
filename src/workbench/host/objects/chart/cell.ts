/** The text of the cell that a formula of a chart's part points at: `=Sheet1!$A$1`. */
import { sheetIn } from "../../model/draft";
import { styleAt } from "../../model/looks/effective";
import { cellAt } from "../../model/cells/grid";
import { cellsOf } from "../../model/cells/rectangle";
import { styleValue } from "../../model/looks/style";
import { textOf } from "../../model/cells/text";
import { refuse } from "../../refusal";
import type { Turn } from "../../wire/object-type";
import { cellsOfRange, placeOfFormula } from "../range/address";

export const textOfCell = ({ draft }: Turn, sheet: string, formula: string): string => {
  const place = placeOfFormula(draft.book, formula, sheet) ?? refuse("InvalidArgument");
  const area = cellsOfRange(place);
  if (cellsOf(area) !== 1) return refuse("InvalidArgument");
  const home = sheetIn(draft, place.sheet);
  const format = styleValue(styleAt(home, area.top, area.left), "numberFormat");
  return textOf(cellAt(home.grid, area.top, area.left)?.value ?? null, format);
};
