/** 点検 of recorded judgements: who needs which, and which letters there are. */

import type { Assessment, Plan } from "../../../src/plan/plan";
import { heading, item, judged, planOf } from "../plan-parts";
import { findingsOf, messagesOf, recorded } from "./plans";

describe("評価の記録がない", () => {
  const messages = (plan: Plan) => messagesOf("judgement-missing", plan);
  const all: Assessment["marks"] = { 進捗区分: "A", 取組区分: "あ" };

  test("使われている区分を、尺度の順に挙げる", () => {
    const plan = recorded([judged("a", { 取組区分: "あ", 進捗区分: "A" }), judged("b", all)]);
    expect(findingsOf("judgement-missing", plan)).toEqual([
      expect.objectContaining({
        node: "c",
        message: "取組項目「取組c」に進捗区分、取組区分が記録されていません。",
        remedy: "進捗区分、取組区分を一覧から選んで入れてください。",
      }),
    ]);
  });

  test("再掲は言わず、元だけを言う", () => {
    const nodes = [item("a", null), item("b", null), item("c", null, { sameAs: "b" })];
    expect(messages(planOf({ nodes, assessments: [judged("a", all)] }))).toEqual([
      "取組項目「取組b」に進捗区分、取組区分が記録されていません。",
    ]);
  });

  test("一部だけなら、ないものだけを挙げる", () => {
    const plan = recorded([
      judged("a", all),
      judged("b", { 取組区分: "い", 進捗区分: " " }),
      judged("c", all),
    ]);
    expect(messages(plan)).toEqual(["取組項目「取組b」に進捗区分が記録されていません。"]);
  });

  test("一つの取組にいくつもの評価があれば、どの評価にも求める", () => {
    const plan = recorded([
      judged("a", all),
      judged("a", { 進捗区分: "B" }),
      judged("b", all),
      judged("c", all),
    ]);
    expect(messages(plan)).toEqual(["取組項目「取組a」に取組区分が記録されていません。"]);
  });

  test.each<[string, Assessment["marks"][], number]>([
    ["半分を超えて使われている区分は、誰にも求める", [all, all, { 進捗区分: "A" }], 1],
    ["半分だけなら、誰にも求めない", [all, { 進捗区分: "A" }, { 進捗区分: "A" }, all], 0],
    [
      "空のままの欄は、使われたうちに入らない",
      [all, { 進捗区分: "A", 取組区分: "" }, { 進捗区分: "A", 取組区分: [] }],
      0,
    ],
  ])("%s", (_why, marks, count) => {
    const nodes = marks.map((_, at) => item(`n${at}`, null));
    const plan = planOf({ nodes, assessments: marks.map((each, at) => judged(`n${at}`, each)) });
    expect(messages(plan)).toHaveLength(count);
  });

  test.each<[string, Plan]>([
    ["評価を記録しない計画", recorded([])],
    [
      "再掲は、元に記録があればよい",
      planOf({ nodes: [item("a", null), item("b", null, { sameAs: "a" })], assessments: [judged("a", all)] }),
    ],
    [
      "見出しの下にあって評価のない見出し",
      planOf({ nodes: [heading("g", null), item("a", "g")], assessments: [judged("a", all)] }),
    ],
    [
      "評価のある見出しには、足りない区分を求めない",
      planOf({
        nodes: [heading("g", null), item("a", null), item("b", null)],
        assessments: [judged("a", all), judged("b", all), judged("g", { 進捗区分: "A" })],
      }),
    ],
  ])("求めない：%s", (_why, plan) => {
    expect(messages(plan)).toEqual([]);
  });
});

describe("区分にない評価", () => {
  const messages = (...marks: Assessment["marks"][]) =>
    messagesOf("judgement-unknown", recorded(marks.map((each) => judged("a", each))));

  test.each<[string, Assessment["marks"], string[]]>([
    ["尺度の文字", { 進捗区分: "A", 取組区分: "お", 今後の方向性: ["ア", "オ"] }, []],
    ["全角の文字は同じ文字", { 進捗区分: "Ａ" }, []],
    ["空のまま", { 進捗区分: "" }, []],
    ["独自の区分には、どんな文字でもよい", { 独自: "◎" }, []],
    [
      "いくつか選んだうちの一つ",
      { 今後の方向性: ["ア", "カ"] },
      ["取組項目「取組a」の今後の方向性「カ」は、ア・イ・ウ・エ・オのどれでもありません。"],
    ],
    [
      "独自の区分の後にあっても気づく",
      { 独自: "◎", 取組区分: "A" },
      ["取組項目「取組a」の取組区分「A」は、あ・い・う・え・おのどれでもありません。"],
    ],
    [
      "一つの評価に二つあれば、初めのものを言う",
      { 進捗区分: "F", 取組区分: "か" },
      ["取組項目「取組a」の進捗区分「F」は、A・B・C・D・Eのどれでもありません。"],
    ],
  ])("%s", (_why, marks, expected) => {
    expect(messages(marks)).toEqual(expected);
  });

  test("二つ目の評価にも気づく", () => {
    expect(messages({ 進捗区分: "A" }, { 進捗区分: "F" })).toHaveLength(1);
  });
});
