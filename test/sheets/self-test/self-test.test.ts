/** 自己検査: what the page ?selftest does in a real Excel, done in the workbench's host, where everything must be as recorded. PLAN_RENEW=self-test records anew. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { catalogue } from "../../../src/functions/catalogue";
import { functionsFile } from "../../../src/functions/metadata";
import { followWorkbook } from "../../../src/functions/plans/follow-workbook";
import { forgetWorkbookPlans } from "../../../src/functions/plans/workbook-plans";
import { readPlan } from "../../../src/plan/file/read";
import * as sheets from "../../../src/sheets";
import { ASSUMPTIONS } from "../../../src/sheets/assumptions";
import { assumptionChecks } from "../../../src/sheets/self-test/checks";
import { differencesOf, entryOf, reportText } from "../../../src/sheets/self-test/report";
import { runSelfTest, type SelfTestOptions } from "../../../src/sheets/self-test/run";
import { samplePlan } from "../../../src/sheets/self-test/sample-plan";
import { associations } from "../../functions/formula-sheet";
import { openWorkbook, type OpenWorkbook } from "../../helpers/workbook";
import { stateOf } from "../workbook-state";

jest.setTimeout(180_000);

async function bookWithFunctions(): Promise<{ book: OpenWorkbook; leave: () => Promise<void> }> {
  const book = await openWorkbook();
  const { Excel, OfficeExtension, Office } = book.office;
  Object.assign(globalThis, { Excel, OfficeExtension, Office });
  await book.host.registerFunctions(
    {
      namespace: "PLAN",
      functions: functionsFile(catalogue, "https://keikaku.example.lg.jp").functions,
      allowErrorForDataTypeAny: true,
    },
    associations(),
  );
  forgetWorkbookPlans();
  return { book, leave: await followWorkbook(sheets) };
}

async function reportOf(options: Partial<SelfTestOptions> = {}) {
  const answer = await runSelfTest({ version: "検査", ...options });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.report;
}

test("前提のどれにも調べ方がある", () => {
  const checked = new Set(Object.keys(assumptionChecks));
  expect(ASSUMPTIONS.map(({ id }) => id).filter((id) => !checked.has(id))).toEqual([]);
});

test("見本の計画はそのまま読める", () => {
  expect(readPlan(samplePlan)).toEqual({ plan: samplePlan, problems: [] });
});

test("ワークベンチではすべて一致し、手で試すものだけが残り、ブックは空に戻る", async () => {
  const { book, leave } = await bookWithFunctions();
  const before = await stateOf(book);
  const recorded: Record<string, unknown> = {};
  const steps: string[] = [];
  const report = await reportOf({
    onSeen: (step, seen) => (recorded[step] = seen),
    onStep: ({ name }) => steps.push(name),
  });
  await leave();
  if (process.env.PLAN_RENEW === "self-test")
    writeFileSync(
      path.join(__dirname, "../../../src/sheets/self-test/expected.json"),
      `${JSON.stringify(recorded, null, 2)}\n`,
    );
  expect(report.entries.filter(({ verdict }) => verdict === "違う")).toEqual([]);
  const byHand = ASSUMPTIONS.map(({ id }) => id).filter((id) => assumptionChecks[id].kind === "byHand");
  expect(report.entries.filter(({ verdict }) => verdict === "試せない").map(({ id }) => id)).toEqual(byHand);
  expect(report.entries).toHaveLength(ASSUMPTIONS.length + 5);
  expect(steps).toHaveLength(report.entries.length + 1);
  expect(report.left).toEqual([]);
  expect(await stateOf(book)).toEqual(before);
  expect(reportText(report)).toContain("ExcelApi：1.20");
});

test.each<[string, (book: OpenWorkbook) => Promise<unknown>, string]>([
  ["値のあるブック", (book) => book.write("C3", [["予算"]]), "シート「Sheet1」の値"],
  [
    "表だけがあるブック",
    (book) =>
      book.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.tables.add("A1:A2", true).name = "表_わたし";
      }),
    "表「表_わたし」",
  ],
  [
    "名前だけがあるブック",
    (book) => book.run(async (context) => void context.workbook.names.add("税率", "=0.1")),
    "名前「税率」",
  ],
])("%sでは断り、何も変えない", async (_, fill, told) => {
  const { book, leave } = await bookWithFunctions();
  await fill(book);
  const before = await stateOf(book);
  book.host.record.clear();
  const answer = await runSelfTest({ version: "検査" });
  expect(answer).toMatchObject({ ok: false, reason: "occupied" });
  if (!answer.ok) expect(answer.message).toContain("新しい空白のブック");
  if (!answer.ok) expect(answer.detail).toContain(told);
  expect(await stateOf(book)).toEqual(before);
  await leave();
});

test("途中でやめても、ブックは空に戻る", async () => {
  const { book, leave } = await bookWithFunctions();
  const before = await stateOf(book);
  const stop = new AbortController();
  const answer = await runSelfTest({
    version: "検査",
    signal: stop.signal,
    onStep: ({ done }) => done === 20 && stop.abort(),
  });
  expect(answer).toMatchObject({ ok: false, reason: "cancelled" });
  expect(await stateOf(book)).toEqual(before);
  await leave();
});

test("要求がどこかで失敗しても、あとの項目は続き、ブックは空に戻る", async () => {
  const { book, leave } = await bookWithFunctions();
  const before = await stateOf(book);
  book.host.faults.fail({ request: 12, when: { kind: "before" } });
  const report = await reportOf();
  expect(report.entries.filter(({ verdict }) => verdict === "違う").length).toBeGreaterThan(0);
  expect(report.entries).toHaveLength(ASSUMPTIONS.length + 5);
  expect(report.left).toEqual([]);
  expect(await stateOf(book)).toEqual(before);
  await leave();
});

test("報告は、違うところを先に、見たものと見込みを並べて言う", () => {
  expect(differencesOf({ a: 1, b: "x" }, { a: 1, b: "y", c: true })).toEqual([
    "b：「y」（見込み 「x」）",
    "c：TRUE（見込み なし）",
  ]);
  const text = reportText({
    environment: { Excel: "Excel PC 16.0" },
    entries: [
      entryOf("same", "同じこと", { a: 1 }, { a: 1 }),
      entryOf("other", "違うこと", { a: 1 }, { a: 2 }),
    ],
    left: [],
  });
  expect(text).toMatch(
    /Excel：Excel PC 16\.0[\s\S]*一致 1、違う 1、試せない 0[\s\S]*\[違う\] other[\s\S]*\[一致\] same/,
  );
});
