/** Which 財政指標 a name means, as people and plans write it: 経常収支比率＊, 資金不足比率（水道事業）. */

import { FISCAL_RATIOS } from "./ratios";
import type { FiscalRatio } from "./ratios";
import type { Direction } from "../plan";
import { noRate } from "../progress/rate";
import type { RateState } from "../progress/rate";
import { foldSpaces } from "../text-width";

const ratios: readonly FiscalRatio[] = FISCAL_RATIOS;

const byName = new Map(
  ratios.flatMap((ratio) => [ratio.name, ...ratio.aliases].map((name) => [nameKey(name), ratio] as const)),
);

/** Names without a bracket, longest first: 連結実質赤字比率 before the 実質赤字比率 it contains. */
const plainNames = [...byName.entries()]
  .filter(([name]) => !name.includes("("))
  .sort(([a], [b]) => b.length - a.length);

/** The ratio of exactly that name or of a name it also goes by. */
export function fiscalRatioNamed(name: unknown): FiscalRatio | null {
  return typeof name === "string" ? (byName.get(nameKey(name)) ?? null) : null;
}

/** The ratio an indicator's name is about: the name itself, or one that begins with it and adds something in brackets. */
export function ratioOfIndicator(name: string): FiscalRatio | null {
  const key = nameKey(name);
  const exact = byName.get(key);
  if (exact !== undefined) return exact;
  return plainNames.find(([plain]) => key.startsWith(`${plain}(`))?.[1] ?? null;
}

/** 経常収支比率 should fall, 市税収納率 should rise; null for anything that is no fiscal ratio. */
export function directionOfRatio(name: string): Direction | null {
  return ratioOfIndicator(name)?.direction ?? null;
}

/** In 実質赤字比率, 連結実質赤字比率, 将来負担比率 and 資金不足比率 a dash means 該当なし: there is nothing bad to report. */
export function printsDashWhenSound(name: string): boolean {
  return ratioOfIndicator(name)?.belowZero === "－";
}

/** What to answer to a name that is none. */
export function unknownRatio(name: unknown): RateState {
  const known = ratios.map((each) => each.name).join("、");
  return noRate(
    "判定不能",
    "財政指標 不明",
    `「${String(name)}」という財政指標はありません。使えるのは${known}です。`,
  );
}

/** Full-width or half-width, with or without the unit or the asterisk that points to a glossary. */
function nameKey(name: string): string {
  return foldSpaces(name)
    .replace(/[*※]\d*/gu, "")
    .replace(/\(%\)$/u, "");
}
