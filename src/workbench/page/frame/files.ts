/** Saving the workbook to a file on this machine and opening it again. */
import type { Host } from "../../host/host";

export interface Files {
  host: Host;
  tell: (sentence: string) => void;
  save: HTMLButtonElement;
  open: HTMLButtonElement;
  chooser: HTMLInputElement;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function read(file: File): Promise<{ ok: true; saved: unknown } | { ok: false }> {
  try {
    return { ok: true, saved: JSON.parse(await file.text()) as unknown };
  } catch {
    return { ok: false };
  }
}

export function keepFiles({ host, tell, save, open, chooser }: Files): void {
  save.addEventListener("click", () => {
    const name = host.book().name.replace(/\.(xlsx|json)$/i, "");
    download(`${name}.workbench.json`, JSON.stringify(host.save()));
    tell(`「${name}.workbench.json」に保存しました。`);
  });
  open.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (!file) return;
    void read(file).then(async (content) => {
      if (!content.ok) {
        tell(`「${file.name}」はワークベンチで保存したファイルではありません。今のブックはそのままです。`);
        return;
      }
      const outcome = await host.open(content.saved);
      tell(
        outcome.kind === "opened" ? `「${file.name}」を開きました。` : `開けませんでした：${outcome.reason}`,
      );
    });
  });
}
