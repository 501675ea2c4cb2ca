/** What a typed key means. Every test asks a plan of its own: an index is made of what the first question needs. */

import * as fc from "fast-check";
import { bundledPlans } from "../../src/plan/bundled";
import { find, type Found } from "../../src/plan/keys/find";
import { foldKey } from "../../src/plan/keys/text";
import type { Plan } from "../../src/plan/plan";
import { smallPlan } from "./small-plan";

/** 見つかったものを一行で。 */
function meaning(found: Found): string {
  switch (found.kind) {
    case "node":
      return `node ${found.node.id}`;
    case "indicator":
      return `indicator ${found.indicator.id}`;
    case "department":
      return `department ${found.department}: ${found.nodes.map(({ id }) => id).join(" ")}`;
    case "ambiguous":
      return `ambiguous ${found.candidates.map(({ key }) => key).join(" ")}`;
    case "unknown":
      return "unknown";
  }
}

describe("打たれた語から対象を見つける", () => {
  test.each<[string, string | number, string]>([
    // 番号
    ["番号", "83", "node 83"],
    ["番号（数）", 83, "node 83"],
    ["番号（全角）", "８３", "node 83"],
    ["番号の前後の空白", "　83 ", "node 83"],
    ["階層名と番号", "取組項目-83", "node 83"],
    ["階層名と番号（全角）", "取組項目－８３", "node 83"],
    ["階層名と番号（長い線）", "取組項目―83", "node 83"],
    ["階層名と番号（線なし）", "取組項目 83", "node 83"],
    ["番号の前のNo.", "No.83", "node 83"],
    ["番号の前の№", "№83", "node 83"],
    ["番号の前の0", "083", "node 83"],
    ["長音の「ー」を線のつもりで", "取組項目ー８３", "node 83"],
    ["長音の「ー」を線のつもりで（指標）", "83ー1", "indicator 83-1"],
    ["階層名と番号（ハイフン U+2010）", "取組項目\u201083", "node 83"],
    ["階層名と番号（en ダッシュ）", "取組項目\u201383", "node 83"],
    ["階層名と番号（全角ハイフンマイナス）", "取組項目\uff0d83", "node 83"],
    ["番号と名称", "83-経常収支比率の改善", "node 83"],
    ["階層名と番号と名称", "取組項目-83 経常収支比率の改善", "node 83"],
    ["同じ番号なら取組項目", "5", "node 5"],
    ["階層名を付ければ目標", "目標5", "node g5"],
    ["階層名を付ければ目標（空白）", "目標 ５", "node g5"],
    ["取組項目にない番号は上の階層", "⑨", "node g5-1-9"],
    ["丸数字はその数字なので、目標1とも群①とも取れる", "①", "ambiguous 目標1 取組項目群①"],
    ["階層名と番号（線あり）", "目標-5", "node g5"],
    ["階層名と番号（長音）", "目標ー５", "node g5"],
    ["括弧の番号と名称", "(1) 計画的な行財政運営", "node g5-1"],
    ["括弧の番号と名称（全角）", "（１）計画的な行財政運営", "node g5-1"],
    ["目標からの道筋", "目標5(1)", "node g5-1"],
    ["目標からの道筋（群）", "目標5(1)②", "node g5-1-2"],
    // id
    ["指標の番号", "83-1", "indicator 83-1"],
    ["指標の番号（全角）", "８３－１", "indicator 83-1"],
    ["階層名と指標の番号", "取組項目-83-1", "indicator 83-1"],
    ["二つ目の指標", "125-2", "indicator 125-2"],
    ["節のid", "g5-1-2", "node g5-1-2"],
    // 名称
    ["指標名", "経常収支比率", "indicator 83-1"],
    ["指標名と単位", "経常収支比率（％）", "indicator 83-1"],
    ["指標名と単位（半角）", "経常収支比率(%)", "indicator 83-1"],
    ["取組項目名", "経常収支比率の改善", "node 83"],
    ["半角カナ", "ｼﾃｨｾｰﾙｽの推進", "node 5"],
    ["半角の英字", "SNSの推進", "node 3"],
    ["小文字の英字", "ｓｎｓの推進", "node 3"],
    ["間に空白", "経常 収支　比率", "indicator 83-1"],
    ["施策名", "計画的な行財政運営", "node g5-1"],
    ["番号のない視点", "市役所力の向上", "node v2"],
    ["群と取組項目が同じ名なら取組項目", "組織・機構の再編", "node 122"],
    ["取組項目とただ一つの指標が同じ名", "人事評価の推進", "node 129"],
    ["かぎ括弧を打たない", "主幹・主査試験受験率", "indicator 125-2"],
    ["中黒も打たない", "主幹主査試験受験率", "indicator 125-2"],
    // 再掲
    ["再掲の番号は再掲の行", "72", "node 72"],
    ["再掲と同じ名は元の項目", "押印、書面規制の見直し", "node 62"],
    ["再掲の指標は元の指標", "72-1", "indicator 62-1"],
    // 担当課
    ["担当課", "財政課", "department 財政課: 83 125"],
    ["担当課（複数の項目）", "秘書課", "department 秘書課: 41 42"],
    // 決まらない
    ["二つの項目にある指標名", "公表回数", "ambiguous 41-1 42-1"],
    ["二つの項目にある指標名と単位", "公表回数（回）", "ambiguous 41-1 42-1"],
    ["どの目標にもある番号", "(1)", "ambiguous (1)広報活動の充実 (1)計画的な行財政運営"],
    // ない
    ["一つの名だけに含まれる語でも、推し量らない", "SNS", "unknown"],
    ["知らない番号", "999", "unknown"],
    ["知らない指標の番号", "83-2", "unknown"],
    ["空", "", "unknown"],
    ["空白だけ", " 　", "unknown"],
    ["記号だけ", "・・・", "unknown"],
    ["数でない数", Number.NaN, "unknown"],
    ["組み込みの名", "__proto__", "unknown"],
    ["組み込みの名", "constructor", "unknown"],
  ])("%s「%s」", (_name, key, expected) => {
    expect(meaning(find(smallPlan(), key)).replaceAll(/(\(\d\)) /g, "$1")).toBe(expected);
  });
});

