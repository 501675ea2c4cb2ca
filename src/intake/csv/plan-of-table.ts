/** The plan a table comes to, once all its rows are known: ids, 再掲, indicators, judgements. */

import type { Assessment, Indicator, PlanNode } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import { marksAsPrinted, readMarks, scales } from "../evaluation-table/scales";
import { emptyPlan, type Reading, type Source } from "../layout";
import { settle, type Twig } from "../tree";
import { readYesNo } from "./columns";
import type { Table } from "./header";
import { standing, warn, type TableReading } from "./table-reading";

/** The one level of a table that names none. */
export const levelWithoutName = "計画";

export function planOfTable(state: TableReading, table: Table, levels: readonly string[]): Reading {
  const { nodes: bare, idOf, sources } = settle(state.tree);
  const originals = originalsOf(state, bare, idOf);
  const byId = new Map([...state.items.values()].map((item) => [idOf(item.twig), item]));
  const nodes = bare.map((node): PlanNode => {
    const item = byId.get(node.id);
    const sameAs = originals.get(node.id);
    return {
      ...node,
      ...remarkOf(item?.remark?.text ?? ""),
      ...(sameAs === undefined ? {} : { sameAs }),
    };
  });
  const indicators = indicatorsOf(state, idOf, originals, sources);
  const assessments = assessmentsOf(state, idOf, sources);
  const years = indicators.flatMap((each) =>
    [...Object.keys(each.targets), ...Object.keys(each.actuals ?? {})].map(Number),
  );
  const targetYears = new Set(indicators.flatMap((each) => Object.keys(each.targets)));
  const used = new Set(nodes.map((node) => node.level));
  return {
    plan: {
      ...emptyPlan(),
      period:
        years.length > 0
          ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))]
          : [0, 0],
      expects: {
        level: [...levels].reverse().find((level) => used.has(level)) ?? state.itemLevel,
        departments: table.columns.some((column) => column.kind === "departments"),
        targets: targetYears.size === 0 ? "none" : targetYears.size === 1 ? "final" : "yearly",
      },
      levels: levels.length > 0 ? [...levels] : [levelWithoutName],
      nodes,
      indicators,
      assessments,
    },
    problems: state.problems,
    sources,
    consumed: state.consumed,
  };
}

/** 計画の備考 holds its text, or only says that there is one, as the workbook does of a published plan. */
function remarkOf(text: string): Pick<PlanNode, "remark" | "remarkText"> {
  const said = readYesNo(text);
  if (said !== null) return said ? { remark: true } : {};
  return { remark: true, remarkText: text.trim() };
}

/** 再掲元 says a number, an id or a name. */
function originalsOf(
  state: TableReading,
  nodes: readonly PlanNode[],
  idOf: (twig: Twig) => string,
): Map<string, string> {
  const ids = new Map<string, string>();
  const repeated = new Set(
    [...state.items.values()].filter((item) => item.sameAs).map((item) => idOf(item.twig)),
  );
  const originals = nodes
    .filter((node) => node.level === state.itemLevel && !repeated.has(node.id))
    .reverse();
  for (const node of originals) ids.set(foldSpaces(node.name), node.id);
  for (const node of originals) ids.set(node.id, node.id);
  for (const node of originals) if (node.number !== null) ids.set(foldSpaces(node.number), node.id);
  const found = new Map<string, string>();
  for (const { twig, sameAs } of state.items.values()) {
    if (!sameAs) continue;
    const said = foldSpaces(sameAs.text)
      .replace(/^取組項目[-ー－]?/u, "")
      .replace(/の?再掲$/u, "");
    const original =
      ids.get(said) ?? (readYesNo(said) === true || said === "" ? ids.get(foldSpaces(twig.name)) : undefined);
    if (original !== undefined) found.set(idOf(twig), original);
    else
      warn(
        state,
        sameAs.line,
        `${sameAs.line}行の再掲元「${sameAs.text.trim()}」に当たる項目がありません。番号か名称を確かめてください。`,
      );
  }
  return found;
}

function indicatorsOf(
  state: TableReading,
  idOf: (twig: Twig) => string,
  originals: ReadonlyMap<string, string>,
  sources: Source[],
): Indicator[] {
  const items = [...state.items.values()];
  const numbers = items.map((item) => item.twig.number ?? "");
  const numbersAreKeys = numbers.every((number) => number !== "") && new Set(numbers).size === numbers.length;
  const taken = new Set<string>();
  return items.flatMap((item) => {
    const node = idOf(item.twig);
    // A 再掲 row repeats its original's indicators: they are the original's.
    if (originals.has(node)) return [];
    const stem = numbersAreKeys ? item.twig.number : node;
    return item.indicators.map((draft, index): Indicator => {
      const wanted = draft.id !== null && draft.id !== node ? draft.id : `${stem}-${index + 1}`;
      let id = wanted;
      for (let again = 2; taken.has(id); again += 1) id = `${wanted}_${again}`;
      taken.add(id);
      for (const { of, field } of draft.reads) {
        sources.push({ path: `indicators/${id}/${of}`, ...standing(field) });
      }
      return { id, node, ...draft.indicator };
    });
  });
}

function assessmentsOf(state: TableReading, idOf: (twig: Twig) => string, sources: Source[]): Assessment[] {
  const judged = [...state.items.values()].filter((item) => item.marks.length > 0);
  return judged.map((item, index): Assessment => {
    const marks: Assessment["marks"] = {};
    for (const { scale: name, field } of item.marks) {
      const scale = scales.find((each) => each.name === name);
      const read = scale ? readMarks(field.text, scale) : null;
      if (!scale || !read) {
        warn(
          state,
          field.line,
          `${field.line}行の${name}「${field.text.trim().slice(0, 20)}」は区分の文字ではありません。`,
        );
        continue;
      }
      marks[name] = marksAsPrinted(read, scale);
      sources.push({ path: `assessments/${index}/${name}`, ...standing(field) });
      if (read.slips.length > 0)
        warn(
          state,
          field.line,
          `${field.line}行の${name}の「${read.slips.join("")}」を「${read.letters.join("")}」と読みました。合っているか確かめてください。`,
        );
    }
    return { node: idOf(item.twig), marks, departments: item.twig.departments };
  });
}
