/** 点検の画面が言うこと: 絞り込み、場所、修正の下見、点検シートの行. */
import { accept, type Acceptance } from "../../../src/plan/acceptance";
import { checkPlan, type Finding } from "../../../src/plan/check";
import { RULES } from "../../../src/plan/checks/rules";
import { NO_DEPARTMENT } from "../../../src/plan/summary/summary";
import { checkedWhat } from "../../../src/pane/screens/check/checked";
import { facetsOf, filterFindings, NO_FILTER } from "../../../src/pane/screens/check/filter";
import { headline } from "../../../src/pane/screens/check/headline";
import { changesOf, mendableOf, previewOf } from "../../../src/pane/screens/check/mend-preview";
import {
  addressOfFinding,
  placeInWords,
  placeLine,
  placeOfFinding,
} from "../../../src/pane/screens/check/place";
import { recordRows } from "../../../src/pane/screens/check/record";
import { heading, indicator, item, judged, planOf } from "../../plan/plan-parts";
import { workbookPlan } from "../workbook-plan";

const plan = planOf({
  nodes: [
    heading("g", null),
    item("1", "g", { number: "1", departments: [] }),
    item("2", "g", { number: "2" }),
    item("3", "g", { number: "3", departments: ["税務課"] }),
  ],
  indicators: [
    indicator("1-1", "1"),
    indicator("2-1", "2", { targets: { 2021: "100", 2023: "100", 2024: "100", 2025: "100" } }),
    indicator("3-1", "3", {
      unit: "％",
      baseline: { year: 2019, text: "40" },
      actuals: { 2021: "0.5" },
      targets: { 2021: "50", 2022: "50", 2023: "50", 2024: "50", 2025: "50" },
    }),
  ],
});
const sheet = workbookPlan(plan);
const found = checkPlan(plan);
const findingOf = (rule: string): Finding => {
  const finding = found.find((each) => each.rule === rule);
  if (finding === undefined) throw new Error(`${rule}: ${found.map((each) => each.rule).join()}`);
  return finding;
};
const acceptanceOf = (rule: string): Acceptance => {
  const record = accept(findingOf(rule), "山田", "確認済み", "2026/11/21");
  if ("kind" in record) throw new Error(record.message);
  return record;
};

