/** 設定: the year of evaluation and the scales, written where formulas and functions read them. */

import type { Year } from "../../plan/plan";
import type { Scale } from "../../plan/scale";
import { formatYear } from "../../plan/year";
import { type Answer, done, refuse } from "../answer";
import { areaName, type Area } from "../address";
import { EVALUATION_YEAR } from "../layout/settings-sheet";
import { TEXT } from "../plan-cells";
import { SCALE_HEADERS, scaleRows } from "../scale-table";
import { withExcel } from "./connection";
import { findPlan } from "./found";
import { remember } from "./undo";

export function setEvaluationYear(year: Year): Promise<Answer> {
  return withExcel(
    async ({ context, sync }) => {
      const name = context.workbook.names.getItemOrNullObject(EVALUATION_YEAR).load("name");
      await sync();
      if (name.isNullObject) return refuse("notLoaded");
      const range = name.getRange();
      range.load("values,address");
      await sync();
      range.values = [[formatYear(year)]];
      await sync();
      return done({});
    },
    { alone: true },
  );
}

/** The table keeps its place and name; it grows or shrinks at its end. */
export function writeScale(plan: string, scale: Scale): Promise<Answer> {
  return withExcel(
    async ({ context, sync }) => {
      const found = await findPlan({ context, sync }, plan);
      if ("ok" in found) return found;
      const { scaleTable } = found.found;
      if (scaleTable === null)
        return refuse(
          "notLoaded",
          undefined,
          "この計画の尺度の表が「設定」にありません。計画を更新すると作り直します。",
        );
      const rows = scaleRows(scale);
      const { area, name, sheet: sheetName } = scaleTable;
      const sheet = context.workbook.worksheets.getItem(sheetName);
      const body: Area = { ...area, row: area.row + 1, rows: rows.length, columns: SCALE_HEADERS.length };
      const longest = Math.max(rows.length, area.rows - 1);
      if (rows.length > area.rows - 1) {
        const below = sheet
          .getRange(areaName({ ...body, row: area.row + area.rows, rows: rows.length - area.rows + 1 }))
          .load("formulas");
        await sync();
        if (below.formulas.flat().some((cell) => cell !== "")) return refuse("occupied");
      }
      const before = sheet.getRange(areaName({ ...body, rows: longest })).load("formulas,numberFormat");
      await sync();
      const steps = [
        {
          kind: "restore" as const,
          sheet: sheetName,
          address: areaName({ ...body, rows: longest }),
          formulas: before.formulas as (string | number | boolean)[][],
          formats: before.numberFormat as string[][],
        },
        { kind: "resizeTable" as const, table: name, sheet: sheetName, address: areaName(area) },
      ];
      const written = sheet.getRange(areaName({ ...body, rows: longest }));
      const cells = Array.from({ length: longest }, (_, at) => rows[at] ?? SCALE_HEADERS.map(() => ""));
      written.set({
        numberFormat: cells.map((row) =>
          row.map((cell) => (typeof cell === "string" && cell !== "" ? TEXT : "General")),
        ),
      });
      written.values = cells;
      context.workbook.tables.getItem(name).resize(areaName({ ...area, rows: rows.length + 1 }));
      await sync();
      remember({
        what: "尺度の変更",
        steps,
        left: [{ sheet: sheetName, address: areaName({ ...body, rows: longest }), formulas: cells }],
      });
      return done({});
    },
    { alone: true },
  );
}
