/** A block into somebody's own sheet: shown first, never over anything, one undo. */

import { type Answer, done, type Refusal, refuse } from "../answer";
import { areaName, cellName, fullAddress, parseAddress } from "../address";
import type { CellValue } from "../cell-values";
import type { Block, BlockCell, InsertPreview } from "../contract";
import { TEXT } from "../plan-cells";
import { allOrNothing } from "./all-or-nothing";
import { type Batch, withExcel } from "./connection";
import { remember, type Undo } from "./undo";

export function previewInsert(block: Block, at?: string): Promise<Answer<{ preview: InsertPreview }>> {
  return withExcel<{ preview: InsertPreview }>(async (batch) => {
    const target = await targetOf(batch, block, at);
    return "ok" in target ? target : done({ preview: target.preview });
  });
}

export function insertBlock(block: Block, at?: string): Promise<Answer<{ preview: InsertPreview }>> {
  return withExcel<{ preview: InsertPreview }>(
    async (batch) => {
      const target = await targetOf(batch, block, at);
      if ("ok" in target) return target;
      const { preview, address, formats } = target;
      if (preview.occupied.length > 0) return refuse("occupied", preview.occupied);
      const range = batch.context.workbook.worksheets.getItem(preview.sheet).getRange(address);
      const wanted = formatsOf(block, formats);
      const steps = [
        {
          kind: "restore",
          sheet: preview.sheet,
          address,
          formulas: formats.map((row) => row.map(() => "")),
          formats,
        } as const,
      ];
      const formulas = await allOrNothing(steps, async () => {
        range.numberFormat = wanted;
        range.formulas = block.cells.map((row) => row.map(writtenOf));
        const after = range.load("formulas");
        await batch.sync();
        return after.formulas as CellValue[][];
      });
      const written = writtenRuns(block, preview, formats, formulas);
      remember({ what: "挿入", ...written });
      return done({ preview });
    },
    { alone: true, mergeUndo: true },
  );
}

async function targetOf(
  { context, sync }: Batch,
  { cells }: Block,
  at: string | undefined,
): Promise<{ preview: InsertPreview; address: string; formats: string[][] } | Refusal> {
  const rows = cells.length;
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (rows === 0 || columns === 0) return refuse("noSelection", undefined, "挿入するものがありません。");
  const start = at === undefined ? null : parseAddress(at);
  if (at !== undefined && start === null) return refuse("noSelection", [at]);
  const selected = context.workbook.getActiveCell().load("address");
  await sync();
  const cell = start ?? parseAddress(selected.address);
  if (cell === null) return refuse("noSelection");
  const sheetName = cell.sheet ?? parseAddress(selected.address)?.sheet ?? "";
  const area = { ...cell.area, rows, columns };
  const address = areaName(area);
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName).load("name");
  await sync();
  if (sheet.isNullObject) return refuse("noSelection", [sheetName]);
  const range = sheet.getRange(address).load("formulas,numberFormat");
  const tables = range.getTables(false).load("items/name");
  const protection = sheet.protection.load("protected");
  await sync();
  if (protection.protected) return refuse("protectedSheet", [sheetName]);
  const occupied = range.formulas.flatMap((row: unknown[], y: number) =>
    row.flatMap((formula, x) =>
      formula === "" ? [] : [fullAddress(sheetName, cellName(area.row + y, area.column + x))],
    ),
  );
  return {
    address,
    formats: range.numberFormat as string[][],
    preview: {
      sheet: sheetName,
      address: fullAddress(sheetName, address),
      rows,
      columns,
      occupied,
      table: tables.items[0]?.name ?? null,
    },
  };
}

/**
 * Only the cells that were given something are looked at and emptied by 元に戻す: what a formula spills into the others comes and
 * goes with it, and what a person typed into them since is theirs.
 */
function writtenRuns(
  { cells }: Block,
  { sheet, address }: InsertPreview,
  formats: string[][],
  formulas: CellValue[][],
): Pick<Undo, "steps" | "left"> {
  const corner = parseAddress(address)?.area ?? { row: 0, column: 0 };
  const runs = cells.flatMap((row, y) => {
    const isWritten = (x: number): boolean => writtenOf(row[x]) !== "";
    const starts = row.flatMap((_, x) => (isWritten(x) && (x === 0 || !isWritten(x - 1)) ? [x] : []));
    return starts.map((from) => {
      let to = from;
      while (to < row.length && isWritten(to)) to += 1;
      const area = { row: corner.row + y, column: corner.column + from, rows: 1, columns: to - from };
      return { y, from, to, address: areaName(area) };
    });
  });
  return {
    steps: runs.map((run) => ({
      kind: "restore",
      sheet,
      address: run.address,
      formulas: [Array.from({ length: run.to - run.from }, () => "")],
      formats: [(formats[run.y] ?? []).slice(run.from, run.to)],
    })),
    left: runs.map((run) => ({
      sheet,
      address: run.address,
      formulas: [(formulas[run.y] ?? []).slice(run.from, run.to)],
    })),
  };
}

function formatsOf({ cells }: Block, before: string[][]): string[][] {
  return before.map((row, y) =>
    row.map((format, x) => {
      const cell = cells[y]?.[x] ?? null;
      if (typeof cell === "string") return TEXT;
      if (cell === null) return format;
      // A number in a cell formatted as text would become a text.
      if (typeof cell === "number") return format === TEXT ? "General" : format;
      if ("text" in cell) return TEXT;
      return cell.format ?? (format === TEXT ? "General" : format);
    }),
  );
}

function writtenOf(cell: BlockCell | undefined): string | number {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number" || typeof cell === "string") return cell;
  if ("number" in cell) return cell.number;
  return "text" in cell ? cell.text : cell.formula;
}
