/** What people write in the columns that hold one of a few words, in any width: 増やす, 進捗率, ○. */

import type { Direction, Method } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";

const directions: Record<string, Direction> = {
  増やす: "up",
  増: "up",
  増加: "up",
  up: "up",
  "↑": "up",
  減らす: "down",
  減: "down",
  減少: "down",
  down: "down",
  "↓": "down",
  維持: "keep",
  keep: "keep",
  "→": "keep",
  範囲: "band",
  band: "band",
};

/** null: blank. undefined: a word nobody agreed on. */
export function directionOf(words: string): Direction | null | undefined {
  const folded = foldSpaces(words).toLowerCase();
  return folded === "" ? null : directions[folded];
}

export function methodOf(words: string): Method | null | undefined {
  const folded = foldSpaces(words);
  if (folded === "") return null;
  return folded === "達成率" || folded === "進捗率" ? folded : undefined;
}

export function cumulativeOf(words: string): boolean | undefined {
  const folded = foldSpaces(words).toLowerCase();
  if (["", "×", "x", "false", "いいえ", "単年"].includes(folded)) return false;
  return ["○", "〇", "◯", "true", "はい", "累計", "1", "する"].includes(folded) ? true : undefined;
}

export function listOf(words: string): string[] {
  return words
    .split(/[、，,；;\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** `(1) 計画的な行財政運営` → number and name, for headings nobody knows from before. */
export function headingOf(words: string): { number: string | null; name: string } {
  const match =
    /^(第?[0-9０-９一二三四五六七八九十]+(?:[-.－．][0-9０-９]+)*[章節項編部款]?|[(（][0-9０-９]+[)）]|[①-⑳]|[Ⅰ-Ⅻ]|[A-Z]\d*)[ 　.．]+(\S.*)$/u.exec(
      words,
    );
  if (match === null) return { number: null, name: words };
  const [, number = null, name = words] = match;
  return { number, name };
}
