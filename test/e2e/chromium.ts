/** Finds a Chromium and opens it headless: one named by CHROMIUM, one on the machine, else the one inside an npm package. */
import { existsSync } from "node:fs";
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

async function packaged(): Promise<{ path: string; args: string[] }> {
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return { path: await sparticuz.executablePath(), args: sparticuz.args };
}

export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  if (named && named !== "packaged" && !existsSync(named))
    throw new Error(`CHROMIUM=${named} がありません。`);
  const found = named === "packaged" ? undefined : (named ?? onTheMachine.find((path) => existsSync(path)));
  const { path, args } = found ? { path: found, args: [] } : await packaged();
  const quiet = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath: path, args: [...new Set([...args, ...quiet])] });
}
