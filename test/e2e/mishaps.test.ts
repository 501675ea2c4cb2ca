/** What goes wrong while a planner works, told to its end in one workbook: stopped half-way, dropped beside, broken, silent, unfetched — and nothing is lost. */
import type { Browser, FrameLocator } from "playwright-core";
import { openBrowser } from "./chromium";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
let book: WorkbenchPage;
let pane: FrameLocator;
beforeAll(async () => {
  browser = await openBrowser();
  book = await openWorkbenchPage(browser);
  book.page.setDefaultTimeout(60_000);
  pane = book.page.frameLocator("#pane");
}, 120_000);
afterAll(() => browser.close());
jest.setTimeout(180_000);
afterEach(() => expect(book.foreign).toEqual([]));

/** The workbench's own way to make things go wrong. */
function fault(name: "delay" | "loseSession" | "clear", value?: number | boolean): Promise<void> {
  return book.page.evaluate(
    ([which, given]) => {
      const { workbench } = window as unknown as {
        workbench: { host: { faults: Record<string, (given?: unknown) => void> } };
      };
      workbench.host.faults[which]?.(given);
    },
    [name, value] as const,
  );
}

const sheetNames = () =>
  book.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  }, null);

/** As the browser tells of a file that a person lets go over a place; answers whether the page took it itself. */
function drop(place: string, name: string, text: string): Promise<boolean> {
  return book.pane().evaluate(
    ([onto, called, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], called));
      const target = document.querySelector(onto);
      const tell = (kind: string): boolean =>
        target?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer })) ===
        false;
      return tell("dragover") && tell("drop");
    },
    [place, name, text] as const,
  );
}

const csv = "取組項目,担当課,指標,単位,目標値 令和7年度\n公園の清掃,公園課,回数,回,12\n";

test("ファイルを一覧の上に落とすと読み、読めない形式はわけを言い、ほかの所に落としても画面は消えない", async () => {
  await pane.getByText("このブックにはまだ計画がありません").waitFor();
  expect(await drop("#published-plans", "清掃計画.csv", csv)).toBe(true);
  await pane.getByRole("heading", { name: "読み取った内容" }).waitFor();
  await pane.getByText("取組項目 1・指標 1・担当課 1").waitFor();
  await pane.getByRole("button", { name: "戻る", exact: true }).click();
  expect(await drop("[aria-label=ファイル]", "清掃計画.pdf", "%PDF")).toBe(true);
  await pane.getByText("「清掃計画.pdf」はそのままでは読めません").waitFor();
  await pane.getByRole("tab", { name: "設定" }).click();
  await pane.getByRole("heading", { name: "評価の設定" }).waitFor();
  expect(await drop("#screen", "清掃計画.csv", csv)).toBe(true);
  await pane.getByRole("heading", { name: "評価の設定" }).waitFor();
  await pane.getByRole("tab", { name: "計画" }).click();
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).click();
  expect(book.complaints).toEqual([]);
});

test("読み込みを途中で中止するとブックは元のまま、もう一度押せば読み込める", async () => {
  const before = await sheetNames();
  await pane.getByRole("button", { name: "伊奈町の計画を読み込む" }).click();
  const go = pane.getByRole("button", { name: "この内容で読み込む" });
  await go.waitFor();
  await fault("delay", 1_500);
  await go.click();
  await pane.getByRole("button", { name: "中止" }).click();
  await fault("clear");
  await pane.getByText("中止しました。ブックは元のままです。").waitFor();
  expect(await sheetNames()).toEqual(before);
  await go.click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).last().click();
  expect(book.complaints).toEqual([]);
});

