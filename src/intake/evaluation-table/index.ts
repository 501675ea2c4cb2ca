/** 評価の表: rows judged by letters under 章・節・項, as 入間 prints them → a plan of recorded judgements. */

import type { Annotations } from "../annotations";
import type { Layout, Reading } from "../layout";
import { isBlank, type Line } from "../lines";
import { missingParticulars } from "../missing-particulars";
import { printedName } from "../printed-name";
import {
  isSecondHeader,
  readHeader,
  readHeading,
  readLegendEntry,
  readLegendHeading,
  readTitle,
} from "./headings";
import { addRow, continuesLastRow, rejoined } from "./judged-rows";
import { openHeading } from "./outline";
import { planOfTable } from "./plan";
import { consume, correct, newReading, onlyCell, type TableReading } from "./reading";
import { cellsOf, directlyBefore, judged, longestBreak, partlyJudged } from "./rows";

export const evaluationTable = {
  kind: "evaluation-table",
  recognises: (lines) => {
    const header = lines.some((line) => readHeader(cellsOf(line)) !== null);
    const row = lines.some((line) => line.text.includes("\t") && judged(cellsOf(line)) !== null);
    const ownShape = lines.some((line) => isSecondHeader(cellsOf(line)) || isHeadingLine(line));
    if (header) return ownShape ? 1 : 0.6;
    return row ? 0.5 : 0;
  },
  read,
} as const satisfies Layout;

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const state = newReading();
  const printed = lines.filter((line) => !isBlank(line));
  printed.forEach((line, index) => readLine(state, line, printed[index + 1]));
  const reading = planOfTable(state);
  return { ...reading, problems: [...reading.problems, ...missingParticulars(reading.plan, annotations)] };
}

function isHeadingLine(line: Line): boolean {
  return readHeading(onlyCell(cellsOf(line)) ?? "") !== null;
}

function readLine(state: TableReading, line: Line, next: Line | undefined): void {
  const cells = cellsOf(line);
  const header = readHeader(cells);
  if (header) {
    state.header = header;
    state.itemLevel ??= header.itemLevel;
    return consume(state, line);
  }
  if (isSecondHeader(cells)) return consume(state, line);
  const only = onlyCell(cells);
  if (only !== null && readSingle(state, line, only, next)) return;
  state.legend = null;
  const alone = judged(cells) ?? (state.header ? partlyJudged(cells, state.header) : null);
  const before = directlyBefore(state.unread, line.number);
  const expected = state.header?.lead ?? null;
  if (alone && (before.length === 0 || expected === null || alone.lead >= expected)) {
    return addRow(state, alone, [line]);
  }
  const broken = rejoined(before, cells, expected);
  if (broken) {
    return addRow(state, broken.found, [...broken.lines, line]);
  }
  if (alone) return addRow(state, alone, [line]);
  if (continuesLastRow(state, line, cells)) return;
  state.unread = [...state.unread.slice(-longestBreak), line];
}

/** A line that says only one thing: heading, title, legend. */
function readSingle(state: TableReading, line: Line, only: string, next: Line | undefined): boolean {
  const heading = readHeading(only);
  if (heading) {
    openHeading(state, heading, line, only);
    return true;
  }
  const legend = readLegendHeading(only);
  if (legend) {
    state.legend = legend;
    consume(state, line);
    return true;
  }
  if (state.legend) {
    const entry = readLegendEntry(only, state.legend);
    if (entry) {
      consume(state, line);
      if (entry.printed.normalize("NFKC") !== entry.letter) {
        correct(state, entry.printed, entry.letter, line.number, `${state.legend.name}の凡例`);
      }
      return true;
    }
  }
  const title = readTitle(only);
  if (title) {
    state.title ??= title;
    consume(state, line);
    return true;
  }
  const introducesTable =
    next !== undefined &&
    (readHeader(cellsOf(next)) !== null || readHeading(onlyCell(cellsOf(next)) ?? "")?.level === "節");
  if (introducesTable && !line.text.includes("\t") && only.length <= 60 && !only.includes("。")) {
    openHeading(state, { level: "章", number: "", name: printedName(only) }, line, only);
    return true;
  }
  return false;
}
