/** Checks of what a cell does with what is written into it. */

import { setAll } from "../../excel/draw";
import { TEXT } from "../../plan-cells";
import { type AssumptionCheck } from "../check";
import { readCells } from "../read-cells";
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
      const { values, formulas } = await readCells(range, sync);
      return { 値: values.flat().join(" / "), 数式: formulas.flat().join(" / ") };
    },
  },
  "text-format-keeps-quote": {
    kind: "look",
    expected: { 値: "'あ" },
    look: async ({ sheet, sync }) => {
      const range = sheet.getRange("A1");
      range.numberFormat = [[TEXT]];
      range.values = [["'あ"]];
      const { values } = await readCells(range, sync);
      return { 値: String(values[0]?.[0]) };
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
      const { formulas, formats } = await readCells(column, bench.sync);
      return { 最後の行の数式: String(formulas[2]?.[0]), 最後の行の表示形式: String(formats[2]?.[0]) };
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
      const { values } = await readCells(column, bench.sync);
      const [[blank], [zero]] = values as [[boolean], [boolean]];
      return { 入力のないセル: blank, "0 のセル": zero };
    },
  },
  "null-leaves-cells-alone": {
    kind: "look",
    expected: { 値: "1 / 8 / 3", 数式: "=1 / 8 / =3", 表示形式: "0.0 / General / 0.0" },
    look: async ({ sheet, sync }) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[7, 8, 9]];
      await sync();
      range.values = [[1, null, 3]];
      const { values } = await readCells(range, sync);
      range.formulas = [["=1", null, "=3"]];
      range.numberFormat = [["0.0", null, "0.0"]];
      const { formulas, formats } = await readCells(range, sync);
      const joined = (rows: readonly (readonly unknown[])[]): string => rows.flat().join(" / ");
      return { 値: joined(values), 数式: joined(formulas), 表示形式: joined(formats) };
    },
  },
  "sixty-letter-pieces": {
    kind: "look",
    expected: { "0.1+0.2": true, "15 桁": true },
    look: async ({ sheet, sync }) => {
      sheet.getRange("A1:A2").formulas = [["=0.1+0.2"], [123456789012345]];
      const back = sheet.getRange("B1:B2");
      back.formulas = [1, 2].map((row) => [`=VALUE(TRIM(LEFT(A${row}&REPT(" ",59),59)))=A${row}`]);
      const { values } = await readCells(back, sync);
      const [sum = "", digits = ""] = values.flat();
      return { "0.1+0.2": sum, "15 桁": digits };
    },
  },
  "text-in-list-validation": {
    kind: "byHand",
    sentence:
      "計画を読み込んだ別のブックで、［種別］の列のセルに一覧（ドロップダウン）が出ることと、一覧にない言葉も入力できることを見てください。",
  },
} satisfies Record<string, AssumptionCheck>;
