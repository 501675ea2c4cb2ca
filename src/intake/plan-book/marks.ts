/** The marks by which a plan book is read: item heads, labels of a block, headings, 再掲, page numbers. */

import { narrow } from "./narrow";

/** What plan books call the thing somebody is responsible for. */
const itemWord =
  /^(取組項目|実施項目|推進項目|改革項目|重点項目|個別項目|取組)\s*-?\s*(\d{1,5})(?:[\s:.]+|(?=[^\d\s.,年月日%-]))(\S.*)$/;
const bareItem = /^(取組項目|実施項目|推進項目|改革項目|重点項目|個別項目)\s*-\s*(\d{1,5})$/;

/** No head or name is longer; what is, isn't worth the search. */
const longestMark = 2000;

export interface ItemHead {
  /** 取組項目, as this book says it: the name of the level. */
  level: string;
  number: string;
  name: string;
}

export function itemHead(text: string): ItemHead | null {
  // Asked of every line, and hardly any begins so.
  if (text.length > longestMark || !/^\s*[取実推改重個]/.test(text)) return null;
  const printed = text.trim();
  const narrowed = narrow(printed);
  const bare = bareItem.exec(narrowed);
  if (bare) {
    const [, level = "", number] = bare;
    return { level, number: String(Number(number)), name: "" };
  }
  const match = itemWord.exec(narrowed);
  if (!match || (match[1] === "取組" && !/^取組\s*-/.test(narrowed))) return null;
  const [, level = "", number, name = ""] = match;
  return {
    level,
    number: String(Number(number)),
    name: printed.slice(printed.length - name.length),
  };
}

export type Section = "detail" | "targets" | "remark" | "departments";

const labels: readonly { section: Section; label: RegExp }[] = [
  { section: "detail", label: /^(?:取\s*組\s*内\s*容|実\s*施\s*内\s*容|内\s*容)(?=\s|$)/ },
  { section: "detail", label: /^取組内容/ },
  { section: "targets", label: /^目\s*標\s*値\s*等?(?=\s|$)/ },
  { section: "targets", label: /^目標値等/ },
  { section: "targets", label: /^(?:数\s*値\s*目\s*標|成\s*果\s*指\s*標|指\s*標)(?=\s|$)/ },
  { section: "remark", label: /^備\s*考(?=\s|$|:)/ },
  {
    section: "departments",
    label: /^(?:担\s*当|所\s*管)\s*(?:課\s*室\s*等?|課\s*等|部\s*署|部\s*課|所\s*属|課)(?=\s|$|:)/,
  },
];

/** The label a line begins with, and what is printed after it on the same line. */
export function sectionLabel(text: string): { section: Section; rest: string } | null {
  if (!/^\s*[取実内目数成指備担所]/.test(text)) return null;
  const printed = text.trim();
  const narrowed = narrow(printed);
  for (const { section, label } of labels) {
    const match = label.exec(narrowed);
    if (match) return { section, rest: printed.slice(match[0].length).replace(/^[\s:：]+/, "") };
  }
  return null;
}

/** 再掲 in any of its spellings, at the end of a name: 【再掲(-62)】【再掲（-63）】【再掲-64】※再掲 （再掲）… */
const reprint =
  /\s*(?:※|[【([<])?\s*再\s*掲\s*(?:[([:]?\s*(?:No\.?|取組項目)?\s*-?\s*(\d{1,5})\s*[)\]]?)?\s*[】)\]>]?\s*$/i;

export interface Named {
  name: string;
  /** Present for a 再掲; its number is null where the document does not give one. */
  reprintOf?: { number: string | null };
}

export function withoutReprintMark(text: string): Named {
  const printed = text.trim();
  const match = printed.length > longestMark ? null : reprint.exec(narrow(printed));
  if (!match || match.index === 0) return { name: printed };
  return {
    name: printed.slice(0, match.index).trim(),
    reprintOf: { number: match[1] === undefined ? null : String(Number(match[1])) },
  };
}

/** What a heading line may be, from the top level down. The names are what plan books of this make call them. */
export const headingLevels = ["視点", "目標", "施策", "取組項目群"] as const;
export type HeadingLevel = (typeof headingLevels)[number];

export interface Heading {
  level: HeadingLevel;
  number: string | null;
  name: string;
}

const circled = /^([\u2460-\u2473\u3251-\u325F\u32B1-\u32BF])\s*(\S.*)$/;
const headings: readonly { level: HeadingLevel; pattern: RegExp; number(digits: string): string }[] = [
  { level: "施策", pattern: /^\((\d{1,2})\)\s*(\S.*)$/, number: (digits) => `(${Number(digits)})` },
  { level: "取組項目群", pattern: circled, number: (sign) => sign },
  { level: "目標", pattern: /^(\d{1,2})[ .]\s*(\S.*)$/, number: (digits) => String(Number(digits)) },
];
const longestHeading = 60;

/** The heading a line would be, were it one: whether it is, its surroundings decide. */
export function headingCandidate(text: string): Heading | null {
  const printed = text.trim();
  if (printed === "" || printed.length > longestHeading || /[。、，]$/.test(printed)) return null;
  const perspective = /^[≪《](.+)[≫》]$/.exec(printed);
  if (perspective) {
    const [, name = ""] = perspective;
    return { level: "視点", number: null, name: name.trim() };
  }
  const narrowed = narrow(printed);
  for (const { level, pattern, number } of headings) {
    const match = pattern.exec(narrowed);
    const [, digits = "", name = ""] = match ?? [];
    if (name !== "")
      return { level, number: number(digits), name: printed.slice(printed.length - name.length) };
  }
  return null;
}

/** 第３章 …, a title that closes whatever sentence stood before it. */
export function isChapterTitle(text: string): boolean {
  return /^第\s*\d{1,2}\s*[章節編部]/.test(narrow(text.trim()));
}

/** `- 17 -`: no part of the plan. */
export function isPageNumber(text: string): boolean {
  return text.length < 40 && /^-\s*\d{1,4}\s*-$/.test(narrow(text.trim()));
}

/** 【令和元年度：200】 begins here. */
export function opensBaseline(text: string): boolean {
  return text.trim().startsWith("【");
}
