/** The errors of cells by the names that a data type of kind Error carries. */
import type { ErrorCode } from "../../formula/shapes";

export const errorTypes: Readonly<Partial<Record<ErrorCode, string>>> = {
  "#NULL!": "Null",
  "#DIV/0!": "Div0",
  "#VALUE!": "Value",
  "#REF!": "Ref",
  "#NAME?": "Name",
  "#NUM!": "Num",
  "#N/A": "NotAvailable",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
  "#FIELD!": "Field",
  "#BLOCKED!": "Blocked",
  "#CONNECT!": "Connect",
  "#GETTING_DATA": "GettingData",
  "#BUSY!": "Busy",
};
