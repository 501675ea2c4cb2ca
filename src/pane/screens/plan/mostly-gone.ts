/** An update that would leave most of a plan behind: a part of it was chosen for the whole, nearly always by mistake. */
import { type ReloadPreview } from "../../../sheets";

/** `rows`: how many the plan has now, an indicator in each. null: nothing to warn of. */
export function mostlyGone({ gone }: Pick<ReloadPreview, "gone">, rows: number): string | null {
  if (gone.length === 0 || gone.length * 2 <= rows) return null;
  return `計画の行の半分より多い ${gone.length}行が、なくなる行になります。一部の担当課だけの表ではありませんか。実績値だけを入れるなら、計画の一覧の「実績値を取り込む」を使ってください。`;
}
