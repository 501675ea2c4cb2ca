/** A planner's story on 進捗: actuals typed into the sheet arrive as rates, a department's share, a line, a picture; 入間's A+B. */
import type { FrameLocator } from "playwright-core";
import { accessibilityFindings } from "./accessible";
import { eachInItsOwnWorkbench, loadInPane } from "./story";
import type { WorkbenchPage } from "./workbench-page";

let workbench: WorkbenchPage;
let pane: FrameLocator;
jest.setTimeout(180_000);
eachInItsOwnWorkbench((opened, itsPane) => {
  workbench = opened;
  pane = itsPane;
});

const load = (municipality: string) => loadInPane(pane, municipality);

test("加須: 財政課の実績値を入れると達成率が出て、推移と一覧がセルとつながる", async () => {
  await load("加須市");
  await pane.getByRole("tab", { name: "進捗" }).click();
  await pane.getByRole("combobox", { name: "担当課" }).selectOption("財政課");
  await pane.getByRole("button", { name: "未入力", exact: true }).click();
  await pane
    .getByRole("button", { name: /経常収支比率/ })
    .first()
    .click();
  // The person is now at the cell: 91.8 is this year's target.
  const cell = await workbench.eventually(
    () =>
      workbench.run(async (context) => {
        const range = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return range.address.split("!")[0] ?? "";
      }, null),
    "加須市",
  );
  expect(cell).toBe("加須市");
  await workbench.run(async (context) => {
    context.workbook.getSelectedRange().values = [[91.8]];
    await context.sync();
  }, null);
  await pane.getByRole("button", { name: "集計", exact: true }).click();
  await pane.getByText(/^100\.0 %（1\/\d+）/).waitFor({ timeout: 20_000 });
  await pane.getByRole("button", { name: "推移", exact: true }).click();
  await pane.getByRole("img", { name: /経常収支比率の推移.*実績値は91\.8/ }).waitFor();
  await pane.getByRole("button", { name: "一覧", exact: true }).click();
  await pane.getByRole("button", { name: "すべて開く" }).click();
  await pane
    .getByRole("treeitem", { name: /指標 経常収支比率.*100\.0 %.*目標達成※/ })
    .first()
    .waitFor();
  expect(await accessibilityFindings(workbench.pane())).toEqual([]);
});

test("加須: 図は画像に、表はシートに貼れる形でコピーできる", async () => {
  await load("加須市");
  await pane.getByRole("tab", { name: "進捗" }).click();
  await pane.getByRole("img", { name: /目標ごとの評価の内訳/ }).waitFor();
  await pane.getByRole("button", { name: "画像をコピー" }).click();
  await pane.getByText(/図を画像としてコピーしました|PNG ファイルとして保存しました/).waitFor();
  await pane.getByRole("button", { name: "表で見る" }).click();
  await pane.getByRole("row", { name: /効果的で効率的な自治体経営/ }).waitFor();
  await pane.getByRole("button", { name: "表をコピー" }).click();
  await pane.getByText(/をコピーしました。シートの空いている所/).waitFor();
  const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\r\n")[0]?.split("\t").slice(0, 3)).toEqual(["目標", "項目数", "判定"]);
  expect(await accessibilityFindings(workbench.pane())).toEqual([]);
});

test("入間: 章ごとのA+Bの割合が読める", async () => {
  await load("入間市");
  await pane.getByRole("tab", { name: "進捗" }).click();
  const chart = pane.getByRole("img", { name: /章ごとの評価の内訳/ });
  await chart.getByText("A+B 51.4 %（18/35）").waitFor();
  await chart.getByText("A+B 62.3 %（33/53）").waitFor();
  expect(await accessibilityFindings(workbench.pane())).toEqual([]);
});
