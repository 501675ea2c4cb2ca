/** =PLAN.… typed by a person, with the plan in the same workbook: by range, by name, by nothing, through everything that happens to sheets. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "./chromium";
import { renameSheet } from "./rename-sheet";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
let book: WorkbenchPage;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(300_000);
const open = async (): Promise<void> => {
  book = await openWorkbenchPage(browser);
  book.page.setDefaultTimeout(90_000);
};
beforeEach(open);
afterEach(close);

async function close(): Promise<void> {
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
  await book.page.context().close();
}

const pictures = path.resolve(__dirname, "pictures");
async function picture(name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await book.page.screenshot({ path: path.join(pictures, `functions-${name}.png`) });
}

async function load(municipality: string): Promise<void> {
  const pane = book.page.frameLocator("#pane");
  await pane.getByRole("button", { name: `${municipality}の計画を読み込む` }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
}

const tab = (name: string) => book.page.getByText(name, { exact: true }).last();

async function goTo(address: string): Promise<void> {
  const box = book.page.locator("[data-u-comp='defined-name'] input");
  await box.click();
  await box.fill(address);
  await box.press("Enter");
}

async function typeAt(address: string, text: string): Promise<void> {
  await goTo(address);
  await book.page.keyboard.type(text);
  await book.page.keyboard.press("Enter");
}

/** What the budget sheet shows, whichever sheet is in front. */
const budget = (address: string) => () =>
  book.run(async (context, given) => {
    const range = context.workbook.worksheets.getItem("予算").getRange(given).load("values");
    await context.sync();
    return range.values.flat();
  }, address);

/** The target of 経常収支比率 in 令和3年度. */
const targetCell = () =>
  book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_加須市");
    const ids = table.columns.getItem("ID").getDataBodyRange().load("values,rowIndex");
    const column = table.columns.getItem("目標値 令和3年度").getDataBodyRange().load("address");
    await context.sync();
    const [, letters = ""] = /!\$?([A-Z]+)/.exec(column.address) ?? [];
    return `${letters}${ids.rowIndex + ids.values.findIndex(([id]) => String(id) === "83-1") + 1}`;
  }, null);

const forms = [
  '=PLAN.TARGET("経常収支比率","令和3",加須市)',
  '=PLAN.TARGET("経常収支比率","令和3","加須市")',
  '=PLAN.TARGET("経常収支比率","令和3")',
  '=PLAN.TARGET("経常収支比率","令和3","加須市（公表時）")',
];

async function newSheet(name: string): Promise<void> {
  await book.run(async (context, given) => {
    context.workbook.worksheets.add(given).activate();
    await context.sync();
  }, name);
}

async function toSheet(name: string): Promise<void> {
  await tab(name).click();
}

test("範囲・名前・省略で打った数式が、直した目標についてくる。元に戻すと利用者の直しが戻る", async () => {
  await load("加須市");
  await newSheet("予算");
  for (const [at, form] of forms.entries()) await typeAt(`A${at + 1}`, form);
  expect(await book.eventually(budget("A1:A4"), [91.8, 91.8, 91.8, 91.8])).toEqual([91.8, 91.8, 91.8, 91.8]);
  await picture("typed");

  await toSheet("加須市");
  const target = await targetCell();
  await typeAt(target, "90.5");
  expect((await budget("A1")())[0]).toBe(90.5);
  expect(await book.eventually(budget("A1:A4"), [90.5, 90.5, 90.5, 91.8])).toEqual([90.5, 90.5, 90.5, 91.8]);

  await book.page.getByRole("button", { name: "元に戻す" }).click();
  expect(await book.eventually(() => book.values(target), [[91.8]])).toEqual([[91.8]]);
  expect(await book.eventually(budget("A1:A4"), [91.8, 91.8, 91.8, 91.8])).toEqual([91.8, 91.8, 91.8, 91.8]);
});

test("行を入れ、数式を移し、シートの名を変え、保存して開き直しても、直した目標についてくる", async () => {
  await load("加須市");
  await newSheet("予算");
  for (const [at, form] of forms.entries()) await typeAt(`A${at + 1}`, form);
  await book.eventually(budget("A1:A4"), [91.8, 91.8, 91.8, 91.8]);

  // The formulas, cut and pasted two columns to the right.
  await goTo("A1:A4");
  await book.page.keyboard.press("Control+x");
  await goTo("C2");
  await book.page.keyboard.press("Control+v");
  expect(await book.eventually(budget("C2:C5"), [91.8, 91.8, 91.8, 91.8])).toEqual([91.8, 91.8, 91.8, 91.8]);

  await toSheet("加須市");
  const before = await targetCell();
  const layer = await book.page.locator(".cell-layer").boundingBox();
  await goTo("A1");
  await book.page.mouse.click((layer?.x ?? 0) + 60, (layer?.y ?? 0) + 32);
  await book.page.mouse.click((layer?.x ?? 0) + 20, (layer?.y ?? 0) + 32, { button: "right" });
  await book.page
    .getByText("上に行を挿入")
    .first()
    .click({ position: { x: 12, y: 10 } });
  const moved = await book.eventually(
    targetCell,
    before.replace(/\d+$/, (row) => String(Number(row) + 1)),
  );
  expect(moved).not.toBe(before);
  await renameSheet(book.page, "加須市", "行政経営プラン");
  await tab("行政経営プラン").waitFor();
  await typeAt(moved, "90.1");
  expect(await book.eventually(budget("C2:C5"), [90.1, 90.1, 90.1, 91.8])).toEqual([90.1, 90.1, 90.1, 91.8]);

  const download = book.page.waitForEvent("download");
  await book.page.getByRole("button", { name: "保存" }).click();
  const file = await (await download).path();
  const former = book;
  await open();
  await book.page.locator("#open-file").setInputFiles(file);
  await book.page.getByText(/」を開きました。$/).waitFor();
  await tab("行政経営プラン").waitFor();
  expect(await book.eventually(budget("C2:C5"), [90.1, 90.1, 90.1, 91.8])).toEqual([90.1, 90.1, 90.1, 91.8]);
  await toSheet("行政経営プラン");
  await typeAt(await targetCell(), "89.9");
  expect((await budget("C2")())[0]).toBe(89.9);
  expect(await book.eventually(budget("C2:C5"), [89.9, 89.9, 89.9, 91.8])).toEqual([89.9, 89.9, 89.9, 91.8]);
  await picture("reopened");
  await former.page.context().close();
});

test("間違った数式のセルを選ぶと、何が違い、どう直すかが出る", async () => {
  await book.type("B2", '=PLAN.TARGET("経常収支比率","令和3","架空市")');
  await book.click("B2");
  await book.page.getByText("「架空市」という計画はありません。", { exact: false }).waitFor();
  await picture("refused");
  expect(await book.page.getByText("利用できない値エラー").count()).toBe(0);
});
