/** LibreOffice as a program: a workbook in, its sheets as CSV or its pages as PDF out. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const program = process.env.SOFFICE ?? "soffice";

/** Every sheet, in UTF-8, numbers with all their digits and not as they are shown. */
const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

export function assertThere(): void {
  if (spawnSync(program, ["--version"]).status === 0) return;
  throw new Error(
    "LibreOffice（soffice）が見つかりません。入れてから試すか、環境変数 SOFFICE に場所を書いてください。",
  );
}

function converted(workbook: Uint8Array, to: string): Map<string, Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), "plan-libreoffice-"));
  try {
    const file = path.join(folder, "book.xlsx");
    writeFileSync(file, workbook);
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    const made = path.join(folder, "made");
    execFileSync(program, [profile, "--headless", "--convert-to", to, "--outdir", made, file], {
      stdio: "ignore",
    });
    return new Map(readdirSync(made).map((name) => [name, readFileSync(path.join(made, name))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fields as RFC 4180 writes them, row by row; empty rows too, so that a cell keeps its address. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, field = "", end] of text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/gu)) {
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}

/** What stands in the cells of each sheet, by its name. */
export function cellsIn(workbook: Uint8Array): Map<string, string[][]> {
  return new Map(
    [...converted(workbook, csv)].map(([name, bytes]) => [
      name.replace(/^book-/, "").replace(/\.csv$/, ""),
      rowsOf(bytes.toString("utf8")),
    ]),
  );
}

export function pdfOf(workbook: Uint8Array): Buffer {
  const [pdf] = converted(workbook, "pdf").values();
  if (pdf === undefined) throw new Error("LibreOffice made no PDF.");
  return pdf;
}
