/** One surface that is fuzzed: what is thrown at it, and how often in the short run of `npm test`. */
import type fc from "fast-check";

export interface Fuzzed {
  /** For `--only` and the table. */
  name: string;
  /** What is drawn, in a planner's words. */
  drawn: string;
  /** What must hold whatever was drawn. */
  holds: string;
  /** Made when its turn comes: some have to load a workbook first. */
  property: () => Promise<fc.IRawProperty<unknown>> | fc.IRawProperty<unknown>;
  /** In the short run. */
  runs: number;
}
