/** A plan's table as a matrix with its header row → the plan as it stands there now, where each row is, and what could not be read. */

import type { Assessment, Indicator, Plan } from "../../plan/plan";
import { cellName, fullAddress } from "../address";
import { type CellValue, rowAt, textOf } from "../cell-values";
import { type Column, columnKey, KNOWN_MARK_SCALES, markScalesOf } from "../columns";
import type { SheetProblem } from "../contract";
import { type Row, rowsOf } from "../rows";
import { readAssessment } from "./assessment";
import { reportColumns } from "./column-problems";
import { findHeader, type Header, readHeader } from "./header";
import { readHeadings, type Report } from "./headings";
import { readIndicator } from "./indicator";
import { inOrderOf, levelsOf, planOf } from "./plan-of-rows";
import type { FoundRow } from "./row";
import { kindOf, readRows } from "./rows-found";
import type { TableContext } from "./table-context";

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
  const found = findHeader(matrix);
  return found === null ? null : readTableAt(matrix, found.row, context);
}

/** The same where it is known which row is the header. */
export function readTableAt(
  matrix: readonly (readonly CellValue[])[],
  headerRow: number,
  context: TableContext,
): TableReading {
  const { base } = context;
  const scales = base === null ? KNOWN_MARK_SCALES : markScalesOf(base);
  const header = readHeader(rowAt(matrix, headerRow), headerRow, scales);
  const problems: SheetProblem[] = [];
  const idAt = header.columns.findIndex((column) => column?.kind === "id");
  const address = (row: number, column: Column): string | null => {
    if (context.origin === undefined) return null;
    const { origin } = context;
    // What is said of a column that is not there is shown at the row's ID.
    const position = header.at.get(columnKey(column)) ?? idAt;
    return fullAddress(origin.sheet, cellName(origin.row + row, origin.column + position));
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
  const rowOfId = new Map<string, number>();
  const rowOf = new Map<Indicator | Assessment, FoundRow>();
  const nodeOfRowId = new Map(rows.flatMap((row) => [[row.id, nodeOf.get(row)] as const]));

  for (const [row, node] of nodeOf) {
    rowOfId.set(row.id, row.at);
    nodeAt.set(row.at, node.id);
    if (!rowOfNode.has(node.id)) rowOfNode.set(node.id, row.at);
    switch (kindOf(row, header)) {
      case "mirror": {
        const source = textOf(row.cell({ kind: "original" }));
        const original = (nodeOfRowId.get(source) ?? nodes.find(({ id }) => id === source))?.id;
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
    rowAt: rowOfId,
    rowOfIndicator,
    rowOfNode,
    nodeAt,
    retired,
    missing: [...knownRows.values()].filter(({ id }) => !seen.has(id) && !retired.includes(id)),
    unnamed,
  };
}
