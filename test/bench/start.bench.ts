/** How long the pane takes to start, beside a page of nothing but text from the same server in the same browser. `npm run bench -- start` */

import type { Browser } from "playwright-core";
import { openBrowser } from "../e2e/chromium";
import { address, startServer } from "../e2e/server";
import { median, type BenchRow, printTable } from "./table";

const visits = 7;

/** From asking for the page till this can be seen; every visit is the first of its browser context. */
async function opened(
  browser: Browser,
  at: string,
  seen: (page: PageParts) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "ja-JP" });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address + at);
  await seen(page);
  const took = performance.now() - start;
  await context.close();
  return took;
}

type PageParts = Awaited<ReturnType<Browser["newPage"]>>;

const kinds = {
  pane: (browser: Browser) =>
    opened(browser, "", (page) =>
      page.frameLocator("#pane").getByRole("heading", { name: "公表されている計画" }).waitFor(),
    ),
  text: (browser: Browser) =>
    opened(browser, "help/index.html", (page) => page.getByRole("heading", { level: 1 }).waitFor()),
};

export async function rows(): Promise<BenchRow[]> {
  const stop = await startServer();
  const browser = await openBrowser();
  try {
    const times: Record<keyof typeof kinds, number[]> = { pane: [], text: [] };
    for (let visit = -1; visit < visits; visit++) {
      for (const kind of ["text", "pane"] as const) {
        const took = await kinds[kind](browser);
        if (visit >= 0) times[kind].push(took);
      }
    }
    const ms = median(times.pane);
    return [
      {
        what: "ワークベンチを開いて作業ウィンドウが出るまで",
        size: 1,
        ms,
        bestMs: Math.min(...times.pane),
        // What a person waits is a matter of the clock: several processes have their part in it.
        cpuMs: ms,
        naiveMs: median(times.text),
        peer: "文字だけのページ（関数の一覧）",
        note: "by the clock, with scripts of the development build, which are larger",
      },
    ];
  } finally {
    await browser.close();
    stop();
  }
}

if (process.argv[1]?.endsWith("start.bench.ts") === true)
  void rows().then((all) => process.stdout.write(printTable("始まり", all)));
