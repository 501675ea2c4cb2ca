/** A planner's own list → a plan: merged cells filled down, headings on rows of their own put over what follows. */

import type { Indicator, Plan, PlanNode, Year } from "../../plan/plan";
import { parseTarget } from "../../plan/target";
import { foldSpaces } from "../../plan/text-width";
import { parseYear } from "../../plan/year";
import { cellName, fullAddress } from "../address";
import { type CellValue, isBlank, isErrorValue, printedOf, textOf } from "../cell-values";
import type { SheetProblem } from "../contract";
import { directionOf, headingOf, listOf } from "../reading/words";
import type { Mapping, Role } from "./guess";

export interface ListSource {
  matrix: readonly (readonly CellValue[])[];
  sheet: string;
  /** Where the selection starts. */
  row: number;
  column: number;
}

export type AboutList = Pick<Plan, "id" | "municipality" | "code" | "title"> & { period?: [Year, Year] };

export function planFromList(
  source: ListSource,
  mapping: Mapping,
  about: AboutList,
): { plan: Plan; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const report = (row: number, column: number, severity: SheetProblem["severity"], message: string): void => {
    problems.push({
      severity,
      message,
      address: fullAddress(source.sheet, cellName(source.row + row, source.column + column)),
    });
  };
  const at = (kind: Role["kind"]): number => mapping.roles.findIndex((role) => role.kind === kind);
  const levelColumns = mapping.roles.flatMap((role, column) =>
    role.kind === "level" ? [{ column, name: role.name }] : [],
  );
  if (levelColumns.length === 0)
    report(
      mapping.firstRow - 1,
      0,
      "error",
      "取組や施策の名前の列が選ばれていません。どの列かを選んでください。",
    );

  const headingKinds = headingKindsOf(
    source,
    mapping,
    levelColumns.map(({ column }) => column),
  );
  const levels = [...headingKinds, ...levelColumns.map(({ name }) => name)];
  const nodes: PlanNode[] = [];
  const indicators: Indicator[] = [];
  const ids = new Set<string>();
  const headings: (PlanNode | null)[] = headingKinds.map(() => null);
  let shown: string[] = levelColumns.map(() => "");
  let path: (PlanNode | null)[] = levelColumns.map(() => null);
  let carried = { number: "", departments: "" };

  const freshId = (wanted: string): string => {
    for (let copy = 1; ; copy++) {
      const id = copy === 1 ? wanted : `${wanted}（${copy}）`;
      if (!ids.has(id)) {
        ids.add(id);
        return id;
      }
    }
  };
  const node = (
    level: string,
    parent: PlanNode | null,
    words: string,
    number: string | null,
    departments: string[],
  ): PlanNode => {
    const heading = number === null ? headingOf(words) : { number, name: words };
    const made: PlanNode = {
      id: freshId(
        number !== null && number !== "" ? number : parent === null ? words : `${parent.id}／${words}`,
      ),
      parent: parent?.id ?? null,
      level,
      number: heading.number === "" ? null : heading.number,
      name: heading.name,
      departments,
    };
    nodes.push(made);
    return made;
  };

  for (let row = mapping.firstRow; row < source.matrix.length; row++) {
    const cells = source.matrix[row] ?? [];
    const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
    if (filled.length === 0) continue;
    const heading = headingRow(
      cells,
      filled,
      mapping,
      levelColumns.map(({ column }) => column),
    );
    if (heading !== null) {
      const depth = headingKinds.indexOf(kindOfHeading(heading));
      if (depth >= 0) {
        const parent =
          headings
            .slice(0, depth)
            .reverse()
            .find((each) => each !== null) ?? null;
        headings[depth] = node(headingKinds[depth] ?? "", parent, heading, null, []);
        headings.fill(null, depth + 1);
        shown = shown.map(() => "");
        path = path.map(() => null);
        carried = { number: "", departments: "" };
        continue;
      }
    }
    const last = levelColumns.length - 1;
    const numberHere = textOf(cells[at("number")]);
    levelColumns.forEach(({ column, name }, depth) => {
      const words = textOf(cells[column]);
      const isNew =
        words !== "" &&
        (words !== shown[depth] || (depth === last && numberHere !== "" && numberHere !== carried.number));
      if (!isNew) return;
      shown[depth] = words;
      shown.fill("", depth + 1);
      path.fill(null, depth);
      const above =
        [...headings, ...path.slice(0, depth)]
          .reverse()
          .find((each) => each !== null && each !== undefined) ?? null;
      const departments = depth === last ? listOf(textOf(cells[at("departments")])) : [];
      path[depth] = node(
        name,
        above,
        words,
        depth === last && at("number") >= 0 ? numberHere : null,
        departments,
      );
      if (depth === last) carried = { number: numberHere, departments: "" };
    });
    const item = [...path].reverse().find((each) => each !== null) ?? null;
    const name = textOf(cells[at("indicator")]);
    const values = valuesOf(cells, mapping, (column, message) => report(row, column, "warning", message));
    if (name === "" && !values.any) continue;
    if (item === null) {
      report(row, filled[0] ?? 0, "error", "どの取組の行か分かりません。取組の名前を入れてください。");
      continue;
    }
    if (name === "" && at("indicator") >= 0)
      report(
        row,
        at("indicator"),
        "warning",
        "値がありますが、指標の名前がありません。取組の名前で補います。",
      );
    const directionWords = textOf(cells[at("direction")]);
    const direction = directionOf(directionWords);
    if (direction === undefined)
      report(
        row,
        at("direction"),
        "warning",
        `「${directionWords}」を方向として読めません（増やす・減らす・維持・範囲）。`,
      );
    const count = indicators.filter((each) => each.node === item.id).length + 1;
    indicators.push({
      id: freshId(`${item.id}-${count}`),
      node: item.id,
      name: name === "" ? item.name : name,
      unit: textOf(cells[at("unit")]) || null,
      direction: direction ?? null,
      kind: textOf(cells[at("indicatorKind")]) || null,
      cumulative: false,
      note: textOf(cells[at("note")]) || null,
      baseline: baselineOf(cells, at("baseline"), at("baselineYear"), mapping),
      targets: values.targets,
      ...(Object.keys(values.actuals).length === 0 ? {} : { actuals: values.actuals }),
    });
  }
  const years = mapping.roles.flatMap((role) => ("year" in role ? [role.year] : []));
  const period: [Year, Year] = about.period ?? [Math.min(...years, 9999), Math.max(...years, 0)];
  if (years.length === 0 && about.period === undefined) {
    period.splice(0, 2, 2021, 2025);
    report(
      Math.max(0, mapping.firstRow - 1),
      0,
      "warning",
      "年度の列がないため、計画期間が分かりません。期間を入力してください。",
    );
  }
  if (nodes.length === 0)
    report(
      mapping.firstRow,
      0,
      "error",
      "取組が一つも見つかりません。見出しの行と列の選び方を確かめてください。",
    );
  const counts = indicators.map(({ targets }) => Object.keys(targets).length);
  const plan: Plan = {
    format: "plan/1",
    id: about.id,
    municipality: about.municipality,
    code: about.code,
    title: about.title,
    period,
    source: { title: `${about.title}（${source.sheet} の一覧）` },
    corrections: [],
    expects: {
      level: levels.at(-1) ?? "",
      departments: nodes.some(({ departments }) => departments.length > 0),
      targets: counts.every((count) => count === 0)
        ? "none"
        : counts.some((count) => count > 1)
          ? "yearly"
          : "final",
    },
    levels,
    nodes,
    indicators,
    assessments: [],
  };
  return { plan, problems };
}

