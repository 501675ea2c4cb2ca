/** A table somebody converted to a range becomes a table again, under its own name, and the name for formulas with it. */

import { type Answer, done, refuse } from "../answer";
import { areaName } from "../address";
import { columnKey } from "../columns";
import { planNameFormula } from "../formulas";
import { freeName } from "../legal-names";
import { TABLE_STYLE } from "../layout/style";
import { gradeFormula, rateFormula } from "../formulas";
import { withExcel } from "./connection";
import { findPlan } from "./found";
import { setAll } from "./draw";

export function repairPlan(plan: string): Promise<Answer<{ table: string }>> {
  return withExcel<{ table: string }>(
    async (batch) => {
      const { context, sync } = batch;
      const found = await findPlan(batch, plan);
      if ("ok" in found) return found;
      const { survey, found: it } = found;
      const { kept, table, reading } = it;
      const wanted = kept?.names.table ?? `表_${reading.plan.municipality}`;
      const sheet = context.workbook.worksheets.getItem(table.sheet);
      let tableName = table.name;
      if (!it.isTable) {
        tableName = freeName(wanted, survey.takenNames);
        const made = sheet.tables.add(areaName(table.area), true);
        made.name = tableName;
        made.style = TABLE_STYLE;
        // Converted formulas point at fixed cells: written again they follow their rows.
        const scaleTable = it.scaleTable?.name ?? "";
        for (const column of reading.header.columns) {
          if (column?.kind !== "rate" && column?.kind !== "grade") continue;
          const position = reading.header.at.get(columnKey(column)) ?? 0;
          const formula =
            column.kind === "rate"
              ? rateFormula(reading.plan, column.year)
              : gradeFormula(reading.plan, column.year, scaleTable);
          for (const [, row] of reading.rowOfIndicator) {
            setAll(
              sheet.getRange(
                areaName({
                  row: table.area.row + row,
                  column: table.area.column + position,
                  rows: 1,
                  columns: 1,
                }),
              ),
              "formulas",
              formula,
            );
          }
        }
      }
      const name = it.planName ?? kept?.names.name ?? reading.plan.municipality;
      if (name === "") return refuse("nameTaken");
      const existing = context.workbook.names.getItemOrNullObject(name).load("name");
      await sync();
      if (existing.isNullObject) context.workbook.names.add(name, planNameFormula(tableName));
      else if (!it.isTable) existing.formula = planNameFormula(tableName);
      await sync();
      return done({ table: tableName });
    },
    { alone: true },
  );
}
