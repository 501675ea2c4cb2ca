/** Members of today's Excel that the office.js on npm is older than: notes, checkboxes, rules that change, cells as they are seen. */
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const rangeOf = (context: Context, address: string) => sheetOf(context).getRange(address);

describe("メモ", () => {
  test("NoteCollection.add、getItem、getItemAt、getCount、items と Note の部材", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const { notes } = sheetOf(context);
      const made = notes.add("B2", "最初").load("authorName,content,visible,width,height");
      await context.sync();
      const before = [made.authorName, made.content, made.visible, made.width, made.height];
      made.content = "二番目";
      made.visible = true;
      made.width = 200;
      made.height = 80;
      context.workbook.notes.add("Sheet1!C3", "ほか");
      await context.sync();
      const found = notes.getItem("B2").load();
      const place = notes.getItemAt(1).getLocation().load("address");
      const none = context.workbook.notes.getItemOrNullObject("Sheet1!A1").load("content");
      const count = notes.getCount();
      context.workbook.load("notes/items/content");
      await context.sync();
      const after = [found.toJSON(), place.address, none.isNullObject, count.value];
      const all = context.workbook.notes.items.map((note) => note.content);
      found.delete();
      const left = notes.getCount();
      await context.sync();
      return [before, after, all, left.value];
    });
    const author = "ワークベンチの利用者";
    expect(answer).toEqual([
      [author, "最初", false, 108, 59.25],
      [
        { authorName: author, content: "二番目", visible: true, width: 200, height: 80 },
        "Sheet1!C3",
        true,
        2,
      ],
      ["二番目", "ほか"],
      1,
    ]);
  });

  test.each([
    ["同じセルに二つ", "A1", "ItemAlreadyExists"],
    ["何セルにも一つ", "A1:B2", "InvalidArgument"],
    ["ないシート", "ない!A1", "InvalidArgument"],
  ])("%sは断られる", async (_, address, code) => {
    const book = await openWorkbook();
    await book.run(async (context) => void sheetOf(context).notes.add("A1", "先"));
    const refusal = await book.refusal(async (context) => void context.workbook.notes.add(address, "後"));
    expect(refusal.code).toBe(code);
  });

  test("行を入れれば付いて行き、元に戻せる", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => void sheetOf(context).notes.add("A1", "印"));
    await book.run(async (context) => void rangeOf(context, "1:1").insert("Down"));
    const places = () =>
      book.run(async (context) => {
        const place = sheetOf(context).notes.getItemAt(0).getLocation().load("address");
        await context.sync();
        return place.address;
      });
    expect(await places()).toBe("Sheet1!A2");
    await book.host.undo();
    expect(await places()).toBe("Sheet1!A1");
  });
});

describe("チェックボックス", () => {
  test("Range.control、Range.clearOrResetContents: 印を外し、もう一度で箱も外す", async () => {
    const book = await openWorkbook();
    const states: unknown[] = [];
    await book.run(async (context) => {
      const boxes = rangeOf(context, "A1:A2");
      boxes.values = [[true], [false]];
      boxes.control = { type: "Checkbox" as Excel.CellControlType.checkbox };
      const beside = rangeOf(context, "A1:B1");
      const look = async () => {
        boxes.load("values,control");
        beside.load("control");
        await context.sync();
        states.push([boxes.values, boxes.control, beside.control]);
      };
      await look();
      boxes.clearOrResetContents();
      await look();
      boxes.clearOrResetContents();
      await look();
    });
    expect(states).toEqual([
      [[[true], [false]], { type: "Checkbox" }, { type: "Mixed" }],
      [[[false], [false]], { type: "Checkbox" }, { type: "Mixed" }],
      [[[""], [""]], { type: "Empty" }, { type: "Empty" }],
    ]);
  });

  test("RangeAreas.clearOrResetContents、Range.clear(ResetContents) も同じ。箱のないセルは空になる", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      rangeOf(context, "A1:C1").values = [[true, "文字", true]];
      for (const address of ["A1", "C1"])
        rangeOf(context, address).control = { type: "Checkbox" as Excel.CellControlType.checkbox };
      sheetOf(context).getRanges("A1:B1").clearOrResetContents();
      rangeOf(context, "C1").clear("ResetContents");
    });
    expect(await book.values("A1:C1")).toEqual([[false, "", false]]);
  });
});

