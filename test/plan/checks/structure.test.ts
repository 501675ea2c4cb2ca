/** 点検 of the tree: ids, parents, levels and the originals of 再掲. */

import type { Plan } from "../../../src/plan/plan";
import { heading, indicator, item, judged, planOf } from "../plan-parts";
import { findingsOf, messagesOf, soundPlan } from "./plans";

describe("IDが重なる", () => {
  test("見出しのIDは、先のものと後のものの名で言う", () => {
    const plan = planOf({
      nodes: [heading("目1", null), item("a", "目1"), item("a", "目1", { name: "別の取組" })],
    });
    expect(findingsOf("id-twice", plan)).toEqual([
      expect.objectContaining({
        node: "a",
        indicator: null,
        message: "ID「a」が取組項目「別の取組」と取組項目「取組a」に重なっています。",
        remedy: "行を複写したときは、複写した行のIDを消してください。新しいIDが付きます。",
      }),
    ]);
  });

  test("見出しでも指標でも、三つあれば二つ言い、別々に了承できる", () => {
    const plan = planOf({
      nodes: [item("a", null), item("a", null), item("a", null)],
      indicators: [indicator("a", "a"), indicator("a", "a"), indicator("a", "a", { name: "三つ目" })],
    });
    const found = findingsOf("id-twice", plan);
    expect(found.map(({ indicator: id }) => id)).toEqual([null, null, "a", "a"]);
    expect(found.at(-1)?.message).toBe("ID「a」が指標「指標a」と「三つ目」に重なっています。");
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });
});

describe("上の見出しがない", () => {
  test("付くところのない評価は、何番目かで言う", () => {
    const plan: Plan = {
      ...soundPlan(),
      assessments: [judged("a", {}), judged("無い", {}), judged("無い", {})],
    };
    expect(findingsOf("orphan", plan).map(({ message, remedy }) => [message, remedy])).toEqual(
      [1, 2].map((at) => [
        `${at}番目の評価の付く取組項目（ID 無い）がありません。`,
        "取組項目の行を戻すか、評価を正しい取組項目に付けてください。",
      ]),
    );
  });

  test("付くところのない指標は、行を戻すか付け直すように言う", () => {
    const plan: Plan = { ...soundPlan(), indicators: [indicator("z", "無い")] };
    expect(findingsOf("orphan", plan)[0]?.remedy).toBe(
      "取組項目の行を戻すか、指標を正しい取組項目に付けてください。",
    );
  });

  test("輪は、初めの一つだけを言う", () => {
    const plan = planOf({ nodes: [heading("x", "z"), heading("y", "x"), heading("z", "y")] });
    expect(messagesOf("orphan", plan)).toEqual([
      "施策「見出しx」の上の見出しをたどると、自分に戻ってしまいます。",
    ]);
  });
});

describe("階層が合わない", () => {
  test.each<[string, Plan, string[]]>([
    ["一番上の階層から始まらなくてもよい", planOf({ nodes: [item("a", null)] }), []],
    ["階層を飛ばしてもよい", planOf({ nodes: [heading("目1", null), item("a", "目1")] }), []],
    [
      "同じ階層の下",
      planOf({ nodes: [item("a", null), item("b", "a")] }),
      ["取組項目「取組b」が、同じか下の階層の取組項目「取組a」の下にあります。"],
    ],
    [
      "下の階層の下",
      planOf({ nodes: [item("a", null), heading("施1", "a")] }),
      ["施策「見出し施1」が、同じか下の階層の取組項目「取組a」の下にあります。"],
    ],
    [
      "計画にない階層の下なら、その見出しだけを言う",
      planOf({ nodes: [heading("x", null, { level: "編" }), item("a", "x")] }),
      ["編「見出しx」の階層「編」は、この計画の階層（「目標」、「施策」、「取組項目」）にありません。"],
    ],
  ])("%s", (_why, plan, expected) => {
    expect(messagesOf("level-wrong", plan)).toEqual(expected);
  });
});

describe("再掲元がない", () => {
  const repeating = (a: string | undefined, b: string) =>
    planOf({
      nodes: [item("a", null, a === undefined ? {} : { sameAs: a }), item("b", null, { sameAs: b })],
    });

  test.each<[string, Plan, string[]]>([
    ["元がある", repeating(undefined, "a"), []],
    ["元がない", repeating(undefined, "x"), ["取組項目「取組b」の再掲元（ID x）がありません。"]],
    ["自分が元", repeating(undefined, "b"), ["取組項目「取組b」の再掲元が自分になっています。"]],
    [
      "元も再掲",
      repeating("x", "a"),
      [
        "取組項目「取組a」の再掲元（ID x）がありません。",
        "取組項目「取組b」の再掲元取組項目「取組a」が、それ自身も再掲です。",
      ],
    ],
  ])("%s", (_why, plan, expected) => {
    expect(messagesOf("repeat-of-nothing", plan)).toEqual(expected);
  });
});
