/** The 尺度 argument: the name of a bundled scale, or a table of cut-offs as 設定 has it. */
import { scaleNamed } from "../../plan/scales/grade";
import { type Scale } from "../../plan/scales/scale";
import { DEFAULT_SCALE, SCALES } from "../../plan/scales/bundled";
import { type CellValue } from "../../sheets/cell-values";
import { isScaleHeader, isUnread, readScale, SCALE_HEADERS } from "../../sheets/scale-table";
import { type Argument, type CellInput, notThere, type Refusal, wrongUse } from "../definition";
import { isOmitted, onlyCell } from "../each-cell";
import { errorIn, quoted, readCell } from "./cell";

const choices = `使えるのは${SCALES.map(({ name }) => `「${name}」`).join("、")}、または設定シートの尺度の表です。`;

export function scaleOf(argument: Argument): Scale | Refusal {
  if (isOmitted(argument)) return DEFAULT_SCALE;
  const only = onlyCell(argument);
  if (only === null) return Array.isArray(argument) ? scaleOfTable(argument) : DEFAULT_SCALE;
  const reading = readCell(only.cell);
  switch (reading.kind) {
    case "blank":
      return wrongUse(`尺度のセルが空白です。${choices}`);
    case "error":
      return errorIn("尺度", reading.shown);
    case "value":
      return (
        (typeof reading.value === "string" ? scaleNamed(reading.value) : null) ??
        notThere(`${quoted(reading.value)}という尺度はありません。${choices}`)
      );
  }
}

/** A whole column of grades passes the same table over and over. */
let latest: { cells: readonly (readonly CellInput[])[]; scale: Scale | Refusal } | null = null;

function scaleOfTable(cells: CellInput[][]): Scale | Refusal {
  if (latest !== null && sameCells(latest.cells, cells)) return latest.scale;
  latest = { cells, scale: readTable(cells) };
  return latest.scale;
}

function sameCells(
  one: readonly (readonly CellInput[])[],
  other: readonly (readonly CellInput[])[],
): boolean {
  return (
    one.length === other.length &&
    one.every((row, at) => {
      const others = other[at] ?? [];
      return row.length === others.length && row.every((cell, column) => cell === others[column]);
    })
  );
}

function readTable(cells: CellInput[][]): Scale | Refusal {
  const values: CellValue[][] = [];
  for (const row of cells) {
    const line: CellValue[] = [];
    for (const cell of row) {
      const reading = readCell(cell);
      if (reading.kind === "error")
        return wrongUse(
          `尺度の表に ${reading.shown} のセルがあります。そのセルのエラーを先に直してください。`,
        );
      line.push(reading.kind === "blank" ? "" : reading.value);
    }
    values.push(line);
  }
  const [first = []] = values;
  if (first.length < 3) return wrongUse(`${notAScale}${columns}`);
  // 尺度_加須市 is the rows below the header; with [#All] the header comes too.
  const scale = readScale(isScaleHeader(first) ? values.slice(1) : values, "この表の尺度");
  return isUnread(scale) ? wrongUse(`${notAScale}${scale.reason}${columns}`) : scale;
}

const notAScale = "尺度の表として読めません。";
const columns = `列は「${SCALE_HEADERS.slice(0, 3).join("」「")}」の順です。`;
