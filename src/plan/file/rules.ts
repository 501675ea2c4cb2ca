/**
 * What the parts of a plan file say of each other: ids that exist and are unique, parents that stand above, years in the period.
 * It reads the file as it is, well formed or not, so that these faults are reported together with those of the form.
 */

import { pathText, shortened, type JsonPath } from "./json-path";
import { codeProblem } from "./municipality-code";
import type { Problem } from "../plan";
import { formatYear } from "../year";

export function ruleProblems(json: unknown): Problem[] {
  if (!isFields(json)) return [];
  const nodes = listOf(json.nodes);
  const indicators = listOf(json.indicators);
  const byId = firstById(nodes);
  return [
    ...headProblems(json),
    ...doubleIds(nodes, "nodes"),
    ...levelProblems(nodes, json, byId),
    ...parentProblems(nodes, byId),
    ...circleProblems(nodes, byId),
    ...repetitionProblems(nodes, byId),
    ...doubleIds(indicators, "indicators"),
    ...indicatorProblems(indicators, byId),
    ...yearProblems(indicators, periodOf(json.period)),
    ...unknownNodes(listOf(json.assessments), "assessments", byId),
  ];
}

type Fields = Readonly<Record<string, unknown>>;
type ById = ReadonlyMap<string, { fields: Fields; place: number }>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list, at their places; whatever else stands in it is the schema's to report. */
function listOf(value: unknown): { fields: Fields; place: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((fields: unknown, place) => (isFields(fields) ? [{ fields, place }] : []));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function firstById(nodes: readonly { fields: Fields; place: number }[]): ById {
  const byId = new Map<string, { fields: Fields; place: number }>();
  for (const each of nodes) {
    const id = textOf(each.fields.id);
    if (id !== null && !byId.has(id)) byId.set(id, each);
  }
  return byId;
}

function error(message: string, ...path: JsonPath): Problem {
  return { message, path: pathText(path), severity: "error" };
}

function headProblems(plan: Fields): Problem[] {
  const problems: Problem[] = [];
  if (plan.code === "") {
    const message = "全国地方公共団体コードが空です。わかるときは6けたで書いてください。";
    problems.push({ message, path: "code", severity: "warning" });
  } else if (typeof plan.code === "string") {
    const wrong = codeProblem(plan.code);
    if (wrong !== null) problems.push(error(wrong, "code"));
  }
  const period = periodOf(plan.period);
  if (period !== null && period.first > period.last) {
    problems.push(
      error(`計画期間が ${period.first} から ${period.last} で、終わりが始まりより前です。`, "period"),
    );
  }
  const levels = levelNames(plan);
  levels.forEach((level, place) => {
    if (level !== null && levels.indexOf(level) < place) {
      problems.push(
        error(`階層「${shortened(level)}」が二度書かれています。一つにしてください。`, "levels", place),
      );
    }
  });
  const responsible = isFields(plan.expects) ? textOf(plan.expects.level) : null;
  if (responsible !== null && levels.some(isName) && !levels.includes(responsible)) {
    problems.push(
      error(`「${shortened(responsible)}」は levels にない階層です。${anyOf(levels)}`, "expects", "level"),
    );
  }
  return problems;
}

function levelNames(plan: Fields): (string | null)[] {
  return Array.isArray(plan.levels) ? plan.levels.map(textOf) : [];
}

function isName(level: string | null): level is string {
  return level !== null;
}

function anyOf(levels: readonly (string | null)[]): string {
  const names = levels.filter(isName).map(shortened);
  return `${names.slice(0, 10).join("、")} のどれかにしてください。`;
}

function periodOf(value: unknown): { first: number; last: number } | null {
  if (!Array.isArray(value)) return null;
  const [first, last]: unknown[] = value;
  return Number.isInteger(first) && Number.isInteger(last)
    ? { first: Number(first), last: Number(last) }
    : null;
}

function doubleIds(
  list: readonly { fields: Fields; place: number }[],
  name: "nodes" | "indicators",
): Problem[] {
  const first = new Map<string, number>();
  return list.flatMap(({ fields, place }) => {
    const id = textOf(fields.id);
    if (id === null) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, place);
      return [];
    }
    const message = `id「${shortened(id)}」は ${name}[${earlier}] でも使われています。どちらかを別のidにしてください。`;
    return [error(message, name, place, "id")];
  });
}

function levelProblems(
  nodes: readonly { fields: Fields; place: number }[],
  plan: Fields,
  byId: ById,
): Problem[] {
  const levels = levelNames(plan);
  if (!levels.some(isName)) return [];
  const depths = new Map<string | null, number>();
  levels.forEach((level, depth) => depths.has(level) || depths.set(level, depth));
  return nodes.flatMap(({ fields, place }) => {
    const level = textOf(fields.level);
    if (level === null) return [];
    const depth = depths.get(level);
    if (depth === undefined) {
      const message = `「${shortened(level)}」は levels にない階層です。${anyOf(levels)}`;
      return [error(message, "nodes", place, "level")];
    }
    const parent = byId.get(textOf(fields.parent) ?? "")?.fields;
    const above = depths.get(textOf(parent?.level) ?? null);
    if (parent === undefined || parent === fields || above === undefined || above < depth) return [];
    const message = `親「${shortened(String(parent.id))}」の階層「${String(parent.level)}」は「${level}」より上ではありません。親を選び直してください。`;
    return [error(message, "nodes", place, "parent")];
  });
}