describe("公表された計画で", () => {
  const published = (id: string): Plan => {
    const plan = bundledPlans().find((each) => each.id === id);
    if (plan === undefined) throw new Error(id);
    return plan;
  };

  test("どの id も、その id のもの（大泉町の分野の「3」は、三つ目の施策ではない）", () => {
    for (const each of bundledPlans()) {
      for (const { id } of each.nodes) expect(meaning(find(each, id))).toBe(`node ${id}`);
      for (const { id } of each.indicators) expect(meaning(find(each, id))).toBe(`indicator ${id}`);
    }
    expect(meaning(find(published("oizumi"), "施策-3"))).toBe("node 3.3");
  });

  test("施策-1 は施策1 と同じ", () => {
    for (const typed of ["施策1", "施策-1", "施策ー１", "施策(1)"]) {
      const found = find(published("kazo"), typed);
      expect(found.kind === "ambiguous" && found.candidates.map(({ id }) => id)).toEqual(
        [1, 2, 3, 4, 5].map((goal) => `目標${goal}(1)`),
      );
    }
  });

  test("同じ名の候補は、担当課で見分けられる", () => {
    const found = find(published("iruma"), "人権相談の充実");
    if (found.kind !== "ambiguous") throw new Error(found.kind);
    const labels = found.candidates.map(({ label }) => label);
    expect(labels.every((label) => label.endsWith("課）"))).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test.each(["SNS", "ＳＮＳ"])("「%s」の近いものは、それを含む名", (typed) => {
    for (const id of ["kazo", "oizumi"]) {
      const found = find(published(id), typed);
      if (found.kind !== "unknown") throw new Error(found.kind);
      for (const { key } of found.suggestions) expect(foldKey(key)).toContain("sns");
    }
  });
});

describe("見つかったもの", () => {
  test("取組項目には、その指標が付いてくる", () => {
    const plan = smallPlan();
    const found = find(plan, "125");
    expect(found.kind === "node" && found.indicators.map(({ id }) => id)).toEqual(["125-1", "125-2"]);
  });

  test("再掲からは、元の項目とその指標に届く", () => {
    const plan = smallPlan();
    const found = find(plan, "72");
    if (found.kind !== "node") throw new Error(found.kind);
    expect([found.node.id, found.original.id, found.indicators.map(({ id }) => id)]).toEqual([
      "72",
      "62",
      ["62-1"],
    ]);
  });

  test("指標には、それが属する項目が付いてくる", () => {
    const plan = smallPlan();
    const found = find(plan, "経常収支比率");
    expect(found.kind === "indicator" && found.node.id).toBe("83");
  });

  test("候補には、打てばそれだけに決まる語と、読める説明がある", () => {
    const plan = smallPlan();
    const found = find(plan, "公表回数");
    if (found.kind !== "ambiguous") throw new Error(found.kind);
    expect(found.candidates).toEqual([
      { kind: "indicator", id: "41-1", key: "41-1", label: "公表回数（回） ― 取組項目-41 市長交際費の公開" },
      {
        kind: "indicator",
        id: "42-1",
        key: "42-1",
        label: "公表回数（回） ― 取組項目-42 市長の行動日誌の公開",
      },
    ]);
    for (const { id, key } of found.candidates) expect(meaning(find(plan, key))).toBe(`indicator ${id}`);
  });

  test.each([
    ["SNS", "ＳＮＳの推進"],
    ["ｓｎｓ", "ＳＮＳの推進"],
    ["行動日誌", "市長の行動日誌の公開"],
    ["経常収支比", "経常収支比率"],
    ["経常収支比率の改善について", "経常収支比率の改善"],
    ["シティーセールス", "シティセールスの推進"],
    ["財政", "財政課"],
    ["市長日誌の公開", "市長の行動日誌の公開"],
    ["999", "129"],
    ["取組項目-84", "83"],
    ["83-2", "83"],
  ])("「%s」はなく、一番近いのは「%s」", (typed, nearest) => {
    const plan = smallPlan();
    const found = find(plan, typed);
    if (found.kind !== "unknown") throw new Error(found.kind);
    expect(found.suggestions).toHaveLength(3);
    expect(found.suggestions[0]?.key).toBe(nearest);
    for (const { key } of found.suggestions) expect(find(plan, key).kind).not.toBe("unknown");
  });

  test("似たものがなくても近い三つを挙げ、空の語には何も挙げない", () => {
    const plan = smallPlan();
    const found = find(plan, "zzz");
    expect(found.kind === "unknown" && found.suggestions).toHaveLength(3);
    const nothing = find(plan, " ");
    expect(nothing.kind === "unknown" && nothing.suggestions).toEqual([]);
  });

  test("指標だけの計画、何もない計画でも答える", () => {
    const plan = smallPlan();
    const empty = { ...plan, nodes: [], indicators: [] };
    expect(find(empty, "83")).toEqual({ kind: "unknown", key: "83", suggestions: [] });
  });

  test("元が見つからない再掲どうしが同じ名なら、先の一つ", () => {
    const plan = smallPlan();
    const broken = {
      ...plan,
      nodes: plan.nodes.map((node) => (node.id === "62" ? { ...node, name: "別の名" } : node)),
    };
    expect(meaning(find(broken, "押印、書面規制の見直し"))).toBe("node 72");
  });
});

describe("性質", () => {
  test("どの番号、id、名称も、知らないとは言われない", () => {
    const plan = smallPlan();
    for (const { id, name, number } of plan.nodes) {
      for (const key of [id, name, number ?? id]) expect(find(plan, key).kind).not.toBe("unknown");
    }
    for (const { id, name } of plan.indicators) {
      expect(meaning(find(plan, id))).toBe(`indicator ${id}`);
      expect(find(plan, name).kind).not.toBe("unknown");
    }
  });

  test("全角にしても、空白を入れても、同じものが見つかる", () => {
    const plan = smallPlan();
    const keys = plan.nodes.flatMap(({ id, name, number }) => [id, name, number ?? id]);
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.nat(), (key, at) => {
        const spaced = `${key.slice(0, at % key.length)}　${key.slice(at % key.length)} `;
        expect(meaning(find(plan, wide(key)))).toBe(meaning(find(plan, key)));
        expect(meaning(find(plan, spaced))).toBe(meaning(find(plan, key)));
      }),
    );
  });

  test("何を打っても例外はない", () => {
    const plan = smallPlan();
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.double()),
        (key) => find(plan, key).kind.length > 0,
      ),
    );
  });

  test("鍵のそろえ方は、二度かけても同じ", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => foldKey(foldKey(text)) === foldKey(text)),
    );
  });
});
