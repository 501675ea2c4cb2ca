/** Cells that belong together: what a formula spilled into, and what is merged, when something is written, moved or sorted there. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const rangeOf = (context: Context, address: string) =>
  context.workbook.worksheets.getItem("Sheet1").getRange(address);

describe("こぼれた値", () => {
  const spilled = async (): Promise<OpenWorkbook> => {
    const book = await openWorkbook();
    await book.write("A1", [["=SEQUENCE(3)"]]);
    return book;
  };

  test.each([
    ["間に行を入れる", (c: Context) => void rangeOf(c, "2:2").insert("Down"), "A1"],
    ["間の行を消す", (c: Context) => void rangeOf(c, "2:2").delete("Up"), "A1"],
    ["間にセルを入れる", (c: Context) => void rangeOf(c, "A2").insert("Down"), "A1"],
    ["間のセルを消す", (c: Context) => void rangeOf(c, "A3").delete("Up"), "A1"],
    ["上に行を入れる", (c: Context) => void rangeOf(c, "1:1").insert("Down"), "A2"],
    ["左に列を入れる", (c: Context) => void rangeOf(c, "A:A").insert("Right"), "B1"],
    ["間を消去する", (c: Context) => void rangeOf(c, "A2").clear(), "A1"],
    ["間に空の文字を書く", (c: Context) => void (rangeOf(c, "A2").values = [[""]]), "A1"],
  ])("%s：またこぼれる", async (_, edit, anchor) => {
    const book = await spilled();
    await book.run(async (context) => edit(context));
    const found = await book.run(async (context) => {
      const whole = rangeOf(context, anchor).getSpillingToRange().load("values,formulas");
      await context.sync();
      return [whole.values, whole.formulas];
    });
    expect(found).toEqual([
      [[1], [2], [3]],
      [["=SEQUENCE(3)"], [2], [3]],
    ]);
    const used = await book.run(async (context) => {
      const area = context.workbook.worksheets.getItem("Sheet1").getUsedRange(true).load("cellCount");
      await context.sync();
      return area.cellCount;
    });
    expect(used).toBe(3);
  });

  test("その中を並べ替えることはできない", async () => {
    const book = await spilled();
    const refusal = await book.refusal(async (c) => void rangeOf(c, "A1:A3").sort.apply([{ key: 0 }]));
    expect(refusal.code).toBe("InvalidOperation");
    expect(await book.values("A1:A3")).toEqual([[1], [2], [3]]);
  });
});

describe("結合したセル", () => {
  test("書いた値は左上だけに入る", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      rangeOf(context, "A1:B2").merge();
      rangeOf(context, "A1:C2").values = [
        [1, 2, 3],
        [4, 5, 6],
      ];
    });
    expect(await book.values("A1:C2")).toEqual([
      [1, "", 3],
      ["", "", 6],
    ]);
  });

  test.each([
    ["一部の列だけを下へ", (c: Context) => void rangeOf(c, "A1").insert("Down")],
    ["一部の行だけを右へ", (c: Context) => void rangeOf(c, "A2").insert("Right")],
    ["一部の列だけを消す", (c: Context) => void rangeOf(c, "B1").delete("Up")],
  ])("%s：InsertDeleteConflict", async (_, edit) => {
    const book = await openWorkbook();
    await book.run(async (context) => void rangeOf(context, "A1:B2").merge());
    expect((await book.refusal(async (context) => edit(context))).code).toBe("InsertDeleteConflict");
  });

  test("全体なら動く", async () => {
    const book = await openWorkbook();
    const address = await book.run(async (context) => {
      rangeOf(context, "A1:B2").merge();
      rangeOf(context, "A1:B1").insert("Down");
      rangeOf(context, "1:1").insert("Down");
      const merged = rangeOf(context, "A1:D9").getMergedAreasOrNullObject().load("address");
      await context.sync();
      return merged.address;
    });
    expect(address).toBe("Sheet1!A3:B4");
  });
});
