/** How far a milestone in words (方針検討, 導入) has been reached. */

import { foldSpaces } from "../text-width";

const doneMarks = new Set(["達成", "目標達成", "○", "〇", "◯", "◎"].map(milestoneKey));
const partlyMarks = new Set(["一部達成", "△"].map(milestoneKey));
const notMarks = new Set(["未達成", "未実施", "×", "✕", "✗"].map(milestoneKey));

/**
 * 1, 0.5 or 0; null when the words prove nothing either way: nobody guesses whether 調整中 is half of 策定.
 * All of the target's own words, in any order, or any of the words the path asks for later.
 */
export function milestoneReached(
  actual: readonly string[],
  target: readonly string[],
  laterWords: readonly string[],
): 0 | 0.5 | 1 | null {
  const said = actual.map(milestoneKey);
  const asked = target.map(milestoneKey);
  if (asked.every((word) => said.includes(word))) return 1;
  const joined = said.join("");
  if (joined === asked.join("")) return 1;
  const later = new Set(laterWords.map(milestoneKey));
  if (said.some((word) => later.has(word)) || later.has(joined)) return 1;
  if (said.length !== 1) return null;
  if (doneMarks.has(joined)) return 1;
  if (partlyMarks.has(joined)) return 0.5;
  return notMarks.has(joined) ? 0 : null;
}

function milestoneKey(word: string): string {
  return foldSpaces(word);
}
