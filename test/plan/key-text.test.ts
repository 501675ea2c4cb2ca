/** The one form in which keys are compared: what does not tell one item from another, and what does. */

import fc from "fast-check";
import { foldKey, lettersOf } from "../../src/plan/keys/text";

test.each([
  ["-", "‐‑‒–—―−─－-"],
  ["~", "〜～∼~"],
  ['"', '“”„‟＂"'],
  ["'", "‘’‚′＇'"],
])("「%s」のつもりで打たれるもの：%s", (sign, written) => {
  for (const each of written) expect([each, foldKey(`甲${each}乙`)]).toEqual([each, `甲${sign}乙`]);
  expect(foldKey(written)).toBe(sign.repeat([...written].length));
});

test.each([
  ["取組項目８３", "取組項目83"],
  ["ＤＸ の　推進", "dxの推進"],
  ["ｾｰﾙｽ", "セールス"],
  ["ABC", "abc"],
  ["①", "1"],
  ["", ""],
])("「%s」は「%s」", (typed, folded) => {
  expect(foldKey(typed)).toBe(folded);
});

test.each(["ー", "一", "・", "[a]", "(1)", "ヶ", "ケ", "ぁ"])("「%s」は、そのまま", (text) => {
  expect(foldKey(text)).toBe(text);
});

test.each([
  ["「主幹」・「主査」試験", "主幹主査試験"],
  ["(1)計画、2-3", "1計画23"],
  ["abcーア一", "abcーア一"],
  ["é", "é"],
  ["・・・", ""],
])("「%s」の文字だけは「%s」", (text, letters) => {
  expect(lettersOf(text)).toBe(letters);
});

test("近道をしても、そろえた形は同じ", () => {
  const kinds = [..."aZ9[~ぁヶ・ー一鿿é"].map((sign) => fc.constant(sign));
  const text = fc.string({ unit: fc.oneof(...kinds), maxLength: 6 });
  fc.assert(
    fc.property(text, (each) => {
      // 全角の空白が一つでも入ると、近道は通らない。
      expect(foldKey(`${each}　`)).toBe(foldKey(each));
      expect(lettersOf(`${each}!`)).toBe(lettersOf(each));
    }),
  );
});
