/** What the add-in is for, told from the first click to the last, with mouse and keyboard: eight stories of planners and finance officers. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { FrameLocator } from "playwright-core";
import iruma from "../../seeds/iruma.json";
import kazo from "../../seeds/kazo.json";
import { smallBook } from "../intake/plan-book-text";
import { eachInItsOwnWorkbench, loadInPane } from "./story";
import type { WorkbenchPage } from "./workbench-page";

let book: WorkbenchPage;
let pane: FrameLocator;
jest.setTimeout(300_000);
eachInItsOwnWorkbench((opened, itsPane) => {
  book = opened;
  pane = itsPane;
  // A busy machine is no failed story.
  book.page.setDefaultTimeout(90_000);
});

const pictures = path.resolve(__dirname, "pictures");
async function picture(name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await book.page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

const screen = (name: string) => pane.getByRole("tab", { name: new RegExp(`^${name}`) }).click();

const load = (municipality: string) => loadInPane(pane, municipality);

/** As a person goes to a cell that is out of sight: its address into the box left of the formula bar. */
async function goToCell(address: string): Promise<void> {
  const box = book.page.locator("[data-u-comp='defined-name'] input");
  await box.click();
  await box.fill(address);
  await box.press("Enter");
}

async function typeAt(address: string, text: string): Promise<void> {
  await goToCell(address);
  await book.page.keyboard.type(text);
  await book.page.keyboard.press("Enter");
}

async function emptyAt(address: string): Promise<void> {
  await goToCell(address);
  await book.page.keyboard.press("Delete");
}

/** Where an indicator's row meets a column, as a person reads it off the sheet. */
async function addressesOf(ids: readonly string[], header: string): Promise<string[]> {
  return book.run(
    async (context, given) => {
      const table = context.workbook.tables.getItem("表_加須市");
      const body = table.columns.getItem("ID").getDataBodyRange().load("values,rowIndex");
      const column = table.columns.getItem(given.header).getDataBodyRange().load("address");
      await context.sync();
      const [, letters = ""] = /!\$?([A-Z]+)/.exec(column.address) ?? [];
      const shown = body.values.map(([id]) => String(id));
      return given.ids.map((id) => `${letters}${body.rowIndex + shown.indexOf(id) + 1}`);
    },
    { ids, header },
  );
}

const textAt = (address: string) => async () => (await book.texts(address))[0]?.[0] ?? "";

const ofDepartment = (name: string) => {
  const all: readonly { id: string; departments: readonly string[] }[] = kazo.nodes;
  const nodes = new Set(all.filter(({ departments }) => departments.includes(name)).map(({ id }) => id));
  return kazo.indicators.filter(({ node }) => nodes.has(node));
};

test("加須市を読み込み、実績値を20個打ち、財政課の達成率を読む", async () => {
  await load("加須市");
  await picture("a-loaded");
  const finance = ofDepartment("財政課").map(({ id }) => id);
  expect(finance).toEqual(["45-1", "83-1", "84-1", "85-1", "86-1", "87-1"]);
  // 45-1 reaches 6,435 of 7,150 = 90.0 %; every other one what it set out to.
  const reached = ["6435", "91.8", "達成", "達成", "330", "100"];
  const others = [
    "1-1",
    "2-1",
    "2-2",
    "2-3",
    "3-1",
    "4-1",
    "5-1",
    "6-1",
    "7-1",
    "8-1",
    "9-1",
    "10-1",
    "11-1",
    "12-1",
  ];
  const typed = [...others.map(() => "20"), ...reached];
  const cells = await addressesOf([...others, ...finance], "実績値 令和3年度");
  expect(cells).toHaveLength(20);
  for (const [at, cell] of cells.entries()) await typeAt(cell, typed[at] ?? "");
  const [rate = ""] = await addressesOf(["45-1"], "達成率 令和3年度");
  expect(await book.eventually(textAt(rate), "90.0%")).toMatch(/^90\.0 ?[%％]$/);
  await screen("進捗");
  await pane.getByRole("combobox", { name: "担当課" }).selectOption("財政課");
  await pane.getByText("98.3 %", { exact: true }).first().waitFor();
  await picture("a-progress");
  await pane.getByRole("button", { name: "一覧", exact: true }).click();
  await pane.getByRole("button", { name: "すべて開く" }).click();
  await pane.getByRole("treeitem", { name: /指標 予算・決算に係る.*90\.0 %/ }).waitFor();
  await picture("a-tree");
  await pane.getByRole("button", { name: "未入力", exact: true }).click();
  await pane.getByText("令和3年度の実績値は、すべての担当課で入力されています。").waitFor();
});

