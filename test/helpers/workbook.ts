/** The words tests over the workbench's host are written in: `const book = await openWorkbook(); await book.run(async (context) => …)`. */
import { createHost } from "../../src/workbench/host/create-host";
import type { Host, HostOptions } from "../../src/workbench/host/host";
import { addNewerEvents, type NewerDoors } from "../../src/workbench/host/events/newer";
import { loadOffice, type OfficeGlobals } from "../../src/workbench/host/office-in-node";
import { createOffice } from "../../src/workbench/host/office";
import { requirements } from "../../src/workbench/host/requirements";
import { connect, hearUndoGroups } from "../../src/workbench/host/seam";

export interface OpenWorkbook {
  readonly host: Host;
  readonly office: OfficeGlobals;
  /** Excel.run of the real office.js, with a sync at the end. */
  run<Result>(batch: (context: Excel.RequestContext) => Promise<Result>): Promise<Result>;
  /** The code and message a batch fails with. */
  refusal(
    batch: (context: Excel.RequestContext) => Promise<unknown>,
  ): Promise<{ code: string; message: string }>;
  /** What cells hold: `await book.values("A1:B2")`, on the sheet in front unless one is named. */
  values(address: string, sheet?: string): Promise<unknown[][]>;
  formulas(address: string, sheet?: string): Promise<unknown[][]>;
  texts(address: string, sheet?: string): Promise<string[][]>;
  write(address: string, values: unknown[][], sheet?: string): Promise<void>;
}

const opened = new Set<Host>();
/** A test file that forgets leaves nothing behind. */
afterAll(() => {
  for (const host of opened) host.dispose();
});

export interface WorkbookOptions extends HostOptions {
  /** An older Excel: `{ ExcelApi: "1.9" }`. */
  readonly apiSets?: Readonly<Record<string, string>>;
  /** The office.js of a workbook opened before, which is led to this one from now on: loading it takes longer than most tests. */
  readonly office?: OfficeGlobals;
}

export const openWorkbook = async (options: WorkbookOptions = {}): Promise<OpenWorkbook> => {
  const created = createHost(options);
  opened.add(created);
  // Whoever runs thousands of workbooks disposes of each, and it is not kept.
  const host: Host = Object.assign(Object.create(created) as Host, {
    dispose: () => {
      opened.delete(created);
      created.dispose();
    },
  });
  const office = options.office ?? loadOffice();
  office.Office = createOffice(host, { requirements: requirements(options.apiSets) });
  connect(office.OfficeExtension, host);
  if (options.office === undefined) {
    hearUndoGroups(office.Excel);
    addNewerEvents(office.Excel, office.OfficeExtension as unknown as NewerDoors);
  }
  const run: OpenWorkbook["run"] = (batch) =>
    office.Excel.run(async (context) => {
      const result = await batch(context);
      await context.sync();
      return result;
    });
  const sheetOf = (context: Excel.RequestContext, name: string | undefined) =>
    name === undefined
      ? context.workbook.worksheets.getActiveWorksheet()
      : context.workbook.worksheets.getItem(name);
  const read =
    <Key extends "values" | "formulas" | "text">(key: Key) =>
    (address: string, sheet?: string) =>
      run(async (context) => {
        const range = sheetOf(context, sheet).getRange(address);
        range.load(key);
        await context.sync();
        return range[key];
      });
  return {
    host,
    office,
    run,
    refusal: async (batch) => {
      try {
        await run(batch);
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        return { code, message };
      }
      throw new Error("Excel should have refused this, and did not.");
    },
    values: read("values"),
    formulas: read("formulas"),
    texts: read("text"),
    write: (address, values, sheet) =>
      run(async (context) => {
        sheetOf(context, sheet).getRange(address).values = values;
      }),
  };
};
