/** 指標の表: tab-separated tables of 指標名・現状値・目標値 and the headings and lists around them, as 伊勢崎 and 大泉 print them. */

import type { Problem } from "../plan/plan";
import { readDepartments } from "./department-cell";
import { readColumns, type Column } from "./indicator-table-columns";
import {
  bareHeading,
  isProseHeading,
  readBullet,
  readKind,
  readListHeading,
  readSectionHeading,
  type ListHeading,
  type SectionHeading,
} from "./indicator-table-headings";
import { planOf } from "./indicator-table-plan";
import { readRow, type Found } from "./indicator-table-rows";
import type { Annotations } from "./annotations";
import type { Layout, Reading } from "./layout";
import { isBlank, type Line } from "./lines";
import { missingParticulars } from "./missing-particulars";
import { printedName, rejoin } from "./printed-name";
import { grow, ordinal, type Tree, type Twig } from "./tree";

export const indicatorTable = {
  kind: "indicator-table",
  label: "指標の表（現状値・目標値）",
  recognises: (lines) => (lines.some((line) => readColumns(cellTexts(line)) !== null) ? 0.8 : 0),
  read,
} as const satisfies Layout;

function cellTexts(line: Line): string[] {
  return line.text.includes("\t") ? line.text.split("\t") : [];
}

const sectionLevel = "施策";
const sectionRank = 7;
const nameless = "（見出しなし）";
/** A heading is followed soon by something a section consists of. */
const headingReach = 12;

interface Entry {
  number: string | null;
  name: string;
  line: number;
  lastLine: number;
  token: string;
}

interface State {
  tree: Tree;
  open: { rank: number; twig: Twig }[];
  /** Whether the document gives its sections a heading at all. */
  namesSections: boolean;
  section: { twig: Twig; named: boolean; hasTable: boolean } | null;
  list: { heading: ListHeading; entries: Entry[] } | null;
  table: { columns: Column[]; lastName: string | null } | null;
  kind: string | null;
  found: Found[];
  levels: string[];
  notCarried: Set<string>;
  consumed: Set<number>;
  problems: Problem[];
}

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const state: State = {
    tree: [],
    open: [],
    namesSections: false,
    section: null,
    list: null,
    table: null,
    kind: null,
    found: [],
    levels: [],
    notCarried: new Set(),
    consumed: new Set(),
    problems: [],
  };
  const printed = lines.filter((line) => !isBlank(line));
  for (let index = 0; index < printed.length; index += 1) {
    const line = printed[index];
    if (line) index += readLine(state, line, printed, index);
  }
  endList(state);
  nameNamelessSections(state);
  const { plan, sources } = planOf(state.tree, state.found, state.levels, itemLevelOf(state));
  const problems = [...state.problems, ...missingParticulars(plan, annotations)];
  return { plan, problems, sources, consumed: state.consumed };
}

/** How many lines beyond this one were read with it. */
function readLine(state: State, line: Line, printed: readonly Line[], index: number): number {
  const next = printed[index + 1];
  const columns = readColumns(cellTexts(line));
  if (columns) {
    beginTable(state, columns, line);
    return 0;
  }
  if (state.table && line.text.includes("\t") && addRow(state, [line])) return 0;
  if (state.table && next && isBrokenRow(state, line, next)) {
    if (addRow(state, [line, next])) return 1;
  }
  const listHeading = readListHeading(line.text);
  if (listHeading) {
    endList(state);
    beginPart(state, line, true);
    state.list = { heading: listHeading, entries: [] };
    consume(state, line);
    return 0;
  }
  const kind = readKind(line.text);
  if (kind !== null) {
    endList(state);
    state.table = null;
    state.kind = kind;
    consume(state, line);
    return 0;
  }
  if (isProseHeading(line.text)) {
    endList(state);
    beginPart(state, line, !/関連|個別|SDGs|用語/u.test(line.text));
    consume(state, line);
    return 0;
  }
  if (continuesList(state, line)) {
    addToList(state, line);
    return 0;
  }
  const section = readSectionHeading(line.text);
  if (section) {
    const nameLine = section.name === "" && next && couldBeName(next) ? next : null;
    if (nameLine || isPlausible(section, line, printed, index)) {
      openSection(state, section, line, nameLine);
      return nameLine ? 1 : 0;
    }
  }
  if (state.list) addToList(state, line);
  return 0;
}

function consume(state: State, line: Line): void {
  state.consumed.add(line.number);
}

function isKnownPart(line: Line): boolean {
  return (
    readListHeading(line.text) !== null ||
    readKind(line.text) !== null ||
    isProseHeading(line.text) ||
    readColumns(cellTexts(line)) !== null
  );
}

