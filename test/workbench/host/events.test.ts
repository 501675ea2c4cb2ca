/** Which events reach a program, and that those which never would are refused when it asks for them. */
import { openWorkbook, type OpenWorkbook } from "../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const front = (book: OpenWorkbook) => book.host.book().activeSheet;

/** `onFiltered` is in today's Excel, not in the library on npm nor wholly in its types. */
interface Filterable {
  readonly onFiltered: { add(handler: (event: Record<string, unknown>) => Promise<void>): object };
}

const listening = async (register: (context: Context, hear: (word: string) => void) => void) => {
  const book = await openWorkbook();
  const heard: string[] = [];
  await book.write("A1:B3", [
    ["指標", "評価"],
    ["あ", "達成"],
    ["い", "未達成"],
  ]);
  await book.run(async (context) => {
    const made = sheetOf(context).tables.add("A1:B3", true);
    made.name = "表";
    sheetOf(context).load("id");
    made.load("id");
    await context.sync();
    register(context, (word) => void heard.push(word));
    await context.sync();
  });
  await book.host.settled();
  heard.length = 0;
  return { book, heard: async () => (await book.host.settled(), heard) };
};

test("onFiltered は、表の集まりにもシートの集まりにも、絞り込んだときと解いたときに届く", async () => {
  const { book, heard } = await listening((context, hear) => {
    for (const source of [context.workbook.tables, context.workbook.worksheets] as unknown as Filterable[]) {
      source.onFiltered.add(async (event) => hear(String(event["type"])));
    }
  });
  await book.run(async (context) => {
    context.workbook.tables.getItem("表").columns.getItem("評価").filter.applyValuesFilter(["達成"]);
  });
  expect(await heard()).toEqual(["WorksheetFiltered", "TableFiltered"]);
  const table = book.host.book().tables[0]?.id ?? "";
  await book.host.applyUserEdit({ kind: "filter", table, column: 1, criteria: undefined });
  expect((await heard()).length).toBe(4);
});

test("onFiltered は、その表・そのシートだけを聞くこともできる", async () => {
  const { book, heard } = await listening(() => undefined);
  const words: string[] = [];
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表");
    const sheet = sheetOf(context);
    table.load("id");
    sheet.load("id");
    await context.sync();
    (table as unknown as Filterable).onFiltered.add(
      async (event) => void words.push(`表 ${event["tableId"] === table.id}`),
    );
    (sheet as unknown as Filterable).onFiltered.add(
      async (event) => void words.push(`シート ${event["worksheetId"] === sheet.id}`),
    );
    await context.sync();
    table.columns.getItem("評価").filter.applyValuesFilter(["達成"]);
  });
  await heard();
  expect(words).toEqual(["シート true", "表 true"]);
});

test("設定が変わると onSettingsChanged、選ぶと Workbook.onSelectionChanged", async () => {
  const { book, heard } = await listening((context, hear) => {
    context.workbook.settings.onSettingsChanged.add(async () => hear("設定"));
    context.workbook.onSelectionChanged.add(async () => hear("選択"));
  });
  await book.run(async (context) => void context.workbook.settings.add("版", 1));
  expect(await heard()).toEqual(["設定"]);
  await book.run(async (context) => context.workbook.settings.getItem("版").delete());
  expect(await heard()).toEqual(["設定", "設定"]);
  const area = { top: 4, left: 1, bottom: 4, right: 1 };
  await book.host.applyUserEdit({ kind: "select", sheet: front(book), area });
  expect(await heard()).toEqual(["設定", "設定", "選択"]);
});

test("クリックは番地と位置とともに onSingleClicked に届く", async () => {
  const { book, heard } = await listening((context, hear) => {
    sheetOf(context).onSingleClicked.add(async ({ address, offsetX, offsetY }) =>
      hear(`${address} ${offsetX} ${offsetY}`),
    );
  });
  const click = { kind: "click", row: 2, column: 1, offsetX: 12, offsetY: 3 } as const;
  await book.host.applyUserEdit({ ...click, sheet: front(book) });
  expect(await heard()).toEqual(["B3 12 3"]);
});

test("書式、表示と非表示、保護、行の非表示、ブックへ戻ったことが届く", async () => {
  const { book, heard } = await listening((context, hear) => {
    const { worksheets } = context.workbook;
    worksheets.onFormatChanged.add(async ({ address }) => hear(`書式 ${address}`));
    worksheets.onVisibilityChanged.add(async ({ visibilityAfter }) => hear(`表示 ${visibilityAfter}`));
    worksheets.onProtectionChanged.add(async ({ isProtected }) => hear(`保護 ${isProtected}`));
    worksheets.onRowHiddenChanged.add(async ({ address, changeType }) => hear(`行 ${address} ${changeType}`));
    context.workbook.onActivated.add(async () => hear("ブック"));
  });
  await book.run(async (context) => {
    const other = context.workbook.worksheets.add("別");
    sheetOf(context).getRange("A2").format.font.bold = true;
    other.visibility = "Hidden";
    other.protection.protect();
    other.protection.unprotect();
  });
  const sheet = front(book);
  await book.host.applyUserEdit({ kind: "hideLines", sheet, axis: "rows", at: 5, count: 2, hidden: true });
  await book.host.applyUserEdit({ kind: "activateBook" });
  expect(await heard()).toEqual([
    "書式 A2",
    "表示 Hidden",
    "保護 true",
    "保護 false",
    "行 6:7 Hidden",
    "ブック",
  ]);
});

