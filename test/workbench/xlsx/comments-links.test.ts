/** コメント・メモ・ハイパーリンク・改ページ・セルのスタイル: .xlsx に書いて読み戻しても同じ. */
import type { Book } from "../../../src/workbench/host/model/book";
import { styleNamed } from "../../../src/workbench/host/model/looks/styles";
import type { Note } from "../../../src/workbench/host/model/attached/note";
import { cellAt } from "../../../src/workbench/host/model/cells/grid";
import { openWorkbook } from "../../helpers/workbook";
import { firstSheet, made, partsOf, reopened } from "./reopened";
import { disorder } from "./schema-order";

/** ファイルの時刻は、Excel の書くとおり百分の一秒まで. */
const rounded = (book: Book): unknown =>
  JSON.parse(JSON.stringify(firstSheet(book).comments).replace(/(\.\d\d)\dZ"/g, '$10Z"'));

describe("コメント", () => {
  const discussed = () =>
    made((context, sheet) => {
      const { comments } = context.workbook;
      const first = comments.add(sheet.getRange("B3"), "実績は決算の値ですか。\n速報ですか。");
      first.replies.add("決算の値です。");
      first.replies.add("ありがとう <ございます> & 了解");
      first.resolved = true;
      comments.add(sheet.getRange("A1"), {
        richContent: '<at id="0">財政 花子</at> さん、確かめてください。',
        mentions: [{ email: "hanako@example.lg.jp", id: 0, name: "財政 花子" }],
      });
    });

  test("返信・解決・名指し・時刻・書いた人が戻る", async () => {
    const book = await discussed();
    expect(rounded(reopened(book))).toEqual(rounded(book));
  });

  test("スレッドを知らない Excel のためのメモを、Excel と同じに添える", async () => {
    const parts = partsOf(await discussed());
    const [comment] = firstSheet(await discussed()).comments;
    expect(parts["xl/comments1.xml"]).toContain(`<author>tc=${comment?.id}</author>`);
    expect(parts["xl/comments1.xml"]).toMatch(
      /<comment ref="B3" authorId="\d" shapeId="0" xr:uid="\{[-0-9A-F]+\}">/,
    );
    expect(parts["xl/comments1.xml"]).toContain("返信:\n    決算の値です。");
    expect(parts["xl/threadedComments/threadedComment1.xml"]).toMatch(
      /<threadedComment ref="B3" dT="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d" personId="\{[-0-9A-F]+\}" id="\{[-0-9A-F]+\}" done="1">/,
    );
    expect(parts["xl/threadedComments/threadedComment1.xml"]).toContain('startIndex="0" length="6"');
    expect(parts["xl/persons/person.xml"]).toContain('displayName="財政 花子"');
    expect(parts["xl/worksheets/sheet1.xml"]).toMatch(/<legacyDrawing r:id="rId\d"\/>/);
    expect(parts["xl/drawings/vmlDrawing1.vml"]).toContain("<x:Row>2</x:Row><x:Column>1</x:Column>");
    expect(disorder(parts)).toEqual([]);
  });
});

test("メモ：文・書いた人・いつも見せるかが戻る。コメントとは別のまま", async () => {
  const book = await made((context, sheet) => {
    context.workbook.comments.add(sheet.getRange("A1"), "コメント");
  });
  const notes: readonly Note[] = [
    { row: 4, column: 2, author: "企画課", text: "出典：決算カード\n（確定値）", visible: true },
    { row: 6, column: 0, author: "", text: "  前後  ", visible: false },
  ];
  const again = reopened({ ...book, sheets: [{ ...firstSheet(book), notes }] });
  expect(firstSheet(again).notes).toEqual(notes);
  expect(rounded(again)).toEqual(rounded(book));
});

test("メモは、上に行が入ればセルとともに下がり、セルの行が消えれば消える", async () => {
  const book = await made(() => undefined);
  const note = { column: 0, author: "課", visible: false };
  const notes = [
    { ...note, row: 2, text: "残る" },
    { ...note, row: 4, text: "消える" },
  ];
  const open = await openWorkbook({ book: { ...book, sheets: [{ ...firstSheet(book), notes }] } });
  await open.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("5:5").delete("Up");
    sheet.getRange("1:1").insert("Down");
    await context.sync();
  });
  expect(firstSheet(open.host.book()).notes).toEqual([{ ...note, row: 3, text: "残る" }]);
});

