/** Columns that have to hold something while formulas of 再掲 rows are written, lest Excel takes a formula for the whole column's. */

import { type Area, areaName } from "../../address";
import { textOf } from "../../cell-values";
import { columnKey, isDerived } from "../../columns";
import { HOLDER } from "../../layout/plan-formulas";
import type { Found } from "../found";
import type { Changes, Writing } from "./changes";
import { blankLook } from "./looks";

/** As when loading: no formula of a 再掲 row may enter a column that is otherwise empty. */
export function heldPlaces(
  { writes, newRows, columns }: Changes,
  { table, reading }: Found["found"],
): { row: number; position: number }[] {
  const { header } = reading;
  const formulaAt = new Set(
    writes.filter(({ content }) => content.kind === "formula").map(({ position }) => position),
  );
  for (const { contents } of newRows) {
    columns.forEach((column, index) => {
      const position = header.at.get(columnKey(column));
      if (contents[index]?.kind === "formula" && position !== undefined) formulaAt.add(position);
    });
  }
  const originalAt = header.at.get("original");
  const own = table.matrix.flatMap((cells, row) =>
    row > header.row && (originalAt === undefined || textOf(cells[originalAt]) === "") ? [row] : [],
  );
  return [...formulaAt].flatMap((position) => {
    const column = header.columns[position];
    const [row] = own;
    if (column === null || column === undefined || isDerived(column) || row === undefined) return [];
    return own.every((each) => textOf(table.matrix[each]?.[position]) === "") ? [{ row, position }] : [];
  });
}

/** `cells`: each without content, as they are again in the end. */
export function hold(
  writing: Writing,
  sheet: Excel.Worksheet,
  sheetName: string,
  cells: readonly Area[],
): { release(): void } {
  const write = (area: Area, text: string) => (): void => {
    sheet.getRange(areaName(area)).values = [[text]];
  };
  for (const area of cells) {
    const address = areaName(area);
    writing.undo({ kind: "restore", sheet: sheetName, address, formulas: [[""]], formats: [[null]] });
    writing.write(blankLook(sheetName, area), 0, write(area, HOLDER));
  }
  return {
    release: () => {
      for (const area of cells) writing.act(0, write(area, ""));
    },
  };
}
