/** 評価の表: rows judged by letters under 章・節・項, as 入間 prints them → a plan of recorded judgements. */

import type { Assessment, Correction, Problem } from "../plan/plan";
import { readDepartments, looksLikeDepartment } from "./department-cell";
import {
  headingLevels,
  isSecondHeader,
  likeness,
  readHeader,
  readHeading,
  readLegendEntry,
  readLegendHeading,
  readTitle,
  type Header,
  type Heading,
} from "./evaluation-table-headings";
import {
  cellsOf,
  directlyBefore,
  joined,
  judged,
  longestBreak,
  namesOnlyDepartments,
  partlyJudged,
  type Cell,
  type JudgedCells,
} from "./evaluation-table-rows";
import { marksAsPrinted, scales, type Scale } from "./evaluation-table-scales";
import type { Annotations } from "./annotations";
import { emptyPlan, type Layout, type Reading, type Source } from "./layout";
import { isBlank, type Line } from "./lines";
import { missingParticulars } from "./missing-particulars";
import { printedName } from "./printed-name";
import { grow, ordinal, settle, type Tree, type Twig } from "./tree";

export const evaluationTable = {
  kind: "evaluation-table",
  label: "評価の表（進捗区分・取組区分・今後の方向性）",
  recognises: (lines) => {
    const header = lines.some((line) => readHeader(cellsOf(line)) !== null);
    const row = lines.some((line) => line.text.includes("\t") && judged(cellsOf(line)) !== null);
    const ownShape = lines.some((line) => isSecondHeader(cellsOf(line)) || isHeadingLine(line));
    if (header) return ownShape ? 1 : 0.6;
    return row ? 0.5 : 0;
  },
  read,
} as const satisfies Layout;

const itemLevelByDefault = "施策の方向性";
const unnamed = "（名称の記載なし）";
/** Two spellings at least this alike are one heading, printed again on the next page. */
const sameHeading = 0.5;

interface Row {
  twig: Twig;
  found: JudgedCells;
  departments: string[];
  lastLine: number;
}

interface State {
  header: Header | null;
  tree: Tree;
  /** The heading now open at each level, and every spelling of each heading. */
  open: Map<string, Twig>;
  spellings: Map<Twig, { name: string; line: number }[]>;
  rows: Row[];
  legend: Scale | null;
  itemLevel: string | null;
  title: { title: string; municipality: string } | null;
  lastHeading: { twig: Twig; line: number } | null;
  headings: Twig[];
  /** The last few lines nobody could place yet: a row or a heading may be broken over them. */
  unread: Line[];
  consumed: Set<number>;
  problems: Problem[];
  corrections: Correction[];
}

function isHeadingLine(line: Line): boolean {
  return readHeading(onlyCell(cellsOf(line)) ?? "") !== null;
}

/** What a line says when it says only one thing. */
function onlyCell(cells: readonly Cell[]): string | null {
  const said = cells.filter((cell) => cell.text !== "");
  return said.length === 1 ? (said[0]?.text ?? null) : null;
}

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const state: State = {
    header: null,
    tree: [],
    open: new Map(),
    spellings: new Map(),
    rows: [],
    legend: null,
    itemLevel: null,
    title: null,
    lastHeading: null,
    headings: [],
    unread: [],
    consumed: new Set(),
    problems: [],
    corrections: [],
  };
  const printed = lines.filter((line) => !isBlank(line));
  printed.forEach((line, index) => readLine(state, line, printed[index + 1]));
  const reading = settled(state);
  return { ...reading, problems: [...reading.problems, ...missingParticulars(reading.plan, annotations)] };
}

function readLine(state: State, line: Line, next: Line | undefined): void {
  const cells = cellsOf(line);
  const header = readHeader(cells);
  if (header) {
    state.header = header;
    state.itemLevel ??= header.itemLevel;
    return consume(state, line);
  }
  if (isSecondHeader(cells)) return consume(state, line);
  const only = onlyCell(cells);
  if (only !== null && readSingle(state, line, only, next)) return;
  state.legend = null;
  const alone = judged(cells) ?? (state.header ? partlyJudged(cells, state.header) : null);
  const before = directlyBefore(state.unread, line.number);
  const expected = state.header?.lead ?? null;
  if (alone && (before.length === 0 || expected === null || alone.lead >= expected)) {
    return addRow(state, alone, [line]);
  }
  const broken = rejoined(before, cells, expected);
  if (broken) {
    return addRow(state, broken.found, [...broken.lines, line]);
  }
  if (alone) return addRow(state, alone, [line]);
  if (continuesLastRow(state, line, cells)) return;
  state.unread = [...state.unread.slice(-longestBreak), line];
}

