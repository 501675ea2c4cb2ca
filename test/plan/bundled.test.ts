import { readFileSync } from "node:fs";
import { bundledPlans } from "../../src/plan/bundled";
import { find, type Found } from "../../src/plan/keys/find";
import type { Indicator, Plan } from "../../src/plan/plan";
import { readPlan } from "../../src/plan/file/read";
import { parseTarget } from "../../src/plan/target";

function planOf(id: string): Plan {
  return JSON.parse(readFileSync(`seeds/${id}.json`, "utf8")) as Plan;
}

function counts(values: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const value of values) counted[value] = (counted[value] ?? 0) + 1;
  return counted;
}

/** 再掲の項目にも印刷されている指標を、印刷されたとおりに数える。 */
function printedIndicators(plan: Plan): Indicator[] {
  return plan.nodes.flatMap(({ id, sameAs }) =>
    plan.indicators.filter(({ node }) => node === (sameAs ?? id)),
  );
}

const kazo = planOf("kazo");
const iruma = planOf("iruma");
const ina = planOf("ina");
const isesaki = planOf("isesaki");
const oizumi = planOf("oizumi");

describe("同梱の五つの計画", () => {
  test.each([
    ["kazo", "加須市", "112101", [2021, 2025], "取組項目", "yearly", true],
    ["iruma", "入間市", "112259", [2017, 2021], "施策の方向性", "none", true],
    ["ina", "伊奈町", "113018", [2020, 2024], "節", "final", false],
    ["isesaki", "伊勢崎市", "102041", [2020, 2024], "施策", "final", false],
    ["oizumi", "大泉町", "105244", [2025, 2029], "施策", "final", false],
  ])("%s は %s", (id, municipality, code, period, level, targets, departments) => {
    const plan = planOf(id);
    expect(plan).toMatchObject({ municipality, code, period, expects: { level, targets, departments } });
  });

  test("五つで、読んで警告も出ない", () => {
    expect(bundledPlans()).toEqual([kazo, iruma, ina, isesaki, oizumi]);
    expect(bundledPlans().flatMap((plan) => readPlan(plan).problems)).toEqual([]);
  });

  test("何度呼んでも同じ計画で、並びを変えても元は変わらない", () => {
    const [first] = bundledPlans();
    bundledPlans().reverse();
    expect(bundledPlans()[0]).toBe(first);
  });

  test("伊勢崎の施策の名称は文書から読めず、読み手が付けた名だと書いてある", () => {
    const plan = bundledPlans().find(({ id }) => id === "isesaki");
    const named = plan?.nodes.filter(({ level }) => level === "施策").map(({ name }) => name);
    expect(named).toHaveLength(6);
    expect(plan?.corrections.map(({ meant }) => meant)).toEqual(named);
  });

  test("取組内容も実績も入っていない", () => {
    for (const plan of bundledPlans()) {
      expect(plan.nodes.filter(({ detail }) => detail !== undefined)).toEqual([]);
      expect(plan.nodes.filter(({ remarkText }) => remarkText !== undefined)).toEqual([]);
      expect(plan.indicators.filter(({ actuals }) => actuals !== undefined)).toEqual([]);
    }
  });

  test("印刷された数字は半角で入っている", () => {
    for (const { indicators } of bundledPlans()) {
      const cells = indicators.flatMap(({ baseline, targets }) => [
        baseline?.text ?? "",
        ...Object.values(targets),
      ]);
      expect(cells.filter((cell) => /[０-９]/.test(cell))).toEqual([]);
    }
  });

  test("空白の余った名称はない", () => {
    for (const plan of bundledPlans()) {
      const names = [...plan.nodes, ...plan.indicators].map(({ name }) => name);
      expect(names.filter((name) => name !== name.trim() || /\s{2}|\n/.test(name))).toEqual([]);
    }
  });
});

