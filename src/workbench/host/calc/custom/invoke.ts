/** One call of an add-in's function with everything ready for it: its answer, or that it is out. */
import { columnLetters, quoteSheet } from "../../formula/address";
import type { CallSite, CustomArgument, Place, Surface } from "../surface";
import { type CellValue, failure, type Matrix } from "../values";
import { answerFrom, errorFrom, isThenable } from "./answer";
import type { Association, FunctionMetadata } from "./definition";
import { type Calls, type Invocation, pendingCall } from "./pending";
import type { Loan } from "./range-argument";

export interface Invoked {
  readonly metadata: FunctionMetadata;
  readonly association: Association;
  readonly given: readonly CustomArgument[];
  readonly site: CallSite;
  readonly surface: Surface;
  readonly calls: Calls;
  /** The ranges among the arguments. */
  readonly loans: readonly Loan[];
}

function printPlace(place: Place, surface: Surface): string {
  const cell = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;
  const first = cell(place.top, place.left);
  const last = cell(place.bottom, place.right);
  return `${quoteSheet(surface.sheetName(place.sheet))}!${first === last ? first : `${first}:${last}`}`;
}

function invocationOf({ metadata, given, site, surface }: Invoked): Invocation {
  const invocation: Invocation = { functionName: metadata.name, isInValuePreview: false };
  const { home } = site;
  if (metadata.options?.requiresAddress)
    invocation.address = printPlace(
      { sheet: home.sheet, top: home.row, bottom: home.row, left: home.column, right: home.column },
      surface,
    );
  if (metadata.options?.requiresParameterAddresses)
    invocation.parameterAddresses = given.map(({ place }) => place && printPlace(place, surface));
  return invocation;
}

/** `part` counts the calls that one formula's call makes of its cells. */
export function invoke(call: Invoked, row: readonly unknown[], part: number): CellValue | Matrix {
  const { metadata, association, site, calls, loans } = call;
  const before = calls.pending(site, part);
  if (before) return before.state.kind === "waiting" ? failure("#BUSY!") : before.state.value;
  const invocation = invocationOf(call);
  const stream = metadata.options?.stream ? pendingCall(metadata, invocation, site, calls) : undefined;
  if (stream)
    invocation.setResult = (value) =>
      stream.answer(value instanceof Error ? errorFrom(value) : answerFrom(value));
  let result: unknown;
  try {
    // The library's type says what no caller can know: the arguments are the document's.
    result = (association as (...given: readonly unknown[]) => unknown)(...row, invocation);
  } catch (thrown) {
    return errorFrom(thrown);
  }
  if (stream) {
    calls.keep(site, part, stream.pending);
    return stream.pending.state.kind === "answered" ? stream.pending.state.value : failure("#BUSY!");
  }
  if (!isThenable(result)) {
    const answer = answerFrom(result);
    // What goes on after its call, or failed in it, keeps what it was given.
    for (const loan of loans) loan.giveBack();
    return answer;
  }
  const { pending, answer } = pendingCall(metadata, invocation, site, calls);
  calls.keep(site, part, pending);
  result.then(
    (value) => answer(answerFrom(value)),
    (thrown: unknown) => answer(errorFrom(thrown)),
  );
  return failure("#BUSY!");
}
