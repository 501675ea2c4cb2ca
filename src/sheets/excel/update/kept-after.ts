/** The kept copy after an update, in a sheet of its own: the one of before goes last of all, and until then the update is not complete. */

import type { Plan } from "../../../plan/plan";
import type { Kept, KeptNames } from "../../kept";
import { keptSheet } from "../../layout/kept-sheet";
import { freeName, freeSheetName } from "../../legal-names";
import { piecesOf } from "../draw";
import type { Found } from "../found";
import { beginSheet, finishSheet, UNFINISHED_MARK, withMark } from "../half-made";
import { today } from "../today";
import type { Writing } from "./changes";

/** A copy that is being made, as its sheet is called before it has its mark. */
export interface NextKept extends Kept {
  begunAs: string;
}

export function keptAfter({ survey, found }: Found, plan: Plan): NextKept {
  const { kept, table, scaleTable, planName } = found;
  const plain = planName ?? table.sheet;
  const before: KeptNames = kept?.names ?? {
    version: 1,
    serial: 0,
    table: table.name,
    scaleTable: scaleTable?.name ?? "",
    name: plain,
    keptTable: "",
    sheets: { plan: table.sheet, summary: "", kept: "" },
    loadedOn: "",
  };
  const taken = survey.sheets.map(({ name }) => name);
  const names: KeptNames = {
    ...before,
    table: table.name || before.table,
    serial: before.serial + 1,
    keptTable: freeName(`控え_${plain}`, survey.takenNames),
    sheets: { ...before.sheets, kept: freeSheetName(`控え（${table.sheet}）`, taken) },
    loadedOn: today(),
  };
  return { plan, names, begunAs: freeSheetName(UNFINISHED_MARK, taken) };
}

export function replaceKept(
  writing: Writing,
  workbook: Excel.Workbook,
  { keptTable, staleKept }: Found["found"],
  next: NextKept,
): void {
  const spec = keptSheet(next);
  for (const sheet of [spec.name, next.begunAs]) writing.undo({ kind: "deleteSheet", sheet });
  writing.act(0, () => beginSheet(workbook, spec.name, next.begunAs));
  for (const piece of piecesOf(withMark(spec)))
    writing.act(piece.bytes, () => piece.draw(workbook.worksheets.getItem(spec.name)));
  writing.completing.push(() => {
    finishSheet(workbook.worksheets.getItem(spec.name), spec);
    for (const old of [keptTable, ...staleKept])
      if (old !== null) workbook.worksheets.getItemOrNullObject(old.sheet).delete();
  });
}
