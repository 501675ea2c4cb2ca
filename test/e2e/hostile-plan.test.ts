/** 名前の中の HTML と数式: a plan file that tries everything is opened in the workbench; every screen shows its words as words. */
import type { Browser } from "playwright-core";
import { hostilePlan, markup } from "../security/hostile-plan";
import { openBrowser } from "./chromium";
import { address } from "./server";
import { openWorkbenchPage } from "./workbench-page";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(240_000);

test("悪意のある計画ファイルを読み込んでも、どの画面でも文字として出るだけで、何も動かず、どこへも通信しない", async () => {
  const book = await openWorkbenchPage(browser);
  book.page.setDefaultTimeout(90_000);
  const dialogs: string[] = [];
  book.page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const pane = book.page.frameLocator("#pane");
  await pane.getByRole("button", { name: /ファイル・貼り付けから/ }).click();
  await pane.locator("input[type=file]").setInputFiles({
    name: "<img src=x onerror=alert(1)>.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(hostilePlan)),
  });
  await pane.getByRole("button", { name: "できるシートを確かめる" }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  for (const name of ["進捗", "点検", "財政", "設定", "計画"]) {
    await pane.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
    await book.page.waitForTimeout(400);
    expect(await intruders(book.pane())).toEqual([]);
  }
  await pane.getByRole("tab", { name: /^進捗/ }).click();
  await pane.getByRole("button", { name: "一覧", exact: true }).click();
  await pane.getByRole("button", { name: "すべて開く" }).click();
  await pane.getByRole("treeitem", { name: /=1\+1/ }).first().waitFor();
  // The choice of departments holds every one of the names, as words.
  const words = await pane.locator("option").allTextContents();
  expect(words).toEqual(expect.arrayContaining([...markup]));
  expect(await intruders(book.pane())).toEqual([]);
  // The cells' own cards (input messages, drop-downs) are drawn by the page around.
  await book.click("B6");
  await book.page.waitForTimeout(400);
  expect(await intruders(book.page.mainFrame())).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(book.foreign).toEqual([]);
  expect(book.complaints).toEqual([]);
});

/** What only a text that was taken for HTML could have made. */
function intruders(
  frame: ReturnType<Awaited<ReturnType<typeof openWorkbenchPage>>["pane"]>,
): Promise<string[]> {
  return frame.evaluate(() => [
    ...[...document.querySelectorAll("img[src='x'], iframe[src^='javascript'], svg[onload], [onerror]")].map(
      (each) => each.outerHTML,
    ),
    ...[...document.scripts].filter((each) => each.text.includes("broken")).map((each) => each.text),
    ...("broken" in window ? [`broken: ${String(window.broken)}`] : []),
  ]);
}

test("開発用のどのページの Content-Security-Policy も、eval を許さない", async () => {
  for (const page of ["taskpane.html", "index.html", "help/index.html", "help/TARGET.html"]) {
    const html = await (await fetch(address + page)).text();
    const [, policy = ""] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
    expect([page, policy]).toEqual([page, expect.stringMatching(/^default-src '(?:none|self)'/)]);
    expect(policy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe-inline/);
  }
});
