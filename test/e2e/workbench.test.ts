/** A person at the workbench: what they do in the grid, the pane's Excel.run sees; what the pane does, the grid shows. */
import { readFileSync } from "node:fs";
import { eachInItsOwnWorkbench } from "./story";
import { renameSheet } from "./rename-sheet";
import type { WorkbenchPage } from "./workbench-page";

let workbench: WorkbenchPage;
jest.setTimeout(120_000);
eachInItsOwnWorkbench((opened) => {
  workbench = opened;
});

const table = async () => {
  await workbench.write("A1:C4", [
    ["指標", "目標", "評価"],
    ["経常収支比率", 90, "達成"],
    ["将来負担比率", 50, "未達成"],
    ["財政力指数", 1, "達成"],
  ]);
  await workbench.run(async (context, name) => {
    const made = context.workbook.worksheets.getActiveWorksheet().tables.add("A1:C4", true);
    made.name = name;
    await context.sync();
  }, "表");
};

/** What a click on the place of this cell selects: not the cell itself where lines before it are hidden. */
const selectedAt = async (cell: string) => {
  await workbench.click(cell);
  return workbench.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    await context.sync();
    return range.address;
  }, null);
};

/** From inside the first cell to inside the second, as one selects or drags. */
const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
  const { mouse } = workbench.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 8 });
  await mouse.up();
};

const sheets = () =>
  workbench.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/tabColor,items/visibility");
    await context.sync();
    return worksheets.items.map(({ name, tabColor, visibility }) => [name, tabColor, visibility]);
  }, null);

test("打った値は Excel と同じに読まれ、数式は計算され、元に戻せる", async () => {
  const { page } = workbench;
  await workbench.type("A1", "50%");
  await workbench.type("A2", "=A1*2");
  await workbench.type("A3", "令和3年度");
  expect(await workbench.eventually(() => workbench.values("A1:A3"), [[0.5], [1], ["令和3年度"]])).toEqual([
    [0.5],
    [1],
    ["令和3年度"],
  ]);
  expect(await workbench.texts("A1:A1")).toEqual([["50%"]]);
  await page.keyboard.press("Control+z");
  expect(await workbench.eventually(() => workbench.values("A3:A3"), [[""]])).toEqual([[""]]);
  await page.keyboard.press("Control+y");
  expect(await workbench.eventually(() => workbench.values("A3:A3"), [["令和3年度"]])).toEqual([
    ["令和3年度"],
  ]);
  await page.locator("#undo").click();
  expect(await workbench.eventually(() => workbench.values("A3:A3"), [[""]])).toEqual([[""]]);
});

test("Ctrl+D は数式を下へ、Ctrl+Enter は同じ値を選んだ範囲へ、外からの貼り付けは行と列へ入る", async () => {
  const { page } = workbench;
  await workbench.write("A1:B3", [
    [1, "=A1*10"],
    [2, ""],
    [3, ""],
  ]);
  await workbench.click("B1");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  const filled = [["=A1*10"], ["=A2*10"], ["=A3*10"]];
  expect(await workbench.eventually(() => workbench.formulas("B1:B3"), filled)).toEqual(filled);

  await workbench.click("D1");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.type("同じ");
  await page.keyboard.press("Control+Enter");
  const same = [["同じ"], ["同じ"]];
  expect(await workbench.eventually(() => workbench.values("D1:D2"), same)).toEqual(same);

  await page.evaluate(() => navigator.clipboard.writeText("甲\t1,200\n乙\t=1+1"));
  await workbench.click("E1");
  await page.keyboard.press("Control+v");
  const pasted = [
    ["甲", 1200],
    ["乙", 2],
  ];
  expect(await workbench.eventually(() => workbench.values("E1:F2"), pasted)).toEqual(pasted);
});

test("写したセルの数式は貼り付け先に合わせて動く", async () => {
  const { page } = workbench;
  await workbench.write("A1:B2", [
    [5, "=A1+1"],
    [7, ""],
  ]);
  await workbench.click("B1");
  await page.keyboard.press("Control+c");
  await workbench.click("B2");
  await page.keyboard.press("Control+v");
  expect(await workbench.eventually(() => workbench.formulas("B2:B2"), [["=A2+1"]])).toEqual([["=A2+1"]]);
  expect(await workbench.values("B2:B2")).toEqual([[8]]);
});

