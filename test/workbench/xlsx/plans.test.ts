/** Excel のファイル: 五つの計画を読み込んだブックは、.xlsx に保存して開き直しても同じ計画である. */
import { writeFileSync } from "node:fs";
import { loadPlan, readPlans } from "../../../src/sheets";
import type { Book } from "../../../src/workbench/host/model/book";
import type { Cell } from "../../../src/workbench/host/model/cells/cell";
import { eachCellDifference } from "../../../src/workbench/host/model/difference";
import type { Sheet } from "../../../src/workbench/host/model/sheets/sheet";
import { readXlsx } from "../../../src/workbench/host/xlsx/read";
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import { bare } from "./reopened";
import { openPlannerWorkbook, seed, SEED_NAMES } from "../../sheets/planner-workbook";

const KNOWN = new Set(["PLAN.RATE", "PLAN.GRADEOF", "PLAN.SUMMARY"]);

const reopened = (book: Book): Book => {
  const written = writeXlsx(book, { spilling: new Set(["PLAN.SUMMARY"]) });
  const opened = readXlsx(written.bytes, { name: book.name, known: KNOWN });
  if (opened.kind === "refused") throw new Error(opened.reason);
  expect(opened.problems).toEqual([]);
  return opened.book;
};

const shown = ({ value, formula, spill }: Cell) => ({ value, formula, spill });

describe("五つの計画を読み込んだブック", () => {
  let before: Book;
  let after: Book;

  beforeAll(async () => {
    const book = await openPlannerWorkbook();
    for (const name of SEED_NAMES) {
      const loaded = await loadPlan(seed(name));
      if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    }
    await book.host.settled();
    before = book.host.book();
    if (process.env.PLAN_XLSX)
      writeFileSync(process.env.PLAN_XLSX, writeXlsx(before, { spilling: new Set(["PLAN.SUMMARY"]) }).bytes);
    after = reopened(before);
  });

  test("開き直すと、同じ計画が五つ読める", async () => {
    await openPlannerWorkbook({ book: after });
    const read = await readPlans();
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.reading.plans.map(({ problems }) => problems)).toEqual([[], [], [], [], []]);
    expect(read.reading.plans.map(({ plan }) => plan)).toEqual(SEED_NAMES.map(seed));
  });

  test("値・数式・スピルの違うセルが一つもない", () => {
    const different: unknown[] = [];
    let cells = 0;
    eachCellDifference(before, after, (difference) => {
      cells++;
      const [was, is] = [shown(difference.before), shown(difference.after)];
      if (JSON.stringify(was) !== JSON.stringify(is)) different.push({ ...difference, was, is });
    });
    expect(different.slice(0, 5)).toEqual([]);
    expect(cells).toBeGreaterThan(1000);
  });

  test("セルの見た目も、行と列の見た目・幅・折りたたみも同じ", () => {
    for (const [at, sheet] of before.sheets.entries()) {
      const again = after.sheets[at];
      expect(again?.rows).toEqual(sheet.rows);
      expect(again?.columns).toEqual(sheet.columns);
    }
    const different: unknown[] = [];
    eachCellDifference(before, after, ({ sheet, row, column, before: was, after: is }) => {
      if (JSON.stringify(sorted(was.style)) !== JSON.stringify(sorted(is.style)))
        different.push({ sheet, row, column, was: was.style, is: is.style });
    });
    expect(different.slice(0, 3)).toEqual([]);
  });

  test("表・名前・入力規則・条件付き書式・印刷・固定・表示も同じ", () => {
    const tables = (book: Book) => bare(book.tables.map(({ legacyId: _, ...table }) => table));
    expect(tables(after)).toEqual(tables(before));
    expect(after.names).toEqual(before.names);
    expect(after.settings).toEqual(before.settings);
    expect(after.xmlParts).toEqual(before.xmlParts);
    expect(after.activeSheet).toBe(before.activeSheet);
    for (const [at, sheet] of before.sheets.entries()) {
      const [rest, again] = [sheet, after.sheets[at] ?? sheet].map(
        ({ grid: _, rows: __, columns: ___, ...each }) => each,
      ) as [Omit<Sheet, "grid" | "rows" | "columns">, Omit<Sheet, "grid" | "rows" | "columns">];
      const without = <Format extends { id: string }>(formats: readonly Format[]) =>
        formats.map(({ id: _, ...format }) => format);
      const pageLayout = { ...rest.pageLayout, values: { paperSize: "A4", ...rest.pageLayout.values } };
      expect(bare({ ...again, conditionalFormats: without(again.conditionalFormats) })).toEqual(
        bare({ ...rest, pageLayout, conditionalFormats: without(rest.conditionalFormats) }),
      );
    }
  });
});

const sorted = (style: object | undefined): unknown =>
  style && Object.fromEntries(Object.entries(style).sort(([a], [b]) => a.localeCompare(b)));
