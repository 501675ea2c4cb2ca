/** Which formulas are calculated, when and in which order: what is dirty and what reads it, each once, precedents first. */
import { shiftReferences } from "../formula/shift";
import type { Calc, CalcOptions, Calculation, CalculationExtent, CellChange, CellKey } from "./calc";
import { createArgumentCounts } from "./argument-count";
import { callCustom } from "./custom/call";
import type { BlanksAs, CustomFunction } from "./custom/definition";
import type { Pending } from "./custom/pending";
import { createDependents, type Watched } from "./dependents";
import { contents, evaluate, type Evaluation } from "./evaluate";
import { forgetKept } from "./natives";
import { createMarks } from "./marks";
import { createNode, keyOfName, type Node, report, spillOf } from "./node";
import { createPasses } from "./passes";
import { createSpills } from "./spills";
import { createStore } from "./store";
import type { CallSite, Surface } from "./surface";
import { createTemplates, placed } from "./template";
import { type CellValue, failure, isError, type Matrix, type Place, sameValue, type Value } from "./values";

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

const VOLATILE = new Set([
  "NOW",
  "TODAY",
  "RAND",
  "RANDBETWEEN",
  "RANDARRAY",
  "OFFSET",
  "INDIRECT",
  "INFO",
  "CELL",
]);
const MOST_PASSES = 100;

