/** The public surface of the sheets: what the pane and the functions may ask of the workbook. */

import { bringWorkbook, broughtWorkbooks, removeBrought } from "./excel/brought";
import { plansInFile } from "./excel/file-plans";
import { readAccepted, writeFindings } from "./excel/findings";
import { insertBlock, previewInsert } from "./excel/insert";
import { loadPlan, previewLoad } from "./excel/load";
import { mendCells } from "./excel/mend";
import { setMethods } from "./excel/methods";
import { readPlans } from "./excel/read";
import { recalculate, refreshUnseen } from "./excel/recalculate";
import { recordRevision } from "./excel/record";
import { previewReload, reloadPlan } from "./excel/reload";
import { previewRemove, removePlan } from "./excel/remove";
import { repairPlan } from "./excel/repair";
import { setEvaluationYear, writeScale } from "./excel/settings";
import { selectAddress, selection, selectPlace, showYear } from "./excel/show";
import { undoable, undoLast } from "./excel/undo";
import { watchPlans } from "./excel/watch";
import type { Operations } from "./operations";

export type { Answer, Reason, Refusal } from "./answer";
export type * from "./contract";
export type { MethodChange } from "./excel/methods";
export type { Operations } from "./operations";
export { isWriting } from "./excel/connection";
export { isUnseen } from "./plan-calls";
export { readPlanTable, type TableReading } from "./reading/plan-table";
export type { TableContext } from "./reading/table-context";
export { readScale } from "./scale-table";
export { unfolded } from "./selection/unfold";
export { ASSUMPTIONS, type Assumption } from "./assumptions";

/** All intentions in one place, for whoever passes them on. */
export const operations = {
  previewLoad,
  loadPlan,
  previewReload,
  reloadPlan,
  previewRemove,
  removePlan,
  readPlans,
  plansInFile,
  bringWorkbook,
  broughtWorkbooks,
  removeBrought,
  watchPlans,
  showYear,
  selectPlace,
  selectAddress,
  setEvaluationYear,
  writeScale,
  setMethods,
  mendCells,
  writeFindings,
  readAccepted,
  recordRevision,
  previewInsert,
  insertBlock,
  recalculate,
  refreshUnseen,
  undoLast,
  undoable,
  selection,
  repairPlan,
} satisfies Operations;

export {
  bringWorkbook,
  broughtWorkbooks,
  insertBlock,
  loadPlan,
  mendCells,
  plansInFile,
  previewInsert,
  previewLoad,
  previewReload,
  previewRemove,
  readAccepted,
  readPlans,
  recalculate,
  recordRevision,
  refreshUnseen,
  reloadPlan,
  removeBrought,
  removePlan,
  repairPlan,
  selectAddress,
  selection,
  selectPlace,
  setEvaluationYear,
  setMethods,
  showYear,
  undoable,
  undoLast,
  watchPlans,
  writeFindings,
  writeScale,
};
