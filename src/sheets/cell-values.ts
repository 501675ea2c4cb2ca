/** How what a plan prints stands in a cell, a real number wherever it is one, and how what stands in a cell is read back. */

import { foldWidth } from "../plan/text-width";

/** What Excel hands over for a cell: blanks are "", errors are texts such as #N/A. */
export type CellValue = string | number | boolean;

/** A row of a matrix: beyond its end nothing stands. */
export function rowAt<Cell>(matrix: readonly (readonly Cell[])[], row: number): readonly Cell[] {
  return matrix[row] ?? [];
}

/** What stands in a row at a column's place; "" where the column is not there or the row is shorter. */
export function cellIn(cells: readonly CellValue[], position: number | undefined): CellValue {
  return position === undefined ? "" : (cells[position] ?? "");
}

/** Not every number survives a spreadsheet: beyond 15 digits it would come back as another one. */
const mostDigits = 15;

/**
 * `91.8` → 91.8; `50％` → 50 where the indicator's unit is ％; `▲30` → -30; `1,200` → 1200.
 * Everything else (`１以上`, `方針検討`, `－`) stays the text it is.
 */
export function cellOf(printed: string, unit: string | null = null): string | number {
  const match = /^([▲-]?) ?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(.*)$/u.exec(foldWidth(printed).trim());
  if (match === null) return printed;
  const [, sign = "", whole = "", fraction = "", rest = ""] = match;
  if (rest !== "" && (unit === null || rest.trim() !== foldWidth(unit).trim())) return printed;
  const digits = whole.replaceAll(",", "") + fraction;
  // 007 is a code, not a 7.
  if (/^0\d/.test(digits) || digits.replace(".", "").length > mostDigits) return printed;
  const value = Number(digits);
  return sign === "" || value === 0 ? value : -value;
}

/** A cell as text: numbers without the noise of binary fractions, digits and signs half-width as a plan has them. */
export function printedOf(value: CellValue | null | undefined): string {
  switch (typeof value) {
    case "number":
      return numberText(value);
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "string":
      return halfWidthDigits(value.trim());
    default:
      return "";
  }
}

/** A cell as a name: as it stands, without the blanks around it. */
export function textOf(value: CellValue | null | undefined): string {
  return typeof value === "string" ? value.trim() : printedOf(value);
}

export function isBlank(value: CellValue | null | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** #N/A, #VALUE!, #NAME? … as the API hands them over. */
export function isErrorValue(value: CellValue | null | undefined): boolean {
  return (
    typeof value === "string" &&
    /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/.test(
      value,
    )
  );
}

/** `#,##0.0"％"`: as many decimals as the printed numbers have, the unit behind, ▲ where the plan prints it. */
export function numberFormatOf(printed: readonly string[], unit: string | null): string {
  const numbers = printed.filter((text) => typeof cellOf(text, unit) === "number");
  const decimals = Math.max(0, ...numbers.map((text) => /\.(\d+)/.exec(foldWidth(text))?.[1]?.length ?? 0));
  const percent = unit !== null && foldWidth(unit).trim() === "%";
  const digits = `${percent ? "0" : "#,##0"}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const shown = digits + unitFormat(unit);
  return numbers.some((text) => text.includes("▲")) ? `${shown};"▲"${shown}` : shown;
}

/** Short units stand behind the number; long ones stand in their own column only. */
function unitFormat(unit: string | null): string {
  if (unit === null || unit.length > 6 || /["\\]/.test(unit)) return "";
  return `"${foldWidth(unit).trim() === "%" ? "％" : unit}"`;
}

function numberText(value: number): string {
  const text = String(Number(value.toPrecision(mostDigits)));
  return text.includes("e")
    ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 15 })
    : text;
}

/** Digits and the signs of numbers only: ① and ㎡ stay what they are, as in the plan's own texts. */
function halfWidthDigits(text: string): string {
  return text.replace(/[０-９．，＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
