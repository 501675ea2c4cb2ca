/** What Excel accepts as the name of a sheet, a table or a defined name, and the nearest one that is still free. */

import { firstFree } from "./first-free";

const longestSheetName = 31;
const longestName = 255;

/** A sheet name made from any text: forbidden signs replaced, at most 31 characters, not one of `taken` in any case or width. */
export function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const cleaned = wanted
    .replace(/[\u0000-\u001f[\]:*?/\\：＊？／＼［］]/g, "_")
    .replace(/^'+|'+$/g, "")
    .trim();
  // 「History」 is Excel's own, in any language version.
  const base = cleaned === "" || /^history$/i.test(cleaned) ? `計画 ${cleaned}`.trim() : cleaned;
  const used = new Set([...taken].map(folded));
  const nameOf = (copy: number): string => {
    const ending = copy === 1 ? "" : `（${copy}）`;
    // Half of a sign outside the basic plane (an emoji, 𠮷) is no sign.
    const cut = base.slice(0, longestSheetName - ending.length).replace(/[\ud800-\udbff]$/, "");
    return cut.trimEnd() + ending;
  };
  return firstFree(nameOf, (name) => used.has(folded(name)));
}

/** A table's or defined name's name: a letter or _ first, no space, not the address of a cell, not one of `taken`. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const letters = wanted
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_.]/gu, "_")
    .slice(0, longestName - 10);
  const base = /^[\p{L}_]/u.test(letters) && !looksLikeAddress(letters) ? letters : `_${letters}`;
  const used = new Set([...taken].map(folded));
  return firstFree(
    (copy) => (copy === 1 ? base : `${base}_${copy}`),
    (name) => used.has(folded(name)),
  );
}

/** Excel compares names without case and, for kana and letters, without width. */
export function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

function looksLikeAddress(name: string): boolean {
  const plain = name.normalize("NFKC");
  return /^[a-z]{1,3}\d+$/i.test(plain) || /^r\d*(c\d*)?$/i.test(plain) || /^c\d*$/i.test(plain);
}
