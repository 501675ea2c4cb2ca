/** What in an evaluation table is no row: 章・節・項 headings, header rows, the legend of the scales, the title. */

import { foldSpaces, foldWidth } from "../../plan/text-width";
import { scales, type Scale } from "./scales";
import { printedName } from "../printed-name";

/** From the top down. */
export const headingLevels = ["編", "章", "節", "項", "目"] as const;

export interface Heading {
  level: string;
  number: string;
  name: string;
}

const numbered =
  /^第\s*([0-9０-９一二三四五六七八九十]{1,4})\s*([編章節項目])(?:[\s　:：.．]+|(?=[^\s]))(.{1,200})$/u;

export function readHeading(text: string): Heading | null {
  const [, number, level, name] = numbered.exec(text.trim()) ?? [];
  if (number === undefined || level === undefined || name === undefined) return null;
  return { level, number: `第${foldWidth(number)}${level}`, name: printedName(name) };
}

export interface Header {
  /** How many cells stand before 進捗区分. */
  lead: number;
  /** How far before it the name stands: 2 where 内容 comes between. */
  nameBefore: number;
  itemLevel: string | null;
  /** Where the three marks and 所管課 stand. */
  marks: number[];
  departments: number;
}

const detailColumn = /^内容|^取組内容|^取り組んでいく事業/u;

export function readHeader(cells: readonly { text: string }[]): Header | null {
  const titles = cells.map((cell) => foldSpaces(cell.text));
  const lead = titles.indexOf("進捗区分");
  if (lead < 1 || !titles.some((title) => /^(?:今後の方向性|取組評価|取組区分)$/u.test(title))) return null;
  const before = titles.slice(0, lead);
  const [last = ""] = before.slice(-1);
  const hasDetail = detailColumn.test(last);
  const nameBefore = hasDetail ? 2 : 1;
  const find = (title: RegExp) => titles.findIndex((each) => title.test(each));
  return {
    lead,
    nameBefore,
    itemLevel: before[lead - nameBefore] || null,
    marks: [lead, find(/^取組(?:評価|区分)$/u), find(/^今後の方向性$/u)],
    departments: find(/^(?:所管|担当)(?:部?課|部署)名?$/u),
  };
}

/** 選択欄 | 自由記述欄: the second row of the header. */
export function isSecondHeader(cells: readonly { text: string }[]): boolean {
  const said = cells.map((cell) => foldSpaces(cell.text)).filter((text) => text !== "");
  return said.length > 0 && said.every((text) => /^(?:選択欄|自由記述欄?)$/u.test(text));
}

/** <今後の方向性> → its scale. */
export function readLegendHeading(text: string): Scale | null {
  const name = /^[<＜〈《【［[(（■●◆]?(.{1,12}?)[>＞〉》】］\])）]?$/u.exec(text.trim())?.[1];
  return name === undefined ? null : (scales.find((scale) => scale.name === foldSpaces(name)) ?? null);
}

export interface LegendEntry {
  printed: string;
  letter: string;
}

export function readLegendEntry(text: string, scale: Scale): LegendEntry | null {
  const printed = /^\s*(\S)\s*[=＝:：…]/u.exec(text)?.[1];
  if (printed === undefined) return null;
  const folded = foldWidth(printed);
  if (scale.letters.includes(folded)) return { printed, letter: folded };
  const letter = Object.hasOwn(scale.lookAlikes, folded) ? scale.lookAlikes[folded] : undefined;
  return letter === undefined ? null : { printed, letter };
}

/** 第6次○○市総合計画・前期基本計画の取組評価 → the title and whose it is. */
export function readTitle(text: string): { title: string; municipality: string } | null {
  const title = printedName(text);
  if (title.length > 60 || !/(?:計画|プラン|大綱|戦略|ビジョン).{0,20}評価/u.test(title)) return null;
  const municipality = /^(?:第.{1,3}次)?([^\s第次]{1,7}?[市町村区])(?!民|政|長)/u.exec(title)?.[1] ?? "";
  return { title, municipality };
}

/** How alike two spellings of one heading are, from 0 to 1: shared pairs of neighbouring characters. */
export function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from(text).flatMap((character, index, all) =>
      index === 0 ? [] : [`${all[index - 1]}${character}`],
    );
  const first = pairs(foldSpaces(one));
  const second = pairs(foldSpaces(other));
  if (first.length === 0 || second.length === 0) return one === other ? 1 : 0;
  const rest = [...second];
  const shared = first.filter((pair) => {
    const found = rest.indexOf(pair);
    if (found >= 0) rest.splice(found, 1);
    return found >= 0;
  }).length;
  return (2 * shared) / (first.length + second.length);
}
