/** Calculations under way: in slices so that a page can draw, or at once for a host that must answer; one at a time, and nothing is told twice. */
import type { Calculation, CalculationExtent } from "./calc";
import { type Node, report } from "./node";
import type { Store } from "./store";

export interface RunsOptions {
  readonly store: Store<Node>;
  /** Formulas with a promise out. */
  readonly waiting: ReadonlySet<Node>;
  /** The work, slice by slice; gives how many formulas were worked out. */
  work(extent: CalculationExtent, touched: Set<Node>): Generator<undefined, number>;
}

export interface Runs {
  calculate(extent: CalculationExtent): Promise<Calculation>;
  calculateNow(extent: CalculationExtent): Calculation;
}

interface Run {
  readonly steps: Generator<undefined, number>;
  readonly touched: Set<Node>;
  finished?: Calculation;
  taken?: boolean;
}

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

export function createRuns({ store, waiting, work }: RunsOptions): Runs {
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

  return {
    async calculate(extent) {
      // What is being calculated comes first; what is dirty by then comes with this run.
      while (running) if (!step(running)) await breathe();
      const run = begin(extent);
      for (;;) {
        const outcome = step(run);
        if (outcome) return run.taken ? { ...outcome, changes: [] } : outcome;
        await breathe();
      }
    },
    calculateNow(extent) {
      const interrupted = running;
      const before = interrupted ? finish(interrupted).changes : [];
      // Told here and now, so not again, later and older, to who waits for that run.
      if (interrupted) interrupted.taken = true;
      const outcome = finish(begin(extent));
      return before.length === 0 ? outcome : { ...outcome, changes: [...before, ...outcome.changes] };
    },
  };
}
