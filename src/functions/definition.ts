/** What a =PLAN.… function is: data from which metadata, registration, help pages, the README table and tests are made. */

/** What a person sees in a cell. */
export type Scalar = string | number | boolean;

/** A cell as Excel hands it over: a blank is null or "", an error value arrives as an object. */
export type CellInput = Scalar | null | object;

/** One argument: omitted (null), a single cell, or a range. */
export type Argument = CellInput | CellInput[][] | undefined;

/** Wrong use (#VALUE!) or an unknown key (#N/A), with the Japanese sentence Excel shows at the cell. */
export interface Refusal {
  refused: "#VALUE!" | "#N/A";
  message: string;
}

export type Answer = Scalar | Refusal;

export interface Parameter {
  /** As Excel's function dialog shows it: Japanese. */
  name: string;
  description: string;
  type: "any" | "string" | "number";
  /** A matrix arrives as rows of cells, so that an omitted argument (null) differs from a blank cell ([[""]]). */
  matrix: boolean;
  optional: boolean;
  /** The rest of the arguments, each like this one. */
  repeating?: boolean;
}

export interface Example {
  formula: string;
  /** What the cell then shows: percentages with one decimal, as the plan tables show them. A spill row by row. */
  result: string | string[][];
  explanation: string;
  /** Cells the formula refers to: address → what stands in it. */
  cells?: Readonly<Record<string, Scalar>>;
  /** Whether 計画表 or 尺度表 of help/sample-tables.ts stands in the workbook. */
  sample?: true;
}

export interface Definition {
  /** Without the namespace: `YEAR` is typed as =PLAN.YEAR(…). Saved files keep it, so it never changes. */
  id: string;
  /** One sentence for Excel's function dialog. */
  description: string;
  parameters: Parameter[];
  result: { type: "any" | "string" | "number"; matrix: boolean };
  /** The answer, from arguments alone. A matrix of answers spills. */
  run: (...given: Argument[]) => Answer | Answer[][] | Promise<Answer | Answer[][]>;
  help: {
    /** What it does, in a few sentences of our own. */
    text: string;
    examples: Example[];
    /** What each error it can give means and what to do. */
    errors: { shown: string; meaning: string }[];
  };
}

/** The same function written wrongly: #VALUE!. */
export function wrongUse(message: string): Refusal {
  return { refused: "#VALUE!", message };
}

/** Something that is not there: #N/A. */
export function notThere(message: string): Refusal {
  return { refused: "#N/A", message };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