/** A line that says only one thing: heading, title, legend. */
function readSingle(state: State, line: Line, only: string, next: Line | undefined): boolean {
  const heading = readHeading(only);
  if (heading) {
    openHeading(state, heading, line, only);
    return true;
  }
  const legend = readLegendHeading(only);
  if (legend) {
    state.legend = legend;
    consume(state, line);
    return true;
  }
  if (state.legend) {
    const entry = readLegendEntry(only, state.legend);
    if (entry) {
      consume(state, line);
      if (entry.printed.normalize("NFKC") !== entry.letter) {
        correct(state, entry.printed, entry.letter, line.number, `${state.legend.name}の凡例`);
      }
      return true;
    }
  }
  const title = readTitle(only);
  if (title) {
    state.title ??= title;
    consume(state, line);
    return true;
  }
  const introducesTable =
    next !== undefined &&
    (readHeader(cellsOf(next)) !== null || readHeading(onlyCell(cellsOf(next)) ?? "")?.level === "節");
  if (introducesTable && !line.text.includes("\t") && only.length <= 60 && !only.includes("。")) {
    openHeading(state, { level: "章", number: "", name: printedName(only) }, line, only);
    return true;
  }
  return false;
}

function consume(state: State, line: Line): void {
  state.consumed.add(line.number);
}

function correct(state: State, printed: string, meant: string, line: number, what: string): void {
  state.corrections.push({ printed, meant, where: `${line}行 ${what}` });
  state.problems.push({
    severity: "warning",
    line,
    message: `${line}行の${what}の「${printed}」を「${meant}」と読みました。合っているか確かめてください。`,
  });
}

function openHeading(state: State, heading: Heading, line: Line, token: string): void {
  consume(state, line);
  const rank = headingLevels.findIndex((level) => level === heading.level);
  const parent = headingLevels
    .slice(0, rank)
    .map((level) => state.open.get(level))
    .reduce<Twig | null>((nearest, twig) => twig ?? nearest, null);
  const number = heading.number === "" ? null : heading.number;
  const siblings = state.headings.filter((twig) => twig.parent === parent && twig.level === heading.level);
  const again = siblings.find((twig) => twig.number === number && isSpelling(state, twig, heading.name));
  const twig =
    again ??
    grow(state.tree, { parent, level: heading.level, number, name: heading.name, line: line.number, token });
  if (!again) {
    checkOrder(state, twig, siblings, line.number);
    state.headings.push(twig);
  }
  state.spellings.set(twig, [
    ...(state.spellings.get(twig) ?? []),
    { name: heading.name, line: line.number },
  ]);
  if (state.open.get(heading.level) !== twig) {
    for (const level of headingLevels.slice(rank)) state.open.delete(level);
    state.open.set(heading.level, twig);
  }
  state.lastHeading = { twig, line: line.number };
}

function isSpelling(state: State, twig: Twig, name: string): boolean {
  return (state.spellings.get(twig) ?? []).some((spelling) => likeness(spelling.name, name) >= sameHeading);
}

function checkOrder(state: State, twig: Twig, siblings: readonly Twig[], line: number): void {
  const number = ordinal(twig.number);
  const before = siblings[siblings.length - 1];
  const previous = ordinal(before?.number ?? null);
  if (number === null || previous === null || number === previous + 1) return;
  state.problems.push({
    severity: "warning",
    line,
    message: `${line}行の「${twig.number} ${twig.name}」は「${before?.number ?? ""} ${before?.name ?? ""}」の次の番号ではありません。見出しの番号を確かめてください。`,
  });
}

