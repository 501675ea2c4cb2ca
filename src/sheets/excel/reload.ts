/** An update of a loaded plan: previewed, merged by id, with every changed target in 改定履歴. Done twice it does the same once. */

import type { Plan } from "../../plan/plan";
import { formatYear } from "../../plan/year";
import { type Answer, done, refuse, type Refusal } from "../answer";
import { areaName, cellName, fullAddress, type Area } from "../address";
import { type CellValue, textOf } from "../cell-values";
import { columnKey, headerOf, isDerived } from "../columns";
import type { ReloadOptions, ReloadPreview, RevisionOptions, TypedTarget } from "../contract";
import { freeName, freeSheetName } from "../legal-names";
import { type Kept, type KeptNames } from "../kept-copy";
import { keptSheet } from "../layout/kept-sheet";
import { HOLDER, runsBy } from "../layout/plan-sheet";
import { HISTORY } from "../layout/record-sheets";
import { LIST_HEADERS, listRow } from "../layout/settings-sheet";
import { entryLook, retiredLook } from "../layout/style";
import { type CellWrite, type Merge, mergePlans } from "../merge/merge";
import { type Content, TEXT } from "../plan-cells";
import { isFreeRow } from "../reading/row";
import { type Batch, detailOf, LARGEST_REQUEST, reasonOf, codeOf, withExcel } from "./connection";
import { applyLook, piecesOf, sizeOf } from "./draw";
import { findPlan, type Found } from "./found";
import type { Step } from "./journal";
import { cleanUp, tryTwice } from "./load";
import { rollBack } from "./roll-back";
import { today } from "./today";
import { remember } from "./undo";

export function previewReload(plan: Plan): Promise<Answer<{ preview: ReloadPreview }>> {
  return withExcel<{ preview: ReloadPreview }>(async (batch) => {
    const found = await findPlan(batch, plan.id);
    if ("ok" in found) return found;
    return done({ preview: mergeOf(found, plan, "keep").preview });
  });
}

export function reloadPlan(plan: Plan, options: ReloadOptions): Promise<Answer<{ preview: ReloadPreview }>> {
  return withExcel<{ preview: ReloadPreview }>(
    async (batch) => {
      options.onStep?.({ name: "シートを読んでいます", done: 0, of: 3 });
      await cleanUp(batch);
      const found = await findPlan(batch, plan.id);
      if ("ok" in found) return found;
      const merge = mergeOf(found, plan, options.conflicts ?? "keep");
      if (options.signal?.aborted === true) return refuse("cancelled");
      options.onStep?.({ name: "更新しています", done: 1, of: 3 });
      const writing = await prepareWriting(batch, found, merge, merge.preview.revisions, options);
      const refusal = await writeAll(batch, found, writing, "計画の更新");
      if (refusal !== null) return refusal;
      options.onStep?.({ name: "終わりました", done: 3, of: 3 });
      return done({ preview: merge.preview });
    },
    { alone: true },
  );
}

/** 記録する: nothing in the plan's table changes, the typed targets become the plan's own. */
export function recordRevision(
  plan: string,
  targets: readonly TypedTarget[],
  options: RevisionOptions,
): Promise<Answer<{ recorded: number }>> {
  return withExcel<{ recorded: number }>(
    async (batch) => {
      const found = await findPlan(batch, plan);
      if ("ok" in found) return found;
      const { kept } = found.found;
      if (kept === null)
        return refuse(
          "notLoaded",
          undefined,
          "計画の控えがないため、どの目標が変わったか分かりません。計画を更新してから記録してください。",
        );
      const wanted = new Map(targets.map((target) => [`${target.indicator} ${target.year}`, target]));
      const indicators = kept.plan.indicators.map((indicator) => {
        const changed = [...wanted.values()].filter(({ indicator: id }) => id === indicator.id);
        if (changed.length === 0) return indicator;
        const next: Record<string, string> = { ...indicator.targets };
        for (const { year, after } of changed) {
          if (after === "") delete next[year];
          else next[year] = after;
        }
        return { ...indicator, targets: next };
      });
      const base = { ...kept.plan, indicators };
      const merge = { writes: [], newColumns: [], newRows: [], columns: [], retired: [], base };
      const writing = await prepareWriting(batch, found, merge, targets, options);
      const refusal = await writeAll(batch, found, writing, "改定の記録");
      return refusal ?? done({ recorded: targets.length });
    },
    { alone: true },
  );
}

