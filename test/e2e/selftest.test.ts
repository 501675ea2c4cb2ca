/** The self-test as a planner runs it, here in the workbench: from the link, with its warning, to the copied report. */
import type { Browser } from "playwright-core";
import { accessibilityFindings } from "./accessible";
import { openBrowser } from "./chromium";
import { address } from "./server";
import { visit } from "./visit";
import { openWorkbenchPage } from "./workbench-page";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(240_000);

test("空白のブックですべて一致し、報告を写せる。中身のあるブックでは断る", async () => {
  const book = await openWorkbenchPage(browser);
  book.page.setDefaultTimeout(120_000);
  const pane = book.page.frameLocator("#pane");
  await pane.getByRole("tab", { name: "設定" }).click();
  await pane.getByRole("button", { name: "この Excel の自己検査" }).click();
  await pane.getByText("新しい空白のブックで行ってください").waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("button", { name: "自己検査を始める" }).click();
  // What only a person can try is all that is not told here.
  await pane.getByText(/^違う 0、試せない \d+、一致 \d\d$/).waitFor();
  await pane.getByText("ブックは空に戻りました。", { exact: true }).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("button", { name: "報告をコピー" }).click();
  await pane.getByText("報告をコピーしました").waitFor();
  const copied = await book.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^計画アドイン 自己検査の報告\s+版：0\.1\.0\s+Excel：/);
  expect(copied).toContain("[一致] scenario-load");
  expect(await book.values("A1:C3")).toEqual([
    ["", "", ""],
    ["", "", ""],
    ["", "", ""],
  ]);

  await book.write("B2:B2", [["予算"]]);
  await pane.getByRole("button", { name: "自己検査を始める" }).click();
  await pane.getByText(/中身があるため、自己検査をしません/).waitFor();
  expect(await book.values("B2:B2")).toEqual([["予算"]]);
  await pane.getByRole("button", { name: "設定に戻る" }).click();
  await pane.getByRole("heading", { name: "起動" }).waitFor();
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
});

test("taskpane.html?selftest で開くと、はじめから自己検査が出る", async () => {
  const { page, complaints } = await visit(browser, "taskpane.html?selftest", { width: 320 });
  await page.getByRole("heading", { name: "この Excel の自己検査" }).waitFor();
  expect(page.url()).toBe(`${address}taskpane.html?selftest`);
  expect(complaints).toEqual([]);
});
