/** 現状 ▶▶▶ 目標: a plan of 章・節・施策・主な事業 whose indicators stand on lines of their own, as 伊奈 prints them. */

import type { Problem } from "../plan/plan";
import { foldSpaces } from "../plan/text-width";
import {
  endsHeading,
  hasArrow,
  isPolicyHead,
  isPolicyTitle,
  readArrowRow,
  readArrowYears,
  readChapterHeading,
  readDot,
  readOverviewEntry,
  readPolicy,
  readRunningHead,
  type ArrowYears,
  type NumberedHeading,
} from "./goal-arrow-lines";
import { readKind } from "./indicator-table/headings";
import { planOf } from "./indicator-table/plan";
import { readRow, type Found } from "./indicator-table/rows";
import type { Annotations } from "./annotations";
import type { Layout, Reading } from "./layout";
import { isBlank, type Line } from "./lines";
import { missingParticulars } from "./missing-particulars";
import { printedName, rejoin } from "./printed-name";
import { grow, type Tree, type Twig } from "./tree";

export const goalArrow = {
  kind: "indicator-table",
  recognises: (lines) =>
    lines.some((line) => hasArrow(line.text) && readArrowRow(line.text) !== null) ? 0.75 : 0,
  read,
} as const satisfies Layout;

const headingLevels = ["編", "章", "節", "項"];
const policyLevel = "施策";
const entryLevel = "主な事業・取組";
const nameless = "（見出しなし）";

interface State {
  tree: Tree;
  found: Found[];
  open: Map<string, Twig>;
  years: ArrowYears;
  kind: string | null;
  /** Inside the table of policies: the policy being read, and what of it comes next. */
  policies: { policy: Twig | null; expects: "name" | "detail" | "entries"; entry: Twig | null } | null;
  lastLine: number;
  overview: { line: Line; number: string; name: string }[];
  consumed: Set<number>;
  problems: Problem[];
}

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const state: State = {
    tree: [],
    found: [],
    open: new Map(),
    years: { baseline: null, target: null },
    kind: null,
    policies: null,
    lastLine: 0,
    overview: [],
    consumed: new Set(),
    problems: [],
  };
  const printed = lines.filter((line) => !isBlank(line));
  let next = 0;
  for (const [index, line] of printed.entries()) {
    if (index === next) next += 1 + readLine(state, line, printed, index);
    state.lastLine = line.number;
  }
  checkOverview(state);
  const levels = [...headingLevels, policyLevel, entryLevel];
  const itemLevel =
    state.found[0]?.twig.level ??
    levels.find((level) => state.tree.some((twig) => twig.level === level)) ??
    policyLevel;
  const { plan, sources } = planOf(state.tree, state.found, levels, itemLevel);
  const problems = [...state.problems, ...missingParticulars(plan, annotations)];
  return { plan, problems, sources, consumed: state.consumed };
}

function consume(state: State, line: Line): void {
  state.consumed.add(line.number);
}

/** How many lines beyond this one were read with it. */
function readLine(state: State, line: Line, printed: readonly Line[], index: number): number {
  const years = readArrowYears(line.text);
  if (years) {
    state.years = years;
    state.policies = null;
    consume(state, line);
    return 0;
  }
  if (hasArrow(line.text) && addIndicator(state, line)) return 0;
  const running = readRunningHead(line.text);
  if (running) {
    openHeading(state, running, line, line.text.trim());
    return 0;
  }
  const heading = readChapterHeading(line.text);
  if (heading) return readHeadingName(state, heading, line, printed, index);
  const kind = readKind(line.text);
  if (kind !== null) {
    state.kind = kind;
    state.policies = null;
    consume(state, line);
    return 0;
  }
  if (isPolicyHead(line.text)) {
    state.policies = { policy: null, expects: "name", entry: null };
    consume(state, line);
    return 0;
  }
  if (isPolicyTitle(line.text) || foldSpaces(line.text) === "施策の体系") {
    state.policies = null;
    consume(state, line);
    return 0;
  }
  if (state.policies && readPolicyLine(state, state.policies, line)) return 0;
  const overview = readOverviewEntry(line.text);
  if (overview) state.overview.push({ line, ...overview });
  return 0;
}

