/** Load, edit, read, insert, remove, in a workbook that was empty: what is seen after each step, cell by cell. */

import { cellName } from "../address";
import { type Answer } from "../answer";
import { insertBlock } from "../excel/insert";
import { loadPlan } from "../excel/load";
import { readPlans } from "../excel/read";
import { removePlan } from "../excel/remove";
import { today } from "../excel/today";
import { type Bench, type Seen, type SeenValue } from "./check";
import { readCells } from "./read-cells";
import { samplePlan, tableName } from "./sample-plan";

export const scenarioSteps = {
  load: "計画の読み込み：シート、表、名前、セルと数式",
  edit: "実績値の入力と並べ替え：達成率と評価の計算",
  read: "シートからの読み戻し",
  insert: "別のシートへの数式の挿入と計算",
  remove: "計画の取り除き：残るもの",
} as const;
export type ScenarioStep = keyof typeof scenarioSteps;

const noteBeside = "担当者のメモ";

export const scenario: Readonly<Record<ScenarioStep, (bench: Bench) => Promise<Seen>>> = {
  load: async (bench) => {
    succeeded(await loadPlan(samplePlan));
    return { ...(await parts(bench)), ...(await cellsOf(bench, "formulas")) };
  },
  edit: async (bench) => {
    const { context, sync, eventually } = bench;
    const table = context.workbook.tables.getItem(tableName(samplePlan));
    const ids = table.columns.getItem("ID").getDataBodyRange().load("values");
    const header = table.getHeaderRowRange().load("values");
    await sync();
    const type = (id: string, year: string, value: string | number): void => {
      const row = ids.values.findIndex(([each]) => each === id);
      table.columns.getItem(`実績値 ${year}`).getDataBodyRange().getCell(row, 0).values = [[value]];
    };
    type("1-1", "令和3年度", 11);
    type("1-1", "令和4年度", 0);
    type("1-2", "令和3年度", 50);
    type("2-1", "令和3年度", "方針検討");
    type("3-1", "令和3年度", -33);
    table.getRange().getColumnsAfter(2).getLastColumn().getCell(1, 0).values = [[noteBeside]];
    await sync();
    const headers = (header.values as string[][]).flat();
    const name = headers.indexOf("指標");
    table.sort.apply([{ key: name, ascending: true }]);
    await sync();
    const derived = headers.filter((each) => /^(?:指標|達成率 .*|評価 .*|実績値 令和3年度)$/.test(each));
    const look = async (): Promise<Seen> => {
      const columns = derived.map((each) => ({
        each,
        range: table.columns.getItem(each).getDataBodyRange().load("text"),
      }));
      await sync();
      return Object.fromEntries(
        columns.flatMap(({ each, range }) =>
          range.text.flat().map((cell, row) => [`${each} ${row + 1}行目`, cell]),
        ),
      );
    };
    return eventually(look, calculated);
  },
  read: async () => {
    const answer = succeeded(await readPlans());
    const [found] = answer.reading.plans;
    return {
      計画の数: answer.reading.plans.length,
      読めない所: found?.problems.length ?? -1,
      計画: JSON.stringify(found?.plan ?? null),
      実績のセル: found?.addressOf({ indicator: "1-1", column: "actual", year: 2021 }) ?? "",
    };
  },
  insert: async ({ context, sheet, sync, eventually }) => {
    sheet.load("name");
    await sync();
    const cells = [
      ["指標", "令和3年度"],
      [{ text: "=1+1" }, { formula: `=PLAN.TARGET("1-1","令和3年度",${samplePlan.municipality})` }],
      ["実績", { formula: `=PLAN.ACTUAL("1-1","令和3年度",${samplePlan.municipality})` }],
      ["達成率", { formula: "=PLAN.RATE(11,12)", format: "0.0%" }],
      ["評価", { formula: "=PLAN.GRADEOF(B4)" }],
    ];
    succeeded(await insertBlock({ cells }, `'${sheet.name}'!A1`));
    const range = context.workbook.worksheets.getItem(sheet.name).getRange("A1:B5");
    const look = async (): Promise<Seen> => {
      const { texts, formulas } = await readCells(range, sync);
      return Object.fromEntries(
        texts.flatMap((row, y) =>
          row.map((text, x) => {
            const formula = formulas[y]?.[x];
            return [cellName(y, x), text === formula ? text : `${text} ← ${String(formula)}`];
          }),
        ),
      );
    };
    return eventually(look, calculated);
  },
  remove: async (bench) => {
    const { context, sync } = bench;
    succeeded(await removePlan(samplePlan.id));
    const kept = await cellsOf(bench, "formulas");
    const table = context.workbook.tables.getItem(tableName(samplePlan));
    for (const year of ["令和3年度", "令和4年度"]) {
      const typed = table.columns.getItem(`実績値 ${year}`).getDataBodyRange().load("formulas");
      await sync();
      typed.formulas.forEach(([cell]: unknown[], row: number) => {
        // What a 再掲 row shows is a formula, and the add-in's own.
        if (!String(cell).startsWith("=")) typed.getCell(row, 0).clear(Excel.ClearApplyTo.contents);
      });
    }
    table.getRange().getColumnsAfter(2).getLastColumn().clear(Excel.ClearApplyTo.contents);
    await sync();
    succeeded(await removePlan(samplePlan.id));
    return {
      入力があるうちはメモが残る: Object.values(kept).includes(noteBeside),
      入力があるうちは実績が残る: Object.values(kept).includes("方針検討"),
      ...(await parts(bench)),
    };
  },
};

