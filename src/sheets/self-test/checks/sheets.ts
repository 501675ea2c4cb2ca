/** Checks of what sheets, groups and requests do. */

import { codeOf } from "../../excel/connection";
import { type AssumptionCheck } from "../check";
import { tableOf } from "./small-table";

export const sheetChecks = {
  "very-hidden-sheet-can-be-filled": {
    kind: "look",
    expected: { 値: "あ", 塗り: "#FFFF00", 表: 1, 印刷の向き: "Landscape" },
    look: async (bench) => {
      const { sheet, sync } = bench;
      sheet.visibility = Excel.SheetVisibility.veryHidden;
      await sync();
      tableOf(bench, [["名"], ["あ"]]);
      sheet.getRange("A2").format.fill.color = "#FFFF00";
      sheet.getRange("C:D").group(Excel.GroupOption.byColumns);
      sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
      await sync();
      sheet.visibility = Excel.SheetVisibility.visible;
      const cell = sheet.getRange("A2").load("values");
      const fill = cell.format.fill.load("color");
      const tables = sheet.tables.load("items/name");
      const page = sheet.pageLayout.load("orientation");
      await sync();
      return {
        値: String(cell.values[0]?.[0]),
        塗り: fill.color.toUpperCase(),
        表: tables.items.length,
        印刷の向き: page.orientation,
      };
    },
  },
  "hidden-sheet-can-be-deleted": {
    kind: "look",
    expected: { 残っている: false },
    look: async ({ context, sync, name }) => {
      const called = name("自己検査 消すシート");
      const doomed = context.workbook.worksheets.add(called);
      doomed.visibility = Excel.SheetVisibility.veryHidden;
      await sync();
      doomed.visibility = Excel.SheetVisibility.hidden;
      doomed.delete();
      await sync();
      const left = context.workbook.worksheets.getItemOrNullObject(called).load("name");
      await sync();
      return { 残っている: !left.isNullObject };
    },
  },
  "renamed-in-the-request-that-added-it": {
    kind: "look",
    expected: { 値: "あ", 前の名前: false },
    look: async ({ context, sync, name }) => {
      const [first, second] = [name("自己検査 作成中"), name("自己検査 完成")];
      const { worksheets } = context.workbook;
      const added = worksheets.add(first);
      added.visibility = Excel.SheetVisibility.veryHidden;
      added.name = second;
      worksheets.getItem(second).getRange("A1").values = [["あ"]];
      const cell = worksheets.getItem(second).getRange("A1").load("values");
      const left = worksheets.getItemOrNullObject(first).load("name");
      await sync();
      const seen = { 値: String(cell.values[0]?.[0]), 前の名前: !left.isNullObject };
      added.visibility = Excel.SheetVisibility.hidden;
      added.delete();
      await sync();
      return seen;
    },
  },
  "look-before-writing-in-one-request": {
    kind: "look",
    expected: { 見たもの: "前", 失敗した要求で見たもの: "後", 今: "さらに後" },
    look: async ({ sheet, sync, name }) => {
      sheet.load("name");
      const cell = sheet.getRange("A1");
      cell.values = [["前"]];
      await sync();
      const before = sheet.getRange("A1").load("values");
      cell.values = [["後"]];
      await sync();
      const called = sheet.name;
      const seen: string[] = [];
      await Excel.run(async (context) => {
        const mine = context.workbook.worksheets.getItem(called).getRange("A1").load("values");
        context.workbook.worksheets.getItem(called).getRange("A1").values = [["さらに後"]];
        context.workbook.worksheets.getItem(name("無いシート")).getRange("A1").values = [["無い"]];
        await context.sync().catch(() => undefined);
        seen.push(answered(mine));
      }).catch(() => undefined);
      const now = sheet.getRange("A1").load("values");
      await sync();
      return {
        見たもの: String(before.values[0]?.[0]),
        失敗した要求で見たもの: seen.join(),
        今: String(now.values[0]?.[0]),
      };
    },
  },
  "failed-request-stops-at-action": {
    kind: "look",
    expected: { 断りの種類: "ItemNotFound", 前の書き込み: "前", 後の書き込み: "" },
    look: async ({ sheet, sync, name }) => {
      sheet.load("name");
      await sync();
      const called = sheet.name;
      let code = "";
      try {
        // A context of its own: a failed request leaves the others of its context in the dark.
        await Excel.run(async (context) => {
          const mine = context.workbook.worksheets.getItem(called);
          mine.getRange("A1").values = [["前"]];
          context.workbook.worksheets.getItem(name("無いシート")).getRange("A1").values = [["無い"]];
          mine.getRange("A2").values = [["後"]];
          await context.sync();
        });
      } catch (failure) {
        code = codeOf(failure);
      }
      const cells = sheet.getRange("A1:A2").load("values");
      await sync();
      return {
        断りの種類: code,
        前の書き込み: String(cells.values[0]?.[0]),
        後の書き込み: String(cells.values[1]?.[0]),
      };
    },
  },
  "adjacent-groups-stay-apart": {
    kind: "look",
    expected: { "B:C": true, D: false, "E:F": false },
    look: async ({ sheet, sync }) => {
      sheet.getRange("B:C").group(Excel.GroupOption.byColumns);
      sheet.getRange("E:F").group(Excel.GroupOption.byColumns);
      await sync();
      sheet.getRange("B:C").columnHidden = true;
      await sync();
      const columns = ["B:C", "D:D", "E:F"].map((address) => sheet.getRange(address).load("columnHidden"));
      await sync();
      const [first = false, between = false, second = false] = columns.map(
        ({ columnHidden }) => columnHidden === true,
      );
      return { "B:C": first, D: between, "E:F": second };
    },
  },
} satisfies Record<string, AssumptionCheck>;

function answered(range: Excel.Range): string {
  try {
    return String(range.values[0]?.[0]);
  } catch {
    return "答えがない";
  }
}
