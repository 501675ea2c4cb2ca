/** A plan's table as a matrix with its header row → the plan as it stands there now, where each row is, and what could not be read. */

import type { Assessment, Indicator, Plan, Year } from "../../plan/plan";
import { parseTarget } from "../../plan/target";
import { cellName, fullAddress } from "../address";
import { type CellValue, isBlank, textOf } from "../cell-values";
import {
  type Column,
  columnKey,
  columnsOf,
  headerOf,
  isDerived,
  KNOWN_MARK_SCALES,
  markScalesOf,
} from "../columns";
import type { SheetProblem } from "../contract";
import { marksText, RETIRED_MARK } from "../plan-cells";
import { type Row, rowsOf } from "../rows";
import { findHeader, type Header, readHeader } from "./header";
import { readHeadings, type Report } from "./headings";
import { readIndicator } from "./indicator";
import { foundRow, type FoundRow, isEmptyRow } from "./row";
import { listOf } from "./words";

export interface TableContext {
  /** The plan as loaded, where the workbook still has its kept copy. */
  base: Plan | null;
  /** What is known about the plan otherwise: 設定, or the argument of a function. */
  about?: Partial<Pick<Plan, "id" | "municipality" | "code" | "title" | "period" | "source">>;
  /** Where the matrix stands, for addresses. */
  origin?: { sheet: string; row: number; column: number };
}

export interface TableReading {
  plan: Plan;
  problems: SheetProblem[];
  header: Header;
  /** Row of the matrix of each row id, as the sheet has it. */
  rowAt: ReadonlyMap<string, number>;
  /** Indicator id and node id → row of the matrix (a node's first). */
  rowOfIndicator: ReadonlyMap<string, number>;
  rowOfNode: ReadonlyMap<string, number>;
  /** Row of the matrix → id of the node it belongs to. */
  nodeAt: ReadonlyMap<number, string>;
  /** Rows no longer in the plan, kept for what was entered in them. */
  retired: string[];
  /** Rows of the kept copy that are gone from the sheet. */
  missing: Row[];
  /** Rows somebody typed: they have no id yet. Row of the matrix → the id they were given for this reading. */
  unnamed: ReadonlyMap<number, string>;
}

/** null: no row of the matrix is a plan's header. */
export function readPlanTable(
  matrix: readonly (readonly CellValue[])[],
  context: TableContext,
): TableReading | null {
  const { base } = context;
  const scales = base === null ? KNOWN_MARK_SCALES : markScalesOf(base);
  const found = findHeader(matrix);
  if (found === null) return null;
  const header = readHeader(matrix[found.row] ?? [], found.row, scales);
  const problems: SheetProblem[] = [];
  const address = (row: number, column: Column | null): string | null => {
    if (context.origin === undefined) return null;
    const position = column === null ? (header.at.get("id") ?? 0) : (header.at.get(columnKey(column)) ?? 0);
    return fullAddress(
      context.origin.sheet,
      cellName(context.origin.row + row, context.origin.column + position),
    );
  };
  const report: Report = (row, column, severity, message) =>
    problems.push({ severity, message, address: address(row.at, column) });

  reportColumns(header, base, problems, address);
  const knownRows = new Map((base === null ? [] : rowsOf(base)).map((row) => [row.id, row]));
  const { rows, retired, unnamed } = readRows(matrix, header, knownRows, base, report);
  const levels = levelsOf(header, base);
  const { nodes, nodeOf } = readHeadings(rows, levels, base, report);
  const years = [
    ...new Set(
      header.columns.flatMap((column) => (column !== null && "year" in column ? [column.year] : [])),
    ),
  ].sort();
  const indicators: Indicator[] = [];
  const assessments: Assessment[] = [];
  const rowOfIndicator = new Map<string, number>();
  const rowOfNode = new Map<string, number>();
  const nodeAt = new Map<number, string>();
  const rowAt = new Map<string, number>();
  const rowOf = new Map<Indicator | Assessment, FoundRow>();
  const nodeOfRowId = new Map(rows.flatMap((row) => [[row.id, nodeOf.get(row)] as const]));

  for (const row of rows) {
    const node = nodeOf.get(row);
    if (node === undefined) continue;
    rowAt.set(row.id, row.at);
    nodeAt.set(row.at, node.id);
    if (!rowOfNode.has(node.id)) rowOfNode.set(node.id, row.at);
    switch (kindOf(row, header)) {
      case "mirror": {
        const source = textOf(row.cell({ kind: "original" }));
        const original = nodeOfRowId.get(source)?.id ?? nodes.find(({ id }) => id === source)?.id;
        if (row.known !== null && !row.changed({ kind: "original" })) break;
        if (original === undefined || original === node.id) {
          report(
            row,
            { kind: "original" },
            "error",
            `再掲元「${source}」の行が見つかりません。元の行の ID を入力してください。`,
          );
        } else node.sameAs = original;
        break;
      }
      case "indicator": {
        const indicator = readIndicator(row, row.id, node.id, years, report);
        indicators.push(indicator);
        rowOf.set(indicator, row);
        rowOfIndicator.set(indicator.id, row.at);
        break;
      }
      case "assessment": {
        const assessment = readAssessment(row, node.id, scales);
        assessments.push(assessment);
        rowOf.set(assessment, row);
        break;
      }
      case "bare":
        break;
    }
  }
  for (const node of nodes) {
    if (node.sameAs === undefined || nodes.some(({ id }) => id === node.sameAs)) continue;
    problems.push({
      severity: "error",
      message: `再掲「${node.name}」の元の行がありません。元の行を戻すか、再掲元を直してください。`,
      address: address(rowOfNode.get(node.id) ?? header.row, { kind: "original" }),
    });
  }
  const plan = planOf(
    context,
    levels,
    years,
    nodes,
    inOrderOf(base, indicators, rowOf),
    inOrderOf(base, assessments, rowOf),
  );
  const seen = new Set(rows.map(({ id }) => id));
  return {
    plan,
    problems,
    header,
    rowAt,
    rowOfIndicator,
    rowOfNode,
    nodeAt,
    retired,
    missing: [...knownRows.values()].filter(({ id }) => !seen.has(id) && !retired.includes(id)),
    unnamed,
  };
}

