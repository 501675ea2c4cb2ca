/** A formula's tree → its value. References stay references until somebody needs what is in them; branches not taken are not evaluated. */
import type { Expression } from "../formula/syntax";
import { aggregates } from "./aggregates";
import { forms } from "./forms";
import { japanese } from "./japanese";
import { dates } from "./dates";
import { callNative } from "./natives";
import { binary, unary } from "./operators";
import { contents, type Evaluation, find, intersected, type Scope } from "./evaluation";
import type { CustomArgument, Home, Surface } from "./surface";
import { nameOf, placed, type Template } from "./template";
import { failure, isError, isLambda, isPlaces, matrixOf, type Place, type Value } from "./values";

function reference(
  expression: Expression & { kind: "reference" },
  { surface, home, template }: Evaluation,
): Value {
  const sheet = expression.sheet === undefined ? home.sheet : surface.sheetId(expression.sheet);
  if (sheet === undefined) return failure("#REF!");
  const area = placed(expression.reference, template, home.row, home.column, sheet);
  return area ? { kind: "places", places: [area] } : failure("#REF!");
}

function only(value: Value): Place | undefined {
  return isPlaces(value) && value.places.length === 1 ? value.places[0] : undefined;
}

function joined(kind: "range" | "intersection", left: Value, right: Value): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  const a = only(left);
  const b = only(right);
  if (!a || !b) return failure("#VALUE!");
  if (a.sheet !== b.sheet && kind === "intersection") return failure("#NULL!");
  if (kind === "range") {
    return {
      kind: "places",
      places: [
        {
          sheet: a.sheet,
          top: Math.min(a.top, b.top),
          left: Math.min(a.left, b.left),
          bottom: Math.max(a.bottom, b.bottom),
          right: Math.max(a.right, b.right),
        },
      ],
    };
  }
  const both = {
    sheet: a.sheet,
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top > both.bottom || both.left > both.right
    ? failure("#NULL!")
    : { kind: "places", places: [both] };
}

function custom(
  expression: Expression & { kind: "call" },
  evaluation: Evaluation,
  scope: Scope | undefined,
): Value | "unknown" {
  const call = evaluation.surface.custom(expression.name);
  if (!call) return "unknown";
  const given: CustomArgument[] = [];
  for (const argument of expression.arguments) {
    const value = argument ? evaluate(argument, evaluation, scope) : undefined;
    const place = only(value);
    const content = value === undefined ? undefined : contents(value, evaluation);
    given.push(place ? { value: content, place } : { value: content });
  }
  return call(given, { home: evaluation.home, ordinal: evaluation.calls++ });
}

interface Callee {
  /** As a LAMBDA would be called by this name. */
  readonly key: string;
  readonly form: (typeof forms)[string] | undefined;
}

/** What a name in front of parentheses means in any workbook: a sheet asks for the same few over and over. */
const callees = new Map<string, Callee>();
const mostCallees = 10_000;

function calleeOf(name: string): Callee {
  const known = callees.get(name);
  if (known) return known;
  const callee = { key: name.toLowerCase(), form: forms[name] ?? japanese[name] ?? dates[name] };
  if (callees.size >= mostCallees) callees.clear();
  callees.set(name, callee);
  return callee;
}

function call(
  expression: Expression & { kind: "call" },
  evaluation: Evaluation,
  scope: Scope | undefined,
): Value {
  const { name } = expression;
  const { key, form } = calleeOf(name);
  const local = find(scope, key)?.value ?? evaluation.surface.name(key);
  if (isLambda(local))
    return local.call(
      expression.arguments.map((argument) => argument && evaluate(argument, evaluation, scope)),
    );
  if (form) return form(expression.arguments, evaluation, scope);
  const own = custom(expression, evaluation, scope);
  if (own !== "unknown") return own;
  const given = expression.arguments.map((argument) =>
    argument ? evaluate(argument, evaluation, scope) : undefined,
  );
  const aggregate = aggregates[name];
  if (aggregate) return aggregate(given, evaluation.surface);
  const native = callNative(name, given, evaluation.home, evaluation.surface);
  return native === "unknown" ? failure("#NAME?") : native;
}

/** A formula about to be worked out in this place. */
export function evaluationOf(template: Template, home: Home, surface: Surface): Evaluation {
  return { surface, home, template, reached: [], calls: 0, evaluate };
}

export function evaluate(expression: Expression, evaluation: Evaluation, scope: Scope | undefined): Value {
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "error":
      return failure(expression.code);
    case "reference":
      return reference(expression, evaluation);
    case "structured":
      return failure("#REF!");
    case "name": {
      const key = nameOf(expression);
      const local = find(scope, key);
      if (local) return local.value;
      const value = evaluation.surface.name(key);
      return value === undefined ? failure("#NAME?") : value;
    }
    case "call":
      return call(expression, evaluation, scope);
    case "apply": {
      const callee = evaluate(expression.callee, evaluation, scope);
      if (isError(callee)) return callee;
      if (!isLambda(callee)) return failure("#VALUE!");
      return callee.call(
        expression.arguments.map((argument) => argument && evaluate(argument, evaluation, scope)),
      );
    }
    case "binary":
      return binary(
        expression.operator,
        contents(evaluate(expression.left, evaluation, scope), evaluation),
        contents(evaluate(expression.right, evaluation, scope), evaluation),
      );
    case "unary": {
      const operand = evaluate(expression.operand, evaluation, scope);
      if (expression.operator === "@") return intersected(operand, evaluation);
      return unary(expression.operator, contents(operand, evaluation));
    }
    case "spill": {
      const anchor = evaluate(expression.anchor, evaluation, scope);
      if (isError(anchor)) return anchor;
      const place = only(anchor);
      if (!place || place.top !== place.bottom || place.left !== place.right) return failure("#REF!");
      const area = evaluation.surface.spillOf(place.sheet, place.top, place.left);
      return area ? { kind: "places", places: [area] } : failure("#REF!");
    }
    case "range":
    case "intersection":
      return joined(
        expression.kind,
        evaluate(expression.left, evaluation, scope),
        evaluate(expression.right, evaluation, scope),
      );
    case "union": {
      const places: Place[] = [];
      for (const part of expression.parts) {
        const value = evaluate(part, evaluation, scope);
        if (isError(value)) return value;
        if (!isPlaces(value)) return failure("#VALUE!");
        places.push(...value.places);
      }
      return { kind: "places", places };
    }
    case "array":
      return matrixOf(
        expression.rows.map((row) =>
          row.map((cell) => (cell.kind === "error" ? failure(cell.code) : cell.value)),
        ),
      );
  }
}
