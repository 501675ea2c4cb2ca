/** 財政指標 of the plans at hand: which there are, from where, met or not, and under what a formula asks for them. */
import { sourceLine } from "../../../src/pane/screens/fiscal/block";
import { bundledPlans } from "../../../src/plan/bundled";
import {
  fiscalRows,
  formulaKey,
  linesOf,
  noLineInputs,
  undecided,
} from "../../../src/pane/screens/fiscal/fiscal-rows";
import { originLabel, sourcesAtHand } from "../../../src/pane/screens/fiscal/sources";
import { chosenTexts, lineText, verdictText } from "../../../src/pane/screens/fiscal/words";
import { fiscalRatioNamed } from "../../../src/plan/fiscal/fiscal";
import { find } from "../../../src/plan/keys/find";
import { loaded, plan } from "./sample";

const published = bundledPlans();

function rowsOf(inputs = noLineInputs) {
  const [source] = sourcesAtHand([loaded], []);
  if (source === undefined) throw new Error("no source");
  return fiscalRows(source, inputs);
}

test("公表された5計画のうち、財政指標は4計画の9件", () => {
  const found = sourcesAtHand([], published).map((source) => [
    source.plan.municipality,
    ...fiscalRows(source, noLineInputs).map(({ indicator }) => indicator.name),
  ]);
  expect(found).toEqual([
    ["加須市", "経常収支比率", "市税の収納率"],
    ["入間市"],
    ["伊奈町", "経常収支比率", "実質公債費比率", "将来負担比率"],
    ["伊勢崎市", "市税収納率", "実質公債費比率", "実質収支比率"],
    ["大泉町", "経常収支比率"],
  ]);
});

test("このブックの計画が先、公表された計画は（公表時）として後", () => {
  const sources = sourcesAtHand([loaded], published);
  expect(sources.map(({ kind, argument }) => [kind, argument]).slice(0, 2)).toEqual([
    ["workbook", "緑市"],
    ["published", '"加須市（公表時）"'],
  ]);
});

test.each([
  ["名前があれば名前", { name: "緑市", table: "表_緑市" }, "緑市"],
  ["名前が消されていれば表", { name: null, table: "表_緑市" }, "表_緑市[#All]"],
  ["どちらもなければ自治体名の文字", { name: null, table: null }, '"緑市"'],
])("数式の計画の引数：%s", (_, names, argument) => {
  expect(sourcesAtHand([{ ...loaded, ...names }], [])[0]?.argument).toBe(argument);
});

test("取り込んだブックの計画は、ファイルと日で言う", () => {
  const file = { file: "企画課.xlsx", date: "令和8年11月27日", plans: [], sheets: [loaded.sheet] };
  const [source] = sourcesAtHand([loaded], [], [file]);
  if (source === undefined) throw new Error("no source");
  expect(originLabel(source)).toBe("企画課のブック「企画課.xlsx」（令和8年11月27日に取り込み）");
  expect(sourceLine(source, { years: [2021], form: "formula" }, "令和8年11月28日")).toBe(
    "出典：緑市「緑市財政計画」令和3年度（企画課のブック「企画課.xlsx」を令和8年11月27日に取り込み、令和8年11月28日に挿入した数式）",
  );
});

test("選んだ指標は、たたんだ計画のものも、計画ごとに言う", () => {
  const chosen = sourcesAtHand([loaded], [plan])
    .flatMap((source) => fiscalRows(source, noLineInputs))
    .filter(({ indicator }) => ["1-1", "2-1"].includes(indicator.id));
  const names = [...new Set(chosen.map(({ indicator }) => indicator.name))].join("、");
  expect(chosenTexts(chosen)).toEqual([
    `緑市（シート「${loaded.sheet}」）：${names}`,
    `緑市（公表時）：${names}`,
  ]);
  expect(chosenTexts([])).toEqual([]);
});