function readRows(
  matrix: readonly (readonly CellValue[])[],
  header: Header,
  known: ReadonlyMap<string, Row>,
  base: Plan | null,
  report: Report,
): { rows: FoundRow[]; retired: string[]; unnamed: Map<number, string> } {
  const rows: FoundRow[] = [];
  const retired: string[] = [];
  const unnamed = new Map<number, string>();
  const seen = new Set<string>();
  for (let at = header.row + 1; at < matrix.length; at++) {
    const cells = matrix[at] ?? [];
    if (isEmptyRow(cells, header)) continue;
    const idPosition = header.at.get("id") ?? 0;
    const id = textOf(cells[idPosition]);
    const row = foundRow(cells, at, header, seen.has(id) ? null : (known.get(id) ?? null), base);
    if (textOf(row.cell({ kind: "planRemark" })).startsWith(RETIRED_MARK)) {
      retired.push(id);
      continue;
    }
    if (id !== "" && !seen.has(id)) {
      seen.add(id);
      rows.push(row);
      continue;
    }
    const given = freeId(id === "" ? newIdOf(row) : id, (each) => seen.has(each) || known.has(each));
    report(
      row,
      { kind: "id" },
      "warning",
      id === ""
        ? "ID のない行です（あとから足した行）。計画の一部として読みます。ID は「更新」のときに付けます。"
        : `ID「${id}」が重なっています。あとの行を新しい行として読みます。`,
    );
    seen.add(given);
    unnamed.set(at, given);
    rows.push({ ...row, id: given, known: null });
  }
  return { rows, retired, unnamed };
}

/** The same for the same row wherever it is sorted to. */
function newIdOf(row: FoundRow): string {
  const number = textOf(row.cell({ kind: "number" }));
  const indicator = textOf(row.cell({ kind: "indicator" }));
  return `追加-${[number, indicator].filter((words) => words !== "").join("-") || "行"}`;
}

function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  for (let copy = 1; ; copy++) {
    const id = copy === 1 ? wanted : `${wanted}（${copy}）`;
    if (!isTaken(id)) return id;
  }
}

function kindOf(row: FoundRow, header: Header): Row["kind"] {
  if (row.known !== null && row.known.kind !== "bare") {
    if (
      row.known.kind !== "mirror" ||
      !isBlank(row.cell({ kind: "original" })) ||
      !header.at.has("original")
    ) {
      return row.known.kind;
    }
  }
  if (!isBlank(row.cell({ kind: "original" }))) return "mirror";
  const holds = (wanted: (column: Column) => boolean): boolean =>
    header.columns.some((column) => column !== null && wanted(column) && !isBlank(row.cell(column)));
  if (
    holds(({ kind }) => kind === "indicator" || kind === "baseline" || kind === "target" || kind === "actual")
  ) {
    return "indicator";
  }
  return holds(({ kind }) => kind === "mark") ? "assessment" : "bare";
}

