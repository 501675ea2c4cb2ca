/** 集計の表は、進捗と同じものを数える: the same items, whether a plan is given as a range or known as it was loaded. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { plansAreNow } from "../../src/functions/plans/follow-workbook";
import { forgetWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import type { Plan } from "../../src/plan/plan";
import { summarize } from "../../src/plan/summary/summary";
import { readPlans } from "../../src/sheets";
import { openLoadedPlan } from "./loaded-plan";

jest.setTimeout(120_000);

const seed = (name: string): Plan =>
  JSON.parse(readFileSync(path.join(__dirname, `../../seeds/${name}.json`), "utf8")) as Plan;

test.each([
  ["oizumi", "大泉町", "施策"],
  ["ina", "伊奈町", "節"],
  ["isesaki", "伊勢崎市", "分野"],
])("%s: 集計の合計の項目数と判定不能は、計画の項目のもの", async (name, municipality, level) => {
  const plan = seed(name);
  const [, year] = plan.period;
  const book = await openLoadedPlan(plan);
  await book.run(async (context) => {
    context.workbook.worksheets.add("予算");
  });
  let row = 1;
  const ask = async (given: string) => {
    const from = row;
    row += 30;
    await book.write(`A${from}`, [[`=PLAN.SUMMARY("${level}","${year}年度",${given})`]], "予算");
    await book.host.settled();
    const cells = await book.values(`A${from}:P${from + 20}`, "予算");
    const header = cells[0] ?? [];
    const total = cells.find(([first]) => first === "合計") ?? [];
    const at = (words: string) => total[header.indexOf(words)];
    return [header[1], total[1], at("未入力"), at("対象外"), at("判定不能")];
  };
  const { n, states } = summarize(plan, { year }).total;
  const wanted = [`${plan.expects.level}数`, n, states.未入力, states.対象外, states.判定不能];
  // Before anybody has read the workbook the table alone has to do.
  forgetWorkbookPlans();
  expect(await ask(municipality)).toEqual(wanted);
  const answer = await readPlans();
  if (!answer.ok) throw new Error(answer.message);
  await plansAreNow(answer.reading);
  expect(await ask(municipality)).toEqual(wanted);
  expect(await ask(`"${municipality}"`)).toEqual(wanted);
});
