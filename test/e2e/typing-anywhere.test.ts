/** Whatever a person types arrives whole: in folded columns, hidden rows, columns too narrow for a letter, and cells at the edge of the screen. */
import { eachInItsOwnWorkbench } from "./story";
import type { WorkbenchPage } from "./workbench-page";

let workbench: WorkbenchPage;
jest.setTimeout(180_000);
eachInItsOwnWorkbench((opened) => {
  workbench = opened;
});

const typeAt = async (address: string, text: string) => {
  const { page } = workbench;
  const box = page.locator("[data-u-comp='defined-name'] input");
  await box.click();
  await box.fill(address);
  await box.press("Enter");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
};

const arrives = async (address: string, text: string, value: string | number) => {
  await typeAt(address, text);
  const wanted = [[value]];
  expect([address, await workbench.eventually(() => workbench.values(address), wanted)]).toEqual([
    address,
    wanted,
  ]);
};

test("加須の計画でたたまれている年度の実績に、名前ボックスから打っても、一字も失われない", async () => {
  const { page } = workbench;
  page.setDefaultTimeout(90_000);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: "加須市の計画を読み込む" }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  const folded = await workbench.run(async (context) => {
    const header = context.workbook.worksheets.getActiveWorksheet().tables.getItemAt(0).getHeaderRowRange();
    header.load("values");
    await context.sync();
    const cells = (header.values[0] ?? []).map((name: unknown, at: number) => {
      const cell = header.getCell(0, at);
      cell.load("address,columnHidden");
      return { name: String(name), cell };
    });
    await context.sync();
    return cells
      .filter(({ name, cell }) => name.startsWith("実績値") && cell.columnHidden)
      .map(({ cell }) => cell.address.replace(/^.*!|\d+$/g, ""));
  }, null);
  expect(folded).toHaveLength(4);
  for (const row of [6, 9, 40]) {
    for (const column of folded) await arrives(`${column}${row}`, "90.1", 90.1);
  }
});

test("隠れた行、文字より狭い列、幅のない折り返しの列、画面の端のセルでも、打った文字は全部入る", async () => {
  await workbench.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("4:6").rowHidden = true;
    sheet.getRange("C:C").format.columnWidth = 2;
    sheet.getRange("D:D").format.columnWidth = 2;
    sheet.getRange("D1:D20").format.wrapText = true;
    sheet.getRange("D1:D20").format.horizontalAlignment = "Right";
    sheet.getRange("Z:AB").columnHidden = true;
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B2"));
    await context.sync();
  }, null);
  await arrives("B5", "隠れた行の値", "隠れた行の値");
  await arrives("C8", "1234.5", 1234.5);
  await arrives("D8", "狭い列で折り返す文", "狭い列で折り返す文");
  await arrives("AA150", "12.75", 12.75);
  await arrives("A1", "先頭", "先頭");
  // The last column on screen, of which a few pixels are seen.
  for (const column of ["L", "M", "N", "O", "P"])
    await arrives(`${column}3`, "令和3年度の実績", "令和3年度の実績");
});

test("名前ボックスで行った先のセルは、固定した列や画面の端に隠れない", async () => {
  const { page } = workbench;
  // What stands beside a cell is shown only where the cell is.
  const prompted = ["U15", "S15", "U30", "G161"];
  await workbench.run(async (context, addresses) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (const folded of ["B:E", "K:R", "X:Z", "AB:AD", "AF:AH", "AJ:AL"])
      sheet.getRange(folded).columnHidden = true;
    sheet.getRange("5:200").format.rowHeight = 40;
    sheet.freezePanes.freezeAt(sheet.getRange("A1:F4"));
    for (const address of addresses) {
      const { dataValidation } = sheet.getRange(address);
      dataValidation.rule = { textLength: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
      dataValidation.prompt = { showPrompt: true, title: address, message: "ここに入力" };
    }
    await context.sync();
  }, prompted);
  const box = page.locator("[data-u-comp='defined-name'] input");
  const goTo = async (address: string): Promise<void> => {
    await box.click();
    await box.fill(address);
    await box.press("Enter");
  };
  for (const away of ["AP4", "A1", "AZ400", "A400"]) {
    for (const address of prompted) {
      await goTo(away);
      await goTo(address);
      await page.locator(".cell-layer").getByText(address, { exact: true }).waitFor({ timeout: 5_000 });
    }
  }
  // What programs take for selected is what is selected.
  const selected = () =>
    workbench.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    }, null);
  expect(await workbench.eventually(selected, "Sheet1!G161")).toBe("Sheet1!G161");
  await goTo("B2:C3");
  expect(await workbench.eventually(selected, "Sheet1!B2:C3")).toBe("Sheet1!B2:C3");
});
