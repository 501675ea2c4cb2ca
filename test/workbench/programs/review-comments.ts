/** 点検の意見を付ける: comments on cells that break a rule, replies, a list of what is open, links to the cells. */
export const title = "コメントで点検";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("点検対象");
    sheet.getRange("A1:B4").values = [
      ["指標", "目標値"],
      ["収納率", 98.5],
      ["満足度", ""],
      ["参加者数", -5],
    ];
    const values = sheet.getRange("B2:B4").load("values");
    await context.sync();
    const { comments } = context.workbook;
    values.values.forEach(([value], row) => {
      const address = `点検対象!B${row + 2}`;
      if (value === "") comments.add(address, "目標値がありません。");
      else if (Number(value) < 0) comments.add(address, "負の値です。");
    });
    await context.sync();
    const first = comments.getItemByCell("点検対象!B3");
    first.replies.add("担当課に確認します。");
    comments.getItemByCell("点検対象!B4").resolved = true;
    comments.load("items/content,items/resolved");
    await context.sync();
    const places = comments.items.map((comment) => comment.getLocation().load("address"));
    const replies = first.replies.getCount();
    await context.sync();
    const list = context.workbook.worksheets.add("一覧");
    comments.items.forEach((comment, row) => {
      const cell = list.getRange(`A${row + 1}`);
      cell.hyperlink = {
        documentReference: places[row]?.address ?? "",
        textToDisplay: comment.content,
        screenTip: "セルへ",
      };
    });
    const link = list.getRange("A1").load("hyperlink,values");
    await context.sync();
    return {
      open: comments.items.filter(({ resolved }) => !resolved).map(({ content }) => content),
      places: places.map(({ address }) => address),
      replies: replies.value,
      link: link.hyperlink.documentReference,
    };
  });
}

export const expected = {
  open: ["目標値がありません。"],
  places: ["点検対象!B3", "点検対象!B4"],
  replies: 1,
  link: "点検対象!B3",
};
