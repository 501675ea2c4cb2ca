/** How long it takes from a tab to its screen with 2,000 indicators loaded: each screen the first time (its script is fetched) and again. */
import type { Frame } from "playwright-core";
import { openBrowser } from "../e2e/chromium";
import { startServer } from "../e2e/server";
import { openWorkbenchPage } from "../e2e/workbench-page";
import { madePlan } from "./made-plan";

const size = 2_000;
const screens = ["progress", "check", "fiscal", "settings", "plan"] as const;

/**
 * From the click to the picture with the new screen's content in it, measured in the page itself. No function inside: what
 * tsx makes of a named one does not exist in the page.
 */
async function switchTo(pane: Frame, screen: string): Promise<number> {
  return pane.evaluate(async (id) => {
    const area = document.querySelector("#screen");
    const start = performance.now();
    document.querySelector<HTMLElement>(`#tab-${id}`)?.click();
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (area?.getAttribute("aria-labelledby") !== `tab-${id}` || area.querySelector("[role=progressbar]"));
    // The picture is on the screen when the frame after it begins.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  }, screen);
}

async function main(): Promise<void> {
  const stop = await startServer();
  const browser = await openBrowser();
  try {
    const { page, pane } = await openWorkbenchPage(browser);
    page.setDefaultTimeout(300_000);
    const inPane = page.frameLocator("#pane");
    await inPane.getByRole("button", { name: "ファイル・貼り付けから" }).click();
    const made = { ...madePlan(size), title: "測定用の計画", municipality: "測定市" };
    await inPane.locator("input[type=file]").setInputFiles({
      name: "測定.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(made)),
    });
    await inPane.getByRole("button", { name: "できるシートを確かめる" }).click();
    await inPane.getByRole("button", { name: "この内容で読み込む" }).click();
    await inPane.getByRole("heading", { name: "読み込みました" }).waitFor();
    await page.waitForTimeout(5_000);
    console.log(`画面の切り替え（指標 ${size.toLocaleString("ja-JP")}、7回の中央値。目標 100 ms）`);
    for (const screen of screens) {
      const [first = Number.NaN, ...again] = await visits(pane(), screen);
      again.sort((one, other) => one - other);
      const median = again[Math.floor(again.length / 2)] ?? Number.NaN;
      const best = again[0] ?? Number.NaN;
      console.log(
        `${screen}\t${median.toFixed(0)} ms（最短 ${best.toFixed(0)} ms、初めて ${first.toFixed(0)} ms）`,
      );
    }
  } finally {
    await browser.close();
    stop();
  }
}

/** Each visit comes from another screen. */
async function visits(pane: Frame, screen: string): Promise<number[]> {
  const times: number[] = [];
  for (let visit = 0; visit < 8; visit += 1) {
    await switchTo(pane, screen === "plan" ? "settings" : "plan");
    times.push(await switchTo(pane, screen));
  }
  return times;
}

void main();
