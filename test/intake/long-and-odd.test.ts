/** めったにない印刷: とても長い行、漢数字の章、ページ番号だけの行、名のない指標、年度のない列. 読めないものは行とともに知らされる. */

import { intake } from "../../src/intake";
import { block, headings, simpleTargets } from "./plan-book-text";

const messages = (text: string): string =>
  intake(text)
    .problems.map(({ message }) => message)
    .join("\n");
const arrow = (...lines: string[]) => ["第十二章 みどりのまち", "第１節 花を増やす", ...lines].join("\n");

describe("現状 ▶▶▶ 目標の計画", () => {
  const row = "花壇の数（か所） ６ か所 ▶▶▶ 10 か所";

  test("漢数字の章は、その数の場所になる", () => {
    const { plan } = intake(arrow("まちづくり目標値", row));
    expect(plan?.nodes.map(({ id, number }) => [id, number])).toEqual([
      ["12", "第十二章"],
      ["12.1", "第1節"],
    ]);
  });

  test("矢印のある長すぎる行、矢印の二つある行は、指標ではない", () => {
    const { plan } = intake(
      arrow("まちづくり目標値", row, `${"花".repeat(301)} 6 ▶▶▶ 10`, "花の数 1 ▶▶▶ 2 ▶▶▶ 3"),
    );
    expect(plan?.indicators.map(({ name }) => name)).toEqual(["花壇の数"]);
  });

  test("次のページで繰り返された見出しは、続き", () => {
    const { plan } = intake(
      arrow("まちづくり目標値", row, "第１節 花を増やす", "木の数（本） 1 本 ▶▶▶ 2 本"),
    );
    expect(plan?.indicators.map(({ node }) => node)).toEqual(["12.1", "12.1"]);
  });
});

describe("計画書", () => {
  test("ブロックの間のページ番号は、読めたことになり、何も変えない", () => {
    const first = block({ number: "1", name: "花の世話" });
    const second = block({ number: "2", name: "落ち葉の片付け" });
    const plain = intake([headings, first, second].join("\n"));
    const paged = intake([headings, "- 11 -", first, "- 12 -", second, "- 13 -"].join("\n"));
    expect(paged.plan).toEqual(plain.plan);
    expect(paged.problems.map(({ message }) => message)).toEqual(
      plain.problems.map(({ message }) => message),
    );
  });

  test("名のない指標は、名称を補うよう言い、値は読む", () => {
    const text =
      headings + block({ number: "1", name: "花の世話", targets: simpleTargets("", "1", "1 2 3 4 5") });
    expect(messages(text)).toContain("指標の名称がありません");
    expect(intake(text).plan?.indicators).toMatchObject([{ name: "名称不明", baseline: { text: "1" } }]);
  });

  test.each([
    ["数と言葉の並びが揃わない", "主幹 50 55 主査 60 主幹 70 主査 80 主幹"],
    ["年度より多い", "1 2 3 4 5 6 7"],
    ["年度より少ない", "1 2 3"],
  ])("%s目標値は、分けられないと言って空けておく", (_name, values) => {
    const text =
      headings + block({ number: "1", name: "花の世話", targets: simpleTargets("回数（回）", "1", values) });
    const { plan } = intake(text);
    expect(plan?.indicators[0]?.targets).toEqual({});
    expect(messages(text)).toContain("に分けられません");
  });

  test("年度の並ぶとても長い行は、年度の行ではない", () => {
    const years = "3 年度 ".repeat(60);
    const text =
      headings +
      block({ number: "1", name: "花の世話", targets: simpleTargets("回数（回）", "1", "1 2", years) });
    expect(messages(text)).toContain("年度の行がありません");
  });
});

describe("表", () => {
  test("年度のない実績の列は、取り込めないと行とともに言う", () => {
    const text = ["取組項目\t指標\t目標値\t実績値", "花の世話\t回数\t5\t4"].join("\n");
    expect(messages(text)).toContain("年度");
  });

  test("階層の名のない見出しは、階層何番かで呼ぶ", () => {
    const { plan } = intake(["階層1,階層2:取組項目,担当課", "みどり,花の世話,公園課"].join("\n"));
    expect(plan?.levels).toEqual(["階層1", "取組項目"]);
  });
});
