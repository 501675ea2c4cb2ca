/** Flash Fill: a column goes on as its first cells show. */
import { flashFilled } from "../../../../src/workbench/host/model/entry/flash-fill";
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const rangeOf = (context: Context, address: string) =>
  context.workbook.worksheets.getItem("Sheet1").getRange(address);

test.each<[string, string[][], string, string[]]>([
  ["初めの言葉", [["John Smith"], ["Mary Jones"], ["Zoe Q Kay"]], "John", ["Mary", "Zoe"]],
  ["終わりの言葉", [["加須市 財政課"], ["川口市 企画課"]], "財政課", ["企画課"]],
  ["順を変えて", [["John Smith"], ["Al Bundy"]], "Smith, John", ["Bundy, Al"]],
  [
    "二つの列から",
    [
      ["山田", "花子"],
      ["鈴木", "一郎"],
    ],
    "山田 花子",
    ["鈴木 一郎"],
  ],
  [
    "頭文字と全体",
    [
      ["John", "Smith"],
      ["Mary", "Jones"],
    ],
    "jsmith@x.jp",
    ["mjones@x.jp"],
  ],
  ["大文字と小文字", [["john smith"], ["mary jones"]], "John Smith", ["Mary Jones"]],
  ["間の番号", [["A-100-x"], ["B-22-y"]], "100", ["22"]],
  ["書き方を変えて", [["(425) 555-1234"], ["(206) 777-9999"]], "425-555-1234", ["206-777-9999"]],
  ["日付の順", [["2024-03-15"], ["2023-12-01"]], "03/2024", ["12/2023"]],
])("%s", (_, rows, example, expected) => {
  expect(flashFilled(rows, [example, ...expected.map(() => undefined)])).toEqual([example, ...expected]);
});

test("二つめの例が、一つめだけでは決まらないことを決める", () => {
  const rows = [["ab-ab"], ["cd-ef"], ["gh-ij"]];
  expect(flashFilled(rows, ["ab", "ef", undefined])).toEqual(["ab", "ef", "ij"]);
});

test.each([
  ["例がない", [["あ"], ["い"]], [undefined, undefined]],
  ["決まった文字だけ", [["1"], ["2"]], ["x", undefined]],
  ["例どうしが合わない", [["あ い"], ["う え"], ["お"]], ["あ", "!", undefined]],
])("%sなら、規則は見つからない", (_, rows, given) => {
  expect(flashFilled(rows, given)).toBeUndefined();
});

const filled = async (fill: (context: Context) => void) => {
  const book = await openWorkbook();
  await book.write("A1:B4", [
    ["氏名", "名字"],
    ["山田 花子", "山田"],
    ["鈴木 一郎", ""],
    ["佐藤 次郎", ""],
  ]);
  await book.run(async (context) => fill(context));
  return book.values("B1:B4");
};

test.each<[string, (context: Context) => void]>([
  ["Range.flashFill: 空いたセルだけを指して", (c) => rangeOf(c, "B3:B4").flashFill()],
  ["例と見出しも含めて", (c) => rangeOf(c, "B1:B4").flashFill()],
  ["列の中の一つのセルから", (c) => rangeOf(c, "B3").flashFill()],
  ["Range.autoFill の FlashFill", (c) => rangeOf(c, "B2").autoFill("B2:B4", "FlashFill")],
])("%s", async (_, fill) => {
  expect(await filled(fill)).toEqual([["名字"], ["山田"], ["鈴木"], ["佐藤"]]);
});

test.each<[string, (context: Context) => void, string]>([
  ["二列", (c) => rangeOf(c, "A1:B4").flashFill(), "InvalidArgument"],
  ["まわりに何もない", (c) => rangeOf(c, "H9").flashFill(), "InvalidOperation"],
])("%sなら断る", async (_, fill, code) => {
  const book = await openWorkbook();
  expect((await book.refusal(async (context) => fill(context))).code).toBe(code);
});
