/** ワークベンチで作ったブックを .xlsx に書き、読み戻す. */
import { strFromU8, unzipSync } from "fflate";
import type { Book } from "../../../src/workbench/host/model/book";
import type { Sheet } from "../../../src/workbench/host/model/sheets/sheet";
import { readXlsx } from "../../../src/workbench/host/xlsx/read";
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import { openWorkbook } from "../../helpers/workbook";

/** 何も失われないことも確かめる. */
export const reopened = (book: Book, valuesOnly = false): Book => {
  const written = writeXlsx(book, { valuesOnly });
  expect(written.problems).toEqual([]);
  const opened = readXlsx(written.bytes, { name: book.name });
  if (opened.kind === "refused") throw new Error(opened.reason);
  expect(opened.problems).toEqual([]);
  return opened.book;
};

export const made = async (
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void | Promise<void>,
): Promise<Book> => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    await work(context, context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
  await book.host.settled();
  return book.host.book();
};

export const firstSheet = ({ sheets: [sheet] }: Book): Sheet => {
  if (!sheet) throw new Error("シートがない");
  return sheet;
};

/** ファイルの部品を、名前から文字へ. */
export const partsOf = (book: Book): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(writeXlsx(book).bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

/** Areas by their corners alone: some of the model's carry the sheet's name with them. */
export const bare = <Value>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) => {
      if (each instanceof Map) return [...each];
      if (typeof each !== "object" || each === null || !("bottom" in each)) return each;
      const { sheet: __, ...corners } = each as { sheet?: string };
      return corners;
    }),
  ) as Value;
