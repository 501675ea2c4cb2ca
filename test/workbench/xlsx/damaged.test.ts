/** どこをどう書き換えられたファイルでも、開くか、理由を告げて断る. 例外で止まらず、有限でない場所や大きさも入らない. */
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx } from "../../../src/workbench/host/xlsx/read";
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import { made } from "./reopened";

const PARTS = /^xl\/(?:drawings|charts|comments|threadedComments|persons|styles|theme|worksheets)/;

const file = async (): Promise<Readonly<Record<string, Uint8Array>>> => {
  const book = await made((context, sheet) => {
    sheet.getRange("A1:C3").values = [
      ["年度", "A", "B"],
      ["令和3年度", 1, 2],
      ["令和4年度", 3, 4],
    ];
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
    chart.title.text = "題";
    chart.dataLabels.showValue = true;
    chart.series.getItemAt(1).axisGroup = "Secondary";
    chart.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor("#FF0000");
    const boxes = [sheet.shapes.addTextBox("注"), sheet.shapes.addGeometricShape("Heart")];
    sheet.shapes.addGroup(boxes);
    sheet.shapes.addLine(0, 0, 30, 40).line.connectBeginShape(sheet.shapes.addTextBox("元"), 1);
    context.workbook.comments.add(sheet.getRange("B2"), "コメント").replies.add("返信");
    sheet.getRange("C3").hyperlink = { address: "https://example.lg.jp/" };
    sheet.horizontalPageBreaks.add("A3");
    sheet.getRange("B2:B3").conditionalFormats.add("DataBar");
    sheet.getRange("A1").style = "Good";
  });
  return unzipSync(writeXlsx(book).bytes);
};

const WORDS = [
  "",
  "-1",
  "1e308",
  "NaN",
  "99999999999",
  "x",
  "&#x10FFFF;",
  "{}",
  "A1:XFD1048576",
  "__proto__",
];

/** 属性の値か、要素の中の文字か、要素の名前を一つ替える. */
const damaged = (text: string, place: number, word: string, what: "value" | "text" | "name"): string => {
  const pattern = { value: /="[^"]*"/g, text: />[^<>]+</g, name: /<\/?[\w:]+/g }[what];
  const all = [...text.matchAll(pattern)];
  const found = all[place % Math.max(1, all.length)];
  if (!found) return text;
  const put = { value: `="${word}"`, text: `>${word}<`, name: "<zz" }[what];
  return text.slice(0, found.index) + put + text.slice(found.index + found[0].length);
};

const finite = (value: unknown): boolean =>
  typeof value === "number"
    ? Number.isFinite(value)
    : typeof value !== "object" || value === null || Object.values(value).every(finite);

test("図形・グラフ・コメント・見た目の部品を書き換える", async () => {
  const parts = await file();
  const names = Object.keys(parts).filter((name) => PARTS.test(name));
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat({ max: 5_000 }),
      fc.constantFrom(...WORDS),
      fc.constantFrom("value", "text", "name"),
      (name, place, word, what) => {
        const text = damaged(strFromU8(parts[name] ?? new Uint8Array()), place, word, what);
        const read = readXlsx(zipSync({ ...parts, [name]: strToU8(text) }, { level: 1 }));
        if (read.kind === "refused") return read.reason.length > 0;
        return read.book.sheets.every(({ charts, shapes, comments, notes, pageBreaks, links }) =>
          finite([
            charts.map(({ left, top, width, height, properties }) => [left, top, width, height, properties]),
            shapes,
            comments,
            notes,
            pageBreaks,
            links,
          ]),
        );
      },
    ),
    { numRuns: 300 },
  );
});
