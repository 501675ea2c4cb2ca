/** How the common API is called and answers: options before the callback, both may be left out, and the answer always comes later. */
import { Refusal } from "../refusal";
import { Problem, type ProblemCode } from "./problem";

export interface AsyncResult {
  readonly status: "succeeded" | "failed";
  readonly value: unknown;
  readonly error: { readonly code: number; readonly name: string; readonly message: string } | undefined;
  readonly asyncContext: unknown;
}

export type Callback = (result: AsyncResult) => void;
export type Handler = (event: unknown) => void;
export type Options = Readonly<Record<string, unknown>>;

const isOptions = (given: unknown): given is Options =>
  typeof given === "object" && given !== null && !Array.isArray(given);

export const optionsIn = (given: readonly unknown[]): Options => given.find(isOptions) ?? {};

/** The last function is the callback; where a handler comes first, it is none of these. */
export const callbackIn = (given: readonly unknown[]): Callback | undefined => {
  const functions = given.filter((each): each is Callback => typeof each === "function");
  const named = optionsIn(given)["callback"];
  return functions.at(-1) ?? (typeof named === "function" ? (named as Callback) : undefined);
};

/** Excel's own refusals in the numbers of the common API. */
const OF_REFUSAL: Readonly<Partial<Record<Refusal["code"], ProblemCode>>> = {
  AccessDenied: 5002,
  ItemNotFound: 7002,
  InvalidArgument: 5010,
  MergedRangeConflict: 2003,
};

const asProblem = (thrown: unknown): Problem => {
  if (thrown instanceof Problem) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem(thrown instanceof Refusal ? (OF_REFUSAL[thrown.code] ?? 5001) : 5001, message);
};

/** Answers `given`'s callback with what `work` gives or why it could not. */
export const answer = (given: readonly unknown[], work: () => unknown): void => {
  const callback = callbackIn(given);
  const { asyncContext } = optionsIn(given);
  const say = (result: Omit<AsyncResult, "asyncContext">) => {
    if (callback) setTimeout(() => callback({ ...result, asyncContext }), 0);
  };
  // What is wrong with the arguments is found at once, what the workbook says comes when it is its turn.
  void (async () => work())().then(
    (value) => say({ status: "succeeded", value, error: undefined }),
    (thrown: unknown) => {
      const { code, name, message } = asProblem(thrown);
      say({ status: "failed", value: undefined, error: { code, name, message } });
    },
  );
};