test("同じ自治体に計画が2つ公表されていれば、計画名で区別する", () => {
  const other = { ...plan, id: "midori-2", title: "緑市第2次計画" };
  expect(sourcesAtHand([], [plan, other]).map(({ argument }) => argument)).toEqual([
    '"緑市財政計画（公表時）"',
    '"緑市第2次計画（公表時）"',
  ]);
});

test("年度ごとの達成：達成、未達成、未入力", () => {
  const [row] = rowsOf();
  expect(
    row?.years.map(({ year, target, actual, verdict }) => [year, target, actual, verdictText(verdict)]),
  ).toEqual([
    [2021, "91.8", "91.5", "○ 達成 100.3 %"],
    [2022, "91.7", "92.0", "× 未達成 99.7 %"],
    [2023, "91.6", null, "未入力"],
  ]);
});

test("実績が法定の基準に達していれば、その基準の名が出る", () => {
  const row = rowsOf()[1];
  expect(row?.years[0]?.reached.map(({ line }) => line)).toEqual(["起債許可"]);
  expect(row?.lines.map((line) => lineText(line, "％"))).toEqual([
    "早期健全化基準 25.0％",
    "財政再生基準 35.0％",
    "起債許可基準 18.0％",
  ]);
});

test("標準財政規模で決まる基準は、入力するまで未入力、公表値が先", () => {
  const deficit = {
    ...plan,
    indicators: plan.indicators.slice(0, 1).map((each) => ({ ...each, name: "実質赤字比率" })),
  };
  const [source] = sourcesAtHand([{ ...loaded, plan: deficit }], []);
  if (source === undefined) throw new Error("no source");
  const early = (inputs: typeof noLineInputs) => {
    const [line] = fiscalRows(source, inputs)[0]?.lines ?? [];
    return line === undefined ? null : lineText(line, "％");
  };
  expect(early(noLineInputs)).toBe("早期健全化基準 未入力");
  expect(early({ 標準財政規模: "２２０", 公表値: {} })).toBe("早期健全化基準 12.31％");
  expect(early({ 標準財政規模: "220", 公表値: { 実質赤字比率: "12.63" } })).toBe("早期健全化基準 12.63％");
});

test("標準財政規模が分からない間は、実質赤字の早期健全化に達していないとは言わない", () => {
  const ratio = fiscalRatioNamed("実質赤字比率");
  if (ratio === null) throw new Error("実質赤字比率");
  const waiting = undecided(linesOf(ratio, {}), "13.00");
  expect(waiting.map(({ reason }) => reason)).toEqual([
    "標準財政規模 未入力：この基準は標準財政規模（億円）で決まります。標準財政規模か公表値を入力してください。",
  ]);
  expect(undecided(linesOf(ratio, {}), "－")).toEqual([]);
  expect(undecided(linesOf(ratio, { 標準財政規模: "100" }), "13.00")).toEqual([]);
  expect(linesOf(ratio, {}).map(({ kind }) => kind)).toEqual(["早期健全化", "財政再生"]);
});

test("数式の指標の書き方は、どの計画でもその指標だけを指す", () => {
  for (const each of [plan, ...published])
    for (const indicator of each.indicators) {
      const found = find(each, formulaKey(each, indicator));
      const ids =
        found.kind === "indicator"
          ? [found.indicator.id]
          : found.kind === "node"
            ? found.indicators.map(({ id }) => id)
            : [];
      expect(ids).toEqual([indicator.id]);
    }
});

test("最終年度だけに目標のある計画に実績が入ると、途中の年度は進捗率", () => {
  const final = {
    ...plan,
    indicators: [
      { ...plan.indicators[2]!, baseline: { year: 2020, text: "95.0" }, actuals: { "2022": "96.5" } },
    ],
  };
  const [source] = sourcesAtHand([{ ...loaded, plan: final }], []);
  if (source === undefined) throw new Error("no source");
  const [row] = fiscalRows(source, noLineInputs);
  expect(row?.years.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
  expect(row?.years[1] === undefined ? "" : verdictText(row.years[1].verdict)).toBe(
    "… 50.0 %（目標は令和5年度）",
  );
});
