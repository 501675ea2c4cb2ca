/** The public surface of the sheets: what the pane and the functions may ask of the workbook. */

export type { Answer, Reason, Refusal } from "./answer";
export type * from "./contract";
export type { Operations } from "./operations";
export { readPlanTable, type TableContext, type TableReading } from "./reading/plan-table";
