/** A small list that PivotTables are made of in these cases: which office counted how many applications. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;

export const LIST = [
  ["窓口", "種類", "方法", "件数", "手数料"],
  ["本庁", "転入", "紙", 30, 900],
  ["本庁", "転入", "電子", 50, 1500],
  ["本庁", "証明", "紙", 20, 400],
  ["支所", "転入", "紙", 10, 300],
  ["支所", "証明", "電子", 40, 800],
];

export const pivotNamed = (context: Context, name = "受付"): Excel.PivotTable =>
  context.workbook.pivotTables.getItem(name);

export interface PivotBook extends OpenWorkbook {
  /** Changes the PivotTable and gives what its sheet then shows. */
  shown(change: (pivot: Excel.PivotTable, context: Context) => unknown): Promise<unknown[][]>;
}

/** The list on 一覧, and a PivotTable at A3 of 集計: the offices down, the sum of 件数. */
export const pivotBook = async (): Promise<PivotBook> => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add("一覧").getRange("A1:E6").values = LIST;
    const sheet = worksheets.add("集計");
    sheet.activate();
    const pivot = sheet.pivotTables.add("受付", "一覧!A1:E6", "A3");
    pivot.rowHierarchies.add(pivot.hierarchies.getItem("窓口"));
    pivot.dataHierarchies.add(pivot.hierarchies.getItem("件数"));
  });
  const shown: PivotBook["shown"] = (change) =>
    book.run(async (context) => {
      await change(pivotNamed(context), context);
      const range = context.workbook.worksheets.getItem("集計").getUsedRange().load("values");
      await context.sync();
      return range.values;
    });
  return { ...book, shown };
};

export const fieldOf = (pivot: Excel.PivotTable, name: string): Excel.PivotField =>
  pivot.hierarchies.getItem(name).fields.getItem(name);
