/** The common API that programs wrote before Excel had its own: the selection, bindings, settings, the file, through callbacks. */
import { openWorkbook, type OpenWorkbook } from "../../helpers/workbook";

let book: OpenWorkbook;
let office: typeof Office;
beforeEach(async () => {
  book = await openWorkbook();
  office = book.office.Office as typeof Office;
});

type Ask<Value> = (callback: (result: Office.AsyncResult<Value>) => void) => void;
const answered = <Value>(ask: Ask<Value>) => new Promise<Office.AsyncResult<Value>>(ask);
const valueOf = async <Value>(ask: Ask<Value>): Promise<Value> => {
  const { error, value } = await answered(ask);
  if (error) throw new Error(`${error.code} ${error.message}`);
  return value;
};
const codeOf = async (ask: Ask<unknown>): Promise<number | undefined> => (await answered(ask)).error?.code;
const select = (address: string) =>
  book.run(async (context) => context.workbook.worksheets.getActiveWorksheet().getRange(address).select());
const table = (address: string, name: string) =>
  book.run(async (context) => {
    const made = context.workbook.worksheets.getActiveWorksheet().tables.add(address, true);
    made.name = name;
  });

const GIVEN = [
  ["課", "件数"],
  ["財政課", 1200],
  ["企画課", 0.5],
];

describe("選んだ所", () => {
  beforeEach(async () => {
    await book.write("A1:B3", GIVEN);
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("B2").numberFormat = [["#,##0"]];
      sheet.getRange("B3").numberFormat = [["0%"]];
    });
    await select("A2:B3");
  });
  const read = <Value>(type: Office.CoercionType, options: object = {}) =>
    valueOf<Value>((done) => office.context.document.getSelectedDataAsync(type, options, done));

  test("行列でも文字でも読め、値でも見えるとおりでもよい", async () => {
    const { Matrix, Text } = office.CoercionType;
    expect(await read(Matrix)).toEqual(GIVEN.slice(1));
    expect(await read(Matrix, { valueFormat: office.ValueFormat.Formatted })).toEqual([
      ["財政課", "1,200"],
      ["企画課", "50%"],
    ]);
    expect(await read(Text)).toBe("財政課\t1200\n企画課\t0.5");
  });

  test("見えている行だけを読める", async () => {
    await book.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("2:2").rowHidden = true;
    });
    const options = { filterType: office.FilterType.OnlyVisible };
    expect(await read(office.CoercionType.Matrix, options)).toEqual([["企画課", 0.5]]);
  });

  test("表の中なら、見出しと行に分かれて読める", async () => {
    await table("A1:B3", "件数表");
    await select("A1:B3");
    const { headers, rows } = await read<Office.TableData>(office.CoercionType.Table);
    expect([headers, rows]).toEqual([[GIVEN[0]], GIVEN.slice(1)]);
  });

  test("行列と数式を書け、大きさが合わなければ 2002、Html は 1000 で断り、何も変わらない", async () => {
    const set =
      (data: unknown, options: object = {}) =>
      (done: (result: Office.AsyncResult<void>) => void) =>
        office.context.document.setSelectedDataAsync(data as never, options, done);
    await valueOf(
      set([
        ["あ", 1],
        ["い", "=B2+1"],
      ]),
    );
    expect(await book.values("A2:B3")).toEqual([
      ["あ", 1],
      ["い", 2],
    ]);
    expect(await codeOf(set([["一つ"]]))).toBe(2002);
    expect(await codeOf(set("<b>太字</b>", { coercionType: office.CoercionType.Html }))).toBe(1000);
    expect(await book.values("A2")).toEqual([["あ"]]);
    await select("D5");
    await valueOf(set("2024/4/1"));
    expect(await book.texts("D5")).toEqual([["2024/4/1"]]);
  });

  test("TableData を書くと、指定した見た目の本物の表になる", async () => {
    await select("D1");
    const data = new office.TableData(
      [
        ["財政課", 1],
        ["企画課", 2],
      ],
      ["課", "件数"] as never,
    );
    await valueOf<void>((done) =>
      office.context.document.setSelectedDataAsync(
        data,
        {
          coercionType: office.CoercionType.Table,
          tableOptions: { bandedRows: false, filterButton: false, style: "TableStyleMedium7" },
          cellFormat: [{ cells: office.Table.Headers, format: { fontColor: "yellow" } }],
        },
        done,
      ),
    );
    const seen = await book.run(async (context) => {
      const made = context.workbook.tables.getItemAt(0);
      made.load("style,showBandedRows,showFilterButton");
      const range = made.getRange().load("address,values");
      const font = made.getHeaderRowRange().format.font.load("color");
      await context.sync();
      return [
        made.style,
        made.showBandedRows,
        made.showFilterButton,
        range.address,
        range.values,
        font.color,
      ];
    });
    expect(seen).toEqual([
      "TableStyleMedium7",
      false,
      false,
      "Sheet1!D1:E3",
      [
        ["課", "件数"],
        ["財政課", 1],
        ["企画課", 2],
      ],
      "#FFFF00",
    ]);
  });

  test("画像を書くと、その大きさで置かれる", async () => {
    const dot =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    await valueOf<void>((done) =>
      office.context.document.setSelectedDataAsync(
        dot,
        {
          coercionType: office.CoercionType.Image,
          imageLeft: 20,
          imageTop: 30,
          imageWidth: 50,
          imageHeight: 40,
        },
        done,
      ),
    );
    const [shape] = book.host.book().sheets[0]?.shapes ?? [];
    expect(shape).toMatchObject({ type: "Image", left: 20, top: 30, width: 50, height: 40 });
  });

  test("asyncContext が返り、呼ばれるのは必ずあとから", async () => {
    let soon = true;
    const asked = answered<string>((done) =>
      office.context.document.getSelectedDataAsync(
        office.CoercionType.Text,
        { asyncContext: "印" },
        (result: Office.AsyncResult<string>) => {
          expect(soon).toBe(false);
          done(result);
        },
      ),
    );
    soon = false;
    const { asyncContext, status } = await asked;
    expect([asyncContext, status]).toEqual(["印", office.AsyncResultStatus.Succeeded]);
  });
});