test("消した担当課と目標値が点検に出て、打ち直すと消える", async () => {
  await load("加須市");
  const [department = ""] = await addressesOf(["83-1"], "担当課");
  const [target = ""] = await addressesOf(["86-1"], "目標値 令和3年度");
  const before = await textAt(target)();
  await emptyAt(department);
  await emptyAt(target);
  await screen("点検");
  await pane.getByRole("heading", { name: /^誤り 2/ }).waitFor();
  await pane.getByText("誤り：担当課がない").waitFor();
  await pane.getByText("誤り：目標値がない").waitFor();
  await picture("b-found");
  await pane.getByRole("button", { name: `セルへ：担当課がない 加須市!${department}` }).click();
  await typeAt(department, "財政課");
  await pane.getByRole("heading", { name: /^誤り 1/ }).waitFor();
  await typeAt(target, before);
  await pane.getByRole("heading", { name: /^誤り 0/ }).waitFor();
  await picture("b-mended");
});

test("改定された計画のファイルで更新し、変わった目標値を改定履歴で見る", async () => {
  await load("加須市");
  await pane.getByRole("button", { name: "計画の一覧に戻る" }).last().click();
  await pane.getByRole("button", { name: "第3次加須市行政経営プランを更新" }).click();
  const revised = structuredClone(kazo);
  const changed = revised.indicators.find(({ id }) => id === "83-1");
  if (changed === undefined) throw new Error("経常収支比率がない");
  Object.assign(changed.targets, { "2025": "90.9" });
  await pane.locator("input[type=file]").setInputFiles({
    name: "改定版.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(revised)),
  });
  await pane.getByRole("heading", { name: "読み取った内容" }).waitFor();
  await picture("c-read");
  await pane.getByRole("button", { name: "変わるところを確かめる" }).click();
  await pane.getByText("変わるセル 1件").waitFor();
  await pane.getByRole("textbox", { name: "改定の理由" }).fill("中間見直し");
  await pane.getByRole("textbox", { name: "記録者" }).fill("企画課");
  await picture("c-preview");
  await pane.getByRole("button", { name: "この内容で更新する" }).click();
  await pane.getByRole("heading", { name: "更新しました" }).waitFor();
  await book.page.getByText("改定履歴", { exact: true }).first().click();
  const inHistory = () =>
    book.run(async (context, sheet) => {
      const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("text");
      await context.sync();
      return used.text.flat().filter((text) => ["中間見直し", "企画課", "91.4", "90.9"].includes(text));
    }, "改定履歴");
  const recorded = await book.eventually(inHistory, ["91.4", "90.9", "中間見直し", "企画課"]);
  await picture("c-history");
  expect(recorded).toEqual(["91.4", "90.9", "中間見直し", "企画課"]);
});

test("入間市を読み込み、章ごとのA+Bの割合を読む", async () => {
  await load("入間市");
  await screen("進捗");
  const chart = pane.getByRole("img", { name: /章ごとの評価の内訳/ });
  await chart.scrollIntoViewIfNeeded();
  // The chapter's share, counted here from the plan's own letters.
  const chapters = iruma.nodes.filter(({ level }) => level === "章");
  const parent = new Map(iruma.nodes.map(({ id, parent: above }) => [id, above]));
  const chapterOf = (id: string): string => {
    const above = parent.get(id) ?? null;
    return above === null ? id : chapterOf(above);
  };
  for (const { id } of chapters) {
    const letters = iruma.assessments
      .filter(({ node }) => chapterOf(node) === id)
      .map(({ marks }) => marks.進捗区分);
    if (letters.length === 0) continue;
    const best = letters.filter((letter) => letter === "A" || letter === "B").length;
    const share = Math.floor((best / letters.length) * 1000 + 0.5) / 10;
    await chart
      .getByText(`A+B ${share.toFixed(1)} %（${best}/${letters.length}）`)
      .first()
      .waitFor();
  }
  await picture("d-chapters");
});

