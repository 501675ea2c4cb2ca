/** 関数とヘルプに渡るもの: names of the language's own objects are unknown keys like any other, and words on a help page stay words. */
import { catalogue } from "../../src/functions/catalogue";
import type { CellInput, Definition } from "../../src/functions/definition";
import { functionPage, indexPage } from "../../src/functions/help/page";
import { sampleRows } from "../../src/functions/help/sample-tables";
import { forgetWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import { intake } from "../../src/intake";
import { expectSentenceOrValue } from "../functions/any-arguments";
import { markup, reserved } from "./hostile-plan";

beforeEach(forgetWorkbookPlans);

const sample = (): CellInput[][] => sampleRows.計画表.map((row) => [...row]);

test.each(catalogue.map((definition) => [definition.id, definition] as const))(
  "PLAN.%s は __proto__ や constructor を渡されても、知らない言葉として文で答える",
  async (_id, definition) => {
    for (const word of [...reserved, ...markup])
      for (const given of [
        [word],
        [[[word]], [[word]]],
        [[["83"]], [["R3"]], word],
        [word, word, sample()],
        [word, word, [[word]]],
      ])
        await expectSentenceOrValue(definition, given);
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);

test("表の見出しや行が __proto__ でも、計画の値にならない", () => {
  const csv = `__proto__,constructor,取組項目,番号,担当課,指標,単位,方向,基準年度,基準値,目標値 令和3年度\nあ,い,__proto__,1,__proto__,constructor,件,増やす,R1,1,2`;
  const { plan } = intake(csv);
  expect(plan?.indicators.map(({ name }) => name)).toEqual(["constructor"]);
  expect(Object.getPrototypeOf(plan)).toBe(Object.prototype);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("ヘルプのページでは、どの言葉もタグにならない", () => {
  const [first] = catalogue;
  if (first === undefined) throw new Error("目録が空");
  for (const word of markup) {
    const definition: Definition = {
      ...first,
      description: word,
      parameters: first.parameters.map((each) => ({ ...each, name: word, description: word })),
      help: {
        text: word,
        examples: [{ formula: word, result: [[word]], explanation: word, cells: { A1: word } }],
        errors: [{ shown: word, meaning: word }],
      },
    };
    for (const page of [functionPage(definition), indexPage([definition])]) {
      expect(page).not.toMatch(/<(?:img|script|svg|iframe|b)\b/);
      expect(page).not.toContain(word.includes("<") ? word : "\u0000");
    }
  }
});
