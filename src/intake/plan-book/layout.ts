/** Plan books: blocks of `取組項目-N 名称 / 取組内容 / 目標値等 / 備考 / 担当課` under headings. */

import { parseYear } from "../../plan/year";
import type { Problem, Year } from "../../plan/plan";
import type { Annotations } from "../annotations";
import { emptyPlan, type Layout, type Reading } from "../layout";
import type { Line } from "../lines";
import { bookTitle } from "./book-title";
import { buildHierarchy } from "./hierarchy";
import { itemHead, sectionLabel } from "./marks";
import { narrow } from "./narrow";
import { readOutline } from "./outline";
import { planOfBook } from "./plan-of-book";
import { scan } from "./scan";

export const planBook: Layout = {
  kind: "plan-book",
  recognises,
  read,
};

/** Heads make a plan book; labels without a head may be the rest of one that was cut. */
function recognises(lines: readonly Line[]): number {
  let heads = 0;
  const labels = new Set<string>();
  for (const line of lines) {
    if (itemHead(line.text)) heads += 1;
    const label = sectionLabel(line.text);
    if (label && label.section !== "remark") labels.add(label.section);
    if (heads > 0 && labels.size > 1) return 0.95;
  }
  if (heads > 0) return labels.size > 0 ? 0.8 : 0.4;
  return labels.size === 3 ? 0.3 : 0;
}

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const divisions = new Map((annotations.divisions ?? []).map((division) => [division.line, division.cells]));
  const outline = readOutline(lines);
  const scanned = scan(lines, outline?.consumed ?? new Set(), { baseYear: baseYearOf(lines), divisions });
  const hierarchy = buildHierarchy(scanned.parts, outline);
  const blocks = scanned.parts.flatMap((part) => (part.kind === "block" ? [part.block] : []));
  const item = blocks[0]?.head.level ?? outline?.itemWord ?? "取組項目";
  const book = planOfBook(hierarchy.roots, { headings: outline?.levelNames ?? new Map(), item });
  const title = bookTitle(lines);
  return {
    plan: {
      ...emptyPlan(),
      title: title?.title ?? "",
      municipality: title?.municipality ?? "",
      source: { title: title?.title ?? "" },
      period: book.period ?? [0, 0],
      expects: { level: item, departments: true, targets: "yearly" },
      levels: book.levels,
      nodes: book.nodes,
      indicators: book.indicators,
    },
    problems: [
      ...particularsMissing(title === null, book.period === null, annotations),
      ...repeatedNumbers(blocks),
      ...blocks.flatMap((block) => block.problems),
      ...hierarchy.problems,
      ...book.problems,
    ],
    sources: [...(title ? [{ path: "title", line: title.line, token: title.printed }] : []), ...book.sources],
    consumed: new Set([...(outline?.consumed ?? []), ...scanned.consumed, ...hierarchy.consumed]),
  };
}

/** The first 【令和元年度：…】: bare years of a block without its own are counted from the book's. */
function baseYearOf(lines: readonly Line[]): Year | null {
  for (const line of lines) {
    const match = /^\s*【\s*((?:令和|平成|R|H)?\s*(?:元|\d{1,4})\s*年度?)[^:】]*:/.exec(narrow(line.text));
    const year = match ? parseYear(match[1]) : null;
    if (year !== null) return year;
  }
  return null;
}

function particularsMissing(untitled: boolean, undated: boolean, { plan }: Annotations): Problem[] {
  const problems: Problem[] = [];
  const warn = (message: string) => problems.push({ severity: "warning", message });
  if (untitled && !(plan?.title && plan.municipality))
    warn("計画の名称と自治体名が文書から分かりません。補ってください。");
  if (!plan?.code) warn("全国地方公共団体コードは文書から分かりません。補ってください。");
  if (undated && !plan?.period) warn("計画期間が分かりません。年度の行が読めていません。");
  return problems;
}

function repeatedNumbers(blocks: readonly { line: number; title: string }[]): Problem[] {
  const first = new Map<string, number>();
  return blocks.flatMap(({ line, title }): Problem[] => {
    const before = first.get(title);
    first.set(title, before ?? line);
    if (before === undefined) return [];
    return [
      {
        severity: "warning",
        line,
        message: `${title}：同じ番号が${before}行にもあります。別の項目として読みました。番号を確かめてください。`,
      },
    ];
  });
}
