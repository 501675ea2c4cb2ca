/** The number format a formula brings into a cell that has none, as Excel gives it: a date for TODAY, that of the cells it adds up. */
import { isDateFormat } from "numfmt";
import { parseFormula, type Expression } from "../../formula";

/** The format of a cell the formula mentions; undefined where it is General, text or unknown. */
export type FormatAt = (sheet: string | undefined, row: number, column: number) => string | undefined;

const OF_FUNCTIONS: Readonly<Record<string, string>> = {
  TODAY: "yyyy/m/d",
  DATE: "yyyy/m/d",
  NOW: "yyyy/m/d h:mm",
  TIME: "h:mm AM/PM",
};
/** They give what is in their cells, or as much of it: so does their look. */
const AS_FIRST: ReadonlySet<string> = new Set(["SUM", "MIN", "MAX", "AVERAGE", "MEDIAN"]);

const isMoney = (format: string | undefined): format is string =>
  format !== undefined && /[$¥€£]/.test(format);
const isDay = (format: string | undefined): boolean => format !== undefined && isDateFormat(format);

const formatOf = (expression: Expression | undefined, at: FormatAt): string | undefined => {
  if (!expression) return undefined;
  switch (expression.kind) {
    case "reference": {
      const { first } = expression.reference;
      return at(expression.sheet, first.row?.at ?? 0, first.column?.at ?? 0);
    }
    case "unary":
      return expression.operator === "%" ? "0%" : formatOf(expression.operand, at);
    case "call": {
      const name = expression.name.toUpperCase();
      return OF_FUNCTIONS[name] ?? (AS_FIRST.has(name) ? formatOf(expression.arguments[0], at) : undefined);
    }
    case "binary": {
      const [left, right] = [formatOf(expression.left, at), formatOf(expression.right, at)];
      switch (expression.operator) {
        case "+":
          return left ?? right;
        case "-":
          // Between two days lies a number of days.
          return isDay(left) && isDay(right) ? undefined : (left ?? right);
        case "*":
          return [left, right].find(isMoney);
        case "/":
          return isMoney(left) && !isMoney(right) ? left : undefined;
        default:
          return undefined;
      }
    }
    default:
      return undefined;
  }
};

export const formulaFormat = (formula: string, at: FormatAt): string | undefined => {
  const parsed = parseFormula(formula);
  return parsed.kind === "parsed" ? formatOf(parsed.expression, at) : undefined;
};
