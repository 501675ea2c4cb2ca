/** 担当課から戻った実績: what is new goes in, what differs is asked about, what is unknown is named, and nothing else counts. */

import { answersIn, judgementsDiffering } from "../../src/plan/answers";
import type { Indicator, Plan } from "../../src/plan/plan";
import { indicator, item, judged, planOf } from "./plan-parts";

const ours = planOf({
  nodes: [item("1", null, { name: "広報紙" }), item("2", null, { name: "接遇" })],
  indicators: [
    indicator("1-1", "1", { name: "発行回数", unit: "回" }),
    indicator("1-2", "1", { name: "配布部数", unit: "部" }),
    indicator("2-1", "2", { name: "満足度", unit: "％" }),
  ],
});

/** The copy a department sends back. */
function returned(
  actuals: Record<string, Record<string, string>>,
  change: (indicator: Indicator) => Indicator = (each) => each,
): Plan {
  return {
    ...ours,
    indicators: ours.indicators.map((each) => change({ ...each, actuals: actuals[each.id] ?? {} })),
  };
}

const filled = (plan: Plan, actuals: Record<string, Record<string, string>>): Plan => ({
  ...plan,
  indicators: plan.indicators.map((each) => ({ ...each, actuals: actuals[each.id] ?? {} })),
});

test("空いているセルの実績は新しく、空のセルは何も言わない", () => {
  const answers = answersIn(ours, returned({ "1-1": { "2021": "12", "2022": " " } }));
  expect(answers.fresh).toEqual([{ kind: "actual", indicator: "1-1", year: 2021, before: "", after: "12" }]);
  expect(answers).toMatchObject({ differing: [], same: 0, unknown: [] });
});

test("もう入っている値と違えば食い違い、書き方だけの違いは同じ", () => {
  const plan = filled(ours, {
    "1-1": { "2021": "12" },
    "1-2": { "2021": "1200" },
    "2-1": { "2021": "91.8" },
  });
  const answers = answersIn(
    plan,
    returned({ "1-1": { "2021": "13" }, "1-2": { "2021": "１,２００部" }, "2-1": { "2021": "91.80％" } }),
  );
  expect(answers.differing).toEqual([
    { kind: "actual", indicator: "1-1", year: 2021, before: "12", after: "13" },
  ]);
  expect(answers).toMatchObject({ fresh: [], same: 2, unknown: [] });
});

test.each([
  ["単位の違う同じ数", "330千円", "330億円"],
  ["数と言葉", "12", "実施"],
  ["言葉と言葉", "方針決定", "実施"],
  ["この指標の単位でない単位", "12回", "12人"],
])("%sは食い違い", (_what, before, after) => {
  const plan = filled(ours, { "1-1": { "2021": before } });
  expect(answersIn(plan, returned({ "1-1": { "2021": after } }))).toEqual({
    fresh: [],
    differing: [{ kind: "actual", indicator: "1-1", year: 2021, before, after }],
    same: 0,
    unknown: [],
  });
});

test("空白だけのセルは空いているセル、届いた値の前後の空白は値でない", () => {
  const plan = filled(ours, { "1-1": { "2021": "　" } });
  expect(answersIn(plan, returned({ "1-1": { "2021": " 12 " } })).fresh).toEqual([
    { kind: "actual", indicator: "1-1", year: 2021, before: "　", after: "12" },
  ]);
});

test("一つの取組に同じ名の指標が二つあっても、IDで決まる。IDがなければ、どちらのものとも決めない", () => {
  const twins = planOf({
    nodes: [item("1", null, { name: "広報紙" })],
    indicators: [indicator("1-1", "1", { name: "発行回数" }), indicator("1-2", "1", { name: "発行回数" })],
  });
  const answer = filled(twins, { "1-2": { "2021": "12" } });
  expect(answersIn(twins, answer).fresh).toMatchObject([{ indicator: "1-2" }]);
  const withoutIds: Plan = {
    ...answer,
    indicators: answer.indicators.map((each) => ({ ...each, id: `行-${each.id}` })),
  };
  expect(answersIn(twins, withoutIds)).toMatchObject({ fresh: [], unknown: [{ indicator: "発行回数" }] });
});

test("同じ回答が二度届けば、二度目は何も変えない", () => {
  const answer = returned({ "1-1": { "2021": "12" }, "2-1": { "2021": "－" } });
  const once = filled(ours, { "1-1": { "2021": "12" }, "2-1": { "2021": "－" } });
  expect(answersIn(once, answer)).toEqual({ fresh: [], differing: [], same: 2, unknown: [] });
});

test("IDが違っても、取組と指標の名が一つに決まれば分かる", () => {
  const answer = returned({ "2-1": { "2021": "90" } }, (each) =>
    each.id === "2-1" ? { ...each, id: "行-7", name: "満 足 度" } : each,
  );
  expect(answersIn(ours, answer).fresh).toEqual([
    { kind: "actual", indicator: "2-1", year: 2021, before: "", after: "90" },
  ]);
});

test("改定で指標の名が変わったあとの遅い回答も、IDと取組が同じなら分かる", () => {
  const answer = returned({ "2-1": { "2021": "90" } }, (each) =>
    each.id === "2-1" ? { ...each, name: "前の名の満足度" } : each,
  );
  expect(answersIn(ours, answer).fresh).toHaveLength(1);
});

test("IDだけ同じで、取組も指標も違う行は、取り込まずに名を挙げる", () => {
  const other = planOf({
    nodes: [item("9", null, { name: "道路" })],
    indicators: [indicator("1-1", "9", { name: "修繕延長", unit: "km", actuals: { "2021": "5" } })],
  });
  const answers = answersIn(ours, other);
  expect(answers).toMatchObject({ fresh: [], differing: [], same: 0 });
  expect(answers.unknown).toEqual([{ item: "道路", indicator: "修繕延長", year: 2021, value: "5" }]);
});

test("同じ指標が二度出てきて値が違えば、どちらとも決めずに名を挙げる", () => {
  const answer = returned({ "1-1": { "2021": "12" } });
  const twice: Plan = {
    ...answer,
    indicators: [
      ...answer.indicators,
      indicator("1-1_2", "1", { name: "発行回数", unit: "回", actuals: { "2021": "14" } }),
    ],
  };
  const answers = answersIn(ours, twice);
  expect(answers.fresh).toEqual([]);
  expect(answers.unknown).toEqual([
    { item: "広報紙", indicator: "発行回数", year: 2021, value: "12" },
    { item: "広報紙", indicator: "発行回数", year: 2021, value: "14" },
  ]);
});

test("評価の記録は、届いた記号がここの記号と違うものだけを数え、空の区分は数えない", () => {
  const nodes = [item("1", null), item("2", null)];
  const here = planOf({
    nodes,
    assessments: [judged("1", { 進捗区分: "A", 取組区分: "い", 今後の方向性: ["ア", "イ"] })],
  });
  const back = planOf({
    nodes,
    assessments: [
      judged("1", { 進捗区分: "B", 今後の方向性: ["ア", "イ"], 取組区分: "" }),
      judged("2", { 進捗区分: "C" }),
    ],
  });
  expect(judgementsDiffering(here, back)).toBe(2);
  expect(judgementsDiffering(here, here)).toBe(0);
});
