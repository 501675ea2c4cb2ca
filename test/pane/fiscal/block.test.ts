/** What goes into a budget workbook: formulas or values, years across or down, with headings, source and statutory lines. */
import fc from "fast-check";
import { blockOf } from "../../../src/pane/screens/fiscal/block";
import {
  type BlockChoice,
  type Form,
  SERIES,
  type Series,
} from "../../../src/pane/screens/fiscal/block-choice";
import { firstFormula, hasFormulas } from "../../../src/pane/screens/fiscal/block-contents";
import { fiscalRows, noLineInputs } from "../../../src/pane/screens/fiscal/fiscal-rows";
import { sourcesAtHand } from "../../../src/pane/screens/fiscal/sources";
import { type BlockCell } from "../../../src/sheets";
import { loaded, plan } from "./sample";

const sources = sourcesAtHand([loaded], [plan]);
const rows = sources.flatMap((source) => fiscalRows(source, noLineInputs));
const own = rows.filter(({ source }) => source.kind === "workbook");
const published = rows.filter(({ source }) => source.kind === "published");
const today = "令和8年11月21日";

const usual: BlockChoice = {
  rows: own.slice(0, 1),
  years: [2021, 2022, 2023],
  series: ["目標値"],
  direction: "across",
  headings: true,
  sourceLine: false,
  form: "formula",
};

function shown(cell: BlockCell): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  if ("formula" in cell) return cell.formula;
  return "text" in cell ? cell.text : cell.number;
}

function cellsOf(choice: Partial<BlockChoice>): (string | number | null)[][] | null {
  return blockOf({ ...usual, ...choice }, today)?.cells.map((row) => row.map(shown)) ?? null;
}

test("このブックの計画：セルごとの数式は計画を範囲の名前で渡す", () => {
  expect(cellsOf({})).toEqual([
    ["指標", "令和3年度", "令和4年度", "令和5年度"],
    [
      "経常収支比率（％）",
      '=PLAN.TARGET("経常収支比率","令和3年度",緑市)',
      '=PLAN.TARGET("経常収支比率","令和4年度",緑市)',
      '=PLAN.TARGET("経常収支比率","令和5年度",緑市)',
    ],
  ]);
});

test("公表された計画：数式は「緑市（公表時）」の文字で渡す", () => {
  expect(cellsOf({ rows: published.slice(0, 1), years: [2021], headings: false })).toEqual([
    ['=PLAN.TARGET("経常収支比率","令和3年度","緑市（公表時）")'],
  ]);
});

test("値：数は数のまま計画の桁で、実績のない年度は未入力、出典に計画・年度・由来・日付", () => {
  const block = blockOf({ ...usual, form: "value", series: ["目標値", "実績値"], sourceLine: true }, today);
  expect(block?.cells).toEqual([
    ["指標", "区分", "令和3年度", "令和4年度", "令和5年度"],
    [
      "経常収支比率（％）",
      "目標値",
      { number: 91.8, format: '0.0"％"' },
      { number: 91.7, format: '0.0"％"' },
      { number: 91.6, format: '0.0"％"' },
    ],
    [
      "経常収支比率（％）",
      "実績値",
      { number: 91.5, format: '0.0"％"' },
      { number: 92, format: '0.0"％"' },
      { text: "未入力" },
    ],
    [
      {
        text: "出典：緑市「緑市財政計画」令和3年度〜令和5年度（このブックのシート「緑市」、令和8年11月21日現在の値）",
      },
      null,
      null,
      null,
      null,
    ],
  ]);
});

test("公表値の出典には公表時と書く", () => {
  const lines = cellsOf({ rows: published.slice(0, 1), form: "value", sourceLine: true });
  expect(lines?.at(-1)?.[0]).toBe(
    "出典：緑市「緑市財政計画」令和3年度〜令和5年度（公表時、令和8年11月21日現在の値）",
  );
});

test("年度を縦に並べると、横に並べたものの行と列が入れ替わる", () => {
  const across = cellsOf({ series: ["目標値", "達成率"] }) ?? [];
  const down = cellsOf({ series: ["目標値", "達成率"], direction: "down" });
  expect(down).toEqual((across[0] ?? []).map((_, column) => across.map((row) => row[column])));
});

