/** A line in one width, letter for letter, so that what is found in it can be cut out of the printed line at the same place. */

const dashes = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;

/** Full-width signs, digits and letters half-width, every dash a hyphen, 全角空白 a space. Never changes the length. */
export function narrow(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\t]/g, " ")
    .replace(dashes, "-");
}

/** A value as it goes into the plan: as printed, with digits (and what stands between digits) half-width. */
export function narrowDigits(printed: string): string {
  return printed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(\d)([，．])(?=\d)/g, (_, digit: string, sign: string) => digit + (sign === "，" ? "," : "."));
}