test("範囲に変わってしまった表は「修復」で表に戻り、入力した値はそのまま", async () => {
  const actual = (value: number | null) =>
    book.run(async (context, given) => {
      const used = context.workbook.worksheets.getItem("伊奈町").getUsedRange().load("values");
      await context.sync();
      const head = used.values.findIndex((row) => row.includes("指標"));
      const column = used.values[head]?.indexOf("実績値 令和6年度") ?? -1;
      const cell = used.getCell(head + 1, column);
      if (given !== null) cell.values = [[given]];
      cell.load("values");
      await context.sync();
      return cell.values[0]?.[0] as unknown;
    }, value);
  await actual(77);
  await book.run(async (context) => {
    context.workbook.worksheets.getItem("伊奈町").tables.getItemAt(0).convertToRange();
    await context.sync();
  }, null);
  await pane.getByText("表が普通の範囲に変わっています").waitFor();
  await pane.getByRole("button", { name: "修復" }).click();
  await pane.getByText(/^表「.*」を作り直しました。入力済みの値はそのままです。/).waitFor();
  expect(await pane.getByRole("button", { name: "修復" }).count()).toBe(0);
  const tables = await book.run(async (context) => {
    const found = context.workbook.worksheets.getItem("伊奈町").tables.load("items/name");
    await context.sync();
    return found.items.length;
  }, null);
  expect(tables).toBe(1);
  expect(await actual(null)).toBe(77);
  expect(book.complaints).toEqual([]);
});

test("保護したシートでは年度を出せないと言い、選んだ年度が出ているようには見せない", async () => {
  const protect = (wanted: boolean) =>
    book.run(async (context, on) => {
      const { protection } = context.workbook.worksheets.getItem("伊奈町");
      if (on) protection.protect();
      else protection.unprotect();
      await context.sync();
    }, wanted);
  await pane.getByRole("tab", { name: "計画" }).click();
  const year = pane.getByRole("combobox", { name: "シートに出す年度" });
  await protect(true);
  await year.selectOption("令和3年度");
  await pane.getByText("年度の表示：できませんでした").waitFor();
  await pane.getByText(/保護されたシートがあるため書き込めません.*（伊奈町）/).waitFor();
  expect(await year.inputValue()).toBe("");
  await protect(false);
  await year.selectOption("令和3年度");
  await pane.getByText("シートに令和3年度の列を出しました").waitFor();
  expect(await year.inputValue()).toBe("2021");
});

test("Excel との通信が切れたら日本語でそう言い、つながれば続けられる", async () => {
  await pane.getByRole("tab", { name: "設定" }).click();
  const year = pane.getByRole("combobox", { name: "評価年度" });
  await year.waitFor();
  await fault("loseSession", true);
  await year.selectOption("令和3年度");
  await pane.getByText("評価年度の変更：できませんでした").waitFor();
  await pane.getByText(/Excel との通信が切れました。.*情報担当に伝えてください：/).waitFor();
  await fault("clear");
  await year.selectOption("令和3年度");
  await pane.getByText("評価年度を令和3年度にしました").waitFor();
});

test("画面のスクリプトを取り寄せられなければそう言い、もう一度押せば出る", async () => {
  const blocked = (url: URL) => url.pathname.includes("fiscal_FiscalScreen");
  await book.page.context().route(blocked, (route) => route.abort());
  await pane.getByRole("tab", { name: "財政" }).click();
  await pane.getByText("画面を表示できませんでした").waitFor();
  await book.page.context().unroute(blocked);
  await pane.getByRole("button", { name: "もう一度表示する" }).click();
  await pane.getByRole("button", { name: "指標をシートに入れる" }).waitFor();
});

test("始めに読めなかったブックは、どの画面でもわけを言い、もう一度読める", async () => {
  await fault("loseSession", true);
  await book.pane().evaluate(() => location.reload());
  await pane.getByText("ブックを読めませんでした").waitFor();
  await pane.getByRole("tab", { name: "進捗" }).click();
  await pane.getByText("ブックを読めませんでした").waitFor();
  await fault("clear");
  await pane.getByRole("button", { name: "もう一度読む" }).click();
  await pane.getByText("評価の内訳").first().waitFor();
});
