/** 点検 of single cells: units written twice or wrongly, percentages typed as shares; and what 修正 makes of them. */

import type { Indicator, Plan } from "../../../src/plan/plan";
import { everyYear, indicator, item, planOf } from "../plan-parts";
import { findingsOf, messagesOf, path, soundPlan } from "./plans";

const place = "取組項目1「財政の健全化」の指標「参加者数」";

describe("単位がセルの中にもある", () => {
  const found = (own: Partial<Indicator>) => findingsOf("unit-in-cell", soundPlan({}, own));

  test("基準値と目標値と実績値にあれば、初めのところと数を言い、どれも直せる", () => {
    const own = {
      baseline: { year: 2019, text: "50人" },
      targets: { ...everyYear("100"), 2022: "100 人" },
      actuals: { 2021: "60", 2022: "70人" },
    };
    expect(found(own)).toEqual([
      expect.objectContaining({
        year: 2019,
        message: `${place}は単位が「人」ですが、基準値など3か所にも単位が書かれています（50人）。`,
        remedy: "セルの中の単位を消してください。",
        changes: [
          { kind: "baseline", indicator: "a-1", before: "50人", after: "50" },
          { kind: "target", indicator: "a-1", year: 2022, before: "100 人", after: "100" },
          { kind: "actual", indicator: "a-1", year: 2022, before: "70人", after: "70" },
        ],
      }),
    ]);
  });

  test.each<[string, Partial<Indicator>, string[]]>([
    [
      "全角の％も半角の%も同じ単位",
      { unit: "％", targets: { ...everyYear("90"), 2021: "90%", 2022: "80％" } },
      ["90", "80"],
    ],
    ["１人以上の「人」は、人が見て直す", { targets: { ...everyYear("100"), 2021: "100人以上" } }, []],
  ])("修正：%s", (_why, own, after) => {
    const [finding, ...others] = found(own);
    expect(others).toEqual([]);
    expect(finding?.changes.map((change) => change.after)).toEqual(after);
  });

  test.each(["▲30人", "3〜5人", "10人以上"])("「%s」の単位にも気づく", (text) => {
    expect(found({ targets: { ...everyYear("100"), 2022: text } })).toHaveLength(1);
  });

  test.each<[string, Partial<Indicator>]>([
    ["単位の列が空なら、別の規則", { unit: null, targets: everyYear("100人") }],
    ["違う単位なら、別の規則", { targets: everyYear("100件") }],
    ["単位のないセルばかり", {}],
  ])("言わない：%s", (_why, own) => {
    expect(found(own)).toEqual([]);
  });

  const printed = (withUnit: number, all: number): Plan => {
    const places = Array.from({ length: all }, (_, at) => at);
    return planOf({
      nodes: places.map((at) => item(`n${at}`, null)),
      indicators: places.map((at) =>
        indicator(
          `i${at}`,
          `n${at}`,
          at < withUnit ? { targets: { ...everyYear("100"), 2021: "100人" } } : {},
        ),
      ),
    });
  };

  test.each([
    ["四つならすべてでも、一つずつ", 4, 4, 4],
    ["五つでも、半分なら一つずつ", 5, 10, 5],
    ["五つで半分を超えれば、計画の書き方として一度だけ", 5, 9, 1],
    ["七つあっても、半分に届かなければ一つずつ", 7, 15, 7],
  ])("%s", (_why, withUnit, all, count) => {
    expect(findingsOf("unit-in-cell", printed(withUnit, all))).toHaveLength(count);
  });

  test("計画の書き方なら、どこのことでもなく、まとめて直せる", () => {
    const [finding] = findingsOf("unit-in-cell", printed(5, 6));
    expect(finding).toMatchObject({
      node: null,
      indicator: null,
      year: null,
      message: "この計画は、6指標のうち5指標で、基準値や目標値のセルの中にも単位が書かれています。",
      remedy: "印字どおりのままで構いません。数値だけにそろえるなら、修正でセルの中の単位を消せます。",
    });
    expect(finding?.changes).toHaveLength(5);
  });
});

describe("セルの単位が違う", () => {
  const messages = (own: Partial<Indicator>) => messagesOf("unit-differs", soundPlan({}, own));

  test.each<[string, Partial<Indicator>, string[]]>([
    [
      "いくつもあれば、初めのところと数を言う",
      { baseline: { year: 2019, text: "50回" }, targets: { ...everyYear("100"), 2022: "100件" } },
      [`${place}は単位が「人」ですが、基準値など2か所は「50回」と書かれています。`],
    ],
    [
      "同じ単位のセルは数えない",
      { targets: { ...everyYear("100人"), 2023: "100件" } },
      [`${place}は単位が「人」ですが、令和5年度の目標値は「100件」と書かれています。`],
    ],
    ["全角と半角の違いだけ", { unit: "％", targets: everyYear("90%") }, []],
    ["括弧と空白の違いだけ", { unit: "（％）", targets: everyYear("90 ％") }, []],
    ["単位の列が空", { unit: null, targets: everyYear("100件") }, []],
    ["単位の列が空白だけ", { unit: "　", targets: everyYear("100件") }, []],
  ])("%s", (_why, own, expected) => {
    expect(messages(own)).toEqual(expected);
  });
});

