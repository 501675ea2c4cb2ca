/** Everything that is fuzzed. */
import { csvBytes } from "./csv-bytes";
import { functionArguments } from "./function-arguments";
import type { Fuzzed } from "./fuzzed";
import { planFiles } from "./plan-files";
import { requestFaults } from "./request-faults";
import { orderlyEdits, unrulyEdits } from "./sheet-edits";
import { texts } from "./texts";

export const fuzzed: readonly Fuzzed[] = [
  planFiles,
  texts,
  csvBytes,
  orderlyEdits,
  unrulyEdits,
  functionArguments,
  requestFaults,
];
