/** 幅の足りない数: it is drawn whole or as #####, never cut off to another number. */
import { fittedNumber, wholeNumber } from "../../../src/workbench/page/display/fitted-number";

const widthOf = (text: string) => text.length * 8;

test.each([
  ["15,234,567", 80, "15,234,567"],
  ["15,234,567", 79, "#########"],
  ["100.0％", 20, "##"],
  ["1", 3, "#"],
])("%s を %d ピクセルに描けば %s", (text, room, drawn) => {
  expect(fittedNumber(text, room, widthOf)).toBe(drawn);
});

test.each<[unknown, unknown, string | null]>([
  ["▲1,000", -1000, "▲1,000"],
  [15234567, 15234567, "15234567"],
  [2.5, 2.5, null],
  [123456789012, 123456789012, null],
  ["令和5年度", "令和5年度", null],
  [null, null, null],
])("%j と描くように言われた %j のうち、切ってはいけない数は %j", (drawn, value, expected) => {
  expect(wholeNumber(drawn, value)).toBe(expected);
});
