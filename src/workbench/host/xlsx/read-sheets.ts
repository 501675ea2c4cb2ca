/** The sheets of a file in their order, each with its tables. */
import { sameName } from "../model/book";
import { isSheetName } from "../model/sheets/sheets";
import type { Sheet, Visibility } from "../model/sheets/sheet";
import type { Table } from "../model/tables/table";
import { identityOf, type Ids } from "./identity";
import type { Parts, Relation } from "./package-reader";
import { FAULTS, FileFault, type ProblemList } from "./problems";
import { readSheet, type SheetReading } from "./read-sheet";
import { readTable } from "./read-table";
import { childOf, childrenOf, numberIn, type Branch } from "./xml";

const freeName = (wanted: string, others: readonly (string | undefined)[], problems: ProblemList): string => {
  const taken = (name: string): boolean =>
    others.some((other) => other !== undefined && sameName(other, name));
  if (isSheetName(wanted) && !taken(wanted)) return wanted;
  let number = others.length + 1;
  while (taken(`Sheet${number}`)) number++;
  problems.add(
    `使えないシート名「${wanted.slice(0, 40)}」`,
    "",
    `「Sheet${number}」という名前で入れました。`,
  );
  return `Sheet${number}`;
};

const visibilityOf = (state: string | undefined): Visibility =>
  state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";

/** What every sheet of the workbook is read with. */
export interface BookReading extends Pick<
  SheetReading,
  "texts" | "looks" | "theme" | "known" | "limits" | "problems" | "parts" | "persons" | "recalculated"
> {
  readonly relations: readonly Relation[];
  readonly ids: Ids;
}

export interface SheetsRead {
  /** A place stays empty where the file lists something that is no worksheet. */
  readonly sheets: readonly (Sheet | undefined)[];
  readonly tables: readonly Table[];
}

export const readSheets = (root: Branch, { relations, ids, ...book }: BookReading): SheetsRead => {
  const { parts, limits, problems, known } = book;
  const listed = childrenOf(childOf(root, "sheets"), "sheet");
  if (listed.length > limits.sheets) throw new FileFault(FAULTS.tooManySheets(limits.sheets));
  // Ids the file brings come before any that are given here.
  const entries = listed.map((entry) => {
    const relation = relations.find(({ id }) => id === entry.attributes.get("id"));
    if (relation?.kind !== "worksheet") return undefined;
    const part = relation.target;
    const content = parts.bytes(part);
    const own = parts.relations(part);
    const given = own.flatMap(({ kind, target }) => (kind === "table" ? [parts.tree(target)] : []));
    for (const { kind, target } of own)
      if (kind === "drawing" || kind === "threadedComment") leaveIds(parts, target, ids);
    const id = ids.take(identityOf(content));
    const ownTables = given.map((tree) => ({ tree, id: ids.take(tree.attributes.get("uid")) }));
    return { entry, part, content, own, id, ownTables };
  });
  const names: (string | undefined)[] = [];
  const byName = new Map<string, string>();
  for (const each of entries) {
    const given = each?.entry.attributes.get("name") ?? "";
    const name = each && freeName(given, names, problems);
    names.push(name);
    // Formulas of the file speak of it by the name it had there.
    if (each && !byName.has(given.toLowerCase())) byName.set(given.toLowerCase(), each.id);
  }
  const sheetIds = (name: string): string | undefined => byName.get(name.toLowerCase());
  const tables: Table[] = [];
  const sheets: (Sheet | undefined)[] = [];
  const count = { cells: 0, drawn: 0 };
  for (const [at, each] of entries.entries()) {
    const name = names[at];
    if (!each || name === undefined) {
      sheets.push(undefined);
      continue;
    }
    const { entry, part, content, own, id, ownTables } = each;
    const sheet = { id, name };
    const first = tables.length;
    for (const { tree, id: tableId } of ownTables) {
      const number = numberIn(tree, "id") ?? tables.length + 1;
      const about = { sheet, number, id: tableId, others: tables, known, problems, lookOf: book.looks.rule };
      const table = readTable(tree, about);
      if (table) tables.push(table);
    }
    const read = readSheet(content, part, {
      ...book,
      sheet: name,
      id,
      relations: own,
      sheetIds,
      tables: tables.slice(first),
      count,
      takeId: (wanted) => ids.take(wanted),
    });
    sheets.push({ ...read, visibility: visibilityOf(entry.attributes.get("state")) });
  }
  return { sheets, tables };
};

/** Charts keep the ids of their series in parts of their own. */
const leaveIds = (parts: Parts, part: string, ids: Ids): void => {
  if (!parts.has(part)) return;
  ids.leave(parts.bytes(part));
  for (const { kind, target } of parts.relations(part))
    if (kind === "chart" && parts.has(target)) ids.leave(parts.bytes(target));
};
