/** The seed of 加須市 as the document prints it: counts, and the places where the document is irregular. */

import annotationsJson from "../../seeds/annotations/kazo.json";
import evaluation from "../../seeds/kazo-2.json";
import kazo from "../../seeds/kazo.json";
import { readAnnotations } from "../../src/intake";
import { parseTarget } from "../../src/plan/target";

const item = (number: string) =>
  kazo.nodes.find((node) => node.level === "取組項目" && node.number === number);
const indicator = (id: string) => kazo.indicators.find((each) => each.id === id);
const levelCount = (level: string) => kazo.nodes.filter((node) => node.level === level).length;

test.each([
  ["視点", 2],
  ["目標", 5],
  ["施策", 17],
  ["取組項目群", 52],
  ["取組項目", 134],
])("%s は %d", (level, count) => {
  expect(levelCount(level)).toBe(count);
});

test("再掲は9つで、それぞれの再掲元を指す", () => {
  const reprinted = kazo.nodes.flatMap((node) => ("sameAs" in node ? [[node.number, node.sameAs]] : []));
  expect(reprinted).toEqual([
    ["72", "62"],
    ["73", "63"],
    ["74", "64"],
    ["78", "4"],
    ["95", "64"],
    ["106", "93"],
    ["120", "101"],
    ["132", "124"],
    ["133", "90"],
  ]);
  for (const [number, original] of reprinted)
    expect(item(number ?? "")?.name).toBe(item(original ?? "")?.name);
});

test("担当課は27、指標は146（再掲を含めて155）、目標値は775で欠けはない", () => {
  expect(new Set(kazo.nodes.flatMap((node) => node.departments)).size).toBe(27);
  expect(kazo.indicators).toHaveLength(146);
  const ofItem = (id: string) => kazo.indicators.filter((each) => each.node === id);
  const printed = kazo.nodes.flatMap((node) => ofItem("sameAs" in node ? (node.sameAs ?? "") : node.id));
  expect(printed).toHaveLength(155);
  const cells = printed.flatMap((each) => Object.values(each.targets));
  expect(cells).toHaveLength(775);
  expect(cells.filter((cell) => parseTarget(cell).kind === "missing")).toEqual([]);
  for (const each of kazo.indicators) {
    expect(Object.keys(each.targets)).toEqual(["2021", "2022", "2023", "2024", "2025"]);
    expect(each.baseline.year).toBe(2019);
  }
});

test("備考のある項目は14", () => {
  const remarked = kazo.nodes.filter((node) => node.remark).map((node) => node.number);
  expect(remarked).toEqual("20 23 25 51 55 63 66 73 97 116 121 125 126 127".split(" "));
});

test("55は54の次に並ぶ", () => {
  const numbers = kazo.nodes.filter((node) => node.level === "取組項目").map((node) => Number(node.number));
  expect(numbers).toEqual(Array.from({ length: 134 }, (_, index) => index + 1));
});

test.each([
  ["83-1", "経常収支比率", "％", "down", "89.3", "91.8 91.7 91.6 91.5 91.4"],
  ["84-1", "財務書類等の作成・活用", null, null, "作成・活用", Array(5).fill("作成 活用").join(" ")],
  ["98-1", "普通会計における物件費の令和元年度比削減累計額", "百万円", "down", "17", "▲30 ▲60 ▲90 ▲120 ▲150"],
  ["99-1", "適正な使用料・手数料の設定", null, null, "方針の協議", "方針検討 方針策定 周知 実施 実施"],
  [
    "64-1",
    "インターネット予約可能施設におけるインターネット予約の割合",
    "％",
    "up",
    "なし",
    "導入 50％ 55％ 60％ 65％",
  ],
  [
    "2-1",
    "窓口対応等実態調査における「身だしなみ・言葉遣い」についての満足度の割合",
    "％",
    "up",
    "81",
    "80 － 80 － 80",
  ],
  ["96-1", "ペーパーレス化に向けた累計取組数", "件", "up", "2件", "3 3 4 4 5"],
  ["130-2", "発生した各リスクへの対応率", "％", "up", "運用", "100 100 100 100 100"],
  ["60-2", "姉妹都市・友好都市提携自治体数", "市、町、村", "up", "2", "3 3 3 3 3"],
  [
    "125-2",
    "新たに受験資格を満たした職員の「主幹」・「主査」試験受験率",
    "％",
    "up",
    "主幹56・主査 70",
    Array(5).fill("主幹 50 主査 70").join(" "),
  ],
])("%s %s", (id, name, unit, direction, baseline, targets) => {
  const { targets: read, ...facts } = indicator(id) ?? {};
  expect(facts).toMatchObject({ name, unit, direction, baseline: { year: 2019, text: baseline } });
  expect(Object.values(read ?? {}).join(" ")).toBe(targets);
});

test("公表回数は4つの項目にある", () => {
  expect(kazo.indicators.filter((each) => each.name === "公表回数").map((each) => each.node)).toEqual([
    "41",
    "42",
    "43",
    "44",
  ]);
});

test("累計と読む指標", () => {
  expect(kazo.indicators.filter((each) => each.cumulative).map((each) => each.id)).toEqual([
    "14-2",
    "66-1",
    "96-1",
    "98-1",
    "102-1",
  ]);
});

test("方向のない指標は、工程の目標だけ", () => {
  const undirected = kazo.indicators.filter((each) => each.direction === null);
  expect(undirected.map((each) => each.id)).toEqual([
    "84-1",
    "85-1",
    "99-1",
    "100-1",
    "122-1",
    "123-1",
    "129-1",
  ]);
  for (const each of undirected) {
    for (const cell of Object.values(each.targets)) expect(parseTarget(cell).kind).toBe("milestone");
  }
});

test("取組内容は含まない", () => {
  expect(kazo.nodes.some((node) => "detail" in node)).toBe(false);
});

test("注記ファイルはすべての指標について方向を言い、種ファイルと一致する", () => {
  const { annotations, problems } = readAnnotations(annotationsJson);
  expect(problems).toEqual([]);
  expect(Object.keys(annotations.indicators ?? {})).toEqual(kazo.indicators.map((each) => each.id));
  for (const each of kazo.indicators) {
    expect(annotations.indicators?.[each.id]).toMatchObject({ is: each.name, direction: each.direction });
  }
});

describe("第2次プランの評価", () => {
  const share = (count: number, of: number) => Math.round((count / of) * 1000) / 10;

  test("7つの基本目標の割合は、項目数と該当項目数から出る", () => {
    expect(evaluation.goals).toHaveLength(7);
    for (const goal of evaluation.goals) expect(share(goal.matching, goal.items)).toBe(goal.percent);
  });

  test("4つの区分と総合評価は112項目から出る", () => {
    const counts = Object.fromEntries(evaluation.classes.map((each) => [each.name, each.count]));
    expect(evaluation.goals.reduce((sum, goal) => sum + goal.items, 0)).toBe(evaluation.overall.items);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(evaluation.overall.items);
    for (const each of evaluation.classes)
      expect(share(each.count, evaluation.overall.items)).toBe(each.percent);
    for (const { classes, percent } of evaluation.overall.shares) {
      expect(
        share(
          classes.reduce((sum, name) => sum + (counts[name] ?? 0), 0),
          evaluation.overall.items,
        ),
      ).toBe(percent);
    }
    expect(evaluation.overall).toMatchObject({
      rating: "成果があった",
      shares: [{ percent: 78.6 }, { percent: 21.4 }],
    });
  });
});
