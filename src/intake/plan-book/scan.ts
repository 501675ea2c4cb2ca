/** A plan book as the sequence of headings and blocks it consists of, and what stands between them. */

import type { Year } from "../../plan/plan";
import { isBlank, type Line } from "../lines";
import { readBlock, type Block } from "./block";
import {
  headingCandidate,
  headingLevels,
  isChapterTitle,
  isPageNumber,
  itemHead,
  sectionLabel,
  type Heading,
} from "./marks";
import type { Piece } from "./indicators";

export type Part =
  | { kind: "heading"; heading: Heading; line: number; /** The sentences under it. */ prose: Piece[] }
  | { kind: "block"; block: Block };

export interface Scan {
  parts: Part[];
  consumed: number[];
}

const furthestMarker = 40;

export function scan(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  context: { baseYear: Year | null; divisions: ReadonlyMap<number, string[]> },
): Scan {
  const parts: Part[] = [];
  const consumed: number[] = [];
  /** A heading can only stand where the sentence before it has ended. */
  let closed = true;
  let prose: Piece[] | null = null;
  let index = 0;

  for (let line = lines[index]; line; line = lines[index]) {
    const text = line.text.trim();
    if (text === "" || taken.has(line.number)) {
      index += 1;
      continue;
    }
    if (isPageNumber(text)) {
      consumed.push(line.number);
      index += 1;
      continue;
    }
    const head = itemHead(text);
    if (head) {
      const { block, next } = readBlock(lines, index, head, context);
      parts.push({ kind: "block", block });
      index = next;
      closed = true;
      prose = null;
      continue;
    }
    const heading = closed || /^[≪《]/.test(text) ? headingCandidate(text) : null;
    if (heading && leadsDeeper(lines, index, heading)) {
      prose = [];
      parts.push({ kind: "heading", heading, line: line.number, prose });
      closed = true;
    } else if (isChapterTitle(text) || /^[■◆●]/.test(text)) {
      closed = true;
    } else {
      prose?.push({ line: line.number, text });
      closed = text.endsWith("。");
    }
    index += 1;
  }
  return { parts, consumed };
}

/** What follows 目標 and 視点 must be a heading below it or an item: numbered prose in the other chapters never leads there. */
function leadsDeeper(lines: readonly Line[], start: number, heading: Heading): boolean {
  const own = headingLevels.indexOf(heading.level);
  if (own >= headingLevels.indexOf("施策")) return true;
  let closed = true;
  let seen = 0;
  for (
    let index = start + 1;
    index < Math.min(lines.length, start + 10 * furthestMarker) && seen < furthestMarker;
    index += 1
  ) {
    const line = lines[index];
    if (!line || isBlank(line)) continue;
    const text = line.text.trim();
    if (itemHead(text)) return closed;
    if (isPageNumber(text)) continue;
    seen += 1;
    const next = closed ? headingCandidate(text) : null;
    if (next) return headingLevels.indexOf(next.level) > own;
    if (sectionLabel(text)) return false;
    closed = text.endsWith("。") || isChapterTitle(text) || /^[■◆●]/.test(text);
  }
  return false;
}