/** 「Ⅲ」 alone on a line has its name on the next. */
function couldBeName(line: Line): boolean {
  const text = printedName(line.text);
  return (
    text.length <= 40 &&
    !text.includes("。") &&
    !line.text.includes("\t") &&
    readBullet(line.text) === null &&
    readSectionHeading(line.text) === null &&
    !isKnownPart(line)
  );
}

/** 「1 …」 is a heading only where a section follows; 「10 月に…」 inside a paragraph is not. */
function isPlausible(heading: SectionHeading, line: Line, printed: readonly Line[], index: number): boolean {
  if (heading.rank < sectionRank) return heading.name !== "" || heading.rank === 1;
  const before = printed[index - 1];
  const next = printed[index + 1];
  if (before && before.number === line.number - 1) return false;
  if (next && next.number === line.number + 1 && !isKnownPart(next)) return false;
  return printed.slice(index + 1, index + 1 + headingReach).some(isKnownPart);
}

function openSection(state: State, heading: SectionHeading, line: Line, nameLine: Line | null): void {
  endList(state);
  state.table = null;
  consume(state, line);
  if (nameLine) consume(state, nameLine);
  const token = (nameLine ?? line).text.trim();
  const known = state.open.find(
    ({ rank, twig }) => rank === heading.rank && rank === 1 && twig.number === heading.number,
  );
  if (known) return;
  const name = nameLine ? bareHeading(nameLine.text) : heading.name || bareHeading(line.text);
  if (heading.rank === 1) {
    const policy = grow(state.tree, {
      parent: null,
      level: heading.level,
      number: heading.number,
      name,
      line: (nameLine ?? line).number,
      token,
    });
    // Printed at the foot of the page: what stands above it on that page is below it in the plan.
    for (const twig of state.tree)
      if (twig.parent === null && twig.level !== heading.level) twig.parent = policy;
    const kept = state.open.filter(({ rank }) => rank > 1 && !state.open.some((each) => each.rank === 1));
    state.open = [{ rank: 1, twig: policy }, ...kept];
    rememberLevel(state, heading.level);
    if (kept.length === 0 && state.section && state.section.hasTable) state.section = null;
    return;
  }
  state.open = state.open.filter(({ rank }) => rank < heading.rank);
  const twig = grow(state.tree, {
    parent: state.open[state.open.length - 1]?.twig ?? null,
    level: heading.level,
    number: heading.number,
    name,
    line: (nameLine ?? line).number,
    token,
  });
  state.open.push({ rank: heading.rank, twig });
  rememberLevel(state, heading.level);
  state.kind = null;
  if (heading.rank === sectionRank) {
    state.namesSections = true;
    state.section = { twig, named: true, hasTable: false };
  } else {
    state.section = null;
  }
}

const levelOrder = ["基本政策", "基本目標", "基本方針", "政策", "編", "章", "節", "項", "分野", sectionLevel];

function rememberLevel(state: State, level: string): void {
  if (state.levels.includes(level)) return;
  state.levels.push(level);
  const place = (each: string) => (levelOrder.includes(each) ? levelOrder.indexOf(each) : levelOrder.length);
  state.levels.sort((one, other) => place(one) - place(other));
}

/** Where sections have no heading of their own, a new one begins with the first part after the table of the last. */
function beginPart(state: State, line: Line, beginsSection: boolean): void {
  state.table = null;
  if (!beginsSection || state.namesSections) return;
  const deepest = state.open[state.open.length - 1];
  if (deepest && /^[節項]$/u.test(deepest.twig.level)) return;
  if (state.section && !state.section.hasTable) return;
  const twig = grow(state.tree, {
    parent: deepest?.twig ?? null,
    level: sectionLevel,
    number: null,
    name: nameless,
    line: line.number,
    token: "",
  });
  state.section = { twig, named: false, hasTable: false };
  state.kind = null;
  rememberLevel(state, sectionLevel);
}

/** 「### 4 …」 after entry 3 goes on with the list, though a scan made a heading of it. */
function continuesList(state: State, line: Line): boolean {
  const entry = readBullet(line.text);
  if (!state.list || !entry?.heading) return false;
  const groups = state.list.entries.filter((each, index) => index === 0 || each.number !== null);
  const last = ordinal(groups[groups.length - 1]?.number ?? null) ?? groups.length;
  return ordinal(entry.number) === last + 1;
}

function addToList(state: State, line: Line): void {
  const { list } = state;
  if (!list) return;
  const entry = readBullet(line.text);
  if (entry && !entry.name.startsWith("※")) {
    const printed = line.text.trim();
    list.entries.push({
      number: entry.number,
      name: entry.name,
      line: line.number,
      lastLine: line.number,
      token: printed,
    });
    consume(state, line);
    return;
  }
  const last = list.entries[list.entries.length - 1];
  if (!entry && last && last.lastLine === line.number - 1) {
    last.name = rejoin(last.name, line.text);
    last.lastLine = line.number;
    consume(state, line);
    return;
  }
  endList(state);
}