describe("加須市 第3次行政経営プラン", () => {
  const items = kazo.nodes.filter(({ level }) => level === "取組項目");

  test("2視点 5目標 17施策 52取組項目群 134取組項目", () => {
    expect(counts(kazo.nodes.map(({ level }) => level))).toEqual({
      視点: 2,
      目標: 5,
      施策: 17,
      取組項目群: 52,
      取組項目: 134,
    });
  });

  test("取組項目の番号は1から134まで、一つずつ", () => {
    const numbers = items.map(({ number }) => Number(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 134 }, (_, place) => place + 1));
  });

  test("再掲は九つ、元はどれも違わず、名称も担当課も元と同じ", () => {
    const repeated = items.filter(({ sameAs }) => sameAs !== undefined);
    const original = (id: string | undefined) => items.find((item) => item.id === id);
    expect(repeated.map(({ number, sameAs }) => `${number}←${original(sameAs)?.number}`)).toEqual([
      "72←62",
      "73←63",
      "74←64",
      "78←4",
      "95←64",
      "106←93",
      "120←101",
      "132←124",
      "133←90",
    ]);
    for (const { name, departments, sameAs } of repeated) {
      expect(original(sameAs)).toMatchObject({ name, departments });
    }
  });

  test("担当課は27、担当課のない取組項目はない", () => {
    expect(new Set(items.flatMap(({ departments }) => departments)).size).toBe(27);
    expect(items.filter(({ departments }) => departments.length === 0)).toEqual([]);
  });

  test("指標は146、再掲にも印刷された分を数えると155", () => {
    expect(kazo.indicators).toHaveLength(146);
    expect(printedIndicators(kazo)).toHaveLength(155);
  });

  test("印刷された目標は775、どれも欠けていない", () => {
    const cells = printedIndicators(kazo).flatMap(({ targets }) =>
      ["2021", "2022", "2023", "2024", "2025"].map((year) => parseTarget(targets[year]).kind),
    );
    expect(cells).toHaveLength(775);
    expect(cells.filter((kind) => kind === "missing")).toEqual([]);
  });

  test("基準値はどの指標にもあり、令和元年度", () => {
    expect(kazo.indicators.filter(({ baseline }) => baseline?.year !== 2019 || baseline.text === "")).toEqual(
      [],
    );
  });

  test("目標の書き方の数（自分の指標の730のうち）", () => {
    const kinds = kazo.indicators.flatMap(({ targets }) =>
      Object.values(targets).map((text) => parseTarget(text).kind),
    );
    expect(counts(kinds)).toEqual({
      number: 730 - 10 - 36 - 5 - 5 - 5,
      notMeasured: 10,
      // 84, 85, 99, 100, 122, 123, 129 の五年ずつと、64 の導入の年。
      milestone: 36,
      reduction: 5,
      bound: 5,
      parts: 5,
    });
  });

  test.each<[string, string, string | null, string | null, string, string[]]>([
    ["1-1", "市公式ＳＮＳへの動画投稿件数", "件", "up", "200", ["210", "220", "230", "240", "250"]],
    ["14-1", "問題のある空家数", "戸", "down", "191", ["170", "160", "150", "140", "130"]],
    ["28-2", "一人一日当たりのごみの排出量", "ｇ", "down", "966", ["829", "822", "815", "808", "800"]],
    ["30-1", "浄化槽整備区域内の合併処理浄化槽普及率", "％", "up", "49", ["60", "66", "72", "78", "84.5"]],
    ["59-1", "市職員が会計事務に携わっている団体数", "団体", "down", "86", ["85", "80", "75", "70", "65"]],
    ["83-1", "経常収支比率", "％", "down", "89.3", ["91.8", "91.7", "91.6", "91.5", "91.4"]],
    ["86-1", "普通会計における市債残高", "億円", "down", "329", ["330", "329", "328", "327", "326"]],
    ["88-1", "市税の収納率", "％", "up", "98", ["98.0", "98.1", "98.2", "98.3", "98.4"]],
    [
      "119-1",
      "メンタル系疾患による 1箇月以上の病休・休職した職員の割合",
      "％",
      "down",
      "2.2",
      Array(5).fill("1.9"),
    ],
    ["134-1", "広域行政連携を目的に参画している協議会等の数", null, "up", "3", Array(5).fill("3")],
  ])("%s %s", (id, name, unit, direction, baseline, targets) => {
    const found = kazo.indicators.find((indicator) => indicator.id === id);
    const bare = (text: string | undefined | null) => text?.normalize("NFKC").replace(/\s/g, "") ?? null;
    expect(bare(found?.name)).toBe(bare(name));
    expect(bare(found?.unit)).toBe(bare(unit));
    expect(found).toMatchObject({ direction, baseline: { year: 2019, text: baseline } });
    expect(Object.values(found?.targets ?? {})).toEqual(targets);
  });
});

describe("入間市 前期基本計画の取組評価", () => {
  test("判定のある行は338、A52 B120 C103 D58 E5", () => {
    expect(iruma.assessments).toHaveLength(338);
    expect(counts(iruma.assessments.map(({ marks }) => String(marks["進捗区分"])))).toEqual({
      A: 52,
      B: 120,
      C: 103,
      D: 58,
      E: 5,
    });
  });

  test("どの行にも三つの区分と所管課があり、区分の字は尺度のもの", () => {
    for (const { marks, departments } of iruma.assessments) {
      expect(marks["進捗区分"]).toMatch(/^[A-E]$/);
      expect(marks["取組区分"]).toMatch(/^[あ-お]$/);
      expect([marks["今後の方向性"]].flat().join("")).toMatch(/^[ア-オ]+$/);
      expect(departments.length).toBeGreaterThan(0);
    }
  });

  test("直したOCRの誤りが挙げてある", () => {
    expect(iruma.corrections.length).toBeGreaterThan(0);
  });

  test("章・節・項・施策の方向性が、どれも上の階層の下にある", () => {
    const byId = new Map(iruma.nodes.map((node) => [node.id, node]));
    for (const { level, parent } of iruma.nodes) {
      const above = parent === null ? null : byId.get(parent)?.level;
      expect(above).toBe({ 章: null, 節: "章", 項: "節", 施策の方向性: "項" }[level]);
    }
  });
});