test("計画書の文章を貼り付けて、計画として読み込む", async () => {
  await pane.getByRole("button", { name: "ファイル・貼り付けから" }).click();
  await book.page.evaluate((text) => navigator.clipboard.writeText(text), smallBook);
  await pane.getByRole("textbox", { name: "貼り付け" }).click();
  await book.page.keyboard.press("Control+v");
  await pane.getByRole("button", { name: "内容を確かめる" }).click();
  await pane.getByRole("heading", { name: "読み取った内容" }).waitFor();
  await picture("e-read");
  await pane.getByRole("textbox", { name: "市町村名" }).fill("架空市");
  await pane.getByRole("textbox", { name: "計画名" }).fill("架空市行政経営プラン");
  await picture("e-particulars");
  await pane.getByRole("button", { name: "できるシートを確かめる" }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  await picture("e-loaded");
  const items = await book.run(async (context, table) => {
    const column = context.workbook.tables.getItem(table).columns.getItem("担当課").getDataBodyRange();
    column.load("values");
    await context.sync();
    return column.values.flat().map(String);
  }, "表_架空市");
  expect(items).toContain("みどり課、くらし課");
  await screen("点検");
  await pane.getByRole("heading", { name: /^誤り/ }).waitFor();
  await picture("e-check");
});

test("シートの雑多な一覧を選び、計画にする", async () => {
  const rows = [
    ["", "令和６年度　やること一覧", "", "", ""],
    ["分野", "やること", "担当", "Ｒ６目標", "メモ"],
    ["公園", "花だんの植え替え（回）", "みどり課", "４", "春と秋"],
    ["", "遊具の点検（基）", "みどり課・安全課", "１２０", ""],
    ["道路", "街路灯の交換（灯）", "道路課", "３５", "済"],
  ];
  await book.page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    rows.map((row) => row.join("\t")).join("\n"),
  );
  await book.click("A1");
  await book.page.keyboard.press("Control+v");
  await book.eventually(textAt("C5"), "道路課");
  await book.click("A1");
  await book.page.keyboard.down("Shift");
  await book.click("E5");
  await book.page.keyboard.up("Shift");
  await pane.getByRole("button", { name: "選択範囲から" }).click();
  await pane.getByRole("heading", { name: "列の意味" }).waitFor();
  await picture("f-columns");
  await pane.getByRole("combobox", { name: /「Ｒ６目標」/ }).waitFor();
  await pane.getByRole("button", { name: "内容を確かめる" }).click();
  await pane.getByRole("heading", { name: "読み取った内容" }).waitFor();
  await picture("f-read");
  await pane.getByRole("textbox", { name: "市町村名" }).fill("試験市");
  await pane.getByRole("textbox", { name: "計画名" }).fill("やること一覧");
  await pane.getByRole("button", { name: "できるシートを確かめる" }).click();
  await pane.getByRole("button", { name: "この内容で読み込む" }).click();
  await pane.getByRole("heading", { name: "読み込みました" }).waitFor();
  await picture("f-loaded");
  const loaded = await book.run(async (context, name) => {
    const table = context.workbook.tables.getItem(name);
    const target = table.columns.getItem("目標値 令和6年度").getDataBodyRange().load("values");
    const departments = table.columns.getItem("担当課").getDataBodyRange().load("values");
    await context.sync();
    return [target.values.flat(), departments.values.flat()];
  }, "表_試験市");
  expect(loaded).toEqual([
    [4, 120, 35],
    ["みどり課", "みどり課、安全課", "道路課"],
  ]);
});

test("予算の表の隣に経常収支比率の5年分を入れ、1回の元に戻すで消す", async () => {
  const budget = [
    ["区分", "当初予算（千円）"],
    ["歳入", "42000000"],
    ["歳出", "42000000"],
  ];
  await book.page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    budget.map((row) => row.join("\t")).join("\n"),
  );
  await book.click("A1");
  await book.page.keyboard.press("Control+v");
  await book.eventually(textAt("B3"), "42000000");
  const before = await book.formulas("A1:I4");
  await book.click("D1");
  await book.page.getByRole("button", { name: "財政指標を挿入" }).click();
  await pane
    .getByRole("checkbox", { name: /経常収支比率/ })
    .first()
    .click();
  await pane.getByRole("button", { name: /^Sheet1!D1:I\d に挿入$/ }).waitFor();
  await picture("g-place");
  await pane.getByRole("button", { name: /^Sheet1!D1:I\d に挿入$/ }).click();
  const five = [["91.8％", "91.7％", "91.6％", "91.5％", "91.4％"]];
  expect(await book.eventually(() => book.texts("E2:I2"), five)).toEqual(five);
  await picture("g-inserted");
  await book.click("A6");
  await book.page.keyboard.press("Control+z");
  expect(await book.eventually(() => book.formulas("A1:I4"), before)).toEqual(before);
  await picture("g-undone");
});

test("50% と打てば割合の疑い、桁外れの値には桁の疑いと知らされる", async () => {
  await load("加須市");
  const [share = ""] = await addressesOf(["2-1"], "実績値 令和3年度");
  const [absurd = ""] = await addressesOf(["1-1"], "実績値 令和3年度");
  await typeAt(share, "50%");
  await book.page.getByText(/50 ％ の意味ではありませんか/).waitFor();
  await picture("h-validation");
  await book.page.getByRole("button", { name: "このままにする" }).click();
  await typeAt(absurd, "2100000");
  await screen("点検");
  await pane.getByRole("option", { name: "割合の疑い（1）" }).waitFor({ state: "attached" });
  await pane.getByRole("option", { name: "実績値の桁が違う疑い（1）" }).waitFor({ state: "attached" });
  await pane.getByRole("combobox", { name: "規則" }).selectOption("share-for-percent");
  await pane.getByRole("button", { name: "修正", exact: true }).click();
  await pane.getByText("修正後：50").waitFor();
  await picture("h-mend");
  await pane.getByRole("button", { name: "この内容で修正する" }).click();
  await pane.getByText("この条件に当てはまるものはありません。").waitFor();
  expect((await book.values(share))[0]?.[0]).toBe(50);
  await pane.getByRole("combobox", { name: "規則" }).selectOption("actual-implausible");
  await pane.getByText("注意：実績値の桁が違う疑い").waitFor();
  await picture("h-absurd");
});
