/** The sections of the document: opened by a heading, or by the first thing after the table of the last. */

import type { Line } from "../lines";
import { printedName } from "../printed-name";
import { grow, type Twig } from "../tree";
import { bareHeading, readBullet, readSectionHeading, type SectionHeading } from "./headings";
import { endList } from "./lists";
import { consume, isKnownPart, nameless, rememberLevel, sectionLevel, type TableReading } from "./reading";

const sectionRank = 7;
/** A heading is followed soon by something a section consists of. */
const headingReach = 12;

/** 「Ⅲ」 alone on a line has its name on the next. */
export function couldBeName(line: Line): boolean {
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
export function isPlausible(
  heading: SectionHeading,
  line: Line,
  printed: readonly Line[],
  index: number,
): boolean {
  if (heading.rank < sectionRank) return heading.name !== "" || heading.rank === 1;
  const before = printed[index - 1];
  const next = printed[index + 1];
  if (before && before.number === line.number - 1) return false;
  if (next && next.number === line.number + 1 && !isKnownPart(next)) return false;
  return printed.slice(index + 1, index + 1 + headingReach).some(isKnownPart);
}

export function openSection(
  state: TableReading,
  heading: SectionHeading,
  line: Line,
  nameLine: Line | null,
): void {
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

/** Where sections have no heading of their own, a new one begins with the first part after the table of the last. */
export function beginPart(state: TableReading, line: Line, beginsSection: boolean): void {
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

/** A section without a heading is called after the first thing in it, and said to be so. */
export function nameNamelessSections(state: TableReading): void {
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
