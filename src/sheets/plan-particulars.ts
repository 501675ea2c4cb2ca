/** What the list in 設定 says about a plan: title, municipality, period. As a person edited it, else as it was kept. */

import type { Plan } from "../plan/plan";
import { parseYear } from "../plan/year";
import { cellIn, type CellValue, rowAt, textOf } from "./cell-values";
import type { SurveyedTable } from "./excel/survey";
import type { Kept } from "./kept";
import type { ListHeader } from "./layout/settings-sheet";
import { sameName } from "./legal-names";

/** A plan's line of the list, asked by header. */
type Line = (header: ListHeader) => CellValue;

type About = Partial<Pick<Plan, "id" | "municipality" | "code" | "title" | "period" | "source">>;

/** 設定 as a person edited it; where it says what was loaded, or nothing readable, the kept copy stands. */
export function aboutOf(list: SurveyedTable | null, { plan, names }: Kept): About {
  const line =
    // The line of a sheet somebody deleted may still stand above.
    lineIn(list, (each) => textOf(each("計画ID")) === plan.id && textOf(each("表")) === names.table) ??
    lineIn(list, (each) => textOf(each("計画ID")) === plan.id) ??
    lineIn(list, (each) => textOf(each("表")) === names.table);
  return line === null ? {} : aboutFrom(line, plan);
}

export function aboutWithoutKept(list: SurveyedTable | null, table: SurveyedTable): About {
  const line = lineIn(list, (each) => sameName(textOf(each("表")), table.name));
  const unnamed = { id: table.name || table.sheet, municipality: table.sheet, title: table.sheet };
  return line === null ? unnamed : { ...unnamed, id: textOf(line("計画ID")), ...aboutFrom(line, null) };
}

function aboutFrom(cell: Line, base: Plan | null): About {
  const first = parseYear(cell("開始年度")) ?? base?.period[0];
  const last = parseYear(cell("終了年度")) ?? base?.period[1];
  const about: About = {};
  const municipality = textOf(cell("自治体"));
  const title = textOf(cell("計画名"));
  const code = textOf(cell("団体コード"));
  const source = textOf(cell("出典"));
  if (municipality !== "") about.municipality = municipality;
  if (title !== "") about.title = title;
  if (code !== "") about.code = code;
  if (source !== "" && source !== base?.source.title.trim()) about.source = { title: source };
  if (first !== undefined && last !== undefined) about.period = [first, last];
  // What was trimmed in the cell is not an edit.
  if (base !== null && municipality === base.municipality.trim()) about.municipality = base.municipality;
  if (base !== null && title === base.title.trim()) about.title = base.title;
  return about;
}

function lineIn(list: SurveyedTable | null, wanted: (line: Line) => boolean): Line | null {
  if (list === null) return null;
  const headers = rowAt(list.matrix, 0).map(textOf);
  const lines = list.matrix.slice(1).map(
    (cells): Line =>
      (header) =>
        cellIn(cells, headers.indexOf(header)),
  );
  return lines.find(wanted) ?? null;
}
