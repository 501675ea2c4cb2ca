/** 再掲の行: 元の行の今の値を、並べ替えたあとも、0 も循環もなく見せる. */

import fc from "fast-check";
import { loadPlan, readPlans, type Answer } from "../../src/sheets";
import type { Plan } from "../../src/plan/plan";
import { rectangle } from "../../src/workbench/host/model/cells/rectangle";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook, seed } from "./planner-workbook";
import { smallPlan } from "./small-plan";

async function must<Done extends object>(answering: Promise<Answer<Done>>): Promise<Done> {
  const answer = await answering;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

interface Seen {
  sheet: string;
  top: number;
  left: number;
  header: string[];
  rows: unknown[][];
}

async function look({ run }: OpenWorkbook, table = "表_見本市"): Promise<Seen> {
  return run(async (context) => {
    const found = context.workbook.tables.getItem(table);
    const range = found.getRange().load("values,rowIndex,columnIndex");
    const sheet = found.worksheet.load("id");
    await context.sync();
    const [header = [], ...rows] = range.values as unknown[][];
    return {
      sheet: sheet.id,
      top: range.rowIndex,
      left: range.columnIndex,
      header: header.map(String),
      rows,
    };
  });
}

const rowOf = ({ header, rows }: Seen, id: string): Record<string, unknown> => {
  const row = rows.find((cells) => cells[header.indexOf("ID")] === id) ?? [];
  return Object.fromEntries(header.map((name, at) => [name, row[at]]));
};

/** What a row says about its indicator: everything but whose row it is. */
const ownColumns = ["ID", "番号", "担当課", "再掲元", "計画の備考", "備考", "再掲用"];
function shown(row: Record<string, unknown>, mirror: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !ownColumns.includes(name) && !name.startsWith("階層"))
      .map(([name, cell]) => [
        name,
        !mirror && /^(達成率|評価) /.test(name) && cell === "未入力" ? "再掲" : digits(cell),
      ]),
  );
}

/** What & makes of a number has fifteen digits. */
const digits = (cell: unknown): unknown => (typeof cell === "number" ? Number(cell.toPrecision(12)) : cell);

const mirrored = [
  ["4→1-1", "1-1"],
  ["4→1-2", "1-2"],
] as const;

test("空白は空白、数は数、言葉は言葉のまま", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(smallPlan));
  await book.host.settled();
  const seen = await look(book);
  for (const [mirror, original] of mirrored)
    expect(shown(rowOf(seen, mirror), true)).toEqual(shown(rowOf(seen, original), false));
  expect(rowOf(seen, "4→1-2")).toMatchObject({
    指標: "満足度",
    単位: "％",
    方向: "増やす",
    方法: "進捗率",
    基準値: "なし",
    "目標値 令和3年度": 50,
    "目標値 令和4年度": "－",
    "実績値 令和3年度": "",
    "達成率 令和3年度": "再掲",
  });
});

test("どう並べ替え、何を元の行に入力しても、再掲は元の行と同じものを見せる", async () => {
  const first = await openPlannerWorkbook();
  await must(loadPlan(smallPlan));
  await first.host.settled();
  const start = first.host.book();
  const entry = fc.oneof(
    fc.integer({ min: -99, max: 9999 }),
    fc.constantFrom("1-2", "'007", "実施", "0.5", ""),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ key: fc.nat(24), ascending: fc.boolean(), year: fc.nat(2), original: fc.nat(1), entry }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      async (list) => {
        const book = await openPlannerWorkbook({ book: start });
        for (const { key, ascending, year, original, entry: typed } of list) {
          const seen = await look(book);
          const { sheet, top, left, header, rows } = seen;
          await book.host.applyUserEdit({
            kind: "sort",
            sheet,
            area: rectangle(top, left, rows.length + 1, header.length),
            fields: [{ key: key % header.length, ascending }],
            hasHeaders: true,
          });
          const sorted = await look(book);
          const id = mirrored[original]?.[1] ?? "";
          await book.host.applyUserEdit({
            kind: "type",
            sheet,
            row: top + 1 + sorted.rows.findIndex((cells) => cells[header.indexOf("ID")] === id),
            column: left + header.indexOf(`実績値 令和${3 + year}年度`),
            text: String(typed),
          });
        }
        await book.host.settled();
        const seen = await look(book);
        for (const [mirror, original] of mirrored)
          expect(shown(rowOf(seen, mirror), true)).toEqual(shown(rowOf(seen, original), false));
        const { reading } = await must(readPlans());
        expect(reading.plans[0]?.plan.nodes).toEqual(smallPlan.nodes);
        book.host.dispose();
      },
    ),
    { numRuns: 8 },
  );
});

test("入間の再掲は、元の行の判定を見せる", async () => {
  const judged: Plan = {
    ...smallPlan,
    expects: { level: "取組項目", departments: true, targets: "none" },
    indicators: [],
    assessments: [
      { node: "1", marks: { 進捗区分: "A", 今後の方向性: ["ア", "イ"] }, departments: ["広報課"] },
    ],
  };
  const book = await openPlannerWorkbook();
  await must(loadPlan(judged));
  await book.host.settled();
  expect(rowOf(await look(book), "4→1")).toMatchObject({ 進捗区分: "A", 今後の方向性: "ア、イ" });
});

test("加須の再掲の行に 0 もエラーも出ない", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(seed("kazo")));
  await book.host.settled();
  const seen = await look(book, "表_加須市");
  const at = seen.header.indexOf("再掲元");
  const mirrors = seen.rows.filter((cells) => cells[at] !== "");
  expect(mirrors.length).toBeGreaterThan(5);
  for (const cells of mirrors) {
    const original = rowOf(seen, String(cells[at]));
    const mirror = Object.fromEntries(seen.header.map((name, index) => [name, cells[index]]));
    expect(shown(mirror, true)).toEqual(shown(original, false));
  }
});