test("選んだ範囲の縁をつかんで動かすと、それを見る数式がついていき、一度で元に戻る。切り取りも同じ", async () => {
  const { page } = workbench;
  await workbench.write("A1:B4", [
    [1, "=SUM(A1:A3)"],
    [2, ""],
    [3, ""],
    ["", ""],
  ]);
  await drag(await workbench.place("A1"), await workbench.place("A3"));
  const edge = await workbench.place("A1");
  const there = await workbench.place("D5");
  await drag({ x: edge.x, y: edge.y - 11 }, { x: there.x, y: there.y - 11 });
  expect(await workbench.eventually(() => workbench.formulas("B1:B1"), [["=SUM(D5:D7)"]])).toEqual([
    ["=SUM(D5:D7)"],
  ]);
  expect(await workbench.values("D5:D7")).toEqual([[1], [2], [3]]);
  expect(await workbench.values("A1:B1")).toEqual([["", 6]]);
  await page.keyboard.press("Control+z");
  expect(await workbench.eventually(() => workbench.formulas("A1:B1"), [[1, "=SUM(A1:A3)"]])).toEqual([
    [1, "=SUM(A1:A3)"],
  ]);
  await workbench.click("A2");
  await page.keyboard.press("Control+x");
  await workbench.click("F9");
  await page.keyboard.press("Control+v");
  expect(await workbench.eventually(() => workbench.values("F9:F9"), [[2]])).toEqual([[2]]);
  expect(await workbench.values("A2:B2")).toEqual([["", ""]]);
});

test("行と列は見出しのメニューで隠れ、再表示される。画面もプログラムもそのとおりになる", async () => {
  const { page } = workbench;
  const menu = async (at: { x: number; y: number }, words: string) => {
    await page.mouse.click(at.x, at.y, { button: "right" });
    await page.getByText(words, { exact: true }).click();
  };
  const rowHeader = async (cell: string) => ({
    ...(await workbench.place(cell)),
    x: (await layerLeft()) + 20,
  });
  const layerLeft = async () => (await page.locator(".cell-layer").boundingBox())?.x ?? 0;
  const hidden = () =>
    workbench.run(async (context) => {
      const row = context.workbook.worksheets.getActiveWorksheet().getRange("3:3");
      row.load("rowHidden");
      await context.sync();
      return row.rowHidden;
    }, null);
  const third = await rowHeader("A3");
  await page.mouse.click(third.x, third.y);
  await menu(third, "選択した行を非表示");
  expect(await workbench.eventually(hidden, true)).toBe(true);
  expect(await workbench.eventually(() => selectedAt("B3"), "Sheet1!B4")).toBe("Sheet1!B4");
  await drag(await rowHeader("A2"), await rowHeader("A3"));
  await menu(await rowHeader("A2"), "行を再表示");
  expect(await workbench.eventually(hidden, false)).toBe(false);
  expect(await workbench.eventually(() => selectedAt("B3"), "Sheet1!B3")).toBe("Sheet1!B3");
});

