/** 決算のシートの見出し: which part of a ratio a label names, and in which unit it says its amounts are. */

import { partKey, unitOfLabel, unitsOfLabels } from "../../src/plan/fiscal/part-label";

test.each([
  ["経常一般財源", "経常一般財源"],
  ["①経常一般財源等の額（千円）", "経常一般財源"],
  ["(1) 経常一般財源", "経常一般財源"],
  ["１．経常一般財源等", "経常一般財源"],
  ["12経常一般財源", "経常一般財源"],
  ["A. 経常一般財源", "経常一般財源"],
  ["ア、経常一般財源", "経常一般財源"],
  ["・※経常一般財源：", "経常一般財源"],
  ["経常 一般 財源（注1）", "経常一般財源"],
  ["地方債の現在高", "地方債の現在高"],
])("「%s」は「%s」", (label, key) => {
  expect(partKey(label)).toBe(key);
});

test.each([
  ["元利償還金（千円）", "千円"],
  ["元利償還金 （単位：百万円）", "百万円"],
  ["元利償還金(単位は億円)", "億円"],
  ["元利償還金（円）", "円"],
  ["元利償還金（十万円）", "十万円"],
  ["元利償還金", null],
  ["元利償還金（％）", null],
  ["千円札", null],
])("「%s」の単位は %s", (label, unit) => {
  expect(unitOfLabel(label)).toBe(unit);
});

test.each<[string[], string | null]>([
  [[], null],
  [["収入（千円）"], null],
  [["収入（千円）", "支出（千円）", "残り"], null],
  [[" 収入（千円） ", "残り", "支出（百万円）"], "「収入（千円）」と「支出（百万円）」"],
])("%j の単位の食い違い: %s", (labels, sentence) => {
  expect(unitsOfLabels(labels)).toBe(sentence);
});