test("基準値は1つの列、法定の基準は行。法令で決まる基準は PLAN.LIMIT", () => {
  expect(
    cellsOf({ rows: own.slice(1, 2), years: [2021], series: ["基準値", "目標値", "法定の基準"] }),
  ).toEqual([
    ["指標", "区分", "基準値", "令和3年度"],
    [
      "実質公債費比率（％）",
      "目標値",
      '=PLAN.BASELINE("実質公債費比率",,緑市)',
      '=PLAN.TARGET("実質公債費比率","令和3年度",緑市)',
    ],
    ["実質公債費比率（％）", "早期健全化基準", null, '=PLAN.LIMIT("実質公債費比率","早期健全化")'],
    ["実質公債費比率（％）", "財政再生基準", null, '=PLAN.LIMIT("実質公債費比率","財政再生")'],
    ["実質公債費比率（％）", "起債許可基準", null, '=PLAN.LIMIT("実質公債費比率","起債許可")'],
  ]);
});

test("値の達成率は表示される桁で、まだ決まらないときは理由の言葉", () => {
  expect(cellsOf({ form: "value", series: ["達成率"], headings: false })).toEqual([[1.003, 0.997, "未入力"]]);
});

test("公表された計画に実績値と達成率の行はない", () => {
  expect(cellsOf({ rows: published, series: ["実績値", "達成率"] })).toBeNull();
});

test("複数の計画を並べると、計画の列が付く", () => {
  const cells = cellsOf({
    rows: [
      own[0]!,
      { ...published[0]!, source: sourcesAtHand([], [{ ...plan, id: "b", municipality: "青町" }])[0]! },
    ],
    years: [2021],
  });
  expect(cells?.map((row) => row[0])).toEqual(["計画", "緑市", "青町"]);
});

test("1つの数式：PLAN.TABLE と、その結果が入る場所。見出しと指標名・単位の分だけ広い", () => {
  expect(
    cellsOf({ rows: own.slice(0, 2), years: [2021, 2022], series: ["基準値", "目標値"], form: "table" }),
  ).toEqual([
    [
      '=PLAN.TABLE({"経常収支比率";"実質公債費比率"},{"令和3年度","令和4年度"},{"基準値","目標値"},緑市)',
      null,
      null,
      null,
      null,
    ],
    [null, null, "", "", ""],
    [null, null, "", "", ""],
  ]);
});

test.each([
  ["年度も基準値も選んでいない", { years: [] }],
  ["項目を選んでいない", { series: [] }],
  ["指標を選んでいない", { rows: [] }],
  ["1つの数式で、計画にない項目だけ", { form: "table" as const, series: ["法定の基準"] as Series[] }],
])("入れるものがない：%s", (_, choice) => {
  expect(blockOf({ ...usual, ...choice }, today)).toBeNull();
});

test("どう選んでも長方形で、値だけのときは数式が1つもない", () => {
  const forms: Form[] = ["formula", "table", "value"];
  const choices = fc.record({
    rows: fc.subarray(rows),
    years: fc.subarray([2021, 2022, 2023]),
    series: fc.subarray([...SERIES]),
    direction: fc.constantFrom("across" as const, "down" as const),
    headings: fc.boolean(),
    sourceLine: fc.boolean(),
    form: fc.constantFrom(...forms),
  });
  fc.assert(
    fc.property(choices, (choice) => {
      const block = blockOf(choice, today);
      if (block === null) return;
      expect(new Set(block.cells.map((row) => row.length)).size).toBe(1);
      expect(block.cells[0]?.length).toBeGreaterThan(0);
      if (choice.form === "value") expect(hasFormulas(block)).toBe(false);
    }),
  );
});

test("計画名の引用符は数式を壊さない", () => {
  const quoted = sourcesAtHand([], [{ ...plan, municipality: '緑"市' }])[0]!;
  const block = blockOf({ ...usual, rows: fiscalRows(quoted, noLineInputs) }, today);
  expect(block === null ? null : firstFormula(block)).toBe(
    '=PLAN.TARGET("経常収支比率","令和3年度","緑""市（公表時）")',
  );
});
