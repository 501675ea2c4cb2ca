/** ファイルを扱う部材: 別のブックのシートを入れる、新しいブックを作る、保存する. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

const base64Of = async (book: OpenWorkbook): Promise<string> => {
  const { bytes } = await book.host.saveXlsx();
  return Buffer.from(bytes).toString("base64");
};

/** 表・名前・数式のある、二枚のシートのブック. */
const planners = async (): Promise<string> => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    const first = context.workbook.worksheets.getActiveWorksheet();
    first.name = "計画";
    first.getRange("A1:B3").values = [
      ["指標", "目標"],
      ["経常収支比率", 92.5],
      ["実質公債費比率", 6],
    ];
    const table = first.tables.add("A1:B3", true);
    table.name = "加須市";
    context.workbook.names.add("目標値", first.getRange("B2:B3"));
    const second = context.workbook.worksheets.add("集計");
    second.getRange("A1:A3").formulas = [["=SUM(加須市[目標])"], ["=計画!B2"], ["=SUM(目標値)"]];
  });
  return base64Of(book);
};

describe("Workbook.insertWorksheetsFromBase64", () => {
  test("すべてのシートが最後に入り、増えたシートの id が返る", async () => {
    const file = await planners();
    const book = await openWorkbook();
    const ids = await book.run(async (context) => {
      const result = context.workbook.insertWorksheetsFromBase64(file);
      const sheets = context.workbook.worksheets.load("items/name, items/id");
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(["Sheet1", "計画", "集計"]);
      expect(result.value).toEqual(sheets.items.slice(1).map(({ id }) => id));
      return result.value;
    });
    expect(ids).toHaveLength(2);
    expect(await book.values("A1:A3", "集計")).toEqual([[98.5], [92.5], [98.5]]);
  });

  test("入れたシートの表と名前も働き、値を変えると数式がついてくる", async () => {
    const file = await planners();
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(file);
    });
    await book.write("B2", [[90]], "計画");
    expect(await book.values("A1:A3", "集計")).toEqual([[96], [90], [96]]);
    await book.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject("加須市");
      await context.sync();
      expect(table.isNullObject).toBe(false);
    });
  });

  test("選んだシートだけを、決めた場所に入れる。入れなかったシートへの参照は #REF! になる", async () => {
    const file = await planners();
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(file, {
        sheetNamesToInsert: ["集計"],
        positionType: "Before",
        relativeTo: "Sheet1",
      });
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(["集計", "Sheet1"]);
    });
    expect(await book.values("A1:A2", "集計")).toEqual([["#REF!"], ["#REF!"]]);
  });

  test.each([
    ["Beginning", undefined, ["計画", "集計", "Sheet1", "後"]],
    ["After", "Sheet1", ["Sheet1", "計画", "集計", "後"]],
    ["End", undefined, ["Sheet1", "後", "計画", "集計"]],
  ] as const)("positionType %s", async (positionType, relativeTo, expected) => {
    const file = await planners();
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.worksheets.add("後");
      context.workbook.insertWorksheetsFromBase64(file, {
        positionType,
        ...(relativeTo ? { relativeTo } : {}),
      });
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(expected);
    });
  });

  test("同じ名前のシートと表があれば、入れた方の名前が変わり、数式は入れた方を指したまま", async () => {
    const file = await planners();
    const book = await openWorkbook();
    const insert = () =>
      book.run(async (context) => {
        context.workbook.insertWorksheetsFromBase64(file);
      });
    await insert();
    await insert();
    await book.write("B2", [[1000]], "計画");
    expect(await book.values("A1:A3", "集計 (2)")).toEqual([[98.5], [92.5], [98.5]]);
    expect(await book.formulas("A1:A2", "集計 (2)")).toEqual([["=SUM(加須市_2[目標])"], ["='計画 (2)'!B2"]]);
  });

  test("表が増えたことも、シートが増えたことも知らされる", async () => {
    const file = await planners();
    const book = await openWorkbook();
    const heard: string[] = [];
    await book.run(async (context) => {
      context.workbook.worksheets.onAdded.add(async ({ type }) => void heard.push(type));
      await context.sync();
      context.workbook.insertWorksheetsFromBase64(file);
    });
    await book.host.settled();
    expect(heard).toEqual(["WorksheetAdded", "WorksheetAdded"]);
  });

  test.each([
    ["ブックでないもの", "44Gr44Gb44GuIA=="],
    ["base64 でないもの", "％％％"],
    ["空の文字列", ""],
  ])("%s は断る。ブックは変わらない", async (_, file) => {
    const book = await openWorkbook();
    const before = book.host.book();
    const { code } = await book.refusal(async (context) => {
      context.workbook.insertWorksheetsFromBase64(file);
    });
    expect(code).toBe("InvalidArgument");
    expect(book.host.book()).toBe(before);
  });

  test("ない名前のシートは断る。保護されたブックには入らない", async () => {
    const file = await planners();
    const book = await openWorkbook();
    const missing = await book.refusal(async (context) => {
      context.workbook.insertWorksheetsFromBase64(file, { sheetNamesToInsert: ["ない"] });
    });
    expect(missing.code).toBe("InvalidArgument");
    await book.run(async (context) => context.workbook.protection.protect());
    const closed = await book.refusal(async (context) => {
      context.workbook.insertWorksheetsFromBase64(file);
    });
    expect(closed.code).toBe("AccessDenied");
  });
});