test("シート見出しで、加え、名前と色を変え、並べ替え、隠して戻し、消せる", async () => {
  const { page } = workbench;
  const tab = (name: string) => page.locator("[data-u-comp=slide-tab-item]").filter({ hasText: name });
  const menu = async (name: string, words: string) => {
    await tab(name).click({ button: "right" });
    await page.getByText(words, { exact: true }).last().click();
  };
  const become = async (wanted: string[][]) =>
    expect(await workbench.eventually(sheets, wanted)).toEqual(wanted);
  await page.locator("[data-u-comp=sheet-bar-append-button]").first().click();
  await become([
    ["Sheet1", "", "Visible"],
    ["Sheet2", "", "Visible"],
  ]);
  await renameSheet(page, "Sheet2", "集計");
  await become([
    ["Sheet1", "", "Visible"],
    ["集計", "", "Visible"],
  ]);
  await menu("集計", "色を変更");
  await page.locator("[data-u-comp=color-picker-presets] button").nth(30).click();
  await become([
    ["Sheet1", "", "Visible"],
    ["集計", "#B43403", "Visible"],
  ]);
  await workbench.click("A1");
  const middle = async (name: string) => {
    const box = await tab(name).boundingBox();
    return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  const from = await middle("集計");
  const to = await middle("Sheet1");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // A tab lets itself be moved only when it is held for a while.
  await page.waitForTimeout(800);
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.waitForTimeout(300);
  await page.mouse.up();
  await become([
    ["集計", "#B43403", "Visible"],
    ["Sheet1", "", "Visible"],
  ]);
  await menu("集計", "非表示");
  await become([
    ["集計", "#B43403", "Hidden"],
    ["Sheet1", "", "Visible"],
  ]);
  await menu("Sheet1", "表示");
  await page.getByText("集計", { exact: true }).last().click();
  await become([
    ["集計", "#B43403", "Visible"],
    ["Sheet1", "", "Visible"],
  ]);
  await menu("集計", "削除");
  await page.getByRole("button", { name: "確認" }).click();
  await become([["Sheet1", "", "Visible"]]);
});

test("手動計算では打っても待ち、F9 で計算される。クリックはプログラムに番地で届く", async () => {
  const { page } = workbench;
  await workbench.write("A1:B1", [[1, "=A1*2"]]);
  await workbench.run(async (context) => {
    context.workbook.application.calculationMode = "Manual";
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load("id");
    await context.sync();
    sheet.onSingleClicked.add(async ({ address }) => void (document.title = address));
    await context.sync();
  }, null);
  await workbench.type("A1", "5");
  expect(await workbench.eventually(() => workbench.values("A1:B1"), [[5, 2]])).toEqual([[5, 2]]);
  await page.keyboard.press("F9");
  expect(await workbench.eventually(() => workbench.values("A1:B1"), [[5, 10]])).toEqual([[5, 10]]);
  await workbench.click("C4");
  const clicked = () => workbench.pane().evaluate(() => document.title);
  expect(await workbench.eventually(clicked, "C4")).toBe("C4");
});

test("表の上に行を入れても、見出しを打ち替えても、構造化参照は表についていく", async () => {
  const { page } = workbench;
  await table();
  await workbench.write("E1:E1", [["=SUM(表[目標])"]]);
  await workbench.type("B1", "目標値");
  const renamed = [["=SUM(表[目標値])"]];
  expect(await workbench.eventually(() => workbench.formulas("E1:E1"), renamed)).toEqual(renamed);
  const layer = await page.locator(".cell-layer").boundingBox();
  await page.mouse.click((layer?.x ?? 0) + 20, (layer?.y ?? 0) + 32, { button: "right" });
  // On the words: the middle of the line is a field for the number of rows.
  await page
    .getByText("上に行を挿入")
    .first()
    .click({ position: { x: 12, y: 10 } });
  expect(await workbench.eventually(() => workbench.formulas("E2:E2"), renamed)).toEqual(renamed);
  expect(await workbench.values("E2:E2")).toEqual([[141]]);
});

test("一覧から選ぶ。一覧にない値は、規則の文で断られ、元の値が残る", async () => {
  const { page } = workbench;
  await workbench.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getActiveWorksheet().getRange("B2:B4");
    dataValidation.rule = { list: { inCellDropDown: true, source: "達成,未達成" } };
    dataValidation.prompt = { showPrompt: true, title: "評価", message: "一覧から選びます。" };
    dataValidation.errorAlert = {
      showAlert: true,
      style: "Stop",
      title: "評価",
      message: "達成か未達成です。",
    };
    await context.sync();
  }, null);
  await workbench.click("B2");
  await page.getByText("一覧から選びます。").waitFor();
  await page.getByRole("button", { name: "一覧から選ぶ" }).click();
  await page.getByRole("option", { name: "未達成" }).click();
  expect(await workbench.eventually(() => workbench.values("B2:B2"), [["未達成"]])).toEqual([["未達成"]]);
  await workbench.type("B2", "だいたい");
  await page.getByText("達成か未達成です。").waitFor();
  expect(await workbench.values("B2:B2")).toEqual([["未達成"]]);
});

test("フィルターは見出しのボタンから。隠れた行はプログラムからも隠れて見える", async () => {
  const { page } = workbench;
  await table();
  await page.getByRole("button", { name: "評価 の並べ替えとフィルター" }).click();
  await page.getByLabel("未達成").uncheck();
  await page.getByRole("button", { name: "OK" }).click();
  const hidden = () =>
    workbench.run(async (context) => {
      const row = context.workbook.worksheets.getActiveWorksheet().getRange("3:3");
      row.load("rowHidden");
      await context.sync();
      return row.rowHidden;
    }, null);
  expect(await workbench.eventually(hidden, true)).toBe(true);
  await page.getByRole("button", { name: "目標 の並べ替えとフィルター" }).click();
  await page.getByRole("button", { name: "降順に並べ替え" }).click();
  expect((await workbench.eventually(() => workbench.values("B2:B2"), [[90]]))[0]).toEqual([90]);
});

