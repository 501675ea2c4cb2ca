/** Styles of tables, PivotTables, slicers and timelines: Excel's own by name, and those a program adds. */
import { officeMembers } from "../../../../src/workbench/host/members";
import { loadOffice } from "../../../../src/workbench/host/office-in-node";
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
/** The four families are alike: what is tried with one is tried with each. */
const FAMILIES = [
  ["tableStyles", "TableStyleMedium2", 60],
  ["pivotTableStyles", "PivotStyleLight16", 84],
  ["slicerStyles", "SlicerStyleLight1", 14],
  ["timelineStyles", "TimeSlicerStyleLight1", 12],
] as const;

const TRIED = [
  "TableStyleCollection.add", "TableStyleCollection.getDefault", "TableStyleCollection.setDefault", "TableStyle.name",
  "TableStyle.readOnly", "TableStyle.delete", "TableStyle.duplicate", "Workbook.tableStyles",
  "PivotTableStyleCollection.add", "PivotTableStyleCollection.getDefault", "PivotTableStyleCollection.setDefault",
  "PivotTableStyle.name", "PivotTableStyle.readOnly", "PivotTableStyle.delete", "PivotTableStyle.duplicate",
  "Workbook.pivotTableStyles", "SlicerStyleCollection.add", "SlicerStyleCollection.getDefault",
  "SlicerStyleCollection.setDefault", "SlicerStyle.name", "SlicerStyle.readOnly", "SlicerStyle.delete",
  "SlicerStyle.duplicate", "Workbook.slicerStyles", "TimelineStyleCollection.add", "TimelineStyleCollection.getDefault",
  "TimelineStyleCollection.setDefault", "TimelineStyle.name", "TimelineStyle.readOnly", "TimelineStyle.delete",
  "TimelineStyle.duplicate", "Workbook.timelineStyles",
]; // prettier-ignore

test("四つの一覧で試す部材は、みな Excel のものである", () => {
  const offered = new Set(
    Object.entries(officeMembers(loadOffice().Excel)).flatMap(([object, names]) =>
      names.map((name) => `${object}.${name}`),
    ),
  );
  expect(TRIED.filter((member) => !offered.has(member))).toEqual([]);
});

describe.each(FAMILIES)("Workbook.%s", (collection, standard, count) => {
  test("Excel のものの名前と数、新しいものが受け取るもの", async () => {
    const { run } = await openWorkbook();
    const answer = await run(async (context: Context) => {
      const styles = context.workbook[collection];
      styles.load("items/name,items/readOnly");
      const total = styles.getCount();
      const chosen = styles.getDefault().load("name,readOnly");
      const none = styles.getItemOrNullObject("ない").load("name");
      await context.sync();
      const own = styles.items.every(({ readOnly }) => readOnly);
      return [total.value, styles.items.length, own, chosen.name, chosen.readOnly, none.isNullObject];
    });
    expect(answer).toEqual([count, count, true, standard, true, true]);
  });

  test("足し、写し、名を変え、選び、消す", async () => {
    const { run } = await openWorkbook();
    const answer = await run(async (context: Context) => {
      const styles = context.workbook[collection];
      const made = styles.add("うちの", false).load("name,readOnly");
      const second = styles.add("うちの", true).load("name");
      const copy = styles.getItem(standard).duplicate().load("name,readOnly");
      await context.sync();
      const first = [made.name, made.readOnly, second.name, copy.name, copy.readOnly];
      styles.setDefault("うちの");
      styles.getItem("うちの").name = "課の";
      const chosen = styles.getDefault().load("name");
      await context.sync();
      styles.getItem("課の").delete();
      const after = styles.getDefault().load("name");
      const total = styles.getCount();
      await context.sync();
      return [first, chosen.name, after.name, total.value];
    });
    expect(answer).toEqual([
      ["うちの", false, "うちの 2", `${standard} 2`, false],
      "課の",
      standard,
      count + 2,
    ]);
  });

  test.each([
    ["同じ名で足す", (c: Context) => void c.workbook[collection].add(standard), "ItemAlreadyExists"],
    ["Excel のものを消す", (c: Context) => c.workbook[collection].getItem(standard).delete(), "AccessDenied"],
    [
      "Excel のものの名を変える",
      (c: Context) => void (c.workbook[collection].getItem(standard).name = "別"),
      "InvalidArgument",
    ],
    ["ないものを選ぶ", (c: Context) => c.workbook[collection].setDefault("ない"), "ItemNotFound"],
  ])("%sことはできない", async (_, ask, code) => {
    const book = await openWorkbook();
    expect((await book.refusal(async (context) => ask(context))).code).toBe(code);
  });
});

test("新しい表は選ばれたスタイルになり、足したスタイルも表に付けられる", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    context.workbook.tableStyles.add("うちの");
    context.workbook.tableStyles.setDefault("TableStyleLight9");
    const table = sheet.tables.add("A1:B2", true).load("style");
    await context.sync();
    const first = table.style;
    table.style = "うちの";
    table.load("style");
    await context.sync();
    return [first, table.style];
  });
  expect(answer).toEqual(["TableStyleLight9", "うちの"]);
  const refusal = await book.refusal(
    async (context) => void (context.workbook.tables.getItemAt(0).style = "ない"),
  );
  expect(refusal.code).toBe("InvalidArgument");
});