function mergeOf({ found }: Found, next: Plan, conflicts: "keep" | "take"): Merge {
  const { table, reading, kept } = found;
  return mergePlans({
    base: kept?.plan ?? { ...reading.plan, nodes: [], indicators: [], assessments: [] },
    next,
    names: { table: table.name, scaleTable: found.scaleTable?.name ?? kept?.names.scaleTable ?? "" },
    matrix: table.matrix,
    reading,
    addressOf: (row, position) =>
      fullAddress(table.sheet, cellName(table.area.row + row, table.area.column + position)),
    conflicts,
    on: today(),
  });
}

interface Writing {
  steps: Step[];
  /** Queued in this order; a request ends where it grows too large. */
  actions: { bytes: number; act: () => void }[];
  /** The kept copy as it was: as long as it is there, the update is not complete. */
  oldKept: string | null;
}

type Changes = Pick<Merge, "writes" | "newColumns" | "newRows" | "columns" | "retired" | "base">;

async function prepareWriting(
  batch: Batch,
  { survey, found }: Found,
  merge: Changes,
  revisions: readonly TypedTarget[],
  options: RevisionOptions,
): Promise<Writing> {
  const { context, sync } = batch;
  const { workbook } = context;
  const { table, reading } = found;
  const sheet = workbook.worksheets.getItem(table.sheet);
  const at = ({ row, position }: { row: number; position: number }, rows = 1): Area => ({
    row: table.area.row + row,
    column: table.area.column + position,
    rows,
    columns: 1,
  });
  const runs = runsOfWrites(merge.writes).map(([first, contents]) => ({
    area: at(first, contents.length),
    contents,
  }));
  const held = heldOpen(merge, found).map((place) => at(place));
  const heldBefore = held.map((area) => sheet.getRange(areaName(area)).load("formulas,numberFormat"));
  const before = runs.map(({ area }) => sheet.getRange(areaName(area)).load("formulas,numberFormat"));
  const rows = merge.newRows.length;
  const free = trailingFreeRows(table.matrix, reading.header);
  const added = Math.max(0, rows - free);
  const addedArea: Area = { ...table.area, row: table.area.row + table.area.rows, rows: Math.max(1, added) };
  const rightArea: Area = {
    ...table.area,
    column: table.area.column + table.area.columns,
    columns: Math.max(1, merge.newColumns.length),
  };
  const reused: Area = {
    ...table.area,
    row: table.area.row + table.area.rows - Math.min(free, rows),
    rows: Math.max(1, Math.min(free, rows)),
  };
  const reusedWas = sheet.getRange(areaName(reused)).load("formulas,numberFormat");
  const { history } = survey;
  const historySheet = history === null ? null : workbook.worksheets.getItem(history.sheet);
  const lines = newLines(history?.matrix ?? [], revisions, options);
  const historyFree =
    history === null
      ? 0
      : history.matrix
          .slice(1)
          .reverse()
          .findIndex((cells) => cells.some((cell) => cell !== ""));
  const freeLines = history === null ? 0 : historyFree < 0 ? history.matrix.length - 1 : historyFree;
  await sync();

  const steps: Step[] = [
    ...(added > 0 ? await makeRoom(batch, table.sheet, addedArea, "down") : []),
    ...(merge.newColumns.length > 0 ? await makeRoom(batch, table.sheet, rightArea, "right") : []),
  ];
  const actions: Writing["actions"] = [];
  const act = (bytes: number, action: () => void): void => {
    actions.push({ bytes: bytes + 700, act: action });
  };

  if (history !== null && historySheet !== null && lines.length > 0) {
    const first = history.area.row + history.area.rows - freeLines;
    const end = Math.max(history.area.rows, history.matrix.length - freeLines + lines.length);
    const area: Area = {
      row: first,
      column: history.area.column,
      rows: lines.length,
      columns: HISTORY.columns.length,
    };
    if (end > history.area.rows) {
      steps.push({
        kind: "resizeTable",
        table: history.name,
        sheet: history.sheet,
        address: areaName(history.area),
      });
      act(0, () => workbook.tables.getItem(history.name).resize(areaName({ ...history.area, rows: end })));
    }
    steps.push({ kind: "clear", sheet: history.sheet, address: areaName(area) });
    act(
      lines.flat().reduce((sum, cell) => sum + sizeOf(cell), 0),
      () => {
        const range = historySheet.getRange(areaName(area));
        range.set({ numberFormat: lines.map((line) => line.map(() => TEXT)) });
        range.values = lines;
      },
    );
  }

  held.forEach((area, index) => {
    const was = heldBefore[index];
    if (was === undefined) return;
    steps.push({
      kind: "restore",
      sheet: table.sheet,
      address: areaName(area),
      formulas: was.formulas as CellValue[][],
      formats: was.numberFormat as string[][],
    });
    act(0, () => {
      sheet.getRange(areaName(area)).values = [[HOLDER]];
    });
  });

  for (const row of merge.retired) {
    act(0, () => applyLook(sheet, { ...table.area, row: table.area.row + row, rows: 1 }, retiredLook));
  }

  const tableWas = areaName(table.area);
  const wholeColumns = table.area.columns + merge.newColumns.length;
  if (merge.newColumns.length > 0) {
    steps.push({ kind: "clear", sheet: table.sheet, address: areaName(rightArea) });
    steps.push({ kind: "resizeTable", table: table.name, sheet: table.sheet, address: tableWas });
    act(0, () =>
      workbook.tables.getItem(table.name).resize(areaName({ ...table.area, columns: wholeColumns })),
    );
    merge.newColumns.forEach(({ column, cells }, index) => {
      const area: Area = { ...rightArea, column: rightArea.column + index, columns: 1 };
      const contents = table.matrix.map((_, row): Content[] => [
        row === 0
          ? { kind: "text", value: headerOf(column), format: TEXT }
          : (cells.get(row) ?? { kind: "blank", value: "", format: "General" }),
      ]);
      act(bytesOf(contents.flat()), () => write(sheet, area, contents));
      if (column.kind === "actual")
        act(0, () => applyLook(sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }, entryLook));
    });
  }

  // After the new columns: their formulas may name them.
  runs.forEach(({ area, contents }, index) => {
    const was = before[index];
    if (was === undefined) return;
    steps.push({
      kind: "restore",
      sheet: table.sheet,
      address: areaName(area),
      formulas: was.formulas as CellValue[][],
      formats: was.numberFormat as string[][],
    });
    act(bytesOf(contents), () =>
      write(
        sheet,
        area,
        contents.map((content) => [content]),
      ),
    );
  });
  if (rows > 0) {
    const first = table.area.row + table.area.rows - Math.min(free, rows);
    if (free > 0) {
      steps.push({
        kind: "restore",
        sheet: table.sheet,
        address: areaName(reused),
        formulas: reusedWas.formulas as CellValue[][],
        formats: reusedWas.numberFormat as string[][],
      });
    }
    if (added > 0) {
      steps.push({
        kind: "clear",
        sheet: table.sheet,
        address: areaName({ ...addedArea, columns: wholeColumns }),
      });
      steps.push({ kind: "resizeTable", table: table.name, sheet: table.sheet, address: tableWas });
      act(0, () =>
        workbook.tables
          .getItem(table.name)
          .resize(areaName({ ...table.area, rows: table.area.rows + added, columns: wholeColumns })),
      );
    }
    const position = new Map(merge.columns.map((column, index) => [columnKey(column), index]));
    const newAt = new Map(
      merge.newColumns.map(({ column }, index) => [table.area.columns + index, columnKey(column)]),
    );
    const blocks = merge.newRows.map(({ contents }) =>
      Array.from({ length: wholeColumns }, (_, index): Content | null => {
        const column = reading.header.columns[index];
        const key = column === null || column === undefined ? newAt.get(index) : columnKey(column);
        const from = key === undefined ? undefined : position.get(key);
        return from === undefined ? null : (contents[from] ?? null);
      }),
    );
    const area: Area = { row: first, column: table.area.column, rows, columns: wholeColumns };
    let from = 0;
    while (from < blocks.length) {
      let size = 0;
      let to = from;
      while (to < blocks.length && (to === from || size < 1_000_000))
        size += bytesOf(blocks[to++]?.flatMap((cell) => cell ?? []) ?? []);
      const part = blocks.slice(from, to);
      const partArea = { ...area, row: first + from, rows: part.length };
      act(size, () => write(sheet, partArea, part));
      from = to;
    }
  }

  for (const area of held) {
    act(0, () => {
      sheet.getRange(areaName(area)).values = [[""]];
    });
  }

  const { kept, keptTable } = found;
  const listLine =
    survey.list === null
      ? -1
      : survey.list.matrix.findIndex((cells, index) => index > 0 && textOf(cells[0]) === found.id);
  const newNames = namesAfter(found.kept?.names, survey, found);
  if (survey.list !== null && listLine > 0 && kept !== null) {
    const { list } = survey;
    const was = listRow(kept.plan, kept.names);
    const is = listRow(merge.base, newNames);
    const shown = list.matrix[listLine] ?? [];
    is.forEach((words, index) => {
      const untouched = textOf(shown[index]) === (was[index] ?? "").trim();
      if (!untouched || words === was[index] || index >= LIST_HEADERS.length) return;
      const cell = { row: list.area.row + listLine, column: list.area.column + index, rows: 1, columns: 1 };
      steps.push({
        kind: "restore",
        sheet: list.sheet,
        address: areaName(cell),
        formulas: [[was[index] ?? ""]],
        formats: [[TEXT]],
      });
      act(100, () => {
        workbook.worksheets.getItem(list.sheet).getRange(areaName(cell)).values = [[words]];
      });
    });
  }

  const nextKept: Kept = { plan: merge.base, names: newNames };
  const spec = keptSheet(nextKept);
  steps.push({ kind: "deleteSheet", sheet: spec.name });
  act(0, () => {
    const made = workbook.worksheets.add(spec.name);
    made.visibility = Excel.SheetVisibility.veryHidden;
  });
  for (const piece of piecesOf(spec))
    act(piece.bytes, () => piece.draw(workbook.worksheets.getItem(spec.name)));
  act(0, () => {
    workbook.worksheets.getItem(spec.name).visibility = Excel.SheetVisibility.hidden;
  });
  for (const old of [keptTable, ...found.staleKept]) {
    if (old === null) continue;
    act(0, () => workbook.worksheets.getItemOrNullObject(old.sheet).delete());
  }
  return { steps, actions, oldKept: keptTable?.sheet ?? null };
}

