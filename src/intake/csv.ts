/** 見出し行のある CSV・TSV: the columns are found by their titles, a row is an item or one of its indicators. */

import type { Assessment, Baseline, Indicator, PlanNode, Problem, Year } from "../plan/plan";
import { foldSpaces } from "../plan/text-width";
import { parseYear } from "../plan/year";
import {
  levelsOf,
  readCsvColumns,
  readDirection,
  readMethod,
  readYesNo,
  titlesOfTwoRows,
  type CsvColumn,
} from "./csv-columns";
import { readRecords, separatorOf, type CsvRecord, type Field, type Separator } from "./csv-records";
import { readDepartments } from "./department-cell";
import { marksAsPrinted, readMarks, scales } from "./evaluation-table-scales";
import { oneSpelling, readValueCell, saysCumulative, unitInName } from "./indicator-table-cell";
import type { Annotations } from "./annotations";
import { emptyIndicator, emptyPlan, type Layout, type Reading, type Source } from "./layout";
import { isBlank, type Line } from "./lines";
import { missingParticulars } from "./missing-particulars";
import { printedName } from "./printed-name";
import { grow, settle, type Tree, type Twig } from "./tree";

/** A title or a note may stand above the header row. */
const headerReach = 5;

export const csv = {
  kind: "csv",
  label: "見出し行のある CSV・TSV",
  recognises,
  read,
} as const satisfies Layout;

interface Header {
  columns: CsvColumn[];
  record: CsvRecord;
  rows: CsvRecord[];
  unclosed: number | null;
}

/** Records enough to tell a table from a text that happens to have a table near its beginning. */
const sample = 200;

function recognises(lines: readonly Line[]): number {
  const start = firstPrinted(lines).find((line) => headerIn(line) !== null);
  const header = start ? headerIn(start) : null;
  if (!start || !header) return 0;
  const from = lines.indexOf(start);
  const { records } = readRecords(lines.slice(from, from + sample), header.separator);
  const divided = records.filter((record) => record.fields.length > 1).length;
  if (divided < records.length * 0.7) return 0.3;
  return levelsOf(header.columns).length > 0 ? 0.9 : 0.7;
}

function headerIn(line: Line): { columns: CsvColumn[]; separator: Separator } | null {
  const separator = separatorOf(line.text);
  const [record] = separator ? readRecords([line], separator).records : [];
  const columns = record ? readCsvColumns(record.fields.map((field) => field.text)) : null;
  return columns && separator ? { columns, separator } : null;
}

function firstPrinted(lines: readonly Line[]): Line[] {
  const heads: Line[] = [];
  for (const line of lines) {
    if (heads.length >= headerReach) break;
    if (!isBlank(line)) heads.push(line);
  }
  return heads;
}

function openTable(lines: readonly Line[]): Header | null {
  for (const line of firstPrinted(lines)) {
    const separator = separatorOf(line.text);
    if (!separator) continue;
    const { records, unclosed } = readRecords(lines.slice(lines.indexOf(line)), separator);
    const [record, ...rows] = records;
    const titles = record?.fields.map((field) => field.text) ?? [];
    const columns = readCsvColumns(titles);
    if (!record || !columns) continue;
    const [second, ...rest] = rows;
    const below = second
      ? titlesOfTwoRows(
          titles,
          second.fields.map((field) => field.text),
        )
      : null;
    const merged = below ? readCsvColumns(below) : null;
    if (second && merged) {
      return { columns: merged, record: { ...record, last: second.last }, rows: rest, unclosed };
    }
    return { columns, record, rows, unclosed };
  }
  return null;
}

/** What one row says, cell by cell, before it is known whose it is. */
interface Row {
  path: { level: string; field: Field }[];
  id: Field | null;
  number: Field | null;
  departments: Field | null;
  sameAs: Field | null;
  detail: Field | null;
  remark: Field | null;
  marks: { scale: string; field: Field }[];
  line: number;
}

interface Item {
  twig: Twig;
  sameAs: Field | null;
  remark: Field | null;
  indicators: Draft[];
  marks: Row["marks"];
}

interface Draft {
  id: string | null;
  indicator: Omit<Indicator, "id" | "node">;
  reads: { of: string; field: Field }[];
}

interface State {
  tree: Tree;
  /** Each twig's place in the tree, as a key. */
  places: Map<Twig, number>;
  items: Map<Twig, Item>;
  byPath: Map<string, Item>;
  above: Map<string, Twig>;
  byKey: Map<string, Twig>;
  lastItem: Item | null;
  lastDraft: Draft | null;
  itemLevel: string;
  consumed: Set<number>;
  problems: Problem[];
}

