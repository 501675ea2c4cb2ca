/**
 * What an interrupted load can have made and nothing else can, of all that stands in a workbook. The account of it was written
 * by whoever made the file, and nobody is asked before it is followed: what it says is looked for, and only what is found as a
 * load leaves it, and is not a loaded plan's, is taken back.
 */

import { type Area, areaName, overlap, parseAddress } from "../address";
import { cellIn, type CellValue, rowAt, textOf } from "../cell-values";
import { planNameFormula } from "../formulas";
import type { FoundPlan } from "../found-plans";
import { EVALUATION_YEAR, FIRST_SCALE_COLUMN } from "../layout/settings-sheet";
import { sameName } from "../legal-names";
import { SCALE_HEADERS } from "../scale-table";
import { usualScaleOf } from "./half-made";
import type { Journal } from "./journal";
import type { Step } from "./step";
import type { Survey } from "./survey";

/** No scale of a plan is longer, with the lines above it. */
const longestScale = 100;

/** Where the account says that a scale was drawn on 設定; null where no load draws one. */
export function claimedScale(
  { list }: Survey,
  journal: Journal | null,
): { sheet: string; area: Area } | null {
  const scale = journal?.settings?.scale;
  const corner = scale === undefined ? undefined : parseAddress(scale.address)?.area;
  if (list === null || scale === undefined || corner === undefined) return null;
  const [title = [], , headers = []] = scale.cells;
  const columns = SCALE_HEADERS.length;
  const isScale =
    scale.cells.length > 3 &&
    scale.cells.length <= longestScale &&
    scale.cells.every((cells) => cells.length === columns) &&
    title[0]?.startsWith("尺度") === true &&
    SCALE_HEADERS.every((header, at) => headers[at] === header) &&
    corner.column >= FIRST_SCALE_COLUMN;
  return isScale ? { sheet: list.sheet, area: { ...corner, rows: scale.cells.length, columns } } : null;
}

/** `onScale`: what stands where the account says that a scale was drawn. To be taken back from last to first. */
export function remainsOf(
  journal: Journal | null,
  survey: Survey,
  plans: readonly FoundPlan[],
  onScale: readonly (readonly CellValue[])[],
): Step[] {
  const { halfMade } = survey;
  const begunTables = survey.plans.filter(({ sheet }) => halfMade.includes(sheet)).map(({ name }) => name);
  const steps: Step[] = [...halfMade, ...finishedKept(survey, plans, begunTables)].map((sheet) => ({
    kind: "deleteSheet",
    sheet,
  }));
  const isOfLoaded = journal !== null && plans.some(({ id }) => id === journal.plan);
  const isBegun = journal?.sheets.some(({ name }) => halfMade.includes(name)) === true;
  const trusted = isBegun && !isOfLoaded ? journal : null;
  steps.push(...scaleSteps(trusted, survey, plans, onScale));
  steps.push(...nameSteps(survey, begunTables));
  steps.push(...lineSteps(trusted, survey));
  return steps;
}

/** 控え is finished before its plan's sheet is shown: as long as the plan is half made, it is too. */
function finishedKept(survey: Survey, plans: readonly FoundPlan[], begunTables: readonly string[]): string[] {
  const used = plans.flatMap(({ keptTable, staleKept }) => [
    keptTable?.name,
    ...staleKept.map(({ name }) => name),
  ]);
  return survey.kept.flatMap(({ table, kept }) =>
    kept !== null &&
    begunTables.some((name) => sameName(name, kept.names.table)) &&
    !used.includes(table.name) &&
    !survey.halfMade.includes(table.sheet) &&
    survey.sheets.some(({ name, visibility }) => name === table.sheet && visibility !== "Visible")
      ? [table.sheet]
      : [],
  );
}

/** Names that speak of what goes: the spread table of a half-made plan, 評価年度 on a half-made 設定. */
function nameSteps({ names, halfMade }: Survey, begunTables: readonly string[]): Step[] {
  const spreads = new Set(begunTables.map(planNameFormula));
  return names.flatMap(({ name, formula }): Step[] => {
    const place = name === EVALUATION_YEAR ? parseAddress(formula.replace(/^=/u, "")) : null;
    const goes = spreads.has(formula) || halfMade.includes(place?.sheet ?? "");
    return goes ? [{ kind: "deleteName", name }] : [];
  });
}

function scaleSteps(
  journal: Journal | null,
  survey: Survey,
  plans: readonly FoundPlan[],
  standing: readonly (readonly CellValue[])[],
): Step[] {
  const claimed = claimedScale(survey, journal);
  const scale = journal?.settings?.scale;
  if (claimed === null || scale === undefined) return [];
  const inUse = plans.flatMap(({ table, scaleTable, kept }) => [
    scaleTable?.name ?? "",
    kept?.names.scaleTable ?? "",
    usualScaleOf(table.name),
  ]);
  const isOwn = (name: string): boolean =>
    sameName(name, scale.table) && !inUse.some((used) => sameName(used, name));
  const met = survey.tables.filter(
    ({ sheet, area }) => sheet === claimed.sheet && overlap(area, claimed.area),
  );
  const body = { ...claimed.area, row: claimed.area.row + 2, rows: claimed.area.rows - 2 };
  const isFree = met.every(({ name, area }) =>
    isOwn(name) ? area.row === body.row : isUnnamed(name) && areaName(area) === areaName(body),
  );
  if (!isFree || !isAsWritten(scale.cells, standing)) return [];
  return [
    { kind: "clear", sheet: claimed.sheet, address: areaName(claimed.area) },
    ...met.map(({ name }) => ({ kind: "deleteTable", table: name }) as const),
  ];
}

/** テーブル7, Table7: as Excel calls a table that was made and has not got its name yet. */
function isUnnamed(name: string): boolean {
  return /^\p{L}+\d+$/u.test(name);
}

/** The plan's line in the list: found by what it says, wherever it stands by now. */
function lineSteps(journal: Journal | null, { list }: Survey): Step[] {
  const line = journal?.settings?.line ?? null;
  if (journal === null || list === null || line === null) return [];
  const { cells, rowsBefore } = line;
  const { area, matrix, name, sheet } = list;
  const written = matrix.findIndex(
    (row, at) =>
      at > 0 &&
      textOf(cells[0]) === textOf(journal.plan) &&
      textOf(row[0]) === textOf(journal.plan) &&
      isAsWritten([cells], [row]),
  );
  const last = area.rows - 1;
  const isLastFree = written === last || rowAt(matrix, last).every((cell) => cell === "");
  const grew = rowsBefore === last && last > 1 && isLastFree;
  return [
    ...(written < 0
      ? []
      : [
          { kind: "clear", sheet, address: areaName({ ...area, row: area.row + written, rows: 1 }) } as const,
        ]),
    ...(grew
      ? [{ kind: "resizeTable", table: name, sheet, address: areaName({ ...area, rows: last }) } as const]
      : []),
  ];
}

/** Nothing there, or the words a load writes: what somebody has typed since is theirs. */
function isAsWritten(
  written: readonly (readonly string[])[],
  standing: readonly (readonly CellValue[])[],
): boolean {
  return standing.every((row, y) =>
    row.every((cell, x) => {
      const now = textOf(cell);
      return now === "" || now === textOf(cellIn(rowAt(written, y), x));
    }),
  );
}
