/** Which formulas are calculated, when and in which order: what is dirty and what reads it, each once, precedents first. */
import { shiftReferences } from "../formula/shift";
import { createArgumentCounts } from "./argument-count";
import type { Calc, CalcOptions, CalculationExtent, CellChange } from "./calc";
import { callCustom } from "./custom/call";
import type { BlanksAs, CustomFunction } from "./custom/definition";
import { createDependents } from "./dependents";
import { createEntering } from "./entering";
import { evaluate, evaluationOf } from "./evaluate";
import { contents } from "./evaluation";
import { createLateCalls } from "./late-calls";
import { createLinks } from "./links";
import { createMarks } from "./marks";
import { forgetKept } from "./natives";
import { createNode, keyOfName, type Node, spillOf } from "./node";
import { createPasses } from "./passes";
import { createRuns } from "./runs";
import { createSpills } from "./spills";
import { createStore } from "./store";
import type { Surface } from "./surface";
import { createTemplates } from "./template";
import { type CellValue, failure, isError, type Matrix, type Place, type Value } from "./values";

const MOST_PASSES = 100;

export function createCalc(options: CalcOptions = {}): Calc {
  const slice = options.sliceMilliseconds ?? 12;
  let blanksAs: BlanksAs = options.blanksAs ?? "null";
  const store = createStore<Node>();
  const dependents = createDependents<Node>();
  const templates = createTemplates();
  const order: { id: string; name: string }[] = [];
  const idOf = new Map<string, string>();
  const names = new Map<string, Node>();
  const functions = new Map<string, CustomFunction>();
  const counts = createArgumentCounts();
  const marks = createMarks(dependents);
  const { dirty, areas: dirtyAreas, markAreas, markFresh } = marks;
  const spills = createSpills(store, marks, options.maySpill);
  const { blocked, endSpill, settle } = spills;
  let disposed = false;
  let current: Node | undefined;
  const sheetId = (name: string) => idOf.get(name.toLowerCase());
  const links = createLinks({
    store,
    dependents,
    functions,
    sheetId,
    marks,
    left: () => passes.left,
  });
  const { nodes, volatile, nameReaders, link } = links;
  const passes = createPasses({
    slice,
    dependents,
    nameReaders,
    marks,
    settle,
    evaluate: (node) => evaluateNode(node),
  });
  const late = createLateCalls({
    dirty,
    current: () => current,
    ...(options.onLate && { onLate: options.onLate }),
  });
  const { calls, waiting } = late;
  const runs = createRuns({ store, waiting, work });
  const entering = createEntering({
    store,
    dependents,
    templates,
    marks,
    spills,
    link,
    unlink,
    startAgain,
  });

  const surface: Surface = {
    value: (sheet, row, column) => store.slot(sheet, row, column)?.value ?? null,
    matrix: (place) => store.matrix(place),
    scan: (place, see) => store.scan(place, see),
    extent: (sheet) => store.extent(sheet),
    sheetId,
    sheetName: (id) => order.find((sheet) => sheet.id === id)?.name ?? "",
    sheetOrder: () => order.map(({ id }) => id),
    name(key) {
      const node = names.get(key);
      // Worked out when first asked for, so that opening a file with names calculates nothing.
      if (node && node.value === undefined && !passes.left.has(node) && current) evaluateNode(node);
      return node?.value;
    },
    formulaText: (sheet, row, column) => store.slot(sheet, row, column)?.formula?.formula,
    spillOf: (sheet, row, column) => store.slot(sheet, row, column)?.formula?.spill,
    hiddenRow: (sheet, row) => options.hiddenRow?.(sheet, row),
    now: () => options.now?.() ?? new Date(),
    custom(name) {
      const found = functions.get(name);
      return found && ((given, site) => callCustom(found, given, site, blanksAs, surface, calls));
    },
  };

  function unlink(node: Node): void {
    links.unlink(node);
    for (const pending of node.pending.values()) pending.cancel();
    for (const set of [dirty, blocked, waiting]) set.delete(node);
    endSpill(node);
  }

  const holds = (place: Place, node: Node) =>
    node.kind === "cell" &&
    place.sheet === node.sheet &&
    node.row >= place.top &&
    node.row <= place.bottom &&
    node.column >= place.left &&
    node.column <= place.right;

  function evaluateNode(node: Node): void {
    if (node.kind === "name" && !nameReaders.get(node.key)?.size) {
      // Nobody asks for it: worked out when somebody does.
      node.value = undefined;
      dirty.delete(node);
      return;
    }
    // Most formulas have no promise out, and emptying an empty map costs as much as a call.
    if (!node.late && node.pending.size > 0) late.cancel(node);
    node.late = false;
    node.entered = false;
    dirty.delete(node);
    const outer = current;
    current = node;
    const { template } = node;
    const evaluation = evaluationOf(template, node, surface);
    const value: Value = template.expression
      ? evaluate(template.expression, evaluation, undefined)
      : failure("#NAME?");
    const result =
      node.kind === "name" && typeof value === "object" && value !== null && value.kind === "lambda"
        ? value
        : contents(value, evaluation);
    current = outer;
    late.evaluated(node);
    if (evaluation.reached.length > 0 || node.reached.length > 0) links.reached(node, evaluation.reached);
    const itself = evaluation.reached.some((place) => holds(place, node));
    if (itself) settle(node, 0);
    else if (node.kind === "name") node.value = result;
    else settle(node, result as CellValue | Matrix);
  }

  function* work(extent: CalculationExtent, touched: Set<Node>): Generator<undefined, number> {
    forgetKept();
    let evaluated = 0;
    if (extent === "entered") {
      const entered = new Set([...dirty].filter((node) => node.entered || node.late));
      return yield* passes.pass(entered, touched, entered);
    }
    for (const node of volatile) markFresh(node);
    if (extent === "everything") for (const node of nodes) markFresh(node);
    for (let round = 0; round < MOST_PASSES && (dirty.size > 0 || dirtyAreas.size > 0); round++) {
      const seeds = new Set(dirty);
      for (const watched of dirtyAreas)
        for (const reader of watched.readers) {
          reader.late = false;
          seeds.add(reader);
        }
      dirtyAreas.clear();
      evaluated += yield* passes.pass(seeds, touched);
    }
    return evaluated;
  }

  /** What a file cannot keep: a stream, and a promise that was out. They begin anew when it is opened. */
  function startAgain(node: Node): void {
    const streams = [...node.template.functions].some(
      (name) => functions.get(name)?.metadata.options?.stream,
    );
    if (!streams && !(isError(node.value) && node.value.code === "#BUSY!")) return;
    markFresh(node);
    node.entered = true;
  }

  function removeSheet(id: string): void {
    for (const node of [...nodes]) if (node.sheet === id && node.kind === "cell") unlink(node);
    markAreas({ sheet: id, top: 0, left: 0, bottom: 1_048_575, right: 16_383 });
    store.dropSheet(id);
  }

  const calc: Calc = {
    setSheets(sheets) {
      const ids = new Set(sheets.map(({ id }) => id));
      for (const { id, name } of [...order]) {
        if (ids.has(id)) continue;
        removeSheet(id);
        dependents.dropSheet(id);
        idOf.delete(name.toLowerCase());
      }
      for (const { id, name } of sheets) {
        const known = order.find((sheet) => sheet.id === id);
        if (known && known.name !== name) calc.renameSheet(id, name);
        store.addSheet(id);
      }
      order.splice(0, order.length, ...sheets.map(({ id, name }) => ({ id, name })));
      idOf.clear();
      for (const { id, name } of order) idOf.set(name.toLowerCase(), id);
    },
    renameSheet(id, name) {
      const sheet = order.find((known) => known.id === id);
      if (!sheet || sheet.name === name) return;
      const from = sheet.name;
      sheet.name = name;
      idOf.delete(from.toLowerCase());
      idOf.set(name.toLowerCase(), id);
      for (const node of nodes) {
        const formula = shiftReferences(node.formula, "", { kind: "renameSheet", from, to: name });
        if (formula === node.formula) continue;
        links.reword(node, formula, templates.of(formula, node.row, node.column));
      }
    },
    setNames(list) {
      const wanted = new Map(list.map((entry) => [keyOfName(entry.name).key, entry]));
      const readersDirty = (key: string) => {
        for (const reader of nameReaders.get(key) ?? []) markFresh(reader);
      };
      for (const [key, node] of [...names]) {
        if (wanted.get(key)?.formula === node.formula) continue;
        unlink(node);
        names.delete(key);
        readersDirty(key);
      }
      for (const [key, { name, formula }] of wanted) {
        if (names.has(key)) continue;
        const scope = keyOfName(name).sheet;
        const sheet = (scope === undefined ? undefined : surface.sheetId(scope)) ?? order[0]?.id ?? "";
        const node = createNode(templates, "name", { sheet, row: 0, column: 0 }, key, formula);
        names.set(key, node);
        link(node);
        readersDirty(key);
      }
    },
    write(cells) {
      for (const cell of cells) entering.write(cell);
    },
    restore(cells) {
      for (const cell of cells) entering.restore(cell);
    },
    clear(sheet) {
      removeSheet(sheet);
      store.addSheet(sheet);
    },
    registerFunctions({ namespace, functions: list, allowErrorForDataTypeAny }, associations) {
      const added = new Set<string>();
      for (const metadata of list) {
        const name = (namespace === "" ? metadata.name : `${namespace}.${metadata.name}`).toUpperCase();
        const association = associations.get(metadata.id) ?? associations.get(metadata.id.toUpperCase());
        functions.set(name, {
          metadata,
          association,
          allowErrors: metadata.allowErrorForDataTypeAny ?? allowErrorForDataTypeAny ?? false,
        });
        counts.add(name, metadata);
        added.add(name);
      }
      for (const node of nodes) {
        const used = [...node.template.functions].filter((name) => added.has(name));
        if (used.length === 0) continue;
        if (used.some((name) => functions.get(name)?.metadata.options?.volatile)) volatile.add(node);
        if (node.kind !== "cell") continue;
        if (isError(node.value) && node.value.code === "#NAME?") markFresh(node);
        startAgain(node);
      }
    },
    markDirty(cells) {
      for (const { sheet, row, column } of cells) {
        const node = store.slot(sheet, row, column)?.formula;
        if (node) markFresh(node);
      }
    },
    calculate: ({ extent = "changed" } = {}) => runs.calculate(extent),
    calculateNow: ({ extent = "changed" } = {}) => runs.calculateNow(extent),
    async settled() {
      const changes: CellChange[] = [];
      // Nothing is out and nothing is due: volatile formulas alone would never come to rest.
      while (!disposed && (waiting.size > 0 || dirty.size > 0)) {
        const outcome = await calc.calculate();
        changes.push(...outcome.changes);
        if (waiting.size > 0 && dirty.size === 0) await late.next();
      }
      return changes;
    },
    complaint: (formula) => counts.complaint(formula),
    valueOf: ({ sheet, row, column }) => store.slot(sheet, row, column)?.value ?? null,
    spillOf({ sheet, row, column }) {
      const node = store.slot(sheet, row, column)?.formula;
      return node && spillOf(node);
    },
    anchorOf({ sheet, row, column }) {
      const anchor = store.slot(sheet, row, column)?.anchor;
      return anchor && { sheet: anchor.sheet, row: anchor.row, column: anchor.column };
    },
    setBlanksAs(wanted) {
      blanksAs = wanted;
    },
    dispose() {
      disposed = true;
      for (const node of [...nodes]) for (const pending of node.pending.values()) pending.cancel();
      nodes.clear();
      names.clear();
      dirty.clear();
      dirtyAreas.clear();
      volatile.clear();
      late.dispose();
    },
  };
  return calc;
}
