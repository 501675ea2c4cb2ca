/** What a check of an assumption is: it looks at something in Excel and says beforehand what it must see. */

export type SeenValue = string | number | boolean;
/** What was seen, each thing under the words that say what it is. */
export type Seen = Readonly<Record<string, SeenValue>>;

/** What a check finds when it begins: a sheet of its own, which is taken away afterwards. */
export interface Bench {
  context: Excel.RequestContext;
  sync(): Promise<void>;
  sheet: Excel.Worksheet;
  /** No two tables or names of a workbook may be called the same. */
  name(base: string): string;
  /** Looks again and again until it sees what is wanted or ten seconds have passed; answers what it saw last. */
  eventually<Value>(look: () => Promise<Value>, wanted: (value: Value) => boolean): Promise<Value>;
}

export interface Look {
  kind: "look";
  expected: Seen;
  /** Needs the plan of the scenario in the workbook. */
  withPlan?: boolean;
  look(bench: Bench): Promise<Seen>;
}

/** Only a person can try it: what to do and what to see. */
export interface ByHand {
  kind: "byHand";
  sentence: string;
}

export type AssumptionCheck = Look | ByHand;

/** Thrown where Excel gives no way to find out. */
export class CannotTry extends Error {}
