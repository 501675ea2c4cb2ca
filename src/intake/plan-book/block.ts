/** One item as a plan book prints it: head, 取組内容, 目標値等, 備考, 担当課. */

import type { Problem, Year } from "../../plan/plan";
import { isBlank, type Line } from "../lines";
import { isBracketOpen, joinBroken, joinParagraphs } from "./broken-lines";
import { continuesDepartments, joinDepartments, splitDepartments } from "./departments";
import { readIndicators, type Piece, type PrintedIndicator } from "./indicators";
import {
  headingCandidate,
  isPageNumber,
  itemHead,
  sectionLabel,
  withoutReprintMark,
  type ItemHead,
  type Named,
  type Section,
} from "./marks";
import { isCellLike, tokensOf } from "./value-cells";

export interface Block extends Named {
  line: number;
  head: ItemHead;
  /** 取組項目-83, for sentences. */
  title: string;
  detail: string;
  hasRemark: boolean;
  remark: string;
  departments: PrintedDepartment[];
  indicators: PrintedIndicator[];
  consumed: number[];
  problems: Problem[];
}

/** `token` is the line it stands on, behind the label. */
export interface PrintedDepartment {
  name: string;
  line: number;
  token: string;
}

export interface BlockContext {
  baseYear: Year | null;
  divisions: ReadonlyMap<number, string[]>;
}

const mostNameLines = 3;
const mostDepartmentLines = 20;
const longestDepartment = 25;

/** The block whose head stands at `start`, and the index of the first line behind it. */
export function readBlock(
  lines: readonly Line[],
  start: number,
  head: ItemHead,
  context: BlockContext,
): { block: Block; next: number } {
  const headLine = lines[start];
  const headNumber = headLine?.number ?? 0;
  const found: Record<Section, Piece[]> = { detail: [], targets: [], remark: [], departments: [] };
  const labelled = new Set<Section>();
  const unlabelled: Piece[] = [];
  const consumed: number[] = [headNumber];
  let section: Section | null = null;
  let next = start + 1;

  for (let line = lines[next]; line; line = lines[(next += 1)]) {
    const text = line.text.trim();
    if (isBlank(line)) continue;
    if (itemHead(text)) break;
    const label = sectionLabel(text);
    if (label) {
      section = label.section;
      labelled.add(section);
      consumed.push(line.number);
      if (label.rest !== "") found[section].push({ line: line.number, text: label.rest });
      continue;
    }
    if (isPageNumber(text) && !mayBeCells(section, text)) {
      consumed.push(line.number);
      continue;
    }
    if (section === null) {
      unlabelled.push({ line: line.number, text });
    } else if (section === "departments") {
      const before = found.departments[found.departments.length - 1]?.text ?? "";
      if (found.departments.length >= mostDepartmentLines || !continuesDepartments(before, text)) break;
      found.departments.push({ line: line.number, text });
    } else if (section === "targets" && endsTargets(found.targets, text)) {
      break;
    } else {
      found[section].push({ line: line.number, text });
    }
  }

  const title = `${head.level}-${head.number}`;
  const problems: Problem[] = [];
  const warn = (message: string) =>
    problems.push({ severity: "warning", line: headNumber, message: `${title}：${message}` });

  const nameLines = continuesName(head.name, unlabelled, labelled) ? unlabelled : [];
  consumed.push(...nameLines.map((piece) => piece.line));
  const named = withoutReprintMark(joinBroken([head.name, ...nameLines.map((piece) => piece.text)]));
  if (named.name === "") warn("名称がありません。名称を補ってください。");

  const targets = readIndicators(found.targets, { item: title, ...context });
  if (!labelled.has("targets")) warn("目標値等がありません。");
  else if (targets.indicators.length === 0) warn("目標値等に読める指標がありません。");
  const departments = departmentsOf(found.departments);
  if (departments.length === 0) warn("担当課がありません。");
  for (const { name } of departments) {
    if (name.length > longestDepartment || name.includes("。")) {
      warn(`「${name.slice(0, longestDepartment)}…」は担当課の名称に見えません。担当課を確かめてください。`);
    }
  }

  for (const read of ["detail", "remark", "departments"] as const)
    consumed.push(...found[read].map((piece) => piece.line));
  return {
    block: {
      ...named,
      line: headNumber,
      head,
      title,
      detail: joinParagraphs(found.detail.map((piece) => piece.text)),
      hasRemark: labelled.has("remark"),
      remark: joinParagraphs(found.remark.map((piece) => piece.text)),
      departments,
      indicators: targets.indicators,
      consumed: [...consumed, ...targets.consumed],
      problems: [...problems, ...targets.problems],
    },
    next,
  };
}

/** Lines between the head and the first label go on with the name, if 取組内容 comes next or a bracket is still open. */
function continuesName(name: string, unlabelled: readonly Piece[], labelled: ReadonlySet<Section>): boolean {
  const [first] = labelled;
  return (
    unlabelled.length <= mostNameLines &&
    (first === "detail" || isBracketOpen(name)) &&
    !unlabelled.some((piece) => piece.text.endsWith("。"))
  );
}

/** `－ 80 －` under 目標値等 may be three cells, not page 80. */
function mayBeCells(section: Section | null, text: string): boolean {
  return section === "targets" && !/^-\s/.test(text);
}

/** A heading right behind a row of cells: the block has ended without its 担当課. */
function endsTargets(targets: readonly Piece[], text: string): boolean {
  const before = targets[targets.length - 1]?.text ?? "";
  const heading = headingCandidate(text);
  if (!heading || heading.level === "目標" || before === "") return false;
  return !before.startsWith("【") && tokensOf(before).every(isCellLike) && /\d|-|－/.test(before);
}

function departmentsOf(pieces: readonly Piece[]): PrintedDepartment[] {
  return splitDepartments(joinDepartments(pieces.map((piece) => piece.text))).map((name) => {
    const [first = { line: 0, text: name }] = pieces;
    const { line, text: token } = pieces.find(({ text }) => text.replace(/\s/g, "").includes(name)) ?? first;
    return { name, line, token };
  });
}
