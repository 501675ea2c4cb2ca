/** The plan that the headings and blocks of a book amount to: ids, 再掲 led back to their originals, and where each number stood. */

import type { Indicator, PlanNode, Problem, Year } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import type { Source } from "../layout";
import type { Block } from "./block";
import { joinParagraphs } from "./broken-lines";
import { sentences, type Branch } from "./hierarchy";
import type { HeadingLevel } from "./marks";
import type { Cell } from "./value-cells";

export interface BookPlan {
  nodes: PlanNode[];
  indicators: Indicator[];
  levels: string[];
  /** First and last year that has a target column. */
  period: [Year, Year] | null;
  sources: Source[];
  problems: Problem[];
}

export interface LevelNames {
  headings: ReadonlyMap<HeadingLevel, string>;
  item: string;
}

export function planOfBook(roots: readonly Branch[], names: LevelNames): BookPlan {
  const ids = giveIds(roots, names);
  const branches = [...ids.keys()];
  const problems: Problem[] = [];
  const sources: Source[] = [];
  const nodes: PlanNode[] = [];
  const indicators: Indicator[] = [];
  const originals = new Originals(branches);
  const years: Year[] = [];

  for (const [branch, id] of ids) {
    const { block } = branch;
    const node: PlanNode = {
      id,
      parent: branch.parent ? (ids.get(branch.parent) ?? null) : null,
      level: levelName(branch.level, names),
      number: branch.number,
      name: branch.name,
      departments: block?.departments.map((department) => department.name) ?? [],
    };
    sources.push({ path: `nodes/${id}/name`, ...branch.printed });
    if (branch.level === "item") node.remark = block?.hasRemark ?? false;
    if (block && block.remark !== "") node.remarkText = block.remark;
    const detail = block ? block.detail : proseOf(branch);
    if (detail !== "") node.detail = detail;
    for (const department of block?.departments ?? []) {
      sources.push({ path: `nodes/${id}/departments`, line: department.line, token: department.token });
    }

    const printed = indicatorsOf(block, id);
    printed.forEach(({ targets }) => years.push(...Object.keys(targets).map(Number)));
    const original = isReprint(branch) ? originals.of(branch, problems) : null;
    if (original) {
      node.sameAs = ids.get(original) ?? "";
      compare(branch, printed, original, indicatorsOf(original.block, node.sameAs), problems);
    } else {
      indicators.push(...printed);
      sources.push(...sourcesOf(block, id));
    }
    nodes.push(node);
  }

  const used = new Set(nodes.map((node) => node.level));
  const levels = [...levelOrder.map((level) => levelName(level, names)), names.item].filter((level) =>
    used.has(level),
  );
  const period: [Year, Year] | null =
    years.length > 0 ? [least(years), -least(years.map((year) => -year))] : null;
  return { nodes, indicators, levels, period, sources, problems };
}

const levelOrder: readonly HeadingLevel[] = ["視点", "目標", "施策", "取組項目群"];

function levelName(level: Branch["level"], names: LevelNames): string {
  return level === "item" ? names.item : (names.headings.get(level) ?? level);
}

/** Items are known by their number; headings by level and number (目標4, 目標4(1), 目標4(1)①), or by level and place. */
function giveIds(roots: readonly Branch[], names: LevelNames): Map<Branch, string> {
  const ids = new Map<Branch, string>();
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  const give = (siblings: readonly Branch[], parentId: string | null) => {
    siblings.forEach((branch, index) => {
      const level = levelName(branch.level, names);
      const numbered = branch.number ?? String(index + 1);
      const own = branch.level === "item" ? numbered : `${level}${numbered}`;
      const nested = (branch.level === "施策" || branch.level === "取組項目群") && parentId !== null;
      const id = firstFree(nested ? `${parentId}${numbered}` : own, `${parentId ?? ""}${own}`, taken, copies);
      taken.add(id);
      ids.set(branch, id);
      give(branch.children, id);
    });
  };
  give(roots, null);
  return ids;
}

/** `copies` remembers how often a name was taken, so that many of the same are no slower than few. */
function firstFree(
  wanted: string,
  longer: string,
  taken: ReadonlySet<string>,
  copies: Map<string, number>,
): string {
  if (!taken.has(wanted)) return wanted;
  if (!taken.has(longer)) return longer;
  let copy = (copies.get(longer) ?? 1) + 1;
  while (taken.has(`${longer}#${copy}`)) copy += 1;
  copies.set(longer, copy);
  return `${longer}#${copy}`;
}

function proseOf(branch: Branch): string {
  const kept = new Set(sentences(branch.prose));
  return joinParagraphs(branch.prose.filter((piece) => kept.has(piece.line)).map((piece) => piece.text));
}

