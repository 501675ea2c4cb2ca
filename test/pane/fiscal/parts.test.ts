/** 要素をシートから拾う: which rows are which parts, what is left over, and the formula that stays linked to them. */
import { FISCAL_RATIOS, fiscalRatioNamed, type FiscalRatio } from "../../../src/plan/fiscal/fiscal";
import { matchParts, type SheetValue } from "../../../src/pane/screens/fiscal/part-matching";
import { linkedBlock, listBlock, pickedCells } from "../../../src/pane/screens/fiscal/ratio-block";
import {
  fieldsOf,
  isUntouched,
  modesOf,
  type RatioInput,
  type RatioMode,
  ratioOf,
  yearsAsked,
} from "../../../src/pane/screens/fiscal/ratio-input";

function ratio(name: string): FiscalRatio {
  const found = fiscalRatioNamed(name);
  if (found === null) throw new Error(name);
  return found;
}

function picked(name: string, rows: SheetValue[][], mode: RatioMode = "parts") {
  const fields = fieldsOf({ ratio: ratio(name), mode });
  const matching = matchParts(fields, rows, yearsAsked(ratio(name), mode));
  const values = Object.fromEntries(matching.matched.map((match) => [match.part, match.values]));
  const input: RatioInput = { ratio: ratio(name), mode, values };
  return { matching, input };
}

const settlement: SheetValue[][] = [
  ["区分", "金額（千円）"],
  ["歳入総額", 42000000],
  ["① 経常経費充当一般財源等（千円）", 18300000],
  ["経常一般財源等の額", "19,000,000"],
  ["臨財債", 1000000],
  ["備考", ""],
];

test("決算の表から、番号・別名・単位・カンマ付きでも要素を拾い、ほかの行は残す", () => {
  const { matching, input } = picked("経常収支比率", settlement);
  expect(matching.matched.map(({ part, values }) => [part, ...values])).toEqual([
    ["経常経費充当一般財源", "18300000"],
    ["経常一般財源", "19,000,000"],
    ["臨時財政対策債", "1000000"],
  ]);
  expect(matching.missing).toEqual([]);
  expect(matching.leftOver).toEqual(["歳入総額"]);
  expect(ratioOf(input)).toMatchObject({ kind: "ratio", printed: "91.5" });
});

test("足りない要素、2回出る要素、読めない金額は、黙って捨てない", () => {
  const { matching } = picked("将来負担比率", [
    ["将来負担額", 3000],
    ["将来負担額", 3100],
    ["充当可能基金額", "約束"],
    ["標準財政規模", 8000],
  ]);
  expect(matching.matched.map(({ part }) => part)).toEqual(["将来負担額", "標準財政規模"]);
  expect(matching.twice).toEqual(["将来負担額"]);
  expect(matching.unreadable).toEqual(["充当可能基金額"]);
  expect(matching.missing).toEqual([
    "充当可能基金額",
    "特定財源見込額",
    "基準財政需要額算入見込額",
    "基準財政需要額算入額",
  ]);
});

test("千円と百万円のように単位の違う名称を、同じ比率に混ぜない", () => {
  const { matching } = picked("市税収納率", [
    ["収入済額（千円）", 9870],
    ["調定額（単位：百万円）", 10],
  ]);
  expect(matching.mixedUnits).toBe("「収入済額（千円）」と「調定額（単位：百万円）」");
  expect(picked("経常収支比率", settlement).matching.mixedUnits).toBeNull();
});

test("年度の列がいくつもあれば、左から使ったと言う", () => {
  const { matching } = picked("市税収納率", [
    ["収入済額", 9870, 9900],
    ["調定額", 10000],
  ]);
  expect(matching.matched.map(({ values }) => values)).toEqual([["9870"], ["10000"]]);
  expect(matching.wider).toEqual(["収入済額"]);
});

test("3か年平均は、名称の右の3つの金額を古い年度から", () => {
  const { matching, input } = picked("財政力指数", [
    ["", "R3", "R4", "R5"],
    ["基準財政収入額", 80, 82, 84],
    ["基準財政需要額", 100, 100, 100],
  ]);
  expect(matching.matched.map(({ values }) => values)).toEqual([
    ["80", "82", "84"],
    ["100", "100", "100"],
  ]);
  expect(ratioOf(input)).toMatchObject({ printed: "0.82" });
});

test("拾ったセルを参照する数式は、算式の順に並べ、ない要素は空ける", () => {
  const { matching, input } = picked("経常収支比率", [
    ["猶予特例債", 10],
    ["臨時財政対策債", 1000],
    ["経常一般財源", 19000],
    ["経常経費充当一般財源", 18300],
  ]);
  const cells = pickedCells(matching.matched, { sheet: "決算 令和5", address: "'決算 令和5'!B3:C6" });
  expect(linkedBlock(input, cells)).toEqual({
    cells: [
      [
        "経常収支比率",
        {
          formula:
            "=PLAN.RATIO(\"経常収支比率\",'決算 令和5'!$C$6,'決算 令和5'!$C$5,'決算 令和5'!$C$4,,'決算 令和5'!$C$3)",
          format: '0.0"％";"▲"0.0"％"',
        },
      ],
    ],
  });
});

test("1つでも手で入れた要素があれば、参照する数式にはできない", () => {
  const { matching, input } = picked("市税収納率", [["調定額", 10000]]);
  const typed = { ...input, values: { ...input.values, 収入済額: ["9870"] } };
  expect(linkedBlock(typed, pickedCells(matching.matched, { sheet: "決算", address: "A1:B1" }))).toBeNull();
});

test("離れた列の3か年は、1つの範囲にならないので参照しない", () => {
  const { matching } = picked("財政力指数", [["基準財政収入額", 80, "注", 82, 84]]);
  expect(pickedCells(matching.matched, { sheet: "決算", address: "A1:E1" })).toEqual({});
});

test("要素の一覧と数式：数式は自分の上の一覧を見る", () => {
  const input: RatioInput = {
    ratio: ratio("市税収納率"),
    mode: "parts",
    values: { 収入済額: ["9,870"], 調定額: ["10000"] },
  };
  expect(listBlock(input, { sheet: "予算", row: 9, column: 3 })).toEqual({
    cells: [
      ["収入済額", { number: 9870, format: "#,##0" }],
      ["調定額", { number: 10000, format: "#,##0" }],
      ["市税収納率", { formula: '=PLAN.RATIO("市税収納率",予算!$D$10:$E$11)', format: '0.0"％";"▲"0.0"％"' }],
    ],
  });
});

test("3か年の単年度比率から：平均して切り捨て、一覧の3つのセルを見る", () => {
  const input: RatioInput = {
    ratio: ratio("実質公債費比率"),
    mode: "yearly",
    values: { 単年度: ["8.21", "7.94", "7.83"] },
  };
  expect(ratioOf(input)).toMatchObject({ printed: "7.9" });
  expect(listBlock(input, { sheet: "予算", row: 0, column: 0 }).cells[1]?.[1]).toMatchObject({
    formula: '=PLAN.RATIO("実質公債費比率",予算!$B$1:$D$1)',
  });
});

test("どの指標も、何も入れなければ未着手、拾える欄の名は算式の要素", () => {
  for (const { name } of FISCAL_RATIOS)
    for (const mode of modesOf(ratio(name))) {
      expect(isUntouched({ ratio: ratio(name), mode, values: {} })).toBe(true);
      expect(fieldsOf({ ratio: ratio(name), mode }).every(({ role }) => role !== "")).toBe(true);
    }
});
