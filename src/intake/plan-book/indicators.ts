/** The 目標値等 of one item: per indicator its name over several lines, 【令和元年度：200】, once a row of years, the cells. */

import { parseTarget } from "../../plan/target";
import { parseYear } from "../../plan/year";
import type { Problem, Year } from "../../plan/plan";
import { joinBroken } from "./broken-lines";
import { narrow, narrowDigits } from "./narrow";
import { splitUnit } from "./unit";
import { readCells, tokensOf, type Cell, type Fragment, type Row } from "./value-cells";
import { resolveYears, yearRow } from "./year-row";

/** A printed line or the part of one that stands before, in or behind 【…】. */
export interface Piece {
  line: number;
  text: string;
}

export interface PrintedIndicator {
  line: number;
  name: string;
  /** What stands of the name on its first line; null where there is no name. */
  printed: Fragment | null;
  unit: string | null;
  cumulative: boolean;
  note: string | null;
  baseline: { year: Year | null; text: string; fragments: Fragment[] } | null;
  targets: Map<Year, Cell>;
}

export interface IndicatorsRead {
  indicators: PrintedIndicator[];
  consumed: number[];
  problems: Problem[];
}

export interface IndicatorContext {
  /** 取組項目-83, for sentences. */
  item: string;
  /** The year to count bare 年度 from where an indicator has no baseline of its own. */
  baseYear: Year | null;
  /** Cells of a line that no gap divides, by its number. */
  divisions: ReadonlyMap<number, string[]>;
}

const mostBaselineLines = 4;
const mostRows = 64;

export function readIndicators(lines: readonly Piece[], context: IndicatorContext): IndicatorsRead {
  const pieces = lines.flatMap(splitAtBaseline);
  const indicators: PrintedIndicator[] = [];
  const consumed: number[] = [];
  const problems: Problem[] = [];
  const warn = (line: number, message: string) =>
    problems.push({ severity: "warning", line, message: `${context.item}：${message}` });
  let columns: Year[] | null = null;
  let next = 0;

  while (next < pieces.length) {
    const named: Piece[] = [];
    for (let piece = pieces[next]; piece; piece = pieces[next]) {
      if (baselineAt(pieces, next) || yearRow(piece.text)) break;
      if (named.length > 0 && columns && isNumericRow(piece, columns.length)) break;
      named.push(piece);
      next += 1;
    }
    if (next >= pieces.length) {
      attachLateNote(named, indicators, consumed);
      break;
    }
    const start = pieces[next]?.line ?? 0;

    let baseline = baselineAt(pieces, next);
    if (baseline) next += baseline.pieces;
    const words: string[] = [];
    const yearLines: number[] = [];
    for (let piece = pieces[next]; piece; piece = pieces[next]) {
      const row = yearRow(piece.text);
      if (!row) break;
      words.push(...row);
      yearLines.push(piece.line);
      next += 1;
    }
    if (!baseline && words.length > 0) {
      baseline = baselineAt(pieces, next);
      if (baseline) next += baseline.pieces;
    }
    if (words.length > 0) {
      columns = resolveYears(words, baseline?.year ?? context.baseYear);
      if (columns) consumed.push(...yearLines);
      else
        warn(
          yearLines[0] ?? start,
          `「${words.join(" ")}」が何年度か分かりません。元号を付けるか、基準値の年度を書いてください。`,
        );
    }
    if (named.length === 0 && !baseline) continue;

    const boundary = nextBoundary(pieces, next);
    const rows = pieces.slice(next, boundary ?? next + mostRows).map((piece): Row => ({
      line: piece.line,
      tokens: context.divisions.get(piece.line) ?? tokensOf(piece.text),
    }));
    const title = nameOf(named);
    const listed = `${title.name}　${baseline?.text ?? ""}`;
    // Before the next 【 at least one line is the next indicator's name.
    const own = boundary !== null && rows.length > 1 ? rows.slice(0, -1) : rows;
    const read = columns ? readCells(own, columns.length, listed) : null;
    const line = named[0]?.line ?? start;
    const targets = new Map<Year, Cell>();
    if (columns && read) {
      columns.forEach((year, index) => {
        const cell = read.cells[index];
        if (cell) targets.set(year, { ...cell, text: narrowDigits(cell.text) });
      });
      consumed.push(...rows.slice(0, read.rows).map((row) => row.line));
      next += read.rows;
      for (const cell of read.cells) {
        if (!isReadable(cell))
          warn(
            cell.fragments[0]?.line ?? line,
            `目標値「${cell.text}」は数としても言葉としても読めません。文書を確かめてください。`,
          );
      }
    } else {
      next += unreadRows(own);
      if (!columns) warn(line, `「${title.name}」に年度の行がありません。目標値は読んでいません。`);
      else
        warn(
          rows[0]?.line ?? line,
          `「${title.name}」の目標値を${columns.length}年度分に分けられません。この指標の目標値は空けてあります。`,
        );
    }

    if (title.name === "") warn(start, "指標の名称がありません。名称を補ってください。");
    if (!baseline) warn(line, `「${title.name}」に基準値がありません。`);
    else if (baseline.text === "") warn(start, `「${title.name}」の基準値が空です。`);
    else if (baseline.year === null) warn(start, `「${title.name}」の基準値が何年度のものか分かりません。`);
    consumed.push(...named.map((piece) => piece.line), ...(baseline?.lines ?? []));
    const unit = splitUnit(title.name);
    indicators.push({
      line,
      name: unit.name === "" ? "名称不明" : unit.name,
      printed: named[0] ? { line: named[0].line, token: named[0].text } : null,
      unit: unit.unit,
      cumulative: unit.cumulative,
      note: title.note,
      baseline:
        baseline && baseline.text !== ""
          ? { year: baseline.year, text: baseline.text, fragments: baseline.fragments }
          : null,
      targets,
    });
  }
  return { indicators, consumed, problems };
}

