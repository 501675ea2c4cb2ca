/** 断るとき: どの場合も日本語の文と次にすることがあり、ブックは一つも変わらない. */

import {
  loadPlan,
  mendCells,
  previewLoad,
  previewReload,
  previewRemove,
  readPlans,
  recordRevision,
  reloadPlan,
  removePlan,
  repairPlan,
  selection,
  selectPlace,
  setEvaluationYear,
  showYear,
  undoLast,
  writeFindings,
  writeScale,
  type Answer,
  type FindingRow,
  type Reason,
  type TypedTarget,
} from "../../src/sheets";
import { DEFAULT_SCALE } from "../../src/plan/scales/bundled";
import { rectangle } from "../../src/workbench/host/model/cells/rectangle";
import type { OpenWorkbook } from "../helpers/workbook";
import { must, onlyPlan } from "./asked";
import { openLoaded } from "./loaded-workbook";
import { meanwhile } from "./meanwhile";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const because = { reason: "見直し", date: "2022/4/1", who: "企画課" };
const finding: FindingRow = {
  plan: "small",
  rule: "r",
  severity: "注意",
  message: "内容",
  remedy: "直し方",
  place: "場所",
  address: null,
  key: "k",
  accepted: null,
};

const typed: TypedTarget = {
  plan: "small",
  indicator: "1-1",
  name: "発行回数",
  year: 2022,
  before: "12.0",
  after: "15",
  address: null,
};

/** What writes, each as a person would ask for it. */
const operations: Record<string, () => Promise<Answer>> = {
  読み込み: () => loadPlan({ ...smallPlan, id: "other", municipality: "隣市" }),
  更新: () => reloadPlan(revisedPlan, because),
  取り除き: () => removePlan("small"),
  記録する: () => recordRevision("small", [typed], because),
  尺度の変更: () => writeScale("small", { ...DEFAULT_SCALE, rules: DEFAULT_SCALE.rules.slice(1) }),
  評価年度の変更: () => setEvaluationYear(2022),
  点検の書き込み: () => writeFindings([finding, finding]),
  修正: () => mendCells("small", [{ kind: "department", node: "1", before: ["広報課"], after: ["秘書課"] }]),
};

async function isRefused(
  book: OpenWorkbook,
  operation: () => Promise<Answer>,
  reason: Reason,
): Promise<string> {
  const before = await stateOf(book);
  const answer = await operation();
  expect(answer).toMatchObject({ ok: false, reason });
  const message = answer.ok ? "" : answer.message;
  expect(message).toMatch(/[ぁ-ん].*。$/u);
  expect(await stateOf(book)).toEqual(before);
  return message;
}

const nothing = (): Promise<Answer> => Promise.reject(new Error("この操作はない"));

describe.each(Object.entries(operations))("%s", (_name, operation) => {
  test("古い Excel（ExcelApi 1.12）では、何もせずに断る", async () => {
    const book = await openLoaded({ apiSets: { ExcelApi: "1.12" } });
    expect(await isRefused(book, operation, "olderExcel")).toContain("ExcelApi 1.13");
  });

  test("もう一度押しても、二つ目は断られる", async () => {
    await openLoaded();
    const [first, second] = await Promise.all([operation(), operation()]);
    expect([first.ok, second]).toMatchObject([true, { ok: false, reason: "busy" }]);
  });

  test("セルの編集中は待ち、終わってから行う", async () => {
    const book = await openLoaded();
    book.host.faults.editCell(true);
    let answer: Answer | null = null;
    const running = operation().then((given) => (answer = given));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answer).toBeNull();
    book.host.faults.editCell(false);
    expect(await running).toMatchObject({ ok: true });
  });

  test("編集中のため Excel が断れば、編集を終えるよう言う", async () => {
    const book = await openLoaded();
    const refusing = (): Promise<Answer> => {
      book.host.faults.fail({
        request: 1,
        when: { kind: "before" },
        code: "InvalidOperationInCellEditMode",
      });
      return operation();
    };
    expect(await isRefused(book, refusing, "cellEditing")).toContain("Enter か Esc");
  });
});

async function protect(book: OpenWorkbook, sheet: string): Promise<void> {
  await book.run((context) => {
    context.workbook.worksheets.getItem(sheet).protection.protect();
    return Promise.resolve();
  });
}