const levelWithoutName = "計画";

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const table = openTable(lines);
  const consumed = new Set<number>();
  if (!table) return { plan: emptyPlan(), problems: [], sources: [], consumed };
  const levels = levelsOf(table.columns);
  const state: State = {
    tree: [],
    places: new Map(),
    items: new Map(),
    byPath: new Map(),
    above: new Map(),
    byKey: new Map(),
    lastItem: null,
    lastDraft: null,
    itemLevel: levels[levels.length - 1] ?? levelWithoutName,
    consumed,
    problems: headerProblems(table),
  };
  consumeRecord(state, table.record);
  for (const record of table.rows) readRow(state, table, levels, record);
  const reading = settled(state, table, levels);
  return { ...reading, problems: [...reading.problems, ...missingParticulars(reading.plan, annotations)] };
}

function plant(state: State, twig: Parameters<typeof grow>[1]): Twig {
  const grown = grow(state.tree, twig);
  state.places.set(grown, state.tree.length);
  return grown;
}

function keyUnder(state: State, parent: Twig | null, ...rest: (string | null)[]): string {
  return JSON.stringify([parent ? (state.places.get(parent) ?? 0) : 0, ...rest]);
}

/** Where a field's text begins: one that is broken over lines has its first words on this one. */
function standing(field: Field): { line: number; token: string } {
  const parts = field.text.split("\n");
  const first = Math.max(
    0,
    parts.findIndex((part) => part.trim() !== ""),
  );
  return { line: field.line + first, token: (parts[first] ?? "").trim() };
}

function consumeRecord(state: State, record: CsvRecord): void {
  for (let line = record.first; line <= record.last; line += 1) state.consumed.add(line);
}

function warn(state: State, line: number, message: string): void {
  state.problems.push({ severity: "warning", line, message });
}

function headerProblems(table: Header): Problem[] {
  const problems: Problem[] = [];
  const line = table.record.first;
  const others = table.columns.flatMap((column) =>
    column.kind === "other" && column.title !== "" ? [column.title] : [],
  );
  if (others.length > 0) {
    const named = others.map((title) => `「${title}」`).join("、");
    problems.push({
      severity: "warning",
      line,
      message: `${line}行の見出し${named}の列は取り込みません。必要なら見出しを計画の列の名前に直してください。`,
    });
  }
  if (table.unclosed !== null) {
    problems.push({
      severity: "warning",
      line: table.unclosed,
      message: `${table.unclosed}行の引用符「"」が閉じられていません。この行から後の引用符は文字として読みました。`,
    });
  }
  const yearless = table.columns.some(
    (column) => (column.kind === "target" || column.kind === "actual") && column.year === null,
  );
  if (yearless && !table.columns.some((column) => column.kind === "year")) {
    problems.push({
      severity: "warning",
      line,
      message: `${line}行の見出しの目標値・実績値に年度がないので、その列は取り込めません。「目標値 令和3年度」のように書いてください。`,
    });
  }
  return problems;
}

function readRow(state: State, table: Header, levels: readonly string[], record: CsvRecord): void {
  const cells = table.columns.flatMap((column, index) => {
    const field = record.fields[index];
    return field && field.text.trim() !== "" ? [{ column, field }] : [];
  });
  if (cells.length === 0) return consumeRecord(state, record);
  const surplus = record.fields.slice(table.columns.length).filter((field) => field.text.trim() !== "");
  if (surplus.length > 0) {
    warn(
      state,
      record.first,
      `${record.first}行は見出しより列が多く、「${surplus[0]?.text.trim().slice(0, 20) ?? ""}」から後は取り込めません。区切りを確かめてください。`,
    );
  }
  if (cells.every(({ column, field }) => isSameTitle(column, field))) return consumeRecord(state, record);
  const field = (kind: CsvColumn["kind"]) => cells.find((cell) => cell.column.kind === kind)?.field ?? null;
  const row: Row = {
    path: cells.flatMap((cell) =>
      cell.column.kind === "level" ? [{ level: cell.column.level, field: cell.field }] : [],
    ),
    id: field("id"),
    number: field("number"),
    departments: field("departments"),
    sameAs: field("sameAs"),
    detail: field("detail"),
    remark: field("remark"),
    marks: cells.flatMap((cell) =>
      cell.column.kind === "mark" ? [{ scale: cell.column.scale, field: cell.field }] : [],
    ),
    line: record.first,
  };
  const draft = readIndicator(state, cells);
  const item = itemOf(state, levels, row, draft !== null);
  if (!item) {
    warn(
      state,
      record.first,
      `${record.first}行は、どの項目の行か分かりません。項目の名称を書いてください。`,
    );
    return consumeRecord(state, record);
  }
  if (draft) addDraft(item, draft, row.id);
  consumeRecord(state, record);
}

