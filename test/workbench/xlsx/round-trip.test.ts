/** 書いて読み戻す: 計画のシートにはない設定も、同じに戻る. 値だけの保存と、保存しないものの知らせも. */
import { strFromU8, unzipSync } from "fflate";
import { cellAt } from "../../../src/workbench/host/model/cells/grid";
import { sentence } from "../../../src/workbench/host/xlsx/problems";
import { readXlsx } from "../../../src/workbench/host/xlsx/read";
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import type { Book } from "../../../src/workbench/host/model/book";
import { bare, firstSheet, made, partsOf, reopened } from "./reopened";
import { disorder } from "./schema-order";

test("セルの見た目：字・塗り・罫線・配置・表示形式・保護", async () => {
  const book = await made((_, sheet) => {
    sheet.getRange("A1:C3").values = [
      ["字", 1, true],
      ["=", "'=1+1", -2.5],
      ["", "　前後の空白 ", 45000],
    ];
    const { format } = sheet.getRange("A1");
    format.font.set({
      name: "ＭＳ 明朝",
      size: 14,
      bold: true,
      italic: true,
      color: "#C00000",
      underline: "Double",
      strikethrough: true,
    });
    format.fill.color = "#FFF2CC";
    format.borders.getItem("EdgeBottom").set({ style: "Double", weight: "Thick", color: "#0000FF" });
    format.borders.getItem("EdgeTop").set({ style: "Continuous", weight: "Medium" });
    format.set({
      horizontalAlignment: "CenterAcrossSelection",
      verticalAlignment: "Top",
      wrapText: true,
      textOrientation: -45,
    });
    format.protection.locked = false;
    sheet.getRange("C3").numberFormat = [['ggge"年"m"月"d"日"']];
    sheet.getRange("B2").format.indentLevel = 2;
  });
  const [was, is] = [book, reopened(book)].map(({ sheets: [sheet] }) =>
    [0, 1, 2].map((row) => [0, 1, 2].map((column) => sheet && cellAt(sheet.grid, row, column))),
  );
  expect(is).toEqual(was);
});

test("行と列とシート全体の見た目は、その下の空のセルにも残る", async () => {
  const book = await made((_, sheet) => {
    sheet.getRange().format.font.name = "Meiryo";
    sheet.getRange("B:B").format.fill.color = "#DDEBF7";
    sheet.getRange("3:3").format.font.bold = true;
    sheet.getRange("B5").format.fill.clear();
    sheet.getRange("D:D").format.columnWidth = 120;
    sheet.getRange("2:2").rowHidden = true;
  });
  const [was] = book.sheets;
  const [is] = reopened(book).sheets;
  expect(is?.style).toEqual(was?.style);
  expect(is?.columns).toEqual(was?.columns);
  expect(is?.rows).toEqual(was?.rows);
});

test("シート：結合・固定・見出しの色・隠す・保護・枠線、ブックの構造の保護", async () => {
  const book = await made((context, sheet) => {
    sheet.getRange("A1:B2").merge();
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
    sheet.tabColor = "#70AD47";
    sheet.showGridlines = false;
    sheet.protection.protect({ allowSort: true, selectionMode: "Unlocked" });
    context.workbook.worksheets.add("隠す").visibility = "Hidden";
    context.workbook.worksheets.add("深く隠す").visibility = "VeryHidden";
    context.workbook.protection.protect();
  });
  const again = reopened(book);
  expect(again.protection).toEqual(book.protection);
  expect(again.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
    book.sheets.map(({ name, visibility }) => [name, visibility]),
  );
  for (const key of ["frozen", "tabColor", "showGridlines", "protection"] as const)
    expect(again.sheets[0]?.[key]).toEqual(book.sheets[0]?.[key]);
  expect(again.sheets[0]?.merged).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
});

test("パスワードは引き継げないことを告げる", async () => {
  const book = await made((_, sheet) => sheet.protection.protect({}, "ひみつ"));
  const opened = readXlsx(writeXlsx(book).bytes);
  if (opened.kind === "refused") throw new Error(opened.reason);
  expect(opened.problems.map(sentence)).toEqual([
    "Sheet1：シートの保護のパスワード。保護は残しましたが、パスワードは引き継げません。ここでは、パスワードなしで解除できます。",
  ]);
});