describe("Excel.createWorkbook（Web の Excel では Workbook.createAndOpenWorkbook、ほかでは Application.createWorkbook と WorkbookCreated.open）", () => {
  test("ファイルから新しいブックができる。今のブックは変わらない", async () => {
    const file = await planners();
    const book = await openWorkbook();
    const before = book.host.book();
    const created: string[][] = [];
    book.host.onFileWish((wish) => {
      if (wish.kind === "created") created.push(wish.book.sheets.map(({ name }) => name));
    });
    await book.office.Excel.createWorkbook(file);
    expect(created).toEqual([["計画", "集計"]]);
    expect(book.host.book()).toBe(before);
  });

  test("何も渡さなければ空のブック", async () => {
    const book = await openWorkbook();
    const created: string[][] = [];
    book.host.onFileWish((wish) => {
      if (wish.kind === "created") created.push(wish.book.sheets.map(({ name }) => name));
    });
    await book.office.Excel.createWorkbook();
    expect(created).toEqual([["Sheet1"]]);
  });

  // Not in Microsoft's types, so the names of the members stand here.
  test.each([["Application.createWorkbook", "WorkbookCreated.id", "WorkbookCreated.open"]])(
    "%s・%s・%s：開くまでは id だけがあり、開くと一つのブックができる",
    async () => {
      const book = await openWorkbook();
      const wishes: string[] = [];
      book.host.onFileWish(({ kind }) => wishes.push(kind));
      await book.run(async (context) => {
        // Excel.createWorkbook calls it outside the web.
        const application = context.workbook.application as unknown as {
          createWorkbook(): { id: string; load(names: string): void; open(): void };
        };
        const created = application.createWorkbook();
        created.load("id");
        await context.sync();
        expect(created.id).toMatch(/^created/);
        expect(wishes).toEqual([]);
        created.open();
        await context.sync();
      });
      expect(wishes).toEqual(["created"]);
    },
  );
});

test("Workbook.save は、保存してほしいことをまわりに伝える", async () => {
  const book = await openWorkbook();
  const wishes: string[] = [];
  book.host.onFileWish(({ kind }) => wishes.push(kind));
  await book.run(async (context) => {
    context.workbook.save("Prompt");
  });
  expect(wishes).toEqual(["save"]);
});

