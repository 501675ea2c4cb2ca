/**
 * LibreOffice で開く: the five plans with 加須's actuals, saved as .xlsx, show in another program what they show here. It needs
 * LibreOffice, so it is a command of its own: `npm run libreoffice`.
 */
import { catalogue } from "../../src/functions/catalogue";
import { functionsFile } from "../../src/functions/metadata";
import { loadPlan } from "../../src/sheets";
import type { Book } from "../../src/workbench/host/model/book";
import { eachCell } from "../../src/workbench/host/model/cells/grid";
import { WHOLE_SHEET } from "../../src/workbench/host/model/cells/rectangle";
import { associations } from "../functions/formula-sheet";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook, seed, SEED_NAMES } from "../sheets/planner-workbook";
import { assertThere, cellsIn, pdfOf } from "./convert";

jest.setTimeout(600_000);

let book: OpenWorkbook;

beforeAll(async () => {
  assertThere();
  book = await openPlannerWorkbook({ functions: false });
  await book.host.registerFunctions(
    {
      namespace: "PLAN",
      functions: functionsFile(catalogue, "https://example.lg.jp").functions,
      allowErrorForDataTypeAny: true,
    },
    associations(),
  );
  for (const name of SEED_NAMES) {
    const loaded = await loadPlan(seed(name));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  }
  await enterActuals();
  await book.host.settled();
});

/** 加須's targets of 令和5 as its actuals, so that rates and grades are worked out. */
async function enterActuals(): Promise<void> {
  await book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("表_加須市");
    const targets = columns.getItem("目標値 令和5年度").getDataBodyRange();
    targets.load("values");
    await context.sync();
    columns.getItem("実績値 令和5年度").getDataBodyRange().values = targets.values.map(([target]) => [
      typeof target === "number" ? target : null,
    ]);
  });
}

interface Compared {
  same: number;
  different: {
    sheet: string;
    row: number;
    column: number;
    here: unknown;
    there: string | undefined;
    /** By a formula in the cell, or one that spills into it. */
    computed: boolean;
    /** The formula says itself what to show where something cannot be worked out. */
    guarded: boolean;
  }[];
}

/** Every cell that is not empty here. */
function compared(here: Book, there: ReadonlyMap<string, readonly (readonly string[])[]>): Compared {
  const found: Compared = { same: 0, different: [] };
  for (const { name: sheet, grid } of here.sheets) {
    eachCell(grid, WHOLE_SHEET, ({ value, formula, spilledFrom }, row, column) => {
      if (value === null || value === "") return;
      const other = there.get(sheet)?.[row]?.[column];
      if (isSame(value, other)) found.same++;
      else
        found.different.push({
          sheet,
          row,
          column,
          here: value,
          there: other,
          computed: formula !== undefined || spilledFrom !== undefined,
          guarded: formula?.includes("IFERROR(") === true,
        });
    });
  }
  return found;
}

function isSame(value: unknown, other: string | undefined): boolean {
  if (other === undefined) return false;
  if (typeof value === "number") {
    const number = other.endsWith("%") ? Number(other.slice(0, -1)) / 100 : Number(other);
    return other !== "" && Math.abs(number - value) <= Math.abs(value) * 1e-12;
  }
  if (typeof value === "boolean") return other === String(value).toUpperCase();
  return other === (typeof value === "string" ? value : (value as { code?: string }).code);
}

const pagesOf = (pdf: Buffer): number => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu) ?? []).length;

test("値だけの Excel ブック：どのセルも同じ値で、PDF になる", async () => {
  const { bytes } = await book.host.saveXlsx({ valuesOnly: true });
  const { same, different } = compared(book.host.book(), cellsIn(bytes));
  process.stdout.write(`値だけの Excel ブック：${same} セルが同じ\n`);
  expect(different).toEqual([]);
  expect(same).toBeGreaterThan(10_000);
  const pages = pagesOf(pdfOf(bytes));
  process.stdout.write(`PDF：${pages} ページ\n`);
  expect(pages).toBeGreaterThan(30);
});

/** LibreOffice works arrays out anew when it opens a file, and does not know the add-in: what Excel may spill is one. */
test("数式のある Excel ブック：違うのはアドインの関数のセルと、それを引くセルだけで、どれもエラーと分かる", async () => {
  const { bytes } = await book.host.saveXlsx();
  const { same, different } = compared(book.host.book(), cellsIn(bytes));
  process.stdout.write(`数式のある Excel ブック：${same} セルが同じ、${different.length} セルが違う\n`);
  const isError = (there: string | undefined) => there === "#NAME?" || there === "#N/A";
  expect(different.filter(({ there, guarded }) => !guarded && !isError(there))).toEqual([]);
  expect(different.filter(({ computed }) => !computed)).toEqual([]);
});