function parentProblems(nodes: readonly { fields: Fields; place: number }[], byId: ById): Problem[] {
  return nodes.flatMap(({ fields, place }) => {
    const parent = textOf(fields.parent);
    if (parent === null || byId.has(parent)) return [];
    const message = `親「${shortened(parent)}」という id は nodes にありません。親の id を書くか、最上位なら null にしてください。`;
    return [error(message, "nodes", place, "parent")];
  });
}

/** One problem for each circle of parents, at the first of its nodes in the file. */
function circleProblems(nodes: readonly { fields: Fields; place: number }[], byId: ById): Problem[] {
  const problems: Problem[] = [];
  const walkOf = new Map<Fields, number>();
  for (const { fields: start, place: walk } of nodes) {
    let at: { fields: Fields; place: number } | undefined = { fields: start, place: walk };
    while (at !== undefined && !walkOf.has(at.fields)) {
      walkOf.set(at.fields, walk);
      at = byId.get(textOf(at.fields.parent) ?? "");
    }
    // Coming back to a node of this same walk closes a circle; one of an earlier walk has been judged.
    if (at === undefined || walkOf.get(at.fields) !== walk) continue;
    const circle = circleFrom(at, byId);
    const names = circle.map(({ fields }) => shortened(String(fields.id)));
    const shown = [...names.slice(0, 6), ...(names.length > 6 ? ["…"] : []), names[0]].join(" → ");
    const first = Math.min(...circle.slice(0, 1000).map(({ place }) => place));
    const message = `親をたどると輪になっています（${shown}）。どれかの親を付け直してください。`;
    problems.push(error(message, "nodes", first, "parent"));
  }
  return problems;
}

function circleFrom(
  start: { fields: Fields; place: number },
  byId: ById,
): { fields: Fields; place: number }[] {
  const circle = [start];
  let at = byId.get(textOf(start.fields.parent) ?? "");
  while (at !== undefined && at.fields !== start.fields) {
    circle.push(at);
    at = byId.get(textOf(at.fields.parent) ?? "");
  }
  return circle;
}

function repetitionProblems(nodes: readonly { fields: Fields; place: number }[], byId: ById): Problem[] {
  return nodes.flatMap(({ fields, place }) => {
    const sameAs = textOf(fields.sameAs);
    if (sameAs === null) return [];
    const original = byId.get(sameAs)?.fields;
    const path: JsonPath = ["nodes", place, "sameAs"];
    if (original === undefined) {
      return [
        error(
          `再掲元「${shortened(sameAs)}」という id は nodes にありません。元の項目の id を書いてください。`,
          ...path,
        ),
      ];
    }
    if (original === fields || sameAs === fields.id) {
      return [error("再掲元が自分自身です。元の項目の id を書いてください。", ...path)];
    }
    const further = textOf(original.sameAs);
    if (further !== null) {
      const message = `再掲元「${shortened(sameAs)}」も再掲です。大元の「${shortened(further)}」を書いてください。`;
      return [error(message, ...path)];
    }
    if (original.level === fields.level) return [];
    const message = `再掲元「${shortened(sameAs)}」とは階層が違います。元の項目かどうかを確かめてください。`;
    return [{ message, path: pathText(path), severity: "warning" }];
  });
}

function indicatorProblems(indicators: readonly { fields: Fields; place: number }[], byId: ById): Problem[] {
  const misplaced = indicators.flatMap(({ fields, place }) => {
    const node = byId.get(textOf(fields.node) ?? "")?.fields;
    const original = textOf(node?.sameAs);
    if (original === null) return [];
    const message = `再掲の項目には指標を置けません。指標は元の項目「${shortened(original)}」に置いてください。`;
    return [error(message, "indicators", place, "node")];
  });
  return [...unknownNodes(indicators, "indicators", byId), ...misplaced];
}

function unknownNodes(
  list: readonly { fields: Fields; place: number }[],
  name: "indicators" | "assessments",
  byId: ById,
): Problem[] {
  return list.flatMap(({ fields, place }) => {
    const node = textOf(fields.node);
    if (node === null || byId.has(node)) return [];
    return [
      error(
        `「${shortened(node)}」という id は nodes にありません。属する項目の id を書いてください。`,
        name,
        place,
        "node",
      ),
    ];
  });
}

function yearProblems(
  indicators: readonly { fields: Fields; place: number }[],
  period: { first: number; last: number } | null,
): Problem[] {
  if (period === null || period.first > period.last) return [];
  const { first, last } = period;
  return indicators.flatMap(({ fields, place }) => {
    const outside = (["targets", "actuals"] as const).flatMap((name) => {
      const cells = fields[name];
      if (!isFields(cells)) return [];
      return Object.keys(cells)
        .filter((year) => /^\d{4}$/.test(year) && (Number(year) < first || Number(year) > last))
        .map((year) => {
          const message = `${formatYear(Number(year))}（${year}）は計画期間 ${first}〜${last} の外です。年度か計画期間を直してください。`;
          return error(message, "indicators", place, name, year);
        });
    });
    const baseline = isFields(fields.baseline) ? fields.baseline.year : null;
    if (typeof baseline !== "number" || baseline <= last) return outside;
    const message = `基準年度 ${formatYear(baseline)} は計画期間 ${first}〜${last} より後です。年度を確かめてください。`;
    return [
      ...outside,
      { message, path: pathText(["indicators", place, "baseline", "year"]), severity: "warning" as const },
    ];
  });
}
