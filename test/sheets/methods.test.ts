/** 方法 of an indicator written from the pane: into its row, read back, followed by the formulas, taken back exactly. */
import { readPlans, loadPlan } from "../../src/sheets";
import { type MethodChange, setMethods } from "../../src/sheets/excel/methods";
import { undoable, undoLast } from "../../src/sheets/excel/undo";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";

async function indicators() {
  const answer = await readPlans();
  if (!answer.ok) throw new Error(answer.message);
  return answer.reading.plans[0]!.plan.indicators;
}

async function cellsOf(book: OpenWorkbook): Promise<unknown[][]> {
  return book.run(async (context) => {
    const range = context.workbook.tables.getItem("表_見本市").getRange().load("formulas");
    await context.sync();
    return range.formulas;
  });
}

describe("達成率の方法を画面から選ぶ", () => {
  let book: OpenWorkbook;
  let id: string;
  beforeEach(async () => {
    book = await openPlannerWorkbook();
    const loaded = await loadPlan(smallPlan);
    if (!loaded.ok) throw new Error(loaded.message);
    id = (await indicators())[0]!.id;
  });
  const change = (before: MethodChange["before"], after: MethodChange["after"]): MethodChange => ({
    indicator: id,
    before,
    after,
  });

  test("その行の「方法」だけに書き、読み取りと一致する", async () => {
    const before = await cellsOf(book);
    const answer = await setMethods(smallPlan.id, [change(null, "進捗率")]);
    expect(answer).toMatchObject({ ok: true, done: [{ indicator: id }], stale: [] });
    expect((await indicators())[0]!.method).toBe("進捗率");
    const after = await cellsOf(book);
    const differing = after.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell === before[at]?.[column] ? [] : [[before[0]?.[column], cell]])),
    );
    expect(differing).toEqual([["方法", "進捗率"]]);
  });

  test("自動に戻すと空になり、元に戻すと前の方法が戻る", async () => {
    await setMethods(smallPlan.id, [change(null, "進捗率")]);
    await setMethods(smallPlan.id, [change("進捗率", null)]);
    expect((await indicators())[0]!.method).toBeUndefined();
    expect(undoable()).toBe("方法の変更");
    expect(await undoLast()).toMatchObject({ ok: true });
    expect((await indicators())[0]!.method).toBe("進捗率");
  });

  test("確かめたあとに人が変えた指標と、なくなった指標は、そのままにして名を挙げる", async () => {
    await setMethods(smallPlan.id, [change(null, "達成率")]);
    const before = await cellsOf(book);
    const gone = { indicator: "いない", before: null, after: "達成率" as const };
    const stale = [change(null, "進捗率"), gone];
    expect(await setMethods(smallPlan.id, stale)).toEqual({ ok: true, done: [], stale });
    expect(await cellsOf(book)).toEqual(before);
  });

  test("読み込んでいない計画には書かない", async () => {
    expect(await setMethods("いない計画", [change(null, "達成率")])).toMatchObject({ reason: "notLoaded" });
  });

  test("保護されたシートには書かず、そのことを言う", async () => {
    await book.run(async (context) => {
      context.workbook.tables.getItem("表_見本市").worksheet.protection.protect();
      await context.sync();
    });
    const before = await cellsOf(book);
    expect(await setMethods(smallPlan.id, [change(null, "達成率")])).toMatchObject({
      reason: "protectedSheet",
    });
    expect(await cellsOf(book)).toEqual(before);
  });
});
