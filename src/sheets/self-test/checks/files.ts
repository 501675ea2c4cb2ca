/** What only a file that was saved and opened again, or one from elsewhere, can show: a person tries it. */

import type { AssumptionId } from "../../assumptions";
import type { ByHand } from "../check";

const byHand = (sentence: string): ByHand => ({ kind: "byHand", sentence });

export const fileChecks = {
  "inserted-names-follow": byHand(
    "ワークベンチで加須市の計画を読み込み、.xlsx で保存します。別のブックの［財政］で「企画課のブックを取り込む」からそのファイルを二度取り込み、［数式］→［名前の管理］に計画の名前があり、#REF! がないことを見ます。",
  ),
  "inserted-sheets-leave-nothing": byHand(
    "取り込んだ計画を［財政］の「取り除く」で取り除き、［名前の管理］とシートの一覧が取り込む前と同じことを見ます。",
  ),
  "sheet-properties-are-saved": byHand(
    "計画を取り込んだブックを保存して開き直し、［財政］に取り込み日とファイル名が出ることを見ます。",
  ),
  "add-in-functions-in-files": byHand(
    "ワークベンチで保存した .xlsx をアドインのある Excel で開き、達成率の列が =PLAN.RATE(…) のままで値が出ることを見ます。",
  ),
  "array-mark-in-files": byHand(
    "ワークベンチで =PLAN.TABLE(…) を入れて .xlsx で保存し、Excel で開いて、数式に中かっこも @ も付かずに広がることを見ます。",
  ),
  "drawings-in-files": byHand(
    "ワークベンチで計画を読み込み、コメントと図形を足して .xlsx で保存し、Excel で開いて、修復の断りが出ず、グラフ・図形・コメントが同じに見えることを見ます。",
  ),
} as const satisfies Partial<Record<AssumptionId, ByHand>>;
