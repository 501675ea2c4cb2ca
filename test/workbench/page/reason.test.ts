/** 受け取れなかった入力: why, and what it was. */
import { reasonOfTyped } from "../../../src/workbench/page/person/reason";

const refused = { code: "InvalidArgument", message: "The argument is invalid." } as const;

test("数式として読めないものは、打ったものと、確かめる所を言う", () => {
  const typed = '=PLAN.TARGET("経常収支比率"、"R5")';
  expect(reasonOfTyped(typed, refused)).toBe(
    `${typed} は数式として読めません。かっこ、区切りのコンマ（,）、文字を囲む " が半角で、数がそろっているか確かめてください。`,
  );
});

test("引数の数が合わないなどの理由があれば、それと、打ったもの", () => {
  const typed = "=PLAN.YEAR()";
  expect(reasonOfTyped(typed, { ...refused, message: "引数が足りません。" })).toBe(
    `引数が足りません。（${typed}）`,
  );
});

test("数式でなければ、理由だけ", () => {
  expect(reasonOfTyped("", { code: "AccessDenied", message: "Denied." })).toMatch(/^このシートは保護/);
});
