/** How a story begins and ends: a workbench of its own for each test, and none passes that complained or reached out of its place. */
import type { Browser, FrameLocator } from "playwright-core";
import { openBrowser } from "./chromium";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

export function eachInItsOwnWorkbench(
  begin: (book: WorkbenchPage, pane: FrameLocator) => void | Promise<void>,
): void {
  let browser: Browser;
  let book: WorkbenchPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    book = await openWorkbenchPage(browser);
    await begin(book, book.page.frameLocator("#pane"));
  });
  afterEach(async () => {
    const { page, complaints, foreign } = book;
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });
}

/** A published plan, from its place in the list to the sheets. */
export async function loadInPane(pane: FrameLocator, municipality: string): Promise<void> {
  await pane.getByRole("button", { name: `${municipality}の計画を読み込む` }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor({ timeout: 90_000 });
}
