/** What a person sets for the workbook: the year it is judged in, where one grade ends and the next begins, by which method an indicator is judged. */
import { type Year } from "../../plan/plan";
import { type Scale } from "../../plan/scales/scale";
import { type MethodChange } from "../../sheets";
import { formatYear } from "../../plan/year";
import { book, refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { turnToYear } from "./years";
import { undertake, type Undertaken } from "./undertake";

export function setEvaluationYear(year: Year): Promise<Undertaken<{ left: string[] }>> {
  return undertake(
    "評価年度の変更",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.setEvaluationYear(year);
      if (!answer.ok) return answer;
      const left = await turnToYear(book.get().plans, year);
      await refreshBook(sheets);
      return { ...answer, left };
    },
    ({ left }) => {
      const done = `評価年度を${formatYear(year)}にしました。`;
      if (left.length === 0) return done;
      return `${done}シート${left.map((sheet) => `「${sheet}」`).join("")}の列は動かせなかったので、出ている年度はそのままです。`;
    },
  );
}

export function writeScale(plan: string, scale: Scale): Promise<Undertaken<object>> {
  return undertake(
    "評価の区切りの変更",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.writeScale(plan, scale);
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    () => "評価の区切りを設定シートに書き込みました。シートの評価の列は自動で変わります。",
    { undoable: true },
  );
}

export function setMethods(
  plan: string,
  changes: readonly MethodChange[],
): Promise<Undertaken<{ done: MethodChange[]; stale: MethodChange[] }>> {
  return undertake(
    "方法の変更",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.setMethods(plan, changes);
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    ({ done, stale }) =>
      [
        `${done.length}指標の方法を書き込みました。達成率と評価の列は自動で変わります。`,
        stale.length === 0
          ? ""
          : `${stale.length}指標は、確かめたあとにシートが変わったか「方法」の列がないため、そのままにしました。`,
      ].join(""),
    { undoable: true },
  );
}
