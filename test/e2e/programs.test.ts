/** Programs in a stranger's style, in the real page: each in a workbook that holds what the others left. Charts are drawn, moved and taken away by hand. */
import type { Browser } from "playwright-core";
import { programs } from "../workbench/programs";
import { openBrowser } from "./chromium";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
let workbench: WorkbenchPage;
beforeAll(async () => {
  browser = await openBrowser();
  workbench = await openWorkbenchPage(browser);
}, 120_000);
afterAll(() => browser.close());

test("どのプログラムも、ページの中で同じ答えを出す", async () => {
  for (const { title, program, expected } of programs) {
    const found = await workbench.pane().evaluate(`(${program.toString()})()`);
    expect([title, found]).toEqual([title, expected]);
  }
  expect(workbench.complaints).toEqual([]);
  expect(workbench.foreign).toEqual([]);
}, 120_000);

test("グラフは描かれ、マウスで動き、Delete で消え、元に戻せる", async () => {
  const { page } = workbench;
  await workbench.run(async (context) => {
    context.workbook.worksheets.getItem("図").activate();
    await context.sync();
  }, null);
  const frame = page.locator('.chart-frame[data-chart="図1"]');
  await frame.locator("svg").waitFor();
  expect(await frame.getAttribute("aria-label")).toBe("歳入と歳出（グラフ）");
  expect(await frame.locator("svg").textContent()).toContain("千円");
  const place = () =>
    workbench.run(async (context) => {
      const charts = context.workbook.worksheets.getItem("図").charts.load("items/name,items/left,items/top");
      await context.sync();
      return charts.items.map(({ name, left, top }) => [name, Math.round(left), Math.round(top)]);
    }, null);
  expect((await place())[0]).toEqual(["図1", 10, 130]);
  const box = await frame.boundingBox();
  if (!box) throw new Error("the chart is not on screen");
  await page.mouse.move(box.x + 60, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 100, box.y + 52, { steps: 4 });
  await page.mouse.up();
  const moved = [["図1", 40, 160], ["図2", 260, 150]]; // prettier-ignore
  expect(await workbench.eventually(place, moved)).toEqual(moved);
  await page.keyboard.press("Delete");
  expect(await workbench.eventually(place, moved.slice(1))).toEqual(moved.slice(1));
  await page.getByRole("button", { name: "元に戻す" }).first().click();
  expect(await workbench.eventually(place, moved)).toEqual(moved);
  await frame.locator("svg").waitFor();
  const image = await workbench.run(async (context) => {
    const picture = context.workbook.worksheets.getItem("図").charts.getItem("図1").getImage(300, 200);
    await context.sync();
    return picture.value;
  }, null);
  expect(Buffer.from(image, "base64").subarray(1, 4).toString()).toBe("PNG");
}, 120_000);
