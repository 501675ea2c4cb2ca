/** Excel のファイルを、ページで保存し、開き、落とす. */
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import type { Browser } from "playwright-core";
import { loadPlan } from "../../src/sheets";
import { readXlsx, writeXlsx } from "../../src/workbench/host/xlsx";
import { cellAt } from "../../src/workbench/host/model/cells/grid";
import { must } from "../sheets/asked";
import { openPlannerWorkbook } from "../sheets/planner-workbook";
import { smallPlan } from "../sheets/small-plan";
import { accessibilityFindings } from "./accessible";
import { openBrowser } from "./chromium";
import { loadInPane } from "./story";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(180_000);

async function table(book: WorkbenchPage): Promise<void> {
  await book.run(async (context) => {
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
  // The pane's functions may still be on their way.
  const kind = async () => typeof (await book.values("E1:E1"))[0]?.[0];
  expect(await book.eventually(kind, "number")).toBe("number");
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

test("計画のあるブックを開くと、作業ウィンドウはその計画から始め、入力についてくる", async () => {
  const planners = await openPlannerWorkbook();
  await must(loadPlan(smallPlan));
  await planners.host.settled();
  const { bytes } = writeXlsx(planners.host.book());
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await pane.getByText("このブックにはまだ計画がありません。", { exact: false }).waitFor();
  const name = "計画.xlsx";
  await book.page.locator("#open-file").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
  await book.page.getByText(`「${name}」を開きました。`).waitFor();
  await pane.getByText("読み込み済みの計画").waitFor();
  await pane.getByRole("button", { name: "取り除く" }).waitFor();
  // Its functions and its ears are those of the new pane.
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("集計");
    sheet.getRange("AH1").formulas = [["=PLAN.RATE(95,100)"]];
    await context.sync();
    sheet.activate();
    await context.sync();
  }, null);
  expect(await book.eventually(() => book.values("AH1:AH1"), [[0.95]])).toEqual([[0.95]]);
  expect(book.complaints).toEqual([]);
  await book.page.close();
});

test("値だけで保存したファイルには数式がない", async () => {
  const book = await openWorkbenchPage(browser);
  await table(book);
  const [[rate] = []] = await book.values("E1:E1");
  const file = await saved(book, "値だけの Excel ブック（アドインのない人へ）");
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

/** 企画課のブック: 加須市の計画に、実績を一つ入れて保存したもの. */
async function plannersFile(): Promise<Buffer> {
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await loadInPane(pane, "加須市");
  await book.run(async (context) => {
    const column = context.workbook.tables.getItem("表_加須市").columns.getItem("実績値 令和3年度");
    column.getDataBodyRange().getCell(0, 0).values = [[210]];
    await context.sync();
  }, null);
  const { path } = await saved(book);
  const bytes = readFileSync(path);
  await book.page.close();
  return bytes;
}

test("企画課の .xlsx を、計画の画面で下見して読み込み、財政の画面では隠したシートとして取り込み、取り除く", async () => {
  const file = { name: "行政経営プラン.xlsx", mimeType: "", buffer: await plannersFile() };
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  const sheets = () =>
    book.run(async (context) => {
      const found = context.workbook.worksheets.load("items/name,items/visibility");
      await context.sync();
      return found.items.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
    }, null);

  await pane.getByRole("tab", { name: "財政" }).click();
  await pane.getByLabel("企画課のブックのファイル").setInputFiles(file);
  await pane.getByText("「第3次加須市行政経営プラン」を取り込みました", { exact: false }).waitFor();
  const brought = pane.getByRole("group", { name: "行政経営プラン.xlsx" });
  await brought.getByText("取り込み日", { exact: false }).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  expect(await sheets()).toEqual(["Sheet1"]);
  await book.write("A1:B1", [['=PLAN.ACTUAL("1-1","令和3",加須市)', '=PLAN.ACTUAL("1-1","令和3","加須市")']]);
  expect(await book.eventually(() => book.values("A1:B1"), [[210, 210]])).toEqual([[210, 210]]);
  await book.write("A1:B1", [["", ""]]);
  await brought.getByRole("button", { name: "取り除く" }).click();
  await pane.getByText("「行政経営プラン.xlsx」から取り込んだシートを取り除きました。").waitFor();

  await pane.getByRole("tab", { name: "計画" }).click();
  await pane.getByRole("button", { name: "ファイル・貼り付けから" }).click();
  await pane.getByLabel("計画のファイル").setInputFiles(file);
  await pane.getByText("計画アドインのブック（.xlsx）").waitFor();
  expect(await sheets()).toEqual(["Sheet1"]);
  expect(book.complaints).toEqual([]);
  await book.page.close();
});
