/** The 点検 sheet: all findings for the record, with who accepted what and why. */
import { type Answer, type Operations } from "../../sheets";
import { type AcceptanceChange, type Checked, recordRows } from "../screens/check/record";
import { book } from "../state/book";
import { findings, refreshAccepted } from "../state/findings";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function writeFindings(): Promise<Undertaken<{ sheet: string; rows: number }>> {
  return undertake(
    "点検シートに記録",
    async () => recordWith(await workbook(), null),
    ({ sheet, rows }) => `点検の結果 ${rows}件を「${sheet}」シートに記録しました。`,
  );
}

/** Reads what the sheet says was accepted, changes that, and writes the whole list anew. */
export async function recordWith(
  sheets: Pick<Operations, "readAccepted" | "writeFindings">,
  change: AcceptanceChange | null,
): Promise<Answer<{ sheet: string; rows: number }>> {
  const before = await sheets.readAccepted();
  if (!before.ok) return before;
  const rows = recordRows(checkedNow(), before.findings, change);
  const written = await sheets.writeFindings(rows);
  if (!written.ok) return written;
  await refreshAccepted(sheets);
  return { ok: true, sheet: written.sheet, rows: rows.length };
}

function checkedNow(): Checked[] {
  const { byPlan } = findings.get();
  return book.get().plans.flatMap((plan) => {
    const found = byPlan?.get(plan.plan.id);
    return found === undefined ? [] : [{ plan, findings: found }];
  });
}
