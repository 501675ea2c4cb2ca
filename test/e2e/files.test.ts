/** Excel のファイルを、ページで保存し、開き、落とす. */
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import type { Browser } from "playwright-core";
import { readXlsx } from "../../src/workbench/host/xlsx";
import { cellAt } from "../../src/workbench/host/model/grid";
import { openBrowser } from "./chromium";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(180_000);

async function table({ run }: WorkbenchPage): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:C3").formulas = [
      ["指標", "実績", "目標"],
      ["経常収支比率", 91.8, 92.5],
      ["実質公債費比率", 6, 5.5],
    ];
    sheet.tables.add("A1:C3", true).name = "指標表";
    sheet.getRange("E1").formulas = [['=PLAN.RATE(91.8,92.5,,"減らす")']];
    await context.sync();
  }, null);
}

async function saved({ page }: WorkbenchPage, as?: string): Promise<{ name: string; path: string }> {
  if (as) await page.getByLabel("保存する形式").selectOption({ label: as });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存" }).click();
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

test("何も選ばなければ .xlsx に保存し、開けば同じブックで、計算も続く", async () => {
  const book = await openWorkbenchPage(browser);
  await table(book);
  const rate = await book.values("E1:E1");
  const file = await saved(book);
  expect(file.name).toBe("ブック1.xlsx");
  const before = await book.formulas("A1:E3");
  await book.write("A2:A3", [["消し"], ["ました"]]);
  await book.page.locator("#open-file").setInputFiles({
    name: file.name,
    mimeType: "",
    buffer: readFileSync(file.path),
  });
  await book.page.getByText(`「${file.name}」を開きました。`).waitFor();
  expect(await book.formulas("A1:E3")).toEqual(before);
  expect(await book.values("E1:E1")).toEqual(rate);
  await book.write("F1:F1", [["=SUM(指標表[目標])"]]);
  expect(await book.values("F1:F1")).toEqual([[98]]);
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
  await book.page.close();
});

test("値だけで保存したファイルには数式がない", async () => {
  const book = await openWorkbenchPage(browser);
  await table(book);
  const [[rate] = []] = await book.values("E1:E1");
  const file = await saved(book, "値だけの Excel ブック（.xlsx）");
  expect(file.name).toBe("ブック1（値のみ）.xlsx");
  const opened = readXlsx(new Uint8Array(readFileSync(file.path)));
  if (opened.kind === "refused") throw new Error(opened.reason);
  const [sheet] = opened.book.sheets;
  expect(sheet && cellAt(sheet.grid, 0, 4)).toEqual({ value: rate });
  await book.page.close();
});

test("マクロのあるファイルをページに落とすと、マクロを外して開き、外したことを一覧で告げる", async () => {
  const book = await openWorkbenchPage(browser);
  await table(book);
  const bytes = readFileSync((await saved(book)).path);
  const { unzipSync } = await import("fflate");
  const withMacro = zipSync({ ...unzipSync(new Uint8Array(bytes)), "xl/vbaProject.bin": strToU8("x") });
  await book.page.evaluate(
    ([content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(content)], "予算.xlsm"));
      document
        .querySelector("#grid")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true }));
    },
    [[...withMacro]] as const,
  );
  const dialog = book.page.getByRole("dialog", { name: "「予算.xlsm」から入れなかったもの" });
  await dialog.getByText("マクロ。安全のため外しました。シートの値と数式はそのままです。").waitFor();
  await dialog.getByRole("button", { name: "閉じる" }).click();
  expect(await book.page.getByLabel("ブックの名前").inputValue()).toBe("予算.xlsx");
  expect(await book.values("A2:A2")).toEqual([["経常収支比率"]]);
  await book.page.close();
});

test("開けないファイルは理由を告げ、今のブックはそのまま", async () => {
  const book = await openWorkbenchPage(browser);
  await table(book);
  await book.page.locator("#open-file").setInputFiles({
    name: "昔の予算.xls",
    mimeType: "",
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
  });
  await book.page
    .getByText(
      "「昔の予算.xls」は開けませんでした。今のブックはそのままです。古い形式（.xls）のブックです。",
      { exact: false },
    )
    .waitFor();
  expect(await book.values("A2:A2")).toEqual([["経常収支比率"]]);
  await book.page.close();
});

test("プログラムが作ったブックは、新しい画面に開く", async () => {
  const book = await openWorkbenchPage(browser);
  await table(book);
  const base64 = readFileSync((await saved(book)).path).toString("base64");
  const [other] = await Promise.all([
    book.page.waitForEvent("popup"),
    book.pane().evaluate((file) => Excel.createWorkbook(file), base64),
  ]);
  await other.frameLocator("#pane").getByRole("tab", { name: "計画" }).waitFor();
  const values = await other.evaluate(() => {
    const pane = document.querySelector<HTMLIFrameElement>("#pane")?.contentWindow as unknown as {
      Excel: typeof Excel;
    };
    return pane.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:C1").load("values");
      await context.sync();
      return range.values as unknown[][];
    });
  });
  expect(values).toEqual([["指標", "実績", "目標"]]);
  await book.page.context().close();
});
