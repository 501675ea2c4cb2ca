/** Takes the README's pictures from the running product: `npm run pictures`. Look at them before committing. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Frame, type Page } from "playwright-core";
import { openBrowser } from "./chromium";
import { startServer } from "./server";
import { visit } from "./visit";

const folder = path.resolve(__dirname, "../../assets/pictures");

async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector("#pane");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("作業ウィンドウがページにありません。");
  return frame;
}

/** Actuals of the first year, most reached, some not, some left blank: a plan as it looks in spring. */
async function enterActuals(pane: Frame): Promise<void> {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("表_加須市");
      const target = table.columns.getItem("目標値 令和3年度").getDataBodyRange().load("values");
      const actual = table.columns.getItem("実績値 令和3年度").getDataBodyRange().load("formulas");
      await context.sync();
      const share = [1, 1.05, 0.97, 0.88, 1.2, 0.72, 1, 0.93, 0.55, 1.01];
      actual.formulas.forEach(([given], row) => {
        const [printed] = target.values[row] ?? [];
        // Blank cells only: a 再掲 row mirrors its original by formula.
        if (given !== "" || typeof printed !== "number" || row % 9 === 8) return;
        actual.getCell(row, 0).values = [[Math.round(printed * (share[row % share.length] ?? 1) * 10) / 10]];
      });
      await context.sync();
    }),
  );
}

/** What a finance officer does with it: five years of a ratio beside a budget table. */
async function insertIntoBudget(pane: Frame): Promise<void> {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("予算");
      sheet.getRange("A1:B4").values = [
        ["区分", "金額"],
        ["経常経費充当一般財源", 18300],
        ["経常一般財源", 19000],
        ["歳入総額", 42000],
      ];
      for (const wide of ["A1", "D1"]) sheet.getRange(wide).format.columnWidth = 130;
      sheet.activate();
      sheet.getRange("D1").select();
      await context.sync();
    }),
  );
  await pane
    .getByRole("checkbox", { name: /経常収支比率/ })
    .first()
    .click();
  await pane.getByRole("button", { name: /に挿入$/ }).click();
  await pane.getByText("財政指標を挿入しました").waitFor();
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // The browser first: where there is none, no server is left running.
  const browser = await openBrowser();
  let stop: (() => void) | undefined;
  try {
    stop = await startServer();
    const { page } = await visit(browser, "", { width: 1440, height: 860 });
    const pane = await paneOf(page);
    await pane.getByRole("button", { name: "読み込む" }).first().click();
    await pane.getByRole("button", { name: "この内容で読み込む" }).click();
    await pane.getByText("読み込みました").first().waitFor({ timeout: 120_000 });
    await enterActuals(pane);
    await page.waitForTimeout(4000);
    for (const [name, tab] of [
      ["plan", "計画"],
      ["progress", "進捗"],
      ["check", "点検"],
      ["fiscal", "財政"],
      ["settings", "設定"],
    ] as const) {
      await pane.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
      await page.waitForTimeout(500);
      // On a busy machine the screen's own script takes its time.
      await pane.getByText("画面を読み込んでいます").waitFor({ state: "hidden" });
      await page.waitForTimeout(2500);
      if (name === "fiscal") await insertIntoBudget(pane);
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
      console.log(`assets/pictures/${name}.png`);
    }
  } finally {
    await browser.close();
    stop?.();
  }
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
