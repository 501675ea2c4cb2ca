/**
 * 途中で終わった読み込みの記録: written by whoever made the workbook, and followed without asking. Whatever it names, a loaded
 * plan with all that is its own, and what a person made or typed, stands as it did.
 */

import { loadPlan, readPlans, removePlan } from "../../src/sheets";
import type { Book } from "../../src/workbench/host/model/book";
import type { OpenWorkbook } from "../helpers/workbook";
import { must } from "../sheets/asked";
import { openPlannerWorkbook } from "../sheets/planner-workbook";
import { smallPlan } from "../sheets/small-plan";
import { stateOf, type WorkbookState } from "../sheets/workbook-state";

jest.setTimeout(120_000);

const MARK = "（計画アドインが作成中）";
const otherPlan = { ...smallPlan, id: "other", municipality: "隣市", title: "隣市の計画" };
const scaleHeaders = ["評価", "条件", "達成率（％）", "名前の出所", "数値の出所"];

interface Account {
  plan?: string;
  sheets?: { name: string; title: string; hidden: boolean }[];
  scale?: { table: string; address: string; cells: unknown[][] };
  line?: { cells: unknown[]; rowsBefore: number | null };
}

let start: { book: Book; office: OpenWorkbook["office"] };
/** Two plans, cut-offs and notes of a person's on 設定, a sheet of theirs with a table and names. */
beforeAll(async () => {
  const book = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(smallPlan));
  await must(loadPlan(otherPlan));
  await book.run(async (context) => {
    const { worksheets, tables, names } = context.workbook;
    tables.getItem("尺度_見本市").getDataBodyRange().getCell(0, 2).values = [[95]];
    worksheets.getItem("設定").getRange("B4").values = [["令和4年度"]];
    worksheets.getItem("設定").getRange("AD9:AD10").values = [["わたしのメモ"], ["大事"]];
    const sheet = worksheets.add("予算");
    const range = sheet.getRange("A1:B3");
    range.values = [
      ["区分", "金額"],
      ["市税", 120],
      ["交付税", 80],
    ];
    sheet.tables.add(range, true).name = "予算表";
    names.add("税収", sheet.getRange("B2"));
    names.addFormulaLocal("切れた名前", "=#REF!+1");
    names.addFormulaLocal("計画の全部", '=IF(表_見本市[#All]="","",表_見本市[#All])');
    await context.sync();
  });
  await book.host.settled();
  start = { book: book.host.book(), office: book.office };
});

const opened = (): Promise<OpenWorkbook> => openPlannerWorkbook({ ...start, functions: false });

/** A very hidden sheet that says it is being made, so that the account is not idle, and the account. */
async function forge(book: OpenWorkbook, { plan = "x", sheets = [], scale, line }: Account): Promise<void> {
  const [text = ""] = [
    JSON.stringify({
      operation: "load",
      plan,
      sheets: [{ name: "にせ", title: "にせ", hidden: false }, ...sheets],
      settings:
        scale === undefined && line === undefined
          ? null
          : {
              scale: scale ?? { table: "なし", address: "A1", cells: [] },
              line: line ?? null,
            },
    }),
  ];
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.add("にせ");
    sheet.visibility = "VeryHidden";
    sheet.getRange("A1").values = [[MARK]];
    context.workbook.settings.add("PLAN.journal", text);
    await context.sync();
  });
}

/** Something that cleans up and finds nothing else to do. */
async function afterNextOperation(book: OpenWorkbook): Promise<WorkbookState> {
  expect(await removePlan("nobody")).toMatchObject({ ok: false, reason: "notLoaded" });
  return stateOf(book);
}

async function matrixOf(book: OpenWorkbook, address: string): Promise<unknown[][]> {
  return (await book.values(address, "設定")).map((row) => row.map(String));
}

async function placeOf({ run }: OpenWorkbook, table: string): Promise<string> {
  const address = await run(async (context) => {
    const range = context.workbook.tables.getItem(table).getRange().load("address");
    await context.sync();
    return range.address;
  });
  return address.slice(address.indexOf("!") + 1);
}

/** The scale's table with the two lines above it. */
async function wholeScale(book: OpenWorkbook, table: string): Promise<string> {
  const [, left = "", top = "", rest = ""] = /^([A-Z]+)(\d+)(.*)$/.exec(await placeOf(book, table)) ?? [];
  return `${left}${Number(top) - 2}${rest}`;
}

