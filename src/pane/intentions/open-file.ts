/** A document from a file, from the clipboard or from the sheet is read into a plan to look at. Nothing is written. */
import { type Answer, type Refusal, type SelectionReading } from "../../sheets";
import { type Problem } from "../../plan/plan";
import { isWorkbookFile, refusalForFile, type ReadDocument } from "../screens/plan/document";
import { base64Of } from "./base64";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

/** `plan`: the one that is wanted, where a workbook holds several. */
export function openFile(file: File, plan?: string): Promise<Undertaken<{ document: ReadDocument }>> {
  return undertake("ファイルを読む", async () => {
    const refused = refusalForFile(file);
    if (refused !== null) return unreadable(refused);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return isWorkbookFile(file.name)
      ? readWorkbookFile(file.name, bytes, plan)
      : readDocument(file.name, bytes);
  });
}

export function openText(name: string, text: string): Promise<Undertaken<{ document: ReadDocument }>> {
  return undertake("文章を読む", () => readDocument(name, text));
}

export function readSelection(): Promise<Undertaken<{ selection: SelectionReading }>> {
  return undertake("選択範囲を読む", async () => (await workbook()).selection());
}

/** The readers of every layout come with the first document. */
async function readDocument(
  name: string,
  content: string | Uint8Array,
): Promise<Answer<{ document: ReadDocument }>> {
  const [{ intake }, { decodeText }] = await Promise.all([
    import("../../intake"),
    import("../../intake/encoding"),
  ]);
  const text = typeof content === "string" ? content : decodeText(content).text;
  const { plan, kind, problems } = intake(content);
  return { ok: true, document: { name, text, plan, kind, problems } };
}

/** A planner's workbook: Excel reads it, the sheets' code finds the plan in it. */
async function readWorkbookFile(
  name: string,
  bytes: Uint8Array,
  wanted: string | undefined,
): Promise<Answer<{ document: ReadDocument }>> {
  const answer = await (await workbook()).plansInFile(base64Of(bytes));
  if (!answer.ok) return answer;
  const { plans } = answer.reading;
  const found = plans.length === 1 ? plans[0] : plans.find(({ plan }) => plan.id === wanted);
  if (found === undefined) {
    const titles = plans.map(({ plan }) => `「${plan.title}」`).join("");
    return unreadable(
      `「${name}」には計画が${plans.length}個あります（${titles}）。一つだけのブックにして選び直してください。`,
    );
  }
  const problems = found.problems.flatMap(({ severity, message, address }): Problem[] =>
    severity === "note" ? [] : [{ severity, message: address === null ? message : `${address}：${message}` }],
  );
  return { ok: true, document: { name, text: "", plan: found.plan, kind: "workbook", problems } };
}

function unreadable(message: string): Refusal {
  return { ok: false, reason: "notReadable", message: `${message}ブックは変更していません。` };
}
