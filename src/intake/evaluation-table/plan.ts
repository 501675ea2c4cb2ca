/** The plan of recorded judgements an evaluation table comes to, and what of it could not be read. */

import type { Assessment } from "../../plan/plan";
import { looksLikeDepartment, readDepartments } from "../department-cell";
import { emptyPlan, type Reading, type Source } from "../layout";
import { settle } from "../tree";
import { headingLevels } from "./headings";
import { itemLevelByDefault } from "./judged-rows";
import { settleSpellings } from "./outline";
import { correct, type Row, type TableReading } from "./reading";
import { marksAsPrinted, scales } from "./scales";

export function planOfTable(state: TableReading): Reading {
  const { tree, rows, problems } = state;
  settleSpellings(state);
  const itemLevel = state.itemLevel ?? itemLevelByDefault;
  for (const row of rows) {
    row.twig.level = itemLevel;
    row.departments = departmentsOf(row, state);
    row.twig.departments = row.departments;
  }
  const { nodes, idOf, sources } = settle(tree);
  const assessments = rows.map((row, index) => assessmentOf(row, idOf(row.twig), index, state, sources));
  const levels = [...headingLevels.filter((level) => tree.some((twig) => twig.level === level)), itemLevel];
  return {
    plan: {
      ...emptyPlan(),
      municipality: state.title?.municipality ?? "",
      title: state.title?.title ?? "",
      source: { title: state.title?.title ?? "" },
      corrections: state.corrections,
      expects: { level: itemLevel, departments: true, targets: "none" },
      levels,
      nodes,
      assessments,
    },
    problems,
    sources,
    consumed: state.consumed,
  };
}

function departmentsOf(row: Row, state: TableReading): string[] {
  const line = row.found.departments?.line ?? row.found.marks[0]?.cell.line ?? 0;
  const { departments, remarks } = readDepartments(row.found.departments?.text ?? "");
  for (const remark of remarks) {
    state.problems.push({
      severity: "warning",
      line,
      message: `${line}行の所管課にある「${remark}」は課の名前ではないので外しました。必要なら備考に書いてください。`,
    });
  }
  for (const name of departments.filter((each) => !looksLikeDepartment(each))) {
    state.problems.push({
      severity: "warning",
      line,
      message: `${line}行の所管課「${name}」は課の名前に見えません。原本と見比べてください。`,
    });
  }
  if (departments.length === 0) {
    state.problems.push({
      severity: "warning",
      line,
      message: `${line}行の所管課が読み取れません。原本を見て補ってください。`,
    });
  }
  return departments;
}

function assessmentOf(
  row: Row,
  node: string,
  index: number,
  state: TableReading,
  sources: Source[],
): Assessment {
  const marks: Record<string, string | string[]> = {};
  for (const scale of scales) {
    if (row.found.marks.some((mark) => mark.scale === scale)) continue;
    state.problems.push({
      severity: "warning",
      line: row.lastLine,
      message: `${row.lastLine}行の${scale.name}が読み取れません。原本を見て補ってください。`,
    });
  }
  row.found.marks.forEach(({ scale, cell, marks: read }) => {
    marks[scale.name] = marksAsPrinted(read, scale);
    sources.push({ path: `assessments/${index}/${scale.name}`, line: cell.line, token: cell.token });
    for (const slip of read.slips) {
      correct(state, slip, read.letters.join(""), cell.line, scale.name);
    }
  });
  const cell = row.found.departments;
  if (cell) sources.push({ path: `assessments/${index}/departments`, line: cell.line, token: cell.token });
  return { node, marks, departments: row.departments };
}
