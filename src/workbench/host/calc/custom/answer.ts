/** What a custom function gave or threw → what stands in its cells. */
import { ERROR_CODES } from "../../formula/shapes";
import { type CellError, type CellValue, failure, type Matrix, matrixOf } from "../values";
import { errorTypes } from "./error-types";

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof record(value)?.["then"] === "function";
}

/** `CustomFunctions.Error`: only #VALUE! and #N/A show a message; #NAME? and #REF! may come in but not go out. */
export function errorFrom(thrown: unknown): CellError {
  const parts = record(thrown);
  const code = ERROR_CODES.find((known) => known === parts?.["code"]);
  if (!code || code === "#NAME?" || code === "#REF!") return failure("#VALUE!");
  const message = parts?.["message"];
  const carries = code === "#VALUE!" || code === "#N/A";
  return carries && typeof message === "string" && message !== "" && message !== code
    ? { kind: "error", code, message }
    : failure(code);
}

function cellFrom(value: unknown): CellValue {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? (value === 0 ? 0 : value) : failure("#NUM!");
    case "string":
      return value.length > 32_767 ? failure("#VALUE!") : value;
    case "boolean":
      return value;
    case "undefined":
      return 0;
    default: {
      if (value === null) return 0;
      const parts = record(value);
      if (!parts) return failure("#VALUE!");
      if ("code" in parts) return errorFrom(value);
      // Entities and formatted numbers show what is basic in them.
      if (parts["type"] === "Error") {
        const code = Object.entries(errorTypes).find(([, name]) => name === parts["errorType"])?.[0];
        return errorFrom({ code: code ?? parts["basicValue"] ?? "#VALUE!" });
      }
      if ("basicValue" in parts) return cellFrom(parts["basicValue"]);
      if (typeof parts["text"] === "string") return parts["text"];
      return failure("#VALUE!");
    }
  }
}

export function answerFrom(value: unknown): CellValue | Matrix {
  if (!Array.isArray(value)) return cellFrom(value);
  const rows: readonly unknown[] = value;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (rows.length === 0 || width === 0) return failure("#VALUE!");
  // Most calls answer with one cell.
  if (rows.length === 1 && width === 1) return cellFrom((rows[0] as readonly unknown[])[0]);
  if (rows.some((row) => !Array.isArray(row) || row.length !== width)) return failure("#VALUE!");
  return matrixOf(rows.map((row) => (row as readonly unknown[]).map(cellFrom)));
}
