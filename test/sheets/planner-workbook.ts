/** A planner's workbook for the tests of the sheets: the workbench's host with the real office.js, and PLAN functions over src/plan. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { gradeOf } from "../../src/plan/scales/grade";
import type { Direction, Method, Plan } from "../../src/plan/plan";
import { rate } from "../../src/plan/progress/progress";
import { parseYear } from "../../src/plan/year";
import { isUnread, readScale } from "../../src/sheets/scale-table";
import type { CellValue } from "../../src/sheets/cell-values";
import { directionWords } from "../../src/sheets/plan-cells";
import type { OfficeGlobals } from "../../src/workbench/host/office-in-node";
import { openWorkbook, type OpenWorkbook, type WorkbookOptions } from "../helpers/workbook";

// Eight people share the machine this was written on: the host calculates thousands of cells for each plan.
jest.setTimeout(120_000);

export const SEED_NAMES = ["kazo", "iruma", "ina", "isesaki", "oizumi"] as const;

export function seed(name: (typeof SEED_NAMES)[number]): Plan {
  return JSON.parse(readFileSync(path.join(__dirname, "../../seeds", `${name}.json`), "utf8")) as Plan;
}

let office: OfficeGlobals;
// Asked for, not assigned: Jest keeps whatever a global was ever given, with all of its workbook.
for (const name of ["Excel", "Office", "OfficeExtension"] as const)
  Object.defineProperty(globalThis, name, { configurable: true, get: () => office[name] });

/** The sheets' code finds Excel where the page has it. */
export async function openPlannerWorkbook(
  options: WorkbookOptions & { functions?: boolean } = {},
): Promise<OpenWorkbook> {
  const book = await openWorkbook(options);
  office = book.office;
  if (options.functions === false) return book;
  const parameter = (name: string, optional: boolean, dimensionality: "scalar" | "matrix" = "scalar") => ({
    name,
    optional,
    dimensionality,
    type: "any",
  });
  await book.host.registerFunctions(
    {
      namespace: "PLAN",
      allowErrorForDataTypeAny: true,
      functions: [
        {
          id: "RATE",
          name: "RATE",
          parameters: [
            parameter("実績", false),
            parameter("目標", false),
            parameter("基準値", true),
            parameter("方向", true),
            parameter("方法", true),
            parameter("単位", true),
            parameter("指標", true),
            parameter("後の目標", true),
          ],
        },
        {
          id: "GRADEOF",
          name: "GRADEOF",
          parameters: [parameter("達成率", false), parameter("尺度", true, "matrix")],
        },
        { id: "YEAR", name: "YEAR", parameters: [parameter("年度", false)] },
        {
          id: "SUMMARY",
          name: "SUMMARY",
          parameters: [parameter("階層", true), parameter("年度", true), parameter("計画", true, "matrix")],
          result: { type: "any", dimensionality: "matrix" },
        },
      ],
    },
    new Map<string, (...given: never[]) => unknown>([
      ["RATE", rateInCell as (...given: never[]) => unknown],
      ["GRADEOF", gradeInCell as (...given: never[]) => unknown],
      ["YEAR", parseYear as (...given: never[]) => unknown],
      ["SUMMARY", (() => [["見出し"], ["合計"]]) as (...given: never[]) => unknown],
    ]),
  );
  return book;
}

function rateInCell(
  actual: CellValue,
  target: CellValue,
  baseline: CellValue,
  direction: CellValue,
  method: CellValue,
): CellValue {
  const found = Object.entries(directionWords).find(([, words]) => words === direction)?.[0] as
    Direction | undefined;
  const result = rate({
    actual: printed(actual),
    target: printed(target),
    baseline: printed(baseline),
    direction: found ?? null,
    ...(method ? { method: method as Method } : {}),
  });
  return result.kind === "rate" ? result.value : result.state;
}

function printed(cell: CellValue): string | number | null {
  return typeof cell === "boolean" || cell === "" ? null : cell;
}

function gradeInCell(value: CellValue, scale: CellValue[][]): CellValue {
  const read = readScale(scale, "尺度");
  if (isUnread(read)) throw new Error(read.reason);
  return gradeOf(value as string | number, read);
}
