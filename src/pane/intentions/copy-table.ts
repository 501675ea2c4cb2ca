/** Copies a table so that it can be pasted into a sheet, cell by cell. */
import { type TableData, tsvOf } from "../parts/table-data";
import { undertake, type Undertaken } from "./undertake";

export function copyTable(table: TableData): Promise<Undertaken<{ rows: number }>> {
  const written = copyText(tsvOf(table));
  return undertake(
    "表をコピー",
    async () => {
      await written;
      return { ok: true, rows: table.rows.length };
    },
    ({ rows }) => `表（${rows}行）をコピーしました。シートの空いている所に貼り付けてください。`,
  );
}

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!writeTheOldWay(text))
      throw new Error(
        "この環境ではクリップボードに書き込めません。「表」を表示して、範囲を選んでコピーしてください。",
      );
  }
}

/** Excel on the desktop gives panes no clipboard permission, but lets a selection be copied. */
function writeTheOldWay(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
