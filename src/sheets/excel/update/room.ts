/** Free cells beside a table for what it gets more. */

import { type Area, areaName } from "../../address";
import type { CellValue } from "../../cell-values";
import type { Batch } from "../connection";
import type { Step } from "../step";
import { rollBack } from "../roll-back";

/**
 * In a request of its own: only when it is certain that cells were put in may they be taken out again, and only then may the
 * area be cleared.
 */
export async function makeRoom(
  { context, sync }: Batch,
  sheetName: string,
  area: Area,
  shift: "down" | "right",
): Promise<Step[]> {
  const address = areaName(area);
  const isFree = async (): Promise<boolean> => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address).load("formulas");
    await sync();
    return (range.formulas as CellValue[][]).every((cells) => cells.every((cell) => cell === ""));
  };
  if (await isFree()) return [];
  const direction = shift === "down" ? Excel.InsertShiftDirection.down : Excel.InsertShiftDirection.right;
  const step: Step = {
    kind: "deleteCells",
    sheet: sheetName,
    address,
    shift: shift === "down" ? "Up" : "Left",
  };
  try {
    context.workbook.worksheets.getItem(sheetName).getRange(address).insert(direction);
    await sync();
    return [step];
  } catch (error) {
    if (await isFree()) await rollBack({ context, sync }, [step]);
    throw error;
  }
}