describe("条件付き書式の付け替え", () => {
  test.each([
    [
      "ConditionalFormat.changeRuleToCellValue",
      { formula1: "=5", operator: "LessThan" },
      "CellValue",
      "cellValue",
    ],
    [
      "ConditionalFormat.changeRuleToContainsText",
      { operator: "Contains", text: "遅れ" },
      "ContainsText",
      "textComparison",
    ],
    [
      "ConditionalFormat.changeRuleToPresetCriteria",
      { criterion: "DuplicateValues" },
      "PresetCriteria",
      "preset",
    ],
    ["ConditionalFormat.changeRuleToTopBottom", { rank: 3, type: "BottomItems" }, "TopBottom", "topBottom"],
  ] as const)("%s", async (member, rule, type, part) => {
    const method = member.slice(member.indexOf(".") + 1) as `changeRuleTo${typeof type}`;
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const format = rangeOf(context, "A1:A3").conditionalFormats.add("Custom");
      format.custom.format.font.bold = true;
      format[method](rule as never);
      format.load("type");
      format[part].load("rule");
      format[part].format.font.load("bold");
      await context.sync();
      return [format.type, format[part].rule, format[part].format.font.bold];
    });
    expect(answer).toEqual([type, rule, true]);
  });

  test("ConditionalFormat.changeRuleToCustom、changeRuleToColorScale、changeRuleToDataBar、changeRuleToIconSet", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const format = rangeOf(context, "A1:A3").conditionalFormats.add("CellValue");
      format.changeRuleToCustom("=A1>2");
      format.custom.rule.load("formula");
      const types: string[] = [];
      const note = async () => (format.load("type"), await context.sync(), types.push(format.type));
      await note();
      const { formula } = format.custom.rule;
      format.changeRuleToColorScale();
      await note();
      format.changeRuleToDataBar();
      await note();
      format.changeRuleToIconSet();
      await note();
      return [formula, types];
    });
    expect(answer).toEqual(["=A1>2", ["Custom", "ColorScale", "DataBar", "IconSet"]]);
  });

  test("ConditionalFormat.setRanges、ConditionalRangeFormat.clearFormat", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const format = rangeOf(context, "A1:A3").conditionalFormats.add("Custom");
      const places: string[] = [];
      for (const to of ["C1:C3,E1", rangeOf(context, "B2"), sheetOf(context).getRanges("D1,F1")]) {
        format.setRanges(to as string);
        const ranges = format.getRanges().load("address");
        await context.sync();
        places.push(ranges.address);
      }
      const look = format.custom.format;
      look.fill.color = "red";
      look.clearFormat();
      look.fill.load("color");
      await context.sync();
      return [places, look.fill.color];
    });
    expect(answer).toEqual([["Sheet1!C1:C3,Sheet1!E1", "Sheet1!B2", "Sheet1!D1,Sheet1!F1"], ""]);
  });
});

test("Range.getDisplayedCellProperties は条件付き書式を重ねて見えるままを、getCellProperties はセルのものを答える", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    const range = rangeOf(context, "A1:A2");
    range.values = [[1], [20]];
    range.format.font.italic = true;
    const format = range.conditionalFormats.add("CellValue");
    format.cellValue.rule = { formula1: "=10", operator: "GreaterThan" };
    format.cellValue.format.fill.color = "#FF0000";
    format.cellValue.format.font.bold = true;
    const wanted = { format: { fill: { color: true }, font: { bold: true, italic: true } } };
    const seen = range.getDisplayedCellProperties(wanted);
    const own = range.getCellProperties(wanted);
    await context.sync();
    return [seen.value, own.value].map((rows) =>
      rows.map((row) => [
        row[0]?.format?.fill?.color,
        row[0]?.format?.font?.bold,
        row[0]?.format?.font?.italic,
      ]),
    );
  });
  const plain = ["#FFFFFF", false, true];
  expect(answer).toEqual([
    [plain, ["#FF0000", true, true]],
    [plain, plain],
  ]);
});

test("Worksheet.showDataTypeIcons、NumberFormatInfo.currencySymbol", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.showDataTypeIcons = false;
    sheet.load("showDataTypeIcons");
    const { numberFormat } = context.workbook.application.cultureInfo;
    numberFormat.load("currencySymbol");
    await context.sync();
    return [sheet.showDataTypeIcons, numberFormat.currencySymbol];
  });
  expect(answer).toEqual([false, "¥"]);
});

test("まだない新しい部材も、黙って終わらず名を挙げて断る", async () => {
  const book = await openWorkbook();
  const refused = [
    (context: Context) => void sheetOf(context).getRanges("A1,B2").select(),
    (context: Context) => void context.workbook.linkedEntityDataDomains.refreshAll(),
  ];
  for (const ask of refused) {
    const { code, message } = await book.refusal(async (context) => ask(context));
    expect([code, message]).toEqual([
      "ApiNotFound",
      expect.stringMatching(/RangeAreas\.select|linkedEntityDataDomains/),
    ]);
  }
});