describe("絞り込み", () => {
  test("重いものから並ぶ", () => {
    const order = filterFindings(found, NO_FILTER).map(({ severity }) => severity);
    expect(order).toEqual([...order].sort((one, other) => rank(one) - rank(other)));
    expect(order[0]).toBe("error");
  });

  test.each([
    ["規則", { rule: "department-missing" }, ["1"]],
    ["担当課", { department: "税務課", rule: "share-for-percent" }, ["3"]],
    ["担当課のない取組", { department: NO_DEPARTMENT, rule: "department-missing" }, ["1"]],
    ["当てはまるものがない", { rule: "department-missing", department: "税務課" }, []],
  ])("%s", (_name, filter, nodes) => {
    expect(filterFindings(found, { ...NO_FILTER, ...filter }).map(({ node }) => node)).toEqual(nodes);
  });

  test("了承したものは、はじめは出ず、選べば出る", () => {
    const judged = checkPlan(plan, { accepted: [acceptanceOf("department-missing")] });
    const rules = (accepted: "open" | "accepted" | "all") =>
      filterFindings(judged, { ...NO_FILTER, accepted }).map(({ rule }) => rule);
    expect(rules("open")).not.toContain("department-missing");
    expect(rules("accepted")).toEqual(["department-missing"]);
    expect(rules("all")).toHaveLength(found.length);
    expect(headline(judged)).toContain("了承済み 1");
  });

  test("件数は、ほかの条件を残したままその選択で見える数", () => {
    const facets = facetsOf(found, { ...NO_FILTER, severity: "error" });
    const errors = found.filter(({ severity }) => severity === "error");
    expect(facets.rules.reduce((sum, { count }) => sum + count, 0)).toBe(errors.length);
    expect(facets.severities.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
    expect(facets.accepted.map(({ count }) => count)).toEqual([errors.length, 0, errors.length]);
  });
});

const rank = (severity: Finding["severity"]): number => ["error", "warning", "note"].indexOf(severity);

describe("場所", () => {
  test.each([
    ["担当課の列へ", "department-missing", { node: "1", column: "departments" }],
    ["割合の疑いは、疑わしいセルへ", "share-for-percent", { indicator: "3-1", column: "actual", year: 2021 }],
  ])("%s", (_name, rule, place) => {
    expect(placeOfFinding("test", findingOf(rule))).toMatchObject({ plan: "test", ...place });
    expect(addressOfFinding(sheet, findingOf(rule))).toMatch(/^試験市!/);
  });

  test("目標値のない年度の列へ", () => {
    expect(placeOfFinding("test", findingOf("target-missing"))).toMatchObject({
      indicator: "2-1",
      column: "target",
      year: 2022,
    });
  });

  test("どの規則の見つけたことにも、場所の言葉がある", () => {
    for (const finding of found) expect(placeInWords(plan, finding)).not.toBe("");
    expect(placeInWords(plan, { node: null, indicator: null, year: null })).toBe("計画全体");
    expect(placeInWords(plan, { node: "1", indicator: null, year: 2023 })).toBe(
      "取組項目1「取組1」・令和5年度",
    );
  });
});

test("文がすでに言った場所は、番地だけを添える", () => {
  const finding = findingOf("department-missing");
  const address = addressOfFinding(sheet, finding) ?? "";
  expect(placeLine(sheet, finding)).toBe(`場所：${address}`);
  expect(placeLine(sheet, { ...finding, message: "担当課がありません。" })).toBe(
    `${placeInWords(plan, finding)}（${address}）`,
  );
  expect(placeLine({ ...sheet, addressOf: () => null }, finding)).toBe(placeInWords(plan, finding));
});

describe("修正の下見", () => {
  test("どのセルが何から何になるか", () => {
    const [preview] = previewOf(sheet, findingOf("share-for-percent").changes);
    expect(preview).toMatchObject({ column: "実績値 令和3年度", before: "0.5", after: "50" });
    expect(preview?.address).toMatch(/^試験市!T/);
  });

  test("空のセルは（空欄）、担当課は読点でつなぐ", () => {
    const [empty, several] = previewOf(sheet, [
      { kind: "unit", indicator: "1-1", before: null, after: "人" },
      { kind: "department", node: "1", before: [], after: ["財政課", "税務課"] },
    ]);
    expect(empty?.before).toBe("（空欄）");
    expect(several).toMatchObject({ before: "（空欄）", after: "財政課、税務課" });
  });

  test("同じセルへの同じ修正は一度だけ", () => {
    const finding = findingOf("share-for-percent");
    expect(changesOf([finding, finding])).toHaveLength(finding.changes.length);
  });

  test("了承したものは、まとめて修正する中に入らない", () => {
    const judged = checkPlan(plan, { accepted: [acceptanceOf("share-for-percent")] });
    expect(mendableOf(judged).map(({ rule }) => rule)).not.toContain("share-for-percent");
    expect(mendableOf(found).map(({ rule }) => rule)).toContain("share-for-percent");
  });
});

describe("点検シートの行", () => {
  const checked = [{ plan: sheet, findings: found }];

  test("見つかったことの数だけ行があり、人が読む言葉で書かれる", () => {
    const rows = recordRows(checked, []);
    expect(rows).toHaveLength(found.length);
    expect(rows[0]).toMatchObject({ plan: "test", severity: "誤り", accepted: null });
    for (const { rule, place, key } of rows) expect([rule, place, key]).not.toContain("");
  });

  test("了承すると、その行に人と理由と日が入る", () => {
    const acceptance = acceptanceOf("department-missing");
    const rows = recordRows(checked, [], { kind: "accept", acceptance });
    expect(rows.filter(({ accepted }) => accepted !== null)).toEqual([
      expect.objectContaining({
        key: acceptance.fingerprint,
        accepted: { by: "山田", why: "確認済み", on: "2026/11/21" },
      }),
    ]);
  });

  test("前の了承は、ほかの了承を書いても残る", () => {
    const first = recordRows(checked, [], { kind: "accept", acceptance: acceptanceOf("department-missing") });
    const kept = first.filter(({ accepted }) => accepted !== null);
    const second = recordRows(checked, kept, { kind: "accept", acceptance: acceptanceOf("target-missing") });
    expect(second.filter(({ accepted }) => accepted !== null)).toHaveLength(2);
  });

  test("取り消すとその行の了承が消え、見つからなくなったものの了承は記録として残る", () => {
    const mine = acceptanceOf("department-missing").fingerprint;
    const [row] = recordRows(checked, [], {
      kind: "accept",
      acceptance: acceptanceOf("department-missing"),
    }).filter(({ key }) => key === mine);
    if (row === undefined) throw new Error("行がありません");
    const gone = { ...row, key: "もう見つからない" };
    const rows = recordRows(checked, [row, gone], { kind: "withdraw", fingerprint: mine });
    expect(rows.find(({ key }) => key === mine)?.accepted).toBeNull();
    expect(rows.at(-1)).toEqual(gone);
  });
});

test("何も見つからないときも、何を確かめたかを言う", () => {
  expect(headline([])).toBe("指摘はありません");
  expect(headline([], 1)).toBe("読めた範囲では、指摘はありません");
  const { sentence, rules } = checkedWhat(plan);
  expect(sentence).toBe(
    `取組項目 3件、指標 3件、目標値 14セル、実績値 1セルを${RULES.length}の規則で確かめました。`,
  );
  expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
});

test.each([
  ["区分にない評価", { 進捗区分: "A", 取組区分: "X" }, "取組区分"],
  ["評価の記録がない", { 進捗区分: [], 取組区分: "あ" }, "進捗区分"],
])("%s は、その区分の列のセルを指す", (title, marks, scale) => {
  const recorded = planOf({
    nodes: [item("1", null), item("2", null), item("3", null)],
    assessments: [
      judged("1", { 進捗区分: "A", 取組区分: "あ" }),
      judged("2", { 進捗区分: "A", 取組区分: "あ" }),
      judged("3", marks),
    ],
  });
  const found = checkPlan(recorded).filter((finding) => finding.title === title);
  expect(found.map((finding) => placeOfFinding("plan", finding))).toEqual([
    { plan: "plan", node: "3", column: "mark", scale },
  ]);
});

test("再掲は、計画の一覧と同じく、項目の数に入れずに言う", () => {
  const twice = planOf({
    nodes: [item("1", null), item("2", null), item("3", null, { sameAs: "1" })],
  });
  expect(checkedWhat(twice).sentence).toMatch(/2件（ほか再掲 1）/);
});
