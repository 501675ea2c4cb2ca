/** The rows with their letters: put together again where a page broke them, and named after the row above where the cell is blank. */

import type { Line } from "../lines";
import { printedName } from "../printed-name";
import { grow, type Twig } from "../tree";
import { headingLevels, type Header } from "./headings";
import { joinHeading } from "./outline";
import { consume, onlyCell, type TableReading } from "./reading";
import { cellsOf, joined, judged, namesOnlyDepartments, type Cell, type JudgedCells } from "./rows";

export const itemLevelByDefault = "施策の方向性";
const unnamed = "（名称の記載なし）";

export function rejoined(
  before: readonly Line[],
  cells: readonly Cell[],
  expected: number | null,
): { found: JudgedCells; lines: Line[] } | null {
  for (let start = before.length - 1; start >= 0; start -= 1) {
    const lines = before.slice(start);
    const found = judged(joined([...lines.map(cellsOf), cells]));
    if (found && (expected === null || found.lead === expected)) return { found, lines };
  }
  return null;
}

/** The rest of a row that was cut after its marks: the end of 自由記述, or 所管課 one below the other. */
export function continuesLastRow(state: TableReading, line: Line, cells: readonly Cell[]): boolean {
  const row = state.rows[state.rows.length - 1];
  if (!row) return false;
  if (line.number !== row.lastLine + 1) return false;
  const only = onlyCell(cells);
  if (row.found.departments) {
    if (only === null || !namesOnlyDepartments(only)) return false;
    row.found.departments = { ...row.found.departments, text: `${row.found.departments.text} ${only}` };
    row.lastLine = line.number;
    consume(state, line);
    return true;
  }
  const whole = judged(joined([row.found.cells, cells]));
  if (!whole) return false;
  row.found = { ...whole, lead: row.found.lead, cells: whole.cells };
  row.lastLine = line.number;
  consume(state, line);
  return true;
}

export function addRow(state: TableReading, found: JudgedCells, lines: readonly Line[]): void {
  for (const line of lines) consume(state, line);
  const taken = new Set(lines.map((line) => line.number));
  state.unread = state.unread.filter((line) => !taken.has(line.number));
  joinHeading(state, lines[0]?.number ?? 0);
  const parent = headingLevels.reduce<Twig | null>(
    (nearest, level) => state.open.get(level) ?? nearest,
    null,
  );
  const lineNumber = lines[lines.length - 1]?.number ?? 0;
  const { name, detail } = namedCells(found, state.header);
  const above = state.rows[state.rows.length - 1]?.twig;
  const inherited = above && above.parent === parent ? above : null;
  const isBlankName = !name || name.text === "";
  if (isBlankName && !inherited) {
    state.problems.push({
      severity: "warning",
      line: lineNumber,
      message: `${lineNumber}行は名称がなく、上の行からも分かりません。名称を補ってください。`,
    });
  }
  const said = isBlankName ? (inherited?.name ?? unnamed) : printedName(name.text);
  const what = detail && detail.text !== "" ? detail.text : isBlankName ? inherited?.detail : undefined;
  const twig = grow(state.tree, {
    parent,
    level: itemLevelByDefault,
    number: null,
    name: said,
    ...(what ? { detail: what } : {}),
    line: isBlankName ? lineNumber : name.line,
    token: isBlankName ? "" : name.token,
  });
  state.rows.push({ twig, found, departments: [], lastLine: lineNumber });
}

function namedCells(
  found: JudgedCells,
  header: Header | null,
): { name: Cell | undefined; detail: Cell | undefined } {
  const nameBefore = header?.nameBefore ?? 2;
  const { cells, lead } = found;
  if (nameBefore === 1) return { name: cells[lead - 1], detail: undefined };
  if (lead >= 2) return { name: cells[lead - 2], detail: cells[lead - 1] };
  const only = cells[0];
  const isDetail = lead === 1 && only?.text.includes("。");
  return isDetail
    ? { name: undefined, detail: only }
    : { name: lead === 1 ? only : undefined, detail: undefined };
}
