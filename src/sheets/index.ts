/** The public surface of the sheets: what the pane and the functions may ask of the workbook. */

export type { Answer, Reason, Refusal } from "./answer";
export type * from "./contract";
