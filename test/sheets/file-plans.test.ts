/** 計画のブック（.xlsx）から: シートを隠して入れ、読み、取り除く。何も残らないか、何も変わらない. */

import { loadPlan, plansInFile } from "../../src/sheets";
import { NO_PLAN } from "../../src/sheets/excel/file-plans";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook, seed } from "./planner-workbook";

async function fileOf(book: OpenWorkbook): Promise<string> {
  await book.host.settled();
  return Buffer.from((await book.host.saveXlsx()).bytes).toString("base64");
}

async function planners(): Promise<string> {
  const book = await openPlannerWorkbook();
  const loaded = await loadPlan(seed("ina"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  return fileOf(book);
}

/** 予算のブック: 計画のことは何も知らない. */
async function budget(): Promise<OpenWorkbook> {
  const book = await openPlannerWorkbook();
  await book.write("A1:B2", [
    ["費目", "金額"],
    ["人件費", 1200],
  ]);
  return book;
}

const state = ({ host }: OpenWorkbook) => {
  const { sheets, tables, names } = host.save();
  return { sheets, tables, names };
};

let file: string;
beforeAll(async () => {
  file = await planners();
});

test("計画が読め、ブックには何も残らない", async () => {
  const book = await budget();
  const before = state(book);
  const answer = await plansInFile(file);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  expect(answer.reading.plans.map(({ plan }) => plan)).toEqual([seed("ina")]);
  expect(state(book)).toEqual(before);
});

test("同じ計画を読み込んであるブックでも、ファイルの計画だけを読み、手元の計画は変わらない", async () => {
  const book = await openPlannerWorkbook();
  const loaded = await loadPlan(seed("ina"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  await book.host.settled();
  const before = state(book);
  const answer = await plansInFile(file);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  expect(answer.reading.plans.map(({ plan }) => plan)).toEqual([seed("ina")]);
  await book.host.settled();
  expect(state(book)).toEqual(before);
});

test("計画のないブックは、そう告げて、何も変えない", async () => {
  const other = await fileOf(await budget());
  const book = await budget();
  const before = state(book);
  expect(await plansInFile(other)).toMatchObject({ ok: false, reason: "notReadable", message: NO_PLAN });
  expect(state(book)).toEqual(before);
});

test("ブックでないファイルは断る", async () => {
  const book = await budget();
  const before = state(book);
  const refused = await plansInFile("44Gr44Gb44GuIA==");
  expect(refused).toMatchObject({ ok: false, reason: "notReadable" });
  expect(JSON.stringify(refused)).not.toContain("insertWorksheetsFromBase64");
  expect(state(book)).toEqual(before);
});

test("大きすぎるファイルと、構造を保護したブックは、渡す前に断る", async () => {
  const book = await budget();
  expect(await plansInFile("A".repeat(4_000_000))).toMatchObject({ ok: false, reason: "tooLarge" });
  await book.run(async (context) => context.workbook.protection.protect());
  expect(await plansInFile(file)).toMatchObject({ ok: false, reason: "protectedWorkbook" });
});