describe("割合の疑い", () => {
  const found = (own: Partial<Indicator>) =>
    findingsOf("share-for-percent", soundPlan({}, { unit: "％", ...own }));

  test.each<[string, Partial<Indicator>, string[]]>([
    ["0.07の百倍は、きっかり7", { actuals: { 2021: "0.07" } }, ["7"]],
    ["1は100％かもしれない", { actuals: { 2021: "1" } }, ["100"]],
    ["1を超えれば、割合ではない", { actuals: { 2021: "1.01" } }, []],
    ["0は割合ではない", { actuals: { 2021: "0" } }, []],
    ["負の値は割合ではない", { actuals: { 2021: "-0.5" } }, []],
    ["％が付いていれば、割合ではない", { actuals: { 2021: "0.5％" } }, []],
    ["1以上という目標は割合ではない", { targets: { ...everyYear("100"), 2021: "1以上" } }, []],
    ["単位が％でない", { unit: "人", actuals: { 2021: "0.5" } }, []],
    [
      "単位がなく、セルに％がある",
      { unit: null, targets: everyYear("90％"), actuals: { 2021: "0.5" } },
      ["50"],
    ],
    ["単位がなく、セルの単位は件", { unit: null, targets: everyYear("90件"), actuals: { 2021: "0.5" } }, []],
    ["パーセントと書いた単位", { unit: "パーセント", actuals: { 2021: "0.5" } }, ["50"]],
    ["普通が10に届かない指標", { baseline: null, targets: everyYear("9.9"), actuals: { 2021: "0.5" } }, []],
    ["普通が10ある指標", { baseline: null, targets: everyYear("10"), actuals: { 2021: "0.5" } }, ["50"]],
    [
      "普通の大きさは、負の値でも大きさで見る",
      { baseline: null, targets: everyYear("-20"), actuals: { 2021: "0.5" } },
      ["50"],
    ],
    [
      "普通の大きさは、10以上という目標でも分かる",
      { baseline: null, targets: everyYear("10以上"), actuals: { 2021: "0.5" } },
      ["50"],
    ],
  ])("%s", (_why, own, meant) => {
    expect(found(own).flatMap(({ changes }) => changes.map(({ after }) => after))).toEqual(meant);
  });

  test("基準値と目標値と実績値を、一つずつ言い、一つずつ直す", () => {
    const own = {
      baseline: { year: 2019, text: "0.8" },
      targets: path("0.9", "90", "91", "92", "93"),
      actuals: { 2022: "0.918" },
    };
    expect(
      found(own).map(({ year, message, remedy, changes }) => ({ year, message, remedy, changes })),
    ).toEqual([
      {
        year: 2019,
        message: `${place}の基準値が0.8です。80％のつもりではありませんか。`,
        remedy: "80に直してください。本当に0.8％なら、理由を付けて了承してください。",
        changes: [{ kind: "baseline", indicator: "a-1", before: "0.8", after: "80" }],
      },
      {
        year: 2021,
        message: `${place}の令和3年度の目標値が0.9です。90％のつもりではありませんか。`,
        remedy: "90に直してください。本当に0.9％なら、理由を付けて了承してください。",
        changes: [{ kind: "target", indicator: "a-1", year: 2021, before: "0.9", after: "90" }],
      },
      {
        year: 2022,
        message: `${place}の令和4年度の実績値が0.918です。91.8％のつもりではありませんか。`,
        remedy: "91.8に直してください。本当に0.918％なら、理由を付けて了承してください。",
        changes: [{ kind: "actual", indicator: "a-1", year: 2022, before: "0.918", after: "91.8" }],
      },
    ]);
  });

  test("同じ年度の目標値と実績値は別々に了承でき、ほかの年度の実績を入れても了承は続く", () => {
    const own = { targets: { ...everyYear("90"), 2021: "0.9" }, actuals: { 2021: "0.9" } };
    const fingerprints = (more: Partial<Indicator>) =>
      found({ ...own, ...more }).map(({ fingerprint }) => fingerprint);
    const [target, actual] = fingerprints({});
    expect(target).not.toBe(actual);
    expect(fingerprints({ actuals: { 2021: "91", 2022: "98" } })).toEqual([target]);
    expect(fingerprints({ targets: everyYear("95") })).toEqual([actual]);
  });
});
