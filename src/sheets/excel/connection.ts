/** The one way into Excel: opens a batch, one operation at a time, and turns whatever the host refuses into a reason with a sentence. */

import { type Answer, type Reason, type Refusal, refuse } from "../answer";

/** The newest member used without a fallback is Table.resize. */
export const REQUIRED_API = "1.13";
/** Below Excel's 5 MB with room for what office.js adds. */
export const LARGEST_REQUEST = 3_000_000;

let running = false;
/** Our own writes must not be told as somebody's edits. */
export function isWriting(): boolean {
  return running;
}

export function isSupported(version: string): boolean {
  if (typeof Office === "undefined") return true;
  const requirements: Office.RequirementSetSupport | undefined = Office.context?.requirements;
  return requirements === undefined || requirements.isSetSupported("ExcelApi", version);
}

export interface Batch {
  context: Excel.RequestContext;
  /** Sends what is queued. */
  sync(): Promise<void>;
}

export function batchOf(context: Excel.RequestContext): Batch {
  return { context, sync: () => context.sync().then(() => undefined) };
}

/** Reads may run beside each other; `alone` is for what writes, and answers a second click with `busy`. */
export async function withExcel<Done extends object>(
  work: (batch: Batch) => Promise<Answer<Done>>,
  options: { alone?: boolean; mergeUndo?: boolean } = {},
): Promise<Answer<Done>> {
  if (typeof Excel === "undefined") return refuse("noExcel");
  if (!isSupported(REQUIRED_API)) return refuse("olderExcel");
  if (options.alone === true && running) return refuse("busy");
  if (options.alone === true) running = true;
  const runOptions: Excel.RunOptions = { delayForCellEdit: true };
  if (options.mergeUndo === true && isSupported("1.20")) Object.assign(runOptions, { mergeUndoGroup: true });
  const answer = await answered(() => Excel.run(runOptions, (context) => work(batchOf(context))));
  if (options.alone === true) running = false;
  return answer;
}

async function answered<Done extends object>(run: () => Promise<Answer<Done>>): Promise<Answer<Done>> {
  try {
    return await run();
  } catch (error) {
    return refusalFor(error);
  }
}

const reasons: Record<string, Reason> = {
  InvalidOperationInCellEditMode: "cellEditing",
  AccessDenied: "protectedSheet",
  ItemAlreadyExists: "nameTaken",
  InvalidOrTimedOutSession: "lostConnection",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  ApiNotFound: "olderExcel",
  NotImplemented: "olderExcel",
  MergedRangeConflict: "occupied",
  InsertDeleteConflict: "occupied",
  NonBlankCellOffSheet: "occupied",
};

/** Thrown where a request failed and what it had written is taken back. */
export class TakenBack extends Error {
  constructor(readonly failure: unknown) {
    super("taken back");
  }
}

/** What Excel itself said comes first; where it said nothing of use, what became of the workbook does. */
export function refusalFor(error: unknown): Refusal {
  if (!(error instanceof TakenBack)) return refuse(reasonOf(error), detailOf(error));
  const reason = reasonOf(error.failure);
  return refuse(reason === "lostConnection" ? "undone" : reason, detailOf(error.failure));
}

export function reasonOf(error: unknown): Reason {
  return reasons[codeOf(error)] ?? "lostConnection";
}

export function codeOf(error: unknown): string {
  return saidBy(error).code;
}

/** For whoever reports the fault: Excel's own words and the member that failed. */
export function detailOf(error: unknown): string[] {
  const { message, errorLocation } = saidBy(error);
  return [message, errorLocation].filter((words) => words !== "");
}

/** office.js throws errors of its own making; a page with a fault in it may throw anything. */
function saidBy(error: unknown): { code: string; message: string; errorLocation: string } {
  const { code = "", message = String(error), debugInfo } = Object(error) as ExcelFault;
  const { errorLocation = "" } = Object(debugInfo) as NonNullable<ExcelFault["debugInfo"]>;
  return { code, message, errorLocation };
}

interface ExcelFault {
  code?: string;
  message?: string;
  debugInfo?: { errorLocation?: string };
}
