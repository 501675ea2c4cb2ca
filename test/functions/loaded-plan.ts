/** A workbook with a plan loaded into it and the add-in's functions at work, as its planner has it open. */
import { catalogue } from "../../src/functions/catalogue";
import { functionsFile } from "../../src/functions/metadata";
import type { Plan } from "../../src/plan/plan";
import { loadPlan } from "../../src/sheets";
import { openWorkbook } from "../helpers/workbook";
import { associations } from "./formula-sheet";

export async function openLoadedPlan(plan: Plan): ReturnType<typeof openWorkbook> {
  const book = await openWorkbook();
  Object.assign(globalThis, { Excel: book.office.Excel, OfficeExtension: book.office.OfficeExtension });
  await book.host.registerFunctions(
    {
      namespace: "PLAN",
      functions: functionsFile(catalogue, "https://keikaku.example.lg.jp").functions,
      allowErrorForDataTypeAny: true,
    },
    associations(),
  );
  const loaded = await loadPlan(plan);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  await book.host.settled();
  return book;
}
