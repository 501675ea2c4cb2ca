/** A planner's story on 点検: a removed 担当課 and a removed target are found by themselves, gone to, put right or accepted. */
import type { FrameLocator } from "playwright-core";
import { accessibilityFindings } from "./accessible";
import { eachInItsOwnWorkbench, loadInPane } from "./story";
import type { WorkbenchPage } from "./workbench-page";

let workbench: WorkbenchPage;
let pane: FrameLocator;
jest.setTimeout(180_000);
eachInItsOwnWorkbench(async (opened, itsPane) => {
  workbench = opened;
  pane = itsPane;
  await loadInPane(pane, "加須市");
  await pane.getByRole("tab", { name: /点検/ }).click();
  await pane.getByRole("heading", { name: /^誤り 0/ }).waitFor({ timeout: 20_000 });
});

/** The first cell under a header, written as a person would empty or fill it. */
async function writeUnder(header: string, row: number, value: string): Promise<string> {
  return workbench.run(
    async (context, given) => {
      const sheet = context.workbook.worksheets.getItem("加須市");
      const table = sheet.tables.getItemAt(0);
      const heads = table.getHeaderRowRange().load("values");
      await context.sync();
      const column = (heads.values[0] ?? []).indexOf(given.header);
      const cell = table.getDataBodyRange().getCell(given.row, column).load("address,values");
      await context.sync();
      const before = String(cell.values[0]?.[0]);
      cell.values = [[given.value]];
      await context.sync();
      return before;
    },
    { header, row, value },
  );
}

test("消えた担当課と目標値が、押さなくても見つかり、セルへ行って直すと消える", async () => {
  const department = await writeUnder("担当課", 4, "");
  const target = await writeUnder("目標値 令和5年度", 6, "");
  await pane.getByRole("heading", { name: /^誤り 2/ }).waitFor({ timeout: 20_000 });
  await pane.getByText("誤り：担当課がない").waitFor();
  await pane.getByText("誤り：目標値がない").waitFor();
  expect(await accessibilityFindings(workbench.pane())).toEqual([]);
  await pane.getByRole("button", { name: /^セルへ：担当課がない/ }).click();
  const selected = () =>
    workbench.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("values,address");
      await context.sync();
      return range.address.split("!")[0] ?? "";
    }, null);
  expect(await workbench.eventually(selected, "加須市")).toBe("加須市");
  await workbench.run(async (context, name) => {
    context.workbook.getSelectedRange().values = [[name]];
    await context.sync();
  }, department);
  await writeUnder("目標値 令和5年度", 6, target);
  await pane.getByRole("heading", { name: /^誤り 0/ }).waitFor({ timeout: 20_000 });
});

test("了承は理由がなければ受け付けず、理由と名前が点検シートに残り、データが変わると外れる", async () => {
  await writeUnder("担当課", 4, "");
  await pane.getByRole("heading", { name: /^誤り 1/ }).waitFor({ timeout: 20_000 });
  await pane.getByRole("button", { name: "了承", exact: true }).first().click();
  await pane.getByRole("button", { name: "了承する" }).click();
  await pane.getByText("了承の理由がありません。理由を入れてください。").waitFor();
  expect(await accessibilityFindings(workbench.pane())).toEqual([]);
  await pane.getByRole("textbox", { name: "了承の理由" }).fill("組織改正の後に決める");
  await pane.getByRole("textbox", { name: "了承した人" }).fill("企画課");
  await pane.getByRole("button", { name: "了承する" }).click();
  await pane.getByRole("heading", { name: /^誤り 0.*了承済み 1/ }).waitFor({ timeout: 20_000 });
  const kept = await workbench.run(async (context) => {
    const range = context.workbook.worksheets.getItem("点検").getUsedRange().load("values");
    await context.sync();
    return range.values.flat().map(String);
  }, null);
  expect(kept).toEqual(expect.arrayContaining(["担当課がない", "組織改正の後に決める", "企画課"]));
  await pane.getByRole("combobox", { name: "了承" }).selectOption("accepted");
  await pane.getByText(/了承：組織改正の後に決める（企画課/).waitFor();
});

test("割合の疑いは、前と後を見せてから直す", async () => {
  await writeUnder("実績値 令和3年度", 2, "0.9");
  await pane.getByRole("option", { name: "割合の疑い（1）" }).waitFor({ state: "attached", timeout: 20_000 });
  await pane.getByRole("combobox", { name: "規則" }).selectOption("share-for-percent");
  await pane.getByRole("button", { name: "修正", exact: true }).click();
  await pane.getByText("修正後：90").waitFor();
  expect(await accessibilityFindings(workbench.pane())).toEqual([]);
  await pane.getByRole("button", { name: "この内容で修正する" }).click();
  await pane.getByText("1個のセルを修正しました。").waitFor({ timeout: 20_000 });
  await pane.getByText("この条件に当てはまるものはありません。").waitFor({ timeout: 20_000 });
});
