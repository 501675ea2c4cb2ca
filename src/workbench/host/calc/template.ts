/** A formula's tree and what it refers to, shared by all cells that hold the same formula in R1C1: a column of 10,000 is read once. */
import { areaOf } from "../formula/area";
import { relocateReference, toR1C1 } from "../formula/relocate";
import { type Expression, parseFormula } from "../formula/syntax";
import type { Reference } from "../formula/tokens";
import type { Area } from "../formula/shapes";

export interface Template {
  /** undefined: not a formula Excel could read. */
  readonly expression: Expression | undefined;
  /** The cell the tree's relative references are written for. */
  readonly row: number;
  readonly column: number;
  readonly references: readonly { readonly sheet?: string; readonly reference: Reference }[];
  readonly names: readonly string[];
  /** Upper-case names of the functions called. */
  readonly functions: ReadonlySet<string>;
}

/** Every part of a formula, from the outside in. */
export function walk(expression: Expression | undefined, visit: (expression: Expression) => void): void {
  if (!expression) return;
  visit(expression);
  switch (expression.kind) {
    case "call":
      for (const argument of expression.arguments) walk(argument, visit);
      break;
    case "apply":
      walk(expression.callee, visit);
      for (const argument of expression.arguments) walk(argument, visit);
      break;
    case "binary":
    case "range":
    case "intersection":
      walk(expression.left, visit);
      walk(expression.right, visit);
      break;
    case "unary":
      walk(expression.operand, visit);
      break;
    case "spill":
      walk(expression.anchor, visit);
      break;
    case "union":
      for (const part of expression.parts) walk(part, visit);
      break;
    case "constant":
    case "error":
    case "reference":
    case "structured":
    case "name":
    case "array":
      break;
  }
}

export function nameOf(expression: { readonly sheet?: string; readonly name: string }): string {
  return (
    expression.sheet === undefined ? expression.name : `${expression.sheet}!${expression.name}`
  ).toLowerCase();
}

/** Functions that ask where a reference is and not what it holds: a formula that asks so of its own cell goes in no circle. */
const OF_PLACES: ReadonlySet<string> = new Set(["ROW", "COLUMN", "ROWS", "COLUMNS", "AREAS", "ISREF"]);

/** The references in an argument that is nothing but references. */
function placesIn(argument: Expression): readonly Expression[] {
  switch (argument.kind) {
    case "reference":
      return [argument];
    case "range":
      return [argument, ...placesIn(argument.left), ...placesIn(argument.right)];
    case "union":
      return argument.parts.flatMap(placesIn);
    default:
      return [];
  }
}

function read(formula: string, row: number, column: number): Template {
  const parsed = parseFormula(formula);
  const expression = parsed.kind === "parsed" ? parsed.expression : undefined;
  const references: { sheet?: string; reference: Reference }[] = [];
  const names = new Set<string>();
  const functions = new Set<string>();
  const unread = new Set<Expression>();
  walk(expression, (part) => {
    if (unread.has(part)) return;
    if (part.kind === "reference") references.push(part);
    else if (part.kind === "name") names.add(nameOf(part));
    else if (part.kind === "call") {
      functions.add(part.name);
      if (OF_PLACES.has(part.name)) {
        for (const argument of part.arguments) {
          for (const place of argument ? placesIn(argument) : []) unread.add(place);
        }
      }
      // A LAMBDA kept under a name is called by that name.
      names.add(part.name.toLowerCase());
    } else if (part.kind === "range" && part.left.kind === "reference" && part.right.kind === "reference") {
      // `A1:INDEX(…)` aside, the corners alone would not tell that everything between them is read.
      references.push({
        ...(part.left.sheet !== undefined && { sheet: part.left.sheet }),
        reference: {
          first: part.left.reference.first,
          last: part.right.reference.last ?? part.right.reference.first,
        },
      });
    }
  });
  return { expression, row, column, references, names: [...names], functions };
}

export interface Templates {
  of(formula: string, row: number, column: number): Template;
}

export function createTemplates(): Templates {
  const known = new Map<string, Template>();
  return {
    of(formula, row, column) {
      const key = toR1C1(formula, { row, column });
      let template = known.get(key);
      if (!template) {
        // A bound, so that a day of typing does not fill the memory; what is in use is held by its cells.
        if (known.size > 20_000) known.clear();
        template = read(formula, row, column);
        known.set(key, template);
      }
      return template;
    },
  };
}

/** Where a template's reference points from a cell; undefined beyond the sheet's edge. */
export function placed(
  reference: Reference,
  template: Template,
  row: number,
  column: number,
  sheet: string,
): Area | undefined {
  const there = relocateReference(reference, row - template.row, column - template.column);
  return there && areaOf(there, sheet);
}
