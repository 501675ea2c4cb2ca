/** A document from a file, from the clipboard or from the sheet is read into a plan to look at. Nothing is written. */
import { type Answer, type Refusal, type SelectionReading } from "../../sheets";
import { refusalForFile, type ReadDocument } from "../screens/plan/document";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function openFile(file: File): Promise<Undertaken<{ document: ReadDocument }>> {
  return undertake("ファイルを読む", async () => {
    const refused = refusalForFile(file);
    if (refused !== null) return unreadable(refused);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return readDocument(file.name, bytes);
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

function unreadable(message: string): Refusal {
  return { ok: false, reason: "notReadable", message: `${message}ブックは変更していません。` };
}
