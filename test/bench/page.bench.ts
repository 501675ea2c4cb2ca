/** How long the workbench's page takes, and how long it stands still: a table of 2,000 × 30, custom functions in 1,000 and 10,000 cells. `npx tsx test/bench/page.bench.ts` */
import type { Frame, Page } from "playwright-core";
import { openBrowser } from "../e2e/chromium";
import { address, startServer } from "../e2e/server";

/** A page that runs on its own: `PAGE=http://localhost:3000/`. */
const given = process.env.PAGE;

interface Work {
  readonly what: string;
  readonly cells: number;
  /** Excel.run in the pane, as source. */
  readonly batch: string;
}

const excel = (lines: string) => `Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  ${lines}
  await context.sync();
})`;

const table = (rows: number, columns: number): Work => ({
  what: `table of ${rows} × ${columns}`,
  cells: rows * columns,
  batch: excel(`
  const values = [Array.from({ length: ${columns} }, (_, column) => "列" + (column + 1))];
  for (let row = 1; row < ${rows}; row += 1)
    values.push(Array.from({ length: ${columns} }, (_, column) => (column % 3 ? "指標の名前" + row + "の" + column : row / 7)));
  const range = sheet.getRange("A1").getResizedRange(${rows - 1}, ${columns - 1});
  range.values = values;
  sheet.tables.add(range, true);`),
});

const functions = (cells: number): readonly Work[] => [
  {
    what: "custom functions written",
    cells,
    batch: excel(`
  sheet.getRange("AF1:AF${cells}").values = Array.from({ length: ${cells} }, (_, row) => [row + 1]);
  sheet.getRange("AH1:AH${cells}").formulas = Array.from({ length: ${cells} }, (_, row) => ["=PLAN.RATE(AF" + (row + 1) + ",100)"]);`),
  },
  { what: "full recalculation", cells, batch: excel(`context.workbook.application.calculate("Full");`) },
  {
    what: "every input changed",
    cells,
    batch: excel(
      `sheet.getRange("AF1:AF${cells}").values = Array.from({ length: ${cells} }, (_, row) => [row + 2]);`,
    ),
  },
  {
    what: "values read",
    cells,
    batch: excel(`sheet.getRange("AH1:AH${cells}").load("values");`),
  },
];

async function open(page: Page, at: string): Promise<{ pane: Frame; usable: number }> {
  await page.addInitScript(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  const started = performance.now();
  await page.goto(at);
  await page.frameLocator("#pane").getByRole("tab", { name: "計画" }).waitFor();
  const usable = performance.now() - started;
  const pane = page.frames().find((frame) => frame.url().includes("taskpane"));
  if (!pane) throw new Error("the page has no pane");
  return { pane, usable };
}

const pauses = (page: Page) =>
  page.evaluate(() => (window as unknown as { durations: number[] }).durations.splice(0));

async function measure(page: Page, pane: Frame, { what, cells, batch }: Work): Promise<number> {
  await pauses(page);
  const started = performance.now();
  await pane.evaluate(batch);
  const answered = performance.now() - started;
  // What follows an answer (drawing, events) counts as a pause of the page, too.
  await page.waitForTimeout(2000);
  const longest = Math.max(0, ...(await pauses(page)));
  const cell = (answered / cells) * 1000;
  console.log(
    [
      what.padEnd(28),
      `${cells} cells`.padStart(13),
      `${answered.toFixed(0)} ms`.padStart(9),
      `${cell.toFixed(1)} µs/cell`.padStart(16),
      `longest pause ${longest.toFixed(0)} ms`.padStart(24),
    ].join("  "),
  );
  return cell;
}

async function main(): Promise<void> {
  const stop = given ? () => undefined : await startServer();
  const browser = await openBrowser();
  const onePage = async (works: readonly Work[]): Promise<number[]> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { pane, usable } = await open(page, given ?? address);
    await page.waitForTimeout(1500);
    console.log(`page usable after ${usable.toFixed(0)} ms`);
    const times: number[] = [];
    for (const work of works) times.push(await measure(page, pane, work));
    await page.close();
    return times;
  };
  try {
    await onePage([table(2000, 30)]);
    const small = await onePage(functions(1000));
    const large = await onePage(functions(10_000));
    for (const [at, { what }] of functions(10_000).entries()) {
      const growth = (large[at] ?? Number.NaN) / (small[at] ?? Number.NaN);
      console.log(`${what}: time per cell from 1,000 to 10,000 ×${growth.toFixed(1)}`);
    }
  } finally {
    await browser.close();
    stop();
  }
}

void main();
