/** Which formulas are calculated, when and in which order: what is dirty and what reads it, each once, precedents first. */
import { shiftReferences } from "../formula/shift";
import type { Calc, CalcOptions, Calculation, CalculationExtent, CellChange, CellKey, Spill } from "./calc";
import { createArgumentCounts } from "./argument-count";
import { type BlanksAs, callCustom, type CustomFunction, type Pending } from "./custom";
import { createDependents, type Watched } from "./dependents";
import { contents, evaluate, type Evaluation } from "./evaluate";
import { forgetKept } from "./natives";
import { circles } from "./circles";
import { createStore } from "./store";
import type { CallSite, Surface } from "./surface";
import { createTemplates, placed, type Template } from "./template";
import {
  type CellValue,
  columnsOf,
  failure,
  isError,
  isMatrix,
  type Matrix,
  type Place,
  rowsOf,
  sameValue,
  type Value,
} from "./values";

/** A formula in a cell, or one that a name stands for. */
interface Node {
  readonly kind: "cell" | "name";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
  formula: string;
  template: Template;
  value: Value;
  watched: Watched<Node>[];
  /** Areas reached at the last evaluation through INDIRECT and OFFSET. */
  reached: Watched<Node>[];
  spill: Place | undefined;
  /** Where a refused spill wanted to go. */
  wanted: Place | undefined;
  pending: Map<string, Pending>;
  /** Only a promise's answer is new: calls that already gave theirs are not made again. */
  late: boolean;
  /** Entered since it was last worked out: Excel shows its value even where it calculates only when asked. */
  entered: boolean;
  gone: boolean;
  reported: { readonly value: CellValue; readonly spill?: Spill } | undefined;
}
type Vertex = Node | Watched<Node>;

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

/** `'2021 年'!名` and `2021 年!名` are one key. */
function keyOfName(name: string): { readonly key: string; readonly sheet: string | undefined } {
  const scoped = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/su.exec(name);
  const sheet = scoped ? (scoped[1]?.replaceAll("''", "'") ?? scoped[2]) : undefined;
  return { key: (sheet === undefined ? name : `${sheet}!${scoped?.[3] ?? ""}`).toLowerCase(), sheet };
}

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function sameSpill(a: Spill | undefined, b: Spill | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.rows !== b.rows || a.columns !== b.columns) return false;
  return a.values.every((row, r) => row.every((cell, c) => sameValue(cell, b.values[r]?.[c] ?? null)));
}

