/** The lines of a plan that prints 現状 ▶▶▶ 目標: what each says by itself. */

import type { Year } from "../plan/plan";
import { foldSpaces, foldWidth } from "../plan/text-width";
import { yearIn } from "./indicator-table/columns";
import { printedName } from "./printed-name";

const arrow = /\s*(?:[▶►▷]\s*)+|\s*(?:[⇒➡➔→]\s*)+/u;
const valueStart = /^(?:[▲△+＋約－—―ー-]?[0-9０-９]|[－—―ー-]+$|なし$|未(?:実施|測定|策定|設置|把握)$)/u;

export interface ArrowRow {
  name: string;
  baseline: string;
  target: string;
}

/** 連携数 ８ 件 ▶▶▶ 10 件 */
export function readArrowRow(text: string): ArrowRow | null {
  if (text.length > 300) return null;
  const sides = text.split(arrow);
  const [left = "", right = ""] = sides;
  if (sides.length !== 2) return null;
  const words = [...left.matchAll(/\S+/gu)];
  const start = words.map(([word], index) => index > 0 && valueStart.test(word)).lastIndexOf(true);
  const first = words[start > 0 ? start : words.length - 1];
  const target = right.trim();
  const name = left.slice(0, first?.index ?? 0).trim();
  if (!first || name === "" || target === "" || target.length > 40) return null;
  return { name, baseline: left.slice(first.index).trim(), target };
}

export function hasArrow(text: string): boolean {
  return /[▶►▷]/u.test(text);
}

export interface ArrowYears {
  baseline: Year | null;
  target: Year | null;
}

/** 現状（平成30年度）指標名 目標（令和６年度）, in whatever order a scan reads the three. */
export function readArrowYears(text: string): ArrowYears | null {
  const said = foldWidth(text);
  if (said.length > 80) return null;
  const baseline = /(?:現状値?|基準値?)\s*\(([^()]{1,20})\)/u.exec(said)?.[1];
  const target = /目標値?\s*\(([^()]{1,20})\)/u.exec(said)?.[1];
  if (baseline === undefined || target === undefined) return null;
  return { baseline: yearIn(baseline), target: yearIn(target) };
}

export interface NumberedHeading {
  level: string;
  number: string;
  name: string;
}

/** 第１節, its name after it or on the lines below. */
export function readChapterHeading(text: string): NumberedHeading | null {
  const [, number, level, name] =
    /^\s*第\s*([0-9０-９一二三四五六七八九十]{1,3})\s*([編章節項])(?:[\s　]+(.{1,80}))?\s*$/u.exec(text) ??
    [];
  if (number === undefined || level === undefined || name?.includes("。")) return null;
  return { level, number: `第${foldWidth(number)}${level}`, name: printedName(name ?? "") };
}

/** 後期基本計画 第５章　…: the running head of a page names the chapter. */
export function readRunningHead(text: string): NumberedHeading | null {
  const [, head, rest = ""] = /^\s*(\S{0,20}計画)[\s　]+(第.{3,80})$/u.exec(text) ?? [];
  const chapter = head === undefined ? null : readChapterHeading(rest);
  return chapter && chapter.name !== "" ? chapter : null;
}

/** 施策 内容 主な事業・取組: the head of the table of policies. */
export function isPolicyHead(text: string): boolean {
  return /^施策内容(?:主な(?:事業|取組|取り組み)(?:・(?:事業|取組))?)$/u.test(foldSpaces(text));
}

/** The word alone above that table. */
export function isPolicyTitle(text: string): boolean {
  return foldSpaces(text) === "施策";
}

export interface NumberedName {
  number: string;
  name: string;
}

/** 1 町民参画の推進 */
export function readPolicy(text: string): NumberedName | null {
  const [, number, name] = /^\s*([0-9０-９]{1,2})[\s　.．]+(\D.{0,40})$/u.exec(text) ?? [];
  if (number === undefined || name === undefined || /[。、]$/u.test(name.trim())) return null;
  return { number: foldWidth(number), name: printedName(name) };
}

/** 1. 町民参画の推進, in the overview at the front. */
export function readOverviewEntry(text: string): NumberedName | null {
  const [, number, name] = /^\s*([0-9０-９]{1,2})[.．]\s*(.{1,60})$/u.exec(text) ?? [];
  return number === undefined || name === undefined
    ? null
    : { number: foldWidth(number), name: foldSpaces(name) };
}

export function readDot(text: string): string | null {
  return /^\s*[●・○◯■◆]\s*(.+)$/u.exec(text)?.[1] ?? null;
}

/** Where the name of a 節 ends and its text begins. */
export function endsHeading(text: string): boolean {
  return /^(?:目指す姿|めざす姿|まちづくり目標値|現状と課題|施策)$/u.test(foldSpaces(text));
}