test("ハイパーリンク：ページ・ブックの中・説明が戻る", async () => {
  const book = await made((_, sheet) => {
    const link = (cell: string, hyperlink: Excel.RangeHyperlink) => {
      sheet.getRange(cell).hyperlink = hyperlink;
    };
    link("A1", { address: "https://example.lg.jp/?a=1&b=2", textToDisplay: "計画", screenTip: "市のページ" });
    link("A2", { documentReference: "Sheet1!B5", textToDisplay: "表へ" });
    link("A3:B4", { address: "mailto:kikaku@example.lg.jp" });
    link("A5", { address: "資料/計画書.docx", documentReference: "第1章" });
  });
  const corners = (area: object) => ({ ...area, sheet: undefined });
  const links = (each: typeof book) =>
    firstSheet(each).links.map((link) => ({ ...link, area: corners(link.area) }));
  expect(links(reopened(book))).toEqual(links(book));
  expect(partsOf(book)["xl/worksheets/_rels/sheet1.xml.rels"]).toContain(
    'Target="https://example.lg.jp/?a=1&amp;b=2" TargetMode="External"',
  );
  expect(disorder(partsOf(book))).toEqual([]);
});

test("改ページが戻る", async () => {
  const book = await made((_, sheet) => {
    sheet.horizontalPageBreaks.add("A5");
    sheet.horizontalPageBreaks.add("A31");
    sheet.verticalPageBreaks.add("F1");
  });
  expect(firstSheet(reopened(book)).pageBreaks).toEqual({ rows: [4, 30], columns: [5] });
  expect(partsOf(book)["xl/worksheets/sheet1.xml"]).toContain(
    '<rowBreaks count="2" manualBreakCount="2"><brk id="4" max="16383" man="1"/>',
  );
  expect(disorder(partsOf(book))).toEqual([]);
});

test("セルのスタイル：作ったもの・直したもの・使っていないもの・Excel の番号", async () => {
  const book = await made((context, sheet) => {
    const { styles } = context.workbook;
    styles.add("未入力の欄");
    const own = styles.getItem("未入力の欄");
    own.fill.color = "#FFF2CC";
    own.font.set({ bold: true, size: 12 });
    own.includeNumber = false;
    own.includeProtection = false;
    styles.add("使っていない");
    styles.getItem("Bad").font.color = "#FF0000";
    sheet.getRange("A1").style = "未入力の欄";
    sheet.getRange("A2").style = "Good";
    sheet.getRange("A3").style = "Heading 1";
    sheet.getRange("A4").style = "Accent1_20";
    sheet.getRange("A5").style = "Bad";
  });
  const again = reopened(book);
  for (const name of ["未入力の欄", "使っていない", "Bad", "Good"])
    expect(styleNamed(again, name)).toMatchObject({ ...styleNamed(book, name) });
  expect(again.cellStyles).toHaveLength(3);
  for (const row of [0, 1, 2, 3, 4])
    expect(cellAt(firstSheet(again).grid, row, 0)?.style).toEqual(
      cellAt(firstSheet(book).grid, row, 0)?.style,
    );
  const styles = partsOf(book)["xl/styles.xml"] ?? "";
  expect(styles).toMatch(/<cellStyle name="良い" xfId="\d" builtinId="26"\/>/);
  expect(styles).toMatch(/<cellStyle name="見出し 1" xfId="\d" builtinId="16"\/>/);
  expect(styles).toMatch(/<cellStyle name="悪い" xfId="\d" builtinId="27" customBuiltin="1"\/>/);
  expect(disorder(partsOf(book))).toEqual([]);
});
