/** The screen 計画 as a person uses it: load, see, change, take out — in the workbench, in a real browser. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, FrameLocator } from "playwright-core";
import { accessibilityFindings } from "./accessible";
import { openBrowser } from "./chromium";
import { visit } from "./visit";
import { loadInPane } from "./story";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
jest.setTimeout(180_000);

const pictures = path.resolve(__dirname, "../../.cache/pictures");
const picture = async ({ page }: WorkbenchPage, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

async function loadKazo(pane: FrameLocator): Promise<void> {
  await loadInPane(pane, "加須市");
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).last().click();
}

test("加須市を読み込み、目標値を書き換えて記録し、取り除く", async () => {
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await pane.getByRole("button", { name: "加須市の計画を読み込む" }).click();
  await pane.getByRole("heading", { name: "「第3次加須市行政経営プラン」を読み込む" }).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await picture(book, "plan-preview");
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).last().click();
  await pane.getByRole("group", { name: "加須市 第3次加須市行政経営プラン" }).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await picture(book, "plan-loaded");

  await book.run(async (context, given) => {
    const table = context.workbook.tables.getItem("表_加須市");
    const cell = table.columns.getItem(given).getDataBodyRange().getCell(0, 0);
    cell.values = [[12345]];
    await context.sync();
  }, "目標値 令和7年度");
  await pane.getByText("目標値が 1か所 書き換えられています").waitFor();
  await pane.getByRole("button", { name: "記録する" }).click();
  await pane.getByRole("textbox", { name: "改定の理由" }).fill("中間見直し");
  await pane.getByRole("textbox", { name: "記録者" }).fill("企画課");
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("button", { name: "1件を記録する" }).click();
  await pane.getByText("目標値の改定 1件を改定履歴に記録しました").waitFor();
  const history = await book.run(async (context, name) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load("text");
    await context.sync();
    return used.text.flat();
  }, "改定履歴");
  expect(history).toEqual(expect.arrayContaining(["中間見直し", "企画課", "12345"]));

  await pane.getByRole("button", { name: "第3次加須市行政経営プランを更新" }).click();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("button", { name: "付属の版と比べる" }).click();
  await pane.getByRole("heading", { name: "「第3次加須市行政経営プラン」を更新" }).waitFor();
  await pane.getByText("変わるセル 1件").waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("textbox", { name: "改定の理由" }).fill("公表された値に戻す");
  await pane.getByRole("button", { name: "この内容で更新する" }).click();
  await pane.getByRole("heading", { name: "更新しました" }).waitFor();
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).last().click();

  await pane.getByRole("button", { name: "第3次加須市行政経営プランを取り除く" }).click();
  await pane.getByRole("heading", { name: "「第3次加須市行政経営プラン」を取り除く" }).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("button", { name: "取り除く", exact: true }).click();
  await pane.getByText("「第3次加須市行政経営プラン」を取り除きました").waitFor();
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
});

test("貼り付けた表を確かめ、足りないことを補い、二つ目の計画として読み込む", async () => {
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await loadKazo(pane);
  await pane.getByRole("button", { name: "ファイル・貼り付けから" }).click();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane
    .getByLabel("貼り付け")
    .fill(
      [
        "施策\t取組項目\t担当課\t指標\t単位\t目標値 令和6年度\t目標値 令和7年度",
        "防災\t訓練\t危機管理課\t訓練の回数\t回\t3\t4",
        "防災\t備蓄\t危機管理課\t備蓄数\t食\t8000\t9000\t余り",
      ].join("\n"),
    );
  // Another screen and back: what was pasted is still there.
  await pane.getByRole("tab", { name: "設定" }).click();
  await pane.getByRole("heading", { name: "評価年度" }).waitFor();
  await pane.getByRole("tab", { name: "計画" }).click();
  await pane.getByRole("button", { name: "内容を確かめる" }).click();
  await pane.getByRole("heading", { name: "読み取った内容" }).waitFor();
  await pane.getByText("取組項目 2・指標 2・担当課 1").waitFor();
  await pane.getByRole("button", { name: "3行のあたりの文章" }).click();
  await pane.getByText(/▶3/).waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await picture(book, "plan-review");
  const next = pane.getByRole("button", { name: "できるシートを確かめる" });
  expect(await next.isDisabled()).toBe(true);
  await pane.getByRole("textbox", { name: "市町村名" }).fill("試験市");
  await pane.getByRole("textbox", { name: "計画名" }).fill("試験計画");
  await next.click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  await pane
    .getByRole("combobox", { name: "表示する計画" })
    .selectOption({ label: "加須市　第3次加須市行政経営プラン" });
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
});

test("シート上の雑多な一覧を選び、列の意味を直して読み込む", async () => {
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await book.write("A1:D3", [
    ["やること", "やる人", "めざす値", "メモ"],
    ["公園の清掃", "公園課", "12", "済"],
    ["道路の点検", "道路課", "8", ""],
  ]);
  await book.run(async (context, address) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).select();
    await context.sync();
  }, "A1:D3");
  await pane.getByRole("button", { name: "選択範囲から" }).click();
  await pane.getByRole("heading", { name: "列の意味" }).waitFor();
  await pane.getByRole("combobox", { name: "3列目「めざす値」" }).selectOption("目標値（年度を指定）");
  await pane.getByRole("textbox", { name: "年度" }).fill("R7");
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await picture(book, "plan-columns");
  await pane.getByRole("button", { name: "内容を確かめる" }).click();
  await pane.getByText("取組項目 2").first().waitFor();
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
});

/** Shift_JIS, as Excel saves a CSV in Japan: 行事一覧 over 分野, やること, はかるもの, R7. */
const shiftJisList =
  "jXOOlojql5csLCwNCpWqluwsguKC6YKxgsYsgs2CqYLpguCCzCxSNw0KjPaJgCyJ1IK+gvEskEGCppHWgqaBaYnxgWosglMNCpO5mEgsiliYSJOULIzwireBaYyPgWosIjEsMjAwIg0K";