test.each<readonly [string, (context: Context) => void]>([
  [
    "Workbook.onAutoSaveSettingChanged",
    (context) => void context.workbook.onAutoSaveSettingChanged.add(async () => undefined),
  ],
  [
    "Shape.onActivated",
    (context) => {
      const shape = sheetOf(context).shapes.addGeometricShape("Rectangle");
      shape.load("id");
      shape.onActivated.add(async () => undefined);
    },
  ],
])("起こらないイベント %s は、聞こうとしたときに名を挙げて断る", async (name, register) => {
  const book = await openWorkbook();
  const { code, message } = await book.refusal(async (context) => {
    sheetOf(context).load("id");
    await context.sync();
    register(context);
    await context.sync();
  });
  expect([code, message]).toEqual(["NotImplemented", `${name} is not implemented in the workbench.`]);
});

test("グラフが選ばれたとき、ほかに移ったとき、消されたときに、グラフにも集まりにも届く", async () => {
  const { book, heard } = await listening(() => undefined);
  await book.run(async (context) => {
    const { charts } = sheetOf(context);
    const [first, second] = ["一", "二"].map((name) => {
      const chart = charts.add("Line", sheetOf(context).getRange("A1:B3"));
      chart.name = name;
      return chart.load("id");
    });
    await context.sync();
    const nameOf = (id: string) => (id === first?.id ? "一" : id === second?.id ? "二" : id);
    const words = heard();
    charts.onActivated.add(async (event) => void (await words).push(`選ぶ ${nameOf(event.chartId)}`));
    charts.onDeactivated.add(async (event) => void (await words).push(`離れる ${nameOf(event.chartId)}`));
    first?.onActivated.add(async (event) => void (await words).push(`自分 ${event.type}`));
    second?.onDeactivated.add(async (event) => void (await words).push(`自分 ${event.type}`));
    await context.sync();
    first?.activate();
    second?.activate();
    second?.delete();
  });
  expect(await heard()).toEqual([
    "自分 ChartActivated",
    "選ぶ 一",
    "離れる 一",
    "選ぶ 二",
    "自分 ChartDeactivated",
    "離れる 二",
  ]);
});

test("バインドした所が変わったとき、選ばれたときに、そのバインドへ届く", async () => {
  const { book, heard } = await listening(() => undefined);
  const results = await book.run(async (context) => {
    const words = await heard();
    const bound = context.workbook.bindings.add("Sheet1!B2:C4", "Range", "範囲");
    bound.load("id");
    await context.sync();
    const changed = bound.onDataChanged.add(async ({ binding }) => void words.push(`変わる ${binding.id}`));
    const selected = bound.onSelectionChanged.add(
      async ({ startRow, startColumn, rowCount, columnCount }) =>
        void words.push(`選ぶ ${startRow},${startColumn} ${rowCount}×${columnCount}`),
    );
    await context.sync();
    return { changed, selected };
  });
  await book.write("B3", [["達成"]]);
  await book.write("A1", [["外"]]);
  await book.run(async (context) => {
    sheetOf(context).getRange("C3:F3").select();
    sheetOf(context).getRange("F9").select();
  });
  expect(await heard()).toEqual(["変わる 範囲", "選ぶ 1,1 1×1"]);
  await book.run(async () => {
    results.changed.remove();
    await results.changed.context.sync();
  });
  await book.write("B3", [["未達成"]]);
  expect((await heard()).length).toBe(2);
});

test("一つのセルを空にすると前の値が届き、数式なら onFormulaChanged にも届く。書式だけを消しても値の知らせはない", async () => {
  const { book, heard } = await listening((context, hear) => {
    sheetOf(context).onChanged.add(async ({ address, details }) => {
      const change = details as Excel.ChangedEventDetail | undefined;
      hear(
        `${address} ${change ? `${change.valueBefore}→${change.valueAfter}(${change.valueTypeAfter})` : "-"}`,
      );
    });
    sheetOf(context).onFormulaChanged.add(async ({ formulaDetails: [first] }) =>
      hear(`数式 ${first?.cellAddress} ${first?.previousFormula}`),
    );
    sheetOf(context).onFormatChanged.add(async ({ address }) => hear(`書式 ${address}`));
  });
  await book.write("D1:D2", [["=1+1"], [5]]);
  await heard();
  const words = await heard();
  words.length = 0;
  const sheet = front(book);
  const cell = (row: number) => ({ top: row, left: 3, bottom: row, right: 3 });
  await book.host.applyUserEdit({ kind: "clear", sheet, area: cell(0), what: "contents" });
  await book.run(async (context) => sheetOf(context).getRange("D2").clear("Contents"));
  await book.run(async (context) => sheetOf(context).getRange("D1:D2").clear("Contents"));
  await book.host.applyUserEdit({ kind: "clear", sheet, area: cell(0), what: "formats" });
  expect(await heard()).toEqual(["数式 D1 =1+1", "D1 2→(Empty)", "D2 5→(Empty)", "D1:D2 -", "書式 D1"]);
});