test("goToByIdAsync は名前や番地の所へ行って選び、ない名前は 7002", async () => {
  await book.run(async (context) => {
    const other = context.workbook.worksheets.add("別");
    context.workbook.names.add("集計欄", other.getRange("B2:C3"));
  });
  const go = (id: string) => (done: (result: Office.AsyncResult<void>) => void) =>
    office.context.document.goToByIdAsync(
      id,
      office.GoToType.NamedItem,
      { selectionMode: office.SelectionMode.Selected },
      done,
    );
  await valueOf(go("集計欄"));
  const selected = () =>
    book.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    });
  expect(await selected()).toBe("別!B2:C3");
  await valueOf(go("Sheet1!D4"));
  expect(await selected()).toBe("Sheet1!D4");
  expect(await codeOf(go("ない"))).toBe(7002);
});

describe("バインド", () => {
  const { bindings } = { bindings: () => office.context.document.bindings };
  const named = <Kind extends Office.Binding>(name: string, type: Office.BindingType, id?: string) =>
    valueOf<Office.Binding>((done) =>
      bindings().addFromNamedItemAsync(name, type, id === undefined ? {} : { id }, done),
    ) as Promise<Kind>;
  const data = <Value>(binding: Office.Binding, options: object = {}) =>
    valueOf<Value>((done) => binding.getDataAsync(options, done));
  const set = (binding: Office.Binding, value: unknown, options: object = {}) =>
    answered<void>((done) => binding.setDataAsync(value as never, options, done));

  test("行列のバインドは一部だけも読み書きでき、大きさが合わなければ 2004、はみ出せば 2005", async () => {
    await book.write("A1:B3", GIVEN);
    const binding = await named<Office.MatrixBinding>("Sheet1!A1:B3", office.BindingType.Matrix, "範囲");
    expect([binding.id, binding.type, binding.rowCount, binding.columnCount]).toEqual([
      "範囲",
      office.BindingType.Matrix,
      3,
      2,
    ]);
    expect(await data(binding, { startRow: 1, startColumn: 1, rowCount: 2, columnCount: 1 })).toEqual([
      [1200],
      [0.5],
    ]);
    expect((await set(binding, [["新"]], { startRow: 2, startColumn: 0 })).status).toBe("succeeded");
    expect(await book.values("A3")).toEqual([["新"]]);
    expect((await set(binding, [["一つ"]])).error.code).toBe(2004);
    expect((await set(binding, [["あ", "い"]], { startRow: 0, startColumn: 1 })).error.code).toBe(2005);
    expect((await answered((done) => binding.getDataAsync({ startRow: 9 }, done))).error.code).toBe(1005);
  });

  test("文字のバインドは一つのセルだけ", async () => {
    await select("A1:B1");
    const wrong = answered<Office.Binding>((done) =>
      bindings().addFromSelectionAsync(office.BindingType.Text, { id: "文" }, done),
    );
    expect((await wrong).error.code).toBe(3004);
    await select("C3");
    const binding = await valueOf<Office.Binding>((done) =>
      bindings().addFromSelectionAsync(office.BindingType.Text, { id: "文" }, done),
    );
    await set(binding, "書いた");
    expect(await data(binding)).toBe("書いた");
    expect(await book.values("C3")).toEqual([["書いた"]]);
  });

  test("表のバインドは行と列を足し、丸ごと入れ替え、空にできる", async () => {
    await book.write("A1:B3", GIVEN);
    await table("A1:B3", "件数表");
    const binding = await named<Office.TableBinding>("件数表", office.BindingType.Table, "表");
    expect([binding.rowCount, binding.columnCount, binding.hasHeaders]).toEqual([2, 2, true]);
    await valueOf<void>((done) => binding.addRowsAsync([["総務課", 3]], done));
    await valueOf<void>((done) =>
      binding.addColumnsAsync(new office.TableData([["あ"], ["い"], ["う"]], ["備考"] as never), done),
    );
    expect(await book.values("A1:C4")).toEqual([
      ["課", "件数", "備考"],
      ["財政課", 1200, "あ"],
      ["企画課", 0.5, "い"],
      ["総務課", 3, "う"],
    ]);
    const all = new office.TableData([["税務課", 9, "え"]], ["課名", "数", "備考"] as never);
    expect((await set(binding, all)).status).toBe("succeeded");
    const { headers, rows } = await data<Office.TableData>(binding);
    expect([headers, rows]).toEqual([[["課名", "数", "備考"]], [["税務課", 9, "え"]]]);
    await valueOf<void>((done) => binding.deleteAllDataValuesAsync(done));
    expect(binding.rowCount).toBe(0);
    await valueOf<void>((done) => binding.setTableOptionsAsync({ bandedColumns: true }, done));
    expect(book.host.book().tables[0]?.showBandedColumns).toBe(true);
    const wrong = answered<void>((done) =>
      binding.setFormatsAsync([{ cells: { row: 9 }, format: { fontColor: "red" } }] as never, done),
    );
    expect((await wrong).error.code).toBe(8020);
  });

  test("ない名前は 3006、表でないものを表としては 3004、知らない種類は 3009", async () => {
    const made = (name: string, type: string) =>
      codeOf((done) => bindings().addFromNamedItemAsync(name, type as never, done));
    expect(await made("ない名前", "matrix")).toBe(3006);
    expect(await made("Sheet1!A1:B2", "table")).toBe(3004);
    expect(await made("Sheet1!A1", "もの")).toBe(3009);
  });

  test("すべてを尋ね、Office.select で使い、放せば 3002。Excel の API からも見える", async () => {
    await book.write("A1", [["値"]]);
    await named("Sheet1!A1", office.BindingType.Text, "一");
    await named("Sheet1!B1:B2", office.BindingType.Matrix, "二");
    const all = await valueOf<Office.Binding[]>((done) => bindings().getAllAsync(done));
    expect(all.map(({ id, type }) => [id, type])).toEqual([
      ["一", "text"],
      ["二", "matrix"],
    ]);
    const seen = await book.run(async (context) => {
      const found = context.workbook.bindings.load("items/id,items/type");
      await context.sync();
      return found.items.map(({ id, type }) => [id, type]);
    });
    expect(seen).toEqual([
      ["一", "Text"],
      ["二", "Range"],
    ]);
    expect(await data(office.select("bindings#一"))).toBe("値");
    await valueOf<void>((done) => bindings().releaseByIdAsync("一", done));
    expect(await codeOf((done) => bindings().getByIdAsync("一", done))).toBe(3002);
    const lost = new Promise<number>((done) => {
      office.select("bindings#一", ({ error }) => done(error.code)).getDataAsync(() => undefined);
    });
    expect(await lost).toBe(3002);
  });

  test("書かれたときにも、数式の答えが変わったときにも届き、変わらないときは届かない", async () => {
    await book.write("A1:A2", [[1], ["=A1*2"]]);
    const binding = await named("Sheet1!A2", office.BindingType.Matrix, "答え");
    const heard: unknown[] = [];
    const handler = (event?: Office.BindingDataChangedEventArgs) =>
      heard.push([event?.type, event?.binding.id]);
    const { BindingDataChanged } = office.EventType;
    await valueOf<void>((done) => binding.addHandlerAsync(BindingDataChanged, handler, done));
    await book.write("A1", [[5]]);
    await book.write("C1", [["よそ"]]);
    await book.host.settled();
    expect(heard).toEqual([["bindingDataChanged", "答え"]]);
    await valueOf<void>((done) => binding.removeHandlerAsync(BindingDataChanged, { handler }, done));
    await book.write("A1", [[6]]);
    await book.host.settled();
    expect(heard.length).toBe(1);
    const twice = answered<void>((done) => binding.removeHandlerAsync(BindingDataChanged, { handler }, done));
    expect((await twice).error.code).toBe(5003);
  });

  test("届かないイベントは、聞こうとしたときに断る", async () => {
    const binding = await named("Sheet1!A1", office.BindingType.Text, "一");
    const asked = (done: (result: Office.AsyncResult<void>) => void) =>
      binding.addHandlerAsync(office.EventType.ActiveViewChanged, () => undefined, done);
    expect(await codeOf(asked)).toBe(5000);
  });
});

