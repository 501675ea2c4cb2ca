/** Which lines no reader understood, said once per unbroken stretch so that the list stays readable. */

import type { Problem } from "../plan/plan";
import { isBlank, type Line } from "./lines";

const excerptLength = 20;

/** `line` is the first line of the stretch. */
export interface Leftover extends Problem {
  lastLine: number;
}

interface Stretch {
  first: Line;
  last: Line;
  count: number;
}

/** Blank lines neither break a stretch nor make one. */
export function leftoverProblems(lines: readonly Line[], consumed: ReadonlySet<number>): Leftover[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  for (const line of lines) {
    if (isBlank(line)) continue;
    if (consumed.has(line.number)) {
      open = null;
    } else if (open) {
      open.last = line;
      open.count += 1;
    } else {
      open = { first: line, last: line, count: 1 };
      stretches.push(open);
    }
  }
  return stretches.map(({ first, last, count }): Leftover => {
    const from = first.number;
    const to = last.number;
    const where = from === to ? `${from}行` : `${from}〜${to}行（${count}行）`;
    const printed = first.text.trim();
    const excerpt = printed.length > excerptLength ? `${printed.slice(0, excerptLength)}…` : printed;
    return {
      severity: "warning",
      line: from,
      lastLine: to,
      message: `${where}は計画の項目として読めませんでした：「${excerpt}」。必要な内容なら、手で補ってください。`,
    };
  });
}