test("条件付き書式：値・文字・数式・上位・平均・重複・色の段階・データ バー・アイコン", async () => {
  const book = await made((_, sheet) => {
    const add = (type: `${Excel.ConditionalFormatType}`) =>
      sheet.getRange("A1:A9").conditionalFormats.add(type as Excel.ConditionalFormatType);
    const value = add("CellValue");
    value.cellValue.format.font.color = "#9C0006";
    value.cellValue.rule = { formula1: "=10", formula2: "=20", operator: "Between" };
    const text = add("ContainsText");
    text.textComparison.format.fill.color = "#FFEB9C";
    text.textComparison.rule = { operator: "BeginsWith", text: '未"入力' };
    const custom = add("Custom");
    custom.custom.rule.formula = "=$A1>B1";
    custom.custom.format.font.bold = true;
    custom.stopIfTrue = true;
    add("TopBottom").topBottom.rule = { rank: 3, type: "BottomPercent" };
    add("PresetCriteria").preset.rule = { criterion: "TwoStdDevBelowAverage" };
    add("PresetCriteria").preset.rule = { criterion: "DuplicateValues" };
    add("PresetCriteria").preset.rule = { criterion: "Blanks" };
    add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#F8696B" },
      midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
      maximum: { type: "HighestValue", color: "#63BE7B" },
    };
    add("DataBar").dataBar.lowerBoundRule = { type: "Number", formula: "5" };
    add("IconSet").iconSet.style = "FourArrows";
  });
  const without = (each: Book) =>
    each.sheets[0]?.conditionalFormats.map(({ id: _, areas: [area], ...format }) => ({
      ...format,
      top: area?.top,
      bottom: area?.bottom,
    }));
  // A file says also what was left to the default.
  expect(without(reopened(book))).toMatchObject(without(book) ?? []);
});

test("条件付き書式：データ バーのすべて、Excel 2010 からのアイコン、一つずつ選んだアイコン", async () => {
  const book = await made((_, sheet) => {
    const add = (type: "DataBar" | "IconSet") => sheet.getRange("A1:A9").conditionalFormats.add(type);
    const bar = add("DataBar").dataBar;
    bar.set({ barDirection: "RightToLeft", axisFormat: "CellMidPoint", axisColor: "#7F7F7F" });
    bar.set({
      lowerBoundRule: { type: "Number", formula: "-10" },
      upperBoundRule: { type: "Formula", formula: "=$B$1" },
    });
    bar.positiveFormat.set({ fillColor: "#70AD47", borderColor: "#375623", gradientFill: false });
    bar.negativeFormat.set({ fillColor: "#C00000", borderColor: "#800000" });
    const match = add("DataBar").dataBar;
    match.set({ axisFormat: "None", showDataBarOnly: true });
    match.negativeFormat.set({ matchPositiveFillColor: true, matchPositiveBorderColor: true });
    add("IconSet").iconSet.style = "FiveBoxes";
    const own = add("IconSet");
    own.stopIfTrue = true;
    own.iconSet.style = "ThreeFlags";
    own.iconSet.reverseIconOrder = true;
    own.iconSet.criteria = [
      { customIcon: { set: "ThreeStars", index: 2 } },
      { type: "Number", operator: "GreaterThan", formula: "50", customIcon: { set: "Invalid", index: 0 } },
      { type: "Percent", operator: "GreaterThanOrEqual", formula: "80" },
    ] as Excel.ConditionalIconCriterion[];
  });
  const without = (each: Book) =>
    bare(firstSheet(each).conditionalFormats.map(({ id: _, ...format }) => format));
  expect(without(reopened(book))).toMatchObject(without(book));
  const xml = partsOf(book)["xl/worksheets/sheet1.xml"] ?? "";
  const [, id] = /<x14:id>(.*?)<\/x14:id>/.exec(xml) ?? [];
  expect(xml).toContain(`<x14:cfRule type="dataBar" id="${id}">`);
  expect(xml).toContain('<x14:cfvo type="formula"><xm:f>$B$1</xm:f></x14:cfvo>');
  expect(disorder(partsOf(book))).toEqual([]);
});

