/** What `Office` offers beside `Excel`, in the page: dialogs that speak with the pane, the ribbon's buttons, the selection. */
import type { Browser } from "playwright-core";
import { openBrowser } from "./chromium";
import { openWorkbenchPage, type WorkbenchPage } from "./workbench-page";

let browser: Browser;
let workbench: WorkbenchPage;
beforeAll(async () => {
  browser = await openBrowser();
  workbench = await openWorkbenchPage(browser);
}, 120_000);
afterAll(() => browser.close());

/** Of Microsoft's library: keeps texts for the add-in, answering later. */
interface Storage {
  setItem(key: string, value: string): Promise<void>;
  getItem(key: string): Promise<string>;
  getKeys(): Promise<string[]>;
}

const DIALOG = `<!doctype html><html lang="ja"><title>選ぶ</title>
<script src="workbench/excel-web.js"></script><script src="workbench-office.js"></script>
<button id="yes">はい</button><p id="heard"></p>
<script src="dialog-made-for-a-test.js"></script></html>`;
const SCRIPT = `Office.onReady(() => {
  document.getElementById("yes").onclick = () => Office.context.ui.messageParent("はい");
  Office.context.ui.addHandlerAsync(Office.EventType.DialogParentMessageReceived, ({ message }) => {
    document.getElementById("heard").textContent = message;
  });
});`;

test("ダイアログは開き、子と親が言葉をやりとりし、閉じれば知らせる", async () => {
  const { page } = workbench;
  await page.route("**/dialog-made-for-a-test.html", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: DIALOG }),
  );
  await page.route("**/dialog-made-for-a-test.js", (route) =>
    route.fulfill({ contentType: "text/javascript; charset=utf-8", body: SCRIPT }),
  );
  await workbench.pane().evaluate(async () => {
    const heard: unknown[] = [];
    (window as unknown as { heard: unknown[] }).heard = heard;
    const address = new URL("dialog-made-for-a-test.html", window.location.href).href;
    const dialog = await new Promise<Office.Dialog>((done) => {
      Office.context.ui.displayDialogAsync(address, { width: 40, height: 30 }, ({ value }) => done(value));
    });
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
      heard.push("message" in event ? event.message : event.error);
      dialog.messageChild("聞きました");
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
      heard.push("error" in event ? event.error : event.message);
    });
  });
  const inside = page.frameLocator(".office-dialog iframe");
  await inside.getByRole("button", { name: "はい" }).click();
  await inside.getByText("聞きました").waitFor();
  await page.getByRole("button", { name: "ダイアログを閉じる" }).click();
  await page.locator(".office-dialog").waitFor({ state: "detached" });
  const heard = () => workbench.pane().evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  expect(await heard()).toEqual(["はい", 12006]);
  expect(workbench.complaints).toEqual([]);
}, 120_000);

test("リボンのボタンは、プログラムが止めれば押せない", async () => {
  const button = workbench.page.locator("#ribbon [data-control]").first();
  const id = await button.getAttribute("data-control");
  const enable = (enabled: boolean) =>
    workbench.pane().evaluate(
      ([control, on]) =>
        Office.ribbon.requestUpdate({
          tabs: [{ id: "TabHome", controls: [{ id: control, enabled: on }] }],
        }),
      [id ?? "", enabled] as const,
    );
  await enable(false);
  expect(await button.isDisabled()).toBe(true);
  await enable(true);
  expect(await button.isDisabled()).toBe(false);
});

test("読み込みのあとで結び付けた関数も、すぐに使われる", async () => {
  await workbench.pane().evaluate(() => CustomFunctions.associate("YEAR", () => "あとから"));
  await workbench.write("E1", [["=PLAN.YEAR(1)"]]);
  const cell = () => workbench.values("E1");
  expect(await workbench.eventually(cell, [["あとから"]])).toEqual([["あとから"]]);
});

test("選んだ所を読み書きし、OfficeRuntime.storage に覚えさせる", async () => {
  await workbench.click("B2");
  const said = await workbench.pane().evaluate(async () => {
    const { document } = Office.context;
    await new Promise((done) => document.setSelectedDataAsync([["課", 3]], done));
    const { storage } = (window as unknown as { OfficeRuntime: { storage: Storage } }).OfficeRuntime;
    await storage.setItem("最後の課", "財政課");
    return [await storage.getItem("最後の課"), await storage.getKeys()];
  });
  expect(said).toEqual(["財政課", expect.arrayContaining(["最後の課"])]);
  expect(await workbench.values("B2:C2")).toEqual([["課", 3]]);
});
