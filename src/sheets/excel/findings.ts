/** The 点検 sheet: all findings for the record, and who accepted which. */

import { type Answer, done, type Refusal, refuse } from "../answer";
import { type Area, areaName, fullAddress } from "../address";
import { cellIn, type CellValue, rowAt, textOf } from "../cell-values";
import type { FindingRow } from "../contract";
import { FINDINGS, recordLine, recordPositions } from "../layout/record-sheets";
import { TEXT } from "../plan-cells";
import { allOrNothing } from "./all-or-nothing";
import { type Batch, withExcel } from "./connection";
import type { Step } from "./step";
import { survey, type SurveyedTable } from "./survey";

export function writeFindings(findings: readonly FindingRow[]): Promise<Answer<{ sheet: string }>> {
  return withExcel<{ sheet: string }>(
    async (batch) => {
      const { findings: table, sheets } = await survey(batch);
      if (table === null)
        return refuse("notLoaded", undefined, "「点検」のシートがありません。計画を読み込むと作られます。");
      if (sheets.some((sheet) => sheet.protected && sheet.name === table.sheet))
        return refuse("protectedSheet", [table.sheet]);
      const refusal = await writeRows(batch, table, findings.map(cellsOf));
      return refusal ?? done({ sheet: table.sheet });
    },
    { alone: true },
  );
}

/** The sheet is the list as it is now: rows beyond it are emptied, the user's own columns left alone. */
async function writeRows(
  { context, sync }: Batch,
  table: SurveyedTable,
  findings: readonly string[][],
): Promise<Refusal | null> {
  const { area } = table;
  const positions = positionsIn(table);
  const before = area.rows - 1;
  const after = Math.max(1, findings.length);
  const longest = Math.max(before, after);
  const body: Area = { ...area, row: area.row + 1, rows: longest };
  const range = context.workbook.worksheets
    .getItem(table.sheet)
    .getRange(areaName(body))
    .load("formulas,numberFormat");
  await sync();
  const formulas = range.formulas as CellValue[][];
  if (formulas.slice(before).some((cells) => cells.some((cell) => cell !== "")))
    return refuse("occupied", [fullAddress(table.sheet, areaName(body))]);
  const lines = Array.from({ length: longest }, (_, at) =>
    recordLine(findings[at] ?? [], positions, area.columns),
  );
  const steps: Step[] = [
    {
      kind: "restore",
      sheet: table.sheet,
      address: areaName(body),
      formulas,
      formats: range.numberFormat as string[][],
    },
    { kind: "resizeTable", table: table.name, sheet: table.sheet, address: areaName(area) },
  ];
  await allOrNothing(steps, async () => {
    range.numberFormat = lines.map((line) => line.map((cell) => (cell === null ? null : TEXT)));
    range.values = lines;
    range.format.wrapText = true;
    range.format.verticalAlignment = "Top";
    context.workbook.tables.getItem(table.name).resize(areaName({ ...area, rows: after + 1 }));
    await sync();
  });
  return null;
}

function positionsIn({ matrix }: SurveyedTable): number[] {
  return recordPositions(FINDINGS, rowAt(matrix, 0));
}

function cellsOf(finding: FindingRow): string[] {
  const { plan, rule, severity, message, remedy, place, address, accepted, key } = finding;
  const acceptance = [accepted?.by, accepted?.why, accepted?.on].map((words) => words ?? "");
  return [plan, rule, severity, message, remedy, place, address ?? "", ...acceptance, key];
}

/** What was accepted, as the sheet says: it travels with the workbook. */
export function readAccepted(): Promise<Answer<{ findings: FindingRow[] }>> {
  return withExcel<{ findings: FindingRow[] }>(async (batch) => {
    const { findings: table } = await survey(batch);
    if (table === null) return done({ findings: [] });
    const positions = positionsIn(table);
    return done({ findings: table.matrix.slice(1).flatMap((row) => acceptedIn(row, positions) ?? []) });
  });
}

function acceptedIn(row: readonly CellValue[], positions: readonly number[]): FindingRow | null {
  const words = positions.map((position) => textOf(cellIn(row, position)));
  const [plan = "", rule = "", severity = "", message = "", remedy = "", place = "", address = ""] = words;
  const [by = "", why = "", on = "", key = ""] = words.slice(7);
  if (by === "") return null;
  return {
    plan,
    rule,
    severity,
    message,
    remedy,
    place,
    address: address === "" ? null : address,
    key,
    accepted: { by, why, on },
  };
}
