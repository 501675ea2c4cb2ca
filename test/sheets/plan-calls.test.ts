/** 計画の範囲を渡していない PLAN の式だけが、手で計算し直す相手になる. */

import { isUnseen } from "../../src/sheets";

test.each([
  ['=PLAN.TARGET("経常収支比率","令和5","加須市")', true],
  ['=PLAN.TARGET("経常収支比率","令和5")', true],
  ["=PLAN.PROGRESS()", true],
  ['=PLAN.TARGET("経常収支比率","令和5",加須市)', false],
  ['=IF(A1="PLAN.X(",PLAN.GRADE("83",,表_加須市[#All]),0)', false],
  ["=PLAN.TARGET(A1,B1,Sheet2!$A$5:$AQ$160)", false],
  ["=PLAN.TARGET(A1:A9,B1)", true],
  ["=PLAN.RATE([@[実績値 令和3年度]],1)", false],
  ['=SUM(1,PLAN.CHECK("加須市"))', true],
  ["=SUM(A1:B2)", false],
  ["PLAN.PROGRESS()", false],
  // 引用符の中の引用符、かっこの中のかっこ、閉じていないかっこ。
  ['=PLAN.TARGET("""経常"",収支",A1,加須市)', false],
  ['=PLAN.TARGET("""経常"",収支",A1)', true],
  ["=PLAN.TABLE(表['[仮']],令和5],B1:C1)", false],
  ["=PLAN.SUMMARY(),1)", true],
  ["=PLAN.SUMMARY(A1,表[目標", false],
])("%s → %s", (formula, unseen) => {
  expect(isUnseen(formula, ["加須市"])).toBe(unseen);
});
