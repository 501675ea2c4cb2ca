/** The 点検 sheet: all findings for the record, and who accepted which. */

import { type Answer, done, refuse } from "../answer";
import { areaName, type Area } from "../address";
import { textOf } from "../cell-values";
import type { FindingRow } from "../contract";
import { FINDINGS } from "../layout/record-sheets";
import { TEXT } from "../plan-cells";
import { type Batch, withExcel } from "./connection";
import { survey, type SurveyedTable } from "./survey";

export function writeFindings(findings: readonly FindingRow[]): Promise<Answer<{ sheet: string }>> {
  return withExcel<{ sheet: string }>(
    async (batch) => {
      const { findings: table } = await survey(batch);
      if (table === null)
        return refuse("notLoaded", undefined, "「点検」のシートがありません。計画を読み込むと作られます。");
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
  rows: string[][],
): Promise<ReturnType<typeof refuse> | null> {
  const { area } = table;
  const columns = FINDINGS.columns.length;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const before = area.rows - 1;
  const after = Math.max(1, rows.length);
  if (after > before) {
    const below: Area = { ...area, row: area.row + area.rows, rows: after - before };
    const range = sheet.getRange(areaName(below)).load("formulas");
    await sync();
    if (range.formulas.flat().some((cell) => cell !== ""))
      return refuse("occupied", [`${table.sheet}!${areaName(below)}`]);
    context.workbook.tables.getItem(table.name).resize(areaName({ ...area, rows: after + 1 }));
  }
  const longest = Math.max(before, after);
  const cells = Array.from(
    { length: longest },
    (_, at) => rows[at] ?? Array.from({ length: columns }, () => ""),
  );
  const range = sheet.getRange(areaName({ ...area, row: area.row + 1, rows: longest, columns }));
  range.set({ numberFormat: cells.map((row) => row.map(() => TEXT)) });
  range.values = cells;
  range.format.wrapText = true;
  if (after < before)
    context.workbook.tables.getItem(table.name).resize(areaName({ ...area, rows: after + 1 }));
  await sync();
  return null;
}

function cellsOf({
  plan,
  rule,
  severity,
  message,
  remedy,
  place,
  address,
  accepted,
  key,
}: FindingRow): string[] {
  return [
    plan,
    rule,
    severity,
    message,
    remedy,
    place,
    address ?? "",
    accepted?.by ?? "",
    accepted?.why ?? "",
    accepted?.on ?? "",
    key,
  ];
}

/** What was accepted, as the sheet says: it travels with the workbook. */
export function readAccepted(): Promise<Answer<{ findings: FindingRow[] }>> {
  return withExcel<{ findings: FindingRow[] }>(async (batch) => {
    const { findings: table } = await survey(batch);
    const rows = table?.matrix.slice(1) ?? [];
    return done({
      findings: rows.flatMap((row): FindingRow[] => {
        const [plan, rule, severity, message, remedy, place, address, by, why, on, key] =
          FINDINGS.columns.map((_, at) => textOf(row[at]));
        if (by === undefined || by === "" || key === undefined) return [];
        return [
          {
            plan: plan ?? "",
            rule: rule ?? "",
            severity: severity ?? "",
            message: message ?? "",
            remedy: remedy ?? "",
            place: place ?? "",
            address: address === "" ? null : (address ?? null),
            key,
            accepted: { by, why: why ?? "", on: on ?? "" },
          },
        ];
      }),
    });
  });
}
