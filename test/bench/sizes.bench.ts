/** How much script the add-in fetches, gzipped, as `npm run build` makes it. `npm run bench -- sizes` */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type BenchRow, printTable } from "./table";

const root = path.resolve(__dirname, "../..");

function built(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "plan-sizes-"));
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const { status } = spawnSync(process.execPath, [webpack, "--mode", "production", "--output-path", folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The add-in could not be built.");
  return folder;
}

/** What is compared with is a limit, not another program. */
export function rows(): BenchRow[] {
  const folder = built();
  try {
    const gzipped = (file: string) =>
      gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length / 1024;
    const page = readFileSync(path.join(folder, "taskpane.html"), "utf8");
    // The scripts of our own: office.js comes from elsewhere.
    const scripts = [...page.matchAll(/<script\b[^>]*\bsrc="?([^">\s]+)/g)].flatMap(([, file = ""]) =>
      file.includes("//") ? [] : [file],
    );
    if (!scripts.includes("functions.js")) throw new Error("taskpane.html does not load functions.js.");
    const row = (what: string, kilobytes: number, limit: number): BenchRow => ({
      what,
      size: 1,
      ms: kilobytes,
      bestMs: kilobytes,
      cpuMs: kilobytes,
      naiveMs: limit,
      peer: "上限",
      unit: "KB",
    });
    return [
      row("関数のスクリプト（同梱の計画を除く）", gzipped("functions.js"), 60),
      row(
        "作業ウィンドウの枠のスクリプト（関数も含む）",
        scripts.reduce((sum, file) => sum + gzipped(file), 0),
        300,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1]?.endsWith("sizes.bench.ts") === true) process.stdout.write(printTable("大きさ", rows()));
