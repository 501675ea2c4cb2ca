/** A finance officer's story: five years of 経常収支比率 beside a budget table and back again; a ratio out of the 決算 list. */
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { FrameLocator } from "playwright-core";
import { eachInItsOwnWorkbench } from "./story";
import type { WorkbenchPage } from "./workbench-page";

let workbench: WorkbenchPage;
let pane: FrameLocator;
jest.setTimeout(120_000);
eachInItsOwnWorkbench(async (opened, itsPane) => {
  workbench = opened;
  pane = itsPane;
  await pane.getByRole("tab", { name: "財政", exact: true }).click();
});

const budget = [
  ["区分", "金額"],
  ["経常経費充当一般財源等", 18300],
  ["経常一般財源等", 19000],
  ["臨財債", 1000],
  ["歳入総額", 42000],
];
const beside = "D1:I2";
const empty = [Array<string>(6).fill(""), Array<string>(6).fill("")];
const five = [
  ["指標", "令和3年度", "令和4年度", "令和5年度", "令和6年度", "令和7年度"],
  ["経常収支比率（％）", "91.8％", "91.7％", "91.6％", "91.5％", "91.4％"],
];

/** Puts the five years at D1, through the place the pane offers instead of the budget table. */
async function insertBeside(): Promise<void> {
  await workbench.write("A1:B5", budget);
  await workbench.click("A1");
  await pane
    .getByRole("checkbox", { name: /経常収支比率/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "空いている Sheet1!D1:I3 にする" }).click();
  await pane.getByRole("button", { name: "Sheet1!D1:I3 に挿入" }).click();
  expect(await workbench.eventually(() => workbench.texts(beside), five)).toEqual(five);
}

test("予算の表の隣に経常収支比率の5年分を数式で入れ、1回の元に戻すで消える", async () => {
  await insertBeside();
  expect((await workbench.formulas("E2:E2"))[0]).toEqual([
    '=PLAN.TARGET("経常収支比率","令和3年度","加須市（公表時）")',
  ]);
  await workbench.page.click("#undo");
  expect(await workbench.eventually(() => workbench.texts(beside), empty)).toEqual(empty);
  expect(await workbench.values("A1:B5")).toEqual(budget);
});

test("挿入したあと、作業ウィンドウの「取り消す」でも元どおりになる", async () => {
  await insertBeside();
  await pane.getByRole("button", { name: "取り消す" }).click();
  expect(await workbench.eventually(() => workbench.texts(beside), empty)).toEqual(empty);
  expect(await workbench.values("A1:B5")).toEqual(budget);
});

test("1つの数式（PLAN.TABLE）でも、値でも入れられる", async () => {
  await workbench.click("A1");
  await pane
    .getByRole("checkbox", { name: /経常収支比率/ })
    .first()
    .click();
  await pane.getByRole("radio", { name: /PLAN\.TABLE/ }).click();
  await pane.getByRole("button", { name: "Sheet1!A1:G3 に挿入" }).click();
  const spilled = [["経常収支比率", "％", "91.8％"]];
  expect(await workbench.eventually(() => workbench.texts("A2:C2"), spilled)).toEqual(spilled);
  await workbench.page.click("#undo");
  await pane.getByRole("radio", { name: /^値/ }).click();
  await pane.getByRole("button", { name: "Sheet1!A1:F3 に挿入" }).click();
  const values = [["経常収支比率（％）", 91.8, 91.7]];
  expect(await workbench.eventually(() => workbench.values("A2:C2"), values)).toEqual(values);
  expect(String((await workbench.values("A3:A3"))[0]?.[0])).toMatch(/公表時、令和\d+年\d+月\d+日現在の値/);
});

test("年度や項目の文字を押すと、その年度、その項目が変わる", async () => {
  await pane
    .getByRole("checkbox", { name: /経常収支比率/ })
    .first()
    .click();
  const settings = pane.getByRole("region", { name: "挿入の設定" });
  const ticked = async (group: string) => {
    const boxes = settings.getByRole("group", { name: group }).getByRole("checkbox", { checked: true });
    return boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).labels?.[0]?.innerText));
  };
  await settings.getByText("令和7年度", { exact: true }).click();
  expect(await ticked("年度")).toEqual(["令和3年度", "令和4年度", "令和5年度", "令和6年度"]);
  await settings.getByText("基準値", { exact: true }).click();
  await settings.getByText("目標値", { exact: true }).click();
  expect(await ticked("項目")).toEqual(["基準値"]);
});

test("表の中には数式を入れず、表の外の空きを示す", async () => {
  await workbench.write("A1:B2", [
    ["区分", "金額"],
    ["歳入", 1],
  ]);
  await workbench.run(async (context, address) => {
    context.workbook.worksheets.getActiveWorksheet().tables.add(address, true);
    await context.sync();
  }, "A1:H9");
  await workbench.click("C3");
  await pane
    .getByRole("checkbox", { name: /経常収支比率/ })
    .first()
    .click();
  await pane.getByText(/表の中の数式は列全体に広がるため/).waitFor();
  await pane.getByRole("button", { name: /^空いている Sheet1!/ }).waitFor();
});

test("決算の一覧から要素を拾い、比率とそれを参照する数式を入れる", async () => {
  await workbench.write("A1:B5", budget);
  await workbench.run(async (context, address) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).select();
    await context.sync();
  }, "A1:B5");
  await pane.getByRole("button", { name: "比率を計算する" }).click();
  await pane.getByRole("button", { name: "シートから拾う" }).click();
  await pane.getByText("3個の要素を拾いました").waitFor();
  await pane.getByText("経常収支比率 91.5％").waitFor();
  await workbench.click("A8");
  await pane.getByRole("button", { name: "Sheet1!A8:B8 に挿入" }).click();
  const linked = [["経常収支比率", '=PLAN.RATIO("経常収支比率",Sheet1!$B$2,Sheet1!$B$3,Sheet1!$B$4)']];
  expect(await workbench.eventually(() => workbench.formulas("A8:B8"), linked)).toEqual(linked);
  await workbench.write("B2:B2", [[19000]]);
  expect(await workbench.eventually(() => workbench.texts("B8:B8"), [["95.0％"]])).toEqual([["95.0％"]]);
});

test("読み上げと操作の妨げになるものがない（axe）", async () => {
  const script = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  // Tabster's own guards of the focus are hidden and focusable on purpose.
  const screen = JSON.stringify({ include: [["main"]], exclude: [["[data-tabster-dummy]"]] });
  const look = async () => {
    const frame = workbench.pane();
    const found = (await frame.evaluate(`${script}; axe.run(${screen})`)) as AxeResults;
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  };
  await workbench.click("A1");
  await pane
    .getByRole("checkbox", { name: /経常収支比率/ })
    .first()
    .click();
  await pane.getByRole("button", { name: /に挿入$/ }).waitFor();
  expect(await look()).toEqual([]);
  await pane.getByRole("button", { name: "比率を計算する" }).click();
  expect(await look()).toEqual([]);
});