describe("伊奈町、伊勢崎市、大泉町", () => {
  test("指標の数は 8、14、24（うちKGIは6）", () => {
    expect([ina, isesaki, oizumi].map(({ indicators }) => indicators.length)).toEqual([8, 14, 24]);
    expect(counts(oizumi.indicators.map(({ kind }) => String(kind)))).toEqual({ KGI: 6, KPI: 18 });
  });

  test.each<[string, string, number, number]>([
    ["伊奈町", "ina", 2018, 2024],
    ["伊勢崎市", "isesaki", 2018, 2024],
    ["大泉町", "oizumi", 2024, 2029],
  ])("%s の指標は、基準年度と目標年度が一つずつ", (_name, id, baseline, target) => {
    for (const indicator of planOf(id).indicators) {
      expect(indicator.baseline?.year).toBe(baseline);
      expect(Object.keys(indicator.targets)).toEqual([String(target)]);
    }
  });

  test.each<[string, string, string, string, string]>([
    ["ina", "経常収支比率", "down", "91.5 %", "89.7 %"],
    ["ina", "実質公債費比率", "down", "8.0 %", "7.3 %"],
    ["ina", "将来負担比率", "down", "39.7 %", "36.9 %"],
    ["isesaki", "実質公債費比率", "down", "5.0%", "5.0%"],
    ["isesaki", "実質収支比率", "band", "5.4%", "5.0%"],
    ["isesaki", "市税収納率", "up", "94.5%", "97.0%"],
    ["oizumi", "経常収支比率", "down", "88.4%", "類似団体平均以下"],
    ["oizumi", "ホームページアクセス数", "up", "711,728 件", "800,000 件"],
  ])("%s の指標 %s", (id, name, direction, baseline, target) => {
    const found = find(planOf(id), name);
    if (found.kind !== "indicator") throw new Error(found.kind);
    const { indicator } = found;
    const squeezed = (text: string | undefined) => text?.replace(/\s/g, "");
    expect(indicator.direction).toBe(direction);
    expect(squeezed(indicator.baseline?.text)).toBe(squeezed(baseline));
    expect(Object.values(indicator.targets).map(squeezed)).toEqual([squeezed(target)]);
  });
});

describe("どの計画でも、見出しにある書き方で見つかる", () => {
  const idOf = (found: Found) =>
    found.kind === "node" ? found.node.id : found.kind === "indicator" ? found.indicator.id : found.kind;

  test.each<[string, string]>([
    ["83", "83"],
    ["取組項目-83", "83"],
    ["経常収支比率", "83-1"],
    ["経常収支比率（％）", "83-1"],
    ["ｼﾃｨｾｰﾙｽの推進", "5"],
    ["SNSの推進", "3"],
    ["ＳＮＳの推進", "3"],
    ["83-1", "83-1"],
    ["目標5", "目標5"],
    ["(1) 計画的な行財政運営", "目標5(1)"],
    ["財政課", "department"],
    ["公表回数", "ambiguous"],
    ["オンライン化の推進", "63"],
  ])("加須市「%s」→ %s", (key, id) => {
    expect(idOf(find(kazo, key))).toBe(id);
  });

  test("公表回数は四つの項目のもの", () => {
    const found = find(kazo, "公表回数");
    expect(found.kind === "ambiguous" && found.candidates.map(({ id }) => id)).toEqual([
      "41-1",
      "42-1",
      "43-1",
      "44-1",
    ]);
  });

  test("入間市の章、章と節、所管課", () => {
    expect(idOf(find(iruma, "第1章"))).toBe("1");
    expect(idOf(find(iruma, "第１章第１節"))).toBe("1.1");
    expect(find(iruma, "人権推進課").kind).toBe("department");
  });

  test("どの番号、id、名称、担当課も、知らないとは言われない", () => {
    for (const plan of bundledPlans()) {
      const keys = [
        ...plan.nodes.flatMap(({ id, number, name, departments }) => [
          id,
          number ?? id,
          name,
          ...departments,
        ]),
        ...plan.indicators.flatMap(({ id, name }) => [id, name]),
      ];
      expect(keys.filter((key) => find(plan, key).kind === "unknown")).toEqual([]);
    }
  });

  test("挙げた候補の語は、打てばその一つに決まる", () => {
    for (const plan of bundledPlans()) {
      for (const { name } of [...plan.nodes, ...plan.indicators]) {
        const found = find(plan, name);
        if (found.kind !== "ambiguous") continue;
        for (const { key, id } of found.candidates) expect([key, idOf(find(plan, key))]).toEqual([key, id]);
      }
    }
  });
});
