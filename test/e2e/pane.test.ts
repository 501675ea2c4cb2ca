/** The pane's page on its own: it shows, complains of nothing, and asks nobody outside. */
import { type Browser } from "playwright-core";
import { openBrowser } from "./chromium";
import { visit } from "./visit";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(60_000);

test("作業ウィンドウが日本語で表示され、エラーも外部への通信もない", async () => {
  const { page, complaints, foreign } = await visit(browser, "taskpane.html", { width: 320 });
  await page.getByRole("tab", { name: "計画" }).waitFor();
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
