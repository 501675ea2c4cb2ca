/** A cell as a custom function gets it: the parameter's type decides, and an error keeps the function from being called. */
import { type CellError, type CellValue, failure, isError, toNumber, toText, toTruth } from "../values";
import type { BlanksAs } from "./definition";
import { errorTypes } from "./error-types";

export interface Handing {
  readonly blanksAs: BlanksAs;
  readonly allowErrors: boolean;
}

function errorArgument(error: CellError): object {
  const errorType = errorTypes[error.code] ?? "Value";
  return { type: "Error", basicType: "Error", basicValue: error.code, errorType, code: error.code };
}

/** The call does not take place: the error that stands in its cell instead. */
export class Stopped {
  constructor(readonly by: CellError) {}
}

const stoppedUnless = (value: number | string | boolean | CellError): unknown =>
  isError(value) ? new Stopped(value) : value;

/** One cell as the parameter's type wants it. */
export function handed(value: CellValue, type: string, { blanksAs, allowErrors }: Handing): unknown {
  if (isError(value))
    return allowErrors && type === "any" && value.code !== "#BUSY!"
      ? errorArgument(value)
      : new Stopped(failure(value.code));
  switch (type) {
    case "number":
      return stoppedUnless(toNumber(value));
    case "string":
      return stoppedUnless(toText(value));
    case "boolean":
      return stoppedUnless(toTruth(value));
    default:
      if (value !== null) return value;
      return blanksAs === "null" ? null : blanksAs === "empty" ? "" : 0;
  }
}
