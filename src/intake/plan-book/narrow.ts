/** A line in one width, letter for letter, so that what is found in it can be cut out of the printed line at the same place. */

const wide = /[\uFF01-\uFF5E\u3000\u00A0\t\u2010-\u2015\u2212\uFE63]/g;

/** Full-width signs, digits and letters half-width, every dash a hyphen, 全角空白 a space. Never changes the length. */
export function narrow(text: string): string {
  return text.replace(wide, (letter) => {
    if (letter === "\u3000" || letter === "\u00A0" || letter === "\t") return " ";
    if (letter < "\uFF00") return "-";
    return String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
  });
}

/** A value as it goes into the plan: as printed, with digits (and what stands between digits) half-width. */
export function narrowDigits(printed: string): string {
  return printed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(\d)([，．])(?=\d)/g, (_, digit: string, sign: string) => digit + (sign === "，" ? "," : "."));
}
