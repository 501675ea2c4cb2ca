/** The headings an indicator table stands under: what kind of indicator follows, which list begins, where a section starts. */

import { foldSpaces, foldWidth } from "../../plan/text-width";
import { printedName } from "../printed-name";

/** Longest first where one contains another. A bracket after まちづくりの指標 says what is meant. */
const kinds = [
  "KGI",
  "KPI",
  "成果指標",
  "活動指標",
  "まちづくり目標値",
  "まちづくりの指標",
  "まちづくり指標",
  "数値目標",
  "重要目標達成指標",
  "重要業績評価指標",
  "評価指標",
  "目標指標",
] as const;

const marker = /^(?:[#＃]{1,6}\s*|[■□◆◇●○▼▶【〔［[]+\s*)+/u;

/** A line without the marks that only make it look like a heading. */
export function bareHeading(text: string): string {
  return printedName(
    text
      .trim()
      .replace(marker, "")
      .replace(/[】〕］\]]+$/u, ""),
  );
}

export function readKind(text: string): string | null {
  const said = foldSpaces(bareHeading(text));
  if (said.length > 30 || said.includes("。")) return null;
  return (
    kinds.find((kind) => said === kind || said.startsWith(`${kind}(`) || said.endsWith(`(${kind})`)) ?? null
  );
}

export interface ListHeading {
  /** What the entries are called; a numbered entry is a group of them and is called as the list itself. */
  group: string;
  item: string;
}

const lists: readonly { is: RegExp; heading: ListHeading }[] = [
  { is: /^施策の展開$/u, heading: { group: "施策の展開", item: "取組" } },
  { is: /^主な取り組み(?:内容)?$/u, heading: { group: "主な取り組みの区分", item: "主な取り組み" } },
  { is: /^主な取組(?:内容)?$/u, heading: { group: "主な取組の区分", item: "主な取組" } },
  { is: /^(?:主な|主要)事業(?:・取組)?$/u, heading: { group: "主な事業の区分", item: "主な事業" } },
  { is: /^具体的な取(?:り組み|組)$/u, heading: { group: "取組の区分", item: "取組" } },
];

export function readListHeading(text: string): ListHeading | null {
  const said = foldSpaces(bareHeading(text));
  return lists.find(({ is }) => is.test(said))?.heading ?? null;
}

/** Parts of a section that hold sentences only. The first of them in a section also tells where the section starts. */
const proseHeading =
  /^(?:現状と課題|現況と課題|現状・課題|課題|施策の(?:基本)?方針|基本方針|目指す姿|めざす姿|施策の目的|関連計画|関連する計画|個別計画|SDGs|用語解説)$/u;

export function isProseHeading(text: string): boolean {
  return proseHeading.test(foldSpaces(bareHeading(text)));
}

export interface SectionHeading {
  level: string;
  number: string | null;
  name: string;
  /** Lower numbers stand above higher ones. */
  rank: number;
}

const sentenceEnd = /[。．]$|です$|ます$/u;

/** 基本政策5, 第１章 …, Ⅲ, 行財政分野, 1 効率的な… — never a sentence. An empty name stands on a line below. */
export function readSectionHeading(text: string): SectionHeading | null {
  const said = bareHeading(text);
  if (said.length > 60 || sentenceEnd.test(said) || /\t/u.test(text)) return null;
  const policy =
    /^(基本政策|基本目標|基本方針|政策)\s*([0-9０-９]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:[\s　:：.．]+(.*))?$/u.exec(said);
  if (policy) {
    const [, level = "", number = "", name = ""] = policy;
    return { level, number: foldWidth(number), name, rank: 1 };
  }
  const numbered = /^第\s*([0-9０-９一二三四五六七八九十]{1,3})\s*([編章節項])[\s　]*(.*)$/u.exec(said);
  if (numbered) {
    const [, number = "", level = "", name = ""] = numbered;
    return {
      level,
      number: `第${foldWidth(number)}${level}`,
      name,
      rank: 2 + "編章節項".indexOf(level),
    };
  }
  const roman = /^([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:[\s　.．]*(.*))?$/u.exec(said);
  if (roman) {
    const [, number = "", name = ""] = roman;
    return { level: "分野", number, name, rank: 6 };
  }
  if (/^#{0,3}\s*\S{1,20}分野$/u.test(said)) return { level: "分野", number: null, name: said, rank: 6 };
  const plain = /^([0-9０-９]{1,2})[\s　.．]+(\D.{1,40})$/u.exec(said);
  if (plain && !/^[-－・●○*]/u.test(text.trim())) {
    const [, number = "", name = ""] = plain;
    return { level: "施策", number: foldWidth(number), name: printedName(name), rank: 7 };
  }
  return null;
}

export interface Bullet {
  /** 1, ②, ### 4 …: null where none is printed. */
  number: string | null;
  name: string;
  /** Printed as a heading of its own, not as a bullet. */
  heading: boolean;
}

const bullet = /^\s*(?:[-－*・●○◯◆■▪•‣–—]\s*)+(.*)$/u;
const entryNumber = /^(?:([①-⑳])\s*|([0-9０-９]{1,2})[\s　.．)）]+|[（(]([0-9０-９]{1,2})[）)]\s*)(.+)$/u;

export function readBullet(text: string): Bullet | null {
  const asHeading = /^\s*[#＃]{3,6}\s+(.*)$/u.exec(text)?.[1];
  const said = asHeading ?? bullet.exec(text)?.[1];
  if (said === undefined || said.trim() === "") return null;
  const [, circled, plain, inBrackets, rest] = entryNumber.exec(said.trim()) ?? [];
  const number = circled ?? plain ?? inBrackets;
  if (asHeading !== undefined && number === undefined) return null;
  return {
    number: number === undefined ? null : foldWidth(number),
    name: printedName(rest ?? said),
    heading: asHeading !== undefined,
  };
}