/** A step that is refused is told in the sheets' own sentence. */
function succeeded<Done extends object>(answer: Answer<Done>): { ok: true } & Done {
  if (!answer.ok) throw new Error([answer.message, ...(answer.detail ?? [])].join(" "));
  return answer;
}

function calculated(seen: Seen): boolean {
  return Object.values(seen).every((value) => !/#BUSY!|#GETTING_DATA/.test(String(value)));
}

/** Sheets, tables and names; the scenario's own sheet is not told, nor are sheets that were there before. */
async function parts({ context, sync }: Bench): Promise<Seen> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name,items/visibility");
  const tables = workbook.tables.load("items/name");
  const names = workbook.names.load("items/name,items/formula");
  await sync();
  const ranges = tables.items.map((table) => ({ table, range: table.getRange().load("address") }));
  await sync();
  return Object.fromEntries<SeenValue>([
    ...ofPlan(sheets.items).map(({ name, visibility }): [string, SeenValue] => [
      `シート ${name}`,
      visibility,
    ]),
    ...ranges.map(({ table, range }): [string, SeenValue] => [
      `表 ${table.name}`,
      range.address.replace(/\$/g, ""),
    ]),
    ...names.items.map(({ name, formula }): [string, SeenValue] => [`名前 ${name}`, String(formula)]),
  ]);
}

/** Every cell of the sheets the loader made, the hidden copy apart. */
async function cellsOf({ context, sync }: Bench, what: "formulas"): Promise<Seen> {
  const sheets = context.workbook.worksheets.load("items/name,items/visibility");
  await sync();
  const shown = ofPlan(sheets.items)
    .filter(({ visibility }) => visibility === Excel.SheetVisibility.visible)
    .map((sheet) => ({
      sheet,
      used: sheet.getUsedRangeOrNullObject(true).load(`rowIndex,columnIndex,${what}`),
    }));
  await sync();
  return Object.fromEntries(
    shown.flatMap(({ sheet, used }) => {
      if (used.isNullObject) return [];
      return (used[what] as SeenValue[][]).flatMap((row, y) =>
        row.flatMap((cell, x): [string, SeenValue][] =>
          cell === ""
            ? []
            : [[`${sheet.name}!${cellName(used.rowIndex + y, used.columnIndex + x)}`, timeless(cell)]],
        ),
      );
    }),
  );
}

const kinds = ["集計", "設定", "点検", "改定履歴"];
function ofPlan(sheets: readonly Excel.Worksheet[]): Excel.Worksheet[] {
  return sheets.filter(
    ({ name }) => name.includes(samplePlan.municipality) || kinds.some((kind) => name.startsWith(kind)),
  );
}

/** The day of the self-test stands in some cells. */
function timeless(cell: SeenValue): SeenValue {
  return typeof cell === "string" ? cell.replaceAll(today(), "（今日）") : cell;
}