/**
 * Free cells beside the table, in a request of its own: only when it is certain that they were put in may they be taken out
 * again, and only then may the area be cleared.
 */
async function makeRoom(
  { context, sync }: Batch,
  sheetName: string,
  area: Area,
  shift: "down" | "right",
): Promise<Step[]> {
  const address = areaName(area);
  const isFree = async (): Promise<boolean> => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address).load("formulas");
    await sync();
    return (range.formulas as CellValue[][]).every((cells) => cells.every((cell) => cell === ""));
  };
  if (await isFree()) return [];
  const direction = shift === "down" ? Excel.InsertShiftDirection.down : Excel.InsertShiftDirection.right;
  const step: Step = {
    kind: "deleteCells",
    sheet: sheetName,
    address,
    shift: shift === "down" ? "Up" : "Left",
  };
  try {
    context.workbook.worksheets.getItem(sheetName).getRange(address).insert(direction);
    await sync();
    return [step];
  } catch (error) {
    if (await isFree()) await rollBack({ context, sync }, [step]);
    throw error;
  }
}

function namesAfter(names: KeptNames | undefined, survey: Found["survey"], found: Found["found"]): KeptNames {
  const plain = found.planName ?? found.table.sheet;
  const before: KeptNames = names ?? {
    version: 1,
    serial: 0,
    table: found.table.name,
    scaleTable: found.scaleTable?.name ?? "",
    name: plain,
    keptTable: "",
    sheets: { plan: found.table.sheet, summary: "", kept: "" },
    loadedOn: "",
  };
  return {
    ...before,
    table: found.table.name || before.table,
    serial: before.serial + 1,
    keptTable: freeName(`控え_${plain}`, survey.takenNames),
    sheets: {
      ...before.sheets,
      kept: freeSheetName(
        `控え（${found.table.sheet}）`,
        survey.sheets.map(({ name }) => name),
      ),
    },
    loadedOn: today(),
  };
}

