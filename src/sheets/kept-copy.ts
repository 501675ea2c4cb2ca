/** 控え: the plan as it was loaded or last recorded, one fact per row, kept in a table of the workbook itself. What differs from it, somebody typed. */

import type { Indicator, Plan } from "../plan/plan";
import { type CellValue, isBlank, textOf } from "./cell-values";
import type { Kept, KeptNames } from "./kept";
import { isKept } from "./kept-schema";

export type { Kept, KeptNames } from "./kept";

export const KEPT_HEADERS = ["順", "種類", "ID", "内容"] as const;

/** The last fact says how many there are: a copy cut off in the middle is none. */
type Fact = "終" | "計画" | "名前" | "訂正" | "項目" | "指標" | "評価";

/** Excel takes 32,767 characters in a cell; longer facts go on in the next row with the same number. */
const longestCell = 30_000;

export function keptRows({ plan, names }: Kept): (string | number)[][] {
  const { nodes, indicators, assessments, corrections, ...about } = plan;
  const facts: [Fact, string, unknown][] = [
    ["計画", plan.id, about],
    ["名前", plan.id, names],
    ...corrections.map((each): [Fact, string, unknown] => ["訂正", "", each]),
    ...nodes.map((each): [Fact, string, unknown] => ["項目", each.id, each]),
    ...indicators.map((each): [Fact, string, unknown] => ["指標", each.id, each]),
    ...assessments.map((each): [Fact, string, unknown] => ["評価", each.node, each]),
  ];
  facts.push(["終", "", facts.length]);
  return facts.flatMap(([fact, id, content], at) =>
    piecesOf(JSON.stringify(content)).map((piece) => [at + 1, fact, id, piece]),
  );
}

function piecesOf(text: string): string[] {
  const pieces = [];
  for (let at = 0; at < text.length; at += longestCell) pieces.push(text.slice(at, at + longestCell));
  return pieces;
}

export function isKeptHeader(header: readonly CellValue[]): boolean {
  return KEPT_HEADERS.every((name, at) => textOf(header[at]) === name);
}

/** The rows of the table (without header) → what was kept; null where somebody damaged it beyond use. */
export function readKept(rows: readonly (readonly CellValue[])[]): Kept | null {
  const facts = new Map<number, { fact: string; text: string }>();
  for (const [order, fact, , content = ""] of rows) {
    if (isBlank(order) || isBlank(fact)) continue;
    const { text } = facts.get(Number(order)) ?? { text: "" };
    // The space at the end of a piece is part of a text.
    facts.set(Number(order), { fact: textOf(fact), text: text + String(content) });
  }
  const single: {
    about?: Omit<Plan, "nodes" | "indicators" | "assessments" | "corrections">;
    names?: KeptNames;
    count?: number;
  } = {};
  const lists = { 訂正: [], 項目: [], 指標: [], 評価: [] } as {
    訂正: Plan["corrections"];
    項目: Plan["nodes"];
    指標: Plan["indicators"];
    評価: Plan["assessments"];
  };
  try {
    for (const [, { fact, text }] of [...facts].sort(([one], [other]) => one - other)) {
      const content: unknown = JSON.parse(text);
      if (fact === "計画") single.about = content as typeof single.about;
      else if (fact === "名前") single.names = content as KeptNames;
      else if (fact === "終") single.count = content as number;
      else if (fact in lists) (lists[fact as keyof typeof lists] as unknown[]).push(content);
    }
  } catch {
    return null;
  }
  const { about, names, count } = single;
  if (about === undefined || names === undefined || count !== facts.size - 1) return null;
  const plan: Plan = {
    ...about,
    corrections: lists.訂正,
    nodes: lists.項目,
    indicators: lists.指標,
    assessments: lists.評価,
  };
  const kept = { plan, names };
  return isKept(kept) ? kept : null;
}

/**
 * Where the kept copy says what an indicator prints: the row of its table (without header) and the words it would hold
 * after `change`. null where it is not in one cell of its own.
 */
export function keptIndicatorCell(
  rows: readonly (readonly CellValue[])[],
  id: string,
  change: (indicator: Indicator) => Indicator,
): { row: number; text: string } | null {
  const fact: Fact = "指標";
  const found = rows.flatMap((cells, row) =>
    textOf(cells[1]) === fact && textOf(cells[2]) === id ? [{ row, text: textOf(cells[3]) }] : [],
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return { row: only.row, text: JSON.stringify(change(JSON.parse(only.text) as Indicator)) };
}