/** A header row repeated at the top of each printed page. */
function isSameTitle(column: CsvColumn, field: Field): boolean {
  const said = readCsvColumns([field.text, "取組項目", "単位"])?.[0];
  return said !== undefined && JSON.stringify(said) === JSON.stringify(column) && column.kind !== "other";
}

/** The item a row is about: named in it, or — where merged cells left it blank — the one above. */
function itemOf(state: State, levels: readonly string[], row: Row, hasIndicator: boolean): Item | null {
  const named = row.path.find(({ level }) => level === state.itemLevel);
  if (levels.length > 0 && row.path.length === 0 && row.number === null)
    return hasIndicator || row.marks.length > 0 ? joinAbove(state, row) : null;
  if (levels.length === 0 && state.lastItem) return state.lastItem;
  const parent = openPath(state, levels, row);
  if (levels.length > 0 && !named) {
    const deepest = parent;
    if (!deepest) return null;
    return itemFor(state, deepest, row);
  }
  const name = named ? printedName(named.field.text) : "（見出しなし）";
  const number = row.number ? printedName(row.number.text) : null;
  const key = keyUnder(state, parent, number, foldSpaces(name));
  const known = state.byPath.get(key);
  if (known && row.sameAs === null && (hasIndicator || row.marks.length === 0)) {
    state.lastItem = known;
    return known;
  }
  const twig = plant(state, {
    parent,
    level: state.itemLevel,
    number,
    name,
    ...(named ? standing(named.field) : { line: row.line, token: "" }),
    ...(row.id && !hasIndicator ? { id: row.id.text.trim() } : {}),
  });
  const item = itemFor(state, twig, row);
  state.byPath.set(key, item);
  return item;
}

function joinAbove(state: State, row: Row): Item | null {
  const item = state.lastItem;
  if (item && row.marks.length > 0) item.marks = [...item.marks, ...row.marks];
  return item;
}

function itemFor(state: State, twig: Twig, row: Row): Item {
  const known = state.items.get(twig);
  if (known) {
    state.lastItem = known;
    return known;
  }
  if (row.departments) twig.departments = readDepartments(row.departments.text).departments;
  if (row.detail) twig.detail = row.detail.text.trim();
  const item: Item = { twig, sameAs: row.sameAs, remark: row.remark, indicators: [], marks: row.marks };
  state.items.set(twig, item);
  state.lastItem = item;
  state.lastDraft = null;
  return item;
}

/** The headings above the item: a blank one is the one above, until something higher changes. */
function openPath(state: State, levels: readonly string[], row: Row): Twig | null {
  let parent: Twig | null = null;
  for (const level of levels) {
    if (level === state.itemLevel) continue;
    const said: { field: Field } | undefined = row.path.find((each) => each.level === level);
    if (!said) {
      parent = state.above.get(level) ?? parent;
      continue;
    }
    const name = printedName(said.field.text);
    const key = keyUnder(state, parent, level, foldSpaces(name));
    const known: Twig | undefined = state.byKey.get(key);
    const twig: Twig = known ?? plant(state, headingOf(name, level, parent, said.field));
    state.byKey.set(key, twig);
    if (state.above.get(level) !== twig) {
      for (const lower of levels.slice(levels.indexOf(level))) state.above.delete(lower);
      state.above.set(level, twig);
    }
    parent = twig;
  }
  return parent;
}

/** 「第1章 …」「1 …」「(1) …」 in a cell: the number is no part of the name. */
function headingOf(name: string, level: string, parent: Twig | null, field: Field) {
  const [, number, rest] = /^(第\S{1,3}[編章節項]|[(（]?\d{1,3}[)）.．]?)[\s　]+(.+)$/u.exec(name) ?? [];
  return {
    parent,
    level,
    number: number ?? null,
    name: rest ?? name,
    ...standing(field),
  };
}

