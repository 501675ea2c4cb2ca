/**
 * Another office's workbook, brought in as hidden sheets with the day on them: 取り込む, 更新, 取り除く. The sheets carry
 * their mark themselves, so that it is known whose they are even when settings are lost.
 */

import { type Answer, done, type Refusal, refuse } from "../answer";
import type { BroughtWorkbook } from "../contract";
import { findPlans, type FoundPlan } from "../found-plans";
import { sameName } from "../legal-names";
import { FORMAT_VERSION } from "../versions/format";
import { type Mark, type MarkedSheet, markedSheets, markSheet } from "./brought-mark";
import { namesOver, pairsOf, tablesOn, wordsOf } from "./brought-pairs";
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
import { formulasNaming, repoint, speaksOf } from "./repoint";
import { tryTwice } from "./all-or-nothing";
import { survey, type Survey } from "./survey";

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
      if (pointing.length > 0) return refuse("pointedAt", pointing, inUse);
      deleteSheets(batch, here, sheets);
      await batch.sync();
      return done({ sheets });
    },
    { alone: true },
  );
}

/** Formulas that give the plan by its name are among them: the name goes with the sheets. */
const inUse =
  '取り込んだ計画を使っている数式があり、取り除くと #NAME? や #REF! になります。その数式を値にする（コピーして［値の貼り付け］）か、計画を "加須市（公表時）" のような文字に書き換えてから、もう一度お試しください。何も変更していません。';

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
    if (kept.has(name)) markSheet(sheet, mark);
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