function valuesOf(
  cells: readonly CellValue[],
  { roles }: Mapping,
  report: (column: number, message: string) => void,
): { targets: Record<string, string>; actuals: Record<string, string>; any: boolean } {
  const targets: Record<string, string> = {};
  const actuals: Record<string, string> = {};
  roles.forEach((role, column) => {
    if (role.kind !== "target" && role.kind !== "actual") return;
    const cell = cells[column];
    if (isErrorValue(cell))
      return report(column, `セルが ${String(cell)} になっています。値を入力し直してください。`);
    const text = printedOf(cell);
    if (text === "" || parseTarget(text).kind === "missing") return;
    (role.kind === "target" ? targets : actuals)[role.year] = text;
  });
  return { targets, actuals, any: Object.keys(targets).length + Object.keys(actuals).length > 0 };
}

function baselineOf(
  cells: readonly CellValue[],
  valueAt: number,
  yearAt: number,
  { headers }: Mapping,
): Indicator["baseline"] {
  const text = printedOf(cells[valueAt]);
  if (text === "") return null;
  const inHeader = /(?:令和|平成|[RH])(?:元|\d{1,2})(?:年度?)?|(?:19|20)\d{2}(?:年度?)?/i.exec(
    foldSpaces(headers[valueAt] ?? ""),
  );
  return {
    year: parseYear(cells[yearAt] ?? "") ?? (inHeader === null ? null : parseYear(inHeader[0])),
    text,
  };
}

/** One text in the row, in or left of the columns of names, and shaped like a heading. */
function headingRow(
  cells: readonly CellValue[],
  filled: readonly number[],
  mapping: Mapping,
  levels: readonly number[],
): string | null {
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || typeof cells[only] !== "string") return null;
  const words = textOf(cells[only]);
  const role = mapping.roles[only]?.kind;
  if (role !== "level" && role !== "ignore" && role !== "number") return null;
  const { number } = headingOf(words);
  return number !== null ||
    (only < (levels[0] ?? 0) && role !== "number") ||
    /^(?:目標|視点|施策|基本方針|分野|柱)\s*[0-9０-９]/.test(words)
    ? words
    : null;
}

function kindOfHeading(words: string): string {
  const folded = foldSpaces(words);
  const named = /^第\d+(章|節|項|編|部)|^(目標|視点|施策|基本方針|分野|柱)\d/.exec(folded);
  if (named !== null) return named[1] ?? named[2] ?? "";
  if (/^\(\d+\)/.test(folded)) return "小見出し";
  return "見出し";
}

/** The kinds of heading rows, in the order they first appear: that is from the top down. */
function headingKindsOf({ matrix }: ListSource, mapping: Mapping, levels: readonly number[]): string[] {
  const kinds: string[] = [];
  for (const cells of matrix.slice(mapping.firstRow)) {
    const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
    const heading = headingRow(cells, filled, mapping, levels);
    if (heading !== null && !kinds.includes(kindOfHeading(heading))) kinds.push(kindOfHeading(heading));
  }
  return kinds;
}
