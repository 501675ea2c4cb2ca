/** Which node of the plan each row belongs to: by its id where it has one, else by what its level columns say. Renamed and moved headings are followed. */

import type { Plan, PlanNode } from "../../plan/plan";
import { treeOf, type Branch, type Tree } from "../../plan/tree";
import { isBlank, textOf } from "../cell-values";
import type { Column } from "../columns";
import { firstFreeId } from "../first-free";
import { HAS_REMARK } from "../plan-cells";
import { levelText, ownIdIn } from "../rows";
import type { FoundRow } from "./row";
import { headingOf, listOf } from "./words";

export type Report = (
  row: FoundRow,
  column: Column,
  severity: "error" | "warning" | "note",
  message: string,
) => void;

export interface Headings {
  nodes: PlanNode[];
  nodeOf: Map<FoundRow, PlanNode>;
}

interface Place {
  node: PlanNode;
  branch: Branch | null;
  /** What its level column shows now. */
  shown: string;
  moved: boolean;
}

export function readHeadings(
  rows: readonly FoundRow[],
  levels: readonly string[],
  base: Plan | null,
  report: Report,
): Headings {
  const tree = base === null ? null : treeOf(base);
  const places = new Map<string, Place>();
  const children = new Map<string, Place>();
  const living = new Set<string>();
  const fresh: PlanNode[] = [];
  const usedIds = new Set<string>([...(base?.nodes.map(({ id }) => id) ?? []), ...rows.map(({ id }) => id)]);
  const renamed = tree === null ? new Map<PlanNode, string>() : renamedHeadings(rows, levels, tree);

  for (const branch of tree?.inOrder ?? []) {
    const depth = levels.indexOf(branch.node.level);
    const before = levelText(branch.node, depth, levels);
    const shown = renamed.get(branch.node) ?? before;
    const node =
      shown === before
        ? { ...branch.node }
        : { ...branch.node, ...renamedTo(branch.node, shown, depth === levels.length - 1) };
    const place = { node, branch, shown, moved: false };
    if (!places.has(node.id)) places.set(node.id, place);
    const key = childKey(node.parent, depth, shown);
    if (!children.has(key)) children.set(key, place);
  }

  const departmentsShown = new Map<string, string>();
  for (const row of rows) {
    const text = textOf(row.cell({ kind: "departments" }));
    const node = row.known?.branch.node;
    if (node !== undefined && text !== "" && answersForNode(row)) departmentsShown.set(node.id, text);
  }
  const nodeOf = new Map<FoundRow, PlanNode>();
  for (const row of rows) {
    const known = places.get(row.known?.branch.node.id ?? "") ?? null;
    const depth = known === null ? lastFilled(row, levels) : levels.indexOf(known.node.level);
    const parent = parentFor(row, depth, known);
    const place = known ?? ownPlace(row, depth, parent);
    if (known !== null && depth >= 0) settleKnown(row, known, depth, parent);
    for (let at: PlanNode | null = place.node; at !== null && !living.has(at.id);) {
      living.add(at.id);
      at = places.get(at.parent ?? "")?.node ?? null;
    }
    nodeOf.set(row, place.node);
  }
  const kept = (base?.nodes ?? [])
    .map(({ id }) => places.get(id))
    .filter((place) => place !== undefined)
    .flatMap(({ node }) => (living.has(node.id) ? [node] : []));
  return { nodes: parentsFirst([...kept, ...fresh]), nodeOf };

  function newId(wanted: string): string {
    return firstFreeId(wanted, (id) => usedIds.has(id));
  }

  /** The heading right above: the row's own one from before where the sheet still says so, else whatever stands there. */
  function parentFor(row: FoundRow, depth: number, known: Place | null): string | null {
    const before = new Map(
      ancestors(known?.branch ?? null).map((each) => [levels.indexOf(each.node.level), each]),
    );
    let parent: string | null = null;
    for (let at = 0; at < depth; at++) {
      const own = before.get(at);
      const ownPlaceNow = own === undefined ? undefined : places.get(own.node.id);
      let words = shownAt(row, at);
      if (words === "" && ownPlaceNow !== undefined) {
        if (row.changed({ kind: "level", depth: at, name: "" })) {
          report(
            row,
            { kind: "level", depth: at, name: "" },
            "warning",
            "見出しが空です。元の見出しのまま扱います。",
          );
        }
        words = ownPlaceNow.shown;
      }
      if (words === "") continue;
      parent =
        ownPlaceNow?.shown === words && ownPlaceNow.node.parent === parent
          ? ownPlaceNow.node.id
          : headingAt(parent, at, words).node.id;
    }
    return parent;
  }

  function headingAt(parent: string | null, depth: number, words: string): Place {
    const key = childKey(parent, depth, words);
    const existing = children.get(key);
    if (existing !== undefined) return existing;
    const { [depth]: level = "" } = levels;
    return addNode(key, words, {
      id: newId(parent === null ? words : `${parent}／${words}`),
      parent,
      level,
      ...headingOf(words),
      departments: [],
    });
  }

  /** The node of a row without a known id: one that stands there already, else a new one. */
  function ownPlace(row: FoundRow, depth: number, parent: string | null): Place {
    const number = textOf(row.cell({ kind: "number" }));
    if (depth < 0) {
      report(
        row,
        { kind: "id" },
        "error",
        "階層の列がすべて空のため、どの取組項目の行か分かりません。階層を入力してください。",
      );
    }
    const words = depth < 0 ? "（階層が空の行）" : shownAt(row, depth);
    const id = nodeIdOf(row);
    const key = `${childKey(parent, depth, words)}\u0000${number}\u0000${id ?? ""}`;
    const existing = children.get(key) ?? standing(parent, depth, words, number, id);
    if (existing !== null) return existing;
    const isItemLevel = depth === levels.length - 1;
    const { [Math.max(depth, 0)]: level = "" } = levels;
    const heading = isItemLevel ? { number: null, name: words } : headingOf(words);
    return addNode(key, words, {
      id: id !== null && !places.has(id) ? id : newId(number || `${parent ?? ""}／${words}`),
      parent,
      level,
      number: number === "" ? heading.number : number,
      name: heading.number !== null && number !== "" && heading.number !== number ? words : heading.name,
      departments: listOf(textOf(row.cell({ kind: "departments" }))),
      ...remarkOf(textOf(row.cell({ kind: "planRemark" }))),
    });
  }

  /** A new indicator typed under an item that is there already belongs to it. */
  function standing(
    parent: string | null,
    depth: number,
    words: string,
    number: string,
    id: string | null,
  ): Place | null {
    const place = children.get(childKey(parent, depth, words));
    if (place === undefined) return null;
    if (base === null && id !== null && place.node.id !== id && depth === levels.length - 1) return null;
    const same = number === "" || place.node.number === null || place.node.number === number;
    return same ? place : null;
  }

  function addNode(key: string, shown: string, node: PlanNode): Place {
    const place: Place = { node, branch: null, shown, moved: false };
    places.set(node.id, place);
    children.set(key, place);
    const plain = childKey(node.parent, levels.indexOf(node.level), shown);
    if (!children.has(plain)) children.set(plain, place);
    usedIds.add(node.id);
    fresh.push(node);
    return place;
  }

  function settleKnown(row: FoundRow, place: Place, depth: number, parent: string | null): void {
    const { node } = place;
    if (shownAt(row, depth) === "" && row.changed({ kind: "level", depth, name: "" })) {
      report(
        row,
        { kind: "level", depth, name: "" },
        "error",
        "取組の名前が空です。元の名前のまま扱います。",
      );
    }
    if (parent !== node.parent && !place.moved && parent !== node.id) {
      node.parent = parent;
      place.moved = true;
    }
    if (row.changed({ kind: "number" })) node.number = textOf(row.cell({ kind: "number" })) || null;
    if (row.changed({ kind: "departments" }) && answersForNode(row)) settleDepartments(row, node);
    if (row.changed({ kind: "planRemark" })) {
      const { remark = false, remarkText } = remarkOf(textOf(row.cell({ kind: "planRemark" })));
      node.remark = remark;
      if (remarkText === undefined) delete node.remarkText;
      else node.remarkText = remarkText;
    }
  }

  /** An item with several indicators shows its 担当課 in each of their rows: one emptied row does not take it away. */
  function settleDepartments(row: FoundRow, node: PlanNode): void {
    const text = textOf(row.cell({ kind: "departments" }));
    const elsewhere = departmentsShown.get(node.id);
    if (text === "" && elsewhere !== undefined) {
      report(
        row,
        { kind: "departments" },
        "warning",
        `担当課が空です。同じ取組のほかの行の「${elsewhere}」として扱います。`,
      );
      return;
    }
    node.departments = listOf(text);
  }

  /** Without the kept copy the ids of rows are all there is: 83-1 belongs to 83, 72→62-1 to 72, 12#2 to 12. */
  function nodeIdOf(row: FoundRow): string | null {
    if (base !== null || row.id === "") return null;
    if (!isBlank(row.cell({ kind: "original" }))) return ownIdIn(row.id);
    if (isBlank(row.cell({ kind: "indicator" }))) return row.id.replace(/#\d+$/, "");
    const dash = row.id.lastIndexOf("-");
    return dash > 0 ? row.id.slice(0, dash) : null;
  }
}

/** A judgement can name other departments than its item does; where it names the same, both change. */
function answersForNode({ known }: FoundRow): boolean {
  if (known?.kind !== "assessment") return true;
  return known.assessment.departments.join("\n") === known.branch.node.departments.join("\n");
}

/** Headings all of whose rows show one and the same other text were renamed; where only some do, those rows were moved. */
function renamedHeadings(
  rows: readonly FoundRow[],
  levels: readonly string[],
  { inOrder }: Tree,
): Map<PlanNode, string> {
  const top = inOrder.filter(({ parent }) => parent === null);
  const shown = new Map<PlanNode, { branch: Branch; tally: Map<string, number> }>();
  for (const row of rows) {
    if (row.known === null) continue;
    for (const branch of [row.known.branch, ...ancestors(row.known.branch)]) {
      const depth = levels.indexOf(branch.node.level);
      const words = shownAt(row, depth);
      const { tally } = shown.get(branch.node) ?? { tally: new Map<string, number>() };
      shown.set(branch.node, { branch, tally: tally.set(words, (tally.get(words) ?? 0) + 1) });
    }
  }
  const renamed = new Map<PlanNode, string>();
  for (const [node, { branch, tally }] of shown) {
    const depth = levels.indexOf(branch.node.level);
    const before = levelText(branch.node, depth, levels);
    const others = [...tally.keys()].filter((words) => words !== "" && words !== before.trim());
    const isRowsOwn = branch.children.length === 0;
    const [only] = others;
    if (only === undefined || (others.length > 1 && !isRowsOwn)) continue;
    if (tally.has(before.trim()) && !isRowsOwn) continue;
    const siblings = branch.parent?.children ?? top;
    const taken = siblings.some((each) => each !== branch && levelText(each.node, depth, levels) === only);
    if (!taken || isRowsOwn) renamed.set(node, only);
  }
  return renamed;
}

/** The lowest level shows the name alone: its number is in 番号. */
function renamedTo(node: PlanNode, shown: string, nameAlone: boolean): Pick<PlanNode, "number" | "name"> {
  if (node.number !== null && shown.startsWith(`${node.number} `)) {
    return { number: node.number, name: shown.slice(node.number.length + 1) };
  }
  return nameAlone || node.number === null ? { number: node.number, name: shown } : headingOf(shown);
}

/** Of some plans it is only known that there is a 備考. */
function remarkOf(words: string): Pick<PlanNode, "remark" | "remarkText"> {
  if (words === "") return {};
  return words === HAS_REMARK ? { remark: true } : { remark: true, remarkText: words };
}

function shownAt(row: FoundRow, depth: number): string {
  return textOf(row.cell({ kind: "level", depth, name: "" }));
}

function lastFilled(row: FoundRow, levels: readonly string[]): number {
  return levels.reduce((last, _, depth) => (shownAt(row, depth) === "" ? last : depth), -1);
}

function ancestors(branch: Branch | null): Branch[] {
  const above: Branch[] = [];
  for (let at = branch?.parent ?? null; at !== null; at = at.parent) above.push(at);
  return above;
}

function childKey(parent: string | null, depth: number, words: string): string {
  return `${parent ?? ""}\u0000${depth}\u0000${words}`;
}

/** A heading typed later may stand above an item of before: the file format wants parents first only for reading's sake. */
function parentsFirst(nodes: readonly PlanNode[]): PlanNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const placed = new Set<PlanNode>();
  return nodes.flatMap((node) => {
    const upwards: PlanNode[] = [];
    for (let at: PlanNode | undefined = node; at !== undefined && !placed.has(at);) {
      placed.add(at);
      upwards.unshift(at);
      at = byId.get(at.parent ?? "");
    }
    return upwards;
  });
}