function addDraft(item: Item, draft: Draft, id: Field | null): void {
  const last = item.indicators[item.indicators.length - 1];
  if (last && isSameIndicator(last, draft)) {
    Object.assign(last.indicator.targets, draft.indicator.targets);
    if (draft.indicator.actuals)
      last.indicator.actuals = { ...last.indicator.actuals, ...draft.indicator.actuals };
    last.reads.push(...draft.reads.filter((read) => /^(?:targets|actuals)\//u.test(read.of)));
    return;
  }
  draft.id = id ? id.text.trim() : null;
  item.indicators.push(draft);
}

/** A file with a row per year repeats the indicator: the years differ. */
function isSameIndicator(one: Draft, other: Draft): boolean {
  const years = (draft: Draft) => [
    ...Object.keys(draft.indicator.targets),
    ...Object.keys(draft.indicator.actuals ?? {}),
  ];
  return (
    foldSpaces(one.indicator.name) === foldSpaces(other.indicator.name) &&
    one.indicator.unit === other.indicator.unit &&
    years(other).length > 0 &&
    years(other).every((year) => !years(one).includes(year))
  );
}

function readIndicator(state: State, cells: readonly { column: CsvColumn; field: Field }[]): Draft | null {
  const indicator = emptyIndicator();
  const reads: Draft["reads"] = [];
  const units: (string | null)[] = [];
  let baselineYear: Year | null = null;
  let baseline: Baseline | null = null;
  const rowYear = cells.find((cell) => cell.column.kind === "year")?.field;
  const year = rowYear ? parseYear(rowYear.text) : null;
  if (rowYear && year === null)
    warn(
      state,
      rowYear.line,
      `${rowYear.line}行の年度「${rowYear.text.trim()}」が読めません。「令和3年度」のように書いてください。`,
    );
  for (const { column, field } of cells) {
    const said = field.text.trim();
    switch (column.kind) {
      case "indicator": {
        const { name, unit } = unitInName(printedName(said));
        indicator.name = name;
        units.push(unit);
        reads.push({ of: "name", field });
        break;
      }
      case "indicatorKind":
        indicator.kind = printedName(said);
        break;
      case "unit":
        indicator.unit = oneSpelling(printedName(said));
        break;
      case "direction":
        indicator.direction = readDirection(said);
        if (indicator.direction === null)
          warn(
            state,
            field.line,
            `${field.line}行の方向「${said}」が読めません。増やす・減らす・維持・範囲のどれかにしてください。`,
          );
        break;
      case "method": {
        const method = readMethod(said);
        if (method) indicator.method = method;
        else
          warn(
            state,
            field.line,
            `${field.line}行の方法「${said}」が読めません。達成率か進捗率にしてください。`,
          );
        break;
      }
      case "cumulative": {
        const answer = readYesNo(said);
        if (answer === null)
          warn(state, field.line, `${field.line}行の累計「${said}」が読めません。○ か空欄にしてください。`);
        indicator.cumulative = answer ?? false;
        break;
      }
      case "note":
        indicator.note = said;
        break;
      case "baselineYear":
        baselineYear = parseYear(said);
        if (baselineYear === null)
          warn(
            state,
            field.line,
            `${field.line}行の基準年度「${said}」が読めません。「令和元年度」のように書いてください。`,
          );
        break;
      case "baseline": {
        const value = readValueCell(said);
        units.push(value.unit);
        baseline = { year: column.year, text: value.text };
        reads.push({ of: "baseline", field });
        break;
      }
      case "target":
      case "actual": {
        const at = column.year ?? year;
        if (at === null) break;
        const value = readValueCell(said);
        units.push(value.unit);
        if (column.kind === "target") indicator.targets[at] = value.text;
        else indicator.actuals = { ...indicator.actuals, [at]: value.text };
        reads.push({ of: `${column.kind === "target" ? "targets" : "actuals"}/${at}`, field });
        break;
      }
      default:
        break;
    }
  }
  const hasValues = reads.some((read) => read.of !== "name");
  if (indicator.name === "" && !hasValues) return null;
  if (indicator.name === "") indicator.name = state.lastDraft?.indicator.name ?? nameOfItem(cells) ?? "";
  if (indicator.name === "") return null;
  indicator.unit ??= units.find((unit) => unit !== null) ?? null;
  indicator.cumulative ||= saysCumulative(indicator.name);
  if (baseline !== null) {
    const { year: printedYear, text }: Baseline = baseline;
    indicator.baseline = { year: printedYear ?? baselineYear, text };
  }
  const draft: Draft = { id: null, indicator, reads };
  state.lastDraft = draft;
  return draft;
}

/** A file without a column of indicator names measures the item itself. */
function nameOfItem(cells: readonly { column: CsvColumn; field: Field }[]): string | null {
  const named = cells.filter((cell) => cell.column.kind === "level");
  const last = named[named.length - 1];
  return last ? printedName(last.field.text) : null;
}

/** 計画の備考 holds its text, or only says that there is one, as the workbook does of a published plan. */
function remarkOf(text: string): Pick<PlanNode, "remark" | "remarkText"> {
  const said = readYesNo(text);
  if (said !== null) return said ? { remark: true } : {};
  return { remark: true, remarkText: text.trim() };
}

function settled(state: State, table: Header, levels: readonly string[]): Reading {
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

/** 再掲元 says a number, an id or a name. */
function originalsOf(
  state: State,
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
  state: State,
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

function assessmentsOf(state: State, idOf: (twig: Twig) => string, sources: Source[]): Assessment[] {
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
