/** A block into somebody's own sheet: shown first, never over anything, one undo. */

import { type Answer, done, type Refusal, refuse } from "../answer";
import { type Area, areaName, cellName, fullAddress, parseAddress } from "../address";
import { type CellValue, rowAt } from "../cell-values";
import type { Block, BlockCell, InsertPreview } from "../contract";
import { runsOf } from "../layout/runs";
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
      const { preview, area, formats } = target;
      const address = areaName(area);
      const cells = rectangular(block, area.columns);
      if (preview.occupied.length > 0) return refuse("occupied", preview.occupied);
      if (preview.merged.length > 0) return refuse("occupied", preview.merged, mergedWords(preview.merged));
      const range = batch.context.workbook.worksheets.getItem(preview.sheet).getRange(address);
      const wanted = formatsOf(cells, formats);
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
        range.formulas = cells.map((row) => row.map(writtenOf));
        const after = range.load("formulas");
        await batch.sync();
        return after.formulas as CellValue[][];
      });
      remember({ what: "挿入", ...writtenRuns(cells, preview.sheet, area, formats, formulas) });
      return done({ preview });
    },
    { alone: true, mergeUndo: true },
  );
}

async function targetOf(
  { context, sync }: Batch,
  { cells }: Block,
  at: string | undefined,
): Promise<{ preview: InsertPreview; area: Area; formats: string[][] } | Refusal> {
  const rows = cells.length;
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (rows === 0 || columns === 0) return refuse("noSelection", undefined, "挿入するものがありません。");
  const selected = context.workbook.getActiveCell().load("address");
  const front = selected.worksheet.load("name");
  await sync();
  const start = at ?? selected.address;
  const cell = parseAddress(start);
  if (cell === null) return refuse("noSelection", [start]);
  const sheetName = cell.sheet ?? front.name;
  const area = { ...cell.area, rows, columns };
  if (area.row + rows > sheetRows || area.column + columns > sheetColumns)
    return refuse(
      "noSelection",
      [start],
      `${rows}行×${columns}列は、${start} からではシートの端に入りきりません。もっと上か左のセルを選んでください。`,
    );
  const address = areaName(area);
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName).load("name");
  await sync();
  if (sheet.isNullObject) return refuse("noSelection", [sheetName]);
  const range = sheet.getRange(address).load("formulas,numberFormat,rowHidden,columnHidden");
  const joined = range.getMergedAreasOrNullObject().load("address");
  const tables = range.getTables(false).load("items/name");
  const protection = sheet.protection.load("protected");
  await sync();
  if (protection.protected) return refuse("protectedSheet", [sheetName]);
  const occupied = range.formulas.flatMap((row: unknown[], y: number) =>
    row.flatMap((formula, x) =>
      formula === "" ? [] : [fullAddress(sheetName, cellName(area.row + y, area.column + x))],
    ),
  );
  const [touched] = tables.items;
  return {
    area,
    formats: range.numberFormat as string[][],
    preview: {
      sheet: sheetName,
      address: fullAddress(sheetName, address),
      rows,
      columns,
      occupied,
      merged: joined.isNullObject ? [] : areasIn(joined.address).map((each) => fullAddress(sheetName, each)),
      // null where only some of them are.
      hidden: range.rowHidden !== false || range.columnHidden !== false,
      table: touched === undefined ? null : touched.name,
    },
  };
}

/** Excel's own size of a sheet. */
const sheetRows = 1_048_576;
const sheetColumns = 16_384;

/** Sheet1!A1:B2,Sheet1!C3 → the areas without their sheet. */
function areasIn(addresses: string): string[] {
  return [...addresses.matchAll(/(?:^|[,!])([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)(?=,|$)/g)].flatMap(
    ([, area]) => area ?? [],
  );
}

function mergedWords(merged: readonly string[]): string {
  return `${merged.join("、")} は結合されたセルです。結合したセルには値が1つしか入らないので、入れませんでした。結合のない場所を選んでください。`;
}

/** A line shorter than the others leaves its end as it is. */
function rectangular({ cells }: Block, columns: number): BlockCell[][] {
  return cells.map((row) => Array.from({ length: columns }, (_, x) => row[x] ?? null));
}

/**
 * Only the cells that were given something are looked at and emptied by 元に戻す: what a formula spills into the others comes and
 * goes with it, and what a person typed into them since is theirs.
 */
function writtenRuns(
  cells: readonly BlockCell[][],
  sheet: string,
  corner: Area,
  formats: readonly string[][],
  formulas: readonly CellValue[][],
): Pick<Undo, "steps" | "left"> {
  const runs = cells.flatMap((row, y) =>
    runsOf(row, (cell) => writtenOf(cell) !== "").map(([first, columns]) => {
      const area = { row: corner.row + y, column: corner.column + first, rows: 1, columns };
      const within = <Cell>(matrix: readonly Cell[][]): Cell[] =>
        rowAt(matrix, y).slice(first, first + columns);
      return { sheet, address: areaName(area), was: within(formats), is: within(formulas) };
    }),
  );
  return {
    steps: runs.map(({ address, was }) => ({
      kind: "restore",
      sheet,
      address,
      formulas: [was.map(() => "")],
      formats: [was],
    })),
    left: runs.map(({ address, is }) => ({ sheet, address, formulas: [is] })),
  };
}

function formatsOf(cells: readonly BlockCell[][], before: readonly string[][]): string[][] {
  return before.map((row, y) => {
    const own = rowAt(cells, y);
    return row.map((format, x) => formatOf(own[x] ?? null, format));
  });
}

function formatOf(cell: BlockCell, before: string): string {
  // A number in a cell formatted as text would become a text.
  const counting = before === TEXT ? "General" : before;
  if (cell === null) return before;
  if (typeof cell === "string") return TEXT;
  if (typeof cell === "number") return counting;
  if ("text" in cell) return TEXT;
  return cell.format ?? counting;
}

function writtenOf(cell: BlockCell): string | number {
  if (cell === null) return "";
  if (typeof cell === "number" || typeof cell === "string") return cell;
  if ("number" in cell) return cell.number;
  return "text" in cell ? cell.text : cell.formula;
}
