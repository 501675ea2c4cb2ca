/** 挿入: どこに何が入るかを先に見せ、何かがあるところには入れず、書式に負けず、打ち込んだあとのものは元に戻すで消さない. */

import { type Block, insertBlock, previewInsert, selection, undoable, undoLast } from "../../src/sheets";
import type { OpenWorkbook } from "../helpers/workbook";
import { must } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";

const block: Block = {
  cells: [
    ["指標", "令和3年度"],
    ["経常収支比率", 91.8],
  ],
};

async function select({ run }: OpenWorkbook, address: string, sheet = "Sheet1"): Promise<void> {
  await run((context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).select();
    return Promise.resolve();
  });
}

test("場所を言わなければ、選んでいるセルから。下見はブックを変えない", async () => {
  const book = await openPlannerWorkbook();
  await select(book, "C3");
  const { preview } = await must(previewInsert(block));
  expect(preview).toEqual({
    sheet: "Sheet1",
    address: "Sheet1!C3:D4",
    rows: 2,
    columns: 2,
    occupied: [],
    merged: [],
    hidden: false,
    table: null,
  });
  expect(await book.values("C3:D4")).toEqual([
    ["", ""],
    ["", ""],
  ]);
  await must(insertBlock(block));
  expect(await book.values("C3:D4")).toEqual(block.cells);
});

test("表の上なら、どの表かを言う", async () => {
  const book = await openPlannerWorkbook();
  await book.run((context) => {
    context.workbook.tables.add("Sheet1!B1:B3", true).name = "予算";
    return Promise.resolve();
  });
  const { preview } = await must(previewInsert(block, "Sheet1!A3"));
  expect(preview.table).toBe("予算");
});

test.each<[string, Block, string, string | undefined]>([
  ["入れるものがない", { cells: [] }, "A1", undefined],
  ["入れる列がない", { cells: [[]] }, "A1", undefined],
  ["場所でない言葉", block, "ここに", "ここに"],
  ["列全体", block, "A:A", "A:A"],
  ["ないシート", block, "決算!A1", "決算"],
])("%s なら、断って何も書かない", async (_name, given, at, detail) => {
  const book = await openPlannerWorkbook();
  await book.write("A5", [["予算"]]);
  const before = book.host.save();
  for (const answer of [await previewInsert(given, at), await insertBlock(given, at)]) {
    expect(answer).toMatchObject({ ok: false, reason: "noSelection" });
    expect(answer.ok ? undefined : answer.detail?.[0]).toBe(detail);
  }
  expect(book.host.save().sheets).toEqual(before.sheets);
});

test("結合されたセルにかかるなら、どこかを言い、何も書かない", async () => {
  const book = await openPlannerWorkbook();
  await book.run((context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:H1").merge();
    sheet.getRange("A1").values = [["令和5年度　決算（千円）"]];
    return Promise.resolve();
  });
  const { preview } = await must(previewInsert(block, "H1"));
  expect(preview).toMatchObject({ occupied: [], merged: ["Sheet1!H1"] });
  const answer = await insertBlock(block, "H1");
  expect(answer).toMatchObject({ ok: false, reason: "occupied", detail: ["Sheet1!H1"] });
  expect(answer.ok ? "" : answer.message).toMatch(/^Sheet1!H1 は結合されたセルです。/);
  expect(await book.values("H1:I2")).toEqual([
    ["", ""],
    ["", ""],
  ]);
  expect((await must(previewInsert(block, "I1"))).preview.merged).toEqual([]);
});

test.each([
  ["行", "2:2"],
  ["列", "D:D"],
])("隠れた%sにかかるなら、そう言う。入れることはできる", async (_axis, lines) => {
  const book = await openPlannerWorkbook();
  await book.run((context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(lines);
    if (lines === "2:2") range.rowHidden = true;
    else range.columnHidden = true;
    return Promise.resolve();
  });
  expect((await must(previewInsert(block, "C1"))).preview.hidden).toBe(true);
  expect((await must(previewInsert(block, "A5"))).preview.hidden).toBe(false);
  await must(insertBlock(block, "C1"));
  expect(await book.values("C1:D2")).toEqual(block.cells);
});

