/** 途中で閉じた読み込みの残り: 次に開けば分かり、下見に出て、だれも見ていなければ片付けられ、見えていれば打ち込んだものごと仕上がる. */

import { loadPlan, previewLoad, readPlans } from "../../src/sheets";
import type { Book } from "../../src/workbench/host/model/book";
import type { OpenWorkbook } from "../helpers/workbook";
import { must, onlyPlan } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";

/** The requests of a load that goes well: how many actions each has. */
let requests: number[] = [];
/** The last one that does anything shows the sheets. */
let finishing = 0;
beforeAll(async () => {
  const book = await openPlannerWorkbook({ functions: false });
  book.host.record.clear();
  await must(loadPlan(smallPlan));
  const { record } = book.host;
  requests = record.requests.map(({ actions }) => actions.length);
  finishing =
    record.requests.map(({ actions }) => actions.some((each) => each.includes("Activate"))).indexOf(true) + 1;
});

/** Loads until the pane is closed in the middle of a request: from there on nothing arrives any more. */
async function closedIn(request: number, action: number): Promise<OpenWorkbook> {
  const book = await openPlannerWorkbook({ functions: false });
  book.host.faults.fail({ request, when: { kind: "between", action } });
  for (let later = 1; later <= 30; later++)
    book.host.faults.fail({ request: request + later, when: { kind: "before" } });
  expect(await loadPlan(smallPlan)).toMatchObject({ ok: false, reason: "unfinished" });
  book.host.faults.clear();
  return book;
}

test("作りかけのシートがあることは、読み取りと下見で分かる", async () => {
  const making = finishing - 1;
  const book = await closedIn(making, (requests[making - 1] ?? 0) - 1);
  const { reading } = await must(readPlans());
  expect([reading.plans, reading.unfinished]).toEqual([[], true]);
  const { preview } = await must(previewLoad(smallPlan));
  expect(preview.leftovers).toEqual(
    expect.arrayContaining(["見本市", "集計", "設定", "点検", "改定履歴", "控え（見本市）"]),
  );
  await must(loadPlan(smallPlan));
  expect(book.host.book().sheets.map(({ name }) => name)).toHaveLength(7);
  expect(await onlyPlan()).toMatchObject({ plan: smallPlan, problems: [] });
});

test("作業記録が失われても、作りかけのシートは印で分かり、片付けられる", async () => {
  const making = finishing - 1;
  const book = await closedIn(making, (requests[making - 1] ?? 0) - 1);
  await book.run((context) => {
    context.workbook.settings.getItem("PLAN.journal").delete();
    return Promise.resolve();
  });
  expect((await must(readPlans())).reading.unfinished).toBe(true);
  await must(loadPlan(smallPlan));
  expect(book.host.book().sheets).toHaveLength(7);
  expect((await onlyPlan()).plan).toEqual(smallPlan);
});

test("シートを見せる途中のどこで閉じても、見えたシートに打ち込んだものは残り、次の読み込みで仕上がる", async () => {
  const seen: boolean[] = [];
  for (let action = 1; action < (requests[finishing - 1] ?? 0); action++) {
    const book = await closedIn(finishing, action);
    const sheet = book.host.book().sheets.find(({ name }) => name === "見本市");
    const isSeen = sheet?.visibility === "Visible";
    seen.push(isSeen);
    if (isSeen) await book.write("S5", [[11]], "見本市");
    const again = await loadPlan(smallPlan);
    expect(again.ok || again.reason === "alreadyLoaded").toBe(true);
    const { plan, problems } = await onlyPlan();
    expect(problems).toEqual([]);
    expect(plan.indicators[0]?.actuals).toEqual(isSeen ? { "2021": "11" } : undefined);
    const after = await stateNames(book);
    expect(after).toEqual(["Sheet1", "控え（見本市）", "改定履歴", "見本市", "設定", "集計", "点検"].sort());
    expect((await must(readPlans())).reading.unfinished).toBe(false);
    book.host.dispose();
  }
  expect(new Set(seen)).toEqual(new Set([true, false]));
}, 240_000);

async function stateNames({ host }: OpenWorkbook): Promise<string[]> {
  await host.settled();
  return host
    .book()
    .sheets.map(({ name }) => name)
    .sort();
}

let plain: Book | null = null;
describe("読めない作業記録は、ないものとして扱い、何も消さない", () => {
  test.each<[string, unknown]>([
    ["数", 5],
    ["切れた文字", '{"plan":"small","steps":['],
    ["ほかの形", "[]"],
    ["シートの一覧がない", '{"operation":"load","plan":"small","settings":null}'],
    ["設定のことがない", '{"operation":"load","plan":"small","sheets":[]}'],
    ["シートでないもの", '{"operation":"load","plan":"small","sheets":[null],"settings":null}'],
    ["名前が数", '{"operation":"load","plan":5,"sheets":[],"settings":null}'],
    [
      "番地が数",
      '{"operation":"load","plan":"small","sheets":[],"settings":{"scale":{"table":"尺度","address":5,"cells":[]},"line":null}}',
    ],
  ])("%s", async (_name, value) => {
    const book = await openPlannerWorkbook({ functions: false, ...(plain === null ? {} : { book: plain }) });
    plain ??= book.host.book();
    await book.write("A1", [["予算"]]);
    await book.run((context) => {
      context.workbook.settings.add("PLAN.journal", value);
      return Promise.resolve();
    });
    expect((await must(readPlans())).reading.unfinished).toBe(false);
    await must(loadPlan(smallPlan));
    expect(await book.values("A1", "Sheet1")).toEqual([["予算"]]);
    expect((await onlyPlan()).plan).toEqual(smallPlan);
  });
});