test("絞り込み：セルの色・字の色・年や月や日で", async () => {
  const book = await made((_, sheet) => {
    sheet.getRange("A1:C4").values = [
      ["課", "数", "日"],
      ["財政課", 1, 45383],
      ["企画課", 2, 45400],
      ["財政課", 3, 45800],
    ];
    sheet.getRange("A3").format.fill.color = "#FFFF00";
    sheet.getRange("B3").format.font.color = "#FF0000";
    const { columns } = sheet.tables.add("A1:C4", true);
    columns.getItem("課").filter.applyCellColorFilter("#FFFF00");
    columns.getItem("数").filter.applyFontColorFilter("#FF0000");
    columns.getItem("日").filter.applyValuesFilter([
      { date: "2024-04-18", specificity: "Day" },
      { date: "2025-05-01", specificity: "Month" },
    ] as unknown as Excel.FilterDatetime[]);
  });
  const again = reopened(book);
  const filters = (each: Book) => each.tables[0]?.columns.map(({ filter }) => filter);
  expect(filters(again)).toEqual([
    { filterOn: "CellColor", color: "#FFFF00" },
    { filterOn: "FontColor", color: "#FF0000" },
    {
      filterOn: "Values",
      values: [
        { date: "2024-04-18", specificity: "Day" },
        { date: "2025-05-01", specificity: "Month" },
      ],
    },
  ]);
  expect(firstSheet(again).rows).toEqual(firstSheet(book).rows);
  expect(disorder(partsOf(book))).toEqual([]);
});

test("入力規則：一覧・整数・日付・数式と、説明の文と断りの文", async () => {
  const book = await made((_, sheet) => {
    const list = sheet.getRange("A1:A9").dataValidation;
    list.rule = { list: { inCellDropDown: true, source: "済,未,対象外" } };
    list.prompt = { message: "選んでください\n二行目", showPrompt: true, title: "進捗" };
    list.errorAlert = { message: "一覧にありません", showAlert: true, style: "Warning", title: "確認" };
    sheet.getRange("B1").dataValidation.rule = {
      wholeNumber: { formula1: 0, formula2: 100, operator: "NotBetween" },
    };
    sheet.getRange("C1").dataValidation.rule = { list: { inCellDropDown: false, source: "=$F$1:$F$3" } };
    sheet.getRange("D1").dataValidation.rule = { custom: { formula: '=AND(D1<>"",LEN(D1)<9)' } };
  });
  const said = (each: Book) =>
    each.sheets[0]?.validations.map(({ rule, areas: [area] }) => ({ rule, left: area?.left }));
  expect(said(reopened(book))).toEqual(said(book));
  expect(reopened(book).sheets[0]?.validations[0]).toMatchObject({
    prompt: { message: "選んでください\n二行目", title: "進捗" },
    errorAlert: { message: "一覧にありません", style: "Warning", title: "確認" },
  });
});

test("表の絞り込み：条件も、隠れた行も戻り、絞り込みを外せば出てくる", async () => {
  const book = await made((_, sheet) => {
    sheet.getRange("A1:B4").values = [
      ["課", "数"],
      ["財政課", 1],
      ["企画課", 2],
      ["財政課", 3],
    ];
    const table = sheet.tables.add("A1:B4", true);
    table.name = "課の表";
    table.columns.getItem("課").filter.applyValuesFilter(["財政課"]);
  });
  const again = reopened(book);
  expect(again.tables[0]?.columns).toEqual(book.tables[0]?.columns);
  expect(again.sheets[0]?.rows).toEqual(book.sheets[0]?.rows);
});

test("スピルする数式は、先頭のセルから広がったまま戻る", async () => {
  const book = await made((_, sheet) => {
    sheet.getRange("A1:A3").values = [[3], [1], [2]];
    sheet.getRange("C1").formulas = [["=SORT(A1:A3)"]];
  });
  const cells = ({ sheets: [sheet] }: Book) => [0, 1, 2].map((row) => sheet && cellAt(sheet.grid, row, 2));
  expect(cells(reopened(book))).toEqual(cells(book));
  expect(cells(book)[0]).toMatchObject({ value: 1, spill: { rows: 3, columns: 1 } });
});

