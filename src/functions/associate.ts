/** Gives each function of the catalogue to Excel, turning refusals into Excel's own errors. */
import {
  type Answer,
  type Argument,
  type Definition,
  isRefusal,
  notThere,
  type Refusal,
  type Scalar,
} from "./definition";

function excelError(refusal: Refusal): CustomFunctions.Error {
  const code =
    refusal.refused === "#N/A"
      ? CustomFunctions.ErrorCode.notAvailable
      : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, refusal.message);
}

type Handed = Scalar | CustomFunctions.Error;

function hand(answer: Answer | Answer[][]): Handed | Handed[][] {
  if (!Array.isArray(answer)) {
    if (isRefusal(answer)) throw excelError(answer);
    return answer;
  }
  // Thousands of calls at a time answer with one cell: it is handed over as it is.
  if (isAllScalar(answer)) return answer;
  const only = answer.length === 1 && answer[0]?.length === 1 ? answer[0][0] : undefined;
  // Thrown, not returned: a single cell then shows the sentence in every version of Excel.
  if (isRefusal(only)) throw excelError(only);
  return answer.map((row) => row.map((cell) => (isRefusal(cell) ? excelError(cell) : cell)));
}

function isAllScalar(answer: Answer[][]): answer is Scalar[][] {
  for (const row of answer) for (const cell of row) if (typeof cell === "object") return false;
  return true;
}

/** A part of the add-in that loads when first needed did not come. */
function notLoaded(): never {
  throw excelError(
    notThere(
      "計画アドインの一部を読み込めませんでした。ネットワークを確かめて、リボンの「再計算」を押してください。",
    ),
  );
}

/**
 * What Excel calls for a function of the catalogue. Excel puts its invocation object behind the declared arguments; a body
 * never sees it. By number, because gathering and spreading them costs as much as the look-up itself.
 */
export function associationOf({ parameters, run }: Definition): Called {
  switch (parameters.length) {
    case 1:
      return (first) => whenReady(run(first));
    case 2:
      return (first, second) => whenReady(run(first, second));
    case 3:
      return (first, second, third) => whenReady(run(first, second, third));
    default:
      return (...given) => whenReady(run(...given.slice(0, parameters.length)));
  }
}

type Called = (...given: Argument[]) => Handed | Handed[][] | Promise<Handed | Handed[][]>;

function whenReady(answer: ReturnType<Definition["run"]>): ReturnType<Called> {
  if (Array.isArray(answer)) return hand(answer);
  return answer instanceof Promise ? answer.then(hand, notLoaded) : hand(answer);
}

export function associate(catalogue: readonly Definition[]): void {
  for (const definition of catalogue) CustomFunctions.associate(definition.id, associationOf(definition));
}
