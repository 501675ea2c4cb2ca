/** 点検 of 再掲: what has to be the same, where indicators may stand, and what looks like a 再掲 without being one. */

import type { Indicator, Plan, PlanNode } from "../../../src/plan/plan";
import { indicator, item, judged, planOf } from "../plan-parts";
import { findingsOf, messagesOf, repeated } from "./plans";

describe("再掲が元と違う", () => {
  const original = (own: Partial<PlanNode>, repeat: Partial<PlanNode>): Plan =>
    planOf({
      nodes: [item("a", null, own), item("b", null, { name: "取組a", sameAs: "a", ...repeat })],
      indicators: [indicator("1", "a")],
    });

  test.each<[string, Plan]>([
    ["名称の全角と半角、空白、大文字と小文字", original({ name: "DXの推進" }, { name: "ｄｘ の推進" })],
    ["担当課の書き方", original({ departments: ["ＤＸ課"] }, { departments: ["dx 課"] })],
    ["担当課の順", original({ departments: ["財政課", "総務課"] }, { departments: ["総務課", "財政課"] })],
    ["担当課を書かない再掲（別の規則）", original({}, { departments: [] })],
  ])("違うと言わない：%s", (_why, plan) => {
    expect(messagesOf("repeat-differs", plan)).toEqual([]);
  });

  test.each<[string, Partial<PlanNode>, Partial<PlanNode>, string]>([
    [
      "一つ多い",
      { departments: ["財政課"] },
      { departments: ["財政課", "総務課"] },
      "担当課が「財政課、総務課」で、元の「財政課」と違います",
    ],
    [
      "一つ足りない",
      { departments: ["財政課", "総務課"] },
      { departments: ["財政課"] },
      "担当課が「財政課」で、元の「財政課、総務課」と違います",
    ],
    [
      "一つだけ同じ",
      { departments: ["財政課", "総務課"] },
      { departments: ["財政課", "秘書課"] },
      "担当課が「財政課、秘書課」で、元の「財政課、総務課」と違います",
    ],
    [
      "元にない",
      { departments: [] },
      { departments: ["財政課"] },
      "担当課が「財政課」で、元の「なし」と違います",
    ],
    [
      "かなの大小も違い",
      { name: "シティの推進" },
      { name: "シテイの推進" },
      "名称が元の「シティの推進」と違います",
    ],
    [
      "名称も担当課も",
      { name: "甲" },
      { name: "乙", departments: ["総務課"] },
      "名称が元の「甲」と違います。また、担当課が「総務課」で、元の「財政課」と違います",
    ],
  ])("%s", (_why, own, repeat, difference) => {
    const [message] = messagesOf("repeat-differs", original(own, repeat));
    expect(message).toMatch(new RegExp(`の再掲ですが、${difference}。$`));
  });

  test("元に担当課がなければ、修正はできない", () => {
    expect(findingsOf("repeat-differs", original({ departments: [] }, {}))[0]?.changes).toEqual([]);
  });

  test("名称も担当課も違えば、修正は両方を直す", () => {
    const [finding] = findingsOf("repeat-differs", original({}, { name: "乙", departments: ["総務課"] }));
    expect(finding).toMatchObject({
      severity: "warning",
      remedy: "再掲元に合わせてください。別の取組なら再掲をやめてください。",
      changes: [
        { kind: "nodeName", node: "b", before: "乙", after: "取組a" },
        { kind: "department", node: "b", before: ["総務課"], after: ["財政課"] },
      ],
    });
  });

  test.each<[string, Partial<Plan>, string, string | null]>([
    [
      "指標",
      {
        indicators: [
          indicator("1", "a"),
          indicator("2", "b", { name: "甲" }),
          indicator("3", "b", { name: "乙" }),
        ],
      },
      "再掲元とは別に指標（「甲」、「乙」）を持っています",
      "2",
    ],
    ["評価", { assessments: [judged("b", { 進捗区分: "A" })] }, "再掲元とは別に評価を持っています", null],
  ])("%sを持つ再掲はエラー", (_why, more, difference, id) => {
    const [finding, ...others] = findingsOf("repeat-differs", { ...repeated({}), ...more });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: "error",
      indicator: id,
      message: `取組項目「取組a」は取組項目「取組a」の再掲ですが、${difference}。`,
      remedy: "同じ取組なら指標と評価を再掲元だけに置いてください。別の取組なら再掲をやめてください。",
    });
  });
});

describe("同じ指標が二つある", () => {
  const inItems = (first: [string, Partial<Indicator>], second: [string, Partial<Indicator>]): Plan =>
    planOf({
      nodes: [item("a", null, { name: first[0] }), item("b", null, { name: second[0] })],
      indicators: [indicator("1", "a", first[1]), indicator("2", "b", second[1])],
    });

  test.each<[string, Plan, number]>([
    ["名称も単位も同じ", inItems(["広報", { name: "回数" }], ["広報", { name: "回数" }]), 1],
    [
      "書き方だけが違う",
      inItems(["ＤＸ 推進", { name: "回数", unit: "％" }], ["dx推進", { name: "回 数", unit: "%" }]),
      1,
    ],
    [
      "単位が違う",
      inItems(["広報", { name: "回数", unit: "回" }], ["広報", { name: "回数", unit: "件" }]),
      0,
    ],
    [
      "どちらにも単位がない",
      inItems(["広報", { name: "回数", unit: null }], ["広報", { name: "回数", unit: null }]),
      1,
    ],
    ["指標の名称が違う", inItems(["広報", { name: "回数" }], ["広報", { name: "件数" }]), 0],
    ["取組項目の名称が違う", inItems(["広報", { name: "回数" }], ["広聴", { name: "回数" }]), 0],
    ["指標に名称がない（別の規則）", inItems(["広報", { name: " " }], ["広報", { name: " " }]), 0],
  ])("%s", (_why, plan, count) => {
    expect(messagesOf("indicator-twice", plan)).toHaveLength(count);
  });

  test("三つあれば、初めのものとの重なりを二つ言う", () => {
    const plan = planOf({
      nodes: [item("a", null, { name: "広報" }), item("b", null, { name: "広報" })],
      indicators: [
        indicator("1", "a", { name: "回数" }),
        indicator("2", "a", { name: "回数" }),
        indicator("3", "b", { name: "回数" }),
      ],
    });
    expect(findingsOf("indicator-twice", plan).map(({ message, remedy }) => [message, remedy])).toEqual([
      [
        "取組項目「広報」の指標「回数」が同じ取組に二つあります（ID 1 と 2）。",
        "片方を消すか、指標の名称で区別してください。",
      ],
      [
        "取組項目「広報」の指標「回数」は、取組項目「広報」の指標「回数」と同じ名称ですが、再掲になっていません。",
        "同じ取組なら片方を再掲にしてください。別の取組なら名称で区別してください。",
      ],
    ]);
  });
});
