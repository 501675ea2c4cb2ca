/** The lists of 取組 beside the tables: entries, their groups, and the section they belong to. */

import type { Line } from "../lines";
import { rejoin } from "../printed-name";
import { grow, ordinal, type Twig } from "../tree";
import { readBullet } from "./headings";
import { consume, nameless, rememberLevel, sectionLevel, type TableReading } from "./reading";

/** 「### 4 …」 after entry 3 goes on with the list, though a scan made a heading of it. */
export function continuesList(state: TableReading, line: Line): boolean {
  const entry = readBullet(line.text);
  if (!state.list || !entry?.heading) return false;
  const groups = state.list.entries.filter((each, index) => index === 0 || each.number !== null);
  const last = ordinal(groups[groups.length - 1]?.number ?? null) ?? groups.length;
  return ordinal(entry.number) === last + 1;
}

export function addToList(state: TableReading, line: Line): void {
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
export function endList(state: TableReading): void {
  const { list } = state;
  state.list = null;
  const [opening] = list?.entries ?? [];
  if (!list || !opening) return;
  const parent = sectionOf(state, opening.line);
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

export function sectionOf(state: TableReading, line: number): Twig {
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
