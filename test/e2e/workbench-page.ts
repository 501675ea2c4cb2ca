/** The words browser tests speak to the workbench in: click a cell, type, run what the pane would run. */
import type { Browser, Frame, Page } from "playwright-core";
import { visit } from "./visit";

export interface WorkbenchPage {
  readonly page: Page;
  readonly complaints: string[];
  readonly foreign: string[];
  pane(): Frame;
  /** Excel.run in the pane's own frame; the source of `batch` travels, so it may use nothing from outside but `given`. */
  run<Given, Result>(
    batch: (context: Excel.RequestContext, given: Given) => Promise<Result>,
    given: Given,
  ): Promise<Result>;
  /** Inside the cell, where columns and rows still have their first widths and heights. */
  place(cell: string): Promise<{ readonly x: number; readonly y: number }>;
  click(cell: string, options?: { button?: "right"; clickCount?: number }): Promise<void>;
  type(cell: string, text: string): Promise<void>;
  write(address: string, formulas: unknown[][]): Promise<void>;
  formulas(address: string): Promise<unknown[][]>;
  values(address: string): Promise<unknown[][]>;
  texts(address: string): Promise<string[][]>;
  /** Waits until the cells hold this; answers what they hold in the end. */
  eventually<Result>(read: () => Promise<Result>, wanted: Result): Promise<Result>;
}

const column = 72;
const row = 25;
const header = { left: 46, top: 20 };

export async function openWorkbenchPage(browser: Browser): Promise<WorkbenchPage> {
  const { page, complaints, foreign } = await visit(browser, "", { width: 1400, height: 850 });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.frameLocator("#pane").getByRole("tab", { name: "計画" }).waitFor();
  const pane = (): Frame => {
    const found = page.frames().find((frame) => frame.url().includes("taskpane"));
    if (!found) throw new Error("the pane's frame is gone");
    return found;
  };
  const runIn: WorkbenchPage["run"] = async (batch, given) => {
    const handle = await pane().evaluateHandle(`(${batch.toString()})`);
    try {
      return (await pane().evaluate(
        ([body, argument]) =>
          Excel.run((context) =>
            (body as (c: Excel.RequestContext, g: unknown) => Promise<unknown>)(context, argument),
          ),
        [handle, given] as const,
      )) as never;
    } finally {
      await handle.dispose();
    }
  };
  const read = (address: string, what: "values" | "formulas" | "text") =>
    runIn(
      async (context, wanted) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(wanted.address);
        range.load(wanted.what);
        await context.sync();
        return range[wanted.what] as unknown[][];
      },
      { address, what },
    );
  const place: WorkbenchPage["place"] = async (cell) => {
    const parts = /^([A-Z])(\d+)$/.exec(cell);
    const layer = await page.locator(".cell-layer").boundingBox();
    if (!parts?.[1] || !layer) throw new Error(`${cell} is not to be found`);
    const across = parts[1].charCodeAt(0) - 65;
    const down = Number(parts[2]) - 1;
    return {
      x: layer.x + header.left + across * column + 20,
      y: layer.y + header.top + down * row + 12,
    };
  };
  const click: WorkbenchPage["click"] = async (cell, options) => {
    const { x, y } = await place(cell);
    await page.mouse.click(x, y, options);
  };
  const eventually: WorkbenchPage["eventually"] = async (readNow, wanted) => {
    let found = await readNow();
    for (let tries = 0; tries < 100 && JSON.stringify(found) !== JSON.stringify(wanted); tries += 1) {
      await page.waitForTimeout(100);
      found = await readNow();
    }
    return found;
  };
  return {
    page,
    complaints,
    foreign,
    pane,
    run: runIn,
    place,
    click,
    async type(cell, text) {
      await click(cell);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    write: (address, formulas) =>
      runIn(
        async (context, given) => {
          context.workbook.worksheets.getActiveWorksheet().getRange(given.address).formulas = given.formulas;
          await context.sync();
        },
        { address, formulas },
      ),
    formulas: (address) => read(address, "formulas"),
    values: (address) => read(address, "values"),
    texts: (address) => read(address, "text") as Promise<string[][]>,
    eventually,
  };
}
