/** Checks of what a table does: calculated columns, structured references, names, resizing, sorting, events. */

import { setAll } from "../../excel/draw";
import { bracketed, planNameFormula } from "../../formulas";
import { type AssumptionCheck, CannotTry } from "../check";
import { readCells } from "../read-cells";
import { tableOf } from "./small-table";

const oddHeaders = ["目標値 令和3年度", "人口（人）", "a[b]c", "d#e", "f'g", "h@i"];

export const tableChecks = {
  "whole-column-formula-is-calculated-column": {
    kind: "look",
    expected: { 足した行の数式: "=[@[値]]*2", 足した行の値: 14 },
    look: async (bench) => {
      const { sheet, sync } = bench;
      const table = tableOf(bench, [
        ["値", "倍"],
        [1, ""],
        [2, ""],
      ]);
      setAll(table.columns.getItem("倍").getDataBodyRange(), "formulas", "=[@[値]]*2");
      await sync();
      sheet.getRange("A4").values = [[7]];
      const whole = table.getRange().load("rowCount");
      const added = sheet.getRange("B4").load("formulas,values");
      await sync();
      if (whole.rowCount === 3)
        throw new CannotTry(
          "プログラムから表の下に書いても表は広がりませんでした。表のすぐ下の行に手で入力し、数式が入るかを見てください。",
        );
      const plain = String(added.formulas[0]?.[0]).replace(/\[@値\]/, "[@[値]]");
      return { 足した行の数式: plain, 足した行の値: added.values[0]?.[0] as number };
    },
  },
  "held-column-is-not-filled": {
    kind: "look",
    expected: { 列の中身: '" " / "=1+1" / ""' },
    look: async (bench) => {
      const table = tableOf(bench, [
        ["名", "値"],
        ["あ", ""],
        ["い", ""],
        ["う", ""],
      ]);
      const column = table.columns.getItem("値").getDataBodyRange();
      column.getCell(0, 0).values = [[" "]];
      await bench.sync();
      column.getCell(1, 0).formulas = [["=1+1"]];
      column.load("formulas");
      await bench.sync();
      return {
        列の中身: column.formulas
          .flat()
          .map((cell) => JSON.stringify(cell))
          .join(" / "),
      };
    },
  },
  "name-of-spread-table": {
    kind: "look",
    expected: { 行の数: 3, 空白は文字で届く: true, 見出し: "名" },
    look: async (bench) => {
      const { context, sheet, sync, name } = bench;
      const table = tableOf(bench, [
        ["名", "値"],
        ["あ", ""],
        ["い", 1],
      ]);
      table.load("name");
      await sync();
      const defined = name("自己検査の表");
      const item = context.workbook.names.add(defined, planNameFormula(table.name));
      const cells = sheet.getRange("D1:F1");
      cells.formulas = [[`=ROWS(${defined})`, `=ISTEXT(INDEX(${defined},2,2))`, `=INDEX(${defined},1,1)`]];
      const { values } = await readCells(cells, sync);
      const [rows, isText, header] = values[0] as [number, boolean, string];
      item.delete();
      await sync();
      return { 行の数: rows, 空白は文字で届く: isText, 見出し: header };
    },
  },
  "header-in-structured-reference": {
    kind: "look",
    expected: Object.fromEntries(oddHeaders.map((header, at) => [header, at + 1])),
    look: async (bench) => {
      const table = tableOf(bench, [
        [...oddHeaders, "読む"],
        ...oddHeaders.map(() => [...oddHeaders.map((_, at) => at + 1), ""]),
      ]);
      const column = table.columns.getItem("読む").getDataBodyRange();
      await bench.sync();
      column.formulas = oddHeaders.map((header) => [`=[@${bracketed(header)}]`]);
      const { values } = await readCells(column, bench.sync);
      return Object.fromEntries(values.flat().map((value, at) => [String(oddHeaders[at]), value]));
    },
  },
  "sort-moves-formats": {
    kind: "look",
    expected: {
      塗りのある行: "3",
      表示形式: "General / General / 0.000",
      入力規則のある行: "1",
    },
    look: async (bench) => {
      const { sheet, sync } = bench;
      const table = tableOf(bench, [["値"], [3], [1], [2]]);
      const first = sheet.getRange("A2");
      first.format.fill.color = "#FFFF00";
      first.numberFormat = [["0.000"]];
      first.dataValidation.rule = { list: { inCellDropDown: true, source: "1,2,3" } };
      await sync();
      table.sort.apply([{ key: 0, ascending: true }]);
      const cells = ["A2", "A3", "A4"].map((address) => {
        const cell = sheet.getRange(address).load("numberFormat");
        return { cell, fill: cell.format.fill.load("color"), rule: cell.dataValidation.load("type") };
      });
      await sync();
      const rowsWhere = (isSo: (each: (typeof cells)[number]) => boolean): string =>
        cells.flatMap((each, at) => (isSo(each) ? [at + 1] : [])).join(",");
      return {
        塗りのある行: rowsWhere(({ fill }) => fill.color.toUpperCase() === "#FFFF00"),
        表示形式: cells.map(({ cell }) => String(cell.numberFormat[0]?.[0])).join(" / "),
        入力規則のある行: rowsWhere(({ rule }) => rule.type === Excel.DataValidationType.list),
      };
    },
  },
  "resize-moves-nothing": {
    kind: "look",
    expected: { 表に入った行: '"" / ""', 表の下の値: "下の値" },
    look: async (bench) => {
      const { sheet, sync } = bench;
      const table = tableOf(bench, [
        ["名", "値"],
        ["あ", 1],
      ]);
      sheet.getRange("A5").values = [["下の値"]];
      await sync();
      table.resize("A1:B4");
      const inside = sheet.getRange("A3:A4").load("formulas");
      const below = sheet.getRange("A5").load("values");
      await sync();
      return {
        表に入った行: inside.formulas
          .flat()
          .map((cell) => JSON.stringify(cell))
          .join(" / "),
        表の下の値: String(below.values[0]?.[0]),
      };
    },
  },
  "table-events-for-all-tables": {
    kind: "look",
    expected: { 変更が伝わった: true },
    look: async (bench) => {
      const { context, sync, eventually } = bench;
      let told = false;
      const handler = context.workbook.tables.onChanged.add(() => {
        told = true;
        return Promise.resolve();
      });
      await sync();
      const table = tableOf(bench, [["値"], [1]]);
      await sync();
      told = false;
      table.getDataBodyRange().values = [[2]];
      await sync();
      const seen = await eventually(
        () => Promise.resolve(told),
        (now) => now,
      );
      handler.remove();
      await sync();
      return { 変更が伝わった: seen };
    },
  },
  "converted-formulas-are-fixed": {
    kind: "look",
    expected: { 表を指す数式: false, 表を指す名前: false, 値: 6 },
    look: async (bench) => {
      const { context, sheet, sync, name } = bench;
      const table = tableOf(bench, [
        ["値", "倍"],
        [3, ""],
      ]);
      setAll(table.columns.getItem("倍").getDataBodyRange(), "formulas", "=[@[値]]*2");
      table.load("name");
      await sync();
      const item = context.workbook.names.add(name("自己検査の範囲"), planNameFormula(table.name));
      await sync();
      table.convertToRange();
      item.load("formula");
      const { formulas, values } = await readCells(sheet.getRange("B2"), sync);
      const seen = {
        表を指す数式: String(formulas[0]?.[0]).includes("["),
        表を指す名前: String(item.formula).includes("["),
        値: values[0]?.[0] ?? "",
      };
      item.delete();
      await sync();
      return seen;
    },
  },
} satisfies Record<string, AssumptionCheck>;
