/** The kept copy after an update, in a sheet of its own: the one of before goes last of all, and until then the update is not complete. */

import type { Plan } from "../../../plan/plan";
import type { Kept, KeptNames } from "../../kept-copy";
import { keptSheet } from "../../layout/kept-sheet";
import { freeName, freeSheetName } from "../../legal-names";
import { piecesOf } from "../draw";
import type { Found } from "../found";
import { today } from "../today";
import type { Writing } from "./changes";

export function keptAfter({ survey, found }: Found, plan: Plan): Kept {
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
  return { plan, names };
}

export function replaceKept(
  writing: Writing,
  workbook: Excel.Workbook,
  { keptTable, staleKept }: Found["found"],
  next: Kept,
): void {
  const spec = keptSheet(next);
  writing.undo({ kind: "deleteSheet", sheet: spec.name });
  writing.act(0, () => {
    workbook.worksheets.add(spec.name).visibility = Excel.SheetVisibility.veryHidden;
  });
  for (const piece of piecesOf(spec))
    writing.act(piece.bytes, () => piece.draw(workbook.worksheets.getItem(spec.name)));
  writing.act(0, () => {
    workbook.worksheets.getItem(spec.name).visibility = Excel.SheetVisibility.hidden;
  });
  for (const old of [keptTable, ...staleKept]) {
    if (old !== null) writing.act(0, () => workbook.worksheets.getItemOrNullObject(old.sheet).delete());
  }
}
