/** How the same words are brought to one form when full-width and half-width writing must not matter. */

/** 互換文字をそろえる: digits, letters and signs half-width, kana full-width, ㋿ as 令和. Spaces stay (as ordinary ones). */
export function foldWidth(text: string): string {
  return text.normalize("NFKC");
}

/** `foldWidth` without any white space: what is left is only what was said. */
export function foldSpaces(text: string): string {
  return foldWidth(text).replace(/\s/gu, "");
}