describe("設定", () => {
  test("保存すると Excel の workbook.settings に見え、その変更の知らせも届く", async () => {
    const { settings } = office.context.document;
    let heard = 0;
    await valueOf<void>((done) =>
      settings.addHandlerAsync(office.EventType.SettingsChanged, () => void (heard += 1), done),
    );
    const kept = { 年度: 2021 };
    settings.set("条件", kept);
    kept.年度 = 1999;
    expect(book.host.book().settings.size).toBe(0);
    await valueOf((done) => settings.saveAsync(done));
    const seen = await book.run(async (context) => {
      const setting = context.workbook.settings.getItem("条件").load("value");
      await context.sync();
      context.workbook.settings.add("外から", "書いた");
      return setting.value as unknown;
    });
    await book.host.settled();
    expect([seen, settings.get("外から"), heard]).toEqual([{ 年度: 2021 }, "書いた", 2]);
  });

  test("取り消しは refreshAsync、消すのは remove と保存", async () => {
    const { settings } = office.context.document;
    settings.set("版", 1);
    await valueOf((done) => settings.saveAsync(done));
    settings.set("版", 2);
    await valueOf((done) => settings.refreshAsync(done));
    expect(settings.get("版")).toBe(1);
    settings.remove("版");
    expect(settings.get("版")).toBeNull();
    await valueOf((done) => settings.saveAsync(done));
    expect(book.host.book().settings.has("版")).toBe(false);
  });
});

