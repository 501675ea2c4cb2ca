/** What happens around requests: events, faults, undo, limits, custom functions, files. */
import { openWorkbook, type OpenWorkbook } from "../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const front = (book: OpenWorkbook) => book.host.book().activeSheet;

describe("イベント", () => {
  const listening = async (register: (context: Context, hear: (word: string) => void) => void) => {
    const book = await openWorkbook();
    const heard: string[] = [];
    await book.run(async (context) => {
      sheetOf(context).load("id");
      await context.sync();
      register(context, (word) => void heard.push(word));
      await context.sync();
    });
    return { book, heard: async () => (await book.host.settled(), heard) };
  };

  test("Worksheet.onChanged: 人の編集、共同編集者、行の挿入", async () => {
    const { book, heard } = await listening((context, hear) => {
      sheetOf(context).onChanged.add(async (event) =>
        hear(`${event.changeType} ${event.address} ${event.source} ${event.triggerSource}`),
      );
    });
    const sheet = front(book);
    await book.host.applyUserEdit({ kind: "type", sheet, row: 0, column: 0, text: "1" });
    await book.host.applyCoauthorEdit({ kind: "type", sheet, row: 1, column: 0, text: "2" });
    await book.host.applyUserEdit({ kind: "insertRows", sheet, at: 0, count: 2 });
    await book.write("A1", [["x"]]);
    expect(await heard()).toEqual([
      "RangeEdited A1 Local Unknown",
      "RangeEdited A2 Remote Unknown",
      "RowInserted 1:2 Local Unknown",
      "RangeEdited A1 Local ThisLocalAddin",
    ]);
  });

  test("TableCollection.onChanged は表の中だけ", async () => {
    const { book, heard } = await listening((context, hear) => {
      sheetOf(context).getRange("A1:A2").values = [["見出し"], [1]];
      sheetOf(context).tables.add("A1:A2", true);
      context.workbook.tables.onChanged.add(async (event) => hear(event.address));
    });
    await book.host.settled();
    await book.write("A2", [[5]]);
    await book.write("C9", [[5]]);
    expect((await heard()).at(-1)).toBe("A2");
  });

  test("onFormulaChanged、onNameChanged、onAdded、onDeleted、onActivated、onSelectionChanged、onRowSorted", async () => {
    const { book, heard } = await listening((context, hear) => {
      const { worksheets } = context.workbook;
      worksheets.onFormulaChanged.add(async (event) =>
        hear(`式 ${event.formulaDetails[0]?.cellAddress} ${event.formulaDetails[0]?.previousFormula}`),
      );
      worksheets.onNameChanged.add(async (event) => hear(`名 ${event.nameBefore}→${event.nameAfter}`));
      worksheets.onAdded.add(async () => hear("追加"));
      worksheets.onDeleted.add(async () => hear("削除"));
      worksheets.onActivated.add(async () => hear("表示"));
      worksheets.onSelectionChanged.add(async (event) => hear(`選択 ${event.address}`));
      worksheets.onRowSorted.add(async (event) => hear(`並べ替え ${event.address}`));
    });
    await book.run(async (context) => {
      sheetOf(context).getRange("A1").formulas = [["=1"]];
      await context.sync();
      sheetOf(context).getRange("A1").formulas = [["=2"]];
      sheetOf(context).getRange("B2:C3").select();
      sheetOf(context)
        .getRange("A1:A3")
        .sort.apply([{ key: 0 }]);
      const added = context.workbook.worksheets.add("新");
      added.activate();
      added.name = "新しい";
      await context.sync();
      added.delete();
    });
    const words = await heard();
    expect(words).toEqual(
      expect.arrayContaining([
        "式 A1 ",
        "式 A1 =1",
        "選択 B2:C3",
        "並べ替え A1:A3",
        "追加",
        "表示",
        "名 新→新しい",
        "削除",
      ]),
    );
  });

  test("Runtime.enableEvents を切れば届かない", async () => {
    const { book, heard } = await listening((context, hear) => {
      sheetOf(context).onChanged.add(async (event) => hear(event.address));
    });
    await book.run(async (context) => {
      context.runtime.enableEvents = false;
      sheetOf(context).getRange("A1").values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
    });
    await book.write("B1", [[1]]);
    expect(await heard()).toEqual(["B1"]);
  });

  test("event.getRange で変わった所に行ける。remove すれば止まる", async () => {
    const book = await openWorkbook();
    const heard: string[] = [];
    const handler = await book.run(async (context) => {
      sheetOf(context).load("id");
      await context.sync();
      return sheetOf(context).onChanged.add(async (event) => {
        await book.run(async (inner) => {
          const range = event.getRange(inner).load("address");
          await inner.sync();
          heard.push(range.address);
        });
      });
    });
    await book.write("C3", [[1]]);
    await book.host.settled();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(["Sheet1!C3"]);
    await book.office.Excel.run(handler.context as Context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await book.write("C4", [[1]]);
    await book.host.settled();
    expect(heard).toEqual(["Sheet1!C3"]);
  });
});

describe("故障", () => {
  const twoWrites = async (context: Context) => {
    sheetOf(context).getRange("A1").values = [["一"]];
    sheetOf(context).getRange("A2").values = [["二"]];
    await context.sync();
  };

  test("届く前に失敗すれば何も変わらず、済んだ後に失敗すれば変わっている", async () => {
    const book = await openWorkbook();
    book.host.faults.fail({ request: 1, when: { kind: "before" } });
    expect((await book.refusal(twoWrites)).code).toBe("GeneralException");
    expect(await book.values("A1:A2")).toEqual([[""], [""]]);
    book.host.faults.fail({ request: 1, when: { kind: "after" }, code: "RequestAborted" });
    expect((await book.refusal(twoWrites)).code).toBe("RequestAborted");
    expect(await book.values("A1:A2")).toEqual([["一"], ["二"]]);
  });

  test("途中で失敗すれば、そこまでが残る", async () => {
    const book = await openWorkbook();
    book.host.faults.fail({ request: 1, when: { kind: "afterWrites", writes: 1 } });
    await book.refusal(twoWrites);
    expect(await book.values("A1:A2")).toEqual([["一"], [""]]);
  });

  test("断られた操作の前までは残り、その操作は半分も残らない", async () => {
    const book = await openWorkbook();
    const { code, message } = await book.refusal(async (context) => {
      sheetOf(context).getRange("A1").values = [[1]];
      sheetOf(context).getRange("B1:B2").values = [["=1+1"], ["=SUM("]];
      await context.sync();
    });
    expect([code, message.length > 0]).toEqual(["InvalidArgument", true]);
    expect(await book.values("A1:B2")).toEqual([
      [1, ""],
      ["", ""],
    ]);
  });

  test("セルの編集中は断られ、delayForCellEdit なら待つ", async () => {
    const book = await openWorkbook();
    book.host.faults.editCell(true);
    expect((await book.refusal(twoWrites)).code).toBe("InvalidOperationInCellEditMode");
    const waiting = book.office.Excel.run({ delayForCellEdit: true }, twoWrites);
    book.host.faults.editCell(false);
    await waiting;
    expect(await book.values("A1")).toEqual([["一"]]);
  });

  test("切れた接続", async () => {
    const book = await openWorkbook();
    book.host.faults.loseSession(true);
    expect((await book.refusal(twoWrites)).code).toBe("InvalidOrTimedOutSession");
    book.host.faults.clear();
    await book.run(twoWrites);
  });

  test("古い Excel にない API は ApiNotFound", async () => {
    const book = await openWorkbook({ apiSets: { ExcelApi: "1.8" } });
    const { code } = await book.refusal(async (context) => void sheetOf(context).autoFilter);
    expect(code).toBe("ApiNotFound");
  });

  test("作っていない部材は、名を挙げて断る", async () => {
    const book = await openWorkbook();
    const { code, message } = await book.refusal(async (context) => {
      sheetOf(context).namedSheetViews.load("items");
      await context.sync();
    });
    expect(code).toBe("ApiNotFound");
    expect(message).toContain("Worksheet.namedSheetViews");
  });

  test("大きすぎる要求と答えは断られ、大きすぎる読み取りは null", async () => {
    const book = await openWorkbook({ largestRequest: 5000, largestRead: 50, largestAnswer: 20_000 });
    expect(
      (
        await book.refusal(
          async (context) => void (sheetOf(context).getRange("A1").values = [["あ".repeat(2000)]]),
        )
      ).code,
    ).toBe("RequestPayloadSizeLimitExceeded");
    expect(await book.values("A1:Z9")).toBeNull();
    expect(book.host.record.requests.length).toBeGreaterThan(0);
  });

  test("要求は数えられている", async () => {
    const book = await openWorkbook();
    await book.write("A1", [[1]]);
    const [request] = book.host.record.requests;
    expect(request?.bytes).toBeGreaterThan(100);
    expect(request?.actions).toContain("setProperty Values");
    expect(book.host.record.members.get("Range.values")).toBe(1);
  });
});

describe("元に戻す", () => {
  test("mergeUndoGroup は一度で戻り、戻せない部材は UndoNotSupported", async () => {
    const book = await openWorkbook();
    const options = { mergeUndoGroup: true } as Excel.RunOptions;
    await book.office.Excel.run(options, async (context) => {
      sheetOf(context).getRange("A1").values = [[1]];
      await context.sync();
      sheetOf(context).getRange("A2").values = [[2]];
      await context.sync();
    });
    await book.host.undo();
    expect(await book.values("A1:A2")).toEqual([[""], [""]]);
    await expect(
      book.office.Excel.run(options, async (context) => {
        sheetOf(context).name = "変える";
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "UndoNotSupported" });
  });

  test("戻せない操作は、それまでの履歴も消す", async () => {
    const book = await openWorkbook();
    await book.write("A1", [[1]]);
    expect(book.host.canUndo).toBe(true);
    await book.run(async (context) => void (sheetOf(context).name = "計画"));
    expect(book.host.canUndo).toBe(false);
  });

  test("計算し直すだけでは履歴にならない：戻るのは人が打った値", async () => {
    const book = await openWorkbook();
    let answer = 1;
    await book.host.registerFunctions(
      {
        namespace: "PLAN",
        functions: [
          { id: "ONE", name: "ONE", parameters: [] },
          { id: "LIST", name: "LIST", parameters: [], result: { dimensionality: "matrix" } },
        ],
      },
      new Map<string, () => unknown>([
        ["ONE", () => answer],
        ["LIST", () => [[answer], [answer]]],
      ]),
    );
    await book.write("A1:B1", [["=PLAN.ONE()", "=PLAN.LIST()"]]);
    const sheet = book.host.book().sheets[0]?.id ?? "";
    await book.host.applyUserEdit({ kind: "type", sheet, row: 4, column: 0, text: "91.6" });
    answer = 2;
    await book.run(async (context) => {
      sheetOf(context).getRange("A1:B1").setDirty();
      context.workbook.application.calculate("Recalculate");
    });
    expect(await book.values("A1:B2")).toEqual([
      [2, 2],
      ["", 2],
    ]);
    await book.host.undo();
    expect(await book.values("A5")).toEqual([[""]]);
    expect(await book.values("A1")).toEqual([[2]]);
    await book.host.redo();
    expect(await book.values("A5")).toEqual([[91.6]]);
  });

  test("選ぶだけでは履歴にならない", async () => {
    const book = await openWorkbook();
    await book.host.applyUserEdit({
      kind: "select",
      sheet: front(book),
      area: { top: 1, left: 1, bottom: 2, right: 2 },
    });
    expect(book.host.canUndo).toBe(false);
  });
});

describe("保存", () => {
  test("保存して開くと、値も数式も表も同じで、計算は続く", async () => {
    const book = await openWorkbook();
    await book.write("A1:B3", [
      ["指標", "目標"],
      ["あ", "50%"],
      ["い", 2],
    ]);
    await book.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.tables.add("A1:B3", true).name = "計画";
      sheet.getRange("D1:D2").formulas = [["=SUM(計画[目標])"], ["=SEQUENCE(1,2)"]];
      sheet.getRange("A1").format.fill.color = "red";
      sheet.getRange("B2").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      context.workbook.settings.add("版", 1);
    });
    const file: unknown = JSON.parse(JSON.stringify(book.host.save()));
    const other = await openWorkbook();
    expect(await other.host.open(file)).toEqual({ kind: "opened" });
    expect(await other.values("A1:E3")).toEqual(await book.values("A1:E3"));
    expect(await other.formulas("D1:E2")).toEqual(await book.formulas("D1:E2"));
    await other.write("B3", [[10]]);
    expect(await other.values("D1")).toEqual([[10.5]]);
    expect(other.host.save().sheets[0]?.validations).toEqual(book.host.save().sheets[0]?.validations);
  });

  test.each([[null], [{}], ["文字"], [{ format: "workbench", sheets: [] }]])(
    "違うファイル %p は断る",
    async (file) => {
      const book = await openWorkbook();
      expect(await book.host.open(file)).toMatchObject({ kind: "refused" });
    },
  );
});