function readAssessment(row: FoundRow, node: string, scales: readonly string[]): Assessment {
  const before = row.known?.kind === "assessment" ? row.known.assessment : null;
  const marks: Assessment["marks"] = {};
  for (const scale of scales) {
    const column: Column = { kind: "mark", scale };
    if (before !== null && (!row.changed(column) || marksText(before, scale) === textOf(row.cell(column)))) {
      const untouched = before.marks[scale];
      if (untouched !== undefined) marks[scale] = untouched;
      continue;
    }
    const letters = listOf(textOf(row.cell(column)));
    const [only] = letters;
    if (only !== undefined)
      marks[scale] = severalAllowed(scale, before) || letters.length > 1 ? letters : only;
  }
  const departments =
    before !== null && !row.changed({ kind: "departments" })
      ? before.departments
      : listOf(textOf(row.cell({ kind: "departments" })));
  return { node, marks, departments };
}

/** 今後の方向性 is a list in the plan's data even where one is marked. */
function severalAllowed(scale: string, before: Assessment | null): boolean {
  return before?.marks[scale] === undefined ? scale === "今後の方向性" : Array.isArray(before.marks[scale]);
}

function levelsOf(header: Header, base: Plan | null): string[] {
  const inSheet: string[] = [];
  for (const column of header.columns) if (column?.kind === "level") inSheet[column.depth] = column.name;
  const levels = Array.from(inSheet, (name, depth) => name ?? base?.levels[depth] ?? `階層${depth + 1}`);
  return base !== null && base.levels.length >= levels.length ? base.levels : levels;
}

/** As loaded; what is new comes last. Sorting the sheet does not change the plan. */
function inOrderOf<Each extends Indicator | Assessment>(
  base: Plan | null,
  found: Each[],
  rowOf: ReadonlyMap<Indicator | Assessment, FoundRow>,
): Each[] {
  if (base === null) return found;
  const order = new Map<unknown, number>(
    [...base.indicators, ...base.assessments].map((each, at) => [each, at]),
  );
  const placeOf = (each: Each): number => {
    const known = rowOf.get(each)?.known;
    const original =
      known?.kind === "indicator" ? known.indicator : known?.kind === "assessment" ? known.assessment : null;
    return order.get(original) ?? Infinity;
  };
  return found
    .map((each, at) => ({ each, at, place: placeOf(each) }))
    .sort((one, other) => (one.place === other.place ? one.at - other.at : one.place - other.place))
    .map(({ each }) => each);
}

function planOf(
  { base, about }: TableContext,
  levels: string[],
  years: readonly Year[],
  nodes: Plan["nodes"],
  indicators: Indicator[],
  assessments: Assessment[],
): Plan {
  if (base !== null) return { ...base, ...about, levels, nodes, indicators, assessments };
  const first = years[0] ?? 0;
  return {
    format: "plan/1",
    id: "",
    municipality: "",
    code: "",
    title: "",
    period: [first, years.at(-1) ?? first],
    source: { title: "" },
    corrections: [],
    ...about,
    expects: {
      level: levels.at(-1) ?? "",
      departments:
        nodes.some(({ departments }) => departments.length > 0) ||
        assessments.some((each) => each.departments.length > 0),
      targets: targetsOf(indicators),
    },
    levels,
    nodes,
    indicators,
    assessments,
  };
}

/** How the plan prints targets, as far as its table tells: in most indicators more than one year, or one. */
function targetsOf(indicators: readonly Indicator[]): Plan["expects"]["targets"] {
  const counts = indicators.map(
    ({ targets }) => Object.values(targets).filter((each) => parseTarget(each).kind !== "missing").length,
  );
  if (counts.every((count) => count === 0)) return "none";
  return counts.filter((count) => count > 1).length * 2 >= counts.length ? "yearly" : "final";
}

function reportColumns(
  header: Header,
  base: Plan | null,
  problems: SheetProblem[],
  address: (row: number, column: Column | null) => string | null,
): void {
  for (const { column } of header.doubles) {
    problems.push({
      severity: "warning",
      message: `「${headerOf(column)}」の列が二つあります。左の列を読みます。`,
      address: address(header.row, column),
    });
  }
  for (const column of base === null ? [] : columnsOf(base)) {
    if (header.at.has(columnKey(column)) || isDerived(column) || column.kind === "remark") continue;
    problems.push({
      severity: "warning",
      message: `「${headerOf(column)}」の列がありません。読み込んだときの内容で補います。`,
      address: address(header.row, null),
    });
  }
}
