/** Which item a row is about, and the headings above it: named in the row, or left blank where cells were merged. */

import { foldSpaces } from "../../plan/text-width";
import { readDepartments } from "../department-cell";
import { printedName } from "../printed-name";
import type { Twig } from "../tree";
import type { Field } from "./records";
import { keyUnder, plant, standing, type Item, type Row, type TableReading } from "./table-reading";

/** The item a row is about: named in it, or — where merged cells left it blank — the one above. */
export function itemOf(
  state: TableReading,
  levels: readonly string[],
  row: Row,
  hasIndicator: boolean,
): Item | null {
  const named = row.path.find(({ level }) => level === state.itemLevel);
  if (levels.length > 0 && row.path.length === 0 && row.number === null)
    return hasIndicator || row.marks.length > 0 ? joinAbove(state, row) : null;
  if (levels.length === 0 && state.lastItem) return sharedBy(state.lastItem, row);
  const parent = openPath(state, levels, row);
  if (levels.length > 0 && !named) {
    const deepest = parent;
    if (!deepest) return null;
    return itemFor(state, deepest, row);
  }
  const name = named ? printedName(named.field.text) : "（見出しなし）";
  const number = row.number ? printedName(row.number.text) : null;
  const key = keyUnder(state, parent, number, foldSpaces(name));
  const known = state.byPath.get(key);
  if (known && row.sameAs === null && (hasIndicator || row.marks.length === 0)) {
    state.lastItem = known;
    return sharedBy(known, row);
  }
  const twig = plant(state, {
    parent,
    level: state.itemLevel,
    number,
    name,
    ...(named ? standing(named.field) : { line: row.line, token: "" }),
    ...(row.id && !hasIndicator ? { id: row.id.text.trim() } : {}),
  });
  const item = itemFor(state, twig, row);
  state.byPath.set(key, item);
  return item;
}

function joinAbove(state: TableReading, row: Row): Item | null {
  const item = state.lastItem;
  if (item && row.marks.length > 0) item.marks = [...item.marks, ...row.marks];
  return item && sharedBy(item, row);
}

/** A further row of an item may name a further 担当課: the item is theirs too. */
function sharedBy(item: Item, { departments }: Row): Item {
  const named = departments ? readDepartments(departments.text).departments : [];
  item.twig.departments = [...new Set([...item.twig.departments, ...named])];
  return item;
}

function itemFor(state: TableReading, twig: Twig, row: Row): Item {
  const known = state.items.get(twig);
  if (known) {
    state.lastItem = known;
    return sharedBy(known, row);
  }
  if (row.departments) twig.departments = readDepartments(row.departments.text).departments;
  if (row.detail) twig.detail = row.detail.text.trim();
  const item: Item = { twig, sameAs: row.sameAs, remark: row.remark, indicators: [], marks: row.marks };
  state.items.set(twig, item);
  state.lastItem = item;
  state.lastDraft = null;
  return item;
}

/** The headings above the item: a blank one is the one above, until something higher changes. */
function openPath(state: TableReading, levels: readonly string[], row: Row): Twig | null {
  let parent: Twig | null = null;
  for (const level of levels) {
    if (level === state.itemLevel) continue;
    const said: { field: Field } | undefined = row.path.find((each) => each.level === level);
    if (!said) {
      parent = state.above.get(level) ?? parent;
      continue;
    }
    const name = printedName(said.field.text);
    const key = keyUnder(state, parent, level, foldSpaces(name));
    const known: Twig | undefined = state.byKey.get(key);
    const twig: Twig = known ?? plant(state, headingOf(name, level, parent, said.field));
    state.byKey.set(key, twig);
    if (state.above.get(level) !== twig) {
      for (const lower of levels.slice(levels.indexOf(level))) state.above.delete(lower);
      state.above.set(level, twig);
    }
    parent = twig;
  }
  return parent;
}

/** 「第1章 …」「1 …」「(1) …」 in a cell: the number is no part of the name. */
function headingOf(name: string, level: string, parent: Twig | null, field: Field) {
  const [, number, rest] = /^(第\S{1,3}[編章節項]|[(（]?\d{1,3}[)）.．]?)[\s　]+(.+)$/u.exec(name) ?? [];
  return {
    parent,
    level,
    number: number ?? null,
    name: rest ?? name,
    ...standing(field),
  };
}
