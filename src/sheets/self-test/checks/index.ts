/** Every entry of assumptions.ts and how the self-test finds out, by id. An entry without a check does not compile, nor does a check without an entry. */

import { type AssumptionId } from "../../assumptions";
import { type AssumptionCheck } from "../check";
import { cellChecks } from "./cells";
import { functionChecks } from "./functions";
import { sheetChecks } from "./sheets";
import { tableChecks } from "./tables";

export const assumptionChecks: Readonly<Record<AssumptionId, AssumptionCheck>> = {
  ...cellChecks,
  ...tableChecks,
  ...sheetChecks,
  ...functionChecks,
};