describe("保護", () => {
  test.each(["更新", "取り除き", "記録する", "尺度の変更", "修正"])("計画のシート: %s", async (name) => {
    const book = await openLoaded();
    await protect(book, "見本市");
    const operation = operations[name] ?? nothing;
    expect(await isRefused(book, operation, "protectedSheet")).toContain("シート保護の解除");
  });

  test.each([
    ["改定履歴", "更新"],
    ["改定履歴", "記録する"],
    ["設定", "読み込み"],
    ["設定", "更新"],
    ["設定", "取り除き"],
    ["設定", "尺度の変更"],
    ["設定", "評価年度の変更"],
    ["点検", "点検の書き込み"],
  ])("「%s」のシート: %s", async (sheet, name) => {
    const book = await openLoaded();
    await protect(book, sheet);
    await isRefused(book, operations[name] ?? nothing, "protectedSheet");
  });

  test.each(["読み込み", "更新", "取り除き", "記録する"])("ブックの構造: %s", async (name) => {
    const book = await openLoaded();
    await book.run((context) => {
      context.workbook.protection.protect();
      return Promise.resolve();
    });
    expect(await isRefused(book, operations[name] ?? nothing, "protectedWorkbook")).toContain("ブックの保護");
  });

  test("下見も同じ理由で断り、読み取りと場所の選択は保護されていてもできる", async () => {
    const book = await openLoaded();
    await protect(book, "見本市");
    await isRefused(book, () => previewReload(revisedPlan), "protectedSheet");
    await isRefused(book, () => previewRemove("small"), "protectedSheet");
    expect((await onlyPlan()).plan).toEqual(smallPlan);
    expect(
      await selectPlace({ plan: "small", indicator: "1-1", column: "actual", year: 2021 }),
    ).toMatchObject({
      ok: true,
    });
  });
});

describe("同じ名前がすでにある", () => {
  test("シート・表・名前が人のものなら、空いている名前で作り、人のものは変えない", async () => {
    const book = await openPlannerWorkbook();
    await book.run(async (context) => {
      const { workbook } = context;
      for (const name of ["見本市", "集計", "設定", "点検", "改定履歴", "控え（見本市）"])
        workbook.worksheets.add(name).getRange("A1").values = [[`${name}の人のメモ`]];
      workbook.names.add("見本市", "=Sheet1!$A$1");
      workbook.names.add("評価年度", "=Sheet1!$A$2");
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A2").values = [["令和4年度"]];
      sheet.getRange("C1:C2").values = [["課"], ["広報課"]];
      sheet.tables.add("C1:C2", true).name = "表_見本市_2";
      await context.sync();
    });
    const before = await stateOf(book);
    const { sheet, preview } = await must(loadPlan(smallPlan));
    expect(sheet).toBe("見本市（2）");
    expect(preview.names).toEqual(["見本市_2", "尺度_見本市_2"]);
    const after = await stateOf(book);
    for (const [name, state] of Object.entries(before.sheets)) expect(after.sheets[name]).toEqual(state);
    expect(after.names).toEqual(expect.arrayContaining(before.names));
    expect(await onlyPlan()).toMatchObject({ plan: smallPlan, sheet: "見本市（2）", name: "見本市_2" });
  });

  test("31文字いっぱいのシート名も、重なれば 31文字に収めて分ける", async () => {
    const long = "あ".repeat(40);
    const book = await openPlannerWorkbook();
    await book.run((context) => {
      context.workbook.worksheets.add("あ".repeat(31));
      return Promise.resolve();
    });
    const { sheet } = await must(loadPlan({ ...smallPlan, municipality: long }));
    expect(sheet).toBe(`${"あ".repeat(28)}（2）`);
    const { sheets } = await stateOf(book);
    expect(Object.keys(sheets).every((name) => name.length <= 31)).toBe(true);
    expect((await onlyPlan()).plan.municipality).toBe(long);
    await must(reloadPlan({ ...revisedPlan, municipality: long }, because));
    await must(removePlan("small"));
  });

  test("作っている間に同じ名前ができても、途中の物を残さない", async () => {
    const book = await openPlannerWorkbook();
    const failing = (): Promise<Answer> => {
      book.host.faults.fail({
        request: 5,
        when: { kind: "between", action: 40 },
        code: "ItemAlreadyExists",
      });
      return loadPlan(smallPlan);
    };
    expect(await isRefused(book, failing, "nameTaken")).toContain("同じ名前");
    expect(await loadPlan(smallPlan)).toMatchObject({ ok: true });
  });
});

async function whereIs(
  book: OpenWorkbook,
): Promise<{ sheet: string; top: number; left: number; rows: number; columns: number }> {
  return book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    const range = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
    const sheet = table.worksheet.load("id");
    await context.sync();
    const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns } = range;
    return { sheet: sheet.id, top, left, rows, columns };
  });
}

describe("ほかの人が同時に編集した", () => {
  const requestsOf = async (): Promise<number> => {
    const book = await openLoaded();
    book.host.record.clear();
    await must(reloadPlan(revisedPlan, because));
    return book.host.record.requests.length;
  };

  test("並べ替えられた表に、行を取り違えて書かない（どの要求の前でも）", async () => {
    const requests = await requestsOf();
    const outcomes: string[] = [];
    for (let request = 1; request <= requests; request++) {
      const book = await openLoaded();
      const { sheet, top, left, rows, columns } = await whereIs(book);
      meanwhile(book, request, () =>
        book.host.applyCoauthorEdit({
          kind: "sort",
          sheet,
          area: rectangle(top, left, rows, columns),
          fields: [{ key: 0, ascending: false }],
          hasHeaders: true,
        }),
      );
      const answer = await reloadPlan(revisedPlan, because);
      outcomes.push(answer.ok ? "できた" : answer.reason);
      const { plan } = await onlyPlan();
      const expected = answer.ok ? revisedPlan : smallPlan;
      expect(plan.indicators).toEqual(expected.indicators);
      book.host.dispose();
    }
    expect(outcomes).toContain("changedMeanwhile");
  }, 240_000);
});

