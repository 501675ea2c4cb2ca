/** Gives each function of the catalogue to Excel, turning refusals into Excel's own errors. */
import { type Answer, type Argument, type Definition, isRefusal, notThere, type Refusal } from "./definition";

function excelError(refusal: Refusal): CustomFunctions.Error {
  const code =
    refusal.refused === "#N/A"
      ? CustomFunctions.ErrorCode.notAvailable
      : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, refusal.message);
}

type Handed = Exclude<Answer, Refusal> | CustomFunctions.Error;

function hand(answer: Answer | Answer[][]): Handed | Handed[][] {
  if (!Array.isArray(answer)) {
    if (isRefusal(answer)) throw excelError(answer);
    return answer;
  }
  const only = answer.length === 1 && answer[0]?.length === 1 ? answer[0][0] : undefined;
  // Thrown, not returned: a single cell then shows the sentence in every version of Excel.
  if (isRefusal(only)) throw excelError(only);
  return answer.map((row) => row.map((cell) => (isRefusal(cell) ? excelError(cell) : cell)));
}

/** A part of the add-in that loads when first needed did not come. */
function notLoaded(): never {
  throw excelError(
    notThere(
      "計画アドインの一部を読み込めませんでした。ネットワークを確かめて、リボンの「再計算」を押してください。",
    ),
  );
}

export function associate(catalogue: readonly Definition[]): void {
  for (const definition of catalogue) {
    CustomFunctions.associate(definition.id, (...given: Argument[]) => {
      // Excel puts its invocation object behind the declared arguments; a body never sees it.
      const answer = definition.run(...given.slice(0, definition.parameters.length));
      return answer instanceof Promise ? answer.then(hand, notLoaded) : hand(answer);
    });
  }
}
