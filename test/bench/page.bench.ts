/** How long the workbench's page takes, and how long it stands still: a table of 2,000 × 30, and 1,000 and 20,000 cells of a custom function, beside the same by Excel's own formulas. `npx tsx test/bench/page.bench.ts` */
import type { CDPSession, Frame, Page } from "playwright-core";
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

/** The same percentages by the add-in's function and by Excel's own. */
const kinds: Readonly<Record<"custom" | "native", (row: number) => string>> = {
  custom: (row) => `=PLAN.RATE(AF${row},100)`,
  native: (row) => `=AF${row}/100`,
};
type Kind = keyof typeof kinds;

const few = 1000;
/** As many as must never freeze the page. */
const many = 20_000;

const functions = (kind: Kind, cells: number): readonly Work[] => [
  {
    what: `${kind}: formulas written`,
    cells,
    batch: excel(`
  const formula = ${kinds[kind].toString()};
  sheet.getRange("AF1:AF${cells}").values = Array.from({ length: ${cells} }, (_, row) => [row + 1]);
  sheet.getRange("AH1:AH${cells}").formulas = Array.from({ length: ${cells} }, (_, row) => [formula(row + 1)]);`),
  },
  {
    what: `${kind}: full recalculation`,
    cells,
    batch: excel(`context.workbook.application.calculate("Full");`),
  },
  {
    what: `${kind}: every input changed`,
    cells,
    batch: excel(
      `sheet.getRange("AF1:AF${cells}").values = Array.from({ length: ${cells} }, (_, row) => [row + 2]);`,
    ),
  },
  { what: `${kind}: values read`, cells, batch: excel(`sheet.getRange("AH1:AH${cells}").load("values");`) },
];

async function open(page: Page, at: string): Promise<{ pane: Frame; usable: number }> {
  const started = performance.now();
  await page.goto(at);
  await page.frameLocator("#pane").getByRole("tab", { name: "計画" }).waitFor();
  const usable = performance.now() - started;
  const pane = page.frames().find((frame) => frame.url().includes("taskpane"));
  if (!pane) throw new Error("the page has no pane");
  return { pane, usable };
}

interface Task {
  readonly name: string;
  readonly dur?: number;
  readonly tdur?: number;
}

/** The browser's own record of what its main thread did: the pane shares that thread with the page. */
async function tasksDuring(session: CDPSession, work: () => Promise<void>): Promise<Task[]> {
  const tasks: Task[] = [];
  const gather = ({ value }: { value: object[] }) =>
    tasks.push(...(value as Task[]).filter(({ name }) => name.endsWith("RunTask")));
  session.on("Tracing.dataCollected", gather);
  await session.send("Tracing.start", { transferMode: "ReportEvents", categories: "toplevel" });
  await work();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", gather);
  return tasks;
}

const longest = (lengths: readonly (number | undefined)[]): number =>
  lengths.reduce<number>((most, length) => Math.max(most, (length ?? 0) / 1000), 0);

async function measure(session: CDPSession, pane: Frame, { what, cells, batch }: Work): Promise<number> {
  let answered = Number.NaN;
  const tasks = await tasksDuring(session, async () => {
    const started = performance.now();
    await pane.evaluate(batch);
    answered = performance.now() - started;
    // What follows an answer (drawing, events) counts as a pause of the page, too.
    await pane.page().waitForTimeout(2000);
  });
  const work = tasks.filter(({ dur }) => (dur ?? 0) < 1_500_000);
  const cell = (answered / cells) * 1000;
  console.log(
    [
      what.padEnd(28),
      `${cells} cells`.padStart(13),
      `${answered.toFixed(0)} ms`.padStart(9),
      `${cell.toFixed(1)} µs/cell`.padStart(16),
      `longest task ${longest(work.map(({ dur }) => dur)).toFixed(0)} ms`.padStart(22),
      `${longest(work.map(({ tdur }) => tdur)).toFixed(0)} ms of processor`.padStart(22),
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
    const session = await page.context().newCDPSession(page);
    const times: number[] = [];
    for (const work of works) times.push(await measure(session, pane, work));
    await page.close();
    return times;
  };
  const timesOf = async (kind: Kind) => ({
    small: await onePage(functions(kind, few)),
    large: await onePage(functions(kind, many)),
  });
  try {
    await onePage([table(2000, 30)]);
    const custom = await timesOf("custom");
    const native = await timesOf("native");
    const ratio = (one: number | undefined, other: number | undefined) =>
      `×${((one ?? Number.NaN) / (other ?? Number.NaN)).toFixed(1)}`;
    console.log(`\ntime per cell, ${many} against ${few} cells; custom against native at ${many}`);
    for (const [at, { what }] of functions("custom", many).entries()) {
      console.log(
        [
          what.replace("custom: ", "").padEnd(22),
          `custom ${ratio(custom.large[at], custom.small[at])}`.padStart(14),
          `native ${ratio(native.large[at], native.small[at])}`.padStart(14),
          `custom against native ${ratio(custom.large[at], native.large[at])}`.padStart(30),
        ].join("  "),
      );
    }
  } finally {
    await browser.close();
    stop();
  }
}

void main();
