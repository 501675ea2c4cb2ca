/** Checks of what a cell does with what is written into it. */

import { setAll } from "../../excel/draw";
import { TEXT } from "../../plan-cells";
import { type AssumptionCheck } from "../check";
import { tableOf } from "./small-table";

const words = ["=1+1", "+1", "-1", "@あ", "\tあ"];

export const cellChecks = {
  "text-format-keeps-words": {
    kind: "look",
    expected: { 値: words.join(" / "), 数式: words.join(" / ") },
    look: async ({ sheet, sync }) => {
      const range = sheet.getRange("A1:A5");
      range.numberFormat = words.map(() => [TEXT]);
      range.values = words.map((word) => [word]);
      range.load("values,formulas");
      await sync();
      return { 値: range.values.flat().join(" / "), 数式: range.formulas.flat().join(" / ") };
    },
  },
  "text-format-keeps-quote": {
    kind: "look",
    expected: { 値: "'あ" },
    look: async ({ sheet, sync }) => {
      const range = sheet.getRange("A1");
      range.numberFormat = [[TEXT]];
      range.values = [["'あ"]];
      range.load("values");
      await sync();
      return { 値: String(range.values[0]?.[0]) };
    },
  },
  "one-formula-for-a-range": {
    kind: "look",
    expected: { 最後の行の数式: "=ROW()", 最後の行の表示形式: "0.00" },
    look: async (bench) => {
      const table = tableOf(bench, [
        ["名", "値"],
        ["あ", ""],
        ["い", ""],
        ["う", ""],
      ]);
      const column = table.columns.getItem("値").getDataBodyRange();
      setAll(column, "numberFormat", "0.00");
      setAll(column, "formulas", "=ROW()");
      column.load("formulas,numberFormat");
      await bench.sync();
      return {
        最後の行の数式: String(column.formulas[2]?.[0]),
        最後の行の表示形式: String(column.numberFormat[2]?.[0]),
      };
    },
  },
  "isblank-guards": {
    kind: "look",
    expected: { 入力のないセル: true, "0 のセル": false },
    look: async (bench) => {
      const table = tableOf(bench, [
        ["値", "空か"],
        ["", ""],
        [0, ""],
      ]);
      const column = table.columns.getItem("空か").getDataBodyRange();
      setAll(column, "formulas", "=ISBLANK([@[値]])");
      column.load("values");
      await bench.sync();
      const [[blank], [zero]] = column.values as [[boolean], [boolean]];
      return { 入力のないセル: blank, "0 のセル": zero };
    },
  },
} satisfies Record<string, AssumptionCheck>;
