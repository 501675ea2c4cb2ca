/** Runs the self-test in the workbook that is open, if it is an empty one, and copies its report. */
import { copyText } from "../intentions/copy-table";
import { reportSteps, undertake, type Undertaken } from "../intentions/undertake";
import { version } from "../screens/settings/version";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { reported, selfTest } from "./self-test";

export function testExcel(): Promise<Undertaken<object>> {
  selfTest.set({ report: null });
  return undertake(
    "自己検査",
    async (report, signal) => {
      const { reportText, runSelfTest } = await import("../../sheets/self-test");
      const answer = await runSelfTest({ version, signal, onStep: reportSteps(report) });
      // The plan that was loaded and taken away again is nobody's.
      await refreshBook(await workbook());
      if (answer.ok) reported(answer.report, reportText(answer.report));
      return answer;
    },
    () => "自己検査が終わりました。「報告をコピー」で、情報担当に送る文章を写せます。",
    { cancellable: true },
  );
}

export function copyReport(text: string): Promise<Undertaken<object>> {
  return undertake(
    "報告をコピー",
    async () => {
      await copyText(text);
      return { ok: true };
    },
    () => "報告をコピーしました。メールなどに貼り付けて、情報担当に送ってください。",
  );
}