export function createCalc(options: CalcOptions = {}): Calc {
  const slice = options.sliceMilliseconds ?? 12;
  let blanksAs: BlanksAs = options.blanksAs ?? "null";
  const store = createStore<Node>();
  const dependents = createDependents<Node>();
  const templates = createTemplates();
  const order: { id: string; name: string }[] = [];
  const idOf = new Map<string, string>();
  const nodes = new Set<Node>();
  const names = new Map<string, Node>();
  const nameReaders = new Map<string, Set<Node>>();
  const functions = new Map<string, CustomFunction>();
  const counts = createArgumentCounts();
  const marks = createMarks(dependents);
  const { dirty, areas: dirtyAreas, markAreas, markFresh } = marks;
  const volatile = new Set<Node>();
  const spills = createSpills(store, marks, options.maySpill);
  const { blocked, freed, endSpill, settle } = spills;
  const waiting = new Set<Node>();
  let lateListeners: (() => void)[] = [];
  let disposed = false;
  let current: Node | undefined;
  const passes = createPasses({
    slice,
    dependents,
    nameReaders,
    marks,
    settle,
    evaluate: (node) => evaluateNode(node),
  });

  const surface: Surface = {
    value: (sheet, row, column) => store.slot(sheet, row, column)?.value ?? null,
    matrix: (place) => store.matrix(place),
    scan: (place, see) => store.scan(place, see),
    extent: (sheet) => store.extent(sheet),
    sheetId: (name) => idOf.get(name.toLowerCase()),
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

  const calls = {
    pending: (site: CallSite, part: number) =>
      // A string for every call would cost more than the call.
      current && current.pending.size > 0 ? current.pending.get(`${site.ordinal}:${part}`) : undefined,
    keep(site: CallSite, part: number, pending: Pending) {
      current?.pending.set(`${site.ordinal}:${part}`, pending);
      if (current) waiting.add(current);
      owners.set(site, current);
    },
    answered(site: CallSite) {
      const node = owners.get(site);
      if (disposed || !node || node.gone) return;
      // Not while it is being evaluated: a stream may speak in its very call.
      if (node === current) return;
      if (!dirty.has(node)) node.late = true;
      dirty.add(node);
      options.onLate?.();
      const listeners = lateListeners;
      lateListeners = [];
      for (const listener of listeners) listener();
    },
  };
  const owners = new WeakMap<CallSite, Node | undefined>();

  function link(node: Node): void {
    const { template } = node;
    const seen = new Set<Watched<Node>>();
    for (const { sheet, reference } of template.references) {
      const id = sheet === undefined ? node.sheet : surface.sheetId(sheet);
      const area = id === undefined ? undefined : placed(reference, template, node.row, node.column, id);
      if (area) seen.add(dependents.watch(area, node));
    }
    node.watched = [...seen];
    for (const key of template.names) {
      const readers = nameReaders.get(key) ?? new Set();
      readers.add(node);
      nameReaders.set(key, readers);
    }
    const moves = [...template.functions].some(
      (name) => VOLATILE.has(name) || functions.get(name)?.metadata.options?.volatile,
    );
    if (moves) volatile.add(node);
    nodes.add(node);
  }

  function unlink(node: Node): void {
    node.gone = true;
    for (const watched of [...node.watched, ...node.reached]) dependents.unwatch(watched, node);
    for (const key of node.template.names) nameReaders.get(key)?.delete(node);
    for (const pending of node.pending.values()) pending.cancel();
    for (const set of [nodes, dirty, volatile, blocked, waiting]) set.delete(node);
    endSpill(node);
  }

  const holds = (place: Place, node: Node) =>
    node.kind === "cell" &&
    place.sheet === node.sheet &&
    node.row >= place.top &&
    node.row <= place.bottom &&
    node.column >= place.left &&
    node.column <= place.right;

  /** Remembers where INDIRECT and OFFSET led. Where that is new and not yet calculated itself, the formula's turn comes again. */
  function reachedBy(node: Node, places: readonly Place[]): void {
    const former = node.reached;
    node.reached = places.map((place) => dependents.watch(place, node));
    for (const watched of former)
      if (!node.reached.includes(watched) && !node.watched.includes(watched))
        dependents.unwatch(watched, node);
    for (const watched of node.reached) {
      if (former.includes(watched) || node.watched.includes(watched)) continue;
      for (const [, , { formula, anchor }] of store.slotsIn(watched.place)) {
        if ((formula && formula !== node && passes.left.has(formula)) || (anchor && passes.left.has(anchor)))
          markFresh(node);
      }
    }
  }

  function evaluateNode(node: Node): void {
    if (node.kind === "name" && !nameReaders.get(node.key)?.size) {
      // Nobody asks for it: worked out when somebody does.
      node.value = undefined;
      dirty.delete(node);
      return;
    }
    // Most formulas have no promise out, and emptying an empty map costs as much as a call.
    if (!node.late && node.pending.size > 0) {
      for (const pending of node.pending.values()) pending.cancel();
      node.pending.clear();
      waiting.delete(node);
    }
    node.late = false;
    node.entered = false;
    dirty.delete(node);
    const outer = current;
    current = node;
    const { template } = node;
    const evaluation: Evaluation = { surface, home: node, template, reached: [], calls: 0 };
    const value: Value = template.expression
      ? evaluate(template.expression, evaluation, undefined)
      : failure("#NAME?");
    const result =
      node.kind === "name" && typeof value === "object" && value !== null && value.kind === "lambda"
        ? value
        : contents(value, evaluation);
    current = outer;
    if (node.pending.size === 0 || ![...node.pending.values()].some(({ state }) => state.kind === "waiting"))
      waiting.delete(node);
    if (evaluation.reached.length > 0 || node.reached.length > 0) reachedBy(node, evaluation.reached);
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

  interface Run {
    readonly steps: Generator<undefined, number>;
    readonly touched: Set<Node>;
    finished?: Calculation;
    taken?: boolean;
  }
  let running: Run | undefined;

  function begin(extent: CalculationExtent): Run {
    const touched = new Set<Node>();
    running = { steps: work(extent, touched), touched };
    return running;
  }

  /** One slice of work; the outcome once all is done. */
  function step(run: Run): Calculation | undefined {
    if (run.finished) return run.finished;
    const { done, value } = run.steps.next();
    if (!done) return undefined;
    run.finished = { changes: report(store, run.touched), evaluated: value, waiting: waiting.size };
    if (running === run) running = undefined;
    return run.finished;
  }

  function finish(run: Run): Calculation {
    for (;;) {
      const outcome = step(run);
      if (outcome) return outcome;
    }
  }

  /** Takes what stands in the cell out of it, formula, spill and all. */
  function vacate(at: CellKey): void {
    const slot = store.slot(at.sheet, at.row, at.column);
    if (slot?.formula) unlink(slot.formula);
    if (slot?.anchor) {
      markFresh(slot.anchor);
      delete slot.anchor;
    }
    if (slot) delete slot.formula;
  }

  function changed(at: CellKey): void {
    store.touched(at.sheet, at.row, at.column);
    for (const watched of dependents.over(at.sheet, at.row, at.column)) dirtyAreas.add(watched);
  }

  function writeOne(write: Parameters<Calc["write"]>[0][number]): void {
    const { content } = write;
    const slot = store.slot(write.sheet, write.row, write.column);
    switch (content.kind) {
      case "blank":
        if (!slot || (slot.anchor && !slot.formula)) return;
        vacate(write);
        store.release(write.sheet, write.row, write.column);
        changed(write);
        freed(write.sheet, write.row, write.column);
        return;
      case "value": {
        if (content.value === null) {
          writeOne({ ...write, content: { kind: "blank" } });
          return;
        }
        if (slot && !slot.formula && !slot.anchor && sameValue(slot.value, content.value)) return;
        vacate(write);
        store.claim(write.sheet, write.row, write.column).value = content.value;
        changed(write);
        obstructed(write);
        return;
      }
      case "formula": {
        const former = slot?.formula?.reported;
        vacate(write);
        const node = createNode(templates, "cell", write, "", content.formula);
        const claimed = store.claim(write.sheet, write.row, write.column);
        claimed.formula = node;
        if (former && !former.spill) node.reported = former;
        link(node);
        markFresh(node);
        node.entered = true;
        changed(write);
        obstructed(write);
        return;
      }
    }
  }

  /** A refused spill stays refused, but one that stands over this cell has to give way; `vacate` has marked it. */
  function obstructed(at: CellKey): void {
    const slot = store.slot(at.sheet, at.row, at.column);
    if (slot?.anchor) markFresh(slot.anchor);
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
        node.formula = formula;
        const template = templates.of(formula, node.row, node.column);
        for (const key of node.template.names) nameReaders.get(key)?.delete(node);
        for (const key of template.names) nameReaders.set(key, (nameReaders.get(key) ?? new Set()).add(node));
        node.template = template;
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
      for (const cell of cells) writeOne(cell);
    },
    restore(cells) {
      for (const { sheet, row, column, formula, value, spill } of cells) {
        const at = { sheet, row, column };
        vacate(at);
        const node = createNode(templates, "cell", at, "", formula);
        const slot = store.claim(sheet, row, column);
        slot.formula = node;
        slot.value = value;
        link(node);
        node.value = value;
        if (spill) {
          node.value = { kind: "matrix", cells: spill.values };
          node.spill = {
            sheet,
            top: row,
            left: column,
            bottom: row + spill.rows - 1,
            right: column + spill.columns - 1,
          };
          for (const [r, line] of spill.values.entries())
            for (const [c, cell] of line.entries()) {
              const spilled = store.claim(sheet, row + r, column + c);
              spilled.value = cell;
              if (r > 0 || c > 0) spilled.anchor = node;
            }
        }
        if (isError(value) && value.code === "#SPILL!") blocked.add(node);
        startAgain(node);
        node.reported = { value, ...(spill && { spill }) };
        store.touched(sheet, row, column);
      }
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
    async calculate({ extent = "changed" } = {}) {
      // What is being calculated comes first; what is dirty by then comes with this run.
      while (running) if (!step(running)) await breathe();
      const run = begin(extent);
      for (;;) {
        const outcome = step(run);
        if (outcome) return run.taken ? { ...outcome, changes: [] } : outcome;
        await breathe();
      }
    },
    calculateNow({ extent = "changed" } = {}) {
      const interrupted = running;
      const before = interrupted ? finish(interrupted).changes : [];
      // Told here and now, so not again, later and older, to who waits for that run.
      if (interrupted) interrupted.taken = true;
      const outcome = finish(begin(extent));
      return before.length === 0 ? outcome : { ...outcome, changes: [...before, ...outcome.changes] };
    },
    async settled() {
      const changes: CellChange[] = [];
      // Nothing is out and nothing is due: volatile formulas alone would never come to rest.
      while (!disposed && (waiting.size > 0 || dirty.size > 0)) {
        const outcome = await calc.calculate();
        changes.push(...outcome.changes);
        if (waiting.size > 0 && dirty.size === 0)
          await new Promise<void>((resolve) => lateListeners.push(resolve));
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
      for (const listener of lateListeners) listener();
      lateListeners = [];
    },
  };
  return calc;
}
