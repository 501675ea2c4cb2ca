/** A table somebody converted to a range becomes a table again, under its own name, and the name for formulas with it. */

import { type Answer, done } from "../answer";
import { type Area, areaName } from "../address";
import { cellIn, type CellValue, rowAt } from "../cell-values";
import { type Column, isDerived } from "../columns";
import { planNameFormula } from "../formulas";
import type { FoundPlan } from "../found-plans";
import { HOLDER } from "../layout/plan-formulas";
import { runsOf } from "../layout/runs";
import { TABLE_STYLE } from "../layout/style";
import { freeName } from "../legal-names";
import { contentOf, derivedFormula, type PlanNames } from "../plan-cells";
import { rowsOf } from "../rows";
import { allOrNothing } from "./all-or-nothing";
import { withExcel } from "./connection";
import { setAll } from "./draw";
import { findPlan } from "./found";
import type { Step } from "./step";
import { readAreas } from "./read-areas";
import { remember } from "./undo";

export function repairPlan(plan: string): Promise<Answer<{ table: string }>> {
  return withExcel<{ table: string }>(
    async ({ context, sync }) => {
      const answer = await findPlan({ context, sync }, plan);
      if ("ok" in answer) return answer;
      const { survey, found } = answer;
      const { kept, table, isTable } = found;
      const { workbook } = context;
      const municipality = found.reading.plan.municipality;
      const tableName = isTable
        ? table.name
        : freeName(kept?.names.table ?? `表_${municipality}`, survey.takenNames);
      const wantedName = found.planName ?? kept?.names.name ?? freeName(municipality, survey.takenNames);
      const existing = survey.names.find(({ name }) => name === wantedName);
      if (isTable && existing !== undefined) return done({ table: tableName });
      const sheet = workbook.worksheets.getItem(table.sheet);
      const before = (await readAreas({ context, sync }, [table], "formulas")).flatMap(
        ({ matrix }) => matrix,
      );
      const names = { table: tableName, scaleTable: found.scaleTable?.name ?? "" };
      const formulas = isTable ? [] : formulasOf(found, names, before);

      const steps: Step[] = [];
      if (existing === undefined) steps.push({ kind: "deleteName", name: wantedName });
      else steps.push({ kind: "restoreName", ...existing });
      for (const { area } of formulas) {
        const position = area.column - table.area.column;
        const first = area.row - table.area.row;
        const was = before.slice(first, first + area.rows).map((cells) => [cellIn(cells, position)]);
        const formats = was.map(() => [null]);
        steps.push({ kind: "restore", sheet: table.sheet, address: areaName(area), formulas: was, formats });
      }
      const madeAt = { sheet: table.sheet, address: areaName(table.area) };
      if (!isTable) steps.push({ kind: "deleteTable", table: tableName, madeAt });
      await allOrNothing(steps, async () => {
        if (!isTable) {
          const made = sheet.tables.add(areaName(table.area), true);
          made.name = tableName;
          made.style = TABLE_STYLE;
          made.showBandedRows = false;
          for (const { area, formula } of formulas) {
            const range = sheet.getRange(areaName(area));
            if (typeof formula === "string") setAll(range, "formulas", formula);
            else range.formulas = formula;
          }
        }
        const formula = planNameFormula(tableName);
        if (existing === undefined) workbook.names.add(wantedName, formula);
        else workbook.names.getItem(wantedName).formula = formula;
        await sync();
      });
      // What the table's columns compute again cannot be taken back cell by cell.
      remember(null);
      return done({ table: tableName });
    },
    { alone: true },
  );
}

/**
 * Converted formulas point at fixed cells: written again they follow their rows. Whole columns first, as Excel takes them for
 * the column's own; then the cells that held something else, each as it was.
 */
function formulasOf(
  { table, reading, kept }: FoundPlan,
  names: PlanNames,
  before: readonly (readonly CellValue[])[],
): { area: Area; formula: string | CellValue[][] }[] {
  const base = kept?.plan ?? reading.plan;
  const known = new Map(rowsOf(base).map((row) => [row.id, row]));
  const knownAt = new Map([...reading.rowAt].map(([id, row]) => [row, known.get(id)]));
  const isFormula = (cell: CellValue): boolean => typeof cell === "string" && cell.startsWith("=");
  const cellAt = (row: number, position: number): CellValue => cellIn(rowAt(before, row), position);
  const own = (row: number, position: number, column: Column): string | null => {
    const from = knownAt.get(row);
    if (from?.kind !== "mirror" || !isFormula(cellAt(row, position))) return null;
    const content = contentOf(from, column, base, names);
    return content.kind === "formula" ? String(content.value) : null;
  };
  return reading.header.columns.flatMap((column, position) => {
    if (column === null) return [];
    const area = (first: number, rows: number): Area => ({
      row: table.area.row + first,
      column: table.area.column + position,
      rows,
      columns: 1,
    });
    const rows = before.slice(1).map((_, at) => at + 1);
    const whole = derivedFormula(column, base, names);
    const cells = rows.map((row): CellValue | null => {
      const mirrored = own(row, position, column);
      if (mirrored !== null) return mirrored;
      const cell = cellAt(row, position);
      // null: what the whole column holds, or what is nobody's but the user's.
      return isDerived(column) && !isFormula(cell) ? cell : null;
    });
    const exceptions = runsOf(cells, (cell) => cell !== null).map(([first, count]) => ({
      area: area(first + 1, count),
      formula: cells.slice(first, first + count).flatMap((cell) => (cell === null ? [] : [[cell]])),
    }));
    if (whole !== null) return [{ area: area(1, rows.length), formula: whole }, ...exceptions];
    // As when loading: no formula of a 再掲 row may enter a column that is otherwise empty.
    const others = rows.filter((_, at) => cells[at] === null);
    const [free] = others.every((row) => cellAt(row, position) === "") ? others : [];
    if (exceptions.length === 0 || free === undefined) return exceptions;
    const held = area(free, 1);
    return [{ area: held, formula: HOLDER }, ...exceptions, { area: held, formula: "" }];
  });
}
