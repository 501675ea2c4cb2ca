/** From one step of the screen to the next: each asks the workbook for a preview and shows it, or stays where it is. */
import { missingParticulars } from "../../../intake/missing-particulars";
import { type Plan } from "../../../plan/plan";
import { load, previewLoad } from "../../intentions/load";
import { openFile, openText, readSelection } from "../../intentions/open-file";
import { publishedPlan } from "../../intentions/published-plan";
import { previewReload, reload } from "../../intentions/reload";
import { previewRemove, remove } from "../../intentions/remove";
import { type RevisionOptions, unfolded } from "../../../sheets";
import { type ReadDocument } from "./document";
import { goTo, planScreen, type Purpose, type Stage, type UnexplainedTable } from "./stage";

/** The plan with what it is for: loading, or taking the place of what is loaded. */
export async function preview(plan: Plan | Promise<Plan>, purpose: Purpose, back: Stage): Promise<void> {
  if (purpose.kind === "load") {
    const answer = await previewLoad(plan);
    if (answer.ok) goTo({ kind: "load", plan: answer.plan, preview: answer.preview, back });
    return;
  }
  // 実績値 are taken from what was read, and nothing is asked of the sheets before.
  if (purpose.kind === "answers") return;
  const answer = await previewReload(purpose.plan, plan);
  if (answer.ok) goTo({ kind: "update", plan: answer.plan, preview: answer.preview, back });
}

export function previewPublished(id: string, purpose: Purpose, back: Stage): Promise<void> {
  return preview(publishedPlan(id), purpose, back);
}

export async function confirmLoad(plan: Plan): Promise<void> {
  const answer = await load(plan);
  if (!answer.ok) return;
  planScreen.set({ pasted: "" });
  goTo({ kind: "loaded", plan: plan.id, title: plan.title, sheet: answer.sheet });
}

export async function confirmUpdate(
  plan: Plan,
  options: RevisionOptions & { conflicts: "keep" | "take" },
): Promise<void> {
  const answer = await reload(plan, options);
  if (!answer.ok) return;
  planScreen.set({ pasted: "" });
  goTo({ kind: "updated", plan: plan.id, title: plan.title, preview: answer.preview });
}

export async function askRemove(plan: string): Promise<void> {
  const answer = await previewRemove(plan);
  if (answer.ok) goTo({ kind: "remove", preview: answer.preview });
}

export async function confirmRemove(plan: string): Promise<void> {
  const answer = await remove(plan);
  if (answer.ok) goTo({ kind: "list" });
}

function review(document: ReadDocument, purpose: Purpose, back: Stage): void {
  const { plan } = document;
  // Of what came back only the values count: whose plan it is and how it is built is known already.
  if (purpose.kind === "answers" && plan !== null) {
    const asked = missingParticulars(plan).map(({ message }) => message);
    const problems = document.problems.filter(({ message }) => !asked.includes(message));
    goTo({ kind: "answers", purpose, document: { ...document, problems }, plan, back });
  } else goTo({ kind: "review", purpose, document, back });
}

export async function reviewFile(file: File, purpose: Purpose, back: Stage): Promise<void> {
  const answer = await openFile(file, purpose.kind === "load" ? undefined : purpose.plan);
  if (answer.ok) review(answer.document, purpose, back);
}

/** Onto the list of plans. What cannot be read is told where the other ways stand. */
export function dropFile(file: File): Promise<void> {
  const open: Stage = { kind: "open", purpose: { kind: "load" } };
  goTo(open);
  return reviewFile(file, open.purpose, open);
}

export async function reviewText(name: string, text: string, purpose: Purpose, back: Stage): Promise<void> {
  const answer = await openText(name, text);
  if (answer.ok) review(answer.document, purpose, back);
}

export async function chooseColumns(purpose: Purpose): Promise<void> {
  const answer = await readSelection();
  if (!answer.ok) return;
  const { address, values } = answer.selection;
  explainColumns({ name: `選択範囲 ${address}`, values }, purpose, { kind: "list" });
}

export function explainColumns({ name, values }: UnexplainedTable, purpose: Purpose, back: Stage): void {
  goTo({ kind: "columns", purpose, table: { name, values: unfolded(values) }, columns: null, back });
}
