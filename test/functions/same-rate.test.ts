/** 達成率の列は、集計・進捗と同じ率: what the row of an indicator shows is what every roll-up counts. */
import { rateCell } from "../../src/functions/answers/rate";
import type { Indicator, Plan } from "../../src/plan/plan";
import { rateOf } from "../../src/plan/progress/progress";
import { formatYear } from "../../src/plan/year";
import { readPlans } from "../../src/sheets";
import { openLoadedPlan } from "./loaded-plan";

jest.setTimeout(120_000);

const years = [2021, 2022, 2023];

function planOf(targets: Plan["expects"]["targets"], indicators: readonly Partial<Indicator>[]): Plan {
  return {
    format: "plan/1",
    id: "rates",
    municipality: "見本市",
    code: "",
    title: "見本計画",
    period: [2021, 2023],
    source: { title: "見本計画" },
    corrections: [],
    expects: { level: "取組項目", departments: false, targets },
    levels: ["取組項目"],
    nodes: [{ id: "1", level: "取組項目", number: "1", name: "見本", parent: null, departments: [] }],
    indicators: indicators.map((given, at) => ({
      id: `1-${at + 1}`,
      node: "1",
      name: `指標${at + 1}`,
      unit: null,
      direction: "up",
      kind: null,
      cumulative: false,
      note: null,
      baseline: null,
      targets: {},
      ...given,
    })),
    assessments: [],
  };
}

async function shownAndCounted(plan: Plan): Promise<{ shown: unknown[]; counted: unknown[] }> {
  const book = await openLoadedPlan(plan);
  const shown = await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    const columns = years.map((year) =>
      table.columns
        .getItem(`達成率 ${formatYear(year)}`)
        .getDataBodyRange()
        .load("values"),
    );
    await context.sync();
    return plan.indicators.map((_indicator, at) => columns.map(({ values }) => values[at]?.[0] as unknown));
  });
  const answer = await readPlans();
  const read = answer.ok ? answer.reading.plans[0]?.plan : undefined;
  if (read === undefined) throw new Error("計画がない");
  const counted = read.indicators.map((indicator) =>
    years.map((year) => rateCell(rateOf(indicator, year, { period: read.period }))),
  );
  return { shown, counted };
}

test("年度ごとの目標：割合の疑い・単位の違い・先の節目・該当なしの「－」・維持を、行でも同じに判定する", async () => {
  const { shown, counted } = await shownAndCounted(
    planOf("yearly", [
      {
        name: "経常収支比率",
        unit: "％",
        direction: "down",
        targets: { "2021": "91.8", "2022": "91.7", "2023": "91.6" },
        actuals: { "2021": "0.918", "2022": "91.7" },
      },
      {
        unit: "億円",
        direction: "down",
        targets: { "2021": "330", "2022": "330" },
        actuals: { "2021": "330千円", "2022": "330億円" },
      },
      {
        direction: null,
        targets: { "2021": "方針検討", "2022": "方針策定", "2023": "実施" },
        actuals: { "2021": "方針策定", "2022": "実施", "2023": "方針策定" },
      },
      {
        name: "将来負担比率",
        unit: "％",
        direction: "down",
        targets: { "2021": "36.9", "2022": "30" },
        actuals: { "2021": "－", "2022": "31" },
      },
      {
        name: "実質公債費比率",
        unit: "％",
        direction: "keep",
        targets: { "2021": "12", "2022": "12" },
        actuals: { "2021": "13.5", "2022": "11.2" },
      },
    ]),
  );
  expect(shown).toEqual(counted);
  expect(counted).toMatchObject([
    ["判定不能", 1, "未入力"],
    ["判定不能", 1, "未入力"],
    [1, 1, "判定不能"],
    [1, expect.closeTo(30 / 31, 9), "未入力"],
    [expect.closeTo(12 / 13.5, 9), 1, "未入力"],
  ]);
});

test("最終年度だけの目標：その年度も基準値からの進捗率、基準値が数でなければ達成率", async () => {
  const { shown, counted } = await shownAndCounted(
    planOf("final", [
      {
        baseline: { year: 2020, text: "10" },
        targets: { "2023": "20" },
        actuals: { "2021": "12", "2023": "19" },
      },
      { baseline: { year: 2020, text: "なし" }, targets: { "2023": "20" }, actuals: { "2023": "19" } },
      {
        baseline: { year: 2020, text: "10" },
        method: "達成率",
        targets: { "2023": "20" },
        actuals: { "2022": "18", "2023": "19" },
      },
      {
        baseline: { year: 2020, text: "10" },
        targets: { "2022": "16", "2023": "20" },
        actuals: { "2021": "12", "2022": "16", "2023": "19" },
      },
      {
        baseline: { year: 2020, text: "10" },
        method: "進捗率",
        targets: { "2022": "16", "2023": "20" },
        actuals: { "2021": "13", "2022": "16", "2023": "19" },
      },
      { unit: "％", targets: { "2023": "80" }, actuals: { "2023": "0.8" } },
      { targets: { "2022": "5" }, actuals: { "2022": "5", "2023": "5" } },
    ]),
  );
  expect(shown).toEqual(counted);
  expect(counted[0]).toEqual([expect.closeTo(0.2, 9), "未入力", expect.closeTo(0.9, 9)]);
});

test("年度ごとの計画の中の、最終年度だけの指標も同じ", async () => {
  const { shown, counted } = await shownAndCounted(
    planOf("yearly", [
      { targets: { "2021": "1", "2022": "2", "2023": "3" }, actuals: { "2021": "1", "2022": "1" } },
      {
        baseline: { year: 2020, text: "10" },
        targets: { "2023": "20" },
        actuals: { "2022": "15", "2023": "18" },
      },
    ]),
  );
  expect(shown).toEqual(counted);
});
