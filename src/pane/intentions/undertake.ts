/** Runs an intention with its progress shown, and makes sure that it ends: in success, a refusal or a failure, never in silence. */
import { type Answer, type Refusal, type Step } from "../../sheets";
import { pane, type Task } from "../state/pane-state";
import { workbook } from "../workbook";

/** Excel can fall silent (a dialog is open, a cell is being edited). After this long without a step the pane says so and lets go. */
const patience = 120_000;

class TooSlow extends Error {}

/** One at a time: a second click while the first still runs must not start it twice. */
let running = false;

function failureText(failure: unknown): string {
  if (failure instanceof TooSlow) {
    return "Excel から応答がありません。セルの編集中や、ダイアログが開いたままになっていないか確かめて、もう一度お試しください。ブックは変わっていないか、途中まで変わっています。途中までのものは、次に計画を読み込むときに片付けます。";
  }
  const message = failure instanceof Error ? failure.message : String(failure);
  return `入力済みの値はそのまま残っています。もう一度お試しください。続くときは次の内容を情報担当に伝えてください：${message}`;
}

/** Where the detail is what Excel said, in its own language: for whoever looks into it, not for whoever reads it. */
const toldByExcel: readonly Refusal["reason"][] = ["lostConnection", "undone", "unfinished"];

/** A detail that is a sentence of its own ends as one. */
const listed = (details: readonly string[]): string => details.join("、").replaceAll("。、", "。");

/** The sentence, and at most a few of the cells or names it speaks of. */
function refusalText(refusal: Refusal): string {
  const detail = refusal.detail ?? [];
  const more = detail.length > 5 ? `　ほか${detail.length - 5}件` : "";
  if (toldByExcel.includes(refusal.reason) && detail.length > 0)
    return `${refusal.message}続くときは次の内容を情報担当に伝えてください：${detail.join(" ")}`;
  return detail.length === 0 ? refusal.message : `${refusal.message}（${listed(detail.slice(0, 5))}${more}）`;
}

/** Progress an intention reports while it runs. */
export type Report = (step: Pick<Task, "label" | "done" | "total">) => void;

/** The sheets' steps, in the pane's words. */
export function reportSteps(report: Report): (step: Step) => void {
  return ({ name, done, of }) => report({ label: name, done, total: of });
}

/** The sheets' closed list, and what only the pane can say: that the work broke off without telling why. */
export type Undertaken<Done extends object> = Answer<Done> | (Omit<Refusal, "reason"> & { reason: "failed" });

export interface UndertakeOptions {
  /** Whether a person may stop it on the way: the work gets a signal and hands it on. */
  cancellable?: boolean;
  /** Whether the sentence of success comes with 元に戻す. */
  undoable?: boolean;
}

export async function undertake<Done extends object>(
  label: string,
  work: (report: Report, signal: AbortSignal) => Promise<Answer<Done>>,
  told?: (done: Done) => string | null,
  { cancellable = false, undoable = false }: UndertakeOptions = {},
): Promise<Undertaken<Done>> {
  if (running) {
    const message = "前の操作がまだ終わっていません。終わってからもう一度押してください。";
    return { ok: false, reason: "busy", message };
  }
  running = true;
  const stop = new AbortController();
  const show = (task: Task): void =>
    pane.set({ task: cancellable && !stop.signal.aborted ? { ...task, cancel } : task });
  const cancel = (): void => {
    stop.abort();
    show({ label: "中止しています" });
  };
  show({ label });
  pane.set({ notice: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    let giveUp: (reason: TooSlow) => void = () => undefined;
    const silence = new Promise<never>((_resolve, reject) => (giveUp = reject));
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(new TooSlow()), patience);
    };
    wait();
    const report: Report = (step) => {
      wait();
      show(step);
    };
    const outcome = await Promise.race([work(report, stop.signal), silence]);
    if (outcome.ok) {
      const title = told?.(outcome) ?? null;
      if (title !== null) pane.set({ notice: { tone: "success", title, ...(undoable ? { undoable } : {}) } });
    } else if (outcome.reason === "cancelled") {
      pane.set({ notice: { tone: "info", title: `${label}：${outcome.message}` } });
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
    void noteUndoable();
  }
}

/** 元に戻す is offered for as long as the workbook can do it. */
async function noteUndoable(): Promise<void> {
  try {
    pane.set({ undoable: (await workbook()).undoable() });
  } catch {
    // The sheets could not be fetched; what failed has been told already.
  }
}
