/** Whose plan it is, where the text says so: the plan title with a municipality in it that is written most often. */

import type { Line } from "../lines";
import { narrow } from "./narrow";

export interface BookTitle {
  title: string;
  municipality: string;
  line: number;
  /** As it stands on that line. */
  printed: string;
}

const titled =
  /第\d{1,2}次([^\s\d「」『』、。・()]{1,6}?[市町村区])[^\s\d「」『』、。・()]{1,14}?(?:計画|プラン|大綱)/g;

/** Null where none is written, or where two are written equally often: then a person decides. */
export function bookTitle(lines: readonly Line[]): BookTitle | null {
  const found = new Map<string, BookTitle & { times: number }>();
  for (const line of lines) {
    if (!line.text.includes("次")) continue;
    const narrowed = narrow(line.text);
    for (const match of narrowed.matchAll(titled)) {
      const [, municipality = ""] = match;
      const known = found.get(match[0]);
      if (known) known.times += 1;
      else
        found.set(match[0], {
          title: match[0],
          municipality,
          line: line.number,
          printed: line.text.slice(match.index, match.index + match[0].length),
          times: 1,
        });
    }
  }
  const [most, second] = [...found.values()].sort((one, other) => other.times - one.times);
  if (!most || (second && second.times === most.times)) return null;
  return { title: most.title, municipality: most.municipality, line: most.line, printed: most.printed };
}
