/** What a person does to a loaded workbook, at random, and what must stand in it afterwards: shared by the tests of the sheets and `npm run fuzz`. */

import fc from "fast-check";
import { loadPlan, readPlans, reloadPlan } from "../../src/sheets";
import { sameContent } from "../../src/workbench/host/model/difference";
import type { Book } from "../../src/workbench/host/model/book";
import { rectangle } from "../../src/workbench/host/model/cells/rectangle";
import type { UserEdit } from "../../src/workbench/host/person/edit";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";

interface Where {
  sheet: string;
  top: number;
  left: number;
  rows: number;
  columns: number;
  values: unknown[][];
}

/** Where the plan's table is now: a person finds it by looking. */
async function look(book: OpenWorkbook): Promise<Where> {
  return book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    const range = table.getRange().load("values,rowIndex,columnIndex,rowCount,columnCount");
    const sheet = table.worksheet.load("id");
    await context.sync();
    return {
      sheet: sheet.id,
      top: range.rowIndex,
      left: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
      values: range.values,
    };
  });
}

export type Action =
  | { kind: "actual"; indicator: number; year: number; value: number }
  | { kind: "paste"; indicator: number; value: number }
  | { kind: "sort"; column: number; ascending: boolean }
  | { kind: "insertRow"; at: number }
  | { kind: "insertColumn"; at: number }
  | { kind: "deleteRow"; at: number }
  | { kind: "rename"; name: string }
  | { kind: "userColumn"; value: string }
  | { kind: "undo" };

const ids = smallPlan.indicators.map(({ id }) => id);
const years = ["令和3年度", "令和4年度", "令和5年度"];

export const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("actual" as const),
        indicator: fc.nat(3),
        year: fc.nat(2),
        value: fc.integer({ min: 1, max: 9999 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("paste" as const),
        indicator: fc.nat(3),
        value: fc.integer({ min: 1, max: 9999 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("sort" as const),
        column: fc.nat(20),
        ascending: fc.boolean(),
      }),
    },
    fc.record({ kind: fc.constant("insertRow" as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constant("insertColumn" as const), at: fc.nat(25) }),
    fc.record({ kind: fc.constant("deleteRow" as const), at: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      kind: fc.constant("rename" as const),
      name: fc.constantFrom("実績管理", "R3 計画", "加須'市"),
    }),
    fc.record({ kind: fc.constant("userColumn" as const), value: fc.constantFrom("加藤", "=1+1", "要確認") }),
    { weight: 2, arbitrary: fc.constant({ kind: "undo" as const }) },
  ),
  { maxLength: 10 },
);

type Typed = Record<string, Record<string, string>>;

/** What the person did, and what must stand in the plan afterwards. */
async function perform(book: OpenWorkbook, action: Action, typed: Typed, past: Typed[]): Promise<Typed> {
  const where = await look(book);
  const header = where.values[0] ?? [];
  const idAt = header.indexOf("ID");
  const rowOf = (id: string): number => where.values.findIndex((row, at) => at > 0 && row[idAt] === id);
  const edit = async (userEdit: UserEdit, next: Typed = typed): Promise<Typed> => {
    const before = book.host.book();
    const outcome = await book.host.applyUserEdit(userEdit);
    // A sort that moves nothing is no step that 元に戻す would take back.
    if (outcome.kind !== "done" || sameContent(before, book.host.book())) return typed;
    past.push(typed);
    return next;
  };
  const { sheet, top, left } = where;
  switch (action.kind) {
    case "actual": {
      const id = ids[action.indicator] ?? "";
      const row = rowOf(id);
      const column = header.indexOf(`実績値 ${years[action.year] ?? ""}`);
      if (row < 0 || column < 0) return typed;
      const next = { ...typed, [id]: { ...typed[id], [2021 + action.year]: String(action.value) } };
      return edit(
        { kind: "type", sheet, row: top + row, column: left + column, text: String(action.value) },
        next,
      );
    }
    case "paste": {
      const id = ids[action.indicator] ?? "";
      const row = rowOf(id);
      const column = header.indexOf("実績値 令和4年度");
      if (row < 0) return typed;
      const next = { ...typed, [id]: { ...typed[id], 2022: String(action.value) } };
      return edit(
        { kind: "paste", sheet, row: top + row, column: left + column, values: [[action.value]] },
        next,
      );
    }
    case "sort": {
      const area = rectangle(top, left, where.rows, where.columns);
      return edit({
        kind: "sort",
        sheet,
        area,
        fields: [{ key: action.column % where.columns, ascending: action.ascending }],
        hasHeaders: true,
      });
    }
    case "insertRow":
      return edit({ kind: "insertRows", sheet, at: top - 1 + action.at, count: 1 });
    case "insertColumn":
      return edit({ kind: "insertColumns", sheet, at: left + action.at, count: 1 });
    case "deleteRow": {
      const row = where.values[action.at];
      const id = String(row?.[idAt] ?? "");
      if (row === undefined || where.rows < 4) return typed;
      const { [id]: _gone, ...rest } = typed;
      return edit({ kind: "deleteRows", sheet, at: top + action.at, count: 1 }, rest);
    }
    case "rename":
      return edit({ kind: "renameSheet", sheet, name: action.name });
    case "userColumn":
      return edit({
        kind: "paste",
        sheet,
        row: top + 1,
        column: left + where.columns + 1,
        values: [[action.value]],
      });
    case "undo": {
      const undone = await book.host.undo();
      return undone ? (past.pop() ?? typed) : typed;
    }
  }
}

function actualsIn(plan: { indicators: { id: string; actuals?: Record<string, string> }[] }): Typed {
  return Object.fromEntries(
    plan.indicators.flatMap(({ id, actuals }) =>
      actuals !== undefined && Object.keys(actuals).length > 0 ? [[id, actuals]] : [],
    ),
  );
}

/** Loaded once; a book of the host never changes, so every run starts from it. */
export async function loadedBook(): Promise<Book> {
  const first = await openPlannerWorkbook();
  const loaded = await loadPlan(smallPlan);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  await first.host.settled();
  return first.host.book();
}

/** What was typed is read back, and survives an update. */
export async function expectNothingTypedIsLost(start: Book, list: readonly Action[]): Promise<void> {
  const book = await openPlannerWorkbook({ book: start });
  let typed: Typed = {};
  const past: Typed[] = [];
  for (const action of list) typed = await perform(book, action, typed, past);
  const read = await readPlans();
  if (!read.ok) throw new Error(JSON.stringify(read));
  const [plan] = read.reading.plans;
  expect(actualsIn(plan?.plan ?? { indicators: [] })).toEqual(typed);
  const update = await reloadPlan(revisedPlan, { reason: "見直し", date: "2022/4/1" });
  if (!update.ok) throw new Error(JSON.stringify(update));
  const after = await readPlans();
  if (!after.ok) throw new Error(JSON.stringify(after));
  expect(actualsIn(after.reading.plans[0]?.plan ?? { indicators: [] })).toEqual(typed);
  book.host.dispose();
}
