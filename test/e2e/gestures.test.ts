/** What a person does with whole rows, fills and sheets in a table with PLAN formulas: the workbook follows, the formulas go on, one undo takes it back; or it is refused in words. */
import { eachInItsOwnWorkbench } from "./story";
import type { WorkbenchPage } from "./workbench-page";

let workbench: WorkbenchPage;
jest.setTimeout(120_000);
eachInItsOwnWorkbench(async (opened) => {
  workbench = opened;
  await workbench.write("A1:C4", [
    ["目標", "実績", "達成率"],
    [100, 50, ""],
    [80, 60, ""],
    [50, 50, ""],
  ]);
  await workbench.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.tables.add("A1:C4", true).name = "実績表";
    sheet.getRange("C2:C4").formulas = [[rate()], [rate()], [rate()]];
    sheet.getRange("E1").formulas = [["=SUM(実績表[実績])"]];
    await context.sync();
    function rate() {
      return "=PLAN.RATE([@実績],[@目標])";
    }
  }, null);
  await become("A2:C4", [
    [100, 50, 0.5],
    [80, 60, 0.75],
    [50, 50, 1],
  ]);
});

const become = async (address: string, wanted: unknown[][]) =>
  expect([address, await workbench.eventually(() => workbench.values(address), wanted)]).toEqual([
    address,
    wanted,
  ]);

const undo = () => workbench.page.locator("#undo").click();

const rowHeader = async (cell: string) => {
  const { y } = await workbench.place(cell);
  return { x: ((await workbench.page.locator(".cell-layer").boundingBox())?.x ?? 0) + 20, y };
};

/** On the words: the middle of the line is a field for the number of rows. */
const rowMenu = async (cell: string, words: string) => {
  const { page } = workbench;
  const { x, y } = await rowHeader(cell);
  await page.mouse.click(x, y, { button: "right" });
  await page
    .getByText(words)
    .first()
    .click({ position: { x: 12, y: 10 } });
};

/** Slowly, as a hand does: what is drawn follows the pointer a moment later. */
const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
  const { page } = workbench;
  const moment = () => page.waitForTimeout(150);
  await moment();
  await page.mouse.move(from.x, from.y);
  await moment();
  await page.mouse.down();
  await moment();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await moment();
  await page.mouse.up();
};

test("表の中に行を入れると、達成率の数式が新しい行にも入り、打った値で計算される。元に戻せば一度で消える", async () => {
  await rowMenu("A3", "上に行を挿入");
  await become("A4:C5", [
    [80, 60, 0.75],
    [50, 50, 1],
  ]);
  expect(await workbench.formulas("C3:C3")).toEqual([["=PLAN.RATE([@実績],[@目標])"]]);
  await workbench.type("A3", "40");
  await workbench.type("B3", "10");
  await become("A3:E3", [[40, 10, 0.25, "", ""]]);
  await become("E1:E1", [[170]]);
  await undo();
  await undo();
  await undo();
  await become("A2:C5", [
    [100, 50, 0.5],
    [80, 60, 0.75],
    [50, 50, 1],
    ["", "", ""],
  ]);
});

test("表の行を消すと、合計も残りの達成率も続き、元に戻せば値も数式も戻る", async () => {
  await rowMenu("A3", "選択した行を削除");
  await become("A2:C4", [
    [100, 50, 0.5],
    [50, 50, 1],
    ["", "", ""],
  ]);
  await become("E1:E1", [[100]]);
  await undo();
  await become("A3:C3", [[80, 60, 0.75]]);
  expect(await workbench.formulas("C3:C3")).toEqual([["=PLAN.RATE([@実績],[@目標])"]]);
  await become("E1:E1", [[160]]);
});

test("右下の角を引いて埋めると、値は続き、達成率は計算し直され、元に戻せる", async () => {
  const { page } = workbench;
  await workbench.click("B2");
  const cell = await workbench.place("B2");
  // The corner of the cell, and a cell two rows on.
  await drag({ x: cell.x - 20 + 72, y: cell.y - 12 + 25 }, { x: cell.x, y: cell.y + 50 });
  await become("B2:C4", [
    [50, 0.5],
    [50, 0.625],
    [50, 1],
  ]);
  await undo();
  await become("B2:C4", [
    [50, 0.5],
    [60, 0.75],
    [50, 1],
  ]);
  // A series outside the table counts on.
  await workbench.write("G1:G2", [[1], [3]]);
  await drag(await workbench.place("G1"), await workbench.place("G2"));
  const last = await workbench.place("G2");
  await drag({ x: last.x - 20 + 72, y: last.y - 12 + 25 }, { x: last.x, y: last.y + 50 });
  await become("G1:G4", [[1], [3], [5], [7]]);
  await page.keyboard.press("Control+z");
  await become("G1:G4", [[1], [3], [""], [""]]);
});

test("シート見出しのメニューで写したシートは、自分の表で計算し、もとのシートは変わらない", async () => {
  const { page } = workbench;
  const tab = (name: string) => page.locator("[data-u-comp=slide-tab-item]").filter({ hasText: name });
  await tab("Sheet1").click({ button: "right" });
  await page.getByText("コピー", { exact: true }).last().click();
  await tab("Sheet1 (2)").waitFor();
  await workbench.type("B2", "90");
  await become("A2:C2", [[100, 90, 0.9]]);
  await become("E1:E1", [[200]]);
  await tab("Sheet1").first().click();
  await become("A2:C2", [[100, 50, 0.5]]);
  await become("E1:E1", [[160]]);
  await undo();
  await undo();
  await tab("Sheet1 (2)").waitFor({ state: "detached" });
  await become("A2:E2", [[100, 50, 0.5, "", ""]]);
});

test("行や列の見出しを引いて動かすことは断られ、何も変わらず、代わりのやり方が分かる", async () => {
  const { page } = workbench;
  const refused = page.getByText("行や列を見出しから引いて動かすことはできません");
  const from = await rowHeader("A3");
  const to = await rowHeader("A6");
  await page.mouse.click(from.x, from.y);
  await drag(from, to);
  await refused.waitFor();
  await workbench.click("F6");
  await refused.waitFor({ state: "hidden" });
  const column = await workbench.place("B1");
  const head = { x: column.x, y: column.y - 22 };
  await page.mouse.click(head.x, head.y);
  await drag(head, { x: head.x + 200, y: head.y });
  await refused.waitFor();
  await become("A1:C4", [
    ["目標", "実績", "達成率"],
    [100, 50, 0.5],
    [80, 60, 0.75],
    [50, 50, 1],
  ]);
});
