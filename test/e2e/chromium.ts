/** Finds a Chromium and opens it headless: one named by CHROMIUM, one on the machine, else the one inside an npm package. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

const onTheMachine = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

interface Found {
  path: string;
  args: string[];
  env?: Record<string, string>;
}

/**
 * The package brings the few system libraries a bare machine lacks (NSS), but unpacks them only where it believes to be
 * on Amazon's machines; here they are unpacked and offered to this one process.
 */
async function packaged(): Promise<Found> {
  const { default: sparticuz } = await import("@sparticuz/chromium");
  const archive = path.join(path.dirname(require.resolve("@sparticuz/chromium")), "../../bin/al2023.tar.br");
  const folder = path.join(tmpdir(), "plan-chromium-libraries");
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-x", "-C", folder], { input: brotliDecompressSync(readFileSync(archive)) });
  const libraries = path.join(folder, "lib");
  const known = process.env.LD_LIBRARY_PATH;
  return {
    path: await sparticuz.executablePath(),
    args: sparticuz.args,
    env: { LD_LIBRARY_PATH: known ? `${libraries}:${known}` : libraries },
  };
}

export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  if (named && named !== "packaged" && !existsSync(named))
    throw new Error(
      `CHROMIUM=${named} がありません。ブラウザーの実行ファイルの場所を書くか、CHROMIUM の指定をやめてください。`,
    );
  const found = named === "packaged" ? undefined : (named ?? onTheMachine.find((place) => existsSync(place)));
  const browser: Found = found ? { path: found, args: [] } : await packaged();
  const quiet = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({
    executablePath: browser.path,
    args: [...new Set([...browser.args, ...quiet])],
    env: { ...(process.env as Record<string, string>), ...browser.env },
  });
}