function rejoined(
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
function continuesLastRow(state: State, line: Line, cells: readonly Cell[]): boolean {
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

function addRow(state: State, found: JudgedCells, lines: readonly Line[]): void {
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

/** A heading whose end stands alone on the next line. */
function joinHeading(state: State, before: number): void {
  const heading = state.lastHeading;
  state.lastHeading = null;
  if (!heading) return;
  const rest = state.unread.filter((line) => line.number > heading.line && line.number < before);
  const [only] = rest;
  if (rest.length !== 1 || !only || only.number !== heading.line + 1) return;
  const text = onlyCell(cellsOf(only));
  if (text === null || text.includes("。")) return;
  heading.twig.name = printedName(`${heading.twig.name} ${text}`);
  state.spellings.set(heading.twig, [{ name: heading.twig.name, line: heading.line }]);
  state.unread = state.unread.filter((line) => line !== only);
  consume(state, only);
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

function settled(state: State): Reading {
  const { tree, rows, problems } = state;
  settleSpellings(state);
  const itemLevel = state.itemLevel ?? itemLevelByDefault;
  for (const row of rows) {
    row.twig.level = itemLevel;
    row.departments = departmentsOf(row, state);
    row.twig.departments = row.departments;
  }
  const { nodes, idOf, sources } = settle(tree);
  const assessments = rows.map((row, index) => assessmentOf(row, idOf(row.twig), index, state, sources));
  const levels = [...headingLevels.filter((level) => tree.some((twig) => twig.level === level)), itemLevel];
  return {
    plan: {
      ...emptyPlan(),
      municipality: state.title?.municipality ?? "",
      title: state.title?.title ?? "",
      source: { title: state.title?.title ?? "" },
      corrections: state.corrections,
      expects: { level: itemLevel, departments: true, targets: "none" },
      levels,
      nodes,
      assessments,
    },
    problems,
    sources,
    consumed: state.consumed,
  };
}

/** A heading printed on several pages in several spellings has the one that is printed most often. */
function settleSpellings(state: State): void {
  for (const [twig, spellings] of state.spellings) {
    const count = (name: string) => spellings.filter((spelling) => spelling.name === name).length;
    const most = spellings.reduce((best, next) => (count(next.name) > count(best.name) ? next : best));
    twig.name = most.name;
    for (const { name, line } of spellings) {
      if (name === most.name) continue;
      state.problems.push({
        severity: "warning",
        line,
        message: `${line}行の見出し「${twig.number ?? ""} ${name}」は${most.line}行では「${most.name}」です。どちらが正しいか確かめてください。`,
      });
    }
  }
}

function departmentsOf(row: Row, state: State): string[] {
  const line = row.found.departments?.line ?? row.found.marks[0]?.cell.line ?? 0;
  const { departments, remarks } = readDepartments(row.found.departments?.text ?? "");
  for (const remark of remarks) {
    state.problems.push({
      severity: "warning",
      line,
      message: `${line}行の所管課にある「${remark}」は課の名前ではないので外しました。必要なら備考に書いてください。`,
    });
  }
  for (const name of departments.filter((each) => !looksLikeDepartment(each))) {
    state.problems.push({
      severity: "warning",
      line,
      message: `${line}行の所管課「${name}」は課の名前に見えません。原本と見比べてください。`,
    });
  }
  if (departments.length === 0) {
    state.problems.push({
      severity: "warning",
      line,
      message: `${line}行の所管課が読み取れません。原本を見て補ってください。`,
    });
  }
  return departments;
}

function assessmentOf(row: Row, node: string, index: number, state: State, sources: Source[]): Assessment {
  const marks: Record<string, string | string[]> = {};
  for (const scale of scales) {
    if (row.found.marks.some((mark) => mark.scale === scale)) continue;
    state.problems.push({
      severity: "warning",
      line: row.lastLine,
      message: `${row.lastLine}行の${scale.name}が読み取れません。原本を見て補ってください。`,
    });
  }
  row.found.marks.forEach(({ scale, cell, marks: read }) => {
    marks[scale.name] = marksAsPrinted(read, scale);
    sources.push({ path: `assessments/${index}/${scale.name}`, line: cell.line, token: cell.token });
    for (const slip of read.slips) {
      correct(state, slip, read.letters.join(""), cell.line, scale.name);
    }
  });
  const cell = row.found.departments;
  if (cell) sources.push({ path: `assessments/${index}/departments`, line: cell.line, token: cell.token });
  return { node, marks, departments: row.departments };
}