describe("記録が何を挙げても、読み込んである計画と人のものは変わらない", () => {
  const cases: [string, (book: OpenWorkbook) => Promise<Account>][] = [
    [
      "ほかの計画の尺度を、いまの中身のとおりに",
      async (book) => {
        const address = await wholeScale(book, "尺度_隣市");
        return { scale: { table: "尺度_隣市", address, cells: await matrixOf(book, address) } };
      },
    ],
    [
      "人が直した尺度を、読み込んだときの中身で",
      async (book) => {
        const cells = await matrixOf(book, await wholeScale(book, "尺度_隣市"));
        return { scale: { table: "尺度_見本市", address: await wholeScale(book, "尺度_見本市"), cells } };
      },
    ],
    [
      "尺度のように見せて、人のメモを",
      () =>
        Promise.resolve({
          scale: {
            table: "なし",
            address: "AD7",
            cells: [
              ["尺度", "", "", "", ""],
              ["", "", "", "", ""],
              scaleHeaders,
              ["わたしのメモ", "", "", "", ""],
            ],
          },
        }),
    ],
    [
      "尺度でないものを、いまの中身のとおりに",
      async (book) => ({
        scale: { table: "なし", address: "AD9:AH12", cells: await matrixOf(book, "AD9:AH12") },
      }),
    ],
    [
      "評価年度と計画一覧を",
      async (book) => {
        const cells = await matrixOf(book, "A4:E12");
        return {
          scale: {
            table: "計画一覧",
            address: "A4:E12",
            cells: [["尺度", "", "", "", ""], ["", "", "", "", ""], scaleHeaders, ...cells.slice(3)],
          },
        };
      },
    ],
    [
      "ブックの外の番地を",
      () => Promise.resolve({ scale: { table: "尺度", address: "ZZZ9999999", cells: [] } }),
    ],
    [
      "ほかの計画の行を、いまの中身のとおりに",
      async (book) => {
        const [, , second = []] = await matrixOf(book, await placeOf(book, "計画一覧"));
        return { line: { cells: second, rowsBefore: 2 } };
      },
    ],
    [
      "ほかの計画を名乗り、その行と尺度を",
      async (book) => {
        const [, , second = []] = await matrixOf(book, await placeOf(book, "計画一覧"));
        const address = await wholeScale(book, "尺度_隣市");
        return {
          plan: "other",
          scale: { table: "尺度_隣市", address, cells: await matrixOf(book, address) },
          line: { cells: second, rowsBefore: 2 },
        };
      },
    ],
    [
      "ほかの計画のシート、人のシートを",
      () =>
        Promise.resolve({
          plan: "other",
          sheets: ["隣市", "控え（隣市）", "予算", "設定", "Sheet1"].map((name) => ({
            name,
            title: "=1+1",
            hidden: true,
          })),
        }),
    ],
  ];

  test.each(cases)("%s", async (_, account) => {
    const before = await stateOf(await opened());
    const book = await opened();
    await forge(book, await account(book));
    expect(await afterNextOperation(book)).toEqual(before);
  });
});

describe("作りかけの印だけでは、消さない", () => {
  const marked = async (
    sheet: string,
    visibility?: Excel.SheetVisibility | "Hidden" | "VeryHidden" | "Visible",
  ): Promise<OpenWorkbook> => {
    const book = await opened();
    await book.run(async (context) => {
      const own = context.workbook.worksheets.getItem(sheet);
      own.getRange("A1").values = [[MARK]];
      if (visibility !== undefined) own.visibility = visibility;
      await context.sync();
    });
    return book;
  };

  test.each<[string, "Hidden" | "VeryHidden" | "Visible"]>([
    ["見本市", "Visible"],
    ["見本市", "Hidden"],
    ["予算", "Visible"],
    ["予算", "Hidden"],
    ["控え（隣市）", "Hidden"],
    ["控え（隣市）", "VeryHidden"],
    ["設定", "VeryHidden"],
  ])("%s（%s）", async (sheet, visibility) => {
    const book = await marked(sheet, visibility);
    const before = await stateOf(book);
    const after = await afterNextOperation(book);
    const { "0,0": _before, ...cells } = before.sheets[sheet]?.cells ?? {};
    const { "0,0": _after, ...kept } = after.sheets[sheet]?.cells ?? {};
    expect(kept).toEqual(cells);
    expect([after.tables, after.names]).toEqual([before.tables, before.names]);
    expect(Object.keys(after.sheets)).toEqual(Object.keys(before.sheets));
    expect((await must(readPlans())).reading.plans.map(({ plan }) => plan.id)).toEqual(["small", "other"]);
  });

  test("計画のシートの印は、シートの名前になり、もう作りかけとは言わない", async () => {
    const book = await marked("見本市");
    await afterNextOperation(book);
    expect(await book.values("A1", "見本市")).toEqual([["見本市"]]);
    expect((await must(readPlans())).reading.unfinished).toBe(false);
  });
});

test("記録の題名が数式でも、文字のまま入る", async () => {
  const book = await opened();
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.add("にせの計画");
    sheet.getRange("A1").values = [[MARK]];
    await context.sync();
  });
  await forge(book, { sheets: [{ name: "にせの計画", title: '=HYPERLINK("http://a")', hidden: false }] });
  await afterNextOperation(book);
  expect(await book.values("A1", "にせの計画")).toEqual([['=HYPERLINK("http://a")']]);
});
