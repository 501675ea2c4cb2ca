/** What a value is (ISBLANK, ISERROR, N, T, …), and what day it is. */
import { ERROR_CODES } from "../../formula/shapes";
import { type CellValue, failure, isError } from "../values";
import { eachCell, type Form, isBusy } from "./form";

const test = (holds: (value: CellValue) => boolean): Form =>
  eachCell(1, 1, (value = null) => (isBusy(value) ? value : holds(value)));

const DAY = 86_400_000;

function serialOf(date: Date): number {
  return (Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) - Date.UTC(1899, 11, 30)) / DAY;
}

export const facts: Readonly<Record<string, Form>> = {
  NOW: (_given, { surface }) => {
    const now = surface.now();
    return (
      serialOf(now) +
      (now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds() + now.getMilliseconds() / 1000) /
        86_400
    );
  },
  TODAY: (_given, { surface }) => serialOf(surface.now()),
  NA: () => failure("#N/A"),
  ISBLANK: test((value) => value === null),
  ISERROR: test((value) => isError(value)),
  ISERR: test((value) => isError(value) && value.code !== "#N/A"),
  ISNA: test((value) => isError(value) && value.code === "#N/A"),
  ISNUMBER: test((value) => typeof value === "number"),
  ISTEXT: test((value) => typeof value === "string"),
  ISNONTEXT: test((value) => typeof value !== "string"),
  ISLOGICAL: test((value) => typeof value === "boolean"),
  N: eachCell(1, 1, (value = null) =>
    typeof value === "number" || isError(value) ? value : typeof value === "boolean" ? Number(value) : 0,
  ),
  T: eachCell(1, 1, (value = null) => (typeof value === "string" || isError(value) ? value : "")),
  "ERROR.TYPE": eachCell(1, 1, (value = null) =>
    isBusy(value) ? value : isError(value) ? ERROR_CODES.indexOf(value.code) + 1 : failure("#N/A"),
  ),
};
