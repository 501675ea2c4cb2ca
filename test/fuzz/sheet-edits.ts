/** A loaded workbook in the hands of people: orderly ones, who leave the table a table, and unruly ones, who do anything anywhere. */
import fc from "fast-check";
import { readPlans, reloadPlan, removePlan, type Answer } from "../../src/sheets";
import type { Book } from "../../src/workbench/host/model/book";
import { rectangle } from "../../src/workbench/host/model/cells/rectangle";
import type { UserEdit } from "../../src/workbench/host/person/edit";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook } from "../sheets/planner-workbook";
import { actions, expectNothingTypedIsLost, loadedBook } from "../sheets/random-edits";
import { revisedPlan } from "../sheets/small-plan";
import { stateOf } from "../sheets/workbook-state";
import type { Fuzzed } from "./fuzzed";

export const orderlyEdits: Fuzzed = {
  name: "sheet-edits",
  drawn: "読み込んだブックでの入力・貼り付け・並べ替え・行と列の挿入と削除・名前の変更・元に戻す、10 回まで",
  holds: "打ち込んだ実績は一つも失われず、別の指標に付かない。更新のあとも同じ",
  property: async () => {
    const start = await loadedBook();
    return fc.asyncProperty(actions, (list) => expectNothingTypedIsLost(start, list));
  },
  runs: 4,
};

const row = fc.nat(14);
const column = fc.nat(32);
const size = fc.integer({ min: 1, max: 4 });
const area = fc
  .tuple(row, column, size, size)
  .map(([top, left, rows, columns]) => rectangle(top, left, rows, columns));
const word = fc.constantFrom(
  "=1+1",
  "'",
  "ID",
  "実績値 令和3年度",
  "未入力",
  "-",
  "999",
  "１以上",
  "=A1",
  "50%",
);

type Wild = (sheet: string) => UserEdit;
/** The sheet is chosen when the edit is made: by then some may be gone. */
const wild: fc.Arbitrary<{ at: number; make: Wild; drawn: string }> = fc
  .tuple(
    fc.nat(),
    fc.oneof(
      fc
        .tuple(row, column, word)
        .map(([at, left, text]): Wild => (sheet) => ({ kind: "type", sheet, row: at, column: left, text })),
      fc
        .tuple(area, fc.constantFrom("contents" as const, "all" as const))
        .map(([where, what]): Wild => (sheet) => ({ kind: "clear", sheet, area: where, what })),
      fc.tuple(row, size).map(([at, count]): Wild => (sheet) => ({ kind: "deleteRows", sheet, at, count })),
      fc
        .tuple(column, size)
        .map(([at, count]): Wild => (sheet) => ({ kind: "deleteColumns", sheet, at, count })),
      fc.tuple(row, size).map(([at, count]): Wild => (sheet) => ({ kind: "insertRows", sheet, at, count })),
      fc
        .tuple(column, size)
        .map(([at, count]): Wild => (sheet) => ({ kind: "insertColumns", sheet, at, count })),
      fc
        .tuple(area, fc.constantFrom("Down" as const, "Right" as const))
        .map(([where, shift]): Wild => (sheet) => ({ kind: "insertCells", sheet, area: where, shift })),
      fc
        .tuple(area, fc.constantFrom("Up" as const, "Left" as const))
        .map(([where, shift]): Wild => (sheet) => ({ kind: "deleteCells", sheet, area: where, shift })),
      fc.tuple(area, fc.nat(3), fc.boolean()).map(([where, key, ascending]): Wild => (sheet) => ({
        kind: "sort",
        sheet,
        area: where,
        fields: [{ key, ascending }],
      })),
      fc
        .constantFrom("計画", "集計", "設定", "a'b", "=1")
        .map((name): Wild => (sheet) => ({ kind: "renameSheet", sheet, name })),
      fc.constant<Wild>((sheet) => ({ kind: "deleteSheet", sheet })),
      fc
        .constantFrom("Hidden" as const, "Visible" as const)
        .map((visibility): Wild => (sheet) => ({ kind: "showSheet", sheet, visibility })),
    ),
  )
  .map(([at, make]) => ({ at, make, drawn: JSON.stringify(make("…")) }));

/** A note of the person's own, unlike any other cell, in a place drawn. */
const note = fc.tuple(fc.nat(), row, column);

/** Notes that stand in the workbook, each as often as it stands there; also behind the mark of a row that left the plan. */
async function notesIn(book: OpenWorkbook): Promise<string[]> {
  const { sheets } = await stateOf(book);
  return Object.values(sheets)
    .flatMap(({ cells }) => Object.values(cells))
    .flatMap((cell) => (typeof cell === "string" ? (cell.match(/手書き\d+/g) ?? []) : []))
    .sort();
}

/** The hidden copy (控え) is the add-in's own, and nobody's to write in. */
const sheetsOf = (book: OpenWorkbook): string[] =>
  book.host
    .book()
    .sheets.filter(({ name }) => !name.startsWith("控え"))
    .map(({ id }) => id);
const oneOf = (list: readonly string[], at: number): string => list[at % list.length] ?? "";

async function expectNotesKept(
  start: Book,
  edits: readonly { at: number; make: Wild }[],
  notes: readonly (readonly [number, number, number])[],
): Promise<void> {
  const book = await openPlannerWorkbook({ book: start });
  for (const { at, make } of edits) await book.host.applyUserEdit(make(oneOf(sheetsOf(book), at)));
  for (const [at, [which, top, left]] of notes.entries())
    await book.host.applyUserEdit({
      kind: "paste",
      sheet: oneOf(sheetsOf(book), which),
      row: top,
      column: left,
      values: [[`手書き${at}`]],
    });
  const written = await notesIn(book);
  expect(await readPlans()).toMatchObject({ ok: true });
  const told = async (answer: Answer): Promise<void> => {
    if (!answer.ok) expect(answer.message).toMatch(/[ぁ-ん].*。/su);
    if (!answer.ok) expect(["lostConnection", "unfinished"]).not.toContain(answer.reason);
    const now = new Set(await notesIn(book));
    expect(written.filter((each) => !now.has(each))).toEqual([]);
  };
  await told(await reloadPlan(revisedPlan, { reason: "見直し", date: "2022/4/1" }));
  expect(await readPlans()).toMatchObject({ ok: true });
  await told(await removePlan("small"));
  expect(await readPlans()).toMatchObject({ ok: true });
  book.host.dispose();
}

export const unrulyEdits: Fuzzed = {
  name: "unruly-edits",
  drawn:
    "読み込んだブックのどのシートでも、どのセルでも、消す・ずらす・並べ替える・シートを消す、8 回までと、好きな所への書き込み",
  holds: "読み戻し・更新・取り除きは必ず答え（できたか、日本語の理由）、書き込みは一つも失われない",
  property: async () => {
    const start = await loadedBook();
    return fc.asyncProperty(
      fc.array(wild, { maxLength: 8 }),
      fc.array(note, { minLength: 1, maxLength: 4 }),
      (edits, notes) => expectNotesKept(start, edits, notes),
    );
  },
  runs: 4,
};
