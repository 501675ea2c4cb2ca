/** Which of a brought workbook's sheets and tables stand for which of those brought before, and by which words formulas reach them. */

import { findPlans, type FoundPlan } from "../found-plans";
import { sameName } from "../legal-names";
import { type Pair, speaksOf } from "./repoint";
import type { Survey } from "./survey";

/** Which of the new sheets and tables stand for which of the old ones. */
export function pairsOf(
  here: Survey,
  old: readonly string[],
  inside: Survey,
  found: readonly FoundPlan[],
): Pair[] {
  if (old.length === 0) return [];
  const before = findPlans(here).filter(({ table }) => old.includes(table.sheet));
  const pairs: Pair[] = [];
  // Without its kept copy a plan is known by its table's name only, and that changes as it is brought.
  const isSoleUnknown = (was: FoundPlan, is: FoundPlan): boolean =>
    before.length + found.length === 2 && was.kept === null && is.kept === null;
  const add = (kind: Pair["kind"], from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined) pairs.push({ kind, from, to });
  };
  for (const was of before) {
    const is = found.find((plan) => plan.id === was.id || isSoleUnknown(was, plan));
    add("table", was.table.name, is?.table.name);
    add("sheet", was.table.sheet, is?.table.sheet);
    add("sheet", was.keptTable?.sheet, is?.keptTable?.sheet);
    const scale = was.scaleTable?.name;
    if (scale !== undefined)
      add("table", scale, inside.scales.find(({ name }) => isNumbered(name, scale))?.name);
  }
  const settings = here.list !== null && old.includes(here.list.sheet) ? here.list.sheet : undefined;
  add("sheet", settings, inside.list?.sheet);
  return pairs;
}

/** 尺度_加須市_2, 尺度_加須市2: what Excel makes of a name that is taken. */
const isNumbered = (name: string, plain: string): boolean =>
  sameName(name, plain) || (name.startsWith(plain) && /^_?\d+$/.test(name.slice(plain.length)));

export const tablesOn = (here: Survey, sheets: readonly string[]): string[] =>
  [...here.plans, ...here.scales, ...(here.list === null ? [] : [here.list])].flatMap(({ name, sheet }) =>
    sheets.includes(sheet) ? [name] : [],
  );

/** Tables and names by which a formula reaches these sheets. */
export const wordsOf = (here: Survey, sheets: readonly string[]): string[] => {
  const tables = tablesOn(here, sheets);
  return [...tables, ...namesOver(here, sheets)];
};

export const namesOver = (here: Survey, sheets: readonly string[]): string[] => {
  const tables = tablesOn(here, sheets);
  return here.names.flatMap(({ name, formula }) =>
    speaksOf(formula, { sheets, names: tables }) ? [name] : [],
  );
};