describe("ファイルとの関わり", () => {
  const dirty = (book: OpenWorkbook) =>
    book.run(async (context) => {
      context.workbook.load("isDirty,previouslySaved");
      await context.sync();
      return [context.workbook.isDirty, context.workbook.previouslySaved];
    });

  test("変えると保存していないことになり、保存するか、そう言えば、しなくてよくなる", async () => {
    const book = await openWorkbook();
    expect(await dirty(book)).toEqual([false, false]);
    await book.write("A1", [[1]]);
    expect(await dirty(book)).toEqual([true, false]);
    await book.run(async (context) => context.workbook.save("Save"));
    expect(await dirty(book)).toEqual([false, true]);
    await book.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[2]];
      context.workbook.isDirty = false;
    });
    expect((await dirty(book))[0]).toBe(false);
    await book.run(async (context) => {
      context.workbook.isDirty = true;
    });
    expect((await dirty(book))[0]).toBe(true);
    book.host.saved();
    expect((await dirty(book))[0]).toBe(false);
  });

  test("Workbook.close は、聞く画面があれば保存するかどうかとともに届き、なければ名を挙げて断る", async () => {
    const book = await openWorkbook();
    const close = async (context: Excel.RequestContext) => context.workbook.close("SkipSave");
    expect((await book.refusal(close)).code).toBe("NotImplemented");
    const heard: unknown[] = [];
    book.host.onFileWish((wish) => heard.push(wish));
    await book.run(close);
    await book.run(async (context) => context.workbook.close());
    expect(heard).toEqual([
      { kind: "close", save: false },
      { kind: "close", save: true },
    ]);
  });

  test("外へつながるものは、ないと答える", async () => {
    const book = await openWorkbook();
    const seen = await book.run(async (context) => {
      const { queries, dataConnections } = context.workbook;
      const count = queries.getCount();
      queries.load("items/name");
      dataConnections.refreshAll();
      const slicer = context.workbook.getActiveSlicerOrNullObject();
      await context.sync();
      return [count.value, queries.items.length, slicer.isNullObject];
    });
    expect(seen).toEqual([0, 0, true]);
    const { code } = await book.refusal(async (context) => context.workbook.getActiveSlicer().load("name"));
    expect(code).toBe("ItemNotFound");
  });
});

test.each([
  ["tableStyles", 60, "TableStyleMedium2", "TableStyleLight9"],
  ["pivotTableStyles", 84, "PivotStyleLight16", "PivotStyleDark3"],
  ["slicerStyles", 14, "SlicerStyleLight1", "SlicerStyleOther2"],
  ["timelineStyles", 12, "TimeSlicerStyleLight1", "TimeSlicerStyleDark6"],
] as const)("%s には Excel のスタイルが %d あり、消せない", async (name, count, usual, one) => {
  const book = await openWorkbook();
  const seen = await book.run(async (context) => {
    const styles = context.workbook[name] as Excel.TableStyleCollection;
    const all = styles.getCount();
    const found = styles.getItem(one).load("name,readOnly");
    const none = styles.getItemOrNullObject("ない");
    const first = styles.getDefault().load("name");
    await context.sync();
    return [all.value, found.name, found.readOnly, none.isNullObject, first.name];
  });
  expect(seen).toEqual([count, one, true, true, usual]);
  const { code } = await book.refusal(async (context) => {
    (context.workbook[name] as Excel.TableStyleCollection).getItem(one).delete();
  });
  expect(code).toBe("AccessDenied");
});

/** Read through one of four classes that are alike: each row is one of the others. */
export const ALIKE = [
  "PivotTableStyle.name", "PivotTableStyle.readOnly", "PivotTableStyle.delete", "PivotTableStyleCollection.getDefault",
  "SlicerStyle.name", "SlicerStyle.readOnly", "SlicerStyle.delete", "SlicerStyleCollection.getDefault",
  "TimelineStyle.name", "TimelineStyle.readOnly", "TimelineStyle.delete", "TimelineStyleCollection.getDefault",
  "Workbook.tableStyles", "Workbook.pivotTableStyles", "Workbook.slicerStyles", "Workbook.timelineStyles",
]; // prettier-ignore
