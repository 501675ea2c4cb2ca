/** The public surface of the sheets: what the pane and the functions may ask of the workbook. */

export type { Answer, Reason, Refusal } from "./answer";
export type * from "./contract";
export type { Operations } from "./operations";
export { insertBlock, previewInsert } from "./excel/insert";
export { loadPlan, previewLoad } from "./excel/load";
export { readPlans } from "./excel/read";
export { previewReload, recordRevision, reloadPlan } from "./excel/reload";
export { previewRemove, removePlan } from "./excel/remove";
export { undoable, undoLast } from "./excel/undo";
export { readPlanTable, type TableContext, type TableReading } from "./reading/plan-table";
export { readScale } from "./scale-table";