async function writeAll(
  { sync }: Batch,
  _found: Found,
  { actions, steps, oldKept }: Writing,
  what: string,
): Promise<Refusal | null> {
  try {
    let waiting = 0;
    for (const { bytes, act } of actions) {
      if (waiting > 0 && waiting + bytes > LARGEST_REQUEST) {
        await sync();
        waiting = 0;
      }
      act();
      waiting += bytes;
    }
    await sync();
    remember(null);
    return null;
  } catch (error) {
    let complete = false;
    const back = await tryTwice(async () => {
      await Excel.run(async (context) => {
        const sync2 = (): Promise<void> => context.sync().then(() => undefined);
        if (oldKept !== null) {
          const old = context.workbook.worksheets.getItemOrNullObject(oldKept).load("name");
          await sync2();
          // Its deletion is the last thing an update does: everything else is there.
          complete = old.isNullObject;
          if (complete) return;
        }
        await rollBack({ context, sync: sync2 }, steps);
      });
    });
    if (complete) return null;
    if (!back) return refuse("unfinished", detailOf(error));
    const reason = reasonOf(error);
    return codeOf(error) === "" || reason === "lostConnection"
      ? refuse("undone", [what, ...detailOf(error)])
      : refuse(reason, detailOf(error));
  }
}

/** Neighbours below each other in one column are written together. */
function runsOfWrites(writes: readonly CellWrite[]): [{ row: number; position: number }, Content[]][] {
  const sorted = [...writes].sort((one, other) => one.position - other.position || one.row - other.row);
  const groups = runsBy(sorted, (write, at) => {
    const before = sorted[at - 1];
    return before?.position === write.position && before.row + 1 === write.row;
  });
  const runs: [{ row: number; position: number }, Content[]][] = [];
  for (const [first, count, joined] of groups) {
    for (const write of sorted.slice(first, first + count)) {
      const last = runs.at(-1);
      if (joined && last !== undefined) last[1].push(write.content);
      else runs.push([{ row: write.row, position: write.position }, [write.content]]);
    }
  }
  return runs;
}

