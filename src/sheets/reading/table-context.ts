/** What is known of a plan before its table is read. */

import type { Plan } from "../../plan/plan";

export interface TableContext {
  /** The plan as loaded, where the workbook still has its kept copy. */
  base: Plan | null;
  /** What is known about the plan otherwise: 設定, or the argument of a function. */
  about?: Partial<Pick<Plan, "id" | "municipality" | "code" | "title" | "period" | "source">>;
  /** Where the matrix stands, for addresses. */
  origin?: { sheet: string; row: number; column: number };
}
