/** Every function of the catalogue with whatever a person hands to it, and with tables a hand slipped in. */
import fc from "fast-check";
import { catalogue } from "../../src/functions/catalogue";
import type { Argument } from "../../src/functions/definition";
import { forgetWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import { anyArgument, expectSentenceOrValue, spoiltTable } from "../functions/any-arguments";
import type { Fuzzed } from "./fuzzed";

const argument: fc.Arbitrary<Argument> = fc.oneof(
  { weight: 3, arbitrary: anyArgument },
  { weight: 1, arbitrary: spoiltTable },
);

export const functionArguments: Fuzzed = {
  name: "function-arguments",
  drawn: "16 の関数に、文字・数・空白・エラー値・範囲・崩れた計画表と尺度表を、6 個まで",
  holds: "例外はなく、有限の数か文字か真偽か、日本語の文つきの #VALUE!・#N/A になる",
  property: () => {
    forgetWorkbookPlans();
    return fc.asyncProperty(
      fc.constantFrom(...catalogue),
      fc.array(argument, { maxLength: 6 }),
      expectSentenceOrValue,
    );
  },
  runs: 300,
};
