/**
 * Another office's workbook, brought in as hidden sheets with the day on them: 取り込む, 更新, 取り除く. The sheets carry
 * their mark themselves, so that it is known whose they are even when settings are lost.
 */

import { type Answer, done, type Refusal, refuse } from "../answer";
import type { BroughtWorkbook } from "../contract";
import { findPlans, type FoundPlan } from "../found-plans";
import { sameName } from "../legal-names";
import { FORMAT_VERSION } from "../versions/format";
import { type Batch, detailOf, withExcel } from "./connection";
import { NO_PLAN } from "./file-plans";
import {
  type FileContent,
  type Foreign,
  insertForeign,
  isDead,
  namesOf,
  removeForeign,
} from "./foreign-sheets";
import { formulasNaming, type Pair, repoint, speaksOf } from "./repoint";
import { tryTwice } from "./all-or-nothing";
import { survey, type Survey } from "./survey";

const MARK = "計画アドインの取り込み";

interface Mark {
  file: string;
  date: string;
  plans: { id: string; title: string }[];
}

interface MarkedSheet {
  id: string;
  sheet: string;
  mark: Mark;
}

export function broughtWorkbooks(): Promise<Answer<{ brought: BroughtWorkbook[] }>> {
  return withExcel<{ brought: BroughtWorkbook[] }>(async (batch) => {
    const marked = await markedSheets(batch);
    const files = new Map<string, BroughtWorkbook>();
    for (const { sheet, mark } of marked) {
      const known = files.get(mark.file);
      if (known) known.sheets.push(sheet);
      else files.set(mark.file, { ...mark, sheets: [sheet] });
    }
    return done({ brought: [...files.values()] });
  });
}

/** A file of a name that was brought before takes the old one's place; formulas go on pointing at the plan's name. */
export function bringWorkbook(
  content: FileContent,
  { file, date }: { file: string; date: string },
): Promise<Answer<{ brought: BroughtWorkbook }>> {
  return withExcel<{ brought: BroughtWorkbook }>(
    async (batch) => {
      const before = await markedSheets(batch);
      const here = await survey(batch);
      const foreign = await insertForeign(batch, content);
      if ("ok" in foreign) return foreign;
      try {
        const answer = await settle(batch, { before, here, foreign, file, date });
        if (answer.ok) return answer;
        return (await removeForeign(foreign)) ? answer : refuse("unfinished", namesOf(foreign));
      } catch (error) {
        // Where an old sheet is gone already, the new one is all there is: it stays, and the next 更新 finishes.
        const old = before.filter(({ mark }) => mark.file === file).map(({ id }) => id);
        const gone = (await allStand(old)) && (await removeForeign(foreign));
        return refuse(gone ? "undone" : "unfinished", detailOf(error));
      }
    },
    { alone: true },
  );
}

export function removeBrought(file: string): Promise<Answer<{ sheets: string[] }>> {
  return withExcel<{ sheets: string[] }>(
    async (batch) => {
      const mine = (await markedSheets(batch)).filter(({ mark }) => mark.file === file);
      if (mine.length === 0) return refuse("notLoaded");
      const here = await survey(batch);
      if (here.structureProtected) return refuse("protectedWorkbook");
      const sheets = mine.map(({ sheet }) => sheet);
      const pointing = await formulasNaming(batch, { sheets, names: wordsOf(here, sheets) });
      if (pointing.length > 0) return refuse("pointedAt", pointing);
      deleteSheets(batch, here, sheets);
      await batch.sync();
      return done({ sheets });
    },
    { alone: true },
  );
}

interface Settling {
  before: readonly MarkedSheet[];
  here: Survey;
  foreign: Foreign;
  file: string;
  date: string;
}

async function settle(
  batch: Batch,
  { before, here, foreign, file, date }: Settling,
): Promise<Answer<{ brought: BroughtWorkbook }>> {
  const { context, sync } = batch;
  const inside = await survey(batch, { only: new Set(namesOf(foreign)) });
  if (inside.formatVersion > FORMAT_VERSION) return refuse("newerFormat");
  const found = findPlans(inside);
  if (found.length === 0) return refuse("notReadable", [], NO_PLAN);
  const old = before.filter(({ mark }) => mark.file === file).map(({ sheet }) => sheet);
  const refused = conflict(here, found, old);
  if (refused !== null) return refused;

  const kept = neededSheets(inside, found);
  const staying = foreign.sheets.filter(({ name }) => kept.has(name));
  const pairs = pairsOf(here, old, inside, found);
  const gone = old.filter((name) => !pairs.some((pair) => pair.kind === "sheet" && pair.from === name));
  // A formula that names the table itself would be left pointing at nothing.
  const direct = await formulasNaming(batch, { sheets: old, names: tablesOn(here, old) });
  const lost = gone.length === 0 ? [] : await formulasNaming(batch, { sheets: gone, names: [] });
  if (direct.length + lost.length > 0) return refuse("pointedAt", [...new Set([...direct, ...lost])]);

  const mark: Mark = {
    file,
    date,
    plans: found.map(({ id, reading }) => ({ id, title: reading.plan.title })),
  };
  for (const { name, id } of foreign.sheets) {
    const sheet = context.workbook.worksheets.getItem(id);
    if (kept.has(name)) sheet.customProperties.add(MARK, JSON.stringify(mark));
    else sheet.delete();
  }
  repoint(batch, here, pairs);
  // A name an interrupted attempt left pointing nowhere stands for the plan again.
  for (const { name } of here.names.filter(isDead)) {
    const own = foreign.ownNames.find((each) => sameName(each.name, name));
    if (own !== undefined) context.workbook.names.getItem(name).formula = own.formula;
  }
  for (const name of old) context.workbook.worksheets.getItem(name).delete();
  // The new ones are called what the old ones were: the kept copy knows its tables by name.
  for (const { kind, from, to } of pairs) {
    if (kind === "table") context.workbook.tables.getItem(to).name = from;
    else context.workbook.worksheets.getItem(to).name = from;
  }
  await sync();
  // All that counts is done. A name left over is harmless, and goes with the next 更新.
  await tryTwice(() =>
    tidyNames(
      foreign.knownNames,
      staying.map(({ id }) => id),
    ),
  );
  const renamed = ({ name }: { name: string }): string =>
    pairs.find(({ kind, to }) => kind === "sheet" && to === name)?.from ?? name;
  return done({ brought: { ...mark, sheets: staying.map(renamed) } });
}