test("getFileAsync は .xlsx を切れ端で渡す。PDF は 1009、三つ目のファイルは 11000", async () => {
  await book.write("A1", [["計画"]]);
  const give = (type: Office.FileType) => (done: (result: Office.AsyncResult<Office.File>) => void) =>
    office.context.document.getFileAsync(type, { sliceSize: 1000 }, done);
  const file = await valueOf(give(office.FileType.Compressed));
  const bytes: number[] = [];
  for (let at = 0; at < file.sliceCount; at++) {
    const slice = await valueOf<Office.Slice>((done) => file.getSliceAsync(at, done));
    bytes.push(...(slice.data as number[]));
  }
  expect(bytes.length).toBe(file.size);
  const again = await openWorkbook({ office: book.office });
  expect((await again.host.openXlsx(Uint8Array.from(bytes), "写し.xlsx")).kind).toBe("opened");
  expect(again.host.book().sheets[0]?.grid).toBeDefined();
  expect(await codeOf(give(office.FileType.Pdf))).toBe(1009);
  await valueOf(give(office.FileType.Compressed));
  expect(await codeOf(give(office.FileType.Compressed))).toBe(11000);
  await valueOf<void>((done) => file.closeAsync(done));
  expect(await codeOf(give(office.FileType.Compressed))).toBeUndefined();
});

test("共通 API で書いたことも、元に戻せる", async () => {
  await book.write("A1", [["前"]]);
  await valueOf<void>((done) => office.context.document.setSelectedDataAsync("後", done));
  expect(await book.values("A1")).toEqual([["後"]]);
  await book.host.undo();
  expect(await book.values("A1")).toEqual([["前"]]);
});