test.each(["A1048576", "XFD1"])("シートの端の %s からでは入りきらないと言う", async (at) => {
  await openPlannerWorkbook();
  for (const answer of [await previewInsert(block, at), await insertBlock(block, at)]) {
    expect(answer).toMatchObject({ ok: false, reason: "noSelection", detail: [at] });
    expect(answer.ok ? "" : answer.message).toBe(
      `2行×2列は、${at} からではシートの端に入りきりません。もっと上か左のセルを選んでください。`,
    );
  }
});

test("保護されたシートには入れず、そう言う", async () => {
  const book = await openPlannerWorkbook();
  await book.run((context) => {
    context.workbook.worksheets.getItem("Sheet1").protection.protect();
    return Promise.resolve();
  });
  expect(await insertBlock(block, "A1")).toMatchObject({
    ok: false,
    reason: "protectedSheet",
    detail: ["Sheet1"],
  });
});

test("文字の書式のセルにも、数は数、式は式、文字は文字で入り、空けたセルと短い行の先はそのまま", async () => {
  const book = await openPlannerWorkbook();
  await book.run((context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:E2");
    range.numberFormat = [
      ["@", "@", "@", "@", "@"],
      ["General", "0.0", "0.0", "General", "@"],
    ];
    return Promise.resolve();
  });
  await must(
    insertBlock(
      {
        cells: [
          [1.5, { formula: "=1+1" }, { number: 3, format: "0.00" }, { text: "=危険" }, null],
          [2, { formula: "=2+2" }],
        ],
      },
      "A1",
    ),
  );
  expect(await book.values("A1:E2")).toEqual([
    [1.5, 2, 3, "=危険", ""],
    [2, 4, "", "", ""],
  ]);
  const formats = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:E2").load("numberFormat");
    await context.sync();
    return range.numberFormat as string[][];
  });
  expect(formats).toEqual([
    ["General", "General", "0.00", "@", "@"],
    ["General", "0.0", "0.0", "General", "@"],
  ]);
  await must(undoLast());
  expect(undoable()).toBeNull();
});

test("入れたあとに人が書き換えたところ、シートごと消したところは、元に戻さない", async () => {
  const book = await openPlannerWorkbook();
  await must(insertBlock(block, "A1"));
  await book.write("B2", [[95]]);
  expect(await undoLast()).toMatchObject({ ok: false, reason: "cannotUndo", detail: ["Sheet1!B2"] });
  await book.run((context) => {
    context.workbook.worksheets.add("予算");
    context.workbook.worksheets.getItem("Sheet1").delete();
    return Promise.resolve();
  });
  expect(await undoLast()).toMatchObject({
    ok: false,
    reason: "cannotUndo",
    detail: ["Sheet1!A1:B1", "Sheet1!A2:B2"],
  });
  expect(undoable()).toBe("挿入");
});

test("途中で失敗すれば、値も書式も元のまま", async () => {
  const book = await openPlannerWorkbook();
  await book.run((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").numberFormat = [
      ["0.0", "@"],
      ["@", "0%"],
    ];
    return Promise.resolve();
  });
  const before = book.host.save();
  book.host.faults.fail({ request: 4, when: { kind: "after" } });
  expect(await insertBlock(block, "A1")).toMatchObject({ ok: false, reason: "undone" });
  expect(book.host.save().sheets).toEqual(before.sheets);
});

test("選んだ範囲は、使われているところだけを、シートの名とともに読む", async () => {
  const book = await openPlannerWorkbook();
  await book.write("B2:C3", [
    ["取組", "課"],
    ["清掃", "公園課"],
  ]);
  await select(book, "A:F");
  expect((await must(selection())).selection).toEqual({
    sheet: "Sheet1",
    address: "Sheet1!B2:C3",
    values: [
      ["取組", "課"],
      ["清掃", "公園課"],
    ],
  });
});
