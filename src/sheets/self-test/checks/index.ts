/** Every entry of assumptions.ts and how the self-test finds out, by id. An entry without a check does not compile. */

import { type AssumptionId } from "../../assumptions";
import { type AssumptionCheck } from "../check";
import { cellChecks } from "./cells";
import { fileChecks } from "./files";
import { functionChecks } from "./functions";
import { hiddenPartChecks } from "./hidden-parts";
import { sheetChecks } from "./sheets";
import { tableChecks } from "./tables";

export const assumptionChecks: Readonly<Record<AssumptionId, AssumptionCheck>> = {
  ...cellChecks,
  ...tableChecks,
  ...hiddenPartChecks,
  ...sheetChecks,
  ...functionChecks,
  ...fileChecks,
};
