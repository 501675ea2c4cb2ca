/** The screen 設定 as a person uses it: the year, the scale with its preview, start-up, help. */
import type { Browser } from "playwright-core";
import { accessibilityFindings } from "./accessible";
import { openBrowser } from "./chromium";
import { loadInPane } from "./story";
import { openWorkbenchPage } from "./workbench-page";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(180_000);

test("評価年度と区切りを変え、影響を見てから書き込み、元に戻す", async () => {
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await pane.getByRole("tab", { name: "設定" }).click();
  await pane.getByText("計画を読み込むと、評価年度").waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("tab", { name: "計画" }).click();
  await loadInPane(pane, "加須市");
  await pane.getByRole("button", { name: "一緒に始める" }).click();
  await pane.getByText("このブックを開くと、計画アドインも始まります").waitFor();

  // 90 % of the target, for the first indicators that have a number.
  await book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("表_加須市");
    const targets = columns.getItem("目標値 令和4年度").getDataBodyRange().load("values");
    const actuals = columns.getItem("実績値 令和4年度").getDataBodyRange();
    await context.sync();
    targets.values.slice(0, 20).forEach(([target], row) => {
      if (typeof target === "number") actuals.getCell(row, 0).values = [[target * 0.9]];
    });
    await context.sync();
  }, null);

  await pane.getByRole("tab", { name: "設定" }).click();
  await pane.getByRole("combobox", { name: "評価年度" }).selectOption("令和4年度");
  await pane.getByText("評価年度を令和4年度にしました").waitFor();
  const open = () =>
    book.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("表_加須市");
      const years = ["令和3年度", "令和4年度", "令和5年度"];
      const ranges = years.map((year) => columns.getItem(`実績値 ${year}`).getRange().load("columnHidden"));
      await context.sync();
      return years.filter((_, at) => ranges[at]?.columnHidden === false);
    }, null);
  // The year to be filled in now stands open in the sheet, and on 計画 all of them can be asked for.
  expect(await open()).toEqual(["令和4年度"]);
  await pane.getByRole("tab", { name: "計画" }).click();
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).last().click();
  await pane.getByRole("combobox", { name: "シートに出す年度" }).selectOption("すべての年度");
  await pane.getByText("シートにすべての年度の列を出しました").waitFor();
  expect(await open()).toEqual(["令和3年度", "令和4年度", "令和5年度"]);
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("tab", { name: "設定" }).click();
  await pane.getByRole("textbox", { name: "達成率（％）" }).nth(1).fill("95");
  await pane.getByText(/項目の評価が変わります/).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("textbox", { name: "達成率（％）" }).nth(1).fill("101");
  await pane
    .getByText(/当てはまる率はありません/)
    .first()
    .waitFor();
  const write = pane.getByRole("button", { name: "設定シートに書き込む" });
  expect(await write.isDisabled()).toBe(true);
  await pane.getByRole("textbox", { name: "達成率（％）" }).nth(1).fill("95");
  await write.click();
  await pane.getByText("評価の区切りを設定シートに書き込みました").waitFor();
  const limit = () =>
    book.run(async (context, table) => {
      const cell = context.workbook.tables.getItem(table).getDataBodyRange().getCell(1, 2).load("values");
      await context.sync();
      return cell.values[0]?.[0] as unknown;
    }, "尺度_加須市");
  expect(await limit()).toBe(95);
  await pane.getByRole("button", { name: "元に戻す（尺度の変更）" }).click();
  await pane.getByText("「尺度の変更」を元に戻しました").waitFor();
  expect(await limit()).toBe(80);

  // The first indicator is judged by the way from its baseline: seen first, then written, then taken back.
  const method = () =>
    book.run(async (context, table) => {
      const { columns } = context.workbook.tables.getItem(table);
      const cells = ["方法", "達成率 令和4年度"].map((name) =>
        columns.getItem(name).getDataBodyRange().getCell(0, 0).load("values"),
      );
      await context.sync();
      return cells.map(({ values }) => values[0]?.[0] as unknown);
    }, "表_加須市");
  const [, rate] = await method();
  const choice = pane.getByRole("combobox", { name: /の方法$/ }).first();
  await choice.selectOption("進捗率");
  const group = pane.getByRole("group", { name: "方法の変更" });
  await group.getByText("1指標の方法を変えます").waitFor();
  await pane.getByText(/変更後：(?:進捗率|判定不能)|変わりません/).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await group.getByRole("button", { name: "シートに書き込む" }).click();
  await pane.getByText("1指標の方法を書き込みました").waitFor();
  expect(await book.eventually(async () => (await method())[0], "進捗率")).toBe("進捗率");
  expect((await method())[1]).not.toBe(rate);
  await pane.getByRole("button", { name: "元に戻す（方法の変更）" }).click();
  await pane.getByText("「方法の変更」を元に戻しました").waitFor();
  expect(await book.eventually(method, ["", rate])).toEqual(["", rate]);

  await pane.getByRole("tab", { name: "設定" }).click();
  expect(await pane.getByRole("switch", { name: /開いたとき/ }).isChecked()).toBe(true);
  expect(await pane.getByRole("link", { name: /関数の説明/ }).getAttribute("href")).toBe("help/index.html");
  await pane.getByText("0.1.0").waitFor();
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
});

test("リボンの再計算は、作業ウィンドウで結果を伝える", async () => {
  const book = await openWorkbenchPage(browser);
  await book.page.getByRole("button", { name: "再計算" }).click();
  await book.page.frameLocator("#pane").getByText("計算し直す PLAN 関数のセルはありませんでした").waitFor();
  expect(book.complaints).toEqual([]);
});