const shown = (value: CellValue): CellValue => value ?? 0;

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
  const dirty = new Set<Node>();
  const dirtyAreas = new Set<Watched<Node>>();
  const volatile = new Set<Node>();
  const blocked = new Set<Node>();
  const waiting = new Set<Node>();
  let lateListeners: (() => void)[] = [];
  let disposed = false;
  let current: Node | undefined;
  /** What the present pass has still to calculate. */
  let left = new Set<Vertex>();

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
      if (node && node.value === undefined && !left.has(node) && current) evaluateNode(node);
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

  function markAreas(place: Place): void {
    const areas =
      place.top === place.bottom && place.left === place.right
        ? dependents.over(place.sheet, place.top, place.left)
        : dependents.across(place);
    for (const watched of areas) dirtyAreas.add(watched);
  }

  function markFresh(node: Node): void {
    node.late = false;
    dirty.add(node);
  }

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

  /** A cell came free: spills that were refused may fit now. */
  function freed(sheet: string, row: number, column: number): void {
    for (const node of blocked) {
      const place = node.wanted;
      if (
        place &&
        place.sheet === sheet &&
        row >= place.top &&
        row <= place.bottom &&
        column >= place.left &&
        column <= place.right
      )
        markFresh(node);
    }
  }

  function endSpill(node: Node, keep?: Place): void {
    const { spill } = node;
    node.spill = undefined;
    if (!spill) return;
    for (const [row, column, slot] of [...store.slotsIn(spill)]) {
      if (slot.anchor !== node) continue;
      if (keep && row <= keep.bottom && column <= keep.right) continue;
      store.release(spill.sheet, row, column);
      store.touched(spill.sheet, row, column);
      freed(spill.sheet, row, column);
    }
    if (!keep) markAreas(spill);
  }

  function fits(node: Node, place: Place): boolean {
    if (place.bottom > 1_048_575 || place.right > 16_383) return false;
    for (const [row, column, slot] of store.slotsIn(place)) {
      if (row === node.row && column === node.column) continue;
      if (slot.formula || (slot.anchor && slot.anchor !== node) || (!slot.anchor && slot.value !== null))
        return false;
    }
    return (
      options.maySpill?.(
        { sheet: node.sheet, row: node.row, column: node.column },
        place.bottom - place.top + 1,
        place.right - place.left + 1,
      ) ?? true
    );
  }

  function show(node: Node, value: CellValue): void {
    const slot = store.claim(node.sheet, node.row, node.column);
    if (!sameValue(slot.value, value)) store.touched(node.sheet, node.row, node.column);
    slot.value = value;
  }

  /** Puts a result where it belongs. */
  function settle(node: Node, result: CellValue | Matrix): void {
    blocked.delete(node);
    node.wanted = undefined;
    if (!isMatrix(result)) {
      endSpill(node);
      node.value = shown(result);
      show(node, shown(result));
      return;
    }
    const place = {
      sheet: node.sheet,
      top: node.row,
      left: node.column,
      bottom: node.row + rowsOf(result) - 1,
      right: node.column + columnsOf(result) - 1,
    };
    if (!fits(node, place)) {
      endSpill(node);
      node.wanted = place;
      blocked.add(node);
      node.value = failure("#SPILL!");
      show(node, node.value);
      return;
    }
    const before = node.spill;
    endSpill(node, place);
    node.spill = place;
    node.value = result;
    for (const [r, row] of result.cells.entries())
      for (const [c, cell] of row.entries()) {
        const slot = store.claim(place.sheet, place.top + r, place.left + c);
        if (r > 0 || c > 0) slot.anchor = node;
        const value = shown(cell);
        if (!sameValue(slot.value, value)) store.touched(place.sheet, place.top + r, place.left + c);
        slot.value = value;
      }
    // Readers of cells that this spill did not cover when the order was made: they come in the next pass.
    if (!before || before.bottom !== place.bottom || before.right !== place.right) {
      if (!before) markAreas(place);
      else {
        if (place.bottom > before.bottom) markAreas({ ...place, top: before.bottom + 1 });
        if (place.right > before.right) markAreas({ ...place, left: before.right + 1 });
        if (place.bottom < before.bottom || place.right < before.right) markAreas(before);
      }
    }
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
        if ((formula && formula !== node && left.has(formula)) || (anchor && left.has(anchor)))
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
    if (!node.late) {
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

  function successors(vertex: Vertex): readonly Vertex[] {
    if (vertex.kind === "watched") return [...vertex.readers];
    if (vertex.kind === "name") return [...(nameReaders.get(vertex.key) ?? [])];
    return vertex.spill
      ? dependents.across(vertex.spill)
      : dependents.over(vertex.sheet, vertex.row, vertex.column);
  }

  /** Everything that follows from the seeds, with how many of those each waits for; or of that only what is `within`. */
  function* plan(
    seeds: Iterable<Node>,
    within: ReadonlySet<Node> | undefined,
  ): Generator<
    undefined,
    { readonly waits: Map<Vertex, number>; readonly next: Map<Vertex, readonly Vertex[]> }
  > {
    let started = performance.now();
    const waits = new Map<Vertex, number>();
    const next = new Map<Vertex, readonly Vertex[]>();
    const queue: Vertex[] = [];
    for (const seed of seeds) {
      if (waits.has(seed)) continue;
      waits.set(seed, 0);
      queue.push(seed);
    }
    for (let at = 0; at < queue.length; at++) {
      const vertex = queue[at];
      if (!vertex) break;
      if (performance.now() - started > slice) {
        yield undefined;
        started = performance.now();
      }
      const all = successors(vertex);
      const after = within ? all.filter((each) => each.kind === "watched" || within.has(each)) : all;
      next.set(vertex, after);
      for (const successor of after) {
        const known = waits.get(successor);
        if (known === undefined) {
          queue.push(successor);
          // Reached from outside: its arguments changed, so a call made before says nothing any more.
          if (successor.kind !== "watched") successor.late = false;
        }
        waits.set(successor, (known ?? 0) + 1);
      }
    }
    return { waits, next };
  }

  function* pass(
    seeds: Iterable<Node>,
    touched: Set<Node>,
    within?: ReadonlySet<Node>,
  ): Generator<undefined, number> {
    const { waits, next } = yield* plan(seeds, within);
    const ready: Vertex[] = [];
    for (const [vertex, count] of waits) if (count === 0) ready.push(vertex);
    left = new Set(waits.keys());
    let evaluated = 0;
    let started = performance.now();
    const release = (vertex: Vertex) => {
      left.delete(vertex);
      for (const successor of next.get(vertex) ?? []) {
        const count = (waits.get(successor) ?? 1) - 1;
        waits.set(successor, count);
        if (count === 0 && left.has(successor)) ready.push(successor);
      }
    };
    while (left.size > 0) {
      for (let at = 0; at < ready.length; at++) {
        const vertex = ready[at];
        if (!vertex || !left.has(vertex)) continue;
        if (vertex.kind !== "watched" && !vertex.gone) {
          evaluateNode(vertex);
          touched.add(vertex);
          evaluated++;
          if (performance.now() - started > slice) {
            yield undefined;
            started = performance.now();
          }
        } else if (vertex.kind === "watched" && !within) dirtyAreas.delete(vertex);
        release(vertex);
      }
      ready.length = 0;
      if (left.size === 0) break;
      // A circle: Excel warns and shows 0.
      const turning = circles(left, next);
      if (turning.length === 0) throw new Error("calc: formulas wait for one another, but not in a circle");
      for (const vertex of turning) {
        if (!left.has(vertex)) continue;
        if (vertex.kind !== "watched" && !vertex.gone) {
          dirty.delete(vertex);
          if (vertex.kind === "cell") settle(vertex, 0);
          else vertex.value = 0;
          touched.add(vertex);
        }
        release(vertex);
      }
    }
    return evaluated;
  }

  function* work(extent: CalculationExtent, touched: Set<Node>): Generator<undefined, number> {
    forgetKept();
    let evaluated = 0;
    if (extent === "entered") {
      const entered = new Set([...dirty].filter((node) => node.entered || node.late));
      return yield* pass(entered, touched, entered);
    }
    for (const node of volatile) markFresh(node);
    if (extent === "everything") for (const node of nodes) markFresh(node);
    for (let passes = 0; passes < MOST_PASSES && (dirty.size > 0 || dirtyAreas.size > 0); passes++) {
      const seeds = new Set(dirty);
      for (const watched of dirtyAreas)
        for (const reader of watched.readers) {
          reader.late = false;
          seeds.add(reader);
        }
      dirtyAreas.clear();
      evaluated += yield* pass(seeds, touched);
    }
    return evaluated;
  }

  function spillOf(node: Node): Spill | undefined {
    if (!node.spill || !isMatrix(node.value)) return undefined;
    return {
      rows: rowsOf(node.value),
      columns: columnsOf(node.value),
      values: node.value.cells.map((row) => row.map(shown)),
    };
  }

  function report(touched: ReadonlySet<Node>): CellChange[] {
    const changes: CellChange[] = [];
    for (const node of touched) {
      if (node.gone || node.kind === "name") continue;
      const value = store.slot(node.sheet, node.row, node.column)?.value ?? null;
      const spill = spillOf(node);
      if (node.reported && sameValue(node.reported.value, value) && sameSpill(node.reported.spill, spill))
        continue;
      node.reported = { value, ...(spill && { spill }) };
      changes.push({ sheet: node.sheet, row: node.row, column: node.column, value, ...(spill && { spill }) });
    }
    return changes;
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
    run.finished = { changes: report(run.touched), evaluated: value, waiting: waiting.size };
    if (running === run) running = undefined;
    return run.finished;
  }

  function finish(run: Run): Calculation {
    for (;;) {
      const outcome = step(run);
      if (outcome) return outcome;
    }
  }

  function createNode(kind: "cell" | "name", at: CellKey, key: string, formula: string): Node {
    const template = templates.of(formula, at.row, at.column);
    return {
      kind,
      sheet: at.sheet,
      row: at.row,
      column: at.column,
      key,
      formula,
      template,
      value: undefined,
      watched: [],
      reached: [],
      spill: undefined,
      wanted: undefined,
      pending: new Map(),
      late: false,
      entered: false,
      gone: false,
      reported: undefined,
    };
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
        const node = createNode("cell", write, "", content.formula);
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
        const node = createNode("name", { sheet, row: 0, column: 0 }, key, formula);
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
        const node = createNode("cell", at, "", formula);
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
        if (node.kind === "cell" && isError(node.value) && node.value.code === "#NAME?") markFresh(node);
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
      while (!disposed) {
        const outcome = await calc.calculate();
        changes.push(...outcome.changes);
        if (waiting.size === 0 && dirty.size === 0) break;
        if (dirty.size === 0) await new Promise<void>((resolve) => lateListeners.push(resolve));
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