test("見出しの言葉が分からない Shift_JIS の CSV は、列の意味を自分で選んで読み込める", async () => {
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await pane.getByRole("button", { name: "ファイル・貼り付けから" }).click();
  await pane.locator("input[type=file]").setInputFiles({
    name: "行事.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(shiftJisList, "base64"),
  });
  await pane.getByRole("button", { name: "列の意味を選ぶ" }).click();
  await pane.getByRole("heading", { name: "列の意味" }).waitFor();
  await pane.getByRole("combobox", { name: "見出しの行" }).selectOption("1");
  await pane.getByRole("combobox", { name: "2列目「やること」" }).selectOption("階層・項目の名前");
  await pane.getByRole("combobox", { name: "3列目「はかるもの」" }).selectOption("指標");
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await pane.getByRole("button", { name: "内容を確かめる" }).click();
  await pane.getByText("やること 2・指標 2").waitFor();
  await pane.getByRole("textbox", { name: "市町村名" }).fill("架空市");
  await pane.getByRole("textbox", { name: "計画名" }).fill("行事一覧");
  await pane.getByRole("button", { name: "できるシートを確かめる" }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  const read = await book.run(async (context, table) => {
    const { columns } = context.workbook.tables.getItem(table);
    const wanted = ["指標", "単位", "目標値 令和7年度"].map((name) =>
      columns.getItem(name).getDataBodyRange().load("values"),
    );
    await context.sync();
    return wanted.map(({ values }) => values.flat() as unknown[]);
  }, "表_架空市");
  expect(read).toEqual([
    ["植え替え", "交換"],
    ["回", "件"],
    [4, 1200],
  ]);
  expect(book.complaints).toEqual([]);
});

test("320px の暗い画面でも、横にはみ出さず、だれでも使える", async () => {
  const { page, complaints, foreign } = await visit(browser, "", {
    width: 1280,
    height: 900,
    colorScheme: "dark",
  });
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLElement>("#pane");
    if (frame) frame.style.width = "320px";
  });
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: "加須市の計画を読み込む" }).waitFor();
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  if (!frame) throw new Error("作業ウィンドウがない");
  const overflows = () => frame.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(await overflows()).toBe(false);
  expect(await accessibilityFindings(frame)).toEqual([]);
  await pane.getByRole("button", { name: "ファイル・貼り付けから" }).click();
  expect(await overflows()).toBe(false);
  expect(await accessibilityFindings(frame)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test("担当課から戻った表の実績値を、違うものと知らないものを確かめてから取り込み、元に戻す", async () => {
  const book = await openWorkbenchPage(browser);
  const pane = book.page.frameLocator("#pane");
  await loadKazo(pane);
  const actual = (id: string) =>
    book.run(async (context, wanted) => {
      const { columns } = context.workbook.tables.getItem("表_加須市");
      const ids = columns.getItem("ID").getDataBodyRange().load("values");
      const body = columns.getItem("実績値 令和3年度").getDataBodyRange().load("values,text");
      await context.sync();
      const at = ids.values.findIndex(([each]) => each === wanted);
      return [body.values[at]?.[0] as unknown, body.text[at]?.[0]];
    }, id);
  await book.run(async (context, address) => {
    context.workbook.worksheets.getItem("加須市").getRange(address).values = [[92.3]];
    await context.sync();
  }, "U105");
  expect(await actual("83-1")).toEqual([92.3, "92.3％"]);
  await pane.getByText("1個 入力済み").waitFor();
  await pane.getByRole("button", { name: "第3次加須市行政経営プランに実績値を取り込む" }).click();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  const header = "ID\t階層5 取組項目\t番号\t担当課\t指標\t単位\t実績値 令和3年度";
  await pane
    .getByLabel("貼り付け")
    .fill(
      [
        header,
        "83-1\t経常収支比率の改善\t83\t財政課\t経常収支比率\t％\t91.8",
        "86-1\t市債の適切な新規発行\t86\t財政課\t普通会計における市債残高\t億円\t329",
        "999-1\t知らない取組\t999\t財政課\t知らない指標\t件\t5",
      ].join("\n"),
    );
  await pane.getByRole("button", { name: "内容を確かめる" }).click();
  await pane.getByRole("heading", { name: "空いているセルに入る値 1個" }).waitFor();
  await pane.getByRole("heading", { name: "シートの入力と違う値 1個" }).waitFor();
  await pane.getByText("財政課 2個").waitFor();
  await pane.getByText("「知らない取組」の指標「知らない指標」　令和3年度：5").waitFor();
  expect(await accessibilityFindings(book.pane())).toEqual([]);
  await picture(book, "plan-answers");
  await pane.getByRole("radio", { name: "届いた値にする" }).click();
  await pane.getByRole("button", { name: "2個を取り込む" }).click();
  await pane.getByText("実績値を 2個 取り込みました。").waitFor();
  expect([await actual("83-1"), await actual("86-1")]).toEqual([
    [91.8, "91.8％"],
    [329, "329億円"],
  ]);
  await pane.getByRole("button", { name: "元に戻す（実績値の取り込み）" }).click();
  await pane.getByText(/元に戻しました/).waitFor();
  expect([await actual("83-1"), await actual("86-1")]).toEqual([
    [92.3, "92.3％"],
    ["", ""],
  ]);
  expect(book.complaints).toEqual([]);
  expect(book.foreign).toEqual([]);
});