function write(sheet: Excel.Worksheet, area: Area, contents: readonly (readonly (Content | null)[])[]): void {
  const range = sheet.getRange(areaName(area));
  // null leaves a cell of the user's own columns as it is.
  range.numberFormat = contents.map((row) => row.map((content) => content?.format ?? null));
  range.formulas = contents.map((row) => row.map((content) => (content === null ? null : content.value)));
}

function bytesOf(contents: readonly Content[]): number {
  return contents.reduce((sum, { value, format }) => sum + sizeOf(value) + sizeOf(format), 0);
}

function trailingFreeRows(
  matrix: readonly (readonly CellValue[])[],
  header: Found["found"]["reading"]["header"],
): number {
  let free = 0;
  for (let row = matrix.length - 1; row > header.row; row--) {
    if (!isFreeRow(matrix[row] ?? [], header)) break;
    free++;
  }
  return free;
}

/** As when loading: no formula of a 再掲 row may enter a column that is otherwise empty. */
function heldOpen(
  { writes, newRows, columns }: Changes,
  { table, reading }: Found["found"],
): { row: number; position: number }[] {
  const { header } = reading;
  const formulaAt = new Set(
    writes.filter(({ content }) => content.kind === "formula").map(({ position }) => position),
  );
  for (const { contents } of newRows) {
    contents.forEach(({ kind }, index) => {
      const column = columns[index];
      const position = column === undefined ? undefined : header.at.get(columnKey(column));
      if (kind === "formula" && position !== undefined) formulaAt.add(position);
    });
  }
  const originalAt = header.at.get("original");
  const own = table.matrix.flatMap((cells, row) =>
    row > header.row && (originalAt === undefined || textOf(cells[originalAt]) === "") ? [row] : [],
  );
  return [...formulaAt].flatMap((position) => {
    const column = header.columns[position];
    const [row] = own;
    if (column === null || column === undefined || isDerived(column) || row === undefined) return [];
    return own.every((each) => textOf(table.matrix[each]?.[position]) === "") ? [{ row, position }] : [];
  });
}

/** A revision that an interrupted update has written already is not written again. */
function newLines(
  history: readonly (readonly CellValue[])[],
  revisions: readonly TypedTarget[],
  { reason, who, date }: RevisionOptions,
): string[][] {
  const lastOf = new Map<string, string>();
  for (const [plan, id, , year, before, after] of history.slice(1)) {
    lastOf.set([plan, id, year].map(textOf).join("\u0000"), [before, after].map(textOf).join("\u0000"));
  }
  return revisions.flatMap(({ plan, indicator, name, year, before, after }) => {
    const key = [plan, indicator, formatYear(year)].join("\u0000");
    if (lastOf.get(key) === [before, after].join("\u0000")) return [];
    return [
      [
        plan,
        indicator,
        name,
        formatYear(year),
        before,
        after,
        date,
        reason,
        who === undefined || who === "" ? "記録なし" : who,
      ],
    ];
  });
}