describe("カスタム関数", () => {
  const definitions = {
    namespace: "TEST",
    functions: [
      { id: "DOUBLE", name: "DOUBLE", parameters: [{ name: "x", type: "any" }], result: {} },
      { id: "LATER", name: "LATER", parameters: [{ name: "x", type: "any" }], result: {} },
      { id: "GRID", name: "GRID", parameters: [], result: { dimensionality: "matrix" as const } },
    ],
  };
  let answer: (value: number) => void = () => undefined;
  const associations = new Map<string, (...args: never[]) => unknown>([
    ["DOUBLE", (x: never) => Number(x) * 2],
    ["LATER", () => new Promise((resolve) => (answer = resolve))],
    [
      "GRID",
      () => [
        [1, 2],
        [3, 4],
      ],
    ],
  ]);

  test("値、約束（#BUSY!）、スピル、表の中の #SPILL!", async () => {
    const book = await openWorkbook();
    await book.host.registerFunctions(definitions, associations);
    await book.write("A1:A2", [[21], ["=TEST.DOUBLE(A1)"]]);
    expect(await book.values("A2")).toEqual([[42]]);
    await book.write("C1", [["=TEST.GRID()"]]);
    expect(await book.values("C1:D2")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await book.write("A5", [["=TEST.LATER(1)"]]);
    expect(await book.values("A5")).toEqual([["#BUSY!"]]);
    answer(7);
    await book.host.settled();
    expect(await book.values("A5")).toEqual([[7]]);
    await book.write("F1:F2", [["見出し"], ["x"]]);
    await book.run(async (context) => void sheetOf(context).tables.add("F1:F2", true));
    await book.write("F2", [["=TEST.GRID()"]]);
    expect(await book.values("F2")).toEqual([["#SPILL!"]]);
  });
});