function indicatorsOf(block: Block | null, node: string): Indicator[] {
  return (block?.indicators ?? []).map((printed, index): Indicator => ({
    id: `${node}-${index + 1}`,
    node,
    name: printed.name,
    unit: printed.unit,
    direction: null,
    kind: null,
    cumulative: printed.cumulative,
    note: printed.note,
    baseline: printed.baseline ? { year: printed.baseline.year, text: printed.baseline.text } : null,
    targets: Object.fromEntries([...printed.targets].map(([year, cell]) => [String(year), cell.text])),
  }));
}

function sourcesOf(block: Block | null, node: string): Source[] {
  return (block?.indicators ?? []).flatMap((printed, index) => {
    const path = `indicators/${node}-${index + 1}`;
    const fragments = (cell: Pick<Cell, "fragments">, what: string) =>
      cell.fragments.map(({ line, token }): Source => ({ path: `${path}/${what}`, line, token }));
    return [
      ...(printed.printed ? [{ path: `${path}/name`, ...printed.printed }] : []),
      ...(printed.baseline ? fragments(printed.baseline, "baseline") : []),
      ...[...printed.targets].flatMap(([year, cell]) => fragments(cell, `targets/${year}`)),
    ];
  });
}

function isReprint(branch: Branch): boolean {
  return branch.block ? branch.block.reprintOf !== undefined : branch.reprinted;
}

/** Finds what a 再掲 repeats: by the number it names, else by its name. */
class Originals {
  private readonly byNumber = new Map<string, Branch>();
  private readonly byName = new Map<string, Branch[]>();

  constructor(branches: readonly Branch[]) {
    for (const branch of branches) {
      if (branch.level !== "item") continue;
      if (branch.number !== null && !this.byNumber.has(branch.number))
        this.byNumber.set(branch.number, branch);
      if (isReprint(branch)) continue;
      const name = foldSpaces(branch.name);
      const same = this.byName.get(name);
      if (same) same.push(branch);
      else this.byName.set(name, [branch]);
    }
  }

  of(branch: Branch, problems: Problem[]): Branch | null {
    const warn = (message: string) =>
      problems.push({ severity: "warning", line: branch.line, message: `${titleOf(branch)}：${message}` });
    const number = branch.block?.reprintOf?.number ?? null;
    let named = number === null ? undefined : this.byNumber.get(number);
    const passed = new Set<Branch>([branch]);
    while (named && isReprint(named) && !passed.has(named)) {
      passed.add(named);
      const further: string | null = named.block?.reprintOf?.number ?? null;
      named = further === null ? undefined : this.byNumber.get(further);
    }
    if (named && !passed.has(named)) {
      if (passed.size > 1)
        warn(
          `再掲元（${number ?? ""}）がまた再掲です。もとの${named.number ?? ""}「${named.name}」を再掲元としました。`,
        );
      if (foldSpaces(named.name) !== foldSpaces(branch.name))
        warn(`再掲元${named.number ?? ""}の名称は「${named.name}」です。番号を確かめてください。`);
      return named;
    }
    const [only, another] = this.byName.get(foldSpaces(branch.name)) ?? [];
    if (only && !another) {
      if (number !== null)
        warn(`再掲元（${number}）が見つからないため、同じ名称の${only.number ?? ""}を再掲元としました。`);
      return only;
    }
    warn(
      number === null
        ? "再掲元が分かりません。再掲元の番号を補ってください。"
        : `再掲元（${number}）が見つかりません。番号を確かめてください。`,
    );
    return null;
  }
}

function titleOf(branch: Branch): string {
  return branch.block?.title ?? `${branch.number ?? ""}「${branch.name}」`;
}

/** A 再掲 repeats its original word for word; where it does not, one of the two is wrong. */
function compare(
  branch: Branch,
  copy: readonly Indicator[],
  original: Branch,
  printed: readonly Indicator[],
  problems: Problem[],
): void {
  if (!branch.block || !original.block) return;
  const warn = (message: string) =>
    problems.push({
      severity: "warning",
      line: branch.line,
      message: `${titleOf(branch)}：${message}再掲元${original.number ?? ""}の値を採りました。`,
    });
  if (copy.length !== printed.length) {
    warn(`指標の数（${copy.length}）が再掲元（${printed.length}）と違います。`);
    return;
  }
  const pairs = copy.flatMap((indicator, index) =>
    printed.slice(index, index + 1).map((same) => ({ indicator, same })),
  );
  pairs.forEach(({ indicator, same }) => {
    if (foldSpaces(same.name) !== foldSpaces(indicator.name))
      warn(`指標名「${indicator.name}」が再掲元の「${same.name}」と違います。`);
    else if (valuesOf(same) !== valuesOf(indicator))
      warn(`「${indicator.name}」の基準値か目標値が再掲元と違います。`);
  });
  if (
    original.block.departments.map(({ name }) => name).join() !==
    branch.block.departments.map(({ name }) => name).join()
  ) {
    warn("担当課が再掲元と違います。");
  }
}

function valuesOf(indicator: Indicator): string {
  return foldSpaces(JSON.stringify([indicator.unit, indicator.baseline, indicator.targets]));
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((smallest, number) => Math.min(smallest, number));
}
