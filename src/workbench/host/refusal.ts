/** The reasons for which Excel refuses a request, with the codes and the sentences programs see. */

const MESSAGES = {
  AccessDenied: "You cannot perform the requested operation.",
  ActivityLimitReached: "Activity limit has been reached.",
  ApiNotFound:
    "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  BadPassword: "The password you supplied is incorrect.",
  Conflict: "Request could not be processed because of a conflict.",
  EmptyChartSeries: "The attempted operation failed because the chart series is empty.",
  FilteredRangeConflict: "The attempted operation causes a conflict with a filtered range.",
  FormulaLengthExceedsLimit: "The bytecode of the applied formula exceeds the maximum length limit.",
  GeneralException: "There was an internal error while processing the request.",
  InactiveWorkbook:
    "The operation failed because multiple workbooks are open and the workbook being called by this API has lost focus.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidBinding: "This object binding is no longer valid due to previous updates.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidOrTimedOutSession:
    "Your Office Online session has expired or is invalid. To continue, refresh the page.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidRequest: "Cannot process the request.",
  InvalidSelection: "The current selection is invalid for this operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict:
    "Cannot complete the operation: a table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
  NonBlankCellOffSheet:
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet. These non-empty cells might appear empty but have blank values, some formatting, or a formula. Delete enough rows or columns to make room for what you want to insert and then try again.",
  NotImplemented: "The requested feature isn't implemented.",
  OperationCellsExceedLimit: "The attempted operation affects more than the limit of 33554000 cells.",
  RangeExceedsLimit: "The cell count in the range has exceeded the maximum supported number.",
  RequestAborted: "The request was aborted during run time.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  UndoNotSupported: "This API can't be used in a merged undo group.",
  UnsupportedOperation: "The operation attempted is not supported.",
} as const;

export type RefusalCode = keyof typeof MESSAGES;

const HTTP_STATUS: Partial<Record<RefusalCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  Conflict: 409,
  GeneralException: 500,
  InvalidOrTimedOutSession: 408,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
};

/** Thrown inside the host, answered to office.js as the request's error. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string = MESSAGES[code],
  ) {
    super(message);
    this.name = "Refusal";
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.code] ?? 400;
  }
}

export const refuse = (code: RefusalCode, message?: string): never => {
  throw new Refusal(code, message);
};

export const messageOf = (code: RefusalCode): string => MESSAGES[code];
