/** Runs an intention with its progress shown, and makes sure that it ends: in success, a refusal or a failure, never in silence. */
import { type Answer, type Refusal } from "../../sheets";
import { pane, type Task } from "../state/pane-state";

/** Excel can fall silent (a dialog is open, a cell is being edited). After this long the pane says so and lets go. */
const patience = 120_000;

class TooSlow extends Error {}

/** One at a time: a second click while the first still runs must not start it twice. */
let running = false;

function failureText(failure: unknown): string {
  if (failure instanceof TooSlow) {
    return "Excel から応答がありません。セルの編集中や、ダイアログが開いたままになっていないか確かめて、もう一度お試しください。ワークブックの内容は変わっていないか、次の読み込みで続きから整います。";
  }
  const message = failure instanceof Error ? failure.message : String(failure);
  return `入力済みの値はそのまま残っています。もう一度お試しください。続くときは次の内容を情報担当に伝えてください：${message}`;
}

/** The sentence, and at most a few of the cells or names it speaks of. */
function refusalText(refusal: Refusal): string {
  const detail = refusal.detail ?? [];
  const more = detail.length > 5 ? `　ほか${detail.length - 5}件` : "";
  return detail.length === 0
    ? refusal.message
    : `${refusal.message}（${detail.slice(0, 5).join("、")}${more}）`;
}

/** Progress an intention reports while it runs. */
export type Report = (step: Pick<Task, "label" | "done" | "total">) => void;

/** The sheets' closed list, and what only the pane can say: that the work broke off without telling why. */
export type Undertaken<Done extends object> = Answer<Done> | (Omit<Refusal, "reason"> & { reason: "failed" });

export async function undertake<Done extends object>(
  label: string,
  work: (report: Report) => Promise<Answer<Done>>,
  told?: (done: Done) => string | null,
): Promise<Undertaken<Done>> {
  if (running) {
    const message = "前の操作がまだ終わっていません。終わってからもう一度押してください。";
    return { ok: false, reason: "busy", message };
  }
  running = true;
  pane.set({ task: { label }, notice: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new TooSlow()), patience);
    });
    const outcome = await Promise.race([work((step) => pane.set({ task: step })), silence]);
    if (outcome.ok) {
      const title = told?.(outcome) ?? null;
      if (title !== null) pane.set({ notice: { tone: "success", title } });
    } else {
      pane.set({
        notice: { tone: "warning", title: `${label}：できませんでした`, text: refusalText(outcome) },
      });
    }
    return outcome;
  } catch (failure) {
    const text = failureText(failure);
    pane.set({ notice: { tone: "error", title: `${label}：途中で止まりました`, text } });
    return { ok: false, reason: "failed", message: text };
  } finally {
    clearTimeout(timer);
    running = false;
    pane.set({ task: null });
  }
}
