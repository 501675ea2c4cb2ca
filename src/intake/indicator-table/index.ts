/** 指標の表: tab-separated tables of 指標名・現状値・目標値 and the headings and lists around them, as 伊勢崎 and 大泉 print them. */

import type { Annotations } from "../annotations";
import type { Layout, Reading } from "../layout";
import { isBlank, type Line } from "../lines";
import { missingParticulars } from "../missing-particulars";
import { readColumns } from "./columns";
import { isProseHeading, readKind, readListHeading, readSectionHeading } from "./headings";
import { addToList, continuesList, endList } from "./lists";
import { planOf } from "./plan";
import { cellTexts, consume, newReading, sectionLevel, type TableReading } from "./reading";
import { beginPart, couldBeName, isPlausible, nameNamelessSections, openSection } from "./sections";
import { addRow, beginTable, isBrokenRow } from "./tables";

export const indicatorTable = {
  kind: "indicator-table",
  recognises: (lines) => (lines.some((line) => readColumns(cellTexts(line)) !== null) ? 0.8 : 0),
  read,
} as const satisfies Layout;

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const state = newReading();
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
function readLine(state: TableReading, line: Line, printed: readonly Line[], index: number): number {
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

/** The level the indicators hang on. */
function itemLevelOf(state: TableReading): string {
  const levels = state.found.map(({ twig }) => twig.level);
  return (
    levels.sort((one, other) => state.levels.indexOf(other) - state.levels.indexOf(one))[0] ??
    state.levels[state.levels.length - 1] ??
    sectionLevel
  );
}