test("通信が切れたら、切れたと言う", async () => {
  const book = await openLoaded();
  book.host.faults.loseSession(true);
  expect(await readPlans()).toMatchObject({ ok: false, reason: "lostConnection" });
  expect(await loadPlan({ ...smallPlan, id: "other" })).toMatchObject({
    ok: false,
    reason: "lostConnection",
  });
});

test("Excel のないところでは、そう言う", async () => {
  await openLoaded();
  const there = Object.getOwnPropertyDescriptor(globalThis, "Excel");
  Reflect.deleteProperty(globalThis, "Excel");
  expect(await readPlans()).toMatchObject({ ok: false, reason: "noExcel" });
  if (there) Object.defineProperty(globalThis, "Excel", there);
});

test("中止は、書き始める前ならそのまま、あとなら元に戻して終わる", async () => {
  const book = await openLoaded();
  const stopped = new AbortController();
  stopped.abort();
  const { signal } = stopped;
  await isRefused(book, () => loadPlan({ ...smallPlan, id: "other" }, { signal }), "cancelled");
  await isRefused(book, () => reloadPlan(revisedPlan, { ...because, signal }), "cancelled");
  await isRefused(book, () => removePlan("small", { signal }), "cancelled");
});

test("ない計画、ない場所、ない選択には、何がないかを言う", async () => {
  const book = await openLoaded();
  const nobody = { ...revisedPlan, id: "nobody" };
  await isRefused(book, () => previewReload(nobody), "notLoaded");
  await isRefused(book, () => reloadPlan(nobody, because), "notLoaded");
  await isRefused(book, () => previewRemove("nobody"), "notLoaded");
  await isRefused(book, () => removePlan("nobody"), "notLoaded");
  await isRefused(book, () => recordRevision("nobody", [], because), "notLoaded");
  await isRefused(book, () => writeScale("nobody", DEFAULT_SCALE), "notLoaded");
  await isRefused(book, () => mendCells("nobody", []), "notLoaded");
  await isRefused(book, () => repairPlan("nobody"), "notLoaded");
  await isRefused(book, () => showYear("nobody", 2021), "notLoaded");
  await isRefused(book, () => selectPlace({ plan: "nobody" }), "notLoaded");
  expect(
    await isRefused(book, () => selectPlace({ plan: "small", column: "actual" }), "notLoaded"),
  ).toContain("このセル");
  await isRefused(book, undoLast, "nothingToUndo");
  await book.run((context) => {
    context.workbook.worksheets.add("空").activate();
    return Promise.resolve();
  });
  await isRefused(book, selection, "noSelection");
});

test("大きな選択は読まず、選び直すよう言う", async () => {
  const book = await openLoaded();
  await book.run((context) => {
    const sheet = context.workbook.worksheets.add("大");
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("CW10000").values = [[1]];
    sheet.activate();
    sheet.getRange("A:CX").select();
    return Promise.resolve();
  });
  await isRefused(book, selection, "tooLarge");
});

describe("シートにできない計画", () => {
  const indicators = smallPlan.indicators;
  test.each([
    ["同じ ID が二つ", { ...smallPlan, indicators: [...indicators, ...indicators.slice(0, 1)] }, "ID「1-1」"],
    ["階層がない", { ...smallPlan, levels: [] }, "階層が一つもありません"],
    [
      "一つのセルに入らない長さ",
      { ...smallPlan, indicators: indicators.map((each) => ({ ...each, note: "あ".repeat(40_000) })) },
      "長すぎます",
    ],
    ["再掲があって年度が多い", { ...smallPlan, period: [2001, 2030] as [number, number] }, "年度が多すぎる"],
  ])("%s", async (_name, plan, words) => {
    const book = await openPlannerWorkbook();
    const answer = await previewLoad(plan);
    expect(answer).toMatchObject({ ok: false, reason: "badPlan" });
    expect(answer.ok ? "" : answer.detail?.join("")).toContain(words);
    await isRefused(book, () => loadPlan(plan), "badPlan");
  });
});

test("新しい版のアドインが作ったブックには、読むほかは何もしない", async () => {
  const book = await openLoaded();
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem("控え_見本市").getDataBodyRange().load("values");
    await context.sync();
    const at = body.values.findIndex((row: unknown[]) => row[1] === "名前");
    const names = JSON.parse(String(body.values[at]?.[3])) as object;
    body.getCell(at, 3).values = [[JSON.stringify({ ...names, version: 99 })]];
  });
  for (const operation of [
    readPlans,
    () => previewReload(revisedPlan),
    ...Object.values(operations).slice(0, 5),
  ])
    await isRefused(book, operation, "newerFormat");
});