/** The name of a heading stands on its line or on the lines below, up to the next blank one. */
function readHeadingName(
  state: State,
  heading: NumberedHeading,
  line: Line,
  printed: readonly Line[],
  index: number,
): number {
  if (heading.name !== "") {
    openHeading(state, heading, line, line.text.trim());
    return 0;
  }
  const below: Line[] = [];
  for (const next of printed.slice(index + 1, index + 5)) {
    const last = below[below.length - 1];
    if (last && next.number !== last.number + 1) break;
    if (
      next.text.length > 40 ||
      /[。\t]/u.test(next.text) ||
      endsHeading(next.text) ||
      readDot(next.text) !== null
    )
      break;
    if (readChapterHeading(next.text) || readArrowYears(next.text) || hasArrow(next.text)) break;
    below.push(next);
  }
  const [first] = below;
  if (!first) {
    state.problems.push({
      severity: "warning",
      line: line.number,
      message: `${line.number}行の「${heading.number}」の名称が読み取れません。名称を補ってください。`,
    });
  }
  for (const next of below) consume(state, next);
  const name = below.reduce((joined, next) => rejoin(joined, next.text), "");
  openHeading(state, { ...heading, name: name || nameless }, first ?? line, first?.text.trim() ?? "");
  consume(state, line);
  return below.length;
}

function openHeading(state: State, heading: NumberedHeading, line: Line, token: string): void {
  consume(state, line);
  state.policies = null;
  const rank = headingLevels.indexOf(heading.level);
  const current = state.open.get(heading.level);
  if (current && current.number === heading.number && foldSpaces(current.name) === foldSpaces(heading.name))
    return;
  const parent = headingLevels
    .slice(0, rank)
    .reduce<Twig | null>((nearest, level) => state.open.get(level) ?? nearest, null);
  const twig = grow(state.tree, { parent, ...heading, line: line.number, token });
  // A running head comes after the first heading of its own page: what had no parent yet belongs below it.
  const isFirst = !state.tree.some((other) => other !== twig && other.level === heading.level);
  if (isFirst) {
    for (const other of state.tree) {
      if (other.parent === null && other !== twig && headingLevels.indexOf(other.level) > rank)
        other.parent = twig;
    }
  } else {
    for (const level of headingLevels.slice(rank)) state.open.delete(level);
  }
  state.open.set(heading.level, twig);
}

function deepest(state: State, line: number): Twig {
  const open = headingLevels.reduce<Twig | null>((nearest, level) => state.open.get(level) ?? nearest, null);
  if (open) return open;
  const twig = grow(state.tree, { parent: null, level: "節", number: null, name: nameless, line, token: "" });
  state.open.set("節", twig);
  state.problems.push({
    severity: "warning",
    line,
    message: `${line}行より前に章や節の見出しがないので「${nameless}」としました。名称を補ってください。`,
  });
  return twig;
}

function addIndicator(state: State, line: Line): boolean {
  const row = readArrowRow(line.text);
  if (!row) return false;
  const { baseline, target } = state.years;
  const cells = [row.name, row.baseline, row.target].map((text) => ({ text, line: line.number }));
  const read = readRow(
    cells,
    [{ kind: "name" }, { kind: "baseline", year: baseline }, { kind: "target", year: target }],
    null,
  );
  if (!read) return false;
  consume(state, line);
  state.policies = null;
  state.problems.push(...read.problems);
  state.found.push({
    twig: deepest(state, line.number),
    indicator: { ...read.indicator, kind: state.kind },
    reads: read.reads,
  });
  return true;
}

/** A policy is its number and name, a blank line, its 内容, a blank line, and the entries, each broken over lines. */
function readPolicyLine(state: State, table: NonNullable<State["policies"]>, line: Line): boolean {
  const afterBlank = line.number !== state.lastLine + 1;
  const policy = afterBlank || table.policy === null ? readPolicy(line.text) : null;
  if (policy) {
    const twig = grow(state.tree, {
      parent: deepest(state, line.number),
      level: policyLevel,
      ...policy,
      line: line.number,
      token: line.text.trim(),
    });
    state.policies = { policy: twig, expects: "name", entry: null };
    consume(state, line);
    return true;
  }
  if (!table.policy) return false;
  const dot = readDot(line.text);
  if (dot !== null) {
    table.entry = grow(state.tree, {
      parent: table.policy,
      level: entryLevel,
      number: null,
      name: printedName(dot),
      line: line.number,
      token: line.text.trim(),
    });
    table.expects = "entries";
    consume(state, line);
    return true;
  }
  switch (table.expects) {
    case "name":
      if (afterBlank) {
        table.expects = "detail";
        table.policy.detail = printedName(line.text);
      } else {
        table.policy.name = rejoin(table.policy.name, line.text);
      }
      consume(state, line);
      return true;
    case "detail":
      if (afterBlank) return false;
      table.policy.detail = rejoin(table.policy.detail ?? "", line.text);
      consume(state, line);
      return true;
    case "entries":
      if (afterBlank || !table.entry) return false;
      table.entry.name = rejoin(table.entry.name, line.text);
      consume(state, line);
      return true;
  }
}

/** The overview at the front names what the pages then print: it is understood where both agree. */
function checkOverview(state: State): void {
  const printed = new Set(state.tree.map((twig) => foldSpaces(twig.name)));
  for (const { line, name } of state.overview) if (printed.has(name)) consume(state, line);
}