/** A plan a person loaded here, or a name that means something else here, is not to be covered. */
function conflict(here: Survey, found: readonly FoundPlan[], old: readonly string[]): Refusal | null {
  const loaded = findPlans(here).filter(
    ({ id, table }) => !old.includes(table.sheet) && found.some((plan) => plan.id === id),
  );
  if (loaded.length > 0)
    return refuse(
      "alreadyLoaded",
      loaded.map(({ table }) => table.sheet),
    );
  const mine = tablesOn(here, old);
  const taken = here.names.filter(
    ({ name, formula }) =>
      !isDead({ formula }) &&
      found.some(({ kept }) => kept !== null && sameName(kept.names.name, name)) &&
      !speaksOf(formula, { sheets: [], names: mine }),
  );
  return taken.length === 0
    ? null
    : refuse(
        "nameTaken",
        taken.map(({ name }) => name),
      );
}

/** The plans' own sheets and 設定; what sums up and records stays in its own workbook. */
function neededSheets(inside: Survey, found: readonly FoundPlan[]): Set<string> {
  return new Set([
    ...found.flatMap(({ table, keptTable }) => [
      table.sheet,
      ...(keptTable === null ? [] : [keptTable.sheet]),
    ]),
    ...(inside.list === null ? [] : [inside.list.sheet]),
    ...inside.scales.map(({ sheet }) => sheet),
  ]);
}

/** Which of the new sheets and tables stand for which of the old ones. */
function pairsOf(here: Survey, old: readonly string[], inside: Survey, found: readonly FoundPlan[]): Pair[] {
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

const tablesOn = (here: Survey, sheets: readonly string[]): string[] =>
  [...here.plans, ...here.scales, ...(here.list === null ? [] : [here.list])].flatMap(({ name, sheet }) =>
    sheets.includes(sheet) ? [name] : [],
  );

/** Tables and names by which a formula reaches these sheets. */
const wordsOf = (here: Survey, sheets: readonly string[]): string[] => {
  const tables = tablesOn(here, sheets);
  return [...tables, ...namesOver(here, sheets)];
};

const namesOver = (here: Survey, sheets: readonly string[]): string[] => {
  const tables = tablesOn(here, sheets);
  return here.names.flatMap(({ name, formula }) =>
    speaksOf(formula, { sheets, names: tables }) ? [name] : [],
  );
};

function deleteSheets({ context }: Batch, here: Survey, sheets: readonly string[]): void {
  for (const name of namesOver(here, sheets)) context.workbook.names.getItem(name).delete();
  for (const name of sheets) context.workbook.worksheets.getItem(name).delete();
}

/** Names that came with sheets that were not kept point nowhere; names of single sheets double what is there already. */
function tidyNames(known: ReadonlySet<string>, ids: readonly string[]): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const names = context.workbook.names.load("items/name,items/formula");
    const own = ids.map((id) => context.workbook.worksheets.getItem(id).names.load("items/name"));
    await context.sync();
    for (const name of names.items) if (!known.has(name.name) && isDead(name)) name.delete();
    for (const collection of own)
      for (const name of collection.items) if (known.has(name.name)) name.delete();
    await context.sync();
  });
}

async function allStand(ids: readonly string[]): Promise<boolean> {
  try {
    return await Excel.run(async (context) => {
      const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id).load("name"));
      await context.sync();
      return sheets.every(({ isNullObject }) => !isNullObject);
    });
  } catch {
    return false;
  }
}

async function markedSheets({ context, sync }: Batch): Promise<MarkedSheet[]> {
  const sheets = context.workbook.worksheets.load("items/id,items/name");
  await sync();
  const marks = sheets.items.map((sheet) => sheet.customProperties.getItemOrNullObject(MARK).load("value"));
  await sync();
  return sheets.items.flatMap(({ id, name }, at) => {
    const found = marks[at];
    const mark = found === undefined || found.isNullObject ? null : readMark(found.value);
    return mark === null ? [] : [{ id, sheet: name, mark }];
  });
}

function readMark(text: string): Mark | null {
  try {
    const mark = JSON.parse(text) as Partial<Mark> | null;
    return typeof mark?.file === "string" && typeof mark.date === "string" && Array.isArray(mark.plans)
      ? { file: mark.file, date: mark.date, plans: mark.plans }
      : null;
  } catch {
    return null;
  }
}