test("まとまりは − でたたみ、＋ で開く。プログラムが選んだセルへ画面が移る", async () => {
  const { page } = workbench;
  await workbench.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("C:D").group("ByColumns");
    await context.sync();
  }, null);
  const hidden = () =>
    workbench.run(async (context) => {
      const columns = context.workbook.worksheets.getActiveWorksheet().getRange("C:D");
      columns.load("columnHidden");
      await context.sync();
      return columns.columnHidden;
    }, null);
  await page.getByRole("button", { name: "C～D 列をたたむ" }).click();
  expect(await workbench.eventually(hidden, true)).toBe(true);
  expect(await workbench.eventually(() => selectedAt("C2"), "Sheet1!E2")).toBe("Sheet1!E2");
  await page.getByRole("button", { name: "C～D 列を開く" }).click();
  expect(await workbench.eventually(hidden, false)).toBe(false);
  await workbench.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("AA150");
    cell.values = [["ここ"]];
    cell.dataValidation.prompt = { showPrompt: true, title: "", message: "見えています" };
    cell.select();
    await context.sync();
  }, null);
  await page.getByText("見えています").waitFor();
});

test("PLAN の関数は入力の途中で候補に出て、計算され、誤りは文で説明される", async () => {
  const { page } = workbench;
  await workbench.type("A1", '=PLAN.YEAR("令和5年度")');
  expect(await workbench.eventually(() => workbench.values("A1:A1"), [[2023]])).toEqual([[2023]]);
  await workbench.type("A2", "=PLAN.YEAR(1,2,3)");
  await page.getByText("PLAN.YEAR の引数が多すぎます").waitFor();
  expect(await workbench.values("A2:A2")).toEqual([[""]]);
  await workbench.click("A3");
  await page.keyboard.type("=PLAN.YE", { delay: 60 });
  await page.getByText("PLAN.YEAR").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await workbench.write("B1:B1", [["=NAI.KANSUU(1)"]]);
  await workbench.click("B1");
  await page.getByText("関数か名前のつづりが違うか").waitFor();
});

test("シートの名前を変えると数式の参照も変わり、加えたシートはプログラムにも見える", async () => {
  const { page } = workbench;
  await workbench.write("A1:A1", [["=Sheet1!B1"]]);
  await renameSheet(page, "Sheet1", "計画");
  expect(await workbench.eventually(() => workbench.formulas("A1:A1"), [["=計画!B1"]])).toEqual([
    ["=計画!B1"],
  ]);
});

test("読み込む前に読めば PropertyNotLoaded", async () => {
  const code = await workbench
    .run(async (context) => context.workbook.worksheets.getActiveWorksheet().name, null)
    .then(
      () => "",
      (failure: unknown) => String(failure),
    );
  expect(code).toContain("PropertyNotLoaded");
});

test("リボンのボタンは manifest.xml のとおり", async () => {
  const manifest = readFileSync("manifest.xml", "utf8");
  const controls = [...manifest.matchAll(/<Control[^>]*\bid="([^"]+)"/g)].map(([, id]) => id);
  const shown = await workbench.page
    .locator("#ribbon button")
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset["control"]));
  expect(shown).toEqual(controls);
});

test("保存して開けば同じブックになる", async () => {
  const { page } = workbench;
  await table();
  await workbench.write("E1:E1", [["=SUM(表[目標])"]]);
  const download = page.waitForEvent("download");
  await page.getByLabel("保存する形式").selectOption("workbench");
  await page.getByRole("button", { name: "保存" }).click();
  const file = await (await download).path();
  const before = await workbench.formulas("A1:E4");
  await workbench.write("A1:A2", [["消し"], ["ました"]]);
  await page.locator("#open-file").setInputFiles(file);
  await page.getByText(/」を開きました。$/).waitFor();
  expect(await workbench.eventually(() => workbench.formulas("A1:E4"), before)).toEqual(before);
  expect(await workbench.values("E1:E1")).toEqual([[141]]);
});

test("窓を狭めると、セルの上の印の層も表計算の幅に縮み、作業ウィンドウにかからない", async () => {
  await table();
  const widths = () =>
    workbench.page.evaluate(() =>
      [".cell-layer", "#grid"].map((one) => document.querySelector(one)?.getBoundingClientRect().right ?? 0),
    );
  const [before = 0] = await widths();
  await workbench.page.setViewportSize({ width: before - 100, height: 850 });
  const [, grid = 0] = await widths();
  expect(grid).toBeLessThan(before);
  expect(await workbench.eventually(widths, [grid, grid])).toEqual([grid, grid]);
});
