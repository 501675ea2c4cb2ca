/**
 * 更新している間に、ほかの人が打ち込む: whenever that is, the right before of the writing included, their words stand afterwards,
 * and an update that gives way leaves the workbook as they have it.
 */

import type { Plan } from "../../src/plan/plan";
import { loadPlan, readPlans, reloadPlan } from "../../src/sheets";
import type { Book } from "../../src/workbench/host/model/book";
import type { OpenWorkbook } from "../helpers/workbook";
import { must } from "./asked";
import { foreignEdit, type ForeignEdit, meanwhile, typed } from "./meanwhile";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const because = { reason: "見直し", date: "2022/4/1", who: "企画課" };

/** One more year, so that columns are added, rows, and lines of 改定履歴. */
const longer: Plan = {
  ...revisedPlan,
  period: [2021, 2024],
  indicators: revisedPlan.indicators.map((each) => ({ ...each, targets: { ...each.targets, "2024": "20" } })),
};

let start: { book: Book; office: OpenWorkbook["office"]; requests: number; writing: number };
beforeAll(async () => {
  const first = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(smallPlan));
  await first.host.settled();
  const book = first.host.book();
  first.host.record.clear();
  await must(reloadPlan(longer, because));
  const requests = first.host.record.requests.map(({ actions }) => actions);
  const writing = requests.findIndex((actions) => actions.includes("method Resize")) + 1;
  start = { book, office: first.office, requests: requests.length, writing };
});

const opened = (): Promise<OpenWorkbook> => openPlannerWorkbook({ ...start, functions: false });

async function placeOf(book: OpenWorkbook, table: string): Promise<{ bottom: number; right: number }> {
  return book.run(async (context) => {
    const range = context.workbook.tables.getItem(table).getRange();
    range.load("rowIndex,rowCount,columnIndex,columnCount");
    await context.sync();
    return { bottom: range.rowIndex + range.rowCount, right: range.columnIndex + range.columnCount };
  });
}

async function columnAt(book: OpenWorkbook, header: string): Promise<number> {
  return ((await book.values("A4:AZ4", "見本市"))[0] ?? []).indexOf(header);
}

const word = "ほかの人の言葉";
const edits: [string, (book: OpenWorkbook) => Promise<ForeignEdit>][] = [
  ["更新が書くセル", async (book) => typed("見本市", 4, await columnAt(book, "目標値 令和4年度"), word)],
  ["増える行のところ", async (book) => typed("見本市", (await placeOf(book, "表_見本市")).bottom, 2, word)],
  ["増える列のところ", async (book) => typed("見本市", 6, (await placeOf(book, "表_見本市")).right, word)],
  [
    "増える行と列の角",
    async (book) => {
      const { bottom, right } = await placeOf(book, "表_見本市");
      return typed("見本市", bottom, right, word);
    },
  ],
  [
    "改定履歴の次の行",
    async (book) => typed("改定履歴", (await placeOf(book, "改定履歴表")).bottom - 1, 1, word),
  ],
];

const wordsIn = async (book: OpenWorkbook): Promise<unknown[]> =>
  Object.values((await stateOf(book)).sheets).flatMap(({ cells }) =>
    Object.values(cells).filter((cell) => cell === word),
  );

describe.each(edits)("%s", (_, editOf) => {
  test("いつ打ち込んでも言葉は残り、更新が取りやめたなら、ブックはその人が打ち込んだだけのもの", async () => {
    const alone = await opened();
    await foreignEdit(alone, await editOf(alone));
    const untouched = await stateOf(alone);
    const outcomes: string[] = [];
    for (let request = 1; request <= start.requests; request++) {
      const book = await opened();
      const what = await editOf(book);
      meanwhile(book, request, () => foreignEdit(book, what));
      const answer = await reloadPlan(longer, because);
      outcomes.push(answer.ok ? "できた" : answer.reason);
      if (!answer.ok) expect([request, await stateOf(book)]).toEqual([request, untouched]);
      expect([request, await wordsIn(book)]).toEqual([request, [word]]);
      expect((await must(readPlans())).reading.plans).toHaveLength(1);
      book.host.dispose();
    }
    // In the very gap that no look of its own can close.
    expect(outcomes[start.writing - 1]).toBe("changedMeanwhile");
  }, 240_000);

  test("取りやめたときは、どこに何が入っていたかを言い、もう一度更新すればできる", async () => {
    const book = await opened();
    const what = await editOf(book);
    meanwhile(book, start.writing, () => foreignEdit(book, what));
    const answer = await reloadPlan(longer, because);
    expect(answer).toMatchObject({ ok: false, reason: "changedMeanwhile" });
    expect(answer.ok ? [] : answer.detail?.filter((each) => each.includes(`「${word}」`))).toHaveLength(1);
    await must(reloadPlan(longer, because));
    expect(await wordsIn(book)).toEqual([word]);
    const { reading } = await must(readPlans());
    expect(reading.plans[0]?.plan.indicators.map(({ targets }) => targets["2024"])).toEqual(
      longer.indicators.map(({ targets }) => targets["2024"]),
    );
  });
});

test("右下のメモをよけて空けた所に打ち込まれたら、そこも空けたまま残し、メモも残る", async () => {
  const memo = "右下のメモ";
  const first = await opened();
  const { bottom, right } = await placeOf(first, "表_見本市");
  await first.run(async (context) => {
    context.workbook.worksheets.getItem("見本市").getCell(bottom, right).values = [[memo]];
    await context.sync();
  });
  const book = first.host.book();
  const rehearsal = await openPlannerWorkbook({ ...start, book, functions: false });
  await must(reloadPlan(longer, because));
  const { requests } = rehearsal.host.record;
  const writing = requests.findIndex(({ actions }) => actions.includes("method Resize")) + 1;
  const again = await openPlannerWorkbook({ ...start, book, functions: false });
  meanwhile(again, writing, () => foreignEdit(again, typed("見本市", bottom, right + 1, word)));
  expect(await reloadPlan(longer, because)).toMatchObject({ ok: false, reason: "changedMeanwhile" });
  const after = (await stateOf(again)).sheets.見本市?.cells ?? {};
  expect(Object.entries(after).filter(([, cell]) => cell === memo || cell === word)).toEqual([
    [`${bottom},${right + 1}`, word],
    [`${bottom + 1},${right}`, memo],
  ]);
});

test.each<[string, ForeignEdit]>([
  [
    "表の中に行を差し込んだ",
    (sheetId) => ({ kind: "insertRows", sheet: sheetId("見本市"), at: 6, count: 1 }),
  ],
  [
    "表の上に行を差し込んだ",
    (sheetId) => ({ kind: "insertRows", sheet: sheetId("見本市"), at: 1, count: 2 }),
  ],
  [
    "表の左に列を差し込んだ",
    (sheetId) => ({ kind: "insertColumns", sheet: sheetId("見本市"), at: 0, count: 1 }),
  ],
  ["行を削除した", (sheetId) => ({ kind: "deleteRows", sheet: sheetId("見本市"), at: 6, count: 1 })],
])("書き込む間際に、ほかの人が%s", async (_, what) => {
  const alone = await opened();
  await foreignEdit(alone, what);
  const untouched = await stateOf(alone);
  const book = await opened();
  meanwhile(book, start.writing, () => foreignEdit(book, what));
  const answer = await reloadPlan(longer, because);
  expect(answer.ok).toBe(false);
  expect(await stateOf(book)).toEqual(untouched);
});
