/** Saving the workbook to a file on this machine and opening one: Excel's own, or the workbench's that keeps everything. */
import type { Host, OpenedXlsx } from "../../host/host";
import { newBook } from "../../host/model/book";
import type { Problem } from "../../host/xlsx/problems";

export interface Files {
  host: Host;
  tell: (sentence: string) => void;
  save: HTMLButtonElement;
  saveAs: HTMLSelectElement;
  open: HTMLButtonElement;
  chooser: HTMLInputElement;
  problems: HTMLDialogElement;
  /** Files dropped here are opened. */
  desk: HTMLElement;
  /** Another workbook is shown: the add-in begins anew with it. */
  opened: () => Promise<void>;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const sentence = ({ what, where, advice }: Problem): string =>
  `${where === "" ? "" : `${where}：`}${what}。${advice}`;

function showProblems(dialog: HTMLDialogElement, title: string, problems: readonly Problem[]): void {
  const [heading, list] = [dialog.querySelector("h2"), dialog.querySelector("ul")];
  if (heading) heading.textContent = title;
  list?.replaceChildren(
    ...problems.map((problem) => {
      const item = document.createElement("li");
      item.textContent = sentence(problem);
      return item;
    }),
  );
  dialog.showModal();
}

const BRACE = 0x7b;

/** Told apart by what is in it, not by its name: zip begins with P, JSON with a brace. */
async function openBytes(host: Host, file: File): Promise<OpenedXlsx> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== BRACE) return host.openXlsx(bytes, file.name.replace(/\.xlsm$/i, ".xlsx"));
  try {
    const opened = await host.open(JSON.parse(new TextDecoder().decode(bytes)));
    return opened.kind === "opened" ? { ...opened, problems: [] } : opened;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      kind: "refused",
      reason: "ワークベンチで保存したファイルではありません。別のファイルを選んでください。",
    };
  }
}

export function keepFiles({ host, tell, save, saveAs, open, chooser, problems, desk, opened }: Files): void {
  const openFile = async (file: File): Promise<void> => {
    const outcome = await openBytes(host, file);
    if (outcome.kind === "refused") {
      tell(`「${file.name}」は開けませんでした。今のブックはそのままです。${outcome.reason}`);
      return;
    }
    await opened();
    tell(`「${file.name}」を開きました。`);
    if (outcome.problems.length > 0)
      showProblems(problems, `「${file.name}」から入れなかったもの`, outcome.problems);
  };
  const saveFile = async (): Promise<void> => {
    const name = host.book().name.replace(/(?:\.workbench)?\.(xlsx|xlsm|json)$/i, "");
    if (saveAs.value === "workbench") {
      download(`${name}.workbench.json`, JSON.stringify(host.save()), "application/json");
      host.saved();
      tell(`「${name}.workbench.json」に保存しました。`);
      return;
    }
    const valuesOnly = saveAs.value === "values";
    const written = await host.saveXlsx({ valuesOnly });
    const file = valuesOnly ? `${name}（値のみ）.xlsx` : `${name}.xlsx`;
    download(file, written.bytes as Uint8Array<ArrayBuffer>, XLSX);
    if (!valuesOnly) host.saved();
    tell(`「${file}」に保存しました。`);
    if (written.problems.length > 0)
      showProblems(problems, `「${file}」に保存しなかったもの`, written.problems);
  };
  save.addEventListener("click", () => void saveFile());
  /** Where a workbook is closed an empty one takes its place, and the add-in begins anew with it. */
  const close = async (first: boolean): Promise<void> => {
    const { name } = host.book();
    if (first) await saveFile();
    await host.openBook(newBook());
    await opened();
    tell(`プログラムが「${name}」を閉じました。${first ? "ファイルに保存してあります。" : ""}`);
  };
  host.onFileWish((wish) => {
    if (wish.kind === "save") void saveFile();
    if (wish.kind === "close") void close(wish.save);
  });
  open.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (file) void openFile(file);
  });
  desk.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  desk.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void openFile(file);
  });
}
