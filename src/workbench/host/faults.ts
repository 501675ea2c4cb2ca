/** Things that go wrong in real life, on demand: for tests of programs that must survive them. */
import type { RefusalCode } from "./refusal";
import { ACTION, type RequestBody } from "./wire/message";

export type When =
  | { readonly kind: "before" }
  | { readonly kind: "after" }
  /** Actions before the index are applied, it and the rest are not. */
  | { readonly kind: "between"; readonly action: number }
  /** So many properties are set and methods called, the next one is not. */
  | { readonly kind: "afterWrites"; readonly writes: number };

export interface Failure {
  /** 1 is the next request. */
  readonly request: number;
  readonly when: When;
  readonly code?: RefusalCode;
  readonly message?: string;
}

export interface Faults {
  /** The n-th request from now fails. */
  fail(failure: Failure): void;
  /** Every answer takes so long. */
  delay(milliseconds: number): void;
  /** A person is typing in a cell: requests wait (`delayForCellEdit`) or are refused. */
  editCell(editing: boolean): void;
  /** The session with the server is gone: every request fails. */
  loseSession(lost: boolean): void;
  clear(): void;
}

export interface FaultState extends Faults {
  readonly milliseconds: number;
  readonly lost: boolean;
  readonly editing: boolean;
  /** Resolves when nobody types any more. */
  edited(): Promise<void>;
  /** Called once for each request: the failure meant for it. */
  next(): Failure | undefined;
}

export const createFaults = (): FaultState => {
  let failures: Failure[] = [];
  let count = 0;
  let milliseconds = 0;
  let lost = false;
  let editing = false;
  let waiting: (() => void)[] = [];
  const endEdit = () => {
    editing = false;
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  return {
    fail: (failure) => {
      failures.push({ ...failure, request: failure.request + count });
    },
    delay: (length) => {
      milliseconds = length;
    },
    editCell: (now) => {
      if (now) editing = true;
      else endEdit();
    },
    loseSession: (now) => {
      lost = now;
    },
    clear: () => {
      failures = [];
      milliseconds = 0;
      lost = false;
      endEdit();
    },
    get milliseconds() {
      return milliseconds;
    },
    get lost() {
      return lost;
    },
    get editing() {
      return editing;
    },
    edited: () => (editing ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    next: () => {
      count++;
      const found = failures.find(({ request }) => request === count);
      failures = failures.filter((failure) => failure !== found);
      return found;
    },
  };
};

const isWrite = ({ ActionType, Name }: RequestBody["Actions"][number]): boolean =>
  ActionType === ACTION.setProperty ||
  ActionType === ACTION.update ||
  (ActionType === ACTION.method && !Name.startsWith("_"));

/** Whether a failure meant to come in the middle of a request comes before this action. */
export const breaksAt = ({ when }: Failure, body: RequestBody, index: number): boolean => {
  switch (when.kind) {
    case "between":
      return index === when.action;
    case "afterWrites": {
      const action = body.Actions[index];
      return (
        action !== undefined &&
        isWrite(action) &&
        body.Actions.slice(0, index).filter(isWrite).length === when.writes
      );
    }
    case "before":
    case "after":
      return false;
  }
};