function splitAtBaseline({ line, text }: Piece): Piece[] {
  return text
    .split(/(?=【)|(?<=】)/)
    .map((part) => ({ line, text: part.trim() }))
    .filter((piece) => piece.text !== "");
}

interface BaselineFound {
  year: Year | null;
  text: string;
  fragments: Fragment[];
  lines: number[];
  pieces: number;
}

/** 【year：value】 from this piece on, over a few lines where the page broke it; null where 【 opens something else. */
function baselineAt(pieces: readonly Piece[], index: number): BaselineFound | null {
  if (!pieces[index]?.text.startsWith("【")) return null;
  const within = pieces.slice(index, index + mostBaselineLines);
  const last = within.findIndex((piece) => piece.text.endsWith("】"));
  if (last < 0) return null;
  const parts = within.slice(0, last + 1);
  if (parts.slice(1).some((part) => part.text.startsWith("【"))) return null;
  const insides = parts.map((part, at) => ({
    line: part.line,
    text: part.text.slice(at === 0 ? 1 : 0, at === last ? -1 : undefined),
  }));
  const colonPart = insides.findIndex((inside) => narrow(inside.text).includes(":"));
  const colonInside = insides[colonPart];
  if (!colonInside) return null;
  const colon = narrow(colonInside.text).indexOf(":");
  const before = insides.slice(0, colonPart).map((inside) => inside.text);
  const fragments = [
    { ...colonInside, text: colonInside.text.slice(colon + 1) },
    ...insides.slice(colonPart + 1),
  ]
    .map(({ line, text }): Fragment => ({ line, token: text.trim() }))
    .filter((fragment) => fragment.token !== "");
  return {
    year: yearIn(joinBroken([...before, colonInside.text.slice(0, colon)])),
    text: narrowDigits(joinBroken(fragments.map((fragment) => fragment.token))),
    fragments,
    lines: parts.map((part) => part.line),
    pieces: parts.length,
  };
}

/** 令和元年度, 令和元年度実績, 基準値（令和元年度）. */
function yearIn(printed: string): Year | null {
  const narrowed = narrow(printed).replace(/\s/g, "");
  const found = /(?:令和|平成|昭和|R|H)(?:元|\d{1,2})年?度?|\d{4}年?度?/.exec(narrowed);
  return parseYear(narrowed) ?? (found ? parseYear(found[0]) : null);
}

/** Where the next baseline or row of years stands, if it is near enough for what is between to be this indicator's cells. */
function nextBoundary(pieces: readonly Piece[], from: number): number | null {
  const limit = Math.min(pieces.length, from + mostRows);
  const place = pieces
    .slice(from, limit)
    .findIndex(({ text }, at) => baselineAt(pieces, from + at) !== null || yearRow(text) !== null);
  return place < 0 ? null : from + place;
}

function nameOf(named: readonly Piece[]): { name: string; note: string | null } {
  const noteAt = named.findIndex((piece) => /^[※＊*]/.test(piece.text));
  const nameLines = noteAt < 0 ? named : named.slice(0, noteAt);
  const noteLines = noteAt < 0 ? [] : named.slice(noteAt);
  const note = joinBroken(noteLines.map((piece) => piece.text)).replace(/^[※＊*]\s*/, "");
  return { name: joinBroken(nameLines.map((piece) => piece.text)), note: note === "" ? null : note };
}

/** ※ printed below the cells belongs to the indicator above it. */
function attachLateNote(left: readonly Piece[], indicators: PrintedIndicator[], consumed: number[]): void {
  const last = indicators[indicators.length - 1];
  if (!last || last.note !== null || !left[0] || !/^[※＊*]/.test(left[0].text)) return;
  last.note = nameOf(left).note;
  consumed.push(...left.map((piece) => piece.line));
}

/** A row that can only be cells, for an indicator printed without a baseline. */
function isNumericRow(piece: Piece, count: number): boolean {
  const tokens = tokensOf(narrow(piece.text));
  return tokens.length === count && tokens.every((token) => /^(?:-|[▲△]?\d[\d,.]*%?)$/.test(token));
}

/** Rows that hold cells but could not be divided: left unread, so that they don't become the next indicator's name. */
function unreadRows(rows: readonly Row[]): number {
  const name = rows.findIndex(
    (row) => !row.tokens.every((token) => /^(?:-|[▲△]?\d[\d,.]*\S{0,3})$/.test(narrow(token))),
  );
  return name < 0 ? rows.length : name;
}

/** A cell with digits in it that is no number and none of the things plans write around numbers. */
function isReadable(cell: Cell): boolean {
  if (/[\u0000-\u001F\uFFFD]/.test(cell.text)) return false;
  return !/\d/.test(narrow(cell.text)) || parseTarget(cell.text).kind !== "milestone";
}
