/** Threaded comments, bindings, page breaks, copies of sheets, the selected chart: what Excel does. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");

describe("コメント", () => {
  const commented = async (): Promise<OpenWorkbook> => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.comments.add("Sheet1!B2", "目標値を確認してください");
      sheetOf(context).comments.getItemByCell("B2").replies.add("確認しました");
    });
    return book;
  };
  const read = (book: OpenWorkbook) =>
    book.run(async (context) => {
      const comment = context.workbook.comments.getItemByCell("Sheet1!B2");
      comment.load();
      comment.replies.load();
      const place = comment.getLocation().load("address");
      await context.sync();
      return { comment, replies: comment.replies.items, address: place.address };
    });

  test("書いた人・時・場所・返信が読める", async () => {
    const { comment, replies, address } = await read(await commented());
    expect(comment.toJSON()).toMatchObject({
      content: "目標値を確認してください",
      richContent: "目標値を確認してください",
      contentType: "Plain",
      mentions: [],
      authorName: "ワークベンチの利用者",
      authorEmail: "",
      resolved: false,
    });
    expect(Math.abs(new Date(comment.creationDate).getTime() - Date.now())).toBeLessThan(3_600_000);
    expect(
      replies.map(({ content, resolved, contentType, richContent, mentions, authorName, authorEmail }) => [
        content,
        resolved,
        contentType,
        richContent,
        mentions,
        authorName,
        authorEmail,
      ]),
    ).toEqual([["確認しました", false, "Plain", "確認しました", [], "ワークベンチの利用者", ""]]);
    expect(replies[0]?.creationDate).toBeDefined();
    expect(address).toBe("Sheet1!B2");
  });

  test("直し、解決し、返信を消し、元に戻し、保存して開ける", async () => {
    const book = await commented();
    await book.run(async (context) => {
      const comment = sheetOf(context).comments.getItemAt(0);
      comment.content = "直しました";
      comment.resolved = true;
      comment.replies.getItemAt(0).content = "了解";
    });
    const changed = await read(book);
    expect([changed.comment.content, changed.comment.resolved, changed.replies[0]?.content]).toEqual([
      "直しました",
      true,
      "了解",
    ]);
    expect(changed.replies[0]?.resolved).toBe(true);
    await book.run(async (context) => sheetOf(context).comments.getItemAt(0).replies.getItemAt(0).delete());
    expect((await read(book)).replies).toHaveLength(0);
    await book.host.undo();
    expect((await read(book)).replies).toHaveLength(1);
    const other = await openWorkbook();
    await other.host.open(JSON.parse(JSON.stringify(book.host.save())) as unknown);
    expect((await read(other)).comment.content).toBe("直しました");
  });

  test("番号でも、返信からも、親からも見つかる", async () => {
    const book = await commented();
    const found = await book.run(async (context) => {
      const { comments } = context.workbook;
      const first = comments.getItemAt(0).load("id");
      const reply = first.replies.getItemAt(0).load("id");
      const [all, replies] = [comments.getCount(), first.replies.getCount()];
      await context.sync();
      const byId = comments.getItem(first.id).load("content");
      const byReply = comments.getItemByReplyId(reply.id).load("id");
      const same = first.replies.getItem(reply.id);
      const parent = same.getParentComment().load("id");
      const place = same.getLocation().load("address");
      const none = [comments.getItemOrNullObject("{なし}"), first.replies.getItemOrNullObject("{なし}")];
      await context.sync();
      return [
        all.value,
        replies.value,
        byId.content,
        byReply.id === first.id,
        parent.id === first.id,
        place.address,
        ...none.map((one) => one.isNullObject),
      ];
    });
    expect(found).toEqual([1, 1, "目標値を確認してください", true, true, "Sheet1!B2", true, true]);
  });

  test("名指しのコメント", async () => {
    const book = await openWorkbook();
    const mention = { email: "keikaku@example.jp", id: 0, name: "企画課" };
    const seen = await book.run(async (context) => {
      const rich = { richContent: '<at id="0">企画課</at> 確認を', mentions: [mention] };
      const comment = context.workbook.comments.add(
        sheetOf(context).getRange("A1"),
        rich,
        context.workbook.worksheets ? "Mention" : "Plain",
      );
      const reply = comment.replies.add("はい");
      reply.updateMentions(rich);
      comment.load("content,contentType,mentions,richContent");
      reply.load("content");
      await context.sync();
      comment.updateMentions({ richContent: "済み", mentions: [] });
      const first = [comment.content, comment.contentType, comment.mentions, reply.content];
      comment.load("content,contentType");
      await context.sync();
      return [...first, comment.content, comment.contentType];
    });
    expect(seen).toEqual(["@企画課 確認を", "Mention", [mention], "@企画課 確認を", "済み", "Plain"]);
  });

  test("行を入れればコメントも動き、行を消せば消える", async () => {
    const book = await commented();
    await book.run(async (context) => void sheetOf(context).getRange("1:1").insert("Down"));
    const count = () =>
      book.run(async (context) => {
        const result = sheetOf(context).comments.getCount();
        await context.sync();
        return result.value;
      });
    const place = await book.run(async (context) => {
      const range = sheetOf(context).comments.getItemAt(0).getLocation().load("address");
      await context.sync();
      return range.address;
    });
    expect([place, await count()]).toEqual(["Sheet1!B3", 1]);
    await book.run(async (context) => void sheetOf(context).getRange("3:3").delete("Up"));
    expect(await count()).toBe(0);
  });

  test("断る：二つめ、二つのセル、シート名のない番地、空の言葉、ないコメント", async () => {
    const book = await commented();
    const code = async (work: (comments: Excel.CommentCollection) => unknown) =>
      (await book.refusal(async (context) => work(context.workbook.comments))).code;
    expect(await code((comments) => comments.add("Sheet1!B2", "また"))).toBe("InvalidArgument");
    expect(await code((comments) => comments.add("Sheet1!B3:B4", "二つ"))).toBe("InvalidArgument");
    expect(await code((comments) => comments.add("B3", "どのシートか"))).toBe("InvalidArgument");
    expect(await code((comments) => comments.add("Sheet1!B3", ""))).toBe("InvalidArgument");
    expect(await code((comments) => comments.getItemByCell("Sheet1!C9"))).toBe("ItemNotFound");
  });

  test("加わり、変わり、消えたことが届く", async () => {
    const book = await openWorkbook();
    const heard: unknown[] = [];
    await book.run(async (context) => {
      const { comments } = context.workbook;
      comments.onAdded.add(
        async ({ type, commentDetails }) => void heard.push([type, commentDetails.length]),
      );
      comments.onChanged.add(async ({ type, changeType }) => void heard.push([type, changeType]));
      comments.onDeleted.add(async ({ type }) => void heard.push([type]));
      await context.sync();
      const comment = comments.add("Sheet1!A1", "あ");
      comment.replies.add("い");
      comment.resolved = true;
      comment.delete();
    });
    await book.host.settled();
    expect(heard).toEqual([
      ["CommentAdded", 1],
      ["CommentChanged", "ReplyAdded"],
      ["CommentChanged", "CommentResolved"],
      ["CommentDeleted"],
    ]);
  });
});

describe("バインド", () => {
  test("範囲・表・文字を自分の名で覚え、動いても付いて行く", async () => {
    const book = await openWorkbook();
    await book.write("A1:B2", [
      ["年度", "値"],
      ["R5", 0.5],
    ]);
    const found = await book.run(async (context) => {
      const { bindings } = context.workbook;
      const sheet = sheetOf(context);
      const made = sheet.tables.add("A1:B2", true);
      made.name = "表1";
      context.workbook.names.add("合計", sheet.getRange("D5"));
      sheet.getRange("B2").numberFormat = [["0%"]];
      bindings.add("A1:B2", "Table", "t");
      bindings.add(sheet.getRange("B2"), "Text", "x");
      bindings.addFromNamedItem("合計", "Range", "n");
      sheet.getRange("C3:C4").select();
      bindings.addFromSelection("Range", "s");
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      bindings.load("count,items/id,items/type");
      const places = ["t", "x", "n", "s"].map((id) => bindings.getItem(id).getRange().load("address"));
      const shown = bindings.getItem("x").getText();
      const table = bindings.getItem("t").getTable().load("name");
      const count = bindings.getCount();
      const first = bindings.getItemAt(0).load("id");
      const none = bindings.getItemOrNullObject("なし");
      await context.sync();
      return {
        places: places.map(({ address }) => address),
        types: bindings.items.map(({ id, type }) => `${id}:${type}`),
        rest: [shown.value, table.name, count.value, bindings.count, first.id, none.isNullObject],
      };
    });
    expect(found).toEqual({
      places: ["Sheet1!A3:B3", "Sheet1!B3", "Sheet1!D6", "Sheet1!C4:C5"],
      types: ["t:Table", "x:Text", "n:Range", "s:Range"],
      rest: ["50%", "表1", 4, 4, "t", true],
    });
  });

  test("消せば無くなり、セルが消えれば InvalidBinding、合わない種類は断る", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.bindings.add("A1:A2", "Range", "r");
      context.workbook.bindings.add("C1", "Range", "c");
      context.workbook.bindings.getItem("c").delete();
      await context.sync();
      sheetOf(context).getRange("1:2").delete("Up");
    });
    const code = async (work: (context: Context) => unknown) =>
      (await book.refusal(async (context) => work(context))).code;
    expect(await code((context) => context.workbook.bindings.getItem("c").load("id"))).toBe("ItemNotFound");
    expect(await code((context) => context.workbook.bindings.getItem("r").getRange().load("address"))).toBe(
      "InvalidBinding",
    );
    expect(await code((context) => context.workbook.bindings.add("A1", "Table", "t"))).toBe(
      "InvalidArgument",
    );
    expect(await code((context) => context.workbook.bindings.getItem("r").getText())).toBe(
      "InvalidOperation",
    );
    expect(await code((context) => context.workbook.bindings.getItem("r").getTable().load("name"))).toBe(
      "InvalidOperation",
    );
  });
});

describe("改ページ", () => {
  test("行と列に入れ、行を入れれば動き、消せる", async () => {
    const book = await openWorkbook();
    const found = await book.run(async (context) => {
      const { horizontalPageBreaks: rows, verticalPageBreaks: columns } = sheetOf(context);
      rows.add("A10:B10");
      rows.add("A5");
      const column = columns.add("D1");
      sheetOf(context).getRange("1:1").insert("Down");
      rows.load("items/rowIndex,items/columnIndex");
      const [count, first] = [rows.getCount(), rows.getItem(0).load("rowIndex")];
      const after = rows.getItem(0).getCellAfterBreak().load("address");
      column.load("columnIndex,rowIndex");
      await context.sync();
      return [
        rows.items.map(({ rowIndex, columnIndex }) => [rowIndex, columnIndex]),
        count.value,
        first.rowIndex,
        after.address,
        [column.columnIndex, column.rowIndex],
      ];
    });
    expect(found).toEqual([
      [
        [5, 0],
        [10, 0],
      ],
      2,
      5,
      "Sheet1!A6",
      [3, 0],
    ]);
    const counts = await book.run(async (context) => {
      const { horizontalPageBreaks: rows, verticalPageBreaks: columns } = sheetOf(context);
      rows.getItem(0).delete();
      columns.removePageBreaks();
      const result = [rows.getCount(), columns.getCount()];
      await context.sync();
      return result.map(({ value }) => value);
    });
    expect(counts).toEqual([1, 0]);
    const { code } = await book.refusal(async (c) => sheetOf(c).horizontalPageBreaks.add("A1"));
    expect(code).toBe("InvalidArgument");
  });
});

describe("Worksheet.copy", () => {
  test("表・式・グラフ・コメントごと写り、自分を指す式は写しを指す", async () => {
    const book = await openWorkbook();
    await book.write("A1:B2", [
      ["区分", "件数"],
      ["あ", 3],
    ]);
    const found = await book.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.tables.add("A1:B2", true).name = "集計表";
      sheet.getRange("D1:D2").formulas = [["=SUM(集計表[件数])"], ["=Sheet1!B2*2"]];
      sheet.charts.add("Pie", sheet.getRange("A1:B2"), "Auto");
      sheet.comments.add("A1", "出典");
      sheet.names.add("範囲", sheet.getRange("B2"));
      const copy = sheet.copy("Before", sheet);
      copy.load("name,position,visibility");
      await context.sync();
      copy.getRange("B2").values = [[5]];
      const cells = copy.getRange("D1:D2").load("formulas,values");
      copy.tables.load("items/name");
      const [charts, comments] = [copy.charts.getCount(), copy.comments.getCount()];
      const name = copy.names.getItem("範囲").load("formula");
      await context.sync();
      return [
        [copy.name, copy.position, copy.visibility],
        copy.tables.items.map((one) => one.name),
        cells.formulas.flat(),
        cells.values.flat(),
        [charts.value, comments.value, name.formula],
      ];
    });
    expect(found).toEqual([
      ["Sheet1 (2)", 0, "Visible"],
      ["集計表2"],
      ["=SUM(集計表2[件数])", "='Sheet1 (2)'!B2*2"],
      [5, 10],
      [1, 1, "='Sheet1 (2)'!$B$2"],
    ]);
    expect(await book.values("D1:D2", "Sheet1")).toEqual([[3], [6]]);
  });

  test("置き場所：はじめ・終わり・後。相手のない「前」は断る", async () => {
    const book = await openWorkbook();
    const names = await book.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.copy("End").name = "終";
      sheet.copy("Beginning").name = "初";
      sheet.copy("After", sheet).name = "後";
      context.workbook.worksheets.load("items/name");
      await context.sync();
      return context.workbook.worksheets.items.map(({ name }) => name);
    });
    expect(names).toEqual(["初", "Sheet1", "後", "終"]);
    expect(await book.refusal(async (c) => sheetOf(c).copy("Before"))).toMatchObject({
      code: "InvalidArgument",
    });
  });
});

describe("選ばれたグラフ", () => {
  test("activate したグラフが getActiveChart。セルを選べば無くなる", async () => {
    const book = await openWorkbook();
    await book.write("A1:A2", [[1], [2]]);
    const names = await book.run(async (context) => {
      const sheet = sheetOf(context);
      const chart = sheet.charts.add("Line", sheet.getRange("A1:A2"));
      chart.name = "推移";
      const before = context.workbook.getActiveChartOrNullObject().load("name");
      await context.sync();
      chart.activate();
      const active = context.workbook.getActiveChart().load("name");
      await context.sync();
      sheet.getRange("A1").select();
      const after = context.workbook.getActiveChartOrNullObject().load("name");
      await context.sync();
      return [before.isNullObject, active.name, after.isNullObject];
    });
    expect(names).toEqual([true, "推移", true]);
    expect(await book.refusal(async (c) => c.workbook.getActiveChart().load("name"))).toMatchObject({
      code: "ItemNotFound",
    });
  });
});
