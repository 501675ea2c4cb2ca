/** Checks of hidden columns, folded groups, row heights and charts. */

import { setAll } from "../../excel/draw";
import { type AssumptionCheck } from "../check";
import { readCells } from "../read-cells";
import { tableOf } from "./small-table";

const long = "折り返して何行にもなる長い文字を、幅の狭い列に入れます。".repeat(3);

export const hiddenPartChecks = {
  "hidden-column-is-calculated": {
    kind: "look",
    expected: { 並べ替えたあとの一行目: 10, 隠れたまま: true },
    look: async (bench) => {
      const { sheet, sync, name } = bench;
      const table = tableOf(bench, [
        ["値", "写し"],
        [3, ""],
        [1, ""],
        [2, ""],
      ]);
      const column = table.columns.getItem("写し");
      setAll(column.getDataBodyRange(), "formulas", "=[@[値]]*10");
      sheet.getRange("B:B").columnHidden = true;
      // Made just before, on this bench: the only table of its name.
      table.name = name("表_隠した列");
      await sync();
      table.sort.apply([{ key: 0, ascending: true }]);
      const outside = sheet.getRange("D1");
      outside.formulas = [[`=INDEX(${name("表_隠した列")}[写し],1)`]];
      const { values } = await readCells(outside, sync);
      const hidden = sheet.getRange("B:B").load("columnHidden");
      await sync();
      const [first = ""] = values.flat();
      return { 並べ替えたあとの一行目: first, 隠れたまま: hidden.columnHidden === true };
    },
  },
  "columns-fold-by-hiding": {
    kind: "look",
    expected: { 隠したあと: true, 開いたあと: false },
    look: async ({ sheet, sync }) => {
      sheet.getRange("B:D").group(Excel.GroupOption.byColumns);
      sheet.getRange("B:D").columnHidden = true;
      const folded = sheet.getRange("B:D").load("columnHidden");
      await sync();
      sheet.showOutlineLevels(0, 2);
      const opened = sheet.getRange("B:D").load("columnHidden");
      await sync();
      return { 隠したあと: folded.columnHidden === true, 開いたあと: opened.columnHidden === true };
    },
  },
  "autofit-ignores-hidden-columns": {
    kind: "look",
    expected: { 四行より高くなった: true },
    look: async ({ sheet, sync }) => {
      const cells = sheet.getRange("A1:B1");
      cells.values = [[long, long.repeat(4)]];
      cells.format.wrapText = true;
      cells.format.columnWidth = 80;
      sheet.getRange("B:B").columnHidden = true;
      await sync();
      cells.format.autofitRows();
      const format = sheet.getRange("A1").format.load("rowHeight");
      await sync();
      return { 四行より高くなった: format.rowHeight > 60 };
    },
  },
  "chart-keeps-its-cells": {
    kind: "look",
    expected: { 系列の名前: "件数" },
    look: async ({ sheet, sync }) => {
      const source = sheet.getRange("A1:B3");
      source.values = [
        ["区分", "件数"],
        ["あ", 3],
        ["い", 5],
      ];
      const chart = sheet.charts.add(Excel.ChartType.barClustered, source, Excel.ChartSeriesBy.columns);
      await sync();
      sheet.getRange("A2:A3").formulas = [['="あ"&""'], ['="い"&""']];
      const series = chart.series.getItemAt(0).load("name");
      await sync();
      return { 系列の名前: series.name };
    },
  },
  "chart-reads-fresh-formulas": {
    kind: "look",
    expected: { 系列の数: 1, 系列の名前: "件数" },
    look: async ({ context, sheet, sync }) => {
      context.application.suspendApiCalculationUntilNextSync();
      const source = sheet.getRange("A1:B3");
      source.formulas = [
        ['="区"&"分"', '="件"&"数"'],
        ['="あ"&""', "=1+2"],
        ['="い"&""', "=2+3"],
      ];
      const chart = sheet.charts.add(Excel.ChartType.barClustered, source, Excel.ChartSeriesBy.columns);
      await sync();
      const series = chart.series.load("items/name");
      await sync();
      return { 系列の数: series.items.length, 系列の名前: series.items[0]?.name ?? "" };
    },
  },
  "fresh-chart-takes-colors": {
    kind: "look",
    expected: { 点の数: 3, 系列の数: 2 },
    look: async ({ sheet, sync }) => {
      const source = sheet.getRange("A1:C4");
      source.values = [
        ["区分", "一", "二"],
        ["あ", 3, 1],
        ["い", 0, 1],
        ["う", "", 1],
      ];
      const slices = sheet.charts.add("Doughnut", sheet.getRange("A1:B4"), Excel.ChartSeriesBy.columns);
      const points = slices.series.getItemAt(0).points.load("count");
      for (const at of [0, 1, 2]) points.getItemAt(at).format.fill.setSolidColor("#107C10");
      const bars = sheet.charts.add("BarStacked", source, Excel.ChartSeriesBy.columns);
      for (const at of [0, 1]) bars.series.getItemAt(at).format.fill.setSolidColor("#0078D4");
      const series = bars.series.load("count");
      await sync();
      return { 点の数: points.count, 系列の数: series.count };
    },
  },
} satisfies Record<string, AssumptionCheck>;
