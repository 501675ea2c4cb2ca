/** Copies a chart as a picture; where the pane may not write pictures to the clipboard, saves it as a file. */
import { pictureOf } from "../parts/charts/picture";
import { pane } from "../state/pane-state";
import { undertake, type Undertaken } from "./undertake";

export function copyPicture(
  /** null while it is still being drawn. */
  chart: SVGSVGElement | null,
  title: string,
): Promise<Undertaken<{ how: "copied" | "saved" }>> {
  if (chart === null) {
    const message = "図を描いている途中です。描き終わってから、もう一度押してください。";
    pane.set({ notice: { tone: "info", title: message } });
    return Promise.resolve({ ok: false, reason: "busy", message });
  }
  // Begun before the first await: the right to write to the clipboard belongs to the click.
  const picture = pictureOf(chart, title);
  const copied = toClipboard(picture);
  return undertake<{ how: "copied" | "saved" }>(
    "画像をコピー",
    async () => {
      if (await copied) return { ok: true, how: "copied" };
      save(await picture, `${title.replace(/[\\/:*?"<>|]/g, "_")}.png`);
      return { ok: true, how: "saved" };
    },
    ({ how }) =>
      how === "copied"
        ? "図を画像としてコピーしました。貼り付けたい所で Ctrl+V を押してください。"
        : "この環境では画像をコピーできないため、PNG ファイルとして保存しました。",
  );
}

async function toClipboard(picture: Promise<Blob>): Promise<boolean> {
  if (typeof ClipboardItem === "undefined") return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    return true;
  } catch {
    return false;
  }
}

function save(picture: Blob, name: string): void {
  const address = URL.createObjectURL(picture);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
