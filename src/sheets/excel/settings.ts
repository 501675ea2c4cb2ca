/** 設定: the year of evaluation and the scales, written where formulas and functions read them. */

import type { Year } from "../../plan/plan";
import type { Scale } from "../../plan/scales/scale";
import { formatYear } from "../../plan/year";
import { type Answer, done, refuse } from "../answer";
import { type Area, areaName, fullAddress, parseAddress } from "../address";
import { EVALUATION_YEAR } from "../layout/settings-sheet";
import { TEXT } from "../plan-cells";
import { SCALE_HEADERS, scaleRows } from "../scale-table";
import { allOrNothing } from "./all-or-nothing";
import { withExcel } from "./connection";
import { findPlan } from "./found";
import type { Step } from "./step";
import { remember } from "./undo";

export function setEvaluationYear(year: Year): Promise<Answer> {
  return withExcel(
    async ({ context, sync }) => {
      const name = context.workbook.names.getItemOrNullObject(EVALUATION_YEAR);
      const range = name.getRangeOrNullObject().load("formulas,numberFormat,address");
      await sync();
      const place = range.isNullObject ? null : parseAddress(range.address);
      if (place === null || place.sheet === null)
        return refuse(
          "notLoaded",
          undefined,
          "「評価年度」という名前のセルがこのブックにありません。「設定」の評価年度のセルに［数式］→［名前の定義］で「評価年度」と名前を付けてから、もう一度お試しください。何も変更していません。",
        );
      const cell = { sheet: place.sheet, address: areaName(place.area) };
      const was: Step = {
        kind: "restore",
        ...cell,
        formulas: range.formulas as string[][],
        formats: range.numberFormat as string[][],
      };
      await allOrNothing([was], async () => {
        range.values = [[formatYear(year)]];
        range.load("formulas");
        await sync();
      });
      remember({
        what: "評価年度の変更",
        steps: [was],
        left: [{ ...cell, formulas: range.formulas as string[][] }],
      });
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
          "この計画の尺度の表が「設定」にありません。計画をいったん取り除いて読み込み直すと作られます。何も変更していません。",
        );
      const { area, name, sheet: sheetName } = scaleTable;
      if (found.survey.sheets.some((each) => each.protected && each.name === sheetName))
        return refuse("protectedSheet", [sheetName]);
      const rows = scaleRows(scale);
      const longest = Math.max(rows.length, area.rows - 1);
      const body: Area = { ...area, row: area.row + 1, rows: longest, columns: SCALE_HEADERS.length };
      const range = context.workbook.worksheets
        .getItem(sheetName)
        .getRange(areaName(body))
        .load("formulas,numberFormat");
      await sync();
      const formulas = range.formulas as (string | number)[][];
      if (formulas.slice(area.rows - 1).some((cells) => cells.some((cell) => cell !== "")))
        return refuse("occupied", [fullAddress(sheetName, areaName(body))]);
      const cells = Array.from({ length: longest }, (_, at) => rows[at] ?? SCALE_HEADERS.map(() => ""));
      const steps: Step[] = [
        {
          kind: "restore",
          sheet: sheetName,
          address: areaName(body),
          formulas,
          formats: range.numberFormat as string[][],
        },
        { kind: "resizeTable", table: name, sheet: sheetName, address: areaName(area) },
      ];
      await allOrNothing(steps, async () => {
        range.numberFormat = cells.map((row) =>
          row.map((cell) => (typeof cell === "string" && cell !== "" ? TEXT : "General")),
        );
        range.values = cells;
        context.workbook.tables.getItem(name).resize(areaName({ ...area, rows: rows.length + 1 }));
        await sync();
      });
      remember({
        what: "尺度の変更",
        steps,
        left: [{ sheet: sheetName, address: areaName(body), formulas: cells }],
      });
      return done({});
    },
    { alone: true },
  );
}
