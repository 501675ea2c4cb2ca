/** Sheets of somebody's file, put into this workbook out of sight and taken out again: Excel itself reads the file. */

import { type Refusal, refuse } from "../answer";
import { type Batch, codeOf, detailOf, LARGEST_REQUEST, reasonOf } from "./connection";
import { tryTwice } from "./all-or-nothing";

/** An .xlsx file in base64, as Excel takes it. */
export type FileContent = string;

export interface Foreign {
  /** `name`: what the sheet is called here. Excel renames where a name is taken. */
  sheets: readonly { id: string; name: string }[];
  /** Names that would have been the workbook's, were they not taken: Excel gives them to the sheet alone. */
  ownNames: readonly { name: string; formula: string }[];
  /** Names that were there before: any other that points nowhere afterwards came along. */
  knownNames: ReadonlySet<string>;
}

const UNREADABLE =
  "Excel のブック（.xlsx）として読めないファイルです。Excel で開いて保存し直してから、もう一度選んでください。ブックは変更していません。";

export async function insertForeign({ context, sync }: Batch, file: FileContent): Promise<Foreign | Refusal> {
  if (file.length > LARGEST_REQUEST) {
    return refuse(
      "tooLarge",
      [],
      "ファイルが大きすぎて Excel に渡せません。計画のシートだけを別のブックに写して保存し、それを選んでください。ブックは変更していません。",
    );
  }
  const { workbook } = context;
  const protection = workbook.protection.load("protected");
  const before = workbook.names.load("items/name");
  const standing = workbook.worksheets.load("items/name");
  await sync();
  if (protection.protected) return refuse("protectedWorkbook");
  const knownNames = new Set(before.items.map(({ name }) => name));
  const there = new Set(standing.items.map(({ name }) => name));
  const inserted = workbook.insertWorksheetsFromBase64(file, { positionType: "End" });
  try {
    await sync();
  } catch (error) {
    const added = await newSheets(there);
    if (added.length === 0 && ["InvalidArgument", "GeneralException"].includes(codeOf(error)))
      // Why, where Excel says it; not which of its members says so.
      return refuse("notReadable", detailOf(error).slice(0, 1), UNREADABLE);
    // The answer was lost on its way: what stands there now is named, and nothing is deleted by guess.
    return refuse(reasonOf(error), added.length === 0 ? [] : [`増えているシート：${added.join("、")}`]);
  }
  const ids = inserted.value;
  try {
    const sheets = ids.map((id) => {
      const sheet = workbook.worksheets.getItem(id);
      sheet.visibility = Excel.SheetVisibility.hidden;
      return { id, sheet: sheet.load("name"), names: sheet.names.load("items/name,items/formula") };
    });
    await sync();
    return {
      sheets: sheets.map(({ id, sheet }) => ({ id, name: sheet.name })),
      ownNames: sheets.flatMap(({ names }) =>
        names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
      ),
      knownNames,
    };
  } catch (error) {
    const gone = await takeOut(ids, knownNames);
    return refuse(gone ? "undone" : "unfinished", detailOf(error));
  }
}

async function newSheets(there: ReadonlySet<string>): Promise<string[]> {
  try {
    return await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.flatMap(({ name }) => (there.has(name) ? [] : [name]));
    });
  } catch {
    return [];
  }
}

/** A name that points nowhere: what it stood for was deleted. */
export function isDead({ formula }: { formula: unknown }): boolean {
  return String(formula).includes("#REF!");
}

export function namesOf({ sheets }: Foreign): string[] {
  return sheets.map(({ name }) => name);
}

/** Whether they are gone, with the names that came along and point nowhere without them. */
export function removeForeign({ sheets, knownNames }: Foreign): Promise<boolean> {
  return takeOut(
    sheets.map(({ id }) => id),
    knownNames,
  );
}

function takeOut(ids: readonly string[], knownNames: ReadonlySet<string>): Promise<boolean> {
  return tryTwice(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const { workbook } = context;
      const added = ids.map((id) => workbook.worksheets.getItemOrNullObject(id).load("name"));
      await context.sync();
      for (const sheet of added) if (!sheet.isNullObject) sheet.delete();
      const names = workbook.names.load("items/name,items/formula");
      await context.sync();
      for (const name of names.items) if (!knownNames.has(name.name) && isDead(name)) name.delete();
      await context.sync();
    }),
  );
}
