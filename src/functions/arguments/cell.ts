/** What a cell holds when it reaches a function: blank, an error value, or something a person wrote. */
import { type CellInput, type Refusal, type Scalar, wrongUse } from "../definition";

export type CellReading =
  { kind: "blank" } | { kind: "error"; shown: string } | { kind: "value"; value: Scalar };

export function readCell(cell: CellInput | undefined): CellReading {
  if (cell === null || cell === undefined) return { kind: "blank" };
  if (typeof cell === "object") return { kind: "error", shown: errorName(cell) };
  if (typeof cell === "string") {
    if (cell.trim() === "") return { kind: "blank" };
    // Some hosts hand an error over as its text.
    return errorText.test(cell) ? { kind: "error", shown: cell } : { kind: "value", value: cell };
  }
  return { kind: "value", value: cell };
}

const errorText =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!)$/;

/** #N/A as Excel writes it, however the host hands an error over. */
export function errorName(error: object): string {
  for (const property of ["basicValue", "code"] as const) {
    const named: unknown = property in error ? (error as Record<string, unknown>)[property] : undefined;
    if (typeof named === "string" && named.startsWith("#")) return named;
  }
  return "エラー値";
}

/** An argument is an error value. #NAME? is seldom a cell's: it is a word without its quotation marks. */
export function errorIn(what: string, shown: string): Refusal {
  return wrongUse(
    shown === "#NAME?"
      ? `${what}が #NAME? です。文字なら "令和5年度" のように半角の " で囲み、セルの名前や関数なら綴りを確かめてください。`
      : `${what}のセルが ${shown} です。そのセルのエラーを先に直してください。`,
  );
}

/** A cell in a sentence as the sheet shows it: 「83」, 「TRUE」; long texts are cut. */
export function quoted(value: Scalar): string {
  const text = typeof value === "boolean" ? shownTruth(value) : String(value);
  return `「${text.length > 40 ? `${text.slice(0, 40)}…` : text}」`;
}

/** As Excel writes it. */
export function shownTruth(value: boolean): string {
  return value ? "TRUE" : "FALSE";
}

/** Where blanks arrive as 0, a sentence about 0 should say so. */
export function zeroHint(value: Scalar): string {
  return value === 0 ? "空白のセルを指定したときも、この表示になることがあります。" : "";
}
