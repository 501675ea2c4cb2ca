/** 施策の体系: the table that lists every item under its headings. Where a book has one, it says what belongs where. */

import { isBlank, type Line } from "../lines";
import {
  headingLevels,
  isChapterTitle,
  isPageNumber,
  itemHead,
  withoutReprintMark,
  type HeadingLevel,
  type Named,
} from "./marks";
import { narrow } from "./narrow";

export interface OutlineEntry extends Named {
  level: HeadingLevel | "item";
  number: string | null;
  line: number;
  /** What stands of the name on that line. */
  printed: string;
  /** Position of the entry above it in the list, or null. */
  parent: number | null;
}

export interface Outline {
  entries: OutlineEntry[];
  consumed: Set<number>;
  /** What the table's header calls the levels. */
  levelNames: ReadonlyMap<HeadingLevel, string>;
  /** And the items themselves: 取組項目. */
  itemWord: string;
}

const depth: Record<OutlineEntry["level"], number> = { 視点: 0, 目標: 1, 施策: 2, 取組項目群: 3, item: 4 };
const marker =
  /(?:^|(?<=\s))(?:\((\d{1,2})\)|([\u2460-\u2473\u3251-\u325F\u32B1-\u32BF])|(\d{1,5})-(?=[^\s\d-]|\d+\D))/g;
const headerWord = /^[^\d\s()。、]{1,8}$/;

export function readOutline(lines: readonly Line[]): Outline | null {
  const entries: OutlineEntry[] = [];
  const consumed = new Set<number>();
  let header: string[] = [];
  let vertical: OutlineEntry | null = null;
  let within = false;

  const open = (
    level: OutlineEntry["level"],
    number: string | null,
    name: string,
    line: number,
  ): OutlineEntry => {
    const entry: OutlineEntry = {
      level,
      number,
      name,
      printed: name,
      line,
      parent: parentOf(entries, level),
    };
    entries.push(entry);
    return entry;
  };

  lines.forEach((line, index) => {
    if (isBlank(line)) return;
    const text = line.text.trim();
    const words = headerWords(text);
    if (words) {
      const perspective = perspectiveAbove(lines, index);
      if (perspective) {
        open("視点", null, perspective.name, perspective.line);
        consumed.add(perspective.line);
      }
      header = words;
      within = true;
      consumed.add(line.number);
      return;
    }
    if (!within) return;
    if (isChapterTitle(text) || itemHead(text) || /^[≪《]/.test(text)) {
      within = false;
      return;
    }
    if (isPageNumber(text)) {
      consumed.add(line.number);
      return;
    }
    if (/^[■◆●]/.test(text)) return;
    consumed.add(line.number);
    const narrowed = narrow(text);
    if (/^\d{1,2}$/.test(narrowed)) {
      vertical = open("目標", String(Number(narrowed)), "", line.number);
      return;
    }
    // Printed upright: a letter per line, or a few with gaps between them.
    if (vertical && /^[^\s\u2460-\u2473](?:\s[^\s\u2460-\u2473])*$/u.test(text)) {
      vertical.name += text.replace(/\s/g, "");
      return;
    }
    vertical = null;
    const found = [...narrowed.matchAll(marker)];
    const before = text.slice(0, found[0]?.index ?? text.length).trim();
    if (before !== "") {
      const goal = /^(\d{1,2})[ .]\s*(\S.*)$/.exec(narrow(before));
      const last = entries[entries.length - 1];
      if (goal)
        open(
          "目標",
          String(Number(goal[1])),
          before.slice(before.length - (goal[2] ?? "").length),
          line.number,
        );
      else if (last) last.name += before;
    }
    found.forEach((match, at) => {
      const name = text.slice(match.index + match[0].length, found[at + 1]?.index ?? text.length).trim();
      const [, policy, group, item] = match;
      if (policy !== undefined) open("施策", `(${Number(policy)})`, name, line.number);
      else if (group !== undefined) open("取組項目群", group, name, line.number);
      else open("item", String(Number(item)), name, line.number);
    });
  });

  if (!entries.some((entry) => entry.level === "item")) return null;
  const [lowest = ""] = header.slice(-1);
  return {
    entries: entries.map((entry) => ({ ...entry, ...withoutReprintMark(entry.name) })),
    consumed,
    levelNames: namesOfLevels(header, entries),
    itemWord: lowest,
  };
}

/** 目標 施策 取組項目群 取組項目: words only, the last of which is what the blocks are called. */
function headerWords(text: string): string[] | null {
  const words = text.split(/\s+/);
  const [last = ""] = words.slice(-1);
  return words.length >= 2 &&
    words.length <= 6 &&
    words.every((word) => headerWord.test(narrow(word))) &&
    itemHead(`${last}-1`)
    ? words
    : null;
}

/** ■ 協働力の向上, on the last line above the header. */
function perspectiveAbove(lines: readonly Line[], header: number): { name: string; line: number } | null {
  const above = lines.slice(Math.max(0, header - 5), header).filter((line) => !isBlank(line));
  return (
    above.slice(-1).flatMap(({ text, number }) => {
      const [, name] = /^[■◆●≪《]\s*(\S.{0,40}?)\s*[≫》]?$/.exec(text.trim()) ?? [];
      return name === undefined ? [] : [{ name, line: number }];
    })[0] ?? null
  );
}

function parentOf(entries: readonly OutlineEntry[], level: OutlineEntry["level"]): number | null {
  // The chain above the last entry holds every open heading, so the walk is never longer than the levels are many.
  let at: number | null = entries.length - 1;
  while (at !== null && at >= 0) {
    const entry: OutlineEntry | undefined = entries[at];
    if (!entry) return null;
    if (depth[entry.level] < depth[level]) return at;
    at = entry.parent;
  }
  return null;
}

/** The header's words are set against the marks in use from the lowest up; what has no word keeps its usual name. */
function namesOfLevels(
  header: readonly string[],
  entries: readonly OutlineEntry[],
): ReadonlyMap<HeadingLevel, string> {
  const used = headingLevels.filter((level) => entries.some((entry) => entry.level === level));
  const words = header.slice(0, -1);
  const names = new Map<HeadingLevel, string>();
  for (const [back, level] of [...used].reverse().entries()) {
    const word = words[words.length - 1 - back];
    if (word !== undefined) names.set(level, word);
  }
  return names;
}
