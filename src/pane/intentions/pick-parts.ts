/** シートから拾う: the parts of a 財政指標 out of the selected list of names and amounts. */
import { done, refuse } from "../../sheets/answer";
import { type SelectionReading } from "../../sheets";
import { matchParts, type Matching, type Wanted } from "../screens/fiscal/part-matching";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function pickParts(
  wanted: readonly Wanted[],
  years: 1 | 3,
): Promise<Undertaken<{ matching: Matching; selection: SelectionReading }>> {
  return undertake("シートから拾う", async () => {
    const answer = await (await workbook()).selection();
    if (!answer.ok) return answer;
    const { selection } = answer;
    const matching = matchParts(wanted, selection.values, years);
    if (matching.mixedUnits !== null)
      return refuse(
        "notReadable",
        [selection.address],
        `${matching.mixedUnits}の単位が違います。同じ単位の金額にそろえてから選んでください。入力欄はそのままです。`,
      );
    if (matching.matched.length > 0) return done({ matching, selection });
    const names = wanted.map(({ name }) => name).join("、");
    return refuse(
      "notReadable",
      [selection.address],
      `選んだ範囲に、要素の名称と金額が見つかりません。名称の列と金額の列を並べて選んでください（${names}）。入力欄はそのままです。`,
    );
  });
}
