/** 点検 of what an indicator says about itself: when a name, unit, direction or baseline is asked for, and when not. */

import type { Expectation, Indicator, Plan } from "../../../src/plan/plan";
import { everyYear, heading, indicator, item, planOf } from "../plan-parts";
import { findingsOf, path, soundPlan } from "./plans";

const place = "取組項目1「財政の健全化」の指標「参加者数」";

test("名称がないのは、見出しを先に、指標を後に言う", () => {
  const plan = planOf({
    nodes: [heading("g", null, { name: "" }), item("a", "g", { number: "7", name: "　" }), item("b", "g")],
    indicators: [indicator("1", "a", { name: "" }), indicator("2", "b", { name: " 回数" })],
  });
  expect(findingsOf("name-missing", plan).map(({ message, remedy }) => [message, remedy])).toEqual([
    ["目標「名称なし」（ID g）に名称がありません。", "名称を入れてください。"],
    ["取組項目7「名称なし」（ID a）に名称がありません。", "名称を入れてください。"],
    [
      "取組項目7「名称なし」の指標「名称なし」（ID 1）に指標の名称がありません。",
      "「指標」の列に名称を入れてください。",
    ],
  ]);
});

describe("単位がない", () => {
  const found = (own: Partial<Indicator>) =>
    findingsOf("unit-missing", soundPlan({}, { unit: null, ...own }));

  test.each<[string, Partial<Indicator>, string | null]>([
    ["セルにも書かれていない", {}, null],
    ["セルに同じ単位が書かれている", { targets: path("10件", "20", "30件", "40", "50") }, "件"],
    ["セルの％は、半角でも全角でも同じ", { targets: path("10%", "20％", "30", "40", "50") }, "％"],
    ["基準値だけに書かれている", { baseline: { year: 2019, text: "10件" } }, "件"],
    ["セルの単位がまちまち", { targets: path("10件", "20回", "30", "40", "50") }, null],
    ["基準値と目標値で違う", { baseline: { year: 2019, text: "10件" }, targets: everyYear("20回") }, null],
  ])("%s：修正で入る単位は", (_why, own, unit) => {
    const [finding, ...others] = found(own);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      message: `${place}は数値で測りますが、単位がありません。`,
      remedy:
        unit === null
          ? "「単位」の列に単位（人、件、％など）を入れてください。"
          : `セルに書かれている「${unit}」を「単位」の列に入れてください。`,
      changes: unit === null ? [] : [{ kind: "unit", indicator: "a-1", before: null, after: unit }],
    });
  });

  test("空白だけの単位は、ないのと同じ", () => {
    expect(found({ unit: "　" })).toHaveLength(1);
  });

  test.each<[string, Partial<Indicator>]>([
    ["言葉の目標", { targets: everyYear("実施") }],
    ["言葉の目標と、数値の基準値", { targets: everyYear("実施"), baseline: { year: 2019, text: "696" } }],
    [
      "ほかとの比較だけの目標",
      { targets: everyYear("類似団体平均以下"), baseline: { year: 2019, text: "なし" } },
    ],
    ["区分ごとの目標", { targets: everyYear("主幹50・主査70"), baseline: null }],
  ])("求めない：%s", (_why, own) => {
    expect(found(own)).toEqual([]);
  });

  test("ほかとの比較の年度があっても、数値の年度には求める", () => {
    expect(found({ targets: { ...everyYear("類似団体平均以下"), 2025: "90" } })).toHaveLength(1);
  });
});

test.each<[string, Partial<Indicator>, number]>([
  ["数値の目標", {}, 1],
  ["言葉の目標", { targets: everyYear("実施") }, 0],
  ["ほかとの比較だけの目標", { targets: everyYear("類似団体平均以下"), baseline: null }, 0],
])("方向がない：%sなら %j、求める数は %j", (_why, own, count) => {
  expect(findingsOf("direction-missing", soundPlan({}, { direction: null, ...own }))).toHaveLength(count);
});

describe("基準値がない", () => {
  const found = (own: Partial<Indicator>, targets: Expectation["targets"] = "yearly") => {
    const plan: Plan = soundPlan({}, own);
    return findingsOf("baseline-missing", { ...plan, expects: { ...plan.expects, targets } });
  };
  const missing = [
    `${place}に基準値がありません。`,
    "「基準値」の列に値を入れてください。まだ測っていない指標なら「－」を入れてください。",
  ];
  const dashed = [
    `${place}の基準値は「－」で、進捗率は計算できません。`,
    "最初の実績が出たら、基準値にするかどうかを決めてください。",
  ];

  test.each<[string, Partial<Indicator>, Expectation["targets"], string, string[]]>([
    ["年度ごとの目標", { baseline: null }, "yearly", "note", missing],
    ["年度ごとの目標を進捗率で測る", { baseline: null, method: "進捗率" }, "yearly", "warning", missing],
    ["年度ごとの目標を達成率で測る", { baseline: null, method: "達成率" }, "yearly", "note", missing],
    ["最終目標", { baseline: null }, "final", "warning", missing],
    ["最終目標で「－」", { baseline: { year: 2020, text: "－" } }, "final", "note", dashed],
    [
      "進捗率で測るのに「－」",
      { baseline: { year: 2020, text: "－" }, method: "進捗率" },
      "yearly",
      "note",
      dashed,
    ],
  ])("%s", (_why, own, targets, severity, [message, remedy]) => {
    expect(found(own, targets)).toEqual([expect.objectContaining({ severity, message, remedy })]);
  });

  test.each<[string, Partial<Indicator>, Expectation["targets"]]>([
    ["目標値を定めない計画", { baseline: null }, "none"],
    ["達成率で測るので「－」でよい", { baseline: { year: 2020, text: "－" } }, "yearly"],
    ["なしと書いてある", { baseline: { year: 2020, text: "なし" } }, "final"],
  ])("求めない：%s", (_why, own, targets) => {
    expect(found(own, targets)).toEqual([]);
  });

  test("基準年度だけがあれば、その年度のこととして言う", () => {
    expect(found({ baseline: { year: 2020, text: "" } }).map(({ year }) => year)).toEqual([2020]);
    expect(found({ baseline: { year: null, text: "" } }).map(({ year }) => year)).toEqual([null]);
    expect(found({ baseline: null }).map(({ year }) => year)).toEqual([null]);
  });
});