test("値だけで保存すると、数式も集計列もなく、値・表・見た目は同じ", async () => {
  const book = await made((_, sheet) => {
    sheet.getRange("A1:B3").formulas = [
      ["数", "二倍"],
      [1, ""],
      [2, ""],
    ];
    sheet.tables.add("A1:B3", true).name = "表";
    sheet.getRange("B2:B3").formulas = [["=[@数]*2"], ["=[@数]*2"]];
    sheet.getRange("D1").formulas = [["=SORT(A2:A3)"]];
  });
  const again = reopened(book, true);
  const [sheet] = again.sheets;
  const cells = [
    [1, 1],
    [2, 1],
    [0, 3],
    [1, 3],
  ].map(([row = 0, column = 0]) => sheet && cellAt(sheet.grid, row, column));
  expect(cells).toEqual([{ value: 2 }, { value: 4 }, { value: 1 }, { value: 2 }]);
  expect(again.tables[0]?.columns.map(({ name, formula }) => [name, formula])).toEqual([
    ["数", undefined],
    ["二倍", undefined],
  ]);
});

test("プログラムの付けた印（バインド）は残らないことを告げる", async () => {
  const book = await made((context, sheet) => {
    context.workbook.bindings.add(sheet.getRange("A1:B2"), "Range", "予算の欄");
  });
  expect(writeXlsx(book).problems.map(({ what }) => what)).toEqual([
    "プログラムが印を付けた範囲（バインド）1 個",
  ]);
});

test("値だけで保存すると、アドインの関数を使う名前・入力規則・条件付き書式は、壊れた数式にならず、告げて外す", async () => {
  const book = await made((context, sheet) => {
    const { names } = context.workbook;
    names.add("達成率", "=PLAN.PROGRESS()");
    names.add("達成の表示", '=IF(達成率>=90,"済","未")');
    names.add("合計", "=SUM(Sheet1!$A$1:$A$3)+STDEV.S(Sheet1!$A$1:$A$3)");
    sheet.getRange("A1").dataValidation.rule = { custom: { formula: "=A1>=PLAN.LIMIT($B$1,$C$1)" } };
    sheet.getRange("A2").dataValidation.rule = { wholeNumber: { formula1: "=達成率", operator: "LessThan" } };
    sheet.getRange("A3").dataValidation.rule = { list: { inCellDropDown: true, source: "PLAN.RATE(,未" } };
    const rule = sheet.getRange("A1:A3").conditionalFormats.add("Custom");
    rule.custom.rule.formula = '=PLAN.GRADE($A1)="A"';
    const plain = sheet.getRange("A1:A3").conditionalFormats.add("Custom");
    plain.custom.rule.formula = "=$A1>合計";
  });
  const written = writeXlsx(book, { valuesOnly: true });
  expect(written.problems.map(({ what, where }) => [what, where])).toEqual([
    ["アドインの関数を使う名前「達成率」", ""],
    ["アドインの関数を使う名前「達成の表示」", ""],
    ["アドインの関数を使う入力規則", "Sheet1!A1 ほか 1 か所"],
    ["アドインの関数を使う条件付き書式", "Sheet1!A1:A3"],
  ]);
  const opened = readXlsx(written.bytes);
  if (opened.kind === "refused") throw new Error(opened.reason);
  const [sheet] = opened.book.sheets;
  expect(opened.book.names.map(({ name }) => name)).toEqual(["合計"]);
  expect(sheet?.validations.map(({ areas: [area] }) => area?.top)).toEqual([2]);
  expect(sheet?.conditionalFormats.map(({ settings }) => settings.formula)).toEqual(["=$A1>合計"]);
  const parts = Object.values(unzipSync(written.bytes)).map((part) => strFromU8(part));
  expect(parts.filter((part) => part.includes("_xldudf_"))).toEqual([]);
});

test("XML に書けない字、タグのような字、空白、改行も、そのままの文字で戻る", async () => {
  const texts = [
    "<b>&\"'",
    "\u0007鐘",
    "_x0041_",
    "改\n行",
    "  前後  ",
    "\tタブ",
    "😀",
    "\ud800片割れ",
    "]]>",
  ];
  const book = await made((_, sheet) => {
    const range = sheet.getRange(`A1:A${texts.length}`);
    range.numberFormat = texts.map(() => ["@"]);
    range.values = texts.map((text) => [text]);
  });
  const [sheet] = reopened(book).sheets;
  expect(texts.map((_, row) => sheet && cellAt(sheet.grid, row, 0)?.value)).toEqual(texts);
});
