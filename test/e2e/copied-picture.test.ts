/** A chart of the pane copied as a picture lies on the clipboard as a person will paste it. */
import type { Browser } from "playwright-core";
import { openBrowser } from "./chromium";
import { openWorkbenchPage } from "./workbench-page";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(180_000);

test("目標別の評価の図は、PNG の画像としてクリップボードに入る", async () => {
  const { page, pane, complaints, foreign } = await openWorkbenchPage(browser);
  page.setDefaultTimeout(90_000);
  const frame = page.frameLocator("#pane");
  await frame.getByRole("button", { name: "加須市の計画を読み込む" }).click();
  await frame.getByRole("button", { name: "この内容で読み込む" }).click();
  await frame.getByRole("heading", { name: "読み込みました" }).waitFor();
  await frame.getByRole("tab", { name: "進捗" }).click();
  const chart = frame.getByRole("img", { name: /目標ごとの評価の内訳/ });
  await chart.waitFor();
  await frame.getByRole("button", { name: "画像をコピー" }).click();
  await frame.getByText("図を画像としてコピーしました").waitFor();
  const drawn = await chart.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
  const copied = await pane().evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap((await item?.getType("image/png")) ?? new Blob());
    return [picture.width, picture.height];
  });
  // Twice as sharp, with a margin around and a line for the title.
  expect(copied).toEqual([((drawn[0] ?? 0) + 32) * 2, ((drawn[1] ?? 0) + 60) * 2]);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
