/** The 章・節・項 above the rows: opened, printed again in another spelling, broken over two lines. */

import type { Line } from "../lines";
import { printedName } from "../printed-name";
import { grow, ordinal, type Twig } from "../tree";
import { headingLevels, likeness, type Heading } from "./headings";
import { consume, onlyCell, type TableReading } from "./reading";
import { cellsOf } from "./rows";

/** Two spellings at least this alike are one heading, printed again on the next page. */
const sameHeading = 0.5;

export function openHeading(state: TableReading, heading: Heading, line: Line, token: string): void {
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

/** A heading whose end stands alone on the next line. */
export function joinHeading(state: TableReading, before: number): void {
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

/** A heading printed on several pages in several spellings has the one that is printed most often. */
export function settleSpellings(state: TableReading): void {
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

function isSpelling(state: TableReading, twig: Twig, name: string): boolean {
  return (state.spellings.get(twig) ?? []).some((spelling) => likeness(spelling.name, name) >= sameHeading);
}

function checkOrder(state: TableReading, twig: Twig, siblings: readonly Twig[], line: number): void {
  const number = ordinal(twig.number);
  const before = siblings[siblings.length - 1];
  if (before === undefined) return;
  const previous = ordinal(before.number);
  if (number === null || previous === null || number === previous + 1) return;
  state.problems.push({
    severity: "warning",
    line,
    message: `${line}行の「${twig.number} ${twig.name}」は「${before.number} ${before.name}」の次の番号ではありません。見出しの番号を確かめてください。`,
  });
}
