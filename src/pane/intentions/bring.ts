/** 企画課のブックを取り込む: today's plan of another office in this workbook, renewed and taken out again. */
import { type BroughtWorkbook, type Refusal } from "../../sheets";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { base64Of } from "./base64";
import { undertake, type Undertaken } from "./undertake";

export async function broughtWorkbooks(): Promise<readonly BroughtWorkbook[]> {
  const answer = await (await workbook()).broughtWorkbooks();
  return answer.ok ? answer.brought : [];
}

export function bring(file: File, date: string): Promise<Undertaken<{ brought: BroughtWorkbook }>> {
  return undertake(
    "企画課のブックを取り込む",
    async () => {
      if (!/\.xls[xm]$/i.test(file.name)) return notWorkbook(file.name);
      const sheets = await workbook();
      const content = base64Of(new Uint8Array(await file.arrayBuffer()));
      const answer = await sheets.bringWorkbook(content, { file: file.name, date });
      await refreshBook(sheets);
      return answer;
    },
    ({ brought: { plans, date: day } }) =>
      `${plans.map(({ title }) => `「${title}」`).join("")}を取り込みました（${day}）。シートは隠してあります。`,
  );
}

export function removeBrought(file: string): Promise<Undertaken<{ sheets: string[] }>> {
  return undertake(
    "取り込んだブックを取り除く",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.removeBrought(file);
      await refreshBook(sheets);
      return answer;
    },
    () => `「${file}」から取り込んだシートを取り除きました。`,
  );
}

function notWorkbook(name: string): Refusal {
  return {
    ok: false,
    reason: "notReadable",
    message: `「${name}」は Excel ブック（.xlsx）ではありません。計画を読み込んである .xlsx のブックを選んでください。ブックは変更していません。`,
  };
}
