/** The layouts that are known, in the order in which a tie is decided. */

import { csv } from "./csv";
import { evaluationTable } from "./evaluation-table";
import { goalArrow } from "./goal-arrow";
import { indicatorTable } from "./indicator-table";
import type { Layout } from "./layout";
import { planBook } from "./plan-book/layout";

export const layouts: readonly Layout[] = [planBook, evaluationTable, indicatorTable, goalArrow, csv];
