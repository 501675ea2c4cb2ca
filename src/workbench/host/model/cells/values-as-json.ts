/** `valuesAsJson`: cells from what a program gives, and what it is told of them. */
import type { ErrorCode } from "../../formula";
import { refuse } from "../../refusal";
import { asErrorCode, isError, type CellValue, type Cell } from "./cell";
import type { Json, RichValue } from "./rich-value";
import { textOf } from "./text";

const ERROR_TYPES: Readonly<Record<string, ErrorCode>> = {
  Blocked: "#BLOCKED!",
  Busy: "#BUSY!",
  Calc: "#CALC!",
  Connect: "#CONNECT!",
  Div0: "#DIV/0!",
  External: "#CONNECT!",
  Field: "#FIELD!",
  GettingData: "#GETTING_DATA",
  NotAvailable: "#N/A",
  Name: "#NAME?",
  Null: "#NULL!",
  Num: "#NUM!",
  Placeholder: "#BUSY!",
  Ref: "#REF!",
  Spill: "#SPILL!",
  Value: "#VALUE!",
};

const errorTypeOf = (code: ErrorCode): string =>
  Object.keys(ERROR_TYPES).find((type) => ERROR_TYPES[type] === code) ?? "Value";

/** What formulas see of a value that is no number, text or truth. */
const NOT_BASIC: CellValue = { kind: "error", code: "#VALUE!" };

const WITHOUT_BASIC: ReadonlySet<string> = new Set([
  "Entity",
  "LinkedEntity",
  "WebImage",
  "Array",
  "Function",
]);

const BASIC = { String: "string", Double: "number", Boolean: "boolean" } as const;

const isBasic = (type: string): type is keyof typeof BASIC => type in BASIC;

/** Members a plain value has: with any other it is more than plain. */
const PLAIN_KEYS: ReadonlySet<string> = new Set(["type", "basicType", "basicValue"]);

const isJson = (given: unknown): given is Json =>
  typeof given === "object" && given !== null && !Array.isArray(given);

/** As Excel gives it back: every value says what it is, short forms are spelled out. */
const completed = (given: unknown): unknown => {
  if (typeof given === "string") return { type: "String", basicType: "String", basicValue: given };
  if (typeof given === "number") return { type: "Double", basicType: "Double", basicValue: given };
  if (typeof given === "boolean") return { type: "Boolean", basicType: "Boolean", basicValue: given };
  if (!isJson(given) || typeof given.type !== "string") return given;
  return { ...given, ...basicOf(given.type, given), ...propertiesOf(given) };
};

const propertiesOf = ({ properties, elements }: Json): Json => ({
  ...(isJson(properties)
    ? {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, property]) => [key, completed(property)]),
        ),
      }
    : {}),
  ...(Array.isArray(elements)
    ? { elements: elements.map((row: unknown) => (Array.isArray(row) ? row.map(completed) : row)) }
    : {}),
});

const basicOf = (type: string, given: Json): Json => {
  if (isBasic(type)) return { basicType: type };
  if (type === "FormattedNumber") return { basicType: "Double" };
  if (type === "Empty") return { basicType: "Empty", basicValue: "" };
  if (WITHOUT_BASIC.has(type)) return { basicType: "Error", basicValue: "#VALUE!" };
  if (type !== "Error") return {};
  const code = errorOf(given);
  return { basicType: "Error", basicValue: code, errorType: given.errorType ?? errorTypeOf(code) };
};

const errorOf = ({ errorType, basicValue }: Json): ErrorCode => {
  if (typeof errorType === "string" && errorType in ERROR_TYPES) return ERROR_TYPES[errorType] ?? "#VALUE!";
  return (typeof basicValue === "string" ? asErrorCode(basicValue) : undefined) ?? refuse("InvalidArgument");
};

/** The cell's content from one value of `valuesAsJson`. */
export const contentFrom = (given: unknown): Content["content"] => {
  if (!isJson(given) || typeof given.type !== "string") return refuse("InvalidArgument");
  const { type, basicValue } = given;
  const more = Object.keys(given).some((key) => !PLAIN_KEYS.has(key));
  const rich = () => ({ rich: completed(given) as RichValue });
  if (isBasic(type)) {
    if (typeof basicValue !== BASIC[type]) return refuse("InvalidArgument");
    return { value: basicValue as string | number | boolean, ...(more ? rich() : {}) };
  }
  switch (type) {
    case "Empty":
      return { value: null };
    case "Error": {
      const plain = Object.keys(given).every((key) => PLAIN_KEYS.has(key) || key === "errorType");
      return { value: { kind: "error", code: errorOf(given) }, ...(plain ? {} : rich()) };
    }
    case "FormattedNumber":
      if (typeof basicValue !== "number" || typeof given.numberFormat !== "string")
        return refuse("InvalidArgument");
      return { value: basicValue, ...rich() };
    case "WebImage":
      if (typeof given.address !== "string") return refuse("InvalidArgument");
      return { value: NOT_BASIC, ...rich() };
    default:
      return WITHOUT_BASIC.has(type) ? { value: NOT_BASIC, ...rich() } : refuse("InvalidArgument");
  }
};

/** One value of `valuesAsJson`. */
export const jsonOf = ({ value, rich }: Pick<Cell, "value" | "rich">): Json => {
  if (rich) return rich;
  if (value === null) return { type: "Empty", basicType: "Empty", basicValue: "" };
  if (!isError(value)) return completed(value) as Json;
  return completed({ type: "Error", basicValue: value.code }) as Json;
};

/** What the cell shows. */
export const shownText = ({ value, rich }: Pick<Cell, "value" | "rich">, numberFormat: string): string => {
  if (!rich) return textOf(value, numberFormat);
  const { type, text, altText, numberFormat: own } = rich;
  if (type === "WebImage") return typeof altText === "string" ? altText : "";
  if (WITHOUT_BASIC.has(type)) return typeof text === "string" ? text : "";
  return textOf(value, numberFormat === "General" && typeof own === "string" ? own : numberFormat);
};

/** What is entered from JSON: nothing in it is parsed. */
export interface Content {
  readonly content: Pick<Cell, "value" | "rich" | "quoted">;
}
