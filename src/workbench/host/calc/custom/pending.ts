/** Calls whose answer comes later, or again and again. */
import type { CallSite } from "../surface";
import type { CellValue, Matrix } from "../values";
import type { FunctionMetadata } from "./definition";

/** What a call has given so far: a promise is busy until it settles; a stream speaks again and again. */
export interface Pending {
  state: { readonly kind: "waiting" } | { readonly kind: "answered"; readonly value: CellValue | Matrix };
  cancel(): void;
}

export interface Calls {
  /** The answer kept for a call, when its promise was already out. */
  pending(site: CallSite, part: number): Pending | undefined;
  keep(site: CallSite, part: number, pending: Pending): void;
  /** A promise settled or a stream spoke. */
  answered(site: CallSite): void;
}

/** What the add-in finds behind its declared arguments. */
export interface Invocation {
  readonly functionName: string;
  readonly isInValuePreview: boolean;
  address?: string;
  parameterAddresses?: (string | undefined)[];
  setResult?: (value: unknown) => void;
  onCanceled?: () => void;
}

/** A call whose answer comes later, or again and again; told when it is no longer wanted, if it asked for that. */
export function pendingCall(
  { options }: FunctionMetadata,
  invocation: Invocation,
  site: CallSite,
  calls: Calls,
) {
  let current = true;
  const pending: Pending = {
    state: { kind: "waiting" },
    cancel() {
      if (!current) return;
      current = false;
      // A promise that has given its answer has nothing left to stop; a stream goes on until it is told.
      if (options?.stream || (options?.cancelable && pending.state.kind === "waiting"))
        invocation.onCanceled?.();
    },
  };
  const answer = (value: CellValue | Matrix) => {
    if (!current) return;
    pending.state = { kind: "answered", value };
    calls.answered(site);
  };
  return { pending, answer };
}
