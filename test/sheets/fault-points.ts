/** The operations on a workbook that a failing request may interrupt, and what must hold whenever one does: shared by the tests of the sheets and `npm run fuzz`. */

import type { Book } from "../../src/workbench/host/model/book";
import type { Failure } from "../../src/workbench/host/faults";
import { loadPlan, reloadPlan, removePlan } from "../../src/sheets";
import type { Answer } from "../../src/sheets";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";
import { stateOf, type WorkbookState } from "./workbook-state";

const otherPlan = { ...smallPlan, id: "other", municipality: "隣市", title: "隣市の計画" };

export interface Scenario {
  name: string;
  /** The workbook before the operation, with the user's own cells. */
  before: (book: OpenWorkbook) => Promise<void>;
  operation: () => Promise<Answer>;
}

async function userCells(book: OpenWorkbook): Promise<void> {
  await book.write("B2:C3", [
    ["予算", 1200],
    ["備考", "消してはいけない"],
  ]);
}

export async function loaded(plan = smallPlan): Promise<void> {
  const answer = await loadPlan(plan);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

const reload = () => reloadPlan(revisedPlan, { reason: "見直し", date: "2022/4/1", who: "財政課" });

export const scenarios: Scenario[] = [
  { name: "はじめての読み込み", before: userCells, operation: () => loadPlan(smallPlan) },
  {
    name: "二つ目の計画の読み込み",
    before: async (book) => {
      await userCells(book);
      await loaded(otherPlan);
    },
    operation: () => loadPlan(smallPlan),
  },
  {
    name: "更新",
    before: async (book) => {
      await userCells(book);
      await loaded();
      await typeActuals(book);
    },
    operation: reload,
  },
  {
    name: "取り除き",
    before: async (book) => {
      await userCells(book);
      await loaded();
    },
    operation: () => removePlan("small"),
  },
];

/** Two actuals and a column of the user's own, beside the table. */
async function typeActuals(book: OpenWorkbook): Promise<void> {
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    table.columns.getItem("実績値 令和3年度").getDataBodyRange().getCell(0, 0).values = [[11]];
    table.columns.getItem("備考").getDataBodyRange().getCell(0, 0).values = [["=2+3"]];
    table.getRange().getColumnsAfter(1).getCell(0, 0).values = [["担当者"]];
    table.getRange().getColumnsAfter(2).getCell(1, 1).values = [["加藤"]];
  });
}

/** Made once; every point starts from a copy, which costs nothing: a book of the host never changes. */
async function prepared({ before }: Scenario): Promise<OpenWorkbook> {
  const book = await openPlannerWorkbook({ functions: false });
  await before(book);
  await book.host.settled();
  return book;
}

async function copyOf({ host, office }: OpenWorkbook, book: Book = host.book()): Promise<OpenWorkbook> {
  // What cells compute is not compared: without functions nothing has to be calculated.
  const copy = await openPlannerWorkbook({ book, office, functions: false });
  copy.host.record.clear();
  return copy;
}

/** Cells somebody typed, wherever they are now. */
function typedCells({ sheets }: WorkbookState): unknown[] {
  const all = Object.values(sheets).flatMap(({ cells }) => Object.values(cells));
  return ["予算", 1200, "備考", "消してはいけない", 11, "=2+3", "担当者", "加藤"].filter((typed) =>
    all.includes(typed),
  );
}

/** A scenario that went well once: what each of its requests does, and what it leaves. */
export interface Rehearsed {
  scenario: Scenario;
  opened: OpenWorkbook;
  start: Book;
  /** The state before, with at least four cells somebody typed. */
  before: WorkbookState;
  requests: (readonly string[])[];
  expected: WorkbookState;
}

export async function rehearse(scenario: Scenario): Promise<Rehearsed> {
  const opened = await prepared(scenario);
  const start = opened.host.book();
  const clean = await copyOf(opened);
  const before = await stateOf(clean);
  if (typedCells(before).length < 4) throw new Error("The scenario has too few typed cells to watch.");
  clean.host.record.clear();
  const answer = await scenario.operation();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const requests = clean.host.record.requests.map(({ actions }) => actions);
  return { scenario, opened, start, before, requests, expected: await stateOf(clean) };
}

/** What is wrong after the operation failed at these points and was done again; nothing, if all is well. */
export async function wrongAfter(
  { scenario, opened, start, before, expected }: Rehearsed,
  points: readonly Failure[],
  where = JSON.stringify(points),
): Promise<string[]> {
  const wrong: string[] = [];
  const book = await copyOf(opened, start);
  // What was read to compare counts as requests too: the points are counted from here.
  for (const point of points) book.host.faults.fail(point);
  const failed = await scenario.operation();
  book.host.faults.clear();
  const between = await stateOf(book);
  if (typedCells(between).length !== typedCells(before).length) wrong.push(`${where}: 入力が失われた`);
  if (!failed.ok && failed.reason === "undone" && JSON.stringify(between) !== JSON.stringify(before)) {
    wrong.push(`${where}: 元に戻っていない ${difference(before, between)}`);
  }
  const again = await scenario.operation();
  const already = !again.ok && (again.reason === "alreadyLoaded" || again.reason === "notLoaded");
  if (!again.ok && !already) wrong.push(`${where}: やり直せない ${JSON.stringify(again)}`);
  const after = await stateOf(book);
  if (JSON.stringify(normal(after)) !== JSON.stringify(normal(expected)))
    wrong.push(`${where}: 結果が違う ${difference(normal(expected), normal(after))}`);
  book.host.dispose();
  return wrong;
}

/** The kept copy's sheet and table may be the second of their name. */
function normal(state: Awaited<ReturnType<typeof stateOf>>): unknown {
  return JSON.parse(
    JSON.stringify(
      Object.entries(state.sheets).sort() && {
        ...state,
        sheets: Object.fromEntries(Object.entries(state.sheets).sort()),
      },
    )
      .replace(/控え（([^（）]+)）（\d+）/g, "控え（$1）")
      .replace(/控え_([^_"]+?)_\d+/g, "控え_$1")
      .replace(/\\"serial\\":\d+/g, "serial"),
  ) as unknown;
}

function difference(one: unknown, other: unknown, path = ""): string {
  if (JSON.stringify(one) === JSON.stringify(other)) return "";
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return `${path}: ${JSON.stringify(one)?.slice(0, 80)} → ${JSON.stringify(other)?.slice(0, 80)}; `;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys]
    .map((key) =>
      difference(
        (one as Record<string, unknown>)[key],
        (other as Record<string, unknown>)[key],
        `${path}/${key}`,
      ),
    )
    .join("")
    .slice(0, 300);
}