/** Where any entry is numbered, numbered entries are groups, and so is the first one, whose number a scan may lose. */
function endList(state: State): void {
  const { list } = state;
  state.list = null;
  if (!list || list.entries.length === 0) return;
  const parent = sectionOf(state, list.entries[0]?.line ?? 0);
  const grouped = list.entries.some((entry) => entry.number !== null);
  let group: Twig | null = null;
  list.entries.forEach((entry, index) => {
    const isGroup = grouped && (entry.number !== null || index === 0);
    const lostFirst =
      isGroup && entry.number === null && list.entries.find((each) => each.number)?.number === "2";
    const level = isGroup ? list.heading.group : list.heading.item;
    const twig = grow(state.tree, {
      parent: isGroup ? parent : (group ?? parent),
      level,
      number: lostFirst ? "1" : entry.number,
      name: entry.name,
      line: entry.line,
      token: entry.token,
    });
    if (isGroup) group = twig;
    rememberLevel(state, level);
  });
}

function beginTable(state: State, columns: Column[], line: Line): void {
  endList(state);
  consume(state, line);
  state.table = { columns, lastName: null };
  for (const column of columns) {
    if (column.kind !== "other" || column.title === "" || state.notCarried.has(column.title)) continue;
    state.notCarried.add(column.title);
    state.problems.push({
      severity: "warning",
      line: line.number,
      message: `${line.number}行の表の「${column.title}」の列は取り込みません。必要なら取り込んだ後に注記へ書いてください。`,
    });
  }
}

/** A name that goes on in the next line, where the values are. */
function isBrokenRow(state: State, line: Line, next: Line): boolean {
  return (
    next.number === line.number + 1 &&
    !line.text.includes("\t") &&
    next.text.split("\t").length === state.table?.columns.length &&
    couldBeName(line)
  );
}

function addRow(state: State, lines: readonly Line[]): boolean {
  const { table } = state;
  const last = lines[lines.length - 1];
  if (!table || !last) return false;
  const first = lines.length > 1 ? (lines[0]?.text ?? "") : "";
  const cells = last.text
    .split("\t")
    .map((text, index) => ({ text: index === 0 ? `${first} ${text}`.trim() : text, line: last.number }));
  const row = readRow(cells, table.columns, table.lastName);
  if (!row) return false;
  for (const line of lines) consume(state, line);
  const twig = sectionOf(state, last.number);
  if (state.section) state.section.hasTable = true;
  const { departments } = readDepartments(row.departments ?? "");
  twig.departments = [...new Set([...twig.departments, ...departments])];
  const reads = row.reads.map((each) =>
    each.of === "name" && lines.length > 1 && lines[0]
      ? { ...each, line: lines[0].number, token: lines[0].text.trim() }
      : each,
  );
  state.found.push({ twig, indicator: { ...row.indicator, kind: state.kind }, reads });
  state.problems.push(...row.problems);
  table.lastName = row.indicator.name;
  return true;
}

function sectionOf(state: State, line: number): Twig {
  if (state.section) return state.section.twig;
  const deepest = state.open[state.open.length - 1];
  if (deepest) return deepest.twig;
  const twig = grow(state.tree, {
    parent: null,
    level: sectionLevel,
    number: null,
    name: nameless,
    line,
    token: "",
  });
  state.section = { twig, named: false, hasTable: false };
  rememberLevel(state, sectionLevel);
  return twig;
}

/** A section without a heading is called after the first thing in it, and said to be so. */
function nameNamelessSections(state: State): void {
  const firstChild = new Map<Twig, Twig>();
  for (const twig of state.tree)
    if (twig.parent && !firstChild.has(twig.parent)) firstChild.set(twig.parent, twig);
  for (const twig of state.tree) {
    if (twig.name !== nameless) continue;
    const child = firstChild.get(twig);
    const indicator = state.found.find((each) => each.twig === twig)?.indicator.name;
    const after = child?.name ?? indicator;
    if (after !== undefined) twig.name = `${after}ほか`;
    state.problems.push({
      severity: "warning",
      line: twig.line,
      message: `${twig.line}行から始まる区切りには見出しがないので「${twig.name}」としました。正しい名称があれば直してください。`,
    });
  }
}

/** The level the indicators hang on. */
function itemLevelOf(state: State): string {
  const levels = state.found.map(({ twig }) => twig.level);
  return (
    levels.sort((one, other) => state.levels.indexOf(other) - state.levels.indexOf(one))[0] ??
    state.levels[state.levels.length - 1] ??
    sectionLevel
  );
}
